import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  accountsOf,
  kindOfPosting,
  type Movement,
  postingRefusals,
  reversalIdOf,
  sumAccounts,
} from '../../../../src/domain/stock/ledger'

const old = (kind: Movement['kind'], doses: number) => ({ kind, doses })

describe('movements of earlier builds', () => {
  const cases = [
    { of: old('received', 20), is: { from: 'supplier', to: 'store', quantity: 20 } },
    { of: old('issued', -5), is: { from: 'store', to: 'elsewhere', quantity: 5 } },
    { of: old('wasted', -2), is: { from: 'store', to: 'wasted', quantity: 2 } },
    { of: old('returned', 3), is: { from: 'elsewhere', to: 'store', quantity: 3 } },
    { of: old('counted', -1), is: { from: 'store', to: 'count', quantity: 1 } },
    { of: old('counted', 1), is: { from: 'count', to: 'store', quantity: 1 } },
  ] as const
  test.each(cases)('$of.kind $of.doses', ({ of, is }) => {
    expect(accountsOf(of)).toEqual(is)
  })

  test('a movement with accounts is read as it says', () => {
    const movement = { kind: 'moved', doses: 0, from: 'store', to: 'session', quantity: 4 } as const
    expect(accountsOf(movement)).toEqual({ from: 'store', to: 'session', quantity: 4 })
  })
})

describe('postingRefusals', () => {
  const unopened = { store: 10, session: 2, quarantine: 0 }
  const cases = [
    { why: 'all there is', from: 'store', to: 'session', quantity: 10, note: null, codes: [] },
    {
      why: 'one more than there is',
      from: 'store',
      to: 'session',
      quantity: 11,
      note: null,
      codes: ['stock.not-enough'],
    },
    {
      why: 'nothing',
      from: 'store',
      to: 'session',
      quantity: 0,
      note: null,
      codes: ['lot.bad-quantity'],
    },
    {
      why: 'given is no place to post to',
      from: 'store',
      to: 'given',
      quantity: 1,
      note: null,
      codes: ['stock.no-such-way'],
    },
    {
      why: 'setting aside without a word',
      from: 'session',
      to: 'quarantine',
      quantity: 1,
      note: null,
      codes: ['reason.missing'],
    },
    {
      why: 'back from what was set aside, without a word and without doses',
      from: 'quarantine',
      to: 'store',
      quantity: 1,
      note: null,
      codes: ['stock.not-enough', 'reason.missing'],
    },
  ] as const
  test.each(cases)('$why: $codes', ({ from, to, quantity, note, codes }) => {
    expect(postingRefusals({ from, to, quantity, note }, unopened).map(({ code }) => code)).toEqual(codes)
  })

  test('doses in the box go back to the store before they leave the point', () => {
    expect(kindOfPosting('session', 'province')).toBe(null)
    expect(kindOfPosting('store', 'province')).toBe('returned')
  })
})

test('the entry that takes a movement back has an id of its own that follows from it, and cannot be taken back', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), id => {
      const back = reversalIdOf(id)
      expect(back).not.toBe(id)
      expect(back).toMatch(/^[\da-f-]{14}8[\da-f-]{21}$/u)
      expect(reversalIdOf(back ?? '')).toBe(null)
    }),
  )
})

test('all accounts together hold nothing', () => {
  const account = fc.constantFrom('supplier', 'store', 'session', 'given', 'wasted', 'count' as const)
  const entry = fc.record({ from: account, to: account, quantity: fc.nat({ max: 500 }) })
  fc.assert(
    fc.property(fc.array(entry), entries => {
      const sums = sumAccounts(entries as Parameters<typeof sumAccounts>[0])
      expect([...sums.values()].reduce((sum, doses) => sum + doses, 0)).toBe(0)
    }),
  )
})
