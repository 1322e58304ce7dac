import { monthsBetween } from '../calendar/age'
import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { ForecastReason } from './chart-types'
import { type OpenTarget, statusOn } from './open-targets'
import type { DateCandidate, GivenDose } from './result-types'

const lastChanceDays = 31

/** Why a target is due, late or waits, most important first, with the dates that decided. */
export function reasonsFor(
  target: OpenTarget,
  doses: readonly GivenDose[],
  on: CalendarDay,
): readonly ForecastReason[] {
  const repeat = repeatReasons(target, doses)
  const status = statusOn(target, on)
  if (status === 'later') return [...waitReasons(target, doses, on), ...repeat]
  const overdue: readonly ForecastReason[] =
    status === 'overdue' ? [{ code: 'overdue', since: target.dates.recommendedOn }] : []
  return [
    ...overdue,
    ...repeat,
    ...ageReasons(target),
    ...previousReasons(target, on),
    ...lastChance(target, on),
  ]
}

/** The latest dose that was judged against this very target and did not satisfy it. */
function repeatReasons(
  { series, targetDose }: OpenTarget,
  doses: readonly GivenDose[],
): readonly ForecastReason[] {
  const failed = series.evaluations.findLast(
    it => it.targetDose === targetDose && (it.status === 'not-valid' || it.status === 'substandard'),
  )
  const dose = failed && doses.find(({ id }) => id === failed.doseId)
  const cause = failed?.reasons.at(0)
  if (!dose || !cause) return []
  return [{ code: 'repeat-dose', givenOn: dose.givenOn, givenUntil: dose.givenUntil ?? null, cause }]
}

function ageReasons({ dates }: OpenTarget): readonly ForecastReason[] {
  const ages = dates.candidates.filter(isAgeRule).toSorted((a, b) => daysBetween(b.on, a.on))
  const age = ages.at(-1)
  return age && hasLength(age.age) ? [{ code: 'age-reached', age: age.age, on: age.on }] : []
}

function isAgeRule(candidate: DateCandidate): candidate is Extract<DateCandidate, { readonly age: object }> {
  return candidate.rule === 'minimum-age' || candidate.rule === 'recommended-age'
}

function hasLength({
  years,
  months,
  days,
}: {
  readonly years: number
  readonly months: number
  readonly days: number
}) {
  return years !== 0 || months !== 0 || days !== 0
}

function previousReasons({ series }: OpenTarget, on: CalendarDay): readonly ForecastReason[] {
  const { previousOn } = series
  if (previousOn === null) return []
  return [
    {
      code: 'since-previous',
      previousOn,
      months: monthsBetween(previousOn, on),
      days: daysBetween(previousOn, on),
    },
  ]
}

function lastChance({ dates }: OpenTarget, on: CalendarDay): readonly ForecastReason[] {
  const { latestOn } = dates
  return latestOn !== null && addDays(on, lastChanceDays) >= latestOn
    ? [{ code: 'last-chance', latestOn }]
    : []
}

/** The rules that hold the dose back until exactly the recommended date. */
function waitReasons(
  target: OpenTarget,
  doses: readonly GivenDose[],
  on: CalendarDay,
): readonly ForecastReason[] {
  const { candidates, recommendedOn } = target.dates
  return candidates
    .filter(candidate => candidate.on === recommendedOn)
    .flatMap(candidate => waitReason(candidate, target, doses, on))
    .filter((reason, index, all) => all.findIndex(({ code }) => code === reason.code) === index)
}

function waitReason(
  candidate: DateCandidate,
  target: OpenTarget,
  doses: readonly GivenDose[],
  on: CalendarDay,
): readonly ForecastReason[] {
  switch (candidate.rule) {
    case 'minimum-age':
    case 'recommended-age':
      return [{ code: 'wait-age', age: candidate.age, on: candidate.on }]
    case 'minimum-interval':
    case 'recommended-interval': {
      const doseNumber = numberOfDose(candidate.fromOn, target, doses)
      const isMinimum = candidate.rule === 'minimum-interval'
      return [{ code: 'wait-interval', ...waited(candidate, on), doseNumber, isMinimum }]
    }
    case 'conflict':
      return [{ code: 'wait-conflict', vaccineCode: candidate.vaccineCode, ...waited(candidate, on) }]
    case 'season':
      return [{ code: 'wait-season', on: candidate.on }]
    case 'held':
      return [{ code: 'held', on: candidate.on, because: candidate.text }]
    case 'birth':
    case 'inadvertent-dose':
    case 'last-dose':
    case 'latest-recommended-age':
    case 'latest-recommended-interval':
    case 'maximum-age':
      return []
  }
}

function waited(
  { fromOn, on: untilOn }: { readonly fromOn: CalendarDay; readonly on: CalendarDay },
  on: CalendarDay,
) {
  const days = Math.max(0, daysBetween(fromOn, on))
  return { fromOn, on: untilOn, days, requiredDays: daysBetween(fromOn, untilOn) }
}

/**
 * The number of the dose that an interval counts from: how many had counted when it was given. Of an imprecise dose
 * the last possible day is the one that counts; a dose that is only planned is known by its day alone.
 */
function numberOfDose(
  fromOn: CalendarDay,
  { series, doseNumber }: OpenTarget,
  doses: readonly GivenDose[],
): number | null {
  const isFrom = (doseId: string | null) => {
    const dose = doses.find(({ id }) => id === doseId)
    return dose !== undefined && (dose.givenUntil ?? dose.givenOn) === fromOn
  }
  const counted = series.targets.filter(({ status }) => status === 'satisfied')
  const at = counted.findIndex(({ doseId }) => isFrom(doseId))
  if (at >= 0) return at + 1
  const didNotCount = series.evaluations.some(({ doseId }) => isFrom(doseId))
  return series.previousOn === fromOn && !didNotCount ? doseNumber - 1 : null
}
