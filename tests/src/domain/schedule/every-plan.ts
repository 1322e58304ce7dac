import { addDays, type CalendarDay, daysBetween } from '../../../../src/domain/calendar/calendar-day'
import { assess } from '../../../../src/domain/schedule/assess'
import type { CatchUpOptions } from '../../../../src/domain/schedule/catch-up-options'
import type { ChartInput } from '../../../../src/domain/schedule/chart-types'
import { openTargets } from '../../../../src/domain/schedule/open-targets'

/** A plan's worth, most important first: doses that count (negative), visits, days waited in all, injections. */
export type Worth = readonly [counted: number, visits: number, days: number, injections: number]
type Rules = Omit<CatchUpOptions, 'horizon' | 'searchLimit'> & { readonly until: CalendarDay }
type Open = {
  readonly product: string
  readonly dueOn: CalendarDay
  readonly latestOn: CalendarDay | null
  readonly deadlineOn: CalendarDay | null
}

/**
 * Looks at every plan there is: every day, every set of products, nothing cut short, no bound and no order. Written
 * from decision 0010 alone, for schedules with one product an antigen.
 */
export function bestOfEveryPlan(input: ChartInput, rules: Rules): Worth {
  const from = input.on
  let best: Worth | null = null
  const consider = (worth: Worth) => {
    if (best === null || isBetter(worth, best)) best = worth
  }
  const walk = (history: ChartInput, lastVisitOn: CalendarDay | null, worth: Worth): void => {
    const days = visitDays(history, from, lastVisitOn, rules)
    if (days.length === 0) consider(worth)
    for (const on of days) {
      for (const products of fullVisits({ ...history, on }, rules.maxInjections)) {
        const doses = [
          ...history.doses,
          ...products.map(code => ({ id: `${code} ${on}`, vaccineCode: code, givenOn: on })),
        ]
        const needles = products.filter(code => input.vaccines.get(code)?.route !== 'PO').length
        walk({ ...history, doses, on }, on, [
          worth[0] - products.length,
          worth[1] + 1,
          worth[2] + products.length * daysBetween(from, on),
          worth[3] + needles,
        ])
      }
    }
  }
  walk(input, null, [0, 0, 0, 0])
  return best ?? [0, 0, 0, 0]
}

function isBetter(a: Worth, b: Worth): boolean {
  const differing = [0, 1, 2, 3].find(place => a[place] !== b[place])
  return differing !== undefined && (a[differing] ?? 0) < (b[differing] ?? 0)
}

function openOf(history: ChartInput, from: CalendarDay, { maxWaitDays }: Rules): readonly Open[] {
  return openTargets(assess(history)).map(({ dates, series }) => {
    const dueOn = [from, dates.earliestOn, dates.recommendedOn].toSorted().at(-1) ?? from
    const limits: (CalendarDay | null)[] = [dates.latestOn]
    if (maxWaitDays !== null) {
      limits.push(addDays(dueOn, maxWaitDays))
      if (dates.pastDueOn !== null && dates.pastDueOn > dueOn) limits.push(dates.pastDueOn)
    }
    const deadlineOn =
      limits
        .filter(on => on !== null)
        .toSorted()
        .at(0) ?? null
    return { product: series.vaccineCodes[0] ?? '', dueOn, latestOn: dates.latestOn, deadlineOn }
  })
}

/** Every day that decision 0010 allows for the next visit. */
function visitDays(
  history: ChartInput,
  from: CalendarDay,
  lastVisitOn: CalendarDay | null,
  rules: Rules,
): readonly CalendarDay[] {
  const open = openOf(history, from, rules)
  const firstOn = lastVisitOn === null ? from : addDays(lastVisitOn, 1)
  const all = Array.from({ length: Math.max(0, daysBetween(firstOn, rules.until) + 1) }, (_, index) =>
    addDays(firstOn, index),
  )
  const possible = all.filter(on => {
    const due = open.filter(it => it.dueOn <= on && (it.latestOn === null || on <= it.latestOn))
    if (due.length === 0) return false
    const keepsGap = lastVisitOn === null || daysBetween(lastVisitOn, on) >= rules.minGapDays
    return keepsGap || due.some(it => it.latestOn === on)
  })
  const [first] = possible
  if (first === undefined) return []
  if (lastVisitOn === null && first === from) return [from]
  const reachable = open.filter(it =>
    possible.some(on => on >= it.dueOn && (it.latestOn === null || on <= it.latestOn)),
  )
  const allowed = possible.filter(
    on => on === first || reachable.every(it => it.deadlineOn === null || on <= it.deadlineOn),
  )
  if (rules.maxWaitDays === null) return allowed
  // A dose waits only for a dose: some dose must become possible on the very day.
  return allowed.filter(on => reachable.some(it => possible.find(day => day >= it.dueOn) === on))
}

/** Every set of due products that leaves no room unused. */
function fullVisits(history: ChartInput, maxInjections: number): readonly (readonly string[])[] {
  const due = openTargets(assess(history))
    .filter(({ dates }) => dates.earliestOn <= history.on && dates.recommendedOn <= history.on)
    .flatMap(({ series }) => series.vaccineCodes.slice(0, 1))
  const isDrop = (code: string) => history.vaccines.get(code)?.route === 'PO'
  const needles = due.filter(code => !isDrop(code))
  const sets = subsets(needles).filter(set => set.length === Math.min(needles.length, maxInjections))
  return sets.map(set => [...due.filter(isDrop), ...set])
}

function subsets<T>([first, ...rest]: readonly T[]): readonly (readonly T[])[] {
  if (first === undefined) return [[]]
  return subsets(rest).flatMap(set => [set, [first, ...set]])
}
