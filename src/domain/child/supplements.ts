import { monthsBetween } from '../calendar/age'
import { addDays, type CalendarDay, daysBetween, partsOf } from '../calendar/calendar-day'
import { addOffset, earliestOf, latestOf } from '../calendar/offset'
import type { Supplement, SupplementDose, Wording } from './child-handbook'

/** A dose of vitamin A or against worms that a check noted. */
export type SupplementGiven = { readonly code: string; readonly on: CalendarDay }

/** What becomes of one supplement on a day. */
export type SupplementState = {
  readonly supplement: string
  readonly text: Wording
  /** The doses for the age on the day it is due; the first is the usual one. */
  readonly doses: readonly SupplementDose[]
  readonly last: SupplementGiven | null
  /** Null: the child is past the age. */
  readonly dueOn: CalendarDay | null
  readonly isDue: boolean
}

/** Why a dose may not be noted. */
export type SupplementRefusal =
  | { readonly code: 'child-check.supplement-age'; readonly dose: string }
  | {
      readonly code: 'child-check.supplement-too-soon'
      readonly dose: string
      readonly lastOn: CalendarDay
      readonly days: number
    }
  | { readonly code: 'child-check.supplement-twice'; readonly dose: string }

const atMonths = (bornOn: CalendarDay, months: number) => addOffset(bornOn, { years: 0, months, days: 0 })

/** The doses made for a child's age on a day. */
function dosesAt(supplement: Supplement, bornOn: CalendarDay, on: CalendarDay): readonly SupplementDose[] {
  if (on < bornOn) return []
  const months = monthsBetween(bornOn, on)
  return supplement.doses.filter(
    ({ fromMonths, untilMonths }) => fromMonths <= months && months < untilMonths,
  )
}

/**
 * When each supplement is due. The first as soon as the child has the age; then in the next campaign month, or `everyMonths`
 * after the last dose when that comes first, and never within the minimum interval.
 */
export function supplementStates(
  supplements: readonly Supplement[],
  given: readonly SupplementGiven[],
  bornOn: CalendarDay,
  on: CalendarDay,
): readonly SupplementState[] {
  return supplements.map(supplement => {
    const last = lastOf(supplement, given)
    const dueOn = dueDay(supplement, last, bornOn)
    const asOf = dueOn !== null && dueOn > on ? dueOn : on
    const doses = dosesAt(supplement, bornOn, asOf)
    const isOver = doses.length === 0
    return {
      supplement: supplement.code,
      text: supplement.text,
      doses,
      last,
      dueOn: isOver ? null : dueOn,
      isDue: !isOver && dueOn !== null && dueOn <= on,
    }
  })
}

function lastOf({ doses }: Supplement, given: readonly SupplementGiven[]): SupplementGiven | null {
  const own = given.filter(({ code }) => doses.some(dose => dose.code === code))
  return own.toSorted((a, b) => daysBetween(b.on, a.on)).at(-1) ?? null
}

function dueDay(
  supplement: Supplement,
  last: SupplementGiven | null,
  bornOn: CalendarDay,
): CalendarDay | null {
  const [first] = supplement.doses.toSorted((a, b) => a.fromMonths - b.fromMonths)
  if (!first) return null
  const oldEnough = atMonths(bornOn, first.fromMonths)
  if (!last) return oldEnough
  const soonest = addDays(last.on, supplement.minimumDays)
  const usual = latestOf([soonest, atMonths(last.on, supplement.everyMonths)])
  return latestOf([oldEnough, earliestOf([usual, inCampaign(supplement, soonest)])])
}

/** The first day from `from` on that lies in a campaign month. */
function inCampaign({ campaignMonths }: Supplement, from: CalendarDay): CalendarDay | null {
  const { month, dayOfMonth } = partsOf(from)
  if (campaignMonths.includes(month)) return from
  const ahead = campaignMonths.map(campaign => (campaign - month + 12) % 12)
  if (ahead.length === 0) return null
  return atMonths(addDays(from, 1 - dayOfMonth), Math.min(...ahead))
}

/** Everything against noting these doses on a day: wrong age, two of one kind, within the minimum interval of another. */
export function supplementRefusals(
  supplements: readonly Supplement[],
  codes: readonly string[],
  who: { readonly bornOn: CalendarDay; readonly on: CalendarDay; readonly given: readonly SupplementGiven[] },
): readonly SupplementRefusal[] {
  const { bornOn, on, given } = who
  return supplements.flatMap((supplement): readonly SupplementRefusal[] => {
    const own = supplement.doses.filter(({ code }) => codes.includes(code))
    const [dose, second] = own
    if (!dose) return []
    const near = given.find(
      each =>
        supplement.doses.some(({ code }) => code === each.code) &&
        Math.abs(daysBetween(each.on, on)) < supplement.minimumDays,
    )
    const fitting = dosesAt(supplement, bornOn, on)
    return [
      ...(second ? [{ code: 'child-check.supplement-twice', dose: second.text.vi } as const] : []),
      ...own
        .filter(each => !fitting.some(({ code }) => code === each.code))
        .map(each => ({ code: 'child-check.supplement-age', dose: each.text.vi }) as const),
      ...(near
        ? [
            {
              code: 'child-check.supplement-too-soon',
              dose: dose.text.vi,
              lastOn: near.on,
              days: supplement.minimumDays,
            } as const,
          ]
        : []),
    ]
  })
}
