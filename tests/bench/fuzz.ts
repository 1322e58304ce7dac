import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { readScanLayouts } from '../../src/contract/scan-file'
import { day } from '../../src/domain/calendar/calendar-day'
import { parseSearch } from '../../src/domain/person/search-query'
import { fuzzImport } from '../helpers/fuzz-import'
import { context } from '../src/domain/exchange/resources'
import { arrivals, holdAgainst } from '../src/domain/scan/scan-texts'

/*
 * `npm run bench -- fuzz [--runs 100000] [--seed N]`: scans of every kind, hurt in every way we know, search texts, and
 * lists of anything for the import: no crash, never a number that was not sent, nobody taken who could not be stored. A failure prints what broke it and the seed to run it again.
 */
const file = new URL('../../resources/scan/layouts.json', import.meta.url)
const today = day('2026-11-22')

type Part = { readonly name: string; readonly run: (numRuns: number, seed: number) => void }

export async function bench(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' } },
  })
  const numRuns = Number(values.runs)
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
  const layouts = readScanLayouts(JSON.parse(readFileSync(file, 'utf8')))
  const parts: readonly Part[] = [
    { name: 'scan', run: checks(fc.property(arrivals, arrival => void holdAgainst(arrival, layouts))) },
    {
      name: 'search',
      run: checks(
        fc.property(
          fc.oneof(
            fc.string({ unit: 'grapheme' }),
            arrivals.map(({ text }) => text),
          ),
          text => void parseSearch(text, today),
        ),
      ),
    },
    { name: 'import', run: (runs, from) => void fuzzImport(context, runs, from) },
  ]
  const results: Record<string, number> = { seed, runs: numRuns }
  for (const { name, run } of parts) {
    const began = performance.now()
    run(numRuns, seed)
    results[`${name}_runs`] = numRuns
    results[`${name}_s`] = Math.round((performance.now() - began) / 100) / 10
    console.info(`${name}: ${numRuns} runs, ${results[`${name}_s`]} s`)
  }
  return { results, ratios: {} }
}

function checks(property: fc.IRawProperty<unknown>): Part['run'] {
  return (numRuns, seed) => fc.assert(property, { numRuns, seed })
}
