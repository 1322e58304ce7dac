import { read } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { type ExportResult, makeExport, takeExport } from '../../../src/contract/export-calls'
import type { ExportList } from '../../../src/contract/export-values'
import { buildDocument } from '../../../src/contract/internal-calls'
import type { ReportKey } from '../../../src/domain/report/report-form'
import { child, mother, openReadyPoint, register } from './ready-point'
import { cell, count, epiMonth, noteDose } from './report-setting'

type Point = ReturnType<typeof openReadyPoint>
const november = epiMonth('2026-11')

function pointWithDoses(): Point {
  const point = openReadyPoint()
  for (const name of ['Bé Thử Một', 'Bé Thử Hai']) {
    const relatives = [mother({ name: `Mẹ của ${name}`, phone: null })]
    const personId = register(point, { ...child(), name, relatives })
    noteDose(point, personId, 'BOPV_POLYVAC', '2026-11-16')
  }
  return point
}

async function sheet(point: Point, of: ExportList, format: 'xlsx' | 'csv' = 'xlsx') {
  point.done(makeExport, { of, format })
  const { result } = await point.ended('export.make')
  const { bytes, fileName } = point.done(takeExport, { exportId: (result as ExportResult).exportId })
  const book = read(bytes, { type: 'array', dense: true })
  const rows = book.Sheets[book.SheetNames[0] ?? '']?.['!data'] ?? []
  return { fileName, rows: Array.from(rows, row => Array.from(row ?? [], each => each?.v ?? null)) }
}

const asked = (key: ReportKey) =>
  ({ kind: 'report', personId: null, visitId: null, printerId: null, report: key }) as const

test('numbers are neither printed nor exported before they are counted, then as the screen has them', async () => {
  const point = pointWithDoses()
  expect(point.codes(buildDocument, asked(november))).toEqual(['report.not-counted'])
  expect(point.codes(makeExport, { of: { list: 'report', key: november }, format: 'xlsx' })).toEqual([
    'report.not-counted',
  ])
  expect(point.codes(buildDocument, asked({ ...november, formId: 'no-such-form' }))).toEqual([
    'report.unknown-form',
  ])
  const table = await count(point, november)
  const [section] = table.form.sections
  if (section?.kind !== 'table') throw new Error('the form of a month is a table')
  const ids = section.columns.map(({ id }) => id)
  const wanted = ids.map(id => cell(table, 'opv-1', id))
  expect(wanted[ids.indexOf('given')]).toBe(2)

  const { rows, fileName } = await sheet(point, { list: 'report', key: november })
  expect(rows.find(row => row[1] === 'OPV lần 1')?.slice(2)).toEqual(wanted)
  expect(fileName).toMatch(/^epi-month-2026-11-.*\.xlsx$/u)

  const paper = point.done(buildDocument, asked(november))
  if (paper.kind !== 'report') throw new Error('not a report')
  expect(paper).toMatchObject({ notice: 'BẢN NHÁP, CHƯA KÝ', signed: null, isLandscape: true })
  const opv = paper.sections[0]?.lines.find(line => line.kind === 'row' && line.cells[1] === 'OPV lần 1')
  expect(opv?.kind === 'row' && opv.cells.slice(2)).toEqual(wanted)

  const names = await sheet(point, {
    list: 'report-names',
    key: november,
    cell: { sectionId: 'results', rowId: 'opv-1', columnId: 'given' },
  })
  const of = (head: string) => names.rows.slice(1).map(row => row[names.rows[0]?.indexOf(head) ?? -1])
  expect(of('Họ tên').toSorted()).toEqual(['Bé Thử Hai', 'Bé Thử Một'])
  expect(of('Số lượng')).toEqual([1, 1])
})
