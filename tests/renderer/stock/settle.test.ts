import { expect, test } from 'vitest'
import { boxLines, emptySettle, supplyLines, toSettle } from '../../../renderer/screens/stock/settle'
import type { LotUsage } from '../../../src/domain/stock/session-usage'

const lots = [
  { lotId: 'a', unopenedInBox: 12 },
  { lotId: 'b', unopenedInBox: 0 },
] as unknown as readonly LotUsage[]
const supplies = [
  { code: 'S', needed: 9, written: 2, missing: 0, shares: [{ lotId: 's', doses: 7 }] },
  { code: 'T', needed: 1, written: 1, missing: 0, shares: [] },
]
const settleOf = (draft: typeof emptySettle) =>
  toSettle(boxLines(lots, draft), supplyLines(supplies, draft), draft)

test('what is proposed is settled as it stands: the box of the book, the supplies of the rule', () => {
  expect(settleOf(emptySettle)).toEqual({
    vials: [],
    boxes: [{ lotId: 'a', found: 12, note: null }],
    supplies: [{ lotId: 's', quantity: 7 }],
  })
})

test('a count that differs from the book needs words; no number is no answer', () => {
  const counted = { ...emptySettle, found: { a: '11' } }
  expect(settleOf(counted)).toBe(null)
  expect(settleOf({ ...counted, why: { a: ' Vỡ một lọ ' } })?.boxes).toEqual([
    { lotId: 'a', found: 11, note: 'Vỡ một lọ' },
  ])
  expect(settleOf({ ...emptySettle, found: { a: '' } })).toBe(null)
  expect(settleOf({ ...emptySettle, used: { s: 'x' } })).toBe(null)
})

test('a supply that was not used is left out', () => {
  expect(settleOf({ ...emptySettle, used: { s: '0' } })?.supplies).toEqual([])
})
