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
import { between, chance, seededRandom } from '../../../src/domain/exchange/random'
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
import { child, home, on, openReadyPoint, register } from './ready-point'

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
  for (let index = 0; index < 14; index++) {
    const address = chance(random, 0.5) ? home : other
    const woman = { kind: 'woman', name: `Người Thứ ${index}`, birthDate: on('1995-05-05') } as const
    const personId = note(point, 'person', { ...child(woman), addresses: { current: address } })
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

/** The cells of rows that one bare count over a table answers as well. */
function bareCounts(point: TestPoint, month: Month): Readonly<Record<string, number>> {
  const count = (table: string, column: string) =>
    point.db
      .prepare<[string], number>(
        `SELECT count(*) FROM ${table} WHERE voided = 0 AND substr(${column}, 1, 7) = ?`,
      )
      .pluck()
      .get(month) ?? 0
  return {
    enrolled: count('pregnancy', 'enrolled_on'),
    handbooks: count('handbook', 'issued_on'),
    deliveries: count('birth', 'born_on'),
  }
}

test.each([1, 2])(
  'random register %i: the sum of names is the cell, and what a bare count says',
  async seed => {
    const point = randomRegister(seed)
    for (const communeCode of [null, home.communeCode]) {
      const { rows, months, communes } = await report(point, communeCode)
      for (const { id, byMonth, byCommune } of rows) {
        for (const [index, month] of months.entries()) {
          const cell = byMonth[index]
          const counted = names(point, { rowId: id, month, communeCode })
          const found = [id, month, counted.total, counted.lines.length]
          expect(found).toEqual([id, month, cell?.counted, cell?.counted])
          const bare = communeCode === null ? bareCounts(point, month)[id] : undefined
          if (bare !== undefined) expect([id, month, cell?.counted]).toEqual([id, month, bare])
        }
        const all = names(point, { rowId: id, communeCode, which: 'all' })
        if (byMonth.at(-1)?.of !== null) expect(all.total).toBe(byMonth.at(-1)?.of)
        for (const [index, { code }] of communes.entries())
          expect(names(point, { rowId: id, communeCode: code }).total).toBe(byCommune[index]?.counted)
      }
    }
  },
)

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
