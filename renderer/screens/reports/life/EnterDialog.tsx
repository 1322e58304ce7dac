import { Modal } from '@mantine/core'
import { useState } from 'react'
import { enterReport, type ReportLife } from '../../../../src/contract/report-life-calls'
import { type CellKey, type CellValue, cellKeyText } from '../../../../src/domain/report/counted-report'
import type { ReportForm } from '../../../../src/domain/report/report-form'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FilledButton } from '../../../components/FilledButton'
import { QuietButton } from '../../../components/QuietButton'
import { useKeys } from '../../../components/use-keys'
import { useCallMutation } from '../../../data/use-call-mutation'
import { locale, text } from '../../../text'
import { type AskedType, EnterField } from './EnterField'
import styles from './Life.module.css'

const words = text.reportLife.entering

/** A cell that the form asks of people. */
type AskedCell = {
  readonly cell: CellKey
  readonly row: string
  readonly column: string
  readonly type: AskedType
}

/** Whether a form asks people for anything. */
export function asksPeople(form: ReportForm): boolean {
  return askedCells(form).length > 0
}

function askedCells({ sections }: ReportForm): readonly AskedCell[] {
  return sections.flatMap(section => {
    if (section.kind === 'answers')
      return section.questions.map(({ id, label, type }) => ({
        cell: { sectionId: section.id, rowId: id, columnId: 'answer' },
        row: label[locale],
        column: '',
        type,
      }))
    if (section.kind !== 'table') return []
    const columns = section.columns.filter(({ measure }) => measure.kind === 'entered')
    return section.rows.flatMap(row =>
      columns
        .filter(({ id }) => !row.notAsked?.includes(id))
        .map(column => ({
          cell: { sectionId: section.id, rowId: row.id, columnId: column.id },
          row: row.label[locale],
          column: column.label[locale],
          type: 'number' as const,
        })),
    )
  })
}

/** Everything a form asks of people, in one sheet. */
export function EnterDialog(props: {
  readonly form: ReportForm
  readonly life: ReportLife
  readonly onClose: () => void
}) {
  const { form, life, onClose } = props
  const [changed, setChanged] = useState<Readonly<Record<string, CellValue>>>({})
  const [bad, setBad] = useState<readonly string[]>([])
  const enter = useCallMutation(enterReport)
  useKeys({ Escape: onClose }, 'dialog')
  const cells = askedCells(form)
  const values = cells.flatMap(({ cell }) => {
    const key = cellKeyText(cell)
    return key in changed ? [{ cell, value: changed[key] ?? null }] : []
  })
  const save = async () => {
    if ((await enter.send({ key: life.key, values })).ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={words.title} closeOnEscape={false} size="46rem" centered>
      <div className={styles.dialog} data-testid="report-enter-values">
        <p className={styles.soft}>{words.hint}</p>
        {cells.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <AskedTable
            cells={cells}
            entered={key => (key in changed ? (changed[key] ?? null) : (life.entered[key] ?? null))}
            onChange={(key, value, isBad) => {
              setChanged({ ...changed, [key]: value })
              setBad(isBad ? [...new Set([...bad, key])] : bad.filter(each => each !== key))
            }}
          />
        )}
        {enter.error && <ErrorNotice error={enter.error} />}
        <div className={styles.end}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.cancel}
          </QuietButton>
          <FilledButton
            level="dialog"
            isBusy={enter.isSaving}
            isDisabled={values.length === 0 || bad.length > 0}
            onPress={() => void save()}
            testId="save-entered"
          >
            {words.save}
          </FilledButton>
        </div>
      </div>
    </Modal>
  )
}

function AskedTable(props: {
  readonly cells: readonly AskedCell[]
  readonly entered: (key: string) => CellValue
  readonly onChange: (key: string, value: CellValue, isBad: boolean) => void
}) {
  const { cells, entered, onChange } = props
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <tbody>
          {cells.map(({ cell, row, column, type }) => {
            const key = cellKeyText(cell)
            return (
              <tr key={key}>
                <td>{row}</td>
                <td>
                  <EnterField
                    label={column === '' ? row : `${row}, ${column}`}
                    placeholder={column}
                    type={type}
                    value={entered(key)}
                    onChange={(value, isBad) => onChange(key, value, isBad)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
