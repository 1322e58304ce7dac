import { expect, test } from 'vitest'
import { readWorkbook } from '../../../main/exchange/read-workbook'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { type ExportResult, makeExport, takeExport } from '../../../src/contract/export-calls'
import {
  getProgrammeReport,
  listProgrammeNames,
  type ProgrammeCell,
  type ProgrammeReport,
} from '../../../src/contract/handbook-list-calls'
import { startJob } from '../../../src/contract/job-calls'
import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { between, chance, pick, seededRandom } from '../../../src/domain/exchange/random'
import type { Month } from '../../../src/domain/report/count-programme'
import {
  antenatalVisit,
  birth,
  childCheck,
  handedOut,
  newborn,
  note,
  postpartumVisit,
  pregnancy,
  takeBack,
} from '../../helpers/handbook-records'
import type { TestPoint } from '../../helpers/test-point'
import { twoRecords } from './merge-setting'
import { home, on, openReadyPoint, register } from './ready-point'

const until = '2026-11' as Month

async function report(point: TestPoint, communeCode: string | null = null): Promise<ProgrammeReport> {
  point.done(startJob, { job: { name: 'handbook.report', until } })
  expect(await point.ended('handbook.report')).toMatchObject({ state: 'done' })
  return point.done(getProgrammeReport, { until, communeCode })
}

function names(point: TestPoint, cell: Partial<ProgrammeCell>) {
  return point.done(listProgrammeNames, {
    cell: { until, rowId: 'enrolled', month: until, communeCode: null, which: 'counted', ...cell },
    offset: 0,
    limit: 200,
  })
}

const cellOf = ({ rows }: ProgrammeReport, rowId: string) =>
  rows.find(({ id }) => id === rowId)?.byMonth.at(-1)

const other = { provinceCode: '38', communeCode: '14797', hamlet: 'Thôn 9', line: null }

/** A register nobody planned: women of two communes with pregnancies, visits, births; some of it taken back. */
function randomRegister(seed: number): TestPoint {
  const random = seededRandom(seed)
  const point = openReadyPoint()
  const day = (): CalendarDay => addDays(on('2025-11-20'), between(random, 0, 366))
  for (let index = 0; index < 25; index++) {
    const address = chance(random, 0.5) ? home : other
    const personId = note(point, 'person', {
      ...(point.store.records.find('person', register(point, { birthDate: on('2026-11-20') })) as never),
      kind: 'woman',
      name: `Người Thứ ${index}`,
      birthDate: on('1995-05-05'),
      addresses: { current: address },
      identifiers: [],
    })
    if (chance(random, 0.7)) note(point, 'handbook', handedOut(personId, day()))
    const pregnancyId = note(point, 'pregnancy', pregnancy(personId, { enrolledOn: day() }))
    for (let visit = between(random, 0, 9); visit > 0; visit--) {
      const visitId = note(point, 'antenatal-visit', antenatalVisit(personId, pregnancyId, day()))
      if (chance(random, 0.1)) takeBack(point, 'antenatal-visit', visitId)
    }
    const bornOn = day()
    const birthId = note(point, 'birth', birth(personId, bornOn, { pregnancyId }))
    if (chance(random, 0.5))
      note(
        point,
        'postpartum-visit',
        postpartumVisit(personId, birthId, addDays(bornOn, between(random, 0, 60))),
      )
    const isAlive = chance(random, 0.9)
    note(
      point,
      'newborn',
      newborn(birthId, isAlive ? personId : null, bornOn, { weightG: between(random, 1500, 4000) }),
    )
    note(point, 'child-check', childCheck(personId, day()))
    if (chance(random, 0.1)) takeBack(point, 'birth', birthId)
  }
  return point
}

test.each([1, 2])(
  'random register %i: the sum of names is the cell, in every cell of every row',
  async seed => {
    const point = randomRegister(seed)
    for (const communeCode of [null, home.communeCode, other.communeCode]) {
      const { rows, months, communes } = await report(point, communeCode)
      for (const { id, byMonth, byCommune } of rows) {
        for (const [index, month] of months.entries()) {
          const cell = byMonth[index]
          const counted = names(point, { rowId: id, month, communeCode, which: 'counted' })
          const all = names(point, { rowId: id, month, communeCode, which: 'all' })
          expect([id, month, counted.total, counted.lines.length]).toEqual([
            id,
            month,
            cell?.counted,
            cell?.counted,
          ])
          if (cell?.of !== null) expect(all.total).toBe(cell?.of)
        }
        for (const [index, { code }] of communes.entries())
          expect(names(point, { rowId: id, communeCode: code }).total).toBe(byCommune[index]?.counted)
      }
    }
  },
)

