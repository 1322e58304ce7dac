import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { BirthData, BirthMeasure, PostnatalSlot } from './birth-data'
import { measureProblems } from './birth-rules'
import type { BoxAnswer } from './postnatal-visit'

export type PostnatalProblemCode =
  | 'postnatal.in-future'
  | 'postnatal.before-birth'
  | 'postnatal.after-death'
  | 'postnatal.next-not-ahead'
  | 'postnatal.danger-unanswered'
  | 'postnatal.unknown-code'
  | 'birth.out-of-range'

export type PostnatalProblem = {
  readonly code: PostnatalProblemCode
  readonly field: string
  readonly params: Readonly<Record<string, string | number | null>>
}

/** What both kinds of visits have in common. */
type Visit = {
  readonly visitedOn: CalendarDay
  readonly checks: Readonly<Record<string, BoxAnswer>>
  readonly dangerSigns: readonly string[]
  readonly advice: string | null
  readonly referredTo: string | null
  readonly nextVisitOn: CalendarDay | null
}

export type PostnatalFacts = {
  readonly data: BirthData
  readonly today: CalendarDay
  /** Null: the birth was not recorded here and no birth date is known. */
  readonly bornOn: CalendarDay | null
  readonly diedOn: CalendarDay | null
}

/** Everything that speaks against a visit after birth. A danger sign asks for where she was sent, or for what was said. */
export function postnatalProblems(
  visit: Visit,
  values: Readonly<Partial<Record<BirthMeasure, number | null>>>,
  who: 'mother' | 'newborn',
  facts: PostnatalFacts,
): readonly PostnatalProblem[] {
  const { data, today, bornOn, diedOn } = facts
  const { visitedOn, nextVisitOn } = visit
  const problems: PostnatalProblem[] = []
  const add = (code: PostnatalProblemCode, field: string, params: PostnatalProblem['params'] = {}) =>
    problems.push({ code, field, params })
  if (visitedOn > today) add('postnatal.in-future', 'visitedOn', { today })
  if (bornOn !== null && visitedOn < bornOn) add('postnatal.before-birth', 'visitedOn', { bornOn })
  if (diedOn !== null && visitedOn > diedOn) add('postnatal.after-death', 'visitedOn', { diedOn })
  if (nextVisitOn !== null && nextVisitOn <= visitedOn) add('postnatal.next-not-ahead', 'nextVisitOn')
  if (visit.dangerSigns.length > 0 && !visit.referredTo && !visit.advice)
    add('postnatal.danger-unanswered', 'referredTo')
  for (const code of unknownCodes(visit, who, data)) add('postnatal.unknown-code', 'checks', { code })
  const ranges = measureProblems(values, '', data)
  return [
    ...problems,
    ...ranges.map(({ field, params }) => ({
      code: 'birth.out-of-range' as const,
      field: fieldOf[field ?? ''] ?? field ?? '',
      params,
    })),
  ]
}

/** Limits are of mothers and newborns apart; a form has one field for each. */
const fieldOf: Readonly<Record<string, string>> = {
  motherTemperatureC: 'temperatureC',
  newbornTemperatureC: 'temperatureC',
  newbornWeightKg: 'weightKg',
}

function unknownCodes(visit: Visit, who: 'mother' | 'newborn', data: BirthData): readonly string[] {
  const checks = who === 'mother' ? data.motherChecks : data.newbornChecks
  const signs = who === 'mother' ? data.motherDangerSigns : data.newbornDangerSigns
  return [
    ...Object.keys(visit.checks).filter(code => !checks.some(known => known.code === code)),
    ...visit.dangerSigns.filter(code => !signs.some(known => known.code === code)),
  ]
}

/** Where a day after birth falls in the schedule; null beside all of it. */
export function slotOf(data: BirthData, bornOn: CalendarDay, on: CalendarDay): PostnatalSlot | null {
  const days = daysBetween(bornOn, on)
  return data.visits.find(({ fromDay, toDay }) => days >= fromDay && days <= toDay) ?? null
}

/** One visit of the schedule with what became of it. */
export type SlotState = {
  readonly code: string
  readonly from: CalendarDay
  readonly to: CalendarDay
  readonly state: 'done' | 'due' | 'ahead' | 'missed'
}

/** The schedule after a birth, with the visits that were made. */
export function scheduleAfterBirth(
  data: BirthData,
  bornOn: CalendarDay,
  visitedOn: readonly CalendarDay[],
  today: CalendarDay,
): readonly SlotState[] {
  return data.visits.map(({ code, fromDay, toDay }) => {
    const [from, to] = [addDays(bornOn, fromDay), addDays(bornOn, toDay)]
    const isDone = visitedOn.some(on => on >= from && on <= to)
    const state = isDone ? 'done' : today < from ? 'ahead' : today <= to ? 'due' : 'missed'
    return { code, from, to, state }
  })
}
