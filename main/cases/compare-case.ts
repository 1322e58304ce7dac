import type {
  DoseEvaluation,
  EvaluationReason,
  EvaluationStatus,
} from '../../src/domain/schedule/result-types'
import type { GroupForecast } from '../../src/domain/schedule/vaccine-groups'
import type { ForecastCase } from './case-file'

/** One field of one case in which the engine says something else. */
export type Difference = {
  readonly id: string
  readonly field: string
  readonly expected: string | number | null
  readonly got: string | number | null
}

/** Every difference of one case; empty when it passes. The rules are those of the README beside the cases. */
export function compareCase(one: ForecastCase, forecasts: readonly GroupForecast[]): readonly Difference[] {
  const own = forecasts.filter(({ group }) => group === one.vaccine_group)
  return [
    ...one.doses.flatMap((dose, index) => compareDose(one, dose, String(index), forecasts)),
    ...compareForecasts(one, own),
  ]
}

const forecastWords: Readonly<Record<GroupForecast['status'], string>> = {
  'not-complete': 'Not Complete',
  complete: 'Complete',
  immune: 'Immune',
  contraindicated: 'Contraindicated',
  'aged-out': 'Aged Out',
  'not-recommended': 'Not Recommended',
}

/** The expected row must be one of the engine's forecasts; the nearest one is reported. */
function compareForecasts(one: ForecastCase, own: readonly GroupForecast[]): readonly Difference[] {
  const all = own.map(forecast => compareForecast(one, forecast, own))
  const [nearest] = all.toSorted((a, b) => a.length - b.length)
  return nearest ?? [{ id: one.id, field: 'forecast', expected: one.expected.series_status, got: null }]
}

function compareForecast(
  { id, suite, expected }: ForecastCase,
  forecast: GroupForecast,
  own: readonly GroupForecast[],
): readonly Difference[] {
  const numbers = suite === 'conditions' ? [forecast.doseNumber, joinedNumber(forecast, own)] : []
  const number = numbers.includes(expected.forecast_num) ? expected.forecast_num : forecast.doseNumber
  const fields: readonly (readonly [string, string | number | null, string | number | null])[] = [
    ['series_status', expected.series_status, forecastWords[forecast.status]],
    ['forecast_num', expected.forecast_num, number],
    ['earliest', expected.earliest, forecast.earliestOn],
    ['recommended', expected.recommended, forecast.recommendedOn],
    ['past_due', expected.past_due, forecast.pastDueOn],
  ]
  return fields
    .filter(([, wanted, got]) => wanted !== got)
    .map(([field, wanted, got]) => ({ id, field, expected: wanted, got }))
}

/** Where risk and standard series are both best: one more than the distinct doses valid in either. */
function joinedNumber(forecast: GroupForecast, own: readonly GroupForecast[]): number | null {
  const types = new Set(own.map(({ type }) => type))
  if (forecast.doseNumber === null || !types.has('risk') || !types.has('standard')) return forecast.doseNumber
  const valid = own.flatMap(evaluationsOf).filter(({ status }) => status === 'valid')
  return new Set(valid.map(({ doseId }) => doseId)).size + 1
}

function evaluationsOf({ series }: GroupForecast): readonly DoseEvaluation[] {
  return series.flatMap(({ evaluations }) => evaluations)
}

const statusWords: Readonly<Record<EvaluationStatus, string>> = {
  valid: 'Valid',
  'not-valid': 'Not Valid',
  extraneous: 'Extraneous',
  substandard: 'Sub-standard',
}

const reasonWords: Readonly<Partial<Record<EvaluationReason['code'], string>>> = {
  'too-young': 'Age: Too Young',
  'too-old': 'Age: Too Old',
  'interval-too-short': 'Interval: Too Soon',
  'vaccine-conflict': 'Live Virus Conflict',
  'inadvertent-vaccine': 'Inadvertent Vaccine',
  'series-complete': 'Series Already Complete',
  'vaccine-not-accepted': 'Not a Preferable or Allowable Vaccine',
  'vaccine-too-young': 'Not a Preferable or Allowable Vaccine',
  'vaccine-too-old': 'Not a Preferable or Allowable Vaccine',
}

/** A dose is judged in the group of the case; one without an antigen of that group, in its own. */
function compareDose(
  { id, vaccine_group: group }: ForecastCase,
  dose: ForecastCase['doses'][number],
  doseId: string,
  forecasts: readonly GroupForecast[],
): readonly Difference[] {
  const judging = forecasts.filter(forecast => evaluationsOf(forecast).some(it => it.doseId === doseId))
  const inGroup = judging.filter(forecast => forecast.group === group)
  const shown = inGroup.length > 0 ? inGroup : judging
  const verdicts = shown.map(forecast => verdictOf(forecast, doseId))
  const field = `dose ${Number(doseId) + 1}`
  const fitting = verdicts.filter(({ status }) => status === dose.expected_status)
  if (fitting.length === 0) {
    const got = [...new Set(verdicts.map(({ status }) => status))].join(' / ')
    return [{ id, field: `${field} status`, expected: dose.expected_status, got: got === '' ? null : got }]
  }
  const reasons = fitting.flatMap(it => it.reasons)
  if (dose.expected_reason === null || reasons.includes(dose.expected_reason)) return []
  return [{ id, field: `${field} reason`, expected: dose.expected_reason, got: reasons.join(' / ') }]
}

/** Among the antigens of a group the best status counts: valid in one is valid. */
function verdictOf(forecast: GroupForecast, doseId: string) {
  const own = evaluationsOf(forecast).filter(it => it.doseId === doseId)
  const order: readonly EvaluationStatus[] = ['valid', 'not-valid', 'extraneous', 'substandard']
  const status = order.find(it => own.some(evaluation => evaluation.status === it)) ?? 'substandard'
  const reasons = own
    .filter(evaluation => evaluation.status === status)
    .flatMap(evaluation => evaluation.reasons.map(({ code }) => reasonWords[code] ?? code))
  return { status: statusWords[status], reasons }
}
