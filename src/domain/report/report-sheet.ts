import type { LocalText } from '../schedule/schedule-types'
import type { CellValue, CountedReport, CountedRow, CountedSection } from './counted-report'
import type { FormRow, FormSection, Measure, ReportForm } from './report-form'

/*
 * A form with its numbers, laid out: what stands above which columns, where groups of rows begin, which number a row has. The
 * screen, the page and the file are drawn from this, so that they cannot differ. A report that was not counted yet has its rows
 * all the same, empty.
 */

/** One cell above the columns; two rows of them where columns share a heading. */
export type SheetHead = { readonly label: LocalText; readonly columns: number; readonly rows: number }

/** How a column is written: whole numbers, a percentage with one decimal, or whatever stands there. */
export type CellShape = 'number' | 'share' | 'any'

export type SheetColumn = {
  readonly id: string
  readonly label: LocalText
  readonly heading: LocalText | null
  readonly shape: CellShape
  /** Where its numbers come from; null: of a list or an answer. */
  readonly measure: Measure | null
}

export type SheetRow = {
  readonly kind: 'row'
  readonly rowId: string
  /** STT; counted through the section. */
  readonly number: number
  /** Null in a list whose columns say who a row is about. */
  readonly label: LocalText | null
  /** The form's own row; null where rows come from what was counted. */
  readonly row: FormRow | null
  readonly cells: readonly CellValue[]
}

export type SheetLine = { readonly kind: 'group'; readonly label: LocalText } | SheetRow

export type SheetSection = {
  readonly id: string
  readonly title: LocalText
  readonly kind: FormSection['kind']
  /** Of the column that says what a row is; null: the section has none. */
  readonly rowHead: LocalText | null
  readonly columns: readonly SheetColumn[]
  /** Without the number of the row and its name, which stand at the left of all of them. */
  readonly heads: readonly (readonly SheetHead[])[]
  readonly lines: readonly SheetLine[]
}

export const numberHead: LocalText = { vi: 'STT', en: 'No.' }

const rowHeads: Readonly<Record<Extract<FormSection, { kind: 'by' }>['by'], LocalText>> = {
  vaccine: { vi: 'Vắc xin', en: 'Vaccine' },
  'vaccine-and-number': { vi: 'Vắc xin, mũi', en: 'Vaccine, dose' },
  lot: { vi: 'Vắc xin, số lô', en: 'Vaccine, lot' },
  supply: { vi: 'Vật tư', en: 'Supply' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  need: { vi: 'Vắc xin, vật tư', en: 'Vaccine, supply' },
  'handbook-row': { vi: 'Nội dung', en: 'Item' },
}
const contentHead: LocalText = { vi: 'Nội dung', en: 'Item' }
const answerHead: LocalText = { vi: 'Trả lời', en: 'Answer' }

/** Lays out every section of a form. */
export function sheetOf(form: ReportForm, counted: CountedReport | null): readonly SheetSection[] {
  return form.sections.map(section =>
    sectionOf(section, counted?.sections.find(({ id }) => id === section.id) ?? null),
  )
}

function sectionOf(section: FormSection, counted: CountedSection | null): SheetSection {
  const { id, title, kind } = section
  const columns = columnsOf(section)
  const lines = linesOf(section, counted?.rows ?? [], columns.length)
  return { id, title, kind, rowHead: rowHeadOf(section, lines), columns, heads: headsOf(columns), lines }
}

function rowHeadOf(section: FormSection, lines: readonly SheetLine[]): LocalText | null {
  if (section.kind === 'by') return rowHeads[section.by]
  if (section.kind !== 'list') return contentHead
  return lines.some(({ label }) => label !== null) ? contentHead : null
}

function columnsOf(section: FormSection): readonly SheetColumn[] {
  if (section.kind === 'answers')
    return [{ id: 'answer', label: answerHead, heading: null, shape: 'any', measure: null }]
  if (section.kind === 'list')
    return section.columns.map(({ id, label, heading }) => ({
      ...{ id, label, heading },
      ...{ shape: 'any' as const, measure: null },
    }))
  return section.columns.map(({ id, label, heading, measure }) => ({
    ...{ id, label, heading, measure },
    shape: measure.kind === 'share' ? ('share' as const) : ('number' as const),
  }))
}

/** Neighbours under one heading stand together; a column without a heading is as high as both rows. */
function headsOf(columns: readonly SheetColumn[]): readonly (readonly SheetHead[])[] {
  if (columns.every(({ heading }) => heading === null))
    return [columns.map(({ label }) => ({ label, columns: 1, rows: 1 }))]
  const upper: SheetHead[] = []
  let open: LocalText | null = null
  for (const { heading, label } of columns) {
    const last = upper.at(-1)
    if (heading !== null && last && open?.vi === heading.vi)
      upper[upper.length - 1] = { ...last, columns: last.columns + 1 }
    else upper.push({ label: heading ?? label, columns: 1, rows: heading === null ? 2 : 1 })
    open = heading
  }
  const lower = columns
    .filter(({ heading }) => heading !== null)
    .map(({ label }) => ({ label, columns: 1, rows: 1 }))
  return [upper, lower]
}

function linesOf(section: FormSection, counted: readonly CountedRow[], width: number): readonly SheetLine[] {
  const cellsOf = (row: CountedRow | undefined) =>
    Array.from({ length: width }, (_, index) => row?.cells[index] ?? null)
  if (section.kind === 'by' || section.kind === 'list')
    return counted.map((row, index) => ({
      ...{ kind: 'row' as const, rowId: row.id, number: index + 1, row: null, cells: cellsOf(row) },
      label: row.label === null ? null : { vi: row.label, en: row.label },
    }))
  const byId = new Map(counted.map(row => [row.id, row]))
  const rows = section.kind === 'answers' ? section.questions : section.rows
  return rows.flatMap((row, index): readonly SheetLine[] => {
    const { id: rowId, label } = row
    const own = 'select' in row ? row : null
    const line: SheetRow = {
      ...{ kind: 'row', rowId, number: index + 1, label, row: own },
      cells: cellsOf(byId.get(rowId)),
    }
    return own?.group ? [{ kind: 'group', label: own.group }, line] : [line]
  })
}

/** A number with dots between thousands and a decimal comma; shares with one decimal. A day as `27/11/2026`; nothing is empty. */
export function cellText(value: CellValue, shape: CellShape): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'object') return value.day.split('-').toReversed().join('/')
  if (shape === 'share') return decimals(value, 1)
  return Number.isInteger(value) ? decimals(value, 0) : decimals(value, 2).replace(/0$/u, '')
}

function decimals(value: number, digits: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(digits).split('.')
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/gu, '.')
  const sign = value < 0 && Number(value.toFixed(digits)) !== 0 ? '−' : ''
  return `${sign}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}
