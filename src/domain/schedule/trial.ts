import type { CalendarDay } from '../calendar/calendar-day'
import { latestOf } from '../calendar/offset'
import { assess } from './assess'
import type { ChartInput } from './chart-types'
import { antigensOf } from './history'
import type { AntigenAssessment, DoseEvaluation, EvaluationReason, GivenDose } from './result-types'

/** What one more dose would be worth, antigen by antigen. */
export type Trial = {
  readonly antigens: readonly AntigenAssessment[]
  /** Antigens for which the dose satisfies a target. */
  readonly valid: readonly string[]
  /** Antigens for which it is beyond a complete series. */
  readonly surplus: readonly string[]
  /** Antigens for which the person is too old. */
  readonly tooOld: readonly { readonly antigen: string; readonly reasons: readonly EvaluationReason[] }[]
  /** Antigens for which it would be wasted or harmful, in every series open to the person. */
  readonly spoiled: readonly { readonly antigen: string; readonly reasons: readonly EvaluationReason[] }[]
}

/** Id of the dose a trial adds; no stored dose has it. */
export const trialDoseId = 'trial'

/** Gives a dose on paper and reads the judgement. The same rules then judge it when it is recorded. */
export function tryDose(input: ChartInput, dose: Omit<GivenDose, 'id'>): Trial {
  const codes = antigensOf(input, dose)
  const doses = [...input.doses, { ...dose, id: trialDoseId }]
  const { antigens } = assess({ ...input, doses, on: latestOf([input.on, dose.givenOn]) ?? input.on }, codes)
  const judged = antigens.map(antigen => ({
    antigen: antigen.antigen,
    evaluations: shownEvaluations(antigen, trialDoseId),
  }))
  return {
    antigens,
    valid: judged.filter(({ evaluations }) => evaluations.some(isValid)).map(({ antigen }) => antigen),
    surplus: judged
      .filter(({ evaluations }) => isSurplus(evaluations) && !evaluations.some(isTooOld))
      .map(({ antigen }) => antigen),
    tooOld: judged.flatMap(({ antigen, evaluations }) => {
      const late = evaluations.find(isTooOld)
      return late && isSurplus(evaluations) ? [{ antigen, reasons: late.reasons }] : []
    }),
    spoiled: antigens.flatMap(antigen => spoiledIn(antigen)),
  }
}

/** A dose's judgements in the best series of an antigen; in all relevant ones where none is best. */
export function shownEvaluations(
  { best, relevant }: AntigenAssessment,
  doseId: string,
): readonly DoseEvaluation[] {
  const series = best.length > 0 ? best : relevant
  return series.flatMap(({ evaluations }) => evaluations.filter(it => it.doseId === doseId))
}

function isValid({ status }: DoseEvaluation): boolean {
  return status === 'valid'
}

function isTooOld({ reasons }: DoseEvaluation): boolean {
  return reasons.some(({ code }) => code === 'too-old')
}

function isSurplus(evaluations: readonly DoseEvaluation[]): boolean {
  return evaluations.length > 0 && evaluations.every(({ status }) => status === 'extraneous')
}

/** A dose of the same antigen on the same day (oral and injected polio vaccine) spoils nothing. */
function spoiledIn({ antigen, relevant, best }: AntigenAssessment): Trial['spoiled'] {
  const all = relevant.flatMap(({ evaluations }) =>
    evaluations.filter(({ doseId }) => doseId === trialDoseId),
  )
  if (all.some(({ status }) => status === 'valid')) return []
  const shown = all.filter(({ seriesCode }) => best.some(it => it.seriesCode === seriesCode))
  const failed = shown.find(({ status, reasons }) => status !== 'extraneous' && !isSameDayOnly(reasons))
  return failed ? [{ antigen, reasons: failed.reasons }] : []
}

function isSameDayOnly(reasons: readonly EvaluationReason[]): boolean {
  return (
    reasons.length > 0 && reasons.every(reason => reason.code === 'interval-too-short' && reason.days === 0)
  )
}

/** The history with more doses in it, as if they had been given on a day. */
export function withDoses(
  input: ChartInput,
  vaccineCodes: readonly string[],
  givenOn: CalendarDay,
): ChartInput {
  const added = vaccineCodes.map((vaccineCode, index) => ({ id: `planned-${index}`, vaccineCode, givenOn }))
  return { ...input, doses: [...input.doses, ...added] }
}
