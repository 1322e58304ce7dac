import { useState } from 'react'
import { getIndicators, type Indicators } from '../../../src/contract/indicator-calls'
import type { IndicatorPlace } from '../../../src/domain/report/indicators/measure'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount, formatDay } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { Tabs } from '../../components/Tabs'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { ExportButton } from '../../data/ExportButton'
import { useCallQuery } from '../../data/use-call-query'
import { useMade } from '../../data/use-made'
import { useAppState } from '../../frame/app-state'
import { type IndicatorTab, useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { PrintButton } from '../documents/PrintButton'
import { MadeNotice } from '../handbook/MadeNotice'
import { Choices } from './Choices'
import { CoverageTab } from './CoverageTab'
import { cohortChoices, firstCohort } from './cohorts'
import { GapsTab } from './GapsTab'
import styles from './Indicators.module.css'
import { MarkNames } from './MarkNames'
import type { OpenedMark, OpenedWork } from './opened'
import { PlacesTab } from './PlacesTab'
import { TimingTab } from './TimingTab'
import { WorkNamesDialog } from './WorkNamesDialog'
import { WorkTab } from './WorkTab'

const tabs: readonly IndicatorTab[] = ['coverage', 'timing', 'gaps', 'places', 'work']

type Asked = {
  readonly cohort: string
  readonly place: IndicatorPlace | null
  readonly within: string | null
}

/** Chỉ số: what the numbers of a birth cohort look like; every mark opens to its names. */
export function IndicatorsScreen({ tab = 'coverage' }: { readonly tab: IndicatorTab | undefined }) {
  const { go } = useNavigation()
  const asked = useAsked(tab === 'places' || tab === 'work')
  const { chosen, place, read, making } = asked
  const [opened, setOpened] = useState<OpenedMark | null>(null)
  const [work, setWork] = useState<OpenedWork | null>(null)
  const goTo = (next: IndicatorTab) => go({ name: 'indicators', tab: next })
  useKeys({
    ...Object.fromEntries(tabs.map((value, index) => [`${index + 1}`, () => goTo(value)])),
    r: making.start,
    '-': () => asked.move(1),
    '+': () => asked.move(-1),
    '=': () => asked.move(-1),
  })
  const { data } = read
  return (
    <div className={styles.screen}>
      <Tabs
        label={text.indicators.title}
        tabs={tabs.map(value => ({ value, label: text.indicators.tabs[value] }))}
        value={tab}
        onChange={goTo}
      />
      <Pictured tab={tab} asked={asked} onOpen={setOpened} onOpenWork={setWork} />
      {opened && data && (
        <MarkNames
          data={data}
          cohort={chosen.cohort}
          mark={{ measure: opened.measure, bornIn: opened.bornIn, place: opened.place ?? place }}
          opened={opened}
          onClose={() => setOpened(null)}
        />
      )}
      {work && <WorkNamesDialog cohort={chosen.cohort} opened={work} onClose={() => setWork(null)} />}
    </div>
  )
}

type Opening = {
  readonly tab: IndicatorTab
  readonly asked: ReturnType<typeof useAsked>
  readonly onOpen: (mark: OpenedMark) => void
  readonly onOpenWork: (work: OpenedWork) => void
}

/** The choice of children, how old what is shown is, and the pictures. */
function Pictured({ tab, asked, onOpen, onOpenWork }: Opening) {
  const { chosen, place, read, making } = asked
  const { data } = read
  return (
    <Panel
      title={text.indicators.tabs[tab]}
      note={data && tab !== 'work' && <Followed data={data} onOpen={onOpen} />}
      actions={
        <>
          <PrintButton
            of={{ kind: 'indicator-sheet', paper: 'A4', indicators: { cohort: chosen.cohort, place } }}
            label={text.indicators.print}
            keys={{ press: 'Ctrl+p', hint: 'Ctrl P' }}
            testId="print-indicators"
          />
          <ExportButton
            of={{ list: 'indicators', cohort: chosen.cohort, place }}
            testId="export-indicators"
          />
        </>
      }
      className={styles.panel}
    >
      {tab !== 'work' && (
        <Choices
          cohorts={asked.cohorts}
          chosen={chosen}
          communes={data?.communes ?? []}
          place={place}
          isPlaceHidden={tab === 'places'}
          onCohort={key => asked.choose({ cohort: key })}
          onMove={asked.move}
          onPlace={next => asked.choose({ place: next })}
        />
      )}
      {data && <MadeNotice made={data.made} making={making} running={text.indicators.making} />}
      {read.error && <ErrorNotice error={read.error} onRetry={read.retry} />}
      <div className={styles.body}>
        {data && data.made.at !== null ? (
          <Pictures tab={tab} data={data} asked={asked} onOpen={onOpen} onOpenWork={onOpenWork} />
        ) : (
          <LateSkeleton lines={10} />
        )}
      </div>
    </Panel>
  )
}

/** `isEverywhere`: the picture shows all places, whichever is chosen for the others. */
function useAsked(isEverywhere: boolean) {
  const { today } = useAppState()
  const cohorts = cohortChoices(today)
  const { draft, setDraft } = useDraft<Asked>('indicators', () => ({
    cohort: firstCohort,
    place: null,
    within: null,
  }))
  const at = Math.max(
    0,
    cohorts.findIndex(({ key }) => key === draft.cohort),
  )
  const chosen = cohorts[at] ?? cohorts[0]
  if (!chosen) throw new Error('there is always a cohort')
  const { within } = draft
  const place = isEverywhere ? null : draft.place
  const read = useCallQuery(getIndicators, { cohort: chosen.cohort, place }, { keep: true })
  const made = read.isStale ? null : (read.data?.made ?? null)
  const making = useMade({ name: 'report.indicators', cohort: chosen.cohort }, made)
  const choose = (part: Partial<Asked>) => setDraft({ ...draft, ...part })
  return {
    cohorts,
    chosen,
    place,
    within,
    read,
    making,
    choose,
    /** By so many cohorts in the order of the list. */
    move(by: number) {
      const next = cohorts[at + by]
      if (next) choose({ cohort: next.key })
    },
  }
}

function Pictures({ tab, data, asked, onOpen, onOpenWork }: Opening & { readonly data: Indicators }) {
  const { cohort } = asked.chosen
  if (tab === 'work') return <WorkTab cohort={cohort} onOpen={onOpenWork} />
  if (data.pictures.followed === 0)
    return <EmptyState title={text.indicators.none}>{text.indicators.noneHint}</EmptyState>
  if (tab === 'timing') return <TimingTab data={data} onOpen={onOpen} />
  if (tab === 'gaps') return <GapsTab data={data} onOpen={onOpen} />
  if (tab === 'places')
    return (
      <PlacesTab
        data={data}
        cohort={cohort}
        within={asked.within}
        onWithin={within => asked.choose({ within })}
        onOpen={onOpen}
      />
    )
  return <CoverageTab data={data} onOpen={onOpen} />
}

/** How many children the pictures speak of, and who is left out. */
function Followed(props: { readonly data: Indicators; readonly onOpen: (mark: OpenedMark) => void }) {
  const { data, onOpen } = props
  const { followed, leftOut } = data.pictures
  const left = leftOut.reduce((sum, { children }) => sum + children, 0)
  const why = leftOut
    .map(each => `${formatCount(each.children)} ${text.indicators.whyLeft[each.why]}`)
    .join(', ')
  const words = text.indicators.leftOut(formatCount(left), why)
  return (
    <span data-testid="indicator-followed">
      {text.indicators.followed(formatCount(followed), formatDay(data.on))}
      {left > 0 && (
        <>
          {'; '}
          <button
            type="button"
            className={styles.plain}
            onClick={() => onOpen({ measure: { kind: 'left-out' }, bornIn: null, label: words })}
          >
            {words}
          </button>
        </>
      )}
    </span>
  )
}
