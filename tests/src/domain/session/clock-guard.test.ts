import { describe, expect, test } from 'vitest'
import { type Instant, instantOf } from '../../../../src/domain/calendar/calendar-day'
import { type ClockJump, jumpBetween, passedSince } from '../../../../src/domain/session/clock-guard'

const minute = 60_000
const eight = Date.parse('2026-11-22T01:00:00.000Z')

describe('a jump of the clock', () => {
  test.each([
    { why: 'time passes', wall: 10, up: 10, jump: 0 },
    { why: 'the clock is kept right by a second', wall: 10 + 1 / 60, up: 10, jump: 0 },
    { why: 'somebody sets it 20 minutes on', wall: 30, up: 10, jump: 20 },
    { why: 'somebody sets it 20 minutes back', wall: -10, up: 10, jump: -20 },
    { why: 'the machine was off for 9 minutes and has been up for 1', wall: 10, up: -99, jump: 9 },
    { why: 'the battery of the clock is flat', wall: -500_000, up: -98, jump: -500_002 },
  ])('$why', ({ wall, up, jump }) => {
    const before = { wallMs: eight, upMs: 100 * minute }
    const now = { wallMs: eight + wall * minute, upMs: (100 + up) * minute }
    expect(jumpBetween(before, now)).toBe(jump * minute)
  })
})

describe('what is known to have passed', () => {
  /** A clock that is set at random moments, by random steps, both ways: the truth is known here. */
  test('is never more than has truly passed, and all of it while the program runs', () => {
    let seed = 20
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
      return seed % below
    }
    for (let run = 0; run < 300; run += 1) {
      let wallMs = eight
      let upMs = 5 * minute
      let sequence = 0
      const stamp = () => String(sequence).padStart(6, '0')
      const jumps: ClockJump[] = []
      const start = { at: instantOf(wallMs), stamp: stamp() }
      let truly = 0
      let off = 0
      for (let step = 0; step < 12; step += 1) {
        const mark = { wallMs, upMs }
        const passed = random(4 * minute)
        truly += passed
        wallMs += passed
        if (random(5) === 0) {
          off += passed
          upMs = 0
        } else upMs += passed
        if (random(3) === 0) wallMs += (random(600) - 300) * minute
        const byMs = jumpBetween(mark, { wallMs, upMs })
        if (byMs !== 0) jumps.push({ stamp: stamp(), at: instantOf(wallMs), byMs, kind: 'running' })
        sequence += random(2)
      }
      const known = passedSince(start, instantOf(wallMs), jumps)
      // A look that finds less than the tolerance leaves it to the clock.
      expect(known).toBeLessThanOrEqual(truly + 12 * 2_000)
      expect(known).toBeGreaterThanOrEqual(truly - off - 12 * 2_000)
    }
  })

  test('a jump before the start does not count', () => {
    const start = { at: '2026-11-22T01:00:00.000Z' as Instant, stamp: 'b' }
    const jump = (stamp: string): ClockJump => ({ stamp, at: start.at, byMs: 20 * minute, kind: 'running' })
    const now = instantOf(eight + 25 * minute)
    expect(passedSince(start, now, [jump('a')])).toBe(25 * minute)
    expect(passedSince(start, now, [jump('b')])).toBe(5 * minute)
  })
})
