import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { DoseView } from '../../../src/contract/dose-calls'
import type { ChartRow, ImmunizationChart } from '../../../src/domain/schedule/chart-types'
import { Chip } from '../../components/Chip'
import { Panel } from '../../components/Panel'
import { locale, text } from '../../text'
import { noteOf } from './chart-note'
import styles from './DoseMatrix.module.css'
import { ForecastCellView, GivenCellView } from './MatrixCells'
import { namesFrom, problemText } from './reasons'

/** At least so many columns, so that the table does not jump from child to child. */
const leastColumns = 4

/**
 * Every dose by antigen with its judgement, and what comes next. ↑ ↓ ← → move between the doses, ↵ opens one with
 * its reasons, its correction and its voiding.
 */
export function DoseMatrix(props: {
  readonly chart: ImmunizationChart
  readonly doses: readonly DoseView[]
  /** What else stands at the right of the head line. */
  readonly actions?: ReactNode
}) {
  const { chart, doses } = props
  const [openKey, setOpenKey] = useState<string | null>(null)
  const nameOf = namesFrom(doses)
  const columns = Math.max(leastColumns, ...chart.rows.map(row => row.cells.length))
  return (
    <Panel
      title={text.injection.matrixTitle}
      note={noteOf(chart)}
      actions={
        <>
          <Chip kind="ok">{text.injection.legendValid}</Chip>
          <Chip kind="due">{text.injection.legendToday}</Chip>
          <Chip kind="late">{text.injection.legendLate}</Chip>
          {props.actions}
        </>
      }
      scrolls
      className={styles.panel}
    >
      {chart.problems.length > 0 && (
        <div className={styles.problem} role="alert">
          <span aria-hidden="true">▲ </span>
          {text.injection.problemDoses(chart.problems.length)}
          <ul>
            {chart.problems.map(problem => (
              <li key={problem.doseId}>{problemText(problem, doses)}</li>
            ))}
          </ul>
        </div>
      )}
      {chart.rows.length === 0 ? (
        <p className={styles.none}>{text.injection.noRows}</p>
      ) : (
        <table className={styles.matrix} onKeyDown={moveInside} data-testid="dose-matrix">
          <thead>
            <tr>
              <th scope="col">{text.injection.antigen}</th>
              {Array.from({ length: columns }, (_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number
                <th scope="col" key={index}>
                  {text.injection.column(index + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chart.rows.map((row, at) => (
              <Row
                key={row.code}
                row={row}
                at={at}
                columns={columns}
                chart={chart}
                doses={doses}
                nameOf={nameOf}
                openKey={openKey}
                onOpen={setOpenKey}
              />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function Row(props: {
  readonly row: ChartRow
  readonly at: number
  readonly columns: number
  readonly chart: ImmunizationChart
  readonly doses: readonly DoseView[]
  readonly nameOf: (code: string) => string
  readonly openKey: string | null
  readonly onOpen: (key: string | null) => void
}) {
  const { row, columns, doses, nameOf, openKey, onOpen } = props
  return (
    <tr>
      <th scope="row">
        {row.name[locale]}
        {row.detail && <span className={styles.detail}>{row.detail[locale]}</span>}
      </th>
      {Array.from({ length: columns }, (_, column) => {
        const cell = row.cells[column]
        const key = `${row.code}.${column}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row
          <td key={column}>
            {cell?.kind === 'given' && (
              <GivenCellView
                cell={cell}
                dose={doses.find(dose => dose.doseId === cell.doseId) ?? null}
                place={[props.at, column]}
                nameOf={nameOf}
                isOpen={openKey === key}
                onOpen={isOpen => onOpen(isOpen ? key : null)}
              />
            )}
            {cell?.kind === 'forecast' && (
              <ForecastCellView cell={cell} on={props.chart.on} nameOf={nameOf} />
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** Arrow keys lead to the nearest dose in that direction. */
function moveInside(event: KeyboardEvent<HTMLTableElement>): void {
  const from =
    event.target instanceof HTMLElement ? event.target.dataset.cell?.split('.').map(Number) : undefined
  if (!from || !event.key.startsWith('Arrow')) return
  const [row = 0, column = 0] = from
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-cell]')].map(element => {
    const [r = 0, c = 0] = (element.dataset.cell ?? '').split('.').map(Number)
    return { element, down: r - row, right: c - column }
  })
  const reach = {
    ArrowRight: cells.filter(cell => cell.down === 0 && cell.right > 0),
    ArrowLeft: cells.filter(cell => cell.down === 0 && cell.right < 0).toReversed(),
    ArrowDown: nearest(cells.filter(cell => cell.down > 0)),
    ArrowUp: nearest(cells.filter(cell => cell.down < 0)),
  }[event.key]
  event.preventDefault()
  event.stopPropagation()
  reach?.[0]?.element.focus()
}

function nearest<T extends { readonly down: number; readonly right: number }>(
  cells: readonly T[],
): readonly T[] {
  return cells.toSorted(
    (a, b) => Math.abs(a.down) - Math.abs(b.down) || Math.abs(a.right) - Math.abs(b.right),
  )
}
