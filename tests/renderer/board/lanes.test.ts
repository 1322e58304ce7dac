import { describe, expect, test } from 'vitest'
import {
  byTimer,
  longestWait,
  minutesSince,
  movePlace,
  nearestPlace,
  screenFor,
  timerOf,
} from '../../../renderer/screens/board/lanes'
import type { Board, BoardCard } from '../../../src/contract/visit-calls'
import { day, instantOf } from '../../../src/domain/calendar/calendar-day'

const nine = Date.parse('2026-11-22T02:00:00.000Z')
const minute = 60_000

function cardOf(changes: Partial<BoardCard> = {}): BoardCard {
  return {
    personId: 'person',
    visitId: 'visit',
    ticket: 1,
    displayName: 'Lê Gia Bảo',
    birthDate: day('2026-09-19'),
    hamlet: null,
    openedAt: null,
    since: null,
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

describe('moving between cards', () => {
  const lengths = [0, 3, 0, 1, 2]

  test.each([
    ['ArrowDown', { lane: 1, at: 2 }, { lane: 1, at: 2 }],
    ['ArrowUp', { lane: 1, at: 0 }, { lane: 1, at: 0 }],
    ['ArrowDown', { lane: 1, at: 0 }, { lane: 1, at: 1 }],
    ['ArrowRight', { lane: 1, at: 2 }, { lane: 3, at: 0 }],
    ['ArrowLeft', { lane: 3, at: 0 }, { lane: 1, at: 0 }],
    ['ArrowLeft', { lane: 1, at: 1 }, { lane: 1, at: 1 }],
    ['ArrowRight', { lane: 4, at: 1 }, { lane: 4, at: 1 }],
  ])('%s from %o leads to %o', (key, from, to) => {
    expect(movePlace(from, key, lengths)).toEqual(to)
  })

  test('a card that has gone leaves the focus near it; an empty board has no place', () => {
    expect(nearestPlace({ lane: 1, at: 5 }, lengths)).toEqual({ lane: 1, at: 2 })
    expect(nearestPlace({ lane: 2, at: 0 }, lengths)).toEqual({ lane: 1, at: 0 })
    expect(nearestPlace({ lane: 1, at: 0 }, [0, 0, 0, 0, 0])).toBeNull()
  })
})

describe('the clock of an observation', () => {
  const card = cardOf({ since: instantOf(nine), observeUntil: instantOf(nine + 30 * minute) })

  test.each([
    [0, 30 * minute, 0, false],
    [15, 15 * minute, 0.5, false],
    [30, 0, 1, true],
    [45, 0, 1, true],
    [-5, 35 * minute, 0, false],
  ])('after %i minutes', (minutes, leftMs, done, isOver) => {
    expect(timerOf(card, nine + minutes * minute)).toEqual({ leftMs, done, isOver })
  })

  test('one millisecond before the end it is not over', () => {
    expect(timerOf(card, nine + 30 * minute - 1)?.isOver).toBe(false)
  })

  test('nobody is timed who is not observed', () => {
    expect(timerOf(cardOf(), nine)).toBeNull()
  })

  test('who may go first stands first', () => {
    const later = cardOf({ ticket: 1, observeUntil: instantOf(nine + minute) })
    expect([later, card].toSorted(byTimer)[0]).toBe(later)
  })
})

test('minutes since never run backwards', () => {
  expect(minutesSince(instantOf(nine), nine + 61 * minute)).toBe(61)
  expect(minutesSince(instantOf(nine), nine - minute)).toBe(0)
})

test('the longest wait is found over screening and injection only', () => {
  const first = cardOf({ displayName: 'A', since: instantOf(nine - 20 * minute) })
  const board = {
    screening: [cardOf({ since: instantOf(nine) })],
    injection: [first],
    observation: [cardOf({ since: instantOf(nine - 50 * minute) })],
  } as unknown as Board
  expect(longestWait(board)).toBe(first)
})

test.each([
  ['expected', { name: 'reception', query: 'Lê Gia Bảo' }],
  ['screening', { name: 'screening', visitId: 'visit' }],
  ['injection', { name: 'injection', visitId: 'visit' }],
  ['observation', { name: 'observation' }],
  ['done', { name: 'person', personId: 'person' }],
] as const)('a card of %s opens its screen', (lane, screen) => {
  expect(screenFor(lane, cardOf())).toEqual(screen)
})
