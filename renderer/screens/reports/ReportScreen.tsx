import { useCallback, useMemo, useState } from 'react'
import { getReport, type ReportTable } from '../../../src/contract/report-calls'
import type { ReportForm, ReportKey } from '../../../src/domain/report/report-form'
import { isWholePeriod } from '../../../src/domain/report/report-period'
import { sheetOf } from '../../../src/domain/report/report-sheet'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useKeys } from '../../components/use-keys'
import { ExportButton } from '../../data/ExportButton'
import { useCallQuery } from '../../data/use-call-query'
import { locale, text } from '../../text'
import { CellDialog } from './CellDialog'
import { CountNotice } from './CountNotice'
import type { SheetCell } from './cells'
import { LifeBar } from './life/LifeBar'
import { ReportChoices } from './ReportChoices'
import styles from './Reports.module.css'
import { SheetTable } from './SheetTable'
import { useCount } from './use-count'

/** One report: its form with its numbers, as it stands on paper. Every number opens to its names and its rule. */
export function ReportScreen({ initial }: { readonly initial: ReportKey }) {
  const [key, setKey] = useState(initial)
  const report = useCallQuery(getReport, { key }, { keep: true })
  // While another period is read, nothing of the one before is taken for it.
  const table = report.isStale ? null : report.data
  const counting = useCount(key, table)
  const [cell, setCell] = useState<SheetCell | null>(null)
  useKeys({ r: counting.start, Escape: () => (counting.isRunning ? counting.stop() : false) })
  return (
    <Panel
      title={report.data?.form.title[locale] ?? text.report.title}
      note={report.data && <FormNote form={report.data.form} />}
      actions={
        <ExportButton of={{ list: 'report', key }} label={text.report.exportFile} testId="export-report" />
      }
      className={styles.panel}
    >
      {report.data && <ReportChoices asked={key} form={report.data.form} onChange={setKey} />}
      {table && hasLife(table.form, key) && <LifeBar form={table.form} reportKey={key} />}
      {table && <CountNotice made={table.made} counting={counting} />}
      {report.error && <ErrorNotice error={report.error} onRetry={report.retry} />}
      {table ? <Sheet table={table} onOpen={setCell} /> : <LateSkeleton lines={12} />}
      {table && cell && (
        <CellDialog
          key={`${cell.section.id} ${cell.row.rowId} ${cell.column.id}`}
          form={table.form}
          reportKey={key}
          cell={cell}
          onOpen={setCell}
          onClose={() => setCell(null)}
        />
      )}
    </Panel>
  )
}

/** Months put together are looked at; what is signed is one period of the form. */
function hasLife({ period: kind }: ReportForm, { period }: ReportKey): boolean {
  return isWholePeriod(kind, period)
}

function Sheet(props: { readonly table: ReportTable; readonly onOpen: (cell: SheetCell) => void }) {
  const { form, counted } = props.table
  const sections = useMemo(() => sheetOf(form, counted), [form, counted])
  const { onOpen } = props
  const open = useCallback((cell: SheetCell) => onOpen(cell), [onOpen])
  return <SheetTable sections={sections} onOpen={open} />
}

function FormNote({ form }: { readonly form: ReportForm }) {
  return (
    <span className={styles.formNote} title={form.source}>
      {text.report.formLine(form.id, form.version)}{' '}
      {form.confirmation === 'unverified' && (
        <Chip kind="late" title={text.report.unverifiedForm}>
          {text.report.unverified}
        </Chip>
      )}
    </span>
  )
}
