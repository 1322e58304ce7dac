import { describe, expect, test } from 'vitest'
import { stockWork } from '../../../main/services/report/stock-section'
import { moveStock } from '../../../src/contract/stock-calls'
import { addDays, type Instant } from '../../../src/domain/calendar/calendar-day'
import { between, chance, pick, seededRandom } from '../../../src/domain/exchange/random'
import type { Account, Movement, MovementKind } from '../../../src/domain/stock/ledger'
import { note, takeBack } from '../../helpers/handbook-records'
import type { TestPoint } from '../../helpers/test-point'
import { done, post } from './post-stock'
import { dayMs, givePenta, on, openReadyPoint, register, stockLot } from './ready-point'
import { cellsOf, sectionOf } from './report-lists-setting'

const vaccines = { formId: 'vaccine-use', sectionId: 'vaccines' }
const supplies = { formId: 'vaccine-use', sectionId: 'supplies' }

async function rows(point: TestPoint, of: { formId: string; sectionId: string }, period: string) {
  const asked = sectionOf(point, stockWork, { ...of, period })
  const counted = await asked.count()
  return new Map(counted.map(row => [row.id, cellsOf(row, asked.columnIds)]))
}

describe('use of vaccines and supplies', () => {
  test('two months of one lot, written down by reasoning', async () => {
    const point = openReadyPoint({ at: '2026-10-20T01:00:00.000Z' })
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA', doses: 20, number: 'PTA-1' })
    givePenta(point, register(point, { birthDate: on('2026-08-01') }), lotId)
    point.moveClock(15 * dayMs) // 4 November
    point.done(moveStock, { lotId, kind: 'returned', doses: 6, note: null })
    done(post(point, lotId, ['store', 'wasted'], 3, { reason: 'broken' }))
    done(post(point, lotId, ['store', 'province'], 2))
    const late = register(point, { name: 'Lê Văn Thử', birthDate: on('2026-09-01'), sex: 'male' })
    givePenta(point, late, lotId)
    const asked = sectionOf(point, stockWork, { ...vaccines, period: '2026-11' })
    const november = cellsOf((await asked.count())[0], asked.columnIds)
    expect((await rows(point, vaccines, '2026-10')).get(lotId)).toMatchObject({
      ...{ opening: 0, received: 20, used: 1, wasted: 0, returned: 0, closing: 19, people: 1, factor: 1 },
      ...{ 'lot-number': 'PTA-1', 'expires-on': { day: '2027-06-30' }, 'waste-reasons': null },
    })
    expect(november).toMatchObject({
      ...{
        opening: 19,
        received: 6,
        used: 1,
        wasted: 3,
        returned: 2,
        difference: 0,
        closing: 19,
        people: 1,
      },
      ...{ 'waste-reasons': 'Vỡ, đổ: 3', factor: 4, 'used-up': 4, 'waste-share': 75 },
    })
    expect(point.store.lots.find(lotId)?.balance).toBe(19)
    expect(asked.names(lotId, 'used')).toMatchObject([
      { noun: 'dose', personId: late, on: '2026-11-04', quantity: 1 },
    ])
    expect(asked.names(lotId, 'wasted')).toMatchObject([
      { noun: 'movement', label: 'Lô PTA-1: hủy', quantity: 3 },
    ])
    expect(asked.names(lotId, 'used-up')).toHaveLength(2)
  })

  test('supplies are rows of their own, also those that never came; a lot that was empty all along is none', async () => {
    const point = openReadyPoint()
    const lotId = stockLot(point, { vaccineCode: 'SYRINGE_05', doses: 100, expiresOn: on('2030-01-01') })
    done(post(point, lotId, ['store', 'used'], 30))
    const counted = await rows(point, supplies, '2026-11')
    expect([...counted.keys()]).toEqual([...point.ports.resources.supplies.keys()])
    expect(counted.get('SYRINGE_05')).toMatchObject({ opening: 0, received: 100, used: 30, closing: 70 })
    expect(counted.get('SAFETY_BOX')).toMatchObject({ opening: 0, received: 0, used: 0, closing: 0 })
    expect(await rows(point, vaccines, '2026-11')).toEqual(new Map())
    expect((await rows(point, supplies, '2026-10')).get('SYRINGE_05')).toMatchObject({ closing: 0 })
  })
})

const outers: readonly Account[] = ['supplier', 'province', 'elsewhere', 'wasted', 'used', 'count']
const places: readonly Account[] = ['store', 'session', 'quarantine']
const old: readonly MovementKind[] = ['received', 'issued', 'wasted', 'returned', 'counted']

