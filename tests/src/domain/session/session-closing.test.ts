import { describe, expect, test } from 'vitest'
import { closingRefusals, reconcile } from '../../../../src/domain/session/session-closing'

const use = {
  lotId: 'lot',
  vaccineCode: 'BCG_IVAC',
  lotNumber: 'B-01',
  vialSize: 10,
  vials: 2,
  opened: 20,
  given: 13,
  wasted: 4,
  left: 3,
}

describe('accounting for a lot', () => {
  test.each([
    { why: 'all is accounted for', vials: 2, left: 3, difference: 0 },
    { why: 'three doses are missing', vials: 2, left: 0, difference: 3 },
    { why: 'more was given than the vials held', vials: 1, left: 0, difference: -7 },
  ])('$why', ({ vials, left, difference }) => {
    const lot = reconcile(use, { vials, left, differsBecause: ' Rơi vỡ ' })
    expect(lot).toMatchObject({
      opened: vials * 10,
      difference,
      differsBecause: difference === 0 ? null : 'Rơi vỡ',
    })
  })

  test('a blank reason is none', () => {
    expect(reconcile(use, { vials: 2, left: 0, differsBecause: '  ' }).differsBecause).toBeNull()
  })
})

test('everything that keeps a day open is said at once, and nothing keeps a settled one', () => {
  const unexplained = reconcile(use, { vials: 2, left: 0, differsBecause: null })
  const explained = reconcile(use, { vials: 2, left: 0, differsBecause: 'Rơi vỡ' })
  const refusals = closingRefusals({
    inside: [{ ticket: 3 }, { ticket: 8 }],
    unexplainedNoShows: 2,
    lots: [unexplained, explained],
    openVials: [{ lotNumber: 'B-01' }, { lotNumber: 'B-01' }],
  })
  expect(refusals).toEqual([
    { code: 'session.people-inside', count: 2, tickets: '3, 8' },
    { code: 'session.no-show-unexplained', count: 2 },
    { code: 'session.vial-open', count: 2, lots: 'B-01' },
    { code: 'session.lot-unexplained', lotId: 'lot', lot: 'B-01', difference: 3 },
  ])
  expect(closingRefusals({ inside: [], unexplainedNoShows: 0, lots: [explained], openVials: [] })).toEqual([])
})
