import { addDays, type CalendarDay } from '../calendar/calendar-day'
import type { AntenatalVisit } from './antenatal-visit'
import { type Dating, firstDayOfWeek, gestationOn } from './dating'
import type { AntenatalSchedule, PregnancyRules, TestRule, VisitWindow } from './pregnancy-rules'

/**
 * Where a visit of the schedule stands on a day. `due`: its weeks have begun; `late`: its week is over and nobody came;
 * `missed`: its weeks are over, the next visit takes its place; `coming`: not yet.
 */
export type SlotState = 'done' | 'due' | 'late' | 'missed' | 'coming'

export type VisitSlot = VisitWindow & {
  readonly state: SlotState
  /** The first visit within its weeks; null unless done. */
  readonly visitedOn: CalendarDay | null
  readonly fromOn: CalendarDay
  /** First and last day of the week in which it is due. */
  readonly dueOn: CalendarDay
  readonly dueUntil: CalendarDay
  /** First day on which it no longer counts. */
  readonly endsOn: CalendarDay
}

type Visited = Pick<AntenatalVisit, 'visitedOn'>

/** The schedule a point follows. */
export function usualScheduleOf(rules: PregnancyRules): AntenatalSchedule {
  const usual = rules.schedules.find(({ code }) => code === rules.usualSchedule)
  if (!usual) throw new Error('the rules were read without their usual schedule')
  return usual
}

/** Each visit of a schedule as it stands on a day. `visits`: those that hold, in any order. */
export function slotsOn(
  schedule: Pick<AntenatalSchedule, 'visits'>,
  dating: Pick<Dating, 'startOn'>,
  visits: readonly Visited[],
  on: CalendarDay,
): readonly VisitSlot[] {
  const days = visits.map(({ visitedOn }) => visitedOn).toSorted()
  return schedule.visits.map(window => {
    const fromOn = firstDayOfWeek(dating, window.fromWeek)
    const dueOn = firstDayOfWeek(dating, window.dueWeek)
    const endsOn = firstDayOfWeek(dating, window.beforeWeek)
    const dueUntil = addDays(dueOn, 6)
    const visitedOn = days.find(each => each >= fromOn && each < endsOn && each <= on) ?? null
    const state = visitedOn ? 'done' : stateOn(on, { fromOn, dueUntil, endsOn })
    return { ...window, state, visitedOn, fromOn, dueOn, dueUntil, endsOn }
  })
}

function stateOn(
  on: CalendarDay,
  { fromOn, dueUntil, endsOn }: Pick<VisitSlot, 'fromOn' | 'dueUntil' | 'endsOn'>,
): SlotState {
  if (on < fromOn) return 'coming'
  if (on <= dueUntil) return 'due'
  return on < endsOn ? 'late' : 'missed'
}

/** The visit that is looked for next: due or late now, or else the first that comes; null after the last. */
export function nextSlot(slots: readonly VisitSlot[]): VisitSlot | null {
  return slots.find(({ state }) => state === 'due' || state === 'late' || state === 'coming') ?? null
}

/**
 * The day to propose for the next appointment of a visit on `on`: the week of the next visit of the schedule, or two
 * weeks on when that has begun already; null after the last, and without a date.
 */
export function nextVisitDay(
  schedule: Pick<AntenatalSchedule, 'visits'>,
  dating: Pick<Dating, 'startOn'> | null,
  on: CalendarDay,
): CalendarDay | null {
  const slots = dating ? slotsOn(schedule, dating, [], on) : []
  return slots.find(({ fromOn }) => fromOn > on)?.dueOn ?? null
}

/** Where a test stands: done with its answer, waiting for it, due, late, passed (its weeks are over), coming. */
export type TestState = {
  readonly rule: TestRule
  readonly state: 'done' | 'pending' | 'declined' | 'due' | 'late' | 'passed' | 'coming'
  /** The newest answer; null while there is none. */
  readonly result: 'negative' | 'positive' | null
  readonly on: CalendarDay | null
}

type Tested = Pick<AntenatalVisit, 'visitedOn' | 'tests'>

/** Every test of the rules on a day. Without a date a test is due as soon as the pregnancy is known. */
export function testsOn(
  rules: Pick<PregnancyRules, 'tests'>,
  dating: Pick<Dating, 'startOn'> | null,
  visits: readonly Tested[],
  on: CalendarDay,
): readonly TestState[] {
  const weeks = (dating && gestationOn(dating, on)?.weeks) ?? null
  return rules.tests.map(rule => {
    const said = visits
      .toSorted((a, b) => (a.visitedOn < b.visitedOn ? 1 : -1))
      .flatMap(visit => visit.tests.map(test => ({ ...test, on: visit.visitedOn })))
      .filter(({ code }) => code === rule.code)
    const answered = said.find(({ result }) => result === 'negative' || result === 'positive')
    if (answered)
      return { rule, state: 'done', result: answered.result as 'negative' | 'positive', on: answered.on }
    const newest = said[0]
    const state = newest?.result ?? null
    if (newest && (state === 'pending' || state === 'declined'))
      return { rule, state, result: null, on: newest.on }
    return { rule, state: askedIn(rule, weeks), result: null, on: null }
  })
}

function askedIn(
  { fromWeek, dueWeek, untilWeek }: TestRule,
  weeks: number | null,
): 'due' | 'late' | 'passed' | 'coming' {
  if (weeks === null) return fromWeek === 0 ? 'due' : 'coming'
  if (weeks < fromWeek) return 'coming'
  if (untilWeek !== null && weeks > untilWeek) return 'passed'
  return weeks <= dueWeek ? 'due' : 'late'
}

/** Tests that everybody gets and that should be there by now. */
export function missingTests(tests: readonly TestState[]): readonly TestState[] {
  return tests.filter(({ rule, state }) => rule.isCore && (state === 'due' || state === 'late'))
}
