import type { ForecastCase } from './case-file'
import { compareCase, type Difference } from './compare-case'
import { type CaseSchedule, runCase } from './run-case'

/** Outcome of one vaccine group of one suite. */
export type GroupCount = {
  readonly suite: string
  readonly group: string
  readonly passed: number
  readonly failed: number
}

/** Outcome of a file of cases. */
export type CasesResult = {
  readonly passed: number
  readonly failed: number
  readonly differences: readonly Difference[]
  readonly groups: readonly GroupCount[]
}

/** Runs every case and counts by suite and vaccine group. */
export function runCases(cases: readonly ForecastCase[], data: CaseSchedule): CasesResult {
  const results = cases.map(one => ({ one, differences: compareCase(one, runCase(one, data)) }))
  const countOf = (all: typeof results) => ({
    passed: all.filter(({ differences }) => differences.length === 0).length,
    failed: all.filter(({ differences }) => differences.length > 0).length,
  })
  const keyOf = ({ suite, vaccine_group: group }: ForecastCase) => JSON.stringify([suite, group])
  const groups = [...new Map(cases.map(one => [keyOf(one), one])).entries()].map(([key, one]) => ({
    suite: one.suite,
    group: one.vaccine_group,
    ...countOf(results.filter(result => keyOf(result.one) === key)),
  }))
  return {
    ...countOf(results),
    differences: results.flatMap(({ differences }) => differences),
    groups: groups.toSorted((a, b) => (keyText(a) < keyText(b) ? -1 : 1)),
  }
}

function keyText({ suite, group }: GroupCount): string {
  return `${suite === 'healthy' ? 0 : 1} ${suite} ${group}`
}
