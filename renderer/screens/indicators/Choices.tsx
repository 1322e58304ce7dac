import type { Indicators } from '../../../src/contract/indicator-calls'
import type { IndicatorPlace } from '../../../src/domain/report/indicators/measure'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { text } from '../../text'
import type { CohortChoice } from './cohorts'
import styles from './Indicators.module.css'

/** Which children: born when, living where. */
export function Choices(props: {
  readonly cohorts: readonly CohortChoice[]
  readonly chosen: CohortChoice
  readonly communes: Indicators['communes']
  readonly place: IndicatorPlace | null
  /** Communes and hamlets have pictures of their own there. */
  readonly isPlaceHidden: boolean
  readonly onCohort: (key: string) => void
  readonly onMove: (by: number) => void
  readonly onPlace: (place: IndicatorPlace | null) => void
}) {
  const { cohorts, chosen, onCohort, onMove } = props
  return (
    <search className={styles.filters} aria-label={text.indicators.filters}>
      <QuietButton isSmall hint="−" label={text.indicators.earlier} onPress={() => onMove(1)}>
        ‹
      </QuietButton>
      <Picker
        label={text.indicators.cohort}
        isLabelHidden
        choices={cohorts.map(({ key, label }) => ({ value: key, label }))}
        value={chosen.key}
        testId="indicator-cohort"
        onChange={value => value !== null && onCohort(value)}
      />
      <QuietButton isSmall hint="+" label={text.indicators.later} onPress={() => onMove(-1)}>
        ›
      </QuietButton>
      {!props.isPlaceHidden && <Place {...props} />}
    </search>
  )
}

function Place(props: Pick<Parameters<typeof Choices>[0], 'communes' | 'place' | 'onPlace'>) {
  const { communes, place, onPlace } = props
  const commune = communes.find(({ code }) => code === place?.communeCode)
  return (
    <>
      <Picker
        label={text.indicators.commune}
        isLabelHidden
        isClearable
        placeholder={text.indicators.allCommunes}
        choices={communes.map(({ code, name }) => ({
          value: `c${code}`,
          label: name ?? (code || text.indicators.noCommune),
        }))}
        value={place === null ? null : `c${place.communeCode}`}
        testId="indicator-commune"
        onChange={value => onPlace(value === null ? null : { communeCode: value.slice(1), hamlet: null })}
      />
      {place !== null && (
        <Picker
          label={text.indicators.hamlet}
          isLabelHidden
          isClearable
          placeholder={text.indicators.allHamlets}
          choices={(commune?.hamlets ?? []).map(hamlet => ({
            value: `h${hamlet}`,
            label: hamlet || text.indicators.noHamlet,
          }))}
          value={place.hamlet === null ? null : `h${place.hamlet}`}
          testId="indicator-hamlet"
          onChange={value => onPlace({ ...place, hamlet: value === null ? null : value.slice(1) })}
        />
      )}
    </>
  )
}
