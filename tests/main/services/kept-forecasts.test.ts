import { describe, expect, test } from 'vitest'
import { computeForecast, settleBasis } from '../../../main/services/immunization/keep-forecasts'
import { renewWhatWaits } from '../../../main/services/immunization/renew-forecasts'
import { correctDose, recordHistoricalDoses, voidDose } from '../../../src/contract/dose-calls'
import { startJob } from '../../../src/contract/job-calls'
import { mergePersons, undoMerge } from '../../../src/contract/merge-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import { updatePoint } from '../../../src/contract/point-calls'
import {
  addDays,
  type CalendarDay,
  daysBetween,
  vietnamDayOf,
} from '../../../src/domain/calendar/calendar-day'
import { between, type Random, seededRandom } from '../../../src/domain/exchange/random'
import type { Person } from '../../../src/domain/person/person'
import { keptStatusOn } from '../../../src/domain/schedule/kept-forecast'
import type { TestPoint } from '../../helpers/test-point'
import { dayMs, home, mother, openReadyPoint, pointSetUp, register } from './ready-point'

const states = { later: 0, due: 1, overdue: 2 } as const
const products = [
  'SII_PENTA',
  'BOPV_POLYVAC',
  'IMOVAX_POLIO',
  'MVVAC',
  'MRVAC',
  'GENEHBVAX_05',
  'BCG_IVAC',
  'JEVAX',
]

const todayOf = (point: TestPoint) => vietnamDayOf(point.ports.clock())
const personIds = (point: TestPoint) =>
  point.db.prepare<[], string>('SELECT id FROM person ORDER BY id').pluck().all() as string[]

/** What is kept of one person, as the tables have it. */
function kept(point: TestPoint, personId: string) {
  const state = point.db
    .prepare<[string], Record<string, unknown>>(
      'SELECT state, due_on, overdue_on, birth_date, commune_code, hamlet FROM forecast_state WHERE person_id = ?',
    )
    .get(personId)
  const rows = point.db
    .prepare<[string], Record<string, unknown>>(
      `SELECT row_code, state, due_on, overdue_on, doses, birth_date, commune_code, hamlet FROM forecast
       WHERE person_id = ? ORDER BY row_code`,
    )
    .all(personId)
  const tally = point.db
    .prepare<[string, string], Record<string, unknown>>(
      `SELECT dose_id, month, given_on, antigen, row_code, number, status, is_lead, is_here, is_resident, commune_code, age_months,
         vaccine_code, detail FROM dose_tally JOIN tally_dims ON tally_dims.id = dims_id WHERE person_id = ?
       UNION ALL SELECT NULL, month, on_day, antigen, row_code, number, status, is_lead, is_here, is_resident, commune_code,
         age_months, vaccine_code, detail FROM person_tally JOIN tally_dims ON tally_dims.id = dims_id WHERE person_id = ?
       ORDER BY 1, 4`,
    )
    .all(personId, personId)
  return { state, rows, tally }
}

