import type { DoseNotGiven } from '../../../src/contract/dose-calls'
import type { HeldDose } from '../../../src/contract/safety-calls'
import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { type NotGivenState, notGivenRefusals, unservedBy } from '../../../src/domain/immunization/not-given'
import type { DueDose } from '../../../src/domain/schedule/chart-types'
import { lotsOf, type PlanLine, type Shelf, whyUnusable } from './plan'

/** Why a due dose is not given, as far as it is said. */
export type NotGivenDraft = {
  readonly state: NotGivenState | null
  readonly reason: string
  readonly until: CalendarDay | null
}

/** By the id of the due dose. */
export type NotGivenDrafts = Readonly<Record<string, NotGivenDraft>>

export const nothingSaid: NotGivenDraft = { state: null, reason: '', until: null }

/** Due doses that no line of the plan serves. */
export function openDoses(
  today: readonly DueDose[],
  lines: readonly PlanLine[],
  shelf: Shelf,
): readonly DueDose[] {
  return unservedBy(
    today,
    lines.map(({ vaccineCode }) => vaccineCode),
    shelf.vaccines,
  )
}

/** A commune's sessions are a month apart; the day is shown and can be changed. */
const usualWaitDays = 28

/**
 * What stands there before anybody said anything: what the screening said of a vaccine it holds back; a dose of which the
 * shelf has no product is deferred.
 */
export function proposedFor(
  due: DueDose,
  shelf: Shelf,
  known: { readonly held: readonly HeldDose[]; readonly noStock: string },
): NotGivenDraft {
  const hold = known.held.find(each => each.due.id === due.id)?.hold
  if (hold) {
    const until = hold.conclusion === 'deferred' ? hold.until : null
    return { state: hold.conclusion, reason: hold.reason, until }
  }
  const isOnShelf = due.vaccineCodes.some(code =>
    lotsOf(shelf, code).some(lot => whyUnusable(shelf, lot, code) === null),
  )
  if (isOnShelf) return nothingSaid
  return { state: 'deferred', reason: known.noStock, until: addDays(shelf.on, usualWaitDays) }
}

/** Another state: a day goes with a deferral and with nothing else. */
export function withState(draft: NotGivenDraft, state: NotGivenState, on: CalendarDay): NotGivenDraft {
  const until = state === 'deferred' ? (draft.until ?? addDays(on, usualWaitDays)) : null
  return { ...draft, state, until }
}

/** What main is asked to keep; null while something is missing. */
export function toNotGiven(dueId: string, draft: NotGivenDraft, on: CalendarDay): DoseNotGiven | null {
  const { state, until } = draft
  const reason = draft.reason.trim()
  if (state === null || notGivenRefusals({ state, reason, until }, on).length > 0) return null
  return { dueId, state, reason, until }
}
