import { describe, expect, test } from 'vitest'
import { day, type Instant } from '../../../../src/domain/calendar/calendar-day'
import {
  type SessionChange,
  sessionRefusals,
  sessionStanding,
} from '../../../../src/domain/session/session-day'

function change(
  changeId: string,
  state: SessionChange['state'],
  at: string,
  answers: string[] = [],
): SessionChange {
  return {
    changeId,
    on: day('2026-11-22'),
    state,
    reason: state === 'closed' ? null : `vì ${changeId}`,
    at: `2026-11-22T${at}:00.000Z` as Instant,
    byUserId: 'u',
    byName: 'Người Thử',
    byRole: 'head',
    answers,
    closing: null,
  }
}
const codes = (changes: readonly SessionChange[]) =>
  sessionRefusals(sessionStanding(changes)).map(({ code }) => code)

describe('what the changes of a day add up to', () => {
  test('a day nobody changed is open', () => {
    expect(sessionStanding([])).toEqual({ state: 'open', because: null })
  })

  test('an opening ends what it names, and nothing it had not seen', () => {
    const stop = change('a', 'stopped', '02:00')
    const opened = change('b', 'open', '02:10', ['a'])
    const unseen = change('c', 'stopped', '02:05')
    expect(codes([stop])).toEqual(['session.stopped'])
    expect(codes([stop, opened])).toEqual([])
    expect(codes([stop, opened, unseen])).toEqual(['session.stopped'])
  })

  test('a stop counts before a closing; answered alone, the closing goes on', () => {
    const closed = change('a', 'closed', '04:00')
    const stop = change('b', 'stopped', '03:00')
    expect(codes([closed, stop])).toEqual(['session.stopped'])
    expect(codes([closed, stop, change('c', 'open', '05:00', ['b'])])).toEqual(['session.closed'])
  })

  test('the order of arrival does not matter', () => {
    const all = [
      change('a', 'stopped', '02:00'),
      change('b', 'open', '02:10', ['a']),
      change('c', 'closed', '04:00'),
      change('d', 'open', '05:00', ['c']),
      change('e', 'closed', '06:00'),
    ]
    const standing = sessionStanding(all)
    expect(standing.because?.changeId).toBe('e')
    expect(sessionStanding(all.toReversed())).toEqual(standing)
  })
})
