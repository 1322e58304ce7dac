import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createProvinceDesk } from '../../../../main/exchange/province/province-desk'
import type { Puller } from '../../../../main/exchange/province/pull'
import { ProvinceTrouble } from '../../../../main/exchange/province/read-pages'
import { instantOf } from '../../../../src/domain/calendar/calendar-day'
import type { ProvinceCodes } from '../../../../src/domain/exchange/fhir/codes'

const second = 1_000
const hour = 3_600 * second

/** A desk whose rounds are counted, with a clock of its own: the PC's, which people set. */
function openDesk() {
  const seen = { rounds: 0, isBroken: false, shiftMs: 0 }
  const pull: Puller['pull'] = async () => {
    seen.rounds += 1
    if (seen.isBroken) throw new ProvinceTrouble('province.unreachable')
    return { taken: 0, personIds: [], unreadable: [] }
  }
  const desk = createProvinceDesk({
    puller: () => ({ pull, bring: () => pull(), search: async () => [], history: async () => [] }),
    isJoined: () => true,
    isStuck: () => true,
    codes: () => ({}) as ProvinceCodes,
    newId: () => 'ask',
    clock: () => instantOf(Date.now() + seen.shiftMs),
    random: () => 0.5,
    emit: () => undefined,
    log: () => undefined,
  })
  return { desk, seen }
}

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-22T02:00:00.000Z') }))
afterEach(() => void vi.useRealTimers())

describe('rounds of pulling', () => {
  test('who asks for one right after another waits three seconds, and no more when the clock was set back meanwhile', async () => {
    const { desk, seen } = openDesk()
    await desk.pullOnce()
    desk.nudge()
    await vi.advanceTimersByTimeAsync(2.9 * second)
    expect(seen.rounds).toBe(1)
    await vi.advanceTimersByTimeAsync(0.2 * second)
    expect(seen.rounds).toBe(2)

    seen.shiftMs = -5 * hour
    desk.nudgeIfStuck()
    await vi.advanceTimersByTimeAsync(3.1 * second)
    expect(seen.rounds).toBe(3)
    await desk.stop()
  })

  test('are half a minute apart while all is well, and ever further when nobody answers, up to ten minutes', async () => {
    const { desk, seen } = openDesk()
    const untilNext = async () => {
      const before = seen.rounds
      const from = Date.now()
      while (seen.rounds === before) await vi.advanceTimersByTimeAsync(second)
      return Math.round((Date.now() - from) / second)
    }
    desk.begin()
    expect(await untilNext()).toBe(3)
    expect(await untilNext()).toBe(30)
    seen.isBroken = true
    const waits: number[] = []
    for (let round = 0; round < 7; round++) waits.push(await untilNext())
    expect(waits).toEqual([30, 60, 120, 240, 450, 450, 450])
    seen.isBroken = false
    await untilNext()
    expect(await untilNext()).toBe(30)
    await desk.stop()
  })
})
