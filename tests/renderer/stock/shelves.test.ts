import { expect, test } from 'vitest'
import { emptyReceipt, toReceive } from '../../../renderer/screens/stock/receipt'
import { expiryOf, groupLots, readDoses } from '../../../renderer/screens/stock/shelves'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { Vaccine } from '../../../src/domain/immunization/vaccine'
import type { LotOnHand } from '../../../src/domain/stock/lot'

const today = day('2026-11-22')

test.each([
  ['2026-11-21', 'expired', -1],
  ['2026-11-22', 'soon', 0],
  ['2026-12-21', 'soon', 29],
  ['2026-12-22', 'fine', 30],
])('a lot that expires on %s is %s', (expiresOn, kind, days) => {
  expect(expiryOf(day(expiresOn), today)).toEqual({ kind, days })
})

test('lots stand under their vaccine; only usable doses are counted', () => {
  const lotOf = (part: Partial<LotOnHand>) =>
    ({
      status: 'active',
      balance: 5,
      places: { store: 5, session: 0, quarantine: 0 },
      ...part,
    }) as unknown as LotOnHand
  const vaccines = [{ code: 'b', shortName: 'MR' }] as unknown as readonly Vaccine[]
  const lots = [
    lotOf({ lotId: '1', vaccineCode: 'b', number: 'A', expiresOn: day('2027-01-01') }),
    lotOf({ lotId: '2', vaccineCode: 'b', number: 'B', expiresOn: day('2026-01-01') }),
    lotOf({ lotId: '3', vaccineCode: 'b', number: 'C', expiresOn: day('2027-01-01'), status: 'suspended' }),
    lotOf({ lotId: '4', vaccineCode: 'b', number: 'D', expiresOn: day('2027-01-01'), balance: 0 }),
  ]
  const [group] = groupLots(lots, vaccines, { today, withEmpty: false, levels: [] })
  expect(group).toMatchObject({ name: 'MR', usableDoses: 5 })
  expect(group?.lots.map(lot => lot.lotId)).toEqual(['1', '2', '3'])
  expect(groupLots(lots, vaccines, { today, withEmpty: true, levels: [] })[0]?.lots).toHaveLength(4)
})

test('doses are whole and positive; a count may find none', () => {
  expect([readDoses('20'), readDoses('0'), readDoses('1,5'), readDoses('-3'), readDoses('0', 0)]).toEqual([
    20,
    null,
    null,
    null,
    0,
  ])
})

test('a receipt is sent only when vaccine, number, expiry and doses are there', () => {
  const full = {
    ...emptyReceipt,
    vaccineCode: 'b',
    number: ' MR-1 ',
    expiresOn: day('2027-01-01'),
    doses: '20',
  }
  expect(toReceive(full)).toMatchObject({ number: 'MR-1', doses: 20, manufacturer: null, diluentLot: null })
  for (const gap of [{ vaccineCode: null }, { number: ' ' }, { expiresOn: null }, { doses: '' }]) {
    expect(toReceive({ ...full, ...gap })).toBeNull()
  }
})
