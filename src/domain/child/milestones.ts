import { monthsBetween } from '../calendar/age'
import { addDays, type CalendarDay } from '../calendar/calendar-day'
import { addOffset } from '../calendar/offset'
import type { ChildHandbook, MilestoneBand, MilestoneSign } from './child-handbook'
import { daysBornEarly } from './growth-history'

export type SignAnswer = 'yes' | 'not-yet'

/** What one check found, oldest check first. */
export type SignsFound = { readonly on: CalendarDay; readonly signs: Readonly<Record<string, SignAnswer>> }

/** A sign with what was last seen of it. */
export type AskedSign = MilestoneSign & {
  readonly band: string
  readonly fromMonths: number
  readonly untilMonths: number
  readonly last: { readonly answer: SignAnswer; readonly on: CalendarDay } | null
  /** "Not yet" although its age is over: a yellow box, an examination, not a diagnosis. */
  readonly isLate: boolean
}

type Who = { readonly bornOn: CalendarDay; readonly gestationWeeks: number | null }
type Lists = Pick<ChildHandbook, 'milestones' | 'correctUntilMonths'>

/**
 * Completed months that development is held against: those since the day a preterm child was due, until it is two years old
 * (`correctUntilMonths`).
 */
export function developmentMonths(lists: Lists, who: Who, on: CalendarDay): number {
  const from = correctedFrom(lists, who, on) ?? who.bornOn
  return on < from ? 0 : monthsBetween(from, on)
}

/** The day a preterm child was due, as long as its corrected age counts; null otherwise. */
export function correctedFrom(
  { correctUntilMonths }: Pick<Lists, 'correctUntilMonths'>,
  { bornOn, gestationWeeks }: Who,
  on: CalendarDay,
): CalendarDay | null {
  const early = daysBornEarly(gestationWeeks)
  if (early === 0 || on >= addOffset(bornOn, { years: 0, months: correctUntilMonths, days: 0 })) return null
  return addDays(bornOn, early)
}

/**
 * What is looked for on a day: every sign of the newest age that has begun, and signs of earlier ages that were last
 * seen as "not yet". Signs that were seen once are not asked of earlier ages again.
 */
export function signsToLookFor(
  lists: Lists,
  found: readonly SignsFound[],
  who: Who,
  on: CalendarDay,
): readonly AskedSign[] {
  const months = developmentMonths(lists, who, on)
  const begun = lists.milestones.filter(({ fromMonths }) => fromMonths <= months)
  const newest = begun.at(-1)
  return begun
    .flatMap(band => band.signs.map(sign => asked(band, sign, found, months)))
    .filter(({ band, last }) => band === newest?.code || last?.answer === 'not-yet')
}

/** Signs last seen as "not yet" although their age is over. */
export function lateSigns(
  lists: Lists,
  found: readonly SignsFound[],
  who: Who,
  on: CalendarDay,
): readonly AskedSign[] {
  return signsToLookFor(lists, found, who, on).filter(({ isLate }) => isLate)
}

/** True where "not yet" at this age is a yellow box. */
export function isLateAt(band: Pick<MilestoneBand, 'untilMonths'>, months: number): boolean {
  return months >= band.untilMonths
}

function asked(
  band: MilestoneBand,
  sign: MilestoneSign,
  found: readonly SignsFound[],
  months: number,
): AskedSign {
  const seen = found.findLast(({ signs }) => signs[sign.code] !== undefined)
  const answer = seen?.signs[sign.code]
  return {
    ...sign,
    band: band.code,
    fromMonths: band.fromMonths,
    untilMonths: band.untilMonths,
    last: seen && answer ? { answer, on: seen.on } : null,
    isLate: answer === 'not-yet' && isLateAt(band, months),
  }
}
