import { type CalendarDay, daysBetween, type Instant, vietnamDayOf } from '../calendar/calendar-day'
import type { DateAccuracy } from './dose-date'

/** Within how many hours of birth which dose is to be given. Data: `resources/vaccines/birth-dose.json`. */
export type BirthDoseRule = {
  readonly antigen: string
  /** Products of this antigen alone. */
  readonly vaccines: readonly string[]
  readonly hours: number
  /** Until this age a dose still is the birth dose. */
  readonly countsUntilDays: number
  readonly confirmation: 'sourced' | 'unverified'
  readonly source: string
}

/** When somebody was born: a day, and the wall clock in Vietnam where it is known. */
export type Birth = { readonly birthDate: CalendarDay; readonly birthTime: string | null }

/** A newborn whose birth dose is still to be given. */
export type BirthDoseWait = Birth & Pick<BirthDoseRule, 'hours' | 'confirmation'>

/**
 * How long after birth, and whether that is in time. `minutes` is null where a time is missing, as `missing` says: then
 * only the days are compared, and of the day after birth nobody can tell.
 */
export type BirthDoseClock = {
  readonly verdict: 'in-time' | 'late' | 'unknown'
  readonly minutes: number | null
  readonly days: number
  readonly hours: number
  readonly missing: 'birth-time' | 'dose-time' | null
}

const minuteMs = 60_000

/** How long after birth an instant lies. A birth time that lies ahead of it is wrong and counts as unknown. */
export function hoursSinceBirth(birth: Birth, hours: number, at: Instant): BirthDoseClock {
  const days = daysBetween(birth.birthDate, vietnamDayOf(at))
  if (birth.birthTime === null) return byDays(days, hours, 'birth-time')
  const bornMs = Date.parse(`${birth.birthDate}T${birth.birthTime}:00.000+07:00`)
  const minutes = Math.floor((Date.parse(at) - bornMs) / minuteMs)
  if (!(minutes >= 0)) return byDays(days, hours, 'birth-time')
  return { verdict: minutes <= hours * 60 ? 'in-time' : 'late', minutes, days, hours, missing: null }
}

/** The day of birth is within any limit of a day, the second day after it is beyond; between them it is open. */
function byDays(days: number, hours: number, missing: BirthDoseClock['missing']): BirthDoseClock {
  const isCertain = days === 0 && hours >= 24
  const isLate = (days - 1) * 24 >= hours
  return { verdict: isCertain ? 'in-time' : isLate ? 'late' : 'unknown', minutes: null, days, hours, missing }
}

type GivenDose = {
  readonly vaccineCode: string
  readonly givenOn: CalendarDay
  readonly givenOnAccuracy: DateAccuracy
  readonly givenAt: Instant | null
  readonly voided: boolean
}

/**
 * How long after birth the birth dose was given; null for any other dose. The moment counts only where it lies on the day
 * of the dose: a day that was put right later goes before it.
 */
export function givenAfterBirth(rule: BirthDoseRule, birth: Birth, dose: GivenDose): BirthDoseClock | null {
  const { vaccineCode, givenOn, givenAt } = dose
  if (dose.voided || dose.givenOnAccuracy !== null || !rule.vaccines.includes(vaccineCode)) return null
  const days = daysBetween(birth.birthDate, givenOn)
  if (days < 0 || days >= rule.countsUntilDays) return null
  if (givenAt === null || vietnamDayOf(givenAt) !== givenOn) return byDays(days, rule.hours, 'dose-time')
  return hoursSinceBirth(birth, rule.hours, givenAt)
}

/** Whether a due dose is the birth dose of somebody born on this day. */
export function isBirthDose(
  rule: BirthDoseRule,
  birthDate: CalendarDay,
  due: { readonly antigens: readonly string[]; readonly doseNumber: number },
  on: CalendarDay,
): boolean {
  const isOnly = due.antigens.length === 1 && due.antigens[0] === rule.antigen
  return isOnly && due.doseNumber === 1 && isOfAge(rule, birthDate, on)
}

/** Whether somebody is young enough for the birth dose. */
export function isOfAge(
  { countsUntilDays }: BirthDoseRule,
  birthDate: CalendarDay,
  on: CalendarDay,
): boolean {
  const days = daysBetween(birthDate, on)
  return days >= 0 && days < countsUntilDays
}

/** What a clock beside a newborn needs. */
export function birthDoseWait(
  { hours, confirmation }: BirthDoseRule,
  { birthDate, birthTime }: Birth,
): BirthDoseWait {
  return { birthDate, birthTime, hours, confirmation }
}
