import { useEffect, useRef } from 'react'
import type { CellValue } from '../../../src/domain/report/counted-report'
import { cellText, type SheetColumn } from '../../../src/domain/report/report-sheet'
import { locale, text } from '../../text'
import styles from './Reports.module.css'

/** A cell, which opens to its names and its rule. A zero is quiet, what nobody entered yet says so. */
export function SheetCellButton(props: {
  readonly rowLabel: string
  readonly column: SheetColumn
  readonly value: CellValue
  /** False where the column says nothing of the row. */
  readonly isAsked: boolean
  readonly isHere: boolean
  readonly onOpen: () => void
}) {
  const { rowLabel, column, value, isAsked, isHere, onOpen } = props
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isHere) button.current?.focus()
  }, [isHere])
  const isMissing = isAsked && value === null && column.measure?.kind === 'entered'
  const words = isMissing ? text.report.notEntered : cellText(value, column.shape)
  const head = column.heading ? `${column.heading[locale]}: ${column.label[locale]}` : column.label[locale]
  const names = [
    styles.cell,
    (value === 0 || value === null) && styles.quiet,
    isMissing && styles.missing,
    (typeof value === 'string' || (column.shape === 'any' && typeof value !== 'number')) && styles.words,
    isHere && styles.here,
  ]
  return (
    <td>
      <button
        ref={button}
        type="button"
        tabIndex={isHere ? 0 : -1}
        className={names.filter(Boolean).join(' ')}
        aria-label={text.report.cell(rowLabel, head, words === '' ? text.report.empty : words)}
        data-testid={`cell-${column.id}`}
        onClick={onOpen}
      >
        {words === '' ? '\u00a0' : words}
      </button>
    </td>
  )
}
