import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { comingDistribution, expected, meanOf, poisson } from './coming'
import { wasteOf } from './vial-decision'
import type { VialRule } from './vial-rule'
import type { ExpectedChild } from './vial-types'

/** Whether the children of a session are invited for a vaccine this time, or together with those of the next session. */
export type HoldAdvice = {
  readonly action: 'invite' | 'hold'
  readonly reason:
    | { readonly code: 'no-next-session' }
    /** These would no longer be in time, or have no second chance to be. */
    | { readonly code: 'cannot-wait'; readonly personIds: readonly string[] }
    | { readonly code: 'vial-is-used'; readonly expected: number }
    | { readonly code: 'better-together'; readonly expected: number; readonly savedDoses: number }
  readonly expected: number
  /** Doses that stay in the vials when these are invited, on average. */
  readonly waste: number
}

/**
 * Invites for a vaccine in multi-dose vials now, or holds the invitations until the next session so that one vial serves
 * both. Nobody is held who would not be in time at the next session and at the one after it, so that staying away
 * once does no harm; nobody is held who was sent home before. Who is held has not been asked to come, so nobody is lost:
 * only the weeks of waiting count. Decision 0019.
 */
export function holdOrInvite(question: {
  readonly on: CalendarDay
  readonly dosesPerVial: number
  readonly due: readonly ExpectedChild[]
  readonly nextSessionOn: CalendarDay | null
  /** How many come to be due until then, on average, who will come. */
  readonly newUntilNext: number
  readonly rule: VialRule
}): HoldAdvice {
  const { on, dosesPerVial, due, nextSessionOn, newUntilNext, rule } = question
  const coming = comingDistribution(due.map(({ chance }) => chance))
  const mean = meanOf(coming)
  const waste = expected(coming, count => wasteOf(count, dosesPerVial))
  const invite = (reason: HoldAdvice['reason']): HoldAdvice => ({
    action: 'invite',
    reason,
    expected: mean,
    waste,
  })
  if (nextSessionOn === null) return invite({ code: 'no-next-session' })
  const gapDays = daysBetween(on, nextSessionOn)
  const pressed = due.filter(child => isPressed(child, on, gapDays))
  if (pressed.length > 0)
    return invite({ code: 'cannot-wait', personIds: pressed.map(({ personId }) => personId) })
  const anyway = poisson(newUntilNext)
  const together = expected(coming, here => expected(anyway, more => wasteOf(here + more, dosesPerVial)))
  const savedDoses = waste + expected(anyway, more => wasteOf(more, dosesPerVial)) - together
  const cost = (due.length * gapDays * rule.weekCost) / 7
  if (savedDoses <= cost || mean >= dosesPerVial) return invite({ code: 'vial-is-used', expected: mean })
  return {
    action: 'hold',
    reason: { code: 'better-together', expected: mean, savedDoses },
    expected: mean,
    waste,
  }
}

function isPressed(child: ExpectedChild, on: CalendarDay, gapDays: number): boolean {
  const last = [child.inTimeUntil, child.latestOn].filter(day => day !== null && day >= on)
  return (
    child.turnedAway > 0 ||
    isLate(child, on) ||
    last.some(day => day !== null && daysBetween(on, day) < 2 * gapDays)
  )
}

/** Who is already late waits no longer. */
const isLate = ({ inTimeUntil }: ExpectedChild, on: CalendarDay) => inTimeUntil !== null && inTimeUntil < on
