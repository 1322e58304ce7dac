import type {
  DoseWarning,
  ForecastReason,
  ForecastStatus,
  GivenCell,
} from '../../../src/domain/schedule/chart-types'
import type { EvaluationReason } from '../../../src/domain/schedule/result-types'
import type { forecastReasons as vietnamese } from '../vi/forecast-reasons'
import { doseVolume } from './dose-volume'
import { age, day, doseDay, plural } from './schedule-words'

/** Turns a code of a product or antigen into the name staff use. */
type NameOf = (code: string) => string

/** Why a dose was judged so, as one sentence. */
function evaluation(reason: EvaluationReason, vaccineName: NameOf): string {
  switch (reason.code) {
    case 'too-young':
      return `Given before ${age(reason.age)} of age, ${plural(reason.daysEarly, 'day')} early. Earliest ${day(reason.earliestOn)}.`
    case 'zero-dose':
      return `${reason.label.en}: an extra early dose, not counted as dose 1. Dose 1 from ${day(reason.earliestOn)}.`
    case 'date-imprecise':
      return `Imprecise date: between ${day(reason.from)} and ${day(reason.until)}.`
    case 'too-old':
      return `Given above the age limit of this schedule (until ${day(reason.latestOn)}). Need not be repeated.`
    case 'interval-too-short':
      return `Interval too short: ${reason.days} of ${plural(reason.requiredDays, 'day')}. Earliest ${day(reason.earliestOn)}.`
    case 'vaccine-conflict':
      return `Too close to ${vaccineName(reason.otherVaccineCode)} of ${day(reason.otherOn)}: ${reason.days} of ${plural(reason.requiredDays, 'day')}. Earliest ${day(reason.earliestOn)}.`
    case 'inadvertent-vaccine':
      return 'This vaccine must not be used for this dose, so it does not count.'
    case 'vaccine-not-accepted':
      return 'This vaccine does not count for this dose.'
    case 'vaccine-too-young':
      return `Below the age for this vaccine, ${plural(reason.daysEarly, 'day')} early. Earliest ${day(reason.earliestOn)}.`
    case 'vaccine-too-old':
      return `Above the age for this vaccine (until ${day(reason.latestOn)}).`
    case 'series-complete':
      return 'The series was complete; this is an extra dose.'
    case 'campaign-dose':
      return 'Campaign dose: recorded as extra, does not replace a routine dose.'
    case 'lot-expired':
      return `The lot had expired on ${day(reason.expiredOn)}, so the dose does not count. Repeat it.`
    case 'dose-flagged':
      return 'Marked as not of assured quality, so it does not count. Repeat it.'
    case 'grace-age':
      return `Before the recommended age (${day(reason.minimumOn)}), but it counts.`
    case 'grace-interval':
      return `Before the recommended day (${day(reason.minimumOn)}), but it counts.`
    case 'low-volume':
      return `Recorded volume ${reason.volumeMl} mL, less than ${reason.requiredMl} mL.`
  }
}

/** The second line of a cell in the matrix: "early: 4/7 days". */
function evaluationShort(reason: EvaluationReason): string {
  switch (reason.code) {
    case 'too-young':
    case 'vaccine-too-young':
      return `${plural(reason.daysEarly, 'day')} too young`
    case 'zero-dose':
      return reason.label.en
    case 'date-imprecise':
      return 'imprecise date'
    case 'too-old':
    case 'vaccine-too-old':
      return 'too old'
    case 'interval-too-short':
      return `early: ${reason.days}/${reason.requiredDays} days`
    case 'vaccine-conflict':
      return `near a live vaccine: ${reason.days}/${reason.requiredDays} days`
    case 'inadvertent-vaccine':
    case 'vaccine-not-accepted':
      return 'wrong vaccine'
    case 'series-complete':
      return 'extra, complete'
    case 'campaign-dose':
      return 'campaign'
    case 'lot-expired':
      return 'expired lot'
    case 'dose-flagged':
      return 'not assured'
    case 'grace-age':
    case 'grace-interval':
      return 'before recommended'
    case 'low-volume':
      return 'low volume'
  }
}

