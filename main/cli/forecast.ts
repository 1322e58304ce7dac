import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readCases } from '../cases/case-file'
import type { Difference } from '../cases/compare-case'
import { loadCaseSchedule } from '../cases/load-case-schedule'
import { type CasesResult, runCases } from '../cases/run-cases'

/*
 * `npm run -s forecast -- --schedule DIR_OR_NAME --cases FILE.jsonl [--json]`: runs published cases through the engine,
 * prints one line a failing case and a table by vaccine group. Exit code 1 when a case fails.
 */
const usage = 'npm run -s forecast -- --schedule DIR_OR_NAME --cases FILE.jsonl [--json]'

function lineOf(differences: readonly Difference[]): string {
  const parts = differences.map(
    ({ field, expected, got }) => `${field}: expected ${expected ?? 'none'}, got ${got ?? 'none'}`,
  )
  return `${differences.at(0)?.id}  ${parts.join('; ')}`
}

function print({ passed, failed, differences, groups }: CasesResult): void {
  for (const id of new Set(differences.map(it => it.id))) {
    console.log(lineOf(differences.filter(it => it.id === id)))
  }
  for (const { suite, group, passed: right, failed: wrong } of groups) {
    console.log(
      `${suite.padEnd(12)}${group.padEnd(24)}${String(right).padStart(5)}${String(wrong).padStart(5)}`,
    )
  }
  console.log(`${passed} passed, ${failed} failed`)
}

function main(): number {
  const { values } = parseArgs({
    options: {
      schedule: { type: 'string' },
      cases: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  if (!values.schedule || !values.cases) {
    console.error(usage)
    return 2
  }
  const resources = process.env.DIEM_TIEM_RESOURCES ?? path.join(process.cwd(), 'resources')
  const data = loadCaseSchedule(values.schedule, resources)
  const result = runCases(readCases(readFileSync(values.cases, 'utf8')), data)
  if (values.json) console.log(JSON.stringify(result, null, 1))
  else print(result)
  return result.failed > 0 ? 1 : 0
}

process.exitCode = main()
