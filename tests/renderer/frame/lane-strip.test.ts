import { describe, expect, test } from 'vitest'
import { goneOf, laneOfScreen, nextWaiter, waitersOf } from '../../../renderer/frame/lane-strip'
import type { Board, BoardCard } from '../../../src/contract/visit-calls'
import { day, instantOf } from '../../../src/domain/calendar/calendar-day'

const nine = Date.parse('2026-11-22T02:00:00.000Z')
const minute = 60_000

function card(ticket: number, changes: Partial<BoardCard> = {}): BoardCard {
  return {
    personId: `person ${ticket}`,
    visitId: `visit ${ticket}`,
    ticket,
    displayName: `Bé Thử ${ticket}`,
    birthDate: day('2026-09-19'),
    hamlet: null,
    openedAt: instantOf(nine),
    since: instantOf(nine),
    labels: [],
    temperatureC: null,
    outcome: null,
    outcomeNote: null,
    observeUntil: null,
    reactions: 0,
    nextOn: null,
    birthDose: null,
    calls: 0,
    calledAt: null,
    ...changes,
  }
}
const board: Board = {
  on: day('2026-11-22'),
  now: instantOf(nine),
  standing: { state: 'open', reason: null, by: null },
  waitLimitMinutes: 20,
  clockJumps: [],
  figures: { invited: 0, arrived: 0, vaccinated: 0, deferred: 0, referred: 0, averageWaitMinutes: null },
  expected: [],
  screening: [card(1), card(2, { since: instantOf(nine + 10 * minute) }), card(3)],
  injection: [],
  observation: [
    card(9, { observeUntil: instantOf(nine + 5 * minute) }),
    card(8, { observeUntil: instantOf(nine) }),
  ],
  done: [card(5, { outcome: 'deferred' }), card(6, { outcome: 'left' }), card(7, { outcome: 'vaccinated' })],
}

describe('the lane of a screen', () => {
  test('every work screen has one; a book has none', () => {
    expect(
      (['reception', 'screening', 'injection', 'observation', 'stock'] as const).map(laneOfScreen),
    ).toEqual(['expected', 'screening', 'injection', 'observation', null])
  })

  test('a wait is long from the limit the point has set; under observation the timer counts', () => {
    const waiters = waitersOf(board, 'screening', nine + 20 * minute)
    expect(waiters.map(({ minutes, isLong }) => [minutes, isLong])).toEqual([
      [20, true],
      [10, false],
      [20, true],
    ])
    expect(waitersOf(board, 'observation', nine).map(waiter => [waiter.card.ticket, waiter.minutes])).toEqual(
      [
        [8, null],
        [9, null],
      ],
    )
  })

  test.each([
    [null, 1],
    ['visit 1', 2],
    ['visit 3', 1],
    ['visit 99', 1],
  ])('after %s comes number %s', (shown, ticket) => {
    expect(nextWaiter(waitersOf(board, 'screening', nine), shown)?.card.ticket).toBe(ticket)
  })

  test('nobody comes after the only one', () => {
    expect(nextWaiter(waitersOf({ ...board, screening: [card(1)] }, 'screening', nine), 'visit 1')).toBeNull()
  })

  test('whoever was deferred or left is counted as such', () => {
    expect(goneOf(board)).toEqual({ held: 1, left: 1 })
  })
})
