import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readPlanningRules } from '../../src/contract/planning-file'
import { readVaccines } from '../../src/contract/vaccine-file'
import { playYear, type YearResult } from '../helpers/vial-year/play-year'
import { alwaysOpen, byRule, type Policy, threshold, withCalls } from '../helpers/vial-year/policy'
import { type Scenario, scenarios } from '../helpers/vial-year/scenario'

/*
 * `npm run bench -- vials [--seed S] [--years N]`: years of sessions of a commune, the same children for every policy, with
 * wastage and missed and late children of the rule against "always open" and two fixed thresholds. The costs of the rule were
 * chosen on seed 1; the bench reports another. "rule without calls" and "always open, with calls" say how much of the
 * difference the telephone makes.
 */
const root = new URL('../..', import.meta.url).pathname
const read = (...parts: string[]): unknown =>
  JSON.parse(readFileSync(join(root, 'resources', ...parts), 'utf8'))
const { vialRule } = readPlanningRules(
  read('session-plan', 'planning.json'),
  readVaccines(read('vaccines', 'vaccines.json')),
)

const policies: readonly Policy[] = [
  byRule('rule', vialRule, true),
  alwaysOpen,
  threshold('open from a quarter of a vial', ({ dosesPerVial }) => Math.max(2, Math.round(dosesPerVial / 4))),
  threshold('open from half a vial', ({ dosesPerVial }) => Math.round(dosesPerVial / 2)),
  byRule('rule without calls', vialRule, false),
  withCalls(alwaysOpen, vialRule),
]

/** Plays every scenario with every policy. Percentages, and counts for one year. */
export function bench(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { seed: { type: 'string', default: '2' }, years: { type: 'string', default: '60' } },
  })
  const [seed, years] = [Number(values.seed), Number(values.years)]
  const results = Object.fromEntries(
    scenarios.map(scenario => {
      const played = policies.map(policy => [policy.name, play(scenario, policy, seed, years)] as const)
      console.log(scenario.name)
      for (const [name, summary] of played) console.log(lineOf(name, summary))
      return [scenario.name, Object.fromEntries(played)] as const
    }),
  )
  return Promise.resolve({ results: { seed, years, ...results }, ratios: ratiosOf(results) })
}

type Summary = ReturnType<typeof play>

function play(scenario: Scenario, policy: Policy, seed: number, years: number) {
  const played = Array.from({ length: years }, (_, year) => playYear(scenario, policy, seed * 1_000 + year))
  const sum = (part: (year: YearResult) => number) => played.reduce((all, year) => all + part(year), 0)
  const children = sum(year => year.children)
  const share = (part: number, whole: number) => Math.round((1_000 * part) / Math.max(1, whole)) / 10
  const aYear = (part: (year: YearResult) => number) => Math.round((10 * sum(part)) / years) / 10
  return {
    wastage_percent: share(
      sum(year => year.wasted),
      sum(year => year.wasted + year.given),
    ),
    missed_percent: share(
      sum(year => year.missed),
      children,
    ),
    late_percent: share(
      sum(year => year.late),
      children,
    ),
    vials_a_year: aYear(year => year.vials),
    sent_home_a_year: aYear(year => year.sentHome),
    calls_a_year: aYear(year => year.calls),
    median_children: median(played.flatMap(({ here }) => here)),
  }
}

function lineOf(name: string, summary: Summary): string {
  const { wastage_percent, missed_percent, late_percent, vials_a_year, sent_home_a_year, calls_a_year } =
    summary
  return [
    `  ${name.padEnd(30)}`,
    `wastage ${wastage_percent} %`.padEnd(16),
    `missed ${missed_percent} %`.padEnd(15),
    `late ${late_percent} %`.padEnd(13),
    `a year: ${vials_a_year} vials, ${sent_home_a_year} sent home, ${calls_a_year} calls`,
  ].join(' ')
}

/** The rule against always opening, for every scenario: what is opened, and who is missed, in percentage points. */
function ratiosOf(results: Readonly<Record<string, Readonly<Record<string, Summary>>>>) {
  return Object.fromEntries(
    Object.entries(results).flatMap(([name, { rule, 'always open': always }]) => {
      if (!rule || !always) return []
      const key = name.replaceAll(/[ ,]+/gu, '_')
      return [
        [`${key}_vials`, Math.round((100 * rule.vials_a_year) / always.vials_a_year) / 100],
        [`${key}_missed_points`, Math.round(10 * (rule.missed_percent - always.missed_percent)) / 10],
      ] as const
    }),
  )
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
