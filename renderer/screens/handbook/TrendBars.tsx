import type { CellCount } from '../../../src/contract/handbook-list-calls'
import type { Month } from '../../../src/domain/report/count-programme'
import { formatCount } from '../../components/format'
import { text } from '../../text'
import styles from './Handbook.module.css'
import { cellWords, monthWords } from './report-words'

/**
 * Twelve months of one row: filled what is counted, outlined what it is a share of. Each bar has its number above it and its
 * month below, and opens to its names.
 */
export function TrendBars(props: {
  readonly label: string
  readonly months: readonly Month[]
  readonly cells: readonly CellCount[]
  readonly onOpen: (month: Month) => void
}) {
  const { label, months, cells, onOpen } = props
  const most = Math.max(1, ...cells.map(({ counted, of }) => of ?? counted))
  const height = (count: number) => `${(count / most) * 100}%`
  return (
    <div className={styles.bars}>
      {months.map((month, index) => {
        const cell = cells[index] ?? { counted: 0, of: null }
        const words = text.handbook.cell(label, monthWords(month), cellWords(cell))
        return (
          <button
            key={month}
            type="button"
            className={styles.bar}
            title={words}
            aria-label={words}
            data-testid="trend-bar"
            onClick={() => onOpen(month)}
          >
            <span className={styles.barNumber}>{formatCount(cell.counted)}</span>
            <span className={styles.barRoom} aria-hidden="true">
              {cell.of !== null && <span className={styles.barOf} style={{ height: height(cell.of) }} />}
              <span
                className={index === months.length - 1 ? styles.barNow : styles.barFill}
                style={{ height: height(cell.counted) }}
              />
            </span>
            <span className={styles.barMonth}>{month.slice(5)}</span>
          </button>
        )
      })}
    </div>
  )
}
