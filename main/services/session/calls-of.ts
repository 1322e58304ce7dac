import type { CalendarDay, Instant } from '../../../src/domain/calendar/calendar-day'
import type { Stage } from '../../../src/domain/session/visit'
import type { ServiceContext } from '../service'

export type Called = { readonly calls: number; readonly calledAt: Instant | null }
export const neverCalled: Called = { calls: 0, calledAt: null }

/** Calls belong to a visit and the step it waited for. */
export function callKey(visitId: string, stage: Stage): string {
  return `${visitId} ${stage}`
}

/** How often each visit of a day was called to each step, and when last. */
export function callsOf(
  { store }: Pick<ServiceContext, 'store'>,
  on: CalendarDay,
): ReadonlyMap<string, Called> {
  const called = new Map<string, Called>()
  for (const { visitId, stage, at } of store.records.list('queue-call', { on_day: on }, 'created_stamp')) {
    const key = callKey(visitId, stage)
    called.set(key, { calls: (called.get(key)?.calls ?? 0) + 1, calledAt: at })
  }
  return called
}