/** Why a dose is due, waits or is not given, as one sentence. */
function forecast(reason: ForecastReason, vaccineName: NameOf): string {
  switch (reason.code) {
    case 'age-reached':
      return `${age(reason.age)} old since ${day(reason.on)}.`
    case 'since-previous':
      return `Previous dose ${reason.months > 0 ? plural(reason.months, 'month') : plural(reason.days, 'day')} ago.`
    case 'overdue':
      return `Late since ${day(reason.since)}.`
    case 'repeat-dose':
      return `The dose of ${doseDay(reason.givenOn, reason.givenUntil)} does not count: ${evaluationShort(reason.cause)}.`
    case 'wait-age':
      return `Waits for ${age(reason.age)} of age: from ${day(reason.on)}.`
    case 'wait-interval':
      return waitInterval(reason)
    case 'wait-conflict':
      return `Too close to ${vaccineName(reason.vaccineCode)} of ${day(reason.fromOn)}: ${reason.days} of ${plural(reason.requiredDays, 'day')}. Earliest ${day(reason.on)}.`
    case 'wait-season':
      return `Waits for the season: from ${day(reason.on)}.`
    case 'held':
      return reason.on === null
        ? `Deferred, no date yet: ${reason.because.en}.`
        : `Deferred until ${day(reason.on)}: ${reason.because.en}.`
    case 'last-chance':
      return `Can be given only until ${day(reason.latestOn)}.`
    case 'if-given-today':
      return 'If all doses due today are given today.'
    case 'no-product':
      return 'The catalogue has no vaccine for this age.'
    case 'complete':
      return 'Series complete.'
    case 'aged-out':
      return reason.since === null
        ? 'Too old for this dose.'
        : `Too old for this dose since ${day(reason.since)}.`
    case 'contraindicated':
      return reason.because ? `Contraindicated: ${reason.because.en}.` : 'Contraindicated.'
    case 'immune':
      return reason.because ? `Immune: ${reason.because.en}.` : 'Immune.'
    case 'not-recommended':
      return 'Not recommended by the schedule.'
  }
}

/** A dose that waits for an interval: how many days there are, how many it takes, from which dose. */
function waitInterval(reason: Extract<ForecastReason, { readonly code: 'wait-interval' }>): string {
  const { days, requiredDays, doseNumber, isMinimum } = reason
  const from = doseNumber === null ? day(reason.fromOn) : `dose ${doseNumber}`
  const required = plural(requiredDays, 'day')
  if (!isMinimum) return `Recommended ${required} after ${from}, ${days} so far: from ${day(reason.on)}.`
  return days === 0
    ? `Needs ${required} after ${from}. Earliest ${day(reason.on)}.`
    : `Interval too short: ${days} of ${required} since ${from}. Earliest ${day(reason.on)}.`
}

/** What to think about before passing a warning. */
function warning(it: DoseWarning, vaccineName: NameOf, antigenName: NameOf): string {
  switch (it.code) {
    case 'dose.not-valid':
      return `${names(it.antigens, antigenName)}: ${it.reasons.map(reason => evaluation(reason, vaccineName)).join(' ')}`
    case 'dose.not-needed':
      return `${names(it.antigens, antigenName)}: complete, this is an extra dose.`
    case 'dose.not-due':
      return `${names(it.antigens, antigenName)}: before the recommended day ${day(it.recommendedOn)}.`
    case 'dose.contraindicated':
      return `${names(it.antigens, antigenName)}: contraindicated.`
    case 'dose.not-in-schedule':
      return 'This schedule has no rule for this vaccine. Follow the manufacturer.'
    case 'dose.conflicts-with-later':
      return 'With this dose a later one is no longer valid. Check the dates on the card.'
    case 'dose.other-volume':
      return doseVolume.warning(it, vaccineName)
  }
}

function names(codes: readonly string[], nameOf: NameOf): string {
  return codes.map(code => nameOf(code)).join(', ')
}

const evaluationStatus: { readonly [Status in GivenCell['status']]: string } = {
  valid: 'valid',
  'not-valid': 'does not count',
  extraneous: 'extra dose',
  substandard: 'not assured, repeat',
  'not-evaluated': 'no rule yet',
}

const forecastStatus: { readonly [Status in ForecastStatus]: string } = {
  due: 'today',
  overdue: 'late',
  later: 'upcoming',
  complete: 'complete',
  'aged-out': 'too old',
  contraindicated: 'contraindicated',
  immune: 'immune',
  'not-recommended': 'not recommended',
}

/** English twin of the Vietnamese sentences for what the schedule says of doses given and doses to come. */
export const forecastReasons: typeof vietnamese = {
  age,
  evaluation,
  evaluationShort,
  evaluationStatus,
  forecast,
  forecastStatus,
  warning,
  /** Beside the schedule's name. */
  unconfirmed: 'schedule not yet confirmed by a physician',
  unconfirmedRow: 'No clinician has confirmed this row of the schedule.',
  unconfirmedMark: '° row not confirmed by a clinician',
  outOfForce: 'schedule no longer in force, no successor found',
}