/** The tally computed afresh, as the tables have it. */
function tallyRows(lines: ReturnType<typeof computeForecast>['tally']) {
  const rows = lines.flatMap(({ doseId, month, givenOn, dims }) =>
    dims.judged.map(({ antigen, rowCode, number, status, isLead }) => ({
      ...{
        dose_id: doseId,
        month,
        given_on: givenOn,
        antigen,
        row_code: rowCode,
        number: number ?? 0,
        status,
      },
      ...{ is_lead: Number(isLead), is_here: Number(dims.isHere), is_resident: Number(dims.isResident) },
      ...{ commune_code: dims.communeCode, age_months: dims.ageMonths },
      ...{ vaccine_code: dims.vaccineCode, detail: dims.detail },
    })),
  )
  const key = (row: (typeof rows)[number]) => `${row.dose_id ?? ''} ${row.antigen}`
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** The same, computed afresh. */
function fresh(point: TestPoint, personId: string) {
  const today = todayOf(point)
  const { rows, dueOn, overdueOn, birthDate, communeCode, hamlet, tally } = computeForecast(
    point.ports,
    { personId, marks: 0 },
    today,
  )
  const listed = { birth_date: birthDate, commune_code: communeCode, hamlet }
  const columns = (it: { readonly dueOn: CalendarDay | null; readonly overdueOn: CalendarDay | null }) => ({
    state: states[keptStatusOn(it, today)],
    due_on: it.dueOn,
    overdue_on: it.overdueOn,
    ...listed,
  })
  const sorted = [...rows].sort((a, b) => (a.rowCode < b.rowCode ? -1 : 1))
  return {
    state: columns({ dueOn, overdueOn }),
    rows: sorted.map(row => ({ row_code: row.rowCode, doses: JSON.stringify(row.doses), ...columns(row) })),
    tally: tallyRows(tally),
  }
}

/** Everybody about whom the tables claim to be right. */
function settledIds(point: TestPoint): readonly string[] {
  const { basis } = settleBasis(point.ports, todayOf(point))
  const waiting = new Set(point.store.forecasts.few(basis, 10_000).map(({ personId }) => personId))
  return personIds(point).filter(personId => !waiting.has(personId))
}

function expectRight(point: TestPoint, ids: readonly string[]): void {
  for (const personId of ids)
    expect({ personId, ...kept(point, personId) }).toEqual({ personId, ...fresh(point, personId) })
}

/** Renews until nobody waits, with the job where many do. */
async function renewAll(point: TestPoint): Promise<void> {
  renewWhatWaits(point.ports, todayOf(point))
  await expect.poll(() => point.ports.jobs.list().some(({ state }) => state === 'running')).toBe(false)
}

function expectCountsRight(point: TestPoint): void {
  const select = (sql: string) => point.db.prepare(sql).all()
  const counted = select(
    `SELECT '' AS row_code, commune_code, hamlet, state, count(*) AS persons FROM forecast_state WHERE state > 0 GROUP BY 2, 3, 4
     UNION ALL SELECT row_code, commune_code, hamlet, state, count(*) FROM forecast WHERE state > 0 GROUP BY 1, 2, 3, 4
     ORDER BY 1, 2, 3, 4`,
  )
  expect(select('SELECT * FROM forecast_count WHERE persons <> 0 ORDER BY 1, 2, 3, 4')).toEqual(counted)
}

function pick<T>(random: Random, all: readonly T[]): T {
  const found = all[between(random, 0, all.length - 1)]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}

/** Somebody with a mother of their own: no other record comes near. */
function registerAnother(point: TestPoint, changes: Partial<Person>): void {
  const count = personIds(point).length
  const phone = `09000${String(10_000 + count)}`
  register(point, {
    name: `Nguyễn Văn ${count}`,
    relatives: [mother({ name: `Trần Thị ${count}`, phone })],
    ...changes,
  })
}

/** Any two are called one person, whatever speaks against it. */
function mergeAnyTwo(point: TestPoint, random: Random): void {
  const codes = ['merge.two-identities', 'merge.twins', 'merge.different-sex'] as const
  point.call(mergePersons, {
    survivorId: pick(random, personIds(point)),
    absorbedId: pick(random, personIds(point)),
    take: pick(random, [[], ['birthDate'], ['addresses.current']] as const).slice(),
    overrides: codes.map(code => ({ code, reason: 'thử' })),
    reason: 'một người',
  })
}

function undoOne(point: TestPoint, random: Random): void {
  const merges = point.store.merges.page(0, 100).filter(({ voided }) => !voided)
  if (merges.length > 0) point.call(undoMerge, { mergeId: pick(random, merges).id, reason: 'gộp nhầm' })
}

/** Something a point does, or that happens to it. */
function something(point: TestPoint, random: Random): void {
  const today = todayOf(point)
  const personId = pick(random, personIds(point))
  const doses = point.store.records.list('dose', {}, 'id')
  const reason = 'ghi nhầm'
  const acts: readonly (() => unknown)[] = [
    () =>
      registerAnother(point, {
        birthDate: addDays(today, -between(random, 0, 900)),
        addresses: { current: { ...home, hamlet: `Thôn ${between(random, 1, 3)}` } },
      }),
    () => point.call(recordHistoricalDoses, { personId, doses: [aDose(point, personId, random)] }),
    () => point.call(recordHistoricalDoses, { personId, doses: [aDose(point, personId, random)] }),
    () => mergeAnyTwo(point, random),
    () => mergeAnyTwo(point, random),
    () => undoOne(point, random),
    () => point.call(voidDose, { doseId: pick(random, doses).id, reason }),
    () =>
      point.call(correctDose, {
        doseId: pick(random, doses).id,
        changes: { vaccineCode: pick(random, products) },
        reason,
      }),
    () =>
      point.call(correctPerson, {
        personId,
        changes: { birthDate: addDays(today, -between(random, 0, 900)) },
        reason,
      }),
    () =>
      point.call(correctPerson, {
        personId,
        changes: { addresses: { current: { ...home, hamlet: `Thôn ${between(random, 1, 3)}` } } },
        reason,
      }),
    () =>
      point.call(correctPerson, {
        personId,
        changes: { alerts: [{ code: 'immunodeficiency', note: null, notedOn: today }] },
        reason,
      }),
    () =>
      point.call(updatePoint, {
        point: { ...pointSetUp.point, offeredAntigens: pick(random, [[], ['Rotavirus']]) },
      }),
    () => point.moveClock(between(random, 1, 45) * dayMs),
    () => point.moveClock(-between(random, 1, 20) * dayMs),
    () => point.done(startJob, { job: { name: 'forecast.renew' } }),
    () => renewWhatWaits(point.ports, today),
  ]
  pick(random, acts)()
}

function aDose(point: TestPoint, personId: string, random: Random) {
  const bornOn = point.store.records.find('person', personId)?.birthDate ?? todayOf(point)
  const age = Math.max(0, daysBetween(bornOn, todayOf(point)))
  const givenOn = addDays(bornOn, between(random, 0, age))
  return {
    vaccineCode: pick(random, products),
    givenOn,
    givenOnAccuracy: null,
    statedNumber: null,
    lotNumber: null,
    placeName: null,
  }
}

describe('kept forecasts', () => {
  test.each([1, 2, 3, 4])('equal fresh ones after whatever happened (%i)', async seed => {
    const point = openReadyPoint()
    const random = seededRandom(seed)
    for (let child = 0; child < 25; child++)
      registerAnother(point, { birthDate: addDays(todayOf(point), -child * 40) })
    for (const personId of personIds(point)) {
      const doses = [1, 2, 3].map(() => aDose(point, personId, random))
      point.call(recordHistoricalDoses, { personId, doses })
    }
    for (let step = 0; step < 60; step++) {
      something(point, random)
      // A job takes its turns in between.
      if (step % 7 === 0) await new Promise(resolve => setImmediate(resolve))
      if (step % 5 === 0) expectRight(point, settledIds(point))
    }
    await renewAll(point)
    await renewAll(point)
    expect(settledIds(point)).toEqual(personIds(point))
    expectRight(point, personIds(point))
    expectCountsRight(point)
    expect(point.logs).toEqual([])
    point.close()
  })
})
