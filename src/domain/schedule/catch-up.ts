import { addOffset } from '../calendar/offset'
import { closingOf, completionsOf, openSeriesOf, visitsOf } from './catch-up-closing'
import { createJudge } from './catch-up-judge'
import { type CatchUpOptions, usualCatchUp } from './catch-up-options'
import { searchPlan } from './catch-up-search'
import type { PlanRules } from './catch-up-state'
import type { CatchUpPlan } from './catch-up-types'
import type { ChartInput } from './chart-types'

/**
 * The visits that complete every recommended series of one person from `input.on`: fewest visits, then soonest, then
 * fewest injections. Each dose is judged by the engine as if it had been given, so the same rules will count it when it
 * is recorded. Nothing is given before its recommended day; nothing due is passed over in a visit that has room for it.
 */
export function planCatchUp(input: ChartInput, options: CatchUpOptions = usualCatchUp): CatchUpPlan {
  if (!Number.isInteger(options.maxInjections) || options.maxInjections < 1)
    throw new RangeError(`not a number of injections: ${options.maxInjections}`)
  const { on: from, schedule } = input
  const rules: PlanRules = {
    ...options,
    judge: createJudge(input),
    from,
    until: addOffset(from, options.horizon),
  }
  const { best, isFewest } = searchPlan(rules)
  const closing = closingOf(best, rules)
  return {
    from,
    until: rules.until,
    scheduleCode: schedule.code,
    scheduleName: schedule.name,
    confirmation: schedule.confirmation,
    maxInjections: options.maxInjections,
    maxWaitDays: options.maxWaitDays,
    visits: visitsOf(closing),
    completions: completionsOf(closing),
    open: openSeriesOf(closing),
    isFewest,
  }
}
