import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextStamp } from '../../../../src/domain/journal/hybrid-clock'

const now = 1_795_309_200_000

describe('nextStamp', () => {
  test('tells the time when it has gone on', () => {
    expect(nextStamp(null, now, 'A')).toBe(`${now}-0000-A`)
    expect(nextStamp(`${now}-0007-A`, now + 1, 'A')).toBe(`${now + 1}-0000-A`)
  })

  test('counts within one millisecond', () => {
    expect(nextStamp(`${now}-0007-A`, now, 'A')).toBe(`${now}-0008-A`)
  })

  test('never goes back when the clock of the PC does', () => {
    expect(nextStamp(`${now}-0000-A`, now - 86_400_000, 'A')).toBe(`${now}-0001-A`)
  })

  test('goes past what another station has written', () => {
    expect(nextStamp(`${now + 500}-0002-B`, now, 'A')).toBe(`${now + 500}-0003-A`)
  })

  test('goes to the next millisecond when the counter is full', () => {
    expect(nextStamp(`${now}-ffff-A`, now, 'A')).toBe(`${now + 1}-0000-A`)
  })

  test('rises as text whatever the clock shows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 }), { minLength: 2 }), clock => {
        let previous = nextStamp(null, clock[0] ?? 0, 'A')
        for (const nowMs of clock.slice(1)) {
          const next = nextStamp(previous, nowMs, 'A')
          expect(next > previous).toBe(true)
          previous = next
        }
      }),
    )
  })
})
