import type { CellCount, ProgrammeReport } from '../../../src/contract/handbook-list-calls'
import type { Month } from '../../../src/domain/report/count-programme'
import { locale, text } from '../../text'
import styles from './Handbook.module.css'
import { cellWords, monthWords, percentWords } from './report-words'
import type { ReportRow } from './TrendCards'

/** The month by commune of residence: rows of the form down, communes across, the sum first. */
export function CommuneTable(props: {
  readonly report: ProgrammeReport
  readonly until: Month
  /** Null: every commune. */
  readonly onOpen: (row: ReportRow, communeCode: string | null) => void
}) {
  const { report, until, onOpen } = props
  const { communes, rows } = report
  const names = communes.map(({ code, name }) => name ?? (code || text.handbook.noCommune))
  return (
    <div className={styles.tableScroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{monthWords(until)}</caption>
        <thead>
          <tr>
            <th scope="col">{text.handbook.rowHead}</th>
            <th scope="col">{text.handbook.all}</th>
            {communes.map(({ code }, index) => (
              <th key={code} scope="col">
                {names[index]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <th scope="row">
                {row.label[locale]} <span className={styles.soft}>{row.counts[locale]}</span>
              </th>
              <Cell
                cell={sumOf(row.byCommune)}
                label={text.handbook.cell(row.label[locale], text.handbook.all, '')}
                onOpen={() => onOpen(row, null)}
              />
              {communes.map(({ code }, index) => (
                <Cell
                  key={code}
                  cell={row.byCommune[index] ?? { counted: 0, of: null }}
                  label={text.handbook.cell(row.label[locale], names[index] ?? code, '')}
                  onOpen={() => onOpen(row, code)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function sumOf(cells: readonly CellCount[]): CellCount {
  const of = cells.some(cell => cell.of !== null)
    ? cells.reduce((sum, cell) => sum + (cell.of ?? 0), 0)
    : null
  return { counted: cells.reduce((sum, { counted }) => sum + counted, 0), of }
}

function Cell(props: { readonly cell: CellCount; readonly label: string; readonly onOpen: () => void }) {
  const { cell, label, onOpen } = props
  const words = cellWords(cell)
  return (
    <td>
      <button
        type="button"
        className={styles.cellButton}
        aria-label={`${label}${words}`}
        data-testid="report-cell"
        onClick={onOpen}
      >
        {words} <span className={styles.percent}>{percentWords(cell)}</span>
      </button>
    </td>
  )
}
