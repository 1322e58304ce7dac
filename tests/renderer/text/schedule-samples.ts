import { day } from '../../../src/domain/calendar/calendar-day'
import { offset } from '../../../src/domain/calendar/offset'
import type {
  DoseWarning,
  ForecastReason,
  ForecastStatus,
  GivenCell,
} from '../../../src/domain/schedule/chart-types'
import type {
  DateCandidate,
  EvaluationReason,
  HistoryProblem,
  SeriesStatus,
  TargetStatus,
} from '../../../src/domain/schedule/result-types'

/** One sample of every member of a union; the compiler refuses a list that forgets one. */
type ByCode<T extends { readonly code: string }> = {
  readonly [Code in T['code']]: T & { readonly code: Code }
}
type ByRule<T extends { readonly rule: string }> = {
  readonly [Rule in T['rule']]: T & { readonly rule: Rule }
}
type Each<T extends string> = { readonly [Word in T]: Word }

export const vaccineNameOf = (code: string) => (code === 'MVVAC' ? 'Sởi' : code)
export const antigenNameOf = (code: string) => (code === 'Measles' ? 'Sởi' : code)

const on = day('2026-05-12')
const fromOn = day('2026-04-14')
const age = offset('18 months')
const early = { earliestOn: on, daysEarly: 3 }
const gap = { days: 19, requiredDays: 28, earliestOn: on }

export const evaluationReasons: ByCode<EvaluationReason> = {
  'too-young': { code: 'too-young', age, ...early },
  'too-old': { code: 'too-old', age, latestOn: on },
  'zero-dose': { code: 'zero-dose', label: { vi: 'Sởi 0', en: 'Measles 0' }, earliestOn: on },
  'date-imprecise': {
    code: 'date-imprecise',
    from: day('2026-03-01'),
    until: day('2026-03-31'),
    countsFrom: day('2026-03-10'),
  },
  'interval-too-short': { code: 'interval-too-short', fromOn, ...gap },
  'vaccine-conflict': { code: 'vaccine-conflict', otherVaccineCode: 'MVVAC', otherOn: fromOn, ...gap },
  'inadvertent-vaccine': { code: 'inadvertent-vaccine' },
  'vaccine-not-accepted': { code: 'vaccine-not-accepted' },
  'vaccine-too-young': { code: 'vaccine-too-young', ...early },
  'vaccine-too-old': { code: 'vaccine-too-old', latestOn: on },
  'series-complete': { code: 'series-complete' },
  'campaign-dose': { code: 'campaign-dose' },
  'lot-expired': { code: 'lot-expired', expiredOn: fromOn },
  'dose-flagged': { code: 'dose-flagged' },
  'grace-age': { code: 'grace-age', minimumOn: on },
  'grace-interval': { code: 'grace-interval', minimumOn: on },
  'low-volume': { code: 'low-volume', volumeMl: 0.25, requiredMl: 0.5 },
}

const waited = { fromOn, on, days: 19, requiredDays: 28 }

export const forecastReasons: ByCode<ForecastReason> = {
  'age-reached': { code: 'age-reached', age, on },
  'since-previous': { code: 'since-previous', previousOn: fromOn, months: 0, days: 28 },
  overdue: { code: 'overdue', since: on },
  'repeat-dose': {
    code: 'repeat-dose',
    givenOn: fromOn,
    givenUntil: null,
    cause: evaluationReasons['interval-too-short'],
  },
  'wait-age': { code: 'wait-age', age, on },
  'wait-interval': { code: 'wait-interval', ...waited, doseNumber: 2, isMinimum: true },
  'wait-conflict': { code: 'wait-conflict', ...waited, vaccineCode: 'MVVAC' },
  'wait-season': { code: 'wait-season', on },
  held: { code: 'held', on, because: { vi: 'Mới dùng globulin miễn dịch', en: 'Immunoglobulin' } },
  'last-chance': { code: 'last-chance', latestOn: on },
  'if-given-today': { code: 'if-given-today' },
  'no-product': { code: 'no-product' },
  complete: { code: 'complete' },
  'aged-out': { code: 'aged-out', since: on },
  contraindicated: { code: 'contraindicated', because: { vi: 'Đang mang thai', en: 'Pregnant' } },
  immune: { code: 'immune', because: null },
  'not-recommended': { code: 'not-recommended' },
}

const antigens = ['Measles']

export const warnings: ByCode<DoseWarning> = {
  'dose.not-valid': {
    code: 'dose.not-valid',
    antigens,
    reasons: [evaluationReasons['interval-too-short']],
  },
  'dose.not-needed': { code: 'dose.not-needed', antigens },
  'dose.not-due': { code: 'dose.not-due', antigens, recommendedOn: on },
  'dose.contraindicated': { code: 'dose.contraindicated', antigens },
  'dose.not-in-schedule': { code: 'dose.not-in-schedule' },
  'dose.conflicts-with-later': { code: 'dose.conflicts-with-later', doseIds: [] },
  'dose.other-volume': {
    code: 'dose.other-volume',
    vaccineCode: 'JEVAX',
    volumeMl: 0.5,
    stated: { volumeMl: 1, drops: null, isConfirmed: false, ages: { fromMonths: 36, beforeMonths: null } },
  },
}

const interval = offset('28 days')

export const candidates: ByRule<DateCandidate> = {
  birth: { rule: 'birth', on },
  'minimum-age': { rule: 'minimum-age', on, age },
  'recommended-age': { rule: 'recommended-age', on, age },
  'latest-recommended-age': { rule: 'latest-recommended-age', on, age },
  'maximum-age': { rule: 'maximum-age', on, age },
  'minimum-interval': { rule: 'minimum-interval', on, fromOn, fromDose: 2, interval },
  'recommended-interval': { rule: 'recommended-interval', on, fromOn, fromDose: 2, interval },
  'latest-recommended-interval': { rule: 'latest-recommended-interval', on, fromOn, fromDose: 2, interval },
  conflict: { rule: 'conflict', on, fromOn, vaccineCode: 'MVVAC' },
  season: { rule: 'season', on },
  held: { rule: 'held', on, text: { vi: 'Mới dùng globulin miễn dịch', en: 'Immunoglobulin' } },
  'inadvertent-dose': { rule: 'inadvertent-dose', on },
  'last-dose': { rule: 'last-dose', on },
}

export const evaluationStatuses: Each<GivenCell['status']> = {
  valid: 'valid',
  'not-valid': 'not-valid',
  extraneous: 'extraneous',
  substandard: 'substandard',
  'not-evaluated': 'not-evaluated',
}

export const forecastStatuses: Each<ForecastStatus> = {
  due: 'due',
  overdue: 'overdue',
  later: 'later',
  complete: 'complete',
  'aged-out': 'aged-out',
  contraindicated: 'contraindicated',
  immune: 'immune',
  'not-recommended': 'not-recommended',
}

export const seriesStatuses: Each<SeriesStatus> = {
  'not-complete': 'not-complete',
  complete: 'complete',
  immune: 'immune',
  contraindicated: 'contraindicated',
  'aged-out': 'aged-out',
  'not-recommended': 'not-recommended',
}

export const targetStatuses: Each<TargetStatus> = {
  'not-satisfied': 'not-satisfied',
  satisfied: 'satisfied',
  skipped: 'skipped',
}

export const historyProblems: Each<HistoryProblem['code']> = {
  'unknown-vaccine': 'unknown-vaccine',
  'not-in-schedule': 'not-in-schedule',
  'before-birth': 'before-birth',
  'after-assessment': 'after-assessment',
}
