import type { CalendarDay } from '../calendar/calendar-day'
import { daysBetween } from '../calendar/calendar-day'

/** What decides who is asked first. */
export type Urgent = {
  readonly personId: string
  readonly birthDate: CalendarDay
  /** Since when overdue; null: due and in time. */
  readonly overdueOn: CalendarDay | null
  /** The first day after which one of the doses may no longer be given. */
  readonly latestOn: CalendarDay | null
}

/** A dose whose last day comes so soon goes before everything else. */
const lastDaysAhead = 60
/** Children in their first two years need most of what there is. */
const smallDays = 730

/**
 * Who is asked first, 0 to 4: a last day that comes near; overdue and small; small; overdue; due. The young go ahead
 * because their diseases are the worst in the first two years of life.
 */
export function urgencyRank({ birthDate, overdueOn, latestOn }: Urgent, on: CalendarDay): number {
  if (latestOn !== null && latestOn >= on && daysBetween(on, latestOn) <= lastDaysAhead) return 0
  const isSmall = daysBetween(birthDate, on) < smallDays
  const isOverdue = overdueOn !== null && overdueOn <= on
  if (isSmall) return isOverdue ? 1 : 2
  return isOverdue ? 3 : 4
}

/** By rank, then the nearest last day, then the youngest; the same order every time. */
export function byUrgencyOn(on: CalendarDay): (a: Urgent, b: Urgent) => number {
  const far = '9999-12-31'
  return (a, b) =>
    urgencyRank(a, on) - urgencyRank(b, on) ||
    compare(a.latestOn ?? far, b.latestOn ?? far) ||
    compare(b.birthDate, a.birthDate) ||
    compare(a.personId, b.personId)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