test.each([3, 4])('random register %i: cells are what one bare count over the rows says', async seed => {
  const point = randomRegister(seed)
  const { rows, months } = await report(point)
  const bare = (table: string, column: string, month: string) =>
    point.db
      .prepare<[string], number>(
        `SELECT count(*) FROM ${table} WHERE voided = 0 AND substr(${column}, 1, 7) = ?`,
      )
      .pluck()
      .get(month)
  for (const [rowId, table, column] of [
    ['enrolled', 'pregnancy', 'enrolled_on'],
    ['handbooks', 'handbook', 'issued_on'],
    ['deliveries', 'birth', 'born_on'],
  ] as const)
    for (const [index, month] of months.entries())
      expect(rows.find(({ id }) => id === rowId)?.byMonth[index]?.counted).toBe(bare(table, column, month))
})

test('a birth with its dose, its visits, its protection; and what is missing says why', async () => {
  const point = openReadyPoint()
  const give = (personId: string, vaccineCode: string, givenOn: string) =>
    point.done(recordHistoricalDoses, {
      personId,
      doses: [{ vaccineCode, givenOn: on(givenOn), statedNumber: null, lotNumber: null, placeName: null }],
    })
  const woman = (name: string) =>
    register(point, { kind: 'woman', name, birthDate: on('1996-01-01'), relatives: [] })
  const [guarded, bare] = [woman('Mẹ Đủ Mũi'), woman('Mẹ Thiếu Mũi')]
  give(guarded, 'TT_IVAC', '2026-05-01')
  give(guarded, 'TT_IVAC', '2026-06-10')
  give(bare, 'TT_IVAC', '2026-10-25')
  const children = ['Con Một', 'Con Hai'].map(name =>
    register(point, { name, birthDate: on('2026-11-05'), birthTime: '06:30' }),
  )
  give(children[0] ?? '', 'GENEHBVAX_05', '2026-11-05')
  give(children[1] ?? '', 'GENEHBVAX_05', '2026-11-08')
  for (const [index, mother] of [guarded, bare].entries()) {
    const birthId = note(point, 'birth', birth(mother, on('2026-11-05')))
    note(point, 'newborn', newborn(birthId, children[index] ?? null, on('2026-11-05')))
  }
  const made = await report(point)
  expect(cellOf(made, 'live-births')).toEqual({ counted: 2, of: null })
  expect(cellOf(made, 'birth-dose')).toEqual({ counted: 1, of: 2 })
  expect(cellOf(made, 'births-protected')).toEqual({ counted: 1, of: 2 })
  const late = names(point, { rowId: 'birth-dose', which: 'missing' }).lines
  expect(late.map(({ hit, name }) => [hit.name, name.note?.code])).toEqual([['Con Hai', 'dose-late']])
  const unguarded = names(point, { rowId: 'births-protected', which: 'missing' }).lines
  expect(unguarded.map(({ hit, name }) => [hit.name, name.note?.code])).toEqual([
    ['Mẹ Thiếu Mũi', 'not-protected'],
  ])
})

test('two records of one woman are one name after the merge; a new record makes the report old', async () => {
  const { point, first, second, merge } = twoRecords()
  note(point, 'pregnancy', pregnancy(second.personId, { enrolledOn: on('2026-11-10') }))
  merge(first.personId, second.personId)
  await report(point)
  expect(names(point, {}).lines.map(({ hit }) => hit.personId)).toEqual([first.personId])
  note(point, 'pregnancy', pregnancy(first.personId, { enrolledOn: on('2026-11-11') }))
  const { made } = point.done(getProgrammeReport, { until, communeCode: null })
  expect(made).toMatchObject({ isStale: true, at: '2026-11-22T01:00:00.000Z' })
  expect(cellOf(await report(point), 'enrolled')).toEqual({ counted: 2, of: null })
})

test('the report and the names of a cell leave as spreadsheets', async () => {
  const point = openReadyPoint()
  const personId = register(point, { kind: 'woman', name: 'Mẹ Một', birthDate: on('1996-01-01') })
  note(point, 'pregnancy', pregnancy(personId, { enrolledOn: on('2026-11-10') }))
  await report(point)
  async function sheet(of: Parameters<typeof point.done<typeof makeExport>>[1]['of']) {
    point.done(makeExport, { of, format: 'xlsx' })
    const { result } = await point.ended('export.make')
    const { bytes } = point.done(takeExport, { exportId: (result as ExportResult).exportId })
    return (await readWorkbook(bytes)).sheets[0]?.rows ?? []
  }
  const table = await sheet({ list: 'programme', until, communeCode: null })
  expect(table).toHaveLength(point.ports.resources.programme.form.rows.length + 1)
  const cell = { until, rowId: 'enrolled', month: until, communeCode: null, which: 'counted' as const }
  expect(JSON.stringify(await sheet({ list: 'programme-names', cell }))).toContain('Mẹ Một')
})
