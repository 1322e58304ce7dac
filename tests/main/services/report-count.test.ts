import { expect, test } from 'vitest'
import { correctDose, voidDose } from '../../../src/contract/dose-calls'
import { undoMerge } from '../../../src/contract/merge-calls'
import { getReport } from '../../../src/contract/report-calls'
import { recordResidence } from '../../../src/contract/residence-calls'
import type { CellKey } from '../../../src/domain/report/counted-report'
import { takeBack } from '../../helpers/handbook-records'
import { twoRecords } from './merge-setting'
import { child, dayMs, home, mother, on, openReadyPoint, register } from './ready-point'
import { cell, count, epiMonth, names, noteDose } from './report-setting'

const cellOf = (rowId: string, columnId = 'given'): CellKey => ({ sectionId: 'results', rowId, columnId })
const november = epiMonth('2026-11')

function registerAnother(point: ReturnType<typeof openReadyPoint>, name: string, changes = {}) {
  const relatives = [mother({ name: `Mẹ của ${name}`, phone: null })]
  return register(point, { ...child(), name, relatives, ...changes })
}

test('a dose is counted where it belongs, once, and its cell opens to its name', async () => {
  const point = openReadyPoint()
  const personId = registerAnother(point, 'Bé Một')
  noteDose(point, personId, 'SII_PENTA', '2026-11-16')
  noteDose(point, personId, 'BOPV_POLYVAC', '2026-11-16')
  const table = await count(point, november)
  expect(table.made).toMatchObject({ isStale: false })
  for (const [rowId, number] of [
    ['dpt-hepb-hib-1', 1],
    ['dpt-hepb-hib-2', 0],
    ['opv-1', 1],
    ['ipv-1', 0],
  ] as const)
    expect([rowId, cell(table, rowId, 'given'), cell(table, rowId, 'valid')]).toEqual([rowId, number, number])
  const found = names(point, november, cellOf('dpt-hepb-hib-1'))
  expect(found).toMatchObject({ total: 1, sum: 1, lines: [{ noun: 'dose', on: '2026-11-16', quantity: 1 }] })
  expect(found.lines[0]?.hit?.personId).toBe(personId)
})

test('a dose given too early is given, has the number it was tried as, and is no coverage', async () => {
  const point = openReadyPoint()
  const personId = registerAnother(point, 'Bé Sớm')
  noteDose(point, personId, 'SII_PENTA', '2026-11-15')
  noteDose(point, personId, 'SII_PENTA', '2026-11-21')
  const table = await count(point, november)
  expect(['given', 'valid'].map(column => cell(table, 'dpt-hepb-hib-2', column))).toEqual([1, 0])
  expect(['given', 'valid'].map(column => cell(table, 'dpt-hepb-hib-1', column))).toEqual([1, 1])
})

test('what is voided counts nowhere; what is corrected counts on its day', async () => {
  const point = openReadyPoint()
  const [one, two, three] = ['Bé Hủy', 'Bé Sửa', 'Bé Xóa'].map(name => registerAnother(point, name))
  const reason = 'ghi nhầm'
  const voided = noteDose(point, one ?? '', 'BOPV_POLYVAC', '2026-11-16')
  const moved = noteDose(point, two ?? '', 'BOPV_POLYVAC', '2026-11-16')
  noteDose(point, three ?? '', 'BOPV_POLYVAC', '2026-11-16')
  expect(cell(await count(point, november), 'opv-1', 'given')).toBe(3)
  point.done(voidDose, { doseId: voided, reason })
  expect(point.done(getReport, { key: november }).made.isStale).toBe(true)
  expect(cell(await count(point, november), 'opv-1', 'given')).toBe(2)
  point.done(correctDose, { doseId: moved, changes: { givenOn: on('2026-10-30') }, reason })
  expect(cell(await count(point, november), 'opv-1', 'given')).toBe(1)
  const october = await count(point, epiMonth('2026-10'))
  expect(cell(october, 'opv-1', 'given')).toBe(1)
  expect(cell(await count(point, november), 'opv-1', 'given-year')).toBe(2)
  const both = await count(point, epiMonth('2026-10..2026-11'))
  expect(cell(both, 'opv-1', 'given')).toBe(2)
  takeBack(point, 'person', three ?? '')
  expect(cell(await count(point, november), 'opv-1', 'given')).toBe(0)
})

