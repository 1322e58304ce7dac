import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../../src/domain/calendar/calendar-day'
import { discardByOf, vialRefusals } from '../../../../src/domain/stock/vial'

const at = (text: string) => text as Instant
const rule = {
  hours: 6,
  endsWithSession: true,
  confirmation: 'sourced' as const,
  source: 'a leaflet',
}

describe('discardByOf', () => {
  // 01:00 UTC is 08:00 in Vietnam.
  const cases = [
    {
      why: 'six hours after opening',
      rule,
      opened: '2026-11-22T01:00:00.000Z',
      by: '2026-11-22T07:00:00.000Z',
    },
    {
      why: 'with the day, when its hours reach beyond it',
      rule,
      opened: '2026-11-22T13:00:00.000Z',
      by: '2026-11-22T16:59:59.999Z',
    },
    {
      why: 'with the day of Vietnam, not of UTC',
      rule: { ...rule, hours: null },
      opened: '2026-11-22T18:00:00.000Z',
      by: '2026-11-23T16:59:59.999Z',
    },
    {
      why: 'after its hours, where the session does not end it',
      rule: { ...rule, hours: 48, endsWithSession: false },
      opened: '2026-11-22T01:00:00.000Z',
      by: '2026-11-24T01:00:00.000Z',
    },
  ]
  test.each(cases)('$why', ({ rule: own, opened, by }) => {
    expect(discardByOf(own, at(opened))).toBe(by)
  })
})

describe('vialRefusals', () => {
  const vial = {
    discardBy: at('2026-11-22T07:00:00.000Z'),
    closedAt: null,
    closedBecause: null,
    left: 3,
  }
  const early = at('2026-11-22T06:00:00.000Z')
  const cases = [
    { why: 'in its hours', of: vial, now: early, doses: 3, codes: [] },
    { why: 'at the very moment', of: vial, now: vial.discardBy, doses: 1, codes: [] },
    {
      why: 'a moment later',
      of: vial,
      now: at('2026-11-22T07:00:00.001Z'),
      doses: 1,
      codes: ['vial.over-hours'],
    },
    { why: 'more than is left', of: vial, now: early, doses: 4, codes: ['vial.empty'] },
    {
      why: 'closed',
      of: { ...vial, closedAt: early, closedBecause: 'open-vial' },
      now: early,
      doses: 1,
      codes: ['vial.closed'],
    },
    {
      why: 'thrown away for its monitor',
      of: { ...vial, closedAt: early, closedBecause: 'vvm', left: 0 },
      now: early,
      doses: 1,
      codes: ['vial.vvm-discarded', 'vial.empty'],
    },
  ]
  test.each(cases)('$why: $codes', ({ of, now, doses, codes }) => {
    expect(vialRefusals(of, now, doses).map(({ code }) => code)).toEqual(codes)
  })
})
