import {
  getIndicatorPlaces,
  type IndicatorPlaces,
  type Indicators,
} from '../../../src/contract/indicator-calls'
import type { Measure } from '../../../src/domain/report/indicators/measure'
import type { Cohort } from '../../../src/domain/report/indicators/pictures'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './Indicators.module.css'
import { MonthBars } from './MonthBars'
import { firstOf, type OpenedMark, type PictureProps } from './opened'
import { ShareBar } from './ShareBar'
import { aimOf, measureLabel } from './share-words'

type Place = IndicatorPlaces['places'][number]

/** The same picture for every commune, or for every hamlet of one: where it falls behind is seen at a glance. */
export function PlacesTab(
  props: PictureProps & {
    readonly cohort: Cohort
    readonly within: string | null
    readonly onWithin: (code: string | null) => void
  },
) {
  const { data, cohort, within, onWithin, onOpen } = props
  const choices = measureChoices(data)
  const { draft, setDraft } = useDraft('indicator-measure', () => 'dose dpt-3')
  const choice = choices.find(({ value }) => value === draft) ?? choices[0]
  const measure = choice?.measure ?? ({ kind: 'fully-immunised' } as const)
  const places = useCallQuery(getIndicatorPlaces, { cohort, measure, communeCode: within }, { keep: true })
  useKeys({ Backspace: () => (within === null ? false : onWithin(null)) })
  return (
    <>
      <div className={styles.legend}>
        <div className={styles.picker}>
          <Picker
            label={text.indicators.measure}
            isLabelHidden
            choices={choices}
            value={choice?.value ?? null}
            testId="indicator-measure"
            onChange={value => value !== null && setDraft(value)}
          />
        </div>
        {within !== null && (
          <QuietButton isSmall hint="⌫" onPress={() => onWithin(null)}>
            {text.indicators.backToCommunes}
          </QuietButton>
        )}
      </div>
      <p className={styles.soft}>{text.indicators.placesRule}</p>
      {places.error && <ErrorNotice error={places.error} onRetry={places.retry} />}
      {places.data === null && !places.error && <LateSkeleton lines={8} />}
      {places.data?.places.length === 0 && <EmptyState title={text.indicators.none} />}
      <div className={styles.cards}>
        {places.data?.places.map(place => (
          <PlaceCard
            key={`${place.communeCode} ${place.hamlet}`}
            data={data}
            place={place}
            measure={measure}
            onOpen={onOpen}
            onWithin={place.hamlet === null ? () => onWithin(place.communeCode) : null}
          />
        ))}
      </div>
    </>
  )
}

function PlaceCard(props: {
  readonly data: Indicators
  readonly place: Place
  readonly measure: Measure
  readonly onOpen: (mark: OpenedMark) => void
  readonly onWithin: (() => void) | null
}) {
  const { data, place, measure, onOpen, onWithin } = props
  const name = placeName(place)
  const aim = aimOf(data, measure)
  const label = `${measureLabel(data, measure)}, ${name}`
  const open = (bornIn: OpenedMark['bornIn']) =>
    onOpen({
      measure,
      bornIn,
      label,
      place: { communeCode: place.communeCode, hamlet: place.hamlet },
      ...(aim && !aim.isLimit && bornIn === null ? { first: firstOf(place.whole) } : {}),
    })
  return (
    <section className={styles.card} aria-label={name} data-testid="place-card">
      <h3 className={styles.cardHead}>
        {onWithin === null ? (
          <span>{name}</span>
        ) : (
          <button type="button" className={styles.plain} title={text.indicators.openPlace} onClick={onWithin}>
            {name}
          </button>
        )}
        <span className={styles.part}>{text.indicators.children(formatCount(place.children))}</span>
      </h3>
      <div className={styles.narrow}>
        <ShareBar label={label} share={place.whole} aim={aim} onOpen={() => open(null)} />
      </div>
      <MonthBars label={label} months={data.months} shares={place.months} aim={aim} onOpen={open} />
    </section>
  )
}

function placeName({ communeCode, hamlet, name }: Place): string {
  if (hamlet !== null) return hamlet || text.indicators.noHamlet
  return name ?? (communeCode || text.indicators.noCommune)
}

type MeasureChoice = { readonly value: string; readonly label: string; readonly measure: Measure }

function measureChoices(data: Indicators): readonly MeasureChoice[] {
  const { pictures } = data
  const all = [
    pictures.fullyImmunised,
    ...pictures.coverage,
    ...pictures.dropOuts.map(({ whole }) => whole),
    pictures.zeroDose.whole,
    ...pictures.birthDose.map(({ whole }) => whole),
  ]
  return all.map(({ measure }) => ({
    value: Object.values(measure).join(' '),
    label: measureLabel(data, measure),
    measure,
  }))
}
