import type { Month } from '../../../src/domain/report/count-programme'
import type { Share } from '../../../src/domain/report/indicators/measure'
import { text } from '../../text'
import { monthWords } from '../handbook/report-words'
import styles from './Indicators.module.css'
import { type Aim, isWell } from './ShareBar'
import { markWords, percentOf } from './share-words'

/** The share of each month of birth, its number above it; a level line where it is to be, hatched where it is not. Each column opens to its names. */
export function MonthBars(props: {
  readonly label: string
  readonly months: readonly Month[]
  readonly shares: readonly Share[]
  readonly aim: Aim | null
  readonly monthLabel?: (month: string) => string
  readonly onOpen: (month: Month) => void
}) {
  const { label, months, shares, aim, onOpen } = props
  const monthLabel = props.monthLabel ?? text.indicators.month
  return (
    <div className={styles.months}>
      {months.map((month, index) => {
        const share = shares[index] ?? { counted: 0, of: 0 }
        const percent = percentOf(share)
        const words = markWords(`${label}, ${monthLabel(monthWords(month))}`, share)
        return (
          <button
            key={month}
            type="button"
            className={styles.month}
            title={words}
            aria-label={words}
            data-testid="month-bar"
            onClick={() => onOpen(month)}
          >
            <span className={styles.monthShare}>{percent === null ? '–' : Math.round(percent)}</span>
            <span className={styles.column} aria-hidden="true">
              <span
                className={`${styles.columnFill} ${isWell(percent, aim) ? '' : styles.columnBad}`}
                style={{ height: `${Math.min(100, Math.max(0, percent ?? 0))}%` }}
              />
              {aim && <span className={styles.level} style={{ bottom: `${aim.percent}%` }} />}
            </span>
            <span className={styles.monthName}>{month.slice(5)}</span>
          </button>
        )
      })}
    </div>
  )
}
