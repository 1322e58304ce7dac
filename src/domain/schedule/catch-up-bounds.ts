import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { addOffset, earliestOf, latestOf, type Offset } from '../calendar/offset'
import type { Vaccine } from '../immunization/vaccine'
import type { PlanRules, PlanState, Waiting } from './catch-up-state'
import { isInjection } from './catch-up-visit'
import type { ChartInput } from './chart-types'
import type { Antigen, SeriesDose } from './schedule-types'

/** What no continuation of a plan can beat. */
export type Bound = {
  /** More targets than this cannot be satisfied. */
  readonly targets: number
  /** Fewer visits than this cannot satisfy them, nor fewer injections. */
  readonly visits: number
  readonly injections: number
  /** The days they are given on cannot sum up to less. */
  readonly days: number
}

const recurringAtMost = 40

/**
 * Walks every open series to its end with nothing but its own ages and minimum intervals, as if nothing else had to be
 * given: no plan is faster. Targets that may be skipped count among the possible ones, but cost nothing. A series of
 * another group may open later (boosters after a primary course): where an antigen has one, as many targets as in the
 * plan that never waits are held to be possible.
 */
export function boundOf({ waiting, counts }: PlanState, rules: PlanRules, prompt: PlanState): Bound {
  const chains = waiting.map(it => chainOf(it, rules))
  const boosters = new Map(
    rules.judge.input.schedule.antigens.filter(hasMoreGroups).map(({ code }) => {
      const possible = chains.filter(it => it.antigen === code).reduce((sum, it) => sum + it.possible, 0)
      return [code, Math.max(0, (prompt.counts.get(code) ?? 0) - (counts.get(code) ?? 0) - possible)]
    }),
  )
  const lengthOf = ({ antigen, sure }: Chain) => sure.length + (boosters.get(antigen) ?? 0)
  const injections = fewestInjections(chains, lengthOf)
  return {
    targets: [...chains.map(({ possible }) => possible), ...boosters.values()].reduce(
      (sum, it) => sum + it,
      0,
    ),
    visits: Math.max(Math.ceil(injections / rules.maxInjections), ...chains.map(lengthOf)),
    injections,
    days: chains.flatMap(({ sure }) => sure).reduce((sum, on) => sum + daysBetween(rules.from, on), 0),
  }
}

type Chain = {
  readonly antigen: string
  /** Targets that may be satisfied before the horizon. */
  readonly possible: number
  /** First days of the targets that cannot be skipped. */
  readonly sure: readonly CalendarDay[]
  /** Products by which those targets may be served; empty where drops can do it. */
  readonly products: ReadonlySet<string>
}

function hasMoreGroups({ series }: Antigen): boolean {
  return new Set(series.map(({ group }) => group)).size > 1
}

/** Series that share no product cannot share a needle: the longest of each such family, together. */
function fewestInjections(chains: readonly Chain[], lengthOf: (chain: Chain) => number): number {
  const families: { products: Set<string>; length: number }[] = []
  for (const chain of chains.filter(it => it.products.size > 0)) {
    const { products } = chain
    const related = families.filter(family => [...products].some(code => family.products.has(code)))
    const joined = {
      products: new Set([...products, ...related.flatMap(family => [...family.products])]),
      length: Math.max(lengthOf(chain), ...related.map(({ length }) => length)),
    }
    families.splice(0, families.length, ...families.filter(it => !related.includes(it)), joined)
  }
  return families.reduce((sum, { length }) => sum + length, 0)
}

function chainOf({ target, soonestOn }: Waiting, { until, judge }: PlanRules): Chain {
  const { input } = judge
  const { antigen } = target
  const none = { antigen, sure: [], products: new Set<string>() }
  const doses = remainingDoses(target, input)
  if (soonestOn === null) return { ...none, possible: doses.length }
  const { latestOn } = target.dates
  if (soonestOn > (earliestOf([until, latestOn]) ?? until)) return { ...none, possible: 0 }
  const sure = [soonestOn]
  const products = [...target.series.vaccineCodes]
  let possible = 1
  let on = soonestOn
  for (const rule of doses.slice(1)) {
    const next = firstDay(rule, input.person.birthDate, on)
    if (next === null || next > until) break
    possible += 1
    if (rule.skips.length > 0) continue
    on = next
    sure.push(on)
    products.push(...rule.preferableVaccines.filter(it => it.isForecast).map(({ vaccine }) => vaccine))
  }
  const mayBeDrops = products.some(code => isOral(input.vaccines.get(code)))
  return { antigen, possible, sure, products: new Set(mayBeDrops ? [] : products) }
}

function isOral(vaccine: Vaccine | undefined): boolean {
  return vaccine !== undefined && !isInjection({ vaccine })
}

/** The doses of a series from an open target to the end; a recurring one many times. */
export function remainingDoses(
  { antigen, series, targetDose }: Waiting['target'],
  { schedule }: ChartInput,
): readonly SeriesDose[] {
  const doses = schedule.antigens
    .find(({ code }) => code === antigen)
    ?.series.find(({ code }) => code === series.seriesCode)
    ?.doses.slice(targetDose - 1)
  return (doses ?? []).flatMap(rule => (rule.recurs ? Array(recurringAtMost).fill(rule) : [rule]))
}

/** The earliest day of a target by its own undated rules; null when its age is over by then. */
function firstDay(rule: SeriesDose, bornOn: CalendarDay, previousOn: CalendarDay): CalendarDay | null {
  const undated = <T extends { readonly effectiveOn: unknown; readonly cessationOn: unknown }>(it: T) =>
    it.effectiveOn === null && it.cessationOn === null
  const ages = rule.age.filter(undated)
  const byAge = (age: Offset | null) => age && addOffset(bornOn, age)
  const spans = rule.intervals
    .filter(undated)
    .filter(({ from }) => from.kind === 'previous')
    .map(({ min }) => min && addOffset(previousOn, min))
  const on =
    latestOf([
      addDays(previousOn, 1),
      ...ages.flatMap(({ min, earliestRec }) => [byAge(min), byAge(earliestRec)]),
      ...spans,
    ]) ?? previousOn
  const maximumOn = earliestOf(rule.age.map(({ max }) => byAge(max)))
  return maximumOn !== null && on >= maximumOn ? null : on
}
