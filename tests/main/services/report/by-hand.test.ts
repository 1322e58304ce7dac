import { read } from '@e965/xlsx'
import { beforeAll, expect, test } from 'vitest'
import { type ExportResult, makeExport, takeExport } from '../../../../src/contract/export-calls'
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

/** The numbered rows of the file, read by another library than the one that writes it: what stands behind number and label. */
async function fileRows({ form, counted: report }: ReportTable): Promise<readonly (readonly CellValue[])[]> {
  if (!report) throw new Error('not counted')
  const { point } = register
  const { period, basis } = report
  point.done(makeExport, { of: { list: 'report', key: { formId: form.id, period, basis } }, format: 'xlsx' })
  const { result } = await point.ended('export.make')
  const { bytes } = point.done(takeExport, { exportId: (result as ExportResult).exportId })
  const book = read(bytes, { type: 'array', dense: true })
  const sheets = book.SheetNames.flatMap(name => [book.Sheets[name]?.['!data'] ?? []]) as Written[][][]
  const before = form.sections.some(({ kind }) => kind === 'list') ? 1 : 2
  return sheets
    .flat()
    .filter(row => typeof row?.[0]?.v === 'number')
    .map(row => Array.from(row, cell => cell?.v ?? null).slice(before))
}

type Written = { readonly v?: CellValue } | undefined

/** Every row of every section, in order, as the file must hold it: its cells, and nothing where the last ones are empty. */
function rowsToWrite({ counted: report }: ReportTable): readonly (readonly CellValue[])[] {
  return report?.sections.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(inFile))) ?? []
}

/** A day is written as Excel counts days: from 30 December 1899. */
function inFile(value: CellValue): CellValue {
  if (typeof value !== 'object' || value === null) return value
  return (Date.parse(value.day) - Date.UTC(1899, 11, 30)) / 86_400_000
}

const filled = (rows: readonly (readonly CellValue[])[]) =>
  rows.map(row => row.slice(0, row.findLastIndex(value => value !== null) + 1))

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
  const table = await counted('epi-month', period, basis)
  const { form, counted: report } = table
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
  expect(filled(await fileRows(table))).toEqual(filled(rowsToWrite(table)))
})

/** Form, period → section → row → column: the values of every row, and no row besides. */
type Forms = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, CellValue>>>>>>>
>
const forms = readFixture('expected-forms.json') as Forms

test.each(Object.keys(forms))('%s: every row and value', async name => {
  const [formId = '', period = ''] = name.split(' ')
  const table = await counted(formId, period, 'place')
  const { form, counted: report } = table
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
  expect(filled(await fileRows(table))).toEqual(filled(rowsToWrite(table)))
})

test('October as it was before the late entry, and after: only the late doses are new', async () => {
  const early = openReportRegister()
  early.until('2026-11-02')
  const key = { formId: 'epi-month', period: '2026-10', basis: 'place' } as const
  const behind = async (rowId: string) => {
    early.point.done(startJob, { job: { name: 'report.count', key } })
    expect(await early.point.ended('report.count')).toMatchObject({ state: 'done' })
    const cell = { sectionId: 'results', rowId, columnId: 'given' }
    const { lines } = early.point.done(listReportNames, { key, cell, offset: 0, limit: 200 })
    return lines.map(({ recordId, enteredAt }) => [early.nameOf(recordId), enteredAt.slice(0, 10)]).toSorted()
  }
  expect(await behind('dpt-hepb-hib-3')).toEqual([['P08-PEN-3', '2026-10-20']])
  early.until('2026-11-30')
  expect(await behind('dpt-hepb-hib-3')).toEqual([
    ['P08-PEN-3', '2026-10-20'],
    ['P10-PEN-3', '2026-11-05'],
  ])
})
