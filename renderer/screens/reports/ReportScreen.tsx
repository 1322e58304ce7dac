import { useCallback, useMemo, useState } from 'react'
import { getReport, type ReportTable } from '../../../src/contract/report-calls'
import type { CellKey } from '../../../src/domain/report/counted-report'
import type { ReportForm, ReportKey } from '../../../src/domain/report/report-form'
import { isWholePeriod } from '../../../src/domain/report/report-period'
import { sheetOf } from '../../../src/domain/report/report-sheet'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { ExportButton } from '../../data/ExportButton'
import { useCallQuery } from '../../data/use-call-query'
import { useMade } from '../../data/use-made'
import { locale, text } from '../../text'
import { DocumentPreview } from '../documents/DocumentPreview'
import { CellDialog } from './CellDialog'
import { CountNotice } from './CountNotice'
import { cellOf, keyOfCell, type SheetCell } from './cells'
import { LifeBar } from './life/LifeBar'
import { ReportChoices } from './ReportChoices'
import styles from './Reports.module.css'
import { SheetTable } from './SheetTable'

/** One report: its form with its numbers, as it stands on paper. Every number opens to its names and its rule. */
export function ReportScreen({ initial }: { readonly initial: ReportKey }) {
  const [key, setKey] = useState(initial)
  const report = useCallQuery(getReport, { key }, { keep: true })
  // While another period is read, nothing of the one before is taken for it.
  const table = report.isStale ? null : report.data
  const counting = useMade({ name: 'report.count', key }, table?.made ?? null)
  const [isPrinting, setPrinting] = useState(false)
  useKeys({
    r: counting.start,
    'Ctrl+p': () => setPrinting(true),
    Escape: () => (counting.isRunning ? counting.stop() : false),
  })
  return (
    <Panel
      title={report.data?.form.title[locale] ?? text.report.title}
      note={report.data && <FormNote form={report.data.form} />}
      actions={
        <>
          <QuietButton isSmall hint="Ctrl P" testId="print-report" onPress={() => setPrinting(true)}>
            {text.report.print}
          </QuietButton>
          <ExportButton of={{ list: 'report', key }} label={text.report.exportFile} testId="export-report" />
        </>
      }
      className={styles.panel}
    >
      {report.data && <ReportChoices asked={key} form={report.data.form} onChange={setKey} />}
      {table && hasLife(table.form, key) && <LifeBar form={table.form} reportKey={key} />}
      {table && <CountNotice made={table.made} counting={counting} />}
      {report.error && <ErrorNotice error={report.error} onRetry={report.retry} />}
      {table ? <Sheet table={table} reportKey={key} /> : <LateSkeleton lines={12} />}
      {isPrinting && <Paper report={key} onClose={() => setPrinting(false)} />}
    </Panel>
  )
}

/** The report as it will come out. */
function Paper({ report, onClose }: { readonly report: ReportKey; readonly onClose: () => void }) {
  const request = { kind: 'report', personId: null, visitId: null, paper: null, bilingual: false } as const
  return <DocumentPreview request={{ ...request, report }} onClose={onClose} />
}

/** Months put together are looked at; what is signed is one period of the form. */
function hasLife({ period: kind }: ReportForm, { period }: ReportKey): boolean {
  return isWholePeriod(kind, period)
}

/** The sheet, and over it the cell that was opened: of a report that is counted anew meanwhile, its newest number. */
function Sheet({ table, reportKey }: { readonly table: ReportTable; readonly reportKey: ReportKey }) {
  const { form, counted } = table
  const sections = useMemo(() => sheetOf(form, counted), [form, counted])
  const [opened, setOpened] = useState<CellKey | null>(null)
  const open = useCallback((cell: SheetCell) => setOpened(keyOfCell(cell)), [])
  const cell = cellOf(sections, opened)
  return (
    <>
      <SheetTable sections={sections} onOpen={open} />
      {cell && (
        <CellDialog
          key={`${cell.section.id} ${cell.row.rowId} ${cell.column.id}`}
          form={form}
          reportKey={reportKey}
          cell={cell}
          onOpen={open}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
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
