import { addDays, type CalendarDay } from '../calendar/calendar-day'
import { addOffset } from '../calendar/offset'
import type { VisitRules } from './child-handbook'

/** When a child is to be looked at again. */
export type NextCheck = {
  /** Completed months of the planned age; null: a day somebody chose. */
  readonly ageMonths: number | null
  readonly dueOn: CalendarDay
  readonly state: 'due' | 'late' | 'later'
}

/** The ages at which a child is looked at, in completed months: monthly to 24, then 3- and 6-monthly to six years. */
export function plannedMonths({ steps }: Pick<VisitRules, 'steps'>): readonly number[] {
  const planned: number[] = []
  for (const { untilMonths, everyMonths } of steps)
    for (let at = (planned.at(-1) ?? 0) + everyMonths; at <= untilMonths; at += everyMonths) planned.push(at)
  return planned
}

/**
 * The next check: the day chosen at the last one, else the first planned age after the last look (one shortly before a
 * planned age counts for it). A child that was never looked at is due for the newest age that has passed.
 * Null after the last age.
 */
export function nextCheck(
  rules: VisitRules,
  child: {
    readonly bornOn: CalendarDay
    /** The last day somebody measured the child. */
    readonly lastOn: CalendarDay | null
    /** The day chosen then. */
    readonly chosenOn: CalendarDay | null
  },
  on: CalendarDay,
): NextCheck | null {
  const { bornOn, lastOn, chosenOn } = child
  if (chosenOn !== null && (lastOn === null || chosenOn > lastOn)) {
    return { ageMonths: null, dueOn: chosenOn, state: stateOf(rules, chosenOn, on) }
  }
  const planned = plannedMonths(rules).map(ageMonths => ({
    ageMonths,
    dueOn: addOffset(bornOn, { years: 0, months: ageMonths, days: 0 }),
  }))
  const next =
    lastOn === null
      ? (planned.findLast(({ dueOn }) => dueOn <= on) ?? planned[0])
      : planned.find(({ dueOn }) => dueOn > addDays(lastOn, rules.earlyDays))
  const last = planned.at(-1)
  if (!next || !last || on > addDays(last.dueOn, rules.graceDays)) return null
  return { ...next, state: stateOf(rules, next.dueOn, on) }
}

function stateOf(
  { earlyDays, graceDays }: VisitRules,
  dueOn: CalendarDay,
  on: CalendarDay,
): NextCheck['state'] {
  if (on > addDays(dueOn, graceDays)) return 'late'
  return addDays(dueOn, -earlyDays) <= on ? 'due' : 'later'
}

/** The day proposed for the next visit: the first planned age well after today. */
export function proposedNextOn(rules: VisitRules, bornOn: CalendarDay, on: CalendarDay): CalendarDay | null {
  return nextCheck(rules, { bornOn, lastOn: on, chosenOn: null }, on)?.dueOn ?? null
}
