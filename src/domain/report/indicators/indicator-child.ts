import { type CalendarDay, daysBetween } from '../../calendar/calendar-day'
import { addOffset } from '../../calendar/offset'
import type { BirthDoseClock } from '../../immunization/birth-dose-hours'
import type { Residence, ResidenceState } from '../../person/residence'
import { isFollowed, residenceOn } from '../../person/residence'
import type { IndicatorRules } from './indicator-rules'

/** Why somebody is left out: the point did not follow them on the day. */
export type LeftOut = Exclude<ResidenceState, 'resident' | 'moved-in'>

/** How the birth dose was given; `none`: no valid dose that could be it. */
export const birthDoseAnswers = ['in-time', 'late', 'unknown', 'none'] as const
export type BirthDoseAnswer = (typeof birthDoseAnswers)[number]

/** A child of a birth cohort, with what its indicators ask. */
export type IndicatorChild = {
  readonly personId: string
  readonly birthDate: CalendarDay
  readonly communeCode: string
  readonly hamlet: string
  /** On the day in question; negative before birth. */
  readonly ageDays: number
  /** Null: followed on that day. */
  readonly leftOut: LeftOut | null
  /** The first valid dose by the ids of the rules. */
  readonly given: Readonly<Record<string, CalendarDay>>
  /** How old the child was then, in days. */
  readonly ageAtDose: Readonly<Record<string, number>>
  /** The first dose that was tried and does not count, where none does. */
  readonly tried: Readonly<Record<string, CalendarDay>>
  readonly birthDose: BirthDoseAnswer
  /** With which dose the child had all it needs to be fully immunised; null: it lacks something, or had it too late. */
  readonly fullyOn: CalendarDay | null
  /** Antigens of which it lacks doses for that. */
  readonly lacking: readonly string[]
}

/** A judged dose: against which antigen, as which number, and whether it counts. */
export type JudgedDose = {
  readonly antigen: string
  readonly number: number | null
  readonly isValid: boolean
  readonly on: CalendarDay
  /** Of a birth dose: how long after birth it was; null for any other dose. */
  readonly birthDose: BirthDoseClock['verdict'] | null
}

type Entry = Pick<Residence, 'state' | 'on' | 'until'> & { readonly id: string; readonly createdAt: string }

/**
 * Why a child is left out on a day; null: it is followed. Nobody lived here before the first entry, where that says that
 * they moved in.
 */
export function leftOutOn(entries: readonly Entry[], on: CalendarDay): LeftOut | null {
  const entry = residenceOn(entries, on)
  if (entry === null || isFollowed(entry, on)) return null
  return entry.state === 'resident' || entry.state === 'moved-in' ? null : entry.state
}

/** What was given of the doses the rules ask for, and what was tried: the first of each, as far as it is known on a day. */
export function dosesGiven(
  rules: Pick<IndicatorRules, 'doses' | 'fullyImmunised'>,
  birthDate: CalendarDay,
  doses: readonly JudgedDose[],
  on: CalendarDay,
): Omit<IndicatorChild, 'personId' | 'birthDate' | 'communeCode' | 'hamlet' | 'ageDays' | 'leftOut'> {
  const known = doses.filter(dose => dose.on <= on)
  const given: Record<string, CalendarDay> = {}
  const tried: Record<string, CalendarDay> = {}
  for (const rule of rules.doses) {
    const end = rule.countsUntil && addOffset(birthDate, rule.countsUntil)
    for (const dose of known) {
      if (dose.antigen !== rule.antigen || dose.number !== rule.number) continue
      const into = dose.isValid && (end === null || dose.on < end) ? given : tried
      const first = into[rule.id]
      if (first === undefined || dose.on < first) into[rule.id] = dose.on
    }
    if (given[rule.id] !== undefined) delete tried[rule.id]
  }
  const ages = Object.entries(given).map(([id, givenOn]) => [id, daysBetween(birthDate, givenOn)] as const)
  return {
    given,
    ageAtDose: Object.fromEntries(ages),
    tried,
    birthDose: birthDoseOf(known),
    ...fullyImmunised(rules, birthDate, known),
  }
}

/** The best that can be said of a child's doses: one in time, else one of which it is not known, else a late one. */
function birthDoseOf(doses: readonly JudgedDose[]): BirthDoseAnswer {
  const said = new Set(doses.filter(({ isValid }) => isValid).map(({ birthDose }) => birthDose))
  return (['in-time', 'unknown', 'late'] as const).find(verdict => said.has(verdict)) ?? 'none'
}

/** As the reports count it: the last of the doses that decide, where all of them count and lie within the age. */
function fullyImmunised(
  { fullyImmunised: { needs, before } }: Pick<IndicatorRules, 'fullyImmunised'>,
  birthDate: CalendarDay,
  known: readonly JudgedDose[],
): Pick<IndicatorChild, 'fullyOn' | 'lacking'> {
  const end = addOffset(birthDate, before)
  const deciding = needs.map(({ antigen, doses }) => {
    const days = known.filter(dose => dose.isValid && dose.antigen === antigen).map(({ on }) => on)
    return { antigen, on: days.toSorted()[doses - 1] ?? null }
  })
  const lacking = deciding.filter(({ on }) => on === null || on >= end).map(({ antigen }) => antigen)
  const last = deciding.map(({ on }) => on ?? end).toSorted()
  return { fullyOn: lacking.length > 0 ? null : (last.at(-1) ?? null), lacking }
}
