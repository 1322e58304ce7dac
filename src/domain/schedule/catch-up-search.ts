import { addDays, type CalendarDay } from '../calendar/calendar-day'
import { earliestOf } from '../calendar/offset'
import { type Bound, boundOf, remainingDoses } from './catch-up-bounds'
import { afterVisit, offersAt, type PlanRules, type PlanState, startState } from './catch-up-state'
import { isInjection, type Offer, type Offers } from './catch-up-visit'
import type { ChartInput } from './chart-types'

/** The best plan found, and whether no other can have fewer visits. */
export type Found = { readonly best: PlanState; readonly isFewest: boolean }

type Search = { readonly rules: PlanRules; readonly prompt: PlanState; best: PlanState; visitsLeft: number }

const soonDays = 31

/**
 * The plan that never waits comes first, so that something stands early. Then depth first over days, as late as every
 * waiting dose allows, and, where the limit of injections binds, over what is given. A branch ends where its bound
 * cannot beat the best plan so far.
 */
export function searchPlan(rules: PlanRules): Found {
  const start = startState(rules)
  const prompt = promptPlan(start, rules)
  const search: Search = { rules, prompt, best: prompt, visitsLeft: rules.searchLimit }
  extend(start, search)
  const [unsatisfied, visits] = reachOf(start, boundOf(start, rules, prompt))
  const isAtBound = search.best.satisfied === -unsatisfied && search.best.steps.length === visits
  return { best: search.best, isFewest: search.visitsLeft >= 0 || isAtBound }
}

/** The plan in which every visit is as early as it can be. */
function promptPlan(start: PlanState, rules: PlanRules): PlanState {
  let state = start
  for (let on = nextDays(state, rules).at(0); on; on = nextDays(state, rules).at(0)) {
    const visit = offersAt(state, on, rules)
    const next = firstOf(choices(visit, rules), given => afterVisit(state, visit, given, rules))
    if (!next) throw new Error(`nothing chosen for ${on} counts`)
    state = next
  }
  return state
}

function firstOf<T, R>(all: Iterable<T>, find: (one: T) => R | null): R | null {
  for (const one of all) {
    const found = find(one)
    if (found !== null) return found
  }
  return null
}

function extend(state: PlanState, search: Search): void {
  const days = nextDays(state, search.rules)
  if (days.length === 0) {
    if (compare(scoreOf(state), scoreOf(search.best)) < 0) search.best = state
    return
  }
  const reach = reachOf(state, boundOf(state, search.rules, search.prompt))
  for (const on of days.toReversed()) {
    if (search.visitsLeft < 0 || compare(reach, scoreOf(search.best)) >= 0) return
    const visit = offersAt(state, on, search.rules)
    for (const given of choices(visit, search.rules)) {
      search.visitsLeft -= 1
      if (search.visitsLeft < 0) return
      const next = afterVisit(state, visit, given, search.rules)
      if (next) extend(next, search)
    }
  }
}

/**
 * Days on which the next visit may lie: a day on which some dose becomes possible, and none on which another would wait
 * too long. What is due on the first day of the plan is given on that day.
 */
export function nextDays({ waiting, steps }: PlanState, { from }: PlanRules): readonly CalendarDay[] {
  const ready = waiting.flatMap(({ readyOn }) => (readyOn === null ? [] : [readyOn]))
  const first = earliestOf(ready)
  if (first === null) return []
  if (steps.length === 0 && first === from) return [from]
  const deadline = earliestOf(waiting.map(it => (it.readyOn === null ? null : it.deadlineOn)))
  const last = deadline === null || deadline > first ? deadline : first
  return [...new Set(ready)].filter(on => last === null || on <= last).toSorted()
}

/**
 * What may be given in one visit: everything, if the limit allows it; else every choice of as many injections as it
 * allows, most urgent first, with all the drops.
 */
export function* choices({ on, chosen }: Offers, { maxInjections, judge }: PlanRules) {
  const injections = chosen.filter(isInjection)
  if (injections.length <= maxInjections) {
    yield chosen
    return
  }
  const others = chosen.filter(offer => !isInjection(offer))
  for (const some of combinations(byUrgency(injections, on, judge.input), maxInjections)) {
    yield [...some, ...others]
  }
}

/** First what can soon no longer be given, then what has most doses to follow, then what has waited longest. */
function byUrgency(offers: readonly Offer[], on: CalendarDay, input: ChartInput): readonly Offer[] {
  const ranked = offers.map(offer => ({
    offer,
    latestOn: earliestOf(offer.covers.map(({ dates }) => dates.latestOn)) ?? '9999',
    following: Math.max(...offer.covers.map(target => remainingDoses(target, input).length)),
    dueOn: earliestOf(offer.covers.map(({ dates }) => dates.recommendedOn)) ?? '',
  }))
  const soon = addDays(on, soonDays)
  const last = ({ latestOn }: (typeof ranked)[number]) => (latestOn <= soon ? latestOn : '9999')
  return ranked
    .toSorted(
      (a, b) => last(a).localeCompare(last(b)) || b.following - a.following || a.dueOn.localeCompare(b.dueOn),
    )
    .map(({ offer }) => offer)
}

/** Every choice of `count` out of a list, the first ones first. */
function* combinations<T>(all: readonly T[], count: number): Generator<readonly T[]> {
  if (count === 0) {
    yield []
    return
  }
  for (const [index, first] of all.entries()) {
    for (const rest of combinations(all.slice(index + 1), count - 1)) yield [first, ...rest]
  }
}

/** How good a plan is, most important first; less is better (decision 0010). */
type Score = readonly [unsatisfied: number, visits: number, days: number, injections: number]

function scoreOf({ satisfied, steps, days, injections }: PlanState): Score {
  return [-satisfied, steps.length, days, injections]
}

/** The best score that any continuation may reach. */
function reachOf(state: PlanState, bound: Bound): Score {
  const [unsatisfied, visits, days, injections] = scoreOf(state)
  return [
    unsatisfied - bound.targets,
    visits + bound.visits,
    days + bound.days,
    injections + bound.injections,
  ]
}

function compare(a: Score, b: Score): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]
}
