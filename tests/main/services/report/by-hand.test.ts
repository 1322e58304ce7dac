import { beforeAll, expect, test } from 'vitest'
import { startJob } from '../../../../src/contract/job-calls'
import { getReport, listReportNames, type ReportTable } from '../../../../src/contract/report-calls'
import type { CellValue } from '../../../../src/domain/report/counted-report'
import type { ReportBasis } from '../../../../src/domain/report/report-form'
import { openReportRegister, type ReportRegister, readFixture } from '../../../helpers/report-register'

/*
 * The register made by hand: every cell of every form says what was written down for it by reasoning, before anything was
 * counted (`tests/fixtures/reports/README.md`).
 */

type Cell = {
  readonly given: readonly string[]
  readonly notValid: readonly string[]
  readonly deferred?: readonly string[]
  readonly contraindicated?: readonly string[]
  readonly reactions?: readonly string[]
}
type Sheet = Readonly<Record<string, Cell>>
const expected = readFixture('expected-epi-month.json') as Readonly<Record<string, Sheet>>
const before = '2026-01..2026-09'

let register: ReportRegister
beforeAll(() => {
  register = openReportRegister()
  register.until('2026-11-30')
})

async function counted(formId: string, period: string, basis: ReportBasis): Promise<ReportTable> {
  const { point } = register
  const key = { formId, period, basis }
  point.done(startJob, { job: { name: 'report.count', key } })
  const job = await point.ended('report.count')
  expect([job.state, job.error]).toEqual(['done', null])
  return point.done(getReport, { key })
}

/** The names behind a cell, as the fixture calls them. */
function namesOf(period: string, basis: ReportBasis, rowId: string, columnId: string): readonly string[] {
  const key = { formId: 'epi-month', period, basis }
  const cell = { sectionId: 'results', rowId, columnId }
  const { lines, sum } = register.point.done(listReportNames, { key, cell, offset: 0, limit: 200 })
  expect([rowId, columnId, sum]).toEqual([rowId, columnId, lines.length])
  return lines.map(({ recordId }) => register.nameOf(recordId)).toSorted()
}

const nothing: Cell = { given: [], notValid: [] }
const cellOf = (period: string, basis: ReportBasis, row: string) =>
  expected[`${period} ${basis}`]?.[row] ?? nothing

/** What the columns of a row that open to names must open to. */
function wanted(
  period: string,
  basis: ReportBasis,
  row: string,
): Readonly<Record<string, readonly string[]>> {
  const months = period === '2026-10' ? [period] : ['2026-10', period]
  const cell = cellOf(period, basis, row)
  const year = [before, ...months].map(month => cellOf(month, basis, row))
  const given = year.flatMap(each => each.given)
  const notValid = year.flatMap(each => each.notValid)
  const isValid = (wrong: readonly string[]) => (name: string) => !wrong.includes(name)
  return {
    given: cell.given.toSorted(),
    valid: cell.given.filter(isValid(cell.notValid)).toSorted(),
    'given-year': given.toSorted(),
    'valid-year': given.filter(isValid(notValid)).toSorted(),
    deferred: cell.deferred ?? [],
    contraindicated: cell.contraindicated ?? [],
    reactions: cell.reactions ?? [],
  }
}

test.each([
  ['2026-10', 'place'],
  ['2026-10', 'residence'],
  ['2026-11', 'place'],
  ['2026-11', 'residence'],
] as const)('epi-month %s by %s: every cell and its names', async (period, basis) => {
  const { form, counted: report } = await counted('epi-month', period, basis)
  const section = form.sections[0]
  if (section?.kind !== 'table' || !report) throw new Error('no table')
  const rows = report.sections[0]?.rows ?? []
  const columns = section.columns.map(({ id }) => id)
  const rowIds = new Set(section.rows.map(({ id }) => id))
  for (const row of Object.keys(expected[`${period} ${basis}`] ?? {})) expect(rowIds).toContain(row)
  const found: Record<string, unknown> = {}
  const should: Record<string, unknown> = {}
  for (const { id, notAsked } of section.rows) {
    const cells = rows.find(row => row.id === id)?.cells ?? []
    for (const [column, names] of Object.entries(wanted(period, basis, id))) {
      if (notAsked?.includes(column)) continue
      found[`${id} ${column}`] = [cells[columns.indexOf(column)], namesOf(period, basis, id, column)]
      should[`${id} ${column}`] = [names.length, names]
    }
  }
  expect(found).toEqual(should)
})

/** Form, period → section → row → column: the values of every row, and no row besides. */
type Forms = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, CellValue>>>>>>>
>
const forms = readFixture('expected-forms.json') as Forms

test.each(Object.keys(forms))('%s: every row and value', async name => {
  const [formId = '', period = ''] = name.split(' ')
  const { form, counted: report } = await counted(formId, period, 'place')
  for (const [sectionId, rows] of Object.entries(forms[name] ?? {})) {
    const section = form.sections.find(({ id }) => id === sectionId)
    if (!section || section.kind === 'answers') throw new Error(`no section ${sectionId}`)
    const columns = section.columns.map(({ id }) => id)
    const found = report?.sections.find(({ id }) => id === sectionId)?.rows ?? []
    const byName = found.map(({ id, cells }) => {
      const row = register.nameOf(id)
      const asked = Object.keys(rows[row] ?? {})
      return [row, Object.fromEntries(asked.map(column => [column, cells[columns.indexOf(column)]]))]
    })
    expect([sectionId, Object.fromEntries(byName)]).toEqual([sectionId, rows])
  }
})
