import type { CalendarDay } from '../calendar/calendar-day'
import { addOffset } from '../calendar/offset'
import type { GivenDose } from './result-types'
import type { SeriesDose, SkipCondition, SkipSet } from './schedule-types'
import { isEffective, isWithinAges, type Progress, type SeriesContext } from './series-state'

/** What a skip question is asked about. */
export type SkipQuestion = {
  readonly context: 'evaluation' | 'forecast'
  /** Date administered, assessment date, or the earliest date being validated. */
  readonly on: CalendarDay
  /** Doses of the antigen that count: those before the record judged, or all in a forecast. */
  readonly records: readonly GivenDose[]
}

/** Whether a target may be skipped (CDSi chapter 7). */
export function maySkip(
  rule: SeriesDose,
  context: SeriesContext,
  progress: Pick<Progress, 'evaluations'>,
  question: SkipQuestion,
): boolean {
  return rule.skips
    .filter(skip => skip.context === 'both' || skip.context === question.context)
    .some(skip => {
      const sets = skip.sets.filter(set => isEffective(set, question.on))
      return joins(skip.logic, sets, set => isSetMet(set, context, progress, question))
    })
}

function isSetMet(
  set: SkipSet,
  context: SeriesContext,
  progress: Pick<Progress, 'evaluations'>,
  question: SkipQuestion,
): boolean {
  return joins(set.logic, set.conditions, condition => isMet(condition, context, progress, question))
}

function joins<T>(logic: 'and' | 'or', parts: readonly T[], isTrue: (part: T) => boolean): boolean {
  return parts.length > 0 && (logic === 'and' ? parts.every(isTrue) : parts.some(isTrue))
}

function isMet(
  condition: SkipCondition,
  { person, completeGroups }: SeriesContext,
  { evaluations }: Pick<Progress, 'evaluations'>,
  { on, records }: SkipQuestion,
): boolean {
  switch (condition.type) {
    case 'age':
      return isWithinAges(condition, person.birthDate, on)
    case 'completed-series':
      return completeGroups.has(condition.group)
    case 'interval': {
      const last = records.at(-1)
      return last !== undefined && on >= addOffset(last.givenOn, condition.interval)
    }
    case 'vaccine-count': {
      const counted = records.filter(
        ({ id, vaccineCode, givenOn }) =>
          (condition.vaccines.length === 0 || condition.vaccines.includes(vaccineCode)) &&
          isWithinAges(condition, person.birthDate, givenOn) &&
          (condition.startOn === null || condition.startOn <= givenOn) &&
          (condition.endOn === null || givenOn < condition.endOn) &&
          (condition.doseType === 'total' ||
            evaluations.some(it => it.doseId === id && it.status === 'valid')),
      ).length
      if (condition.comparison === 'greater than') return counted > condition.count
      return condition.comparison === 'less than' ? counted < condition.count : counted === condition.count
    }
  }
}
