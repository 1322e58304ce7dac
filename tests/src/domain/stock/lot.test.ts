import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { byUseOrder, type LotOnHand, lotRefusals } from '../../../../src/domain/stock/lot'

function lot(changes: Partial<LotOnHand> = {}): LotOnHand {
  return {
    lotId: 'lot-1',
    vaccineCode: 'SII_PENTA',
    number: 'SII-1',
    expiresOn: day('2026-11-22'),
    manufacturer: null,
    programme: 'epi',
    status: 'active',
    statusReason: null,
    diluentLot: null,
    diluentExpiresOn: null,
    balance: 2,
    places: { store: 2, session: 0, quarantine: 0 },
    openDoses: 0,
    given: 0,
    ...changes,
  }
}

const use = { vaccineCode: 'SII_PENTA', on: day('2026-11-22'), doses: 1 }

describe('lotRefusals', () => {
  const cases = [
    { why: 'on the day of expiry nothing stands against it', of: lot(), with: use, codes: [] },
    { why: 'the day after', of: lot(), with: { ...use, on: day('2026-11-23') }, codes: ['lot.expired'] },
    { why: 'suspended', of: lot({ status: 'suspended' }), with: use, codes: ['lot.suspended'] },
    { why: 'the last doses may go', of: lot(), with: { ...use, doses: 2 }, codes: [] },
    { why: 'one more than there is', of: lot(), with: { ...use, doses: 3 }, codes: ['lot.empty'] },
    {
      why: 'another product',
      of: lot(),
      with: { ...use, vaccineCode: 'BCG_IVAC' },
      codes: ['lot.wrong-vaccine'],
    },
    {
      why: 'all reasons come together',
      of: lot({ status: 'suspended', balance: 0 }),
      with: { ...use, vaccineCode: 'BCG_IVAC', on: day('2027-01-01') },
      codes: ['lot.wrong-vaccine', 'lot.expired', 'lot.suspended', 'lot.empty'],
    },
  ]
  test.each(cases)('$why: $codes', ({ of, with: wanted, codes }) => {
    expect(lotRefusals(of, wanted).map(({ code }) => code)).toEqual(codes)
  })
})

test('byUseOrder: first expired first out, what cannot be used last', () => {
  const lots = [
    lot({ number: 'EMPTY', balance: 0, expiresOn: day('2026-12-01') }),
    lot({ number: 'LATE', expiresOn: day('2027-12-01') }),
    lot({ number: 'B', expiresOn: day('2027-01-01') }),
    lot({ number: 'A', expiresOn: day('2027-01-01') }),
  ]
  expect(lots.toSorted(byUseOrder(use.on)).map(({ number }) => number)).toEqual(['A', 'B', 'LATE', 'EMPTY'])
})
