import type { CalendarDay } from '../calendar/calendar-day'
import { addOffset, latestOf } from '../calendar/offset'
import type { DoseEvaluation, GivenDose } from './result-types'
import type { ConflictRule, IntervalFrom } from './schedule-types'
import type { Progress, SeriesContext } from './series-state'

/**
 * The day an interval counts from, looking only at doses in `before`; null when there is none, and the interval does
 * not apply. An observation counts even where it was made after the dose: what was given before it came too soon.
 * An invalid dose is a reference too; extraneous, substandard and inadvertent ones are not (CALCDTINT-1, -2, -8, -9).
 */
export function referenceDay(
  from: IntervalFrom,
  context: SeriesContext,
  { targets, evaluations }: Pick<Progress, 'targets' | 'evaluations'>,
  before: {
    readonly records: readonly GivenDose[]
    readonly all: readonly GivenDose[]
    readonly on: CalendarDay
  },
): CalendarDay | null {
  switch (from.kind) {
    case 'previous':
      return before.records.findLast(dose => isReference(evaluations, dose))?.givenOn ?? null
    case 'target':
      return (
        targets.find(({ dose, satisfiedBy }) => dose === from.dose && satisfiedBy)?.satisfiedBy?.givenOn ??
        null
      )
    case 'most-recent':
      return before.all.findLast(({ vaccineCode }) => from.vaccines.includes(vaccineCode))?.givenOn ?? null
    case 'observation':
      return latestOf(
        (context.person.observations ?? [])
          .filter(
            ({ code, isActive, on }) => code === from.code && isActive && on !== null && on <= context.on,
          )
          .map(({ on }) => on),
      )
  }
}

function isReference(evaluations: readonly DoseEvaluation[], dose: GivenDose): boolean {
  const evaluation = evaluations.find(({ doseId }) => doseId === dose.id)
  if (!evaluation || evaluation.reasons.some(({ code }) => code === 'inadvertent-vaccine')) return false
  return evaluation.status === 'valid' || evaluation.status === 'not-valid'
}

/** A conflict between an earlier dose and a product, with the days between which it holds (the end exclusive). */
export type Conflict = {
  readonly other: GivenDose
  readonly beginOn: CalendarDay
  readonly endOn: CalendarDay
}

/** Conflict windows that the given doses open for a product; `endOf` chooses the short or the full end. */
export function conflictsFor(
  rules: readonly ConflictRule[],
  vaccineCode: string,
  earlier: readonly GivenDose[],
  endOf: (rule: ConflictRule, dose: GivenDose) => ConflictRule['endInterval'],
): readonly Conflict[] {
  return rules
    .filter(({ current }) => current.includes(vaccineCode))
    .flatMap(rule =>
      earlier
        .filter(dose => rule.previous.includes(dose.vaccineCode))
        .map(dose => ({
          other: dose,
          beginOn: addOffset(dose.givenOn, rule.beginInterval),
          endOn: addOffset(dose.givenOn, endOf(rule, dose)),
        })),
    )
}
