import { monthsBetween } from '../calendar/age'
import type { CalendarDay } from '../calendar/calendar-day'
import { addOffset } from '../calendar/offset'
import type { MeasuredLying } from './child-check'
import type { ChildHandbook, DangerSign, FeedingWay, MeasureRules } from './child-handbook'
import { type AskedSign, developmentMonths, type SignsFound, signsToLookFor } from './milestones'
import { type SupplementGiven, type SupplementState, supplementStates } from './supplements'

/** What a child is asked on a day: the one place that knows which boxes the form of its age has. */
export type AskToday = {
  readonly ageMonths: number
  /** Completed months that development is held against: corrected ones for a preterm child. */
  readonly developmentMonths: number
  readonly asksHead: boolean
  readonly asksArm: boolean
  /** How a child of this age is measured. */
  readonly position: MeasuredLying
  readonly feeding: readonly (FeedingWay & { readonly isYellow: boolean })[]
  readonly signs: readonly AskedSign[]
  readonly supplements: readonly SupplementState[]
  readonly dangerSigns: readonly DangerSign[]
}

/** True while somebody's growth is followed: before the nineteenth birthday. */
export function isGrowing(rules: MeasureRules, bornOn: CalendarDay, on: CalendarDay): boolean {
  return on < addOffset(bornOn, { years: rules.untilYears, months: 0, days: 0 })
}

/** How a child of this age is measured: lying under two years. */
export function usualPosition(rules: MeasureRules, ageMonths: number): MeasuredLying {
  return ageMonths < rules.standingFromMonths ? 'lying' : 'standing'
}

/** True where this way of feeding is a yellow box at this age. */
export function isYellowFeeding(way: FeedingWay, ageMonths: number): boolean {
  const { yellowUnderMonths, yellowFromMonths } = way
  const isEarly = yellowUnderMonths !== null && ageMonths < yellowUnderMonths
  return isEarly || (yellowFromMonths !== null && ageMonths >= yellowFromMonths)
}

/** What to ask and to look for on a day, after what earlier checks found and gave. */
export function askToday(
  handbook: ChildHandbook,
  child: {
    readonly bornOn: CalendarDay
    readonly gestationWeeks: number | null
    readonly found: readonly SignsFound[]
    readonly given: readonly SupplementGiven[]
  },
  on: CalendarDay,
): AskToday {
  const ageMonths = on < child.bornOn ? 0 : monthsBetween(child.bornOn, on)
  const { measures } = handbook
  return {
    ageMonths,
    developmentMonths: developmentMonths(handbook, child, on),
    asksHead: ageMonths < measures.headUntilMonths,
    asksArm: ageMonths >= measures.armFromMonths && ageMonths < measures.armUntilMonths,
    position: usualPosition(measures, ageMonths),
    feeding: handbook.feeding
      .filter(({ fromMonths, untilMonths }) => fromMonths <= ageMonths && ageMonths < untilMonths)
      .map(way => ({ ...way, isYellow: isYellowFeeding(way, ageMonths) })),
    signs: signsToLookFor(handbook, child.found, child, on),
    supplements: supplementStates(handbook.supplements, child.given, child.bornOn, on),
    dangerSigns: handbook.dangerSigns,
  }
}
