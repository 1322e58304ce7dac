import type { DoseView } from '../../../src/contract/dose-calls'
import { writtenDate } from '../../../src/domain/immunization/dose-date'
import type { ForecastReason } from '../../../src/domain/schedule/chart-types'
import type { EvaluationReason, HistoryProblem } from '../../../src/domain/schedule/result-types'
import { locale } from '../../text'
import { forecastReasons as english } from '../../text/en/forecast-reasons'
import { scheduleStatuses as englishStatuses } from '../../text/en/schedule-statuses'
import { forecastReasons as vietnamese } from '../../text/vi/forecast-reasons'
import { scheduleStatuses as vietnameseStatuses } from '../../text/vi/schedule-statuses'

/** Sentences of the schedule in the language of the window. */
export const reasonText: typeof vietnamese = locale === 'en' ? english : vietnamese
export const statusText: typeof vietnameseStatuses = locale === 'en' ? englishStatuses : vietnameseStatuses

/** Gives a product the name that stands on its doses; its code where no dose has it. */
export function namesFrom(doses: readonly DoseView[]): (code: string) => string {
  const names = new Map(doses.map(dose => [dose.vaccineCode, dose.vaccineName]))
  return code => names.get(code) ?? code
}

/** All reasons of a forecast as running text. */
export function forecastText(reasons: readonly ForecastReason[], nameOf: (code: string) => string): string {
  return reasons.map(reason => reasonText.forecast(reason, nameOf)).join(' ')
}

/** All reasons of a judgement as running text. */
export function evaluationText(
  reasons: readonly EvaluationReason[],
  nameOf: (code: string) => string,
): string {
  return reasons.map(reason => reasonText.evaluation(reason, nameOf)).join(' ')
}

/** Why a dose could not be judged, with the dose it is about. */
export function problemText({ doseId, code }: HistoryProblem, doses: readonly DoseView[]): string {
  const dose = doses.find(each => each.doseId === doseId)
  return statusText.problem(code, dose?.vaccineName ?? '', dose ? writtenDate(dose) : '')
}
