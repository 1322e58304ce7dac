import type { DateCandidate, HistoryProblem } from '../../../src/domain/schedule/result-types'
import type { scheduleStatuses as vietnamese } from '../vi/schedule-statuses'
import { age, day, interval } from './schedule-words'

const evaluation: typeof vietnamese.evaluation = {
  valid: 'This dose counts.',
  'not-valid': 'This dose does not count and must be repeated.',
  extraneous: 'This is an extra dose: it does not count and need not be repeated.',
  substandard: 'Quality not assured: this dose does not count and must be repeated.',
  'not-evaluated': 'The schedule has no rule for this vaccine, so this dose is not judged.',
}

const forecast: typeof vietnamese.forecast = {
  due: 'Due: can be given today.',
  overdue: 'Late: can be given today.',
  later: 'Not yet.',
  complete: 'Complete.',
  'aged-out': 'Too old for this schedule.',
  contraindicated: 'Contraindicated: do not give.',
  immune: 'Immune: not needed.',
  'not-recommended': 'Not recommended by the schedule.',
}

const series: typeof vietnamese.series = {
  'not-complete': 'Not complete.',
  complete: 'Complete.',
  immune: 'Immune: not needed.',
  contraindicated: 'Contraindicated: do not give.',
  'aged-out': 'Too old for this schedule.',
  'not-recommended': 'Not recommended by the schedule.',
}

const target: typeof vietnamese.target = {
  satisfied: doses => `Dose ${doses} of the schedule: has a valid dose.`,
  'not-satisfied': doses => `Dose ${doses} of the schedule: no valid dose yet.`,
  skipped: doses => `Dose ${doses} of the schedule: not needed, skipped by the schedule.`,
}

/** Why a dose could not be judged, as one sentence. */
function problem(code: HistoryProblem['code'], vaccine: string, givenOn: string): string {
  switch (code) {
    case 'unknown-vaccine':
      return `${vaccine} on ${givenOn}: not in the catalogue, so it cannot be judged. Correct the vaccine.`
    case 'not-in-schedule':
      return `${vaccine} on ${givenOn}: the schedule has no rule for this vaccine. The dose stays in the record.`
    case 'before-birth':
      return `${vaccine} on ${givenOn}: before birth, so it cannot be judged. Correct the date.`
    case 'after-assessment':
      return `${vaccine} on ${givenOn}: after the day looked at, so it is not judged yet.`
  }
}

/** One date that competed, and the rule it comes from, as one sentence. */
function candidate(it: DateCandidate, vaccineName: (code: string) => string): string {
  switch (it.rule) {
    case 'birth':
      return `Born on ${day(it.on)}.`
    case 'minimum-age':
      return `Minimum age ${age(it.age)}: from ${day(it.on)}.`
    case 'recommended-age':
      return `Recommended age ${age(it.age)}: from ${day(it.on)}.`
    case 'latest-recommended-age':
      return `Recommended before ${age(it.age)}: late from ${day(it.on)}.`
    case 'maximum-age':
      return `Only before ${age(it.age)}: before ${day(it.on)}.`
    case 'minimum-interval':
      return `At least ${interval(it.interval)} after ${day(it.fromOn)}: from ${day(it.on)}.`
    case 'recommended-interval':
      return `Recommended ${interval(it.interval)} after ${day(it.fromOn)}: from ${day(it.on)}.`
    case 'latest-recommended-interval':
      return `Recommended within ${interval(it.interval)} of ${day(it.fromOn)}: late from ${day(it.on)}.`
    case 'conflict':
      return `Apart from ${vaccineName(it.vaccineCode)} of ${day(it.fromOn)}: from ${day(it.on)}.`
    case 'season':
      return `The season begins on ${day(it.on)}.`
    case 'held':
      return `Deferred by a screening until ${day(it.on)}: ${it.text.en}.`
    case 'inadvertent-dose':
      return `Not before the wrong vaccine of ${day(it.on)}.`
    case 'last-dose':
      return `Not before the latest dose of ${day(it.on)}.`
  }
}

/** Sentences for where doses, rows and series stand, and for the dates behind a forecast. */
export const scheduleStatuses: typeof vietnamese = {
  evaluation,
  forecast,
  series,
  target,
  problem,
  candidate,
}
