import type { CalendarDay, Instant } from '../calendar/calendar-day'
import type { Role } from '../point/point'
import type { SessionClosing } from './session-closing'

/** Open from the start of the day; stopped after a serious event; closed when the day is signed. */
export type SessionState = 'open' | 'stopped' | 'closed'

/**
 * One change of a session day, never overwritten: somebody stopped it, closed it, or opened it again. What the day is
 * now is what its changes add up to (`sessionStanding`), so that two PCs that change it at once lose neither. Decision 0020.
 */
export type SessionDay = {
  readonly on: CalendarDay
  readonly state: SessionState
  /** Why; null only for a day that was closed in its turn. */
  readonly reason: string | null
  readonly at: Instant
  readonly byUserId: string
  readonly byName: string
  readonly byRole: Role
  /** The stops (and, for an opening, the closings) it ends, by id. One that it had not seen goes on. */
  readonly answers: readonly string[]
  /** For a closing: what was signed. */
  readonly closing: SessionClosing | null
}

export type SessionChange = SessionDay & { readonly changeId: string }

/** What a day is now, and the change that made it so; null while it is open and nothing was ever changed. */
export type SessionStanding = { readonly state: SessionState; readonly because: SessionChange | null }

/** Stops and closings that nothing has answered yet. */
export function unansweredOf(changes: readonly SessionChange[]): readonly SessionChange[] {
  const answered = new Set(changes.flatMap(({ answers }) => answers))
  return changes.filter(({ state, changeId }) => state !== 'open' && !answered.has(changeId))
}

/**
 * What the changes of one day add up to, in any order. A stop counts before a closing: it says why nobody may be
 * vaccinated. An opening or a closing ends only what it names, so a stop made on another PC meanwhile is never undone unseen.
 */
export function sessionStanding(changes: readonly SessionChange[]): SessionStanding {
  const standing = unansweredOf(changes)
  const newest = (state: SessionState, among: readonly SessionChange[]) =>
    among
      .filter(change => change.state === state)
      .toSorted(byTime)
      .at(-1)
  const because = newest('stopped', standing) ?? newest('closed', standing) ?? newest('open', changes) ?? null
  return { state: because?.state ?? 'open', because }
}

function byTime(a: SessionChange, b: SessionChange): number {
  return a.at.localeCompare(b.at) || a.changeId.localeCompare(b.changeId)
}

export type SessionRefusal =
  | { readonly code: 'session.stopped'; readonly reason: string; readonly by: string; readonly at: Instant }
  | { readonly code: 'session.closed'; readonly by: string; readonly at: Instant }

/** Why nobody may be taken in or vaccinated on this day; empty while the session is open. */
export function sessionRefusals({ state, because }: SessionStanding): readonly SessionRefusal[] {
  if (because === null || state === 'open') return []
  const { byName, at, reason } = because
  return state === 'stopped'
    ? [{ code: 'session.stopped', reason: reason ?? '', by: byName, at }]
    : [{ code: 'session.closed', by: byName, at }]
}
