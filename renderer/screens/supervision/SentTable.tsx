import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { CellValue } from '../../../src/domain/report/counted-report'
import type { FormSection, ReportForm } from '../../../src/domain/report/report-form'
import type { SupervisedRow } from '../../../src/domain/supervision/supervised'
import { formatCount, formatDay } from '../../components/format'
import { locale, text } from '../../text'
import styles from './Supervision.module.css'

type Column = { readonly id: string; readonly label: string }
type Row = { readonly id: string; readonly label: string; readonly cells: SupervisedRow['cells'] }

/** The numbers of a report as they were sent, under the words of its form where this program knows them. */
export function SentTable(props: {
  readonly form: ReportForm | null
  readonly rows: readonly SupervisedRow[]
}) {
  const { form, rows } = props
  const sections = [...new Set(rows.map(({ row }) => sectionOf(row)))]
  return (
    <>
      {sections.map(id => {
        const section = form?.sections.find(each => each.id === id) ?? null
        const own = rows.filter(({ row }) => sectionOf(row) === id)
        return <Section key={id} title={section?.title[locale] ?? id} {...tableOf(section, own)} />
      })}
    </>
  )
}

const sectionOf = (row: string) => row.split('/')[0] ?? ''
const rowIdOf = (row: string) => row.slice(row.indexOf('/') + 1)

function tableOf(
  section: FormSection | null,
  sent: readonly SupervisedRow[],
): { readonly columns: readonly Column[]; readonly rows: readonly Row[] } {
  const labels = labelsOf(section)
  const rows = sent.map(({ row, label, cells }) => {
    const id = rowIdOf(row)
    return { id, label: labels.get(id) ?? label ?? id, cells }
  })
  const used = [...new Set(sent.flatMap(({ cells }) => Object.keys(cells)))]
  if (!section || section.kind === 'answers')
    return {
      rows,
      columns: used.map(id => ({ id, label: id === 'answer' ? text.supervision.report.value : id })),
    }
  const columns = section.columns.map(({ id, label, heading }) => {
    const words = label[locale]
    return { id, label: heading === null ? words : `${heading[locale]}: ${words}` }
  })
  return { rows, columns: columns.filter(({ id }) => used.includes(id)) }
}

/** Rows and questions of a form by their id. */
function labelsOf(section: FormSection | null): ReadonlyMap<string, string> {
  if (section?.kind === 'table') return new Map(section.rows.map(({ id, label }) => [id, label[locale]]))
  if (section?.kind === 'answers')
    return new Map(section.questions.map(({ id, label }) => [id, label[locale]]))
  return new Map()
}

function Section(props: {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}) {
  const { title, columns, rows } = props
  return (
    <div className={styles.tableScroll}>
      <table className={styles.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{title}</span>
            </th>
            {columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {columns.map(({ id }) => (
                <td key={id}>{cellWords(row.cells[id] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellWords(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'number')
    return Number.isInteger(value) ? formatCount(value) : String(value).replace('.', ',')
  return typeof value === 'string' ? value : formatDay(value.day as CalendarDay)
}