/** A ledger nobody planned: every way there is, entries of earlier builds, some taken back, doses of two people. */
function randomLedger(seed: number) {
  const random = seededRandom(seed)
  const point = openReadyPoint()
  const people = [
    register(point),
    register(point, { name: 'Lê Văn Thử', birthDate: on('2026-09-01'), sex: 'male' }),
  ]
  const lotIds = ['SII_PENTA', 'BCG_IVAC', 'SYRINGE_05'].map(vaccineCode =>
    stockLot(point, { vaccineCode, doses: 50 }),
  )
  const { db } = point
  const bodyOf = (): Movement => {
    const lotId = pick(random, lotIds)
    const quantity = between(random, 1, 9)
    // Close to midnight in Vietnam as often as not.
    const at =
      `${addDays(on('2026-08-28'), between(random, 0, 70))}T${pick(random, ['16:59:59', '17:00:00', '05:00:00'])}.000Z` as Instant
    const base = { lotId, at, note: null, reason: pick(random, ['broken', 'expired', null]) }
    if (chance(random, 0.2)) {
      const doses = chance(random, 0.5) ? quantity : -quantity
      return { lotId, at, note: null, kind: pick(random, old), doses }
    }
    const isIn = chance(random, 0.4)
    const [from, to] = chance(random, 0.15)
      ? [pick(random, places), pick(random, places)]
      : isIn
        ? [pick(random, outers), pick(random, places)]
        : [pick(random, places), pick(random, outers)]
    const isPlace = (account: Account) => places.includes(account)
    const doses = (isPlace(to) ? quantity : 0) - (isPlace(from) ? quantity : 0)
    return { ...base, kind: chance(random, 0.2) ? 'reversed' : 'moved', from, to, quantity, doses }
  }
  for (let index = 0; index < 40; index++) {
    const movementId = note(point, 'movement', bodyOf())
    if (chance(random, 0.1)) takeBack(point, 'movement', movementId)
  }
  for (let index = 0; index < 15; index++) {
    const givenOn = addDays(on('2026-08-28'), between(random, 0, 70))
    const lotId = pick(random, lotIds.slice(0, 2))
    const doseId = note(point, 'dose', {
      ...{ personId: pick(random, people), visitId: null, kind: 'administered', vaccineCode: 'SII_PENTA' },
      ...{ lotId, lotNumber: 'X', lotExpiresOn: null, givenOn, givenOnAccuracy: null, givenAt: null },
      ...{ takenFrom: pick(random, ['store', 'session', null] as const), statedNumber: null, site: null },
      ...{ route: null, volumeMl: null, programme: 'epi', givenByUserId: null, givenByName: null },
      ...{ placeName: null, overrides: [], note: null },
    })
    if (chance(random, 0.1)) takeBack(point, 'dose', doseId)
  }
  return { point, lotIds, db }
}

const months = ['2026-08', '2026-09', '2026-10', '2026-11'] as const
const flows = ['received', 'used', 'wasted', 'returned', 'difference'] as const
const number = (value: unknown) => (typeof value === 'number' ? value : 0)

test('on random ledgers: books close, months add up, names add up to their number, and the ledger agrees', async () => {
  for (let seed = 1; seed <= 4; seed++) {
    const { point, lotIds } = randomLedger(seed)
    for (const of of [vaccines, supplies]) {
      const byMonth = await Promise.all(months.map(month => rows(point, of, month)))
      const two = await rows(point, of, '2026-09..2026-10')
      for (const [index, month] of months.entries()) {
        const asked = sectionOf(point, stockWork, { ...of, period: month })
        for (const [id, row] of byMonth[index] ?? []) {
          const sum = number(row.received) + number(row.difference)
          const out = number(row.used) + number(row.wasted) + number(row.returned)
          expect(number(row.opening) + sum - out).toBe(row.closing)
          const next = byMonth[index + 1]?.get(id)
          expect(number(next?.opening)).toBe(index === 3 ? 0 : row.closing)
          for (const columnId of asked.columnIds.filter(each => typeof row[each] === 'number')) {
            if (columnId === 'factor' || columnId === 'waste-share') continue
            const named = asked.names(id, columnId)
            expect([columnId, named.reduce((total, { quantity }) => total + quantity, 0)]).toEqual([
              columnId,
              row[columnId],
            ])
            expect(new Set(named.map(each => each.recordId)).size).toBe(named.length)
          }
        }
      }
      for (const [id, row] of two)
        for (const field of flows)
          expect(number(byMonth[1]?.get(id)?.[field]) + number(byMonth[2]?.get(id)?.[field])).toBe(
            number(row[field]),
          )
    }
    const closing = new Map([
      ...(await rows(point, vaccines, '2026-12')),
      ...(await rows(point, supplies, '2026-12')),
    ])
    for (const lotId of lotIds) {
      const lot = point.store.lots.find(lotId)
      const row = closing.get(lotId) ?? closing.get(lot?.vaccineCode ?? '')
      expect(number(row?.closing)).toBe(lot?.balance)
    }
    point.close()
  }
})
