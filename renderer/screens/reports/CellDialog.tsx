import { Modal } from '@mantine/core'
import { listReportNames, type ReportName } from '../../../src/contract/report-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import type { CellKey } from '../../../src/domain/report/counted-report'
import { opensToNames } from '../../../src/domain/report/opens-to-names'
import type { ReportForm, ReportKey } from '../../../src/domain/report/report-form'
import { cellText, type SheetColumn } from '../../../src/domain/report/report-sheet'
import { Chip } from '../../components/Chip'
import { formatCount, formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { ExportButton } from '../../data/ExportButton'
import { locale, text } from '../../text'
import { PagedNames } from '../duplicates/PagedNames'
import { usePages } from '../duplicates/use-pages'
import { keyOfCell, type SheetCell } from './cells'
import styles from './Reports.module.css'
import { ruleWords } from './rule-words'

/** A cell opened: its number, the rule that counted it, and the names it is made of. */
export function CellDialog(props: {
  readonly form: ReportForm
  readonly reportKey: ReportKey
  readonly cell: SheetCell
  readonly onOpen: (cell: SheetCell) => void
  readonly onClose: () => void
}) {
  const { form, reportKey, cell, onOpen, onClose } = props
  const { section, row, column } = cell
  useKeys({ Escape: onClose }, 'dialog')
  const value = row.cells[section.columns.indexOf(column)] ?? null
  const key = keyOfCell(cell)
  const asked = form.sections.find(({ id }) => id === section.id)
  const hasNames = asked !== undefined && opensToNames(asked, column.id)
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.report.names.title(row.label?.[locale] ?? String(row.number), headOf(column))}
      closeOnEscape={false}
      size="xl"
      centered
    >
      <div className={styles.names} data-testid="cell-dialog">
        <p className={styles.figure} data-testid="cell-value">
          {value === null ? text.report.noNumber : cellText(value, column.shape)}
        </p>
        <Rule form={form} reportKey={reportKey} cell={cell} />
        <Parts cell={cell} onOpen={onOpen} />
        {hasNames && <Names reportKey={reportKey} cell={key} />}
        <div className={styles.buttons}>
          {hasNames && (
            <ExportButton of={{ list: 'report-names', key: reportKey, cell: key }} testId="export-names" />
          )}
          <QuietButton hint="Esc" onPress={onClose}>
            {text.report.names.close}
          </QuietButton>
        </div>
      </div>
    </Modal>
  )
}

function headOf({ heading, label }: SheetColumn): string {
  return heading ? `${heading[locale]}: ${label[locale]}` : label[locale]
}

function Rule(props: { readonly form: ReportForm; readonly reportKey: ReportKey; readonly cell: SheetCell }) {
  const { form, reportKey, cell } = props
  const section = form.sections.find(({ id }) => id === cell.section.id)
  if (!section) return null
  const { row, column } = cell
  const lines = ruleWords({ ...reportKey, section, row: row.row, column })
  return (
    <section className={styles.rule} aria-label={text.report.names.rule}>
      <strong>{text.report.names.rule}</strong>
      <ul data-testid="cell-rule">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {row.row?.confirmation === 'unverified' && (
        <p>
          <Chip kind="late" title={text.report.names.source(row.row.source)}>
            {text.report.unverifiedRow}
          </Chip>
        </p>
      )}
    </section>
  )
}

/** The columns a share or a sum is made of, each a way to its own names. */
function Parts({ cell, onOpen }: { readonly cell: SheetCell; readonly onOpen: (cell: SheetCell) => void }) {
  const { section, row, column } = cell
  const { measure } = column
  const ids = measure?.kind === 'share' ? [measure.of, measure.in] : measure?.kind === 'sum' ? measure.of : []
  const parts = section.columns.filter(({ id }) => ids.includes(id))
  if (parts.length === 0) return null
  return (
    <div className={styles.filters}>
      {parts.map(part => (
        <QuietButton key={part.id} onPress={() => onOpen({ section, row, column: part })}>
          {headOf(part)}:{' '}
          {cellText(row.cells[section.columns.indexOf(part)] ?? null, part.shape) || text.report.empty}
        </QuietButton>
      ))}
    </div>
  )
}

function Names({ reportKey, cell }: { readonly reportKey: ReportKey; readonly cell: CellKey }) {
  const pages = usePages(
    listReportNames,
    page => ({ key: reportKey, cell, ...page }),
    ({ total, sum, lines }) => ({ total, items: lines.map(line => ({ line, sum })) }),
  )
  return (
    <PagedNames
      pages={pages}
      label={text.report.names.list}
      none={text.report.names.none}
      className={styles.nameList}
      personOf={({ line }) => line.hit?.personId ?? null}
      line={({ line }) => <Name line={line} />}
    >
      <p className={styles.soft} data-testid="names-total">
        {text.report.names.sum(
          formatCount(pages.total),
          cellText(pages.itemAt(0)?.sum ?? pages.total, 'number'),
        )}
      </p>
    </PagedNames>
  )
}

function Name({ line: { hit, label, on, enteredAt, quantity } }: { readonly line: ReportName }) {
  const enteredOn = vietnamDayOf(enteredAt)
  const place = hit ? [hit.hamlet, hit.communeName].filter(Boolean).join(', ') : ''
  return (
    <div className={styles.nameLine} data-testid="report-name">
      <div>
        <div className={styles.name}>{hit?.displayName ?? label}</div>
        <div className={styles.soft}>{hit && formatDay(hit.birthDate)}</div>
      </div>
      <div>
        <div className={styles.cut}>{place}</div>
        <div className={styles.soft}>{hit && label}</div>
      </div>
      <div>
        <div>
          {formatDay(on)}
          {quantity !== 1 && ` · ${text.report.names.quantity(cellText(quantity, 'number'))}`}
        </div>
        <div className={styles.soft}>{enteredOn !== on && text.report.names.late(formatDay(enteredOn))}</div>
      </div>
    </div>
  )
}
