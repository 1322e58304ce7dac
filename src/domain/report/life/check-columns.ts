import type { CellValue, CountedReport, CountedRow } from '../counted-report'
import type { FactSelection } from '../report-fact'
import type { FormColumn, FormSection, Measure, ReportForm } from '../report-form'
import type { ReportFinding } from '../report-record'

/*
 * Cross-checks within one report: columns of a row that must agree with each other, whatever was counted. Each answers its
 * findings; `wrong` cannot be right as it stands, `look` may be, with a reason.
 */

/** A section whose columns have measures, with its rows as counted. */
export type MeasuredSection = {
  readonly section: Extract<FormSection, { kind: 'table' | 'by' }>
  readonly rows: readonly CountedRow[]
}

type CountColumn = FormColumn & { readonly measure: Extract<Measure, { kind: 'count' }> }

/** Sections with measures, as far as they were counted. */
export function measuredSections(
  { sections }: Pick<ReportForm, 'sections'>,
  counted: CountedReport,
): readonly MeasuredSection[] {
  return sections.flatMap(section => {
    if (section.kind !== 'table' && section.kind !== 'by') return []
    const rows = counted.sections.find(({ id }) => id === section.id)?.rows ?? []
    return [{ section, rows }]
  })
}

/** A cell as a number; null where it is none. */
export function numberIn(
  row: CountedRow,
  section: MeasuredSection['section'],
  columnId: string,
): number | null {
  const value: CellValue = row.cells[section.columns.findIndex(({ id }) => id === columnId)] ?? null
  return typeof value === 'number' ? value : null
}

/** The columns of a section that count facts. */
export function countColumns({ columns }: MeasuredSection['section']): readonly CountColumn[] {
  return columns.flatMap(column =>
    column.measure.kind === 'count' ? [{ ...column, measure: column.measure }] : [],
  )
}

/** Every finding of the columns of a report. */
export function columnFindings(sections: readonly MeasuredSection[]): readonly ReportFinding[] {
  return sections.flatMap(each => [
    ...eachRow(each, partExceedsWhole),
    ...eachRow(each, sumDiffers),
    ...eachRow(each, shareOverHundred),
    ...eachRow(each, deferredExceedsPlanned),
    ...withoutDenominator(each),
  ])
}

type RowCheck = (section: MeasuredSection['section'], row: CountedRow) => readonly ReportFinding[]

function eachRow({ section, rows }: MeasuredSection, check: RowCheck): readonly ReportFinding[] {
  return rows.flatMap(row => check(section, row))
}

type Said = Pick<ReportFinding, 'code' | 'severity' | 'found' | 'expected'>

function at(
  section: MeasuredSection['section'],
  row: CountedRow,
  columnId: string,
  said: Said,
): ReportFinding {
  return { ...said, cell: { sectionId: section.id, rowId: row.id, columnId }, reason: null }
}

/** What a narrower selection takes, or a shorter time, is never more than what the wider one does. */
function partExceedsWhole(section: MeasuredSection['section'], row: CountedRow): readonly ReportFinding[] {
  const columns = countColumns(section)
  return columns.flatMap(part =>
    columns.flatMap(whole => {
      if (part.id === whole.id || !isPartOf(part, whole)) return []
      const [found, expected] = [numberIn(row, section, part.id), numberIn(row, section, whole.id)]
      if (found === null || expected === null || found <= expected) return []
      return [at(section, row, part.id, { code: 'part-exceeds-whole', severity: 'wrong', found, expected })]
    }),
  )
}

function isPartOf({ measure: part }: CountColumn, { measure: whole }: CountColumn): boolean {
  if (part.window === 'year-to-date' && whole.window === 'period') return false
  const wider = Object.entries(whole.select) as [keyof FactSelection, unknown][]
  const isNarrower = wider.every(([key, value]) => JSON.stringify(part.select[key]) === JSON.stringify(value))
  // A column that asks for another fact counts something else: reactions are no part of the doses.
  return isNarrower && part.select.fact === whole.select.fact
}

function sumDiffers(section: MeasuredSection['section'], row: CountedRow): readonly ReportFinding[] {
  return section.columns.flatMap(({ id, measure }) => {
    if (measure.kind !== 'sum') return []
    const found = numberIn(row, section, id)
    const parts = measure.of.map(of => numberIn(row, section, of))
    const expected = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
    if (found === null || found === expected) return []
    return [at(section, row, id, { code: 'sum-differs', severity: 'wrong', found, expected })]
  })
}

function shareOverHundred(section: MeasuredSection['section'], row: CountedRow): readonly ReportFinding[] {
  return section.columns.flatMap(({ id, measure }) => {
    const found = measure.kind === 'share' ? numberIn(row, section, id) : null
    if (found === null || found <= 100) return []
    return [at(section, row, id, { code: 'share-over-hundred', severity: 'look', found, expected: 100 })]
  })
}

/** More put off than were to come: only where the form counts who came of age. */
function deferredExceedsPlanned(
  section: MeasuredSection['section'],
  row: CountedRow,
): readonly ReportFinding[] {
  const columns = countColumns(section).filter(({ measure }) => measure.window === 'period')
  const planned = columns.find(({ measure }) => measure.select.fact === 'came-of-age')
  const expected = planned ? numberIn(row, section, planned.id) : null
  if (expected === null) return []
  return columns.flatMap(({ id, measure }) => {
    const found = measure.select.fact === 'not-given' ? numberIn(row, section, id) : null
    if (found === null || found <= expected) return []
    return [at(section, row, id, { code: 'deferred-exceeds-planned', severity: 'look', found, expected })]
  })
}

/** Rows with something to be put into a share and nothing to put it in; one finding a column. */
function withoutDenominator({ section, rows }: MeasuredSection): readonly ReportFinding[] {
  return section.columns.flatMap(({ measure }) => {
    if (measure.kind !== 'share') return []
    const lacking = rows.filter(
      row => (numberIn(row, section, measure.of) ?? 0) > 0 && !numberIn(row, section, measure.in),
    )
    const [first] = lacking
    if (!first) return []
    const said = { code: 'no-denominator', severity: 'look', found: lacking.length, expected: 0 } as const
    return [at(section, first, measure.in, said)]
  })
}
