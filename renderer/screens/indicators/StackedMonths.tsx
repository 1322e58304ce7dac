import type { Month } from '../../../src/domain/report/count-programme'
import { formatCount } from '../../components/format'
import { monthWords } from '../handbook/report-words'
import styles from './Indicators.module.css'

/** One part of every column: how many of each month, and how it looks. */
export type StackPart = {
  readonly key: string
  readonly label: string
  /** Of the patterns `p0` … `p6`. */
  readonly pattern: number
  readonly counts: readonly number[]
  /** Null: the part opens month by month only. */
  readonly onOpenAll: (() => void) | null
  readonly onOpen: (month: Month) => void
}

/** Columns of parts on each other, each month as high as its share of all; parts differ by pattern, and each opens to its names. */
export function StackedMonths(props: {
  readonly label: string
  readonly months: readonly Month[]
  readonly parts: readonly StackPart[]
  readonly monthLabel: (month: string) => string
}) {
  const { label, months, parts, monthLabel } = props
  return (
    <div>
      <div className={styles.months}>
        {months.map((month, index) => {
          const all = parts.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0)
          return (
            <div key={month} className={styles.stackMonth}>
              <span className={styles.monthShare}>{formatCount(all)}</span>
              <span className={styles.stack}>
                {parts.toReversed().map(part => {
                  const count = part.counts[index] ?? 0
                  if (count === 0) return null
                  const words = `${label}, ${monthLabel(monthWords(month))}, ${part.label}: ${formatCount(count)}`
                  return (
                    <button
                      key={part.key}
                      type="button"
                      className={`${styles.segment} ${styles[`p${part.pattern}`]}`}
                      style={{ height: `${(count / all) * 100}%` }}
                      title={words}
                      aria-label={words}
                      data-testid="stack-part"
                      onClick={() => part.onOpen(month)}
                    />
                  )
                })}
              </span>
              <span className={styles.monthName}>{month.slice(5)}</span>
            </div>
          )
        })}
      </div>
      <ul className={styles.legend}>
        {parts.map(part => (
          <li key={part.key}>
            <Legend part={part} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Legend({ part }: { readonly part: StackPart }) {
  const { label, pattern, counts, onOpenAll } = part
  const sum = formatCount(counts.reduce((all, count) => all + count, 0))
  const words = (
    <>
      <span className={`${styles.swatch} ${styles[`p${pattern}`]}`} aria-hidden="true" /> {label}: {sum}
    </>
  )
  if (onOpenAll === null) return <span>{words}</span>
  return (
    <button type="button" className={styles.plain} onClick={onOpenAll} data-testid="stack-legend">
      {words}
    </button>
  )
}