test('doses of a record that was joined are counted under the one that stands, once, and part again', async () => {
  const { point, first, second, merge } = twoRecords()
  const givenOn = '2026-11-18'
  noteDose(point, second.personId, 'BOPV_POLYVAC', givenOn)
  noteDose(point, first.personId, 'SII_PENTA', givenOn)
  merge(first.personId, second.personId)
  expect(cell(await count(point, november), 'opv-1', 'given')).toBe(1)
  const { lines } = names(point, november, cellOf('opv-1'))
  expect(lines.map(({ hit }) => hit?.personId)).toEqual([first.personId])
  const tallied = () => point.db.prepare<[], number>('SELECT count(*) FROM dose_tally').pluck().get()
  expect(tallied()).toBe(2)
  const [joined] = point.store.merges.page(0, 10)
  point.done(undoMerge, { mergeId: joined?.id ?? '', reason: 'gộp nhầm' })
  expect(tallied()).toBe(2)
  await count(point, november)
  expect(names(point, november, cellOf('opv-1')).lines.map(({ hit }) => hit?.personId)).toEqual([
    second.personId,
  ])
})

test('a month or a year on a card counts where all of it lies within', async () => {
  const point = openReadyPoint()
  const personId = registerAnother(point, 'Bé Nhớ Tháng', { birthDate: on('2025-09-15') })
  const other = registerAnother(point, 'Bé Nhớ Năm', { birthDate: on('2024-12-01') })
  noteDose(point, personId, 'BOPV_POLYVAC', '2025-12-01', { accuracy: 'month' })
  noteDose(point, other, 'BOPV_POLYVAC', '2025-01-01', { accuracy: 'year' })
  const given = async (period: string) => cell(await count(point, epiMonth(period)), 'opv-1', 'given')
  expect(await given('2025-12')).toBe(1)
  expect(await given('2025-01')).toBe(0)
  expect(await given('2025-01..2025-12')).toBe(2)
  expect(cell(await count(point, epiMonth('2025-11')), 'opv-1', 'given-year')).toBe(0)
})

test('by place, by residence, and what lies between them', async () => {
  const point = openReadyPoint()
  const [stays, leaves, comes, dies] = ['Bé Ở', 'Bé Đi', 'Bé Đến', 'Bé Mất'].map(name =>
    registerAnother(point, name),
  )
  const move = (personId = '', state: 'moved-out' | 'moved-in' | 'died', day: string) =>
    point.done(recordResidence, {
      ...{ personId, state, on: on(day), until: null },
      ...{ reason: 'thử', otherPlace: null, note: null },
    })
  move(leaves, 'moved-out', '2026-11-05')
  move(comes, 'moved-in', '2026-11-15')
  for (const personId of [stays, leaves]) noteDose(point, personId ?? '', 'BOPV_POLYVAC', '2026-11-16')
  noteDose(point, comes ?? '', 'BOPV_POLYVAC', '2026-11-14')
  noteDose(point, comes ?? '', 'IMOVAX_POLIO', '2026-11-20', { isElsewhere: true })
  noteDose(point, dies ?? '', 'BOPV_POLYVAC', '2026-11-16')
  move(dies, 'died', '2026-11-16')
  const place = await count(point, november)
  const residence = await count(point, epiMonth('2026-11', 'residence'))
  expect([cell(place, 'opv-1', 'given'), cell(residence, 'opv-1', 'given')]).toEqual([4, 2])
  expect([cell(place, 'ipv-1', 'given'), cell(residence, 'ipv-1', 'given')]).toEqual([0, 1])
})

test('whoever waits is renewed before anything is counted', async () => {
  const point = openReadyPoint()
  const personId = registerAnother(point, 'Bé Chờ', { addresses: { current: home } })
  noteDose(point, personId, 'BOPV_POLYVAC', '2026-11-16')
  point.db.exec('DELETE FROM dose_tally; UPDATE forecast_state SET generation = 0')
  expect(cell(await count(point, november), 'opv-1', 'given')).toBe(1)
  point.moveClock(dayMs)
  expect(point.done(getReport, { key: november }).made.isStale).toBe(true)
})
