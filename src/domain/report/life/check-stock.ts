import type { CountedReport, CountedRow } from '../counted-report'
import type { ReportForm } from '../report-form'
import type { ReportFinding } from '../report-record'
import type { RegisterFigures } from './check-before'
import { type MeasuredSection, measuredSections, numberIn } from './check-columns'

/*
 * Cross-checks of what the ledger says: each row's balance, its opening against the closing of the period before, what counts
 * found, and what was used against the doses of the register.
 */

type Section = MeasuredSection['section']
type Said = Pick<ReportFinding, 'code' | 'severity' | 'found' | 'expected'>

/** Every finding of the sections of a report that show stock. */
export function stockFindings(
  form: Pick<ReportForm, 'sections'>,
  counted: CountedReport,
  before: CountedReport | null,
  register: RegisterFigures | null,
): readonly ReportFinding[] {
  const earlier = before === null ? [] : measuredSections(form, before)
  return measuredSections(form, counted)
    .filter(({ section }) => columnOf(section, 'closing') !== null)
    .flatMap(({ section, rows }) => {
      const known = new Map(
        earlier.find(each => each.section.id === section.id)?.rows.map(row => [row.id, row]),
      )
      const ofRows = rows.flatMap(row => [
        ...balanceDiffers(section, row),
        ...openingDiffers(section, row, known.get(row.id)),
        ...countFound(section, row),
      ])
      return [...ofRows, ...usedDiffers(section, rows, register)]
    })
}

/** The column that shows a number of the ledger; null: the form does not ask for it. */
function columnOf({ columns }: Section, field: string): string | null {
  return columns.find(({ measure }) => measure.kind === 'given' && measure.field === field)?.id ?? null
}

function given(section: Section, row: CountedRow, field: string): number | null {
  const columnId = columnOf(section, field)
  return columnId === null ? null : numberIn(row, section, columnId)
}

function at(section: Section, row: CountedRow, field: string, said: Said): ReportFinding {
  const columnId = columnOf(section, field) ?? field
  return { ...said, cell: { sectionId: section.id, rowId: row.id, columnId }, reason: null }
}

/** Opening + received − used − wasted − returned + what counts found = closing. */
function balanceDiffers(section: Section, row: CountedRow): readonly ReportFinding[] {
  const [opening, found] = [given(section, row, 'opening'), given(section, row, 'closing')]
  if (opening === null || found === null) return []
  const part = (field: string) => given(section, row, field) ?? 0
  const expected =
    opening + part('received') + part('difference') - part('spent') - part('wasted') - part('returned')
  if (found === expected) return []
  return [at(section, row, 'closing', { code: 'balance-differs', severity: 'wrong', found, expected })]
}

function openingDiffers(
  section: Section,
  row: CountedRow,
  before: CountedRow | undefined,
): readonly ReportFinding[] {
  const expected = before ? given(section, before, 'closing') : null
  const found = given(section, row, 'opening')
  if (expected === null || found === null || found === expected) return []
  return [at(section, row, 'opening', { code: 'opening-differs', severity: 'look', found, expected })]
}

/** A count that found more or less than the book has to be explained. */
function countFound(section: Section, row: CountedRow): readonly ReportFinding[] {
  const found = given(section, row, 'difference')
  if (found === null || found === 0) return []
  return [at(section, row, 'difference', { code: 'count-found', severity: 'look', found, expected: 0 })]
}

/** All doses that lots were used for are those of the register; only where the form shows every lot. */
function usedDiffers(
  section: Section,
  rows: readonly CountedRow[],
  register: RegisterFigures | null,
): readonly ReportFinding[] {
  if (register === null || section.kind !== 'by' || section.by !== 'lot' || section.select !== null) return []
  if (columnOf(section, 'spent') === null) return []
  const found = rows.reduce((sum, row) => sum + (given(section, row, 'spent') ?? 0), 0)
  const { epi, fee, campaign } = register.doses
  const expected = epi + fee + campaign - register.dosesWithoutLot
  const without: readonly ReportFinding[] =
    register.dosesWithoutLot === 0 ? [] : [whole('doses-without-lot', register.dosesWithoutLot, 0)]
  return found === expected ? without : [...without, whole('used-differs', found, expected)]
}

function whole(code: string, found: number, expected: number): ReportFinding {
  return { code, severity: 'look', cell: null, found, expected, reason: null }
}
