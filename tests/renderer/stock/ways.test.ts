import { expect, test } from 'vitest'
import { readTemperature } from '../../../renderer/screens/stock/receipt'
import { groupLots, warningsOf } from '../../../renderer/screens/stock/shelves'
import { endsOf, placesOf, type Way, waysOf } from '../../../renderer/screens/stock/ways'
import type { OpenVial } from '../../../src/contract/vial-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import { kindOfPosting } from '../../../src/domain/stock/ledger'
import type { LotOnHand } from '../../../src/domain/stock/lot'

const there = { store: 5, session: 0, quarantine: 0 }

test('only what can be done is offered: nothing is brought back from an empty box', () => {
  expect(waysOf(there, false)).toEqual(['out', 'waste', 'count', 'return', 'lend', 'borrow', 'aside'])
  expect(waysOf({ store: 0, session: 2, quarantine: 1 }, false)).toEqual([
    'back',
    'waste',
    'count',
    'return',
    'borrow',
    'aside',
    'release',
  ])
  expect(waysOf({ store: 0, session: 0, quarantine: 0 }, true)).toEqual(['count', 'borrow'])
})

test('every way goes where the ledger lets it go', () => {
  const ways: readonly Way[] = ['out', 'back', 'waste', 'return', 'lend', 'borrow', 'aside', 'release', 'use']
  for (const way of ways) {
    for (const place of placesOf(way, { store: 5, session: 5, quarantine: 5 })) {
      if (way === 'count') continue
      const { from, to } = endsOf(way, place)
      expect(kindOfPosting(from, to), `${way} from ${place}`).not.toBe(null)
    }
  }
})

test('a count may find something where the book has nothing', () => {
  expect(placesOf('count', there)).toEqual(['store', 'session', 'quarantine'])
  expect(placesOf('waste', there)).toEqual(['store'])
})

test('temperatures are read as people write them', () => {
  expect(['5', '5,5', '-1', '−1.5', '', 'ấm', '500'].map(readTemperature)).toEqual([
    5,
    5.5,
    -1,
    -1.5,
    null,
    undefined,
    undefined,
  ])
})

test('warnings count products, lots and vials; a product that ran out is below its minimum', () => {
  const today = day('2026-11-22')
  const lotOf = (part: Partial<LotOnHand>) =>
    ({ status: 'active', balance: 5, places: there, ...part }) as unknown as LotOnHand
  const lots = [
    lotOf({ lotId: '1', vaccineCode: 'b', number: 'A', expiresOn: day('2026-12-01') }),
    lotOf({ lotId: '2', vaccineCode: 'b', number: 'B', expiresOn: day('2026-01-01') }),
    lotOf({
      lotId: '3',
      vaccineCode: 'b',
      number: 'C',
      expiresOn: day('2027-12-01'),
      places: { store: 3, session: 0, quarantine: 2 },
    }),
  ]
  const products = [
    { code: 'b', shortName: 'MR' },
    { code: 'c', shortName: 'BCG' },
  ]
  const levels = [
    { code: 'b', minimum: null, maximum: 7 },
    { code: 'c', minimum: 10, maximum: null },
  ]
  const groups = groupLots(lots, products, { today, withEmpty: false, levels })
  expect(groups.map(({ name, usableDoses, levelState }) => [name, usableDoses, levelState])).toEqual([
    ['BCG', 0, 'below'],
    ['MR', 8, 'above'],
  ])
  const late = { refusals: [{ code: 'vial.over-hours' }] } as unknown as OpenVial
  expect(warningsOf(groups, [late], today)).toEqual({
    below: 1,
    above: 1,
    soon: 1,
    expired: 1,
    aside: 1,
    overHours: 1,
  })
})
