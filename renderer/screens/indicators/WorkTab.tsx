import { getIndicatorWork, type IndicatorWork } from '../../../src/contract/indicator-calls'
import type { DelayKind, MonthDelays } from '../../../src/domain/report/indicators/delays'
import type { Cohort } from '../../../src/domain/report/indicators/pictures'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { monthWords } from '../handbook/report-words'
import styles from './Indicators.module.css'
import { MonthBars } from './MonthBars'
import type { OpenedWork } from './opened'
import { ShareBar } from './ShareBar'
import { StackedMonths, type StackPart } from './StackedMonths'

/** Days from a dose to its entry and to the province, and what was wasted, of the last twelve months. */
export function WorkTab(props: { readonly cohort: Cohort; readonly onOpen: (work: OpenedWork) => void }) {
  const { cohort, onOpen } = props
  const work = useCallQuery(getIndicatorWork, { cohort }, { keep: true })
  if (work.error) return <ErrorNotice error={work.error} onRetry={work.retry} />
  if (!work.data) return <LateSkeleton lines={8} />
  const { data } = work
  return (
    <>
      <section className={styles.section}>
        <h2 className={styles.title}>{text.indicators.entry}</h2>
        <p className={styles.soft}>{text.indicators.workRule(formatCount(data.goodUntilDays))}</p>
        <Delays kind="entry" data={data} delays={data.entry} onOpen={onOpen} />
      </section>
      <section className={styles.section}>
        <h2 className={styles.title}>{text.indicators.upload}</h2>
        {data.upload ? (
          <Delays kind="upload" data={data} delays={data.upload} onOpen={onOpen} />
        ) : (
          <p className={styles.soft}>{text.indicators.notJoined}</p>
        )}
      </section>
      <section className={styles.section}>
        <h2 className={styles.title}>{text.indicators.wastage}</h2>
        <p className={styles.soft}>{text.indicators.wastageRule}</p>
        <Wastage data={data} onOpen={onOpen} />
      </section>
    </>
  )
}

type Part = { readonly data: IndicatorWork; readonly onOpen: (work: OpenedWork) => void }

function Delays(props: Part & { readonly kind: DelayKind; readonly delays: readonly MonthDelays[] }) {
  const { kind, data, delays, onOpen } = props
  const title = text.indicators[kind]
  const part = (step: number | 'waiting', label: string, pattern: number): StackPart => ({
    key: String(step),
    label,
    pattern,
    counts: delays.map(({ steps, waiting }) => (step === 'waiting' ? waiting : (steps[step] ?? 0))),
    onOpenAll: null,
    onOpen: month =>
      onOpen({
        mark: { kind, month, step },
        label: `${title}, ${text.indicators.given(monthWords(month))}, ${label}`,
      }),
  })
  const parts = [
    ...[...data.untilDays, null].map((_, step) => part(step, stepWords(data.untilDays, step), step)),
    ...(kind === 'upload' ? [part('waiting', text.indicators.waiting, 6)] : []),
  ]
  return (
    <div className={styles.wide} data-testid={`delays-${kind}`}>
      <StackedMonths label={title} months={data.months} parts={parts} monthLabel={text.indicators.given} />
    </div>
  )
}

function stepWords(untilDays: readonly number[], step: number): string {
  const until = untilDays[step]
  if (until === undefined) return text.indicators.over(formatCount(untilDays.at(-1) ?? 0))
  return until === 0 ? text.indicators.sameDay : text.indicators.upTo(formatCount(until))
}

function Wastage({ data, onOpen }: Part) {
  if (data.wastage.length === 0) return <EmptyState title={text.indicators.noWastage} />
  return (
    <div className={styles.cards}>
      {data.wastage.map(({ vaccineCode, vaccineName, whole, months }) => (
        <section
          key={vaccineCode}
          className={styles.card}
          aria-label={vaccineName}
          data-testid="wastage-card"
        >
          <h3 className={styles.cardHead}>
            <span>{vaccineName}</span>
            <span className={styles.part}>{text.indicators.lost(formatCount(whole.counted))}</span>
          </h3>
          <div className={styles.narrow}>
            <ShareBar
              label={vaccineName}
              share={whole}
              aim={null}
              onOpen={() =>
                onOpen({ mark: { kind: 'wasted', vaccineCode, month: null }, label: vaccineName })
              }
            />
          </div>
          <MonthBars
            label={vaccineName}
            months={data.months}
            shares={months}
            aim={null}
            monthLabel={monthLabelOf}
            onOpen={month =>
              onOpen({
                mark: { kind: 'wasted', vaccineCode, month },
                label: `${vaccineName}, ${monthWords(month)}`,
              })
            }
          />
        </section>
      ))}
    </div>
  )
}

const monthLabelOf = (month: string) => month
