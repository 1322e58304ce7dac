import type { ProgrammeReport } from '../../../src/contract/handbook-list-calls'
import type { Month } from '../../../src/domain/report/count-programme'
import { locale } from '../../text'
import styles from './Handbook.module.css'
import { cellWords, percentWords } from './report-words'
import { TrendBars } from './TrendBars'

export type ReportRow = ProgrammeReport['rows'][number]

/** Small pictures of one kind, a row of the form each, so that they compare at a glance. */
export function TrendCards(props: {
  readonly report: ProgrammeReport
  readonly onOpen: (row: ReportRow, month: Month) => void
}) {
  const { report, onOpen } = props
  return (
    <div className={styles.cards}>
      {report.rows.map(row => {
        const now = row.byMonth.at(-1) ?? { counted: 0, of: null }
        const percent = percentWords(now)
        return (
          <section
            key={row.id}
            className={styles.card}
            aria-label={row.label[locale]}
            data-testid="trend-card"
          >
            <h3 className={styles.cardHead}>
              <span>{row.label[locale]}</span>
              <span className={styles.cardNow}>
                {cellWords(now)}
                {percent && <span className={styles.percent}> {percent}</span>}
              </span>
            </h3>
            <TrendBars
              label={row.label[locale]}
              months={report.months}
              cells={row.byMonth}
              onOpen={month => onOpen(row, month)}
            />
          </section>
        )
      })}
    </div>
  )
}
