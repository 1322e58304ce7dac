import { groupBy } from '../schedule/group-by'
import type { CellValue } from './counted-report'
import { asksOf, type CountedDims, type FactSelection, isSelected, selectorOf } from './report-fact'
import type { FormColumn, FormSection, Measure, ReportBasis } from './report-form'
import type { ReportWindow } from './report-window'

/*
 * Cells of a table are numbers of facts. A cell asks one question, `{ ...row.select, ...column.select }`; the answer is how many
 * facts `isSelected` takes, and its names are these facts.
 */

export type TableSection = Extract<FormSection, { readonly kind: 'table' }>
export type BySection = Extract<FormSection, { readonly kind: 'by' }>
export type CountSection = TableSection | BySection

/** What one cell asks; of a section by value, what its column asks of every row. */
export type CellQuestion = {
  readonly rowId: string | null
  readonly columnId: string
  readonly window: ReportWindow
  readonly select: FactSelection
}

/** Every question of a section, cells that are not asked of a row left out. */
export function questionsOf(section: CountSection): readonly CellQuestion[] {
  const columns = section.columns.flatMap(({ id, measure }) =>
    measure.kind === 'count' ? [{ columnId: id, measure }] : [],
  )
  if (section.kind === 'by') {
    const { select: base } = section
    return base ? columns.map(column => questionOf(null, base, column)) : []
  }
  return section.rows.flatMap(row =>
    columns
      .map(column => questionOf(row.id, row.select, column, row.comesAt))
      .filter(({ columnId }) => !notAskedOf(section, row.id).includes(columnId)),
  )
}

/** Columns that stay empty in a row: those it names, and who came of age where it names no age. */
export function notAskedOf(section: CountSection, rowId: string): readonly string[] {
  const row = section.kind === 'table' ? section.rows.find(({ id }) => id === rowId) : undefined
  if (!row) return []
  const ofAge = section.columns.filter(
    ({ measure }) => measure.kind === 'count' && measure.select.fact === 'came-of-age',
  )
  return [...(row.notAsked ?? []), ...(row.comesAt === undefined ? ofAge.map(({ id }) => id) : [])]
}

type CountColumn = { readonly columnId: string; readonly measure: Extract<Measure, { kind: 'count' }> }

function questionOf(
  rowId: string | null,
  select: FactSelection,
  { columnId, measure }: CountColumn,
  comesAt?: number,
): CellQuestion {
  const asked = { ...select, ...measure.select }
  const ageMonths = comesAt === undefined ? undefined : { from: comesAt, before: comesAt + 1 }
  const ofAge = asked.fact === 'came-of-age' && ageMonths ? { ageMonths } : {}
  return { rowId, columnId, window: measure.window, select: { ...asked, ...ofAge } }
}

/** Whether a report of this basis counts a fact: by where it was given, whoever it was; or by who it was, wherever. */
export function isOfBasis({ place, isResident }: CountedDims, basis: ReportBasis): boolean {
  return basis === 'place' ? place === 'here' : isResident
}

/** The row of a section by value that a fact belongs to. */
export function rowKeyOf(by: BySection['by'], dims: CountedDims): string {
  if (by === 'commune') return dims.communeCode
  return by === 'vaccine-and-number' ? `${dims.vaccineCode}/${dims.number ?? ''}` : dims.vaccineCode
}

/** Whether a fact is among those that a cell counts. `rowId` of a section by value is the row's key. */
export function isInCell(
  section: CountSection,
  question: CellQuestion,
  rowId: string,
  dims: CountedDims,
): boolean {
  return (
    isSelected(dims, question.select) && (section.kind === 'table' || rowKeyOf(section.by, dims) === rowId)
  )
}

export type CellCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

/** How many facts alike there are in each window. */
export type WindowCounts = Readonly<Record<ReportWindow, number>>

/** Adds facts up for all cells of a section at once. */
export function createCounter(section: CountSection, basis: ReportBasis) {
  const buckets = bucketsOf(askedOnce(questionsOf(section)))
  const counts = new Map<string, Map<string, number>>()
  const add = (rowId: string, columnId: string, count: number) => {
    const row = counts.get(rowId) ?? new Map<string, number>()
    row.set(columnId, (row.get(columnId) ?? 0) + count)
    counts.set(rowId, row)
  }
  return {
    /** Facts alike, so many in each window. */
    add(dims: CountedDims, count: WindowCounts): void {
      if (!isOfBasis(dims, basis)) return
      for (const { isTaken, cells } of buckets(dims)) {
        if (!isTaken(dims)) continue
        for (const { rowId, columnId, window } of cells)
          if (count[window] > 0)
            add(section.kind === 'by' ? rowKeyOf(section.by, dims) : (rowId ?? ''), columnId, count[window])
      }
    },
    counts: counts as CellCounts,
  }
}

/** Cells that select the same facts, in different windows or columns, ask once. */
type AskedOnce = {
  readonly select: FactSelection
  readonly isTaken: (dims: CountedDims) => boolean
  readonly cells: readonly CellQuestion[]
}

function askedOnce(questions: readonly CellQuestion[]): readonly AskedOnce[] {
  const bySelect = groupBy(questions, ({ select }) => JSON.stringify(select))
  return [...bySelect.values()].flatMap(cells => {
    const select = cells[0]?.select
    return select ? [{ select, isTaken: selectorOf(select), cells }] : []
  })
}

/** Most questions name antigens: a fact is asked only those that name its own, and those that name none. */
function bucketsOf(questions: readonly AskedOnce[]): (dims: CountedDims) => readonly AskedOnce[] {
  const known = new Map<string, readonly AskedOnce[]>()
  return ({ fact, antigen }) => {
    const key = `${fact} ${antigen}`
    const found =
      known.get(key) ??
      questions.filter(
        ({ select }) =>
          select.fact === fact &&
          (!asksOf(fact).has('antigens') || (select.antigens?.includes(antigen) ?? true)),
      )
    known.set(key, found)
    return found
  }
}

/**
 * The values of one row. `counts`: by column, absent for 0; `entered`: what was entered, or what a section
 * works out by itself; absent for not said. What is not asked of a row
 * is null.
 */
export function settleRow(
  columns: readonly FormColumn[],
  counts: ReadonlyMap<string, number>,
  entered: (columnId: string) => CellValue,
  notAsked: readonly string[] = [],
): readonly CellValue[] {
  const values = new Map<string, CellValue>()
  const own = ({ id, measure }: FormColumn): CellValue =>
    measure.kind === 'count' ? (counts.get(id) ?? 0) : entered(id)
  for (const column of columns) values.set(column.id, notAsked.includes(column.id) ? null : own(column))
  return columns.map(column => {
    if (notAsked.includes(column.id)) return null
    return derived(column.measure, columns, values) ?? values.get(column.id) ?? null
  })
}

/** A sum may be of sums, a share of both: what names itself was refused when the form was read. */
function derived(
  measure: Measure,
  columns: readonly FormColumn[],
  values: ReadonlyMap<string, CellValue>,
): number | null {
  const numberOf = (id: string): number | null => {
    const of = columns.find(column => column.id === id)?.measure
    const value =
      of && (of.kind === 'sum' || of.kind === 'share') ? derived(of, columns, values) : values.get(id)
    return typeof value === 'number' ? value : null
  }
  if (measure.kind === 'sum') {
    const parts = measure.of.map(numberOf).filter(part => part !== null)
    return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0)
  }
  if (measure.kind !== 'share') return null
  const [part, whole] = [numberOf(measure.of), numberOf(measure.in)]
  return part === null || whole === null || whole === 0 ? null : Math.round((part / whole) * 1_000) / 10
}
