import type { CalendarDay } from '../calendar/calendar-day'
import { addOffset } from '../calendar/offset'
import { lastDayOf } from './history'
import type { SkipCause } from './result-types'
import type { SeriesDoseRule, SkipCondition, SkipSet } from './schedule-types'
import { isEffective, isWithinAges, type Progress, type SeriesContext } from './series-state'

/** What a skip question is asked about. */
export type SkipQuestion = {
  readonly context: 'evaluation' | 'forecast'
  /** Date administered, assessment date, or the earliest date being validated. */
  readonly on: CalendarDay
  /** How many doses of the antigen count: those before the record judged, or all in a forecast. */
  readonly count: number
}

/** Why a target may be skipped, with the conditions that decided; null when it must be given (CDSi chapter 7). */
export function skipCause(
  rule: SeriesDoseRule,
  context: SeriesContext,
  progress: Pick<Progress, 'byDose'>,
  question: SkipQuestion,
): SkipCause | null {
  for (const skip of rule.skips) {
    if (skip.context !== 'both' && skip.context !== question.context) continue
    const sets = skip.sets.filter(set => isEffective(set, question.on))
    const met = sets.filter(set => isSetMet(set, context, progress, question))
    const may = skip.logic === 'and' ? met.length === sets.length && sets.length > 0 : met.length > 0
    if (may) return { on: question.on, conditions: met.flatMap(({ conditions }) => conditions) }
  }
  return null
}

function isSetMet(
  { logic, conditions }: SkipSet,
  context: SeriesContext,
  progress: Pick<Progress, 'byDose'>,
  question: SkipQuestion,
): boolean {
  const isTrue = (condition: SkipCondition) => isMet(condition, context, progress, question)
  return conditions.length > 0 && (logic === 'and' ? conditions.every(isTrue) : conditions.some(isTrue))
}

function isMet(
  condition: SkipCondition,
  context: SeriesContext,
  progress: Pick<Progress, 'byDose'>,
  { on, count }: SkipQuestion,
): boolean {
  switch (condition.type) {
    case 'age':
      return isWithinAges(condition, context.person.birthDate, on)
    case 'completed-series':
      return context.completeGroups.has(condition.group)
    case 'interval': {
      const last = context.records[count - 1]
      return last !== undefined && on >= addOffset(lastDayOf(last), condition.interval)
    }
    case 'vaccine-count': {
      const counted = countDoses(condition, context, progress, count)
      if (condition.comparison === 'greater than') return counted > condition.count
      return condition.comparison === 'less than' ? counted < condition.count : counted === condition.count
    }
  }
}

type CountCondition = Extract<SkipCondition, { readonly type: 'vaccine-count' }>

function countDoses(
  { vaccines, startOn, endOn, doseType, beginAge, endAge }: CountCondition,
  { records, person }: SeriesContext,
  { byDose }: Pick<Progress, 'byDose'>,
  count: number,
): number {
  let counted = 0
  for (let index = 0; index < count; index++) {
    const dose = records[index]
    if (!dose) break
    const fits =
      (vaccines.length === 0 || vaccines.includes(dose.vaccineCode)) &&
      isWithinAges({ beginAge, endAge }, person.birthDate, dose.givenOn, lastDayOf(dose)) &&
      (startOn === null || startOn <= dose.givenOn) &&
      (endOn === null || dose.givenOn < endOn) &&
      (doseType === 'total' || byDose.get(dose.id)?.status === 'valid')
    if (fits) counted += 1
  }
  return counted
}
