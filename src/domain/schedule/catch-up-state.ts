import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { earliestOf, latestOf } from '../calendar/offset'
import type { Judge } from './catch-up-judge'
import type { CatchUpOptions } from './catch-up-options'
import { isInjection, type Offer, type Offers, offersOn, plannedDose } from './catch-up-visit'
import { type OpenTarget, openTargets } from './open-targets'
import type { AntigenAssessment, GivenDose } from './result-types'
import { shownEvaluations } from './trial'

/** A target the plan still has to serve, and the days between which its visit may lie. */
export type Waiting = {
  readonly target: OpenTarget
  /** First day it is due in this plan. */
  readonly dueOn: CalendarDay
  /** First day it could be given in a visit held for another dose; null when nothing could be given so far. */
  readonly soonestOn: CalendarDay | null
  /** First day a visit may be held for it; null when none may. */
  readonly readyOn: CalendarDay | null
  /** Last day it may wait for; null without end. */
  readonly deadlineOn: CalendarDay | null
}

/** A visit as the search makes it. */
export type Step = { readonly on: CalendarDay; readonly offers: readonly Offer[] }

/** The plan so far: what was given, what waits. */
export type PlanState = {
  readonly steps: readonly Step[]
  /** Every planned dose, in order. */
  readonly planned: readonly GivenDose[]
  readonly waiting: readonly Waiting[]
  /** Targets satisfied by planned doses, in all and by antigen. */
  readonly satisfied: number
  readonly counts: ReadonlyMap<string, number>
  /** Sum over those targets of the days from the first day of the plan. */
  readonly days: number
  readonly injections: number
}

/** What stays the same for a whole plan. */
export type PlanRules = CatchUpOptions & {
  readonly judge: Judge
  readonly from: CalendarDay
  readonly until: CalendarDay
}

/** The state before the first visit. */
export function startState(rules: PlanRules): PlanState {
  const { judge, from } = rules
  const antigens = judge.assessAll(from, [])
  return {
    steps: [],
    planned: [],
    waiting: openOf(antigens).map(target => waitingOf(target, null, rules, null)),
    satisfied: 0,
    counts: new Map(),
    days: 0,
    injections: 0,
  }
}

/** What could be given on a day, if that day became the next visit. */
export function offersAt({ waiting, planned }: PlanState, on: CalendarDay, { judge }: PlanRules): Offers {
  const due = waiting.filter(({ dueOn }) => dueOn <= on).map(({ target }) => target.antigen)
  return offersOn(on, planned, openOf(judge.assess(on, planned, [...new Set(due)])), judge)
}

/**
 * The state after a visit; null when a chosen dose would not count, because another of the day was left out. A day on
 * which nothing can be given after all is no visit, only a day looked at.
 */
export function afterVisit(
  state: PlanState,
  { on, stuck }: Offers,
  given: readonly Offer[],
  rules: PlanRules,
): PlanState | null {
  const { judge, from } = rules
  const added = given.map(({ vaccine }) => plannedDose(vaccine.code, on))
  const planned = [...state.planned, ...added]
  const touched = new Set([
    ...added.flatMap(({ vaccineCode }) => [...judge.touchedBy(vaccineCode)]),
    ...state.waiting.filter(({ dueOn }) => dueOn <= on).map(({ target }) => target.antigen),
  ])
  const antigens = judge.assess(on, planned, [...touched])
  const counted = added.map(({ id }) => antigens.filter(antigen => isValidFor(antigen, id)))
  if (counted.some(({ length }) => length === 0)) return null
  const served = counted.flat().map(({ antigen }) => antigen)
  const steps = given.length === 0 ? state.steps : [...state.steps, { on, offers: given }]
  const last = { on, visitOn: steps.at(-1)?.on ?? null }
  return {
    steps,
    planned,
    waiting: [
      ...state.waiting
        .filter(({ target }) => !touched.has(target.antigen))
        .map(({ target, dueOn }) => waitingOf(target, last, rules, dueOn)),
      ...openOf(antigens).map(target => waitingOf(target, last, rules, retryOf(target, stuck, on))),
    ],
    satisfied: state.satisfied + served.length,
    counts: withCounted(state.counts, served),
    days: state.days + served.length * daysBetween(from, on),
    injections: state.injections + given.filter(isInjection).length,
  }
}

function withCounted(counts: PlanState['counts'], antigens: readonly string[]): ReadonlyMap<string, number> {
  const more = new Map(counts)
  for (const antigen of antigens) more.set(antigen, (more.get(antigen) ?? 0) + 1)
  return more
}

function openOf(antigens: readonly AntigenAssessment[]): readonly OpenTarget[] {
  return openTargets({ antigens, problems: [] })
}

function isValidFor(antigen: AntigenAssessment, doseId: string): boolean {
  return shownEvaluations(antigen, doseId).some(({ status }) => status === 'valid')
}

/** The first day a target is due in a plan, whatever day a visit is possible. */
export function dueDay({ dates }: OpenTarget, from: CalendarDay): CalendarDay {
  return latestOf([from, dates.earliestOn, dates.recommendedOn]) ?? from
}

/** The day to try again for a due target that nothing could be given for; null when it is not such a one. */
function retryOf(target: OpenTarget, stuck: Offers['stuck'], on: CalendarDay): CalendarDay | 'never' | null {
  const failed = stuck.find(
    it => it.target.antigen === target.antigen && it.target.series.seriesCode === target.series.seriesCode,
  )
  if (!failed || target.dates.recommendedOn > on) return null
  return failed.retryOn ?? 'never'
}

/** The last day looked at, and the last visit: the gap counts from the visit. */
type Last = { readonly on: CalendarDay; readonly visitOn: CalendarDay | null }

function waitingOf(
  target: OpenTarget,
  last: Last | null,
  rules: PlanRules,
  retryOn: CalendarDay | 'never' | null,
): Waiting {
  const { from, maxWaitDays } = rules
  const { latestOn, pastDueOn } = target.dates
  const isStuck = retryOn === 'never'
  const dueOn = latestOf([dueDay(target, from), isStuck ? null : retryOn]) ?? from
  // Waiting must not make late what is still in time.
  const inTimeUntil = pastDueOn !== null && pastDueOn > dueOn ? pastDueOn : null
  const waitsUntil = maxWaitDays === null ? null : earliestOf([addDays(dueOn, maxWaitDays), inTimeUntil])
  return {
    target,
    dueOn,
    soonestOn: isStuck ? null : latestOf([dueOn, last && addDays(last.on, 1)]),
    readyOn: isStuck ? null : readyDay(dueOn, latestOn, last, rules),
    deadlineOn: earliestOf([waitsUntil, latestOn]),
  }
}

/** The gap between visits yields to the last day on which a dose can still be given. */
function readyDay(
  dueOn: CalendarDay,
  latestOn: CalendarDay | null,
  last: Last | null,
  { minGapDays, until }: PlanRules,
): CalendarDay | null {
  const afterGap = last?.visitOn ? addDays(last.visitOn, minGapDays) : null
  const wished = latestOf([dueOn, afterGap, last && addDays(last.on, 1)]) ?? dueOn
  const on = latestOn !== null && wished > latestOn ? latestOn : wished
  if (on < dueOn || on > until || (last !== null && on <= last.on)) return null
  return on
}
