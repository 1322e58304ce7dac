import { daysBetween } from '../calendar/calendar-day'
import { compareDays } from '../calendar/offset'
import type { ChartInput, GivenCell } from './chart-types'
import type {
  AntigenAssessment,
  Assessment,
  DoseEvaluation,
  EvaluationReason,
  EvaluationStatus,
  GivenDose,
  SeriesAssessment,
} from './result-types'
import type { RowDefinition, RowMember } from './schedule-types'

type Shown = { readonly evaluation: DoseEvaluation; readonly series: SeriesAssessment }

/** One cell for every given dose the row shows, in date order. */
export function givenCells(
  definition: RowDefinition,
  input: ChartInput,
  assessment: Assessment,
): readonly GivenCell[] {
  const ordered = input.doses.toSorted((a, b) => compareDays(a.givenOn, b.givenOn))
  const shown = ordered
    .map(dose => ({ dose, evaluations: evaluationsOf(dose, definition, assessment) }))
    .filter(({ evaluations }) => evaluations.length > 0)
  return shown.map(({ dose, evaluations }, index) => {
    const previous = shown[index - 1]?.dose.givenOn
    return givenCell(dose, evaluations, input, previous ? daysBetween(previous, dose.givenOn) : null)
  })
}

function evaluationsOf(
  dose: GivenDose,
  { members }: RowDefinition,
  { antigens }: Assessment,
): readonly Shown[] {
  return members.flatMap(member => {
    const assessed = antigens.find(({ antigen }) => antigen === member.antigen)
    if (!assessed) return []
    const series = (assessed.best.length > 0 ? assessed.best : assessed.relevant).filter(
      ({ seriesGroup }) => seriesGroup === member.group,
    )
    return series.flatMap(it =>
      it.evaluations
        .filter(evaluation => evaluation.doseId === dose.id && belongsTo(member, evaluation, it))
        .filter(evaluation => !belongsElsewhere(evaluation, assessed))
        .map(evaluation => ({ evaluation, series: it })),
    )
  })
}

/**
 * A tetanus dose of a pregnancy is not also shown as too late for the childhood series, nor a childhood dose as one that
 * the pregnancy series does not accept.
 */
export function belongsElsewhere(evaluation: DoseEvaluation, { best }: AntigenAssessment): boolean {
  const others = best
    .flatMap(({ evaluations }) => evaluations)
    .filter(it => it.doseId === evaluation.doseId && it.seriesCode !== evaluation.seriesCode)
  if (evaluation.status === 'extraneous') return others.some(({ status }) => status !== 'extraneous')
  if (has(evaluation, 'vaccine-not-accepted')) {
    return others.some(it => it.status !== 'extraneous' && !has(it, 'vaccine-not-accepted'))
  }
  return has(evaluation, 'too-young') && others.some(({ status }) => status === 'valid')
}

function has({ reasons }: DoseEvaluation, code: EvaluationReason['code']): boolean {
  return reasons.some(reason => reason.code === code)
}

/** A dose beyond the series stands where the series' last dose stands. */
export function belongsTo(
  { fromDose, toDose }: RowMember,
  evaluation: DoseEvaluation,
  { targets }: SeriesAssessment,
): boolean {
  const target = evaluation.targetDose ?? targets.at(-1)?.dose ?? 1
  return target >= fromDose && (toDose === null || target <= toDose)
}

/** From what counts to what does not. */
export const statusOrder: readonly EvaluationStatus[] = ['valid', 'not-valid', 'substandard', 'extraneous']

/** Valid for the row if valid for any of its antigens; antigens that differ are named. */
function givenCell(
  dose: GivenDose,
  evaluations: readonly Shown[],
  { vaccines }: ChartInput,
  daysSincePrevious: number | null,
): GivenCell {
  const status =
    statusOrder.find(it => evaluations.some(({ evaluation }) => evaluation.status === it)) ?? 'extraneous'
  const lead = evaluations.find(({ evaluation }) => evaluation.status === status)
  const differing = evaluations.filter(({ evaluation }) => evaluation.status !== status)
  return {
    kind: 'given',
    doseId: dose.id,
    givenOn: dose.givenOn,
    givenUntil: dose.givenUntil ?? null,
    vaccineCode: dose.vaccineCode,
    vaccineName: vaccines.get(dose.vaccineCode)?.shortName ?? dose.vaccineCode,
    status,
    doseNumber: lead ? doseNumber(lead) : null,
    reasons: lead?.evaluation.reasons ?? [],
    otherwise: differing.map(({ evaluation }) => ({
      antigen: evaluation.antigen,
      status: evaluation.status,
      reasons: evaluation.reasons,
    })),
    daysSincePrevious,
    isConfirmed: evaluations.every(({ evaluation }) => evaluation.isConfirmed),
    version: lead?.evaluation.version ?? null,
  }
}

/** Skipped targets do not count. */
function doseNumber({ evaluation, series }: Shown): number | null {
  const { targetDose } = evaluation
  if (targetDose === null) return null
  return series.targets.filter(({ dose, status }) => status === 'satisfied' && dose < targetDose).length + 1
}

/** Doses of products the schedule has no rule for: shown, never judged. */
export function otherCells({ doses, vaccines }: ChartInput, { problems }: Assessment): readonly GivenCell[] {
  const unjudged = new Set(
    problems
      .filter(({ code }) => code === 'not-in-schedule' || code === 'unknown-vaccine')
      .map(({ doseId }) => doseId),
  )
  return doses
    .filter(({ id }) => unjudged.has(id))
    .toSorted((a, b) => compareDays(a.givenOn, b.givenOn))
    .map(({ id, givenOn, givenUntil, vaccineCode }) => ({
      kind: 'given',
      doseId: id,
      givenOn,
      givenUntil: givenUntil ?? null,
      vaccineCode,
      vaccineName: vaccines.get(vaccineCode)?.shortName ?? vaccineCode,
      status: 'not-evaluated',
      doseNumber: null,
      reasons: [],
      otherwise: [],
      daysSincePrevious: null,
      isConfirmed: true,
      version: null,
    }))
}
