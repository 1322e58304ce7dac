import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../main/db/open'
import { createPrintStore } from '../../main/db/print-store'
import { openDatabaseJobs } from '../helpers/database-jobs'
import { printStorm } from '../helpers/print-storm'

/** `npm run bench -- print-storm [--jobs 500] [--seed 1]`: random faults on every way a job can take; any wrong end fails. */
export async function bench(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { jobs: { type: 'string', default: '500' }, seed: { type: 'string', default: '20261122' } },
  })
  const [jobs, seed] = [Number(values.jobs), Number(values.seed)]
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-storm-'))
  const db = openDatabase(join(folder, 'spool.db'), 'practice', { nativeBinding: null, keyHex: null })
  const started = performance.now()
  const storm = await printStorm({ jobs, seed, ...openDatabaseJobs(createPrintStore(db)) })
  const seconds = (performance.now() - started) / 1000
  db.close()
  rmSync(folder, { recursive: true, force: true })
  for (const line of storm.wrong) console.error(line)
  console.info(`${jobs} jobs in ${seconds.toFixed(1)} s, ${storm.crashes} crashes:`, storm.states)
  if (storm.wrong.length > 0) throw new Error(`${storm.wrong.length} jobs ended as they must not`)
  return { results: { seed, seconds, ...storm }, ratios: { wrong: storm.wrong.length / jobs } }
}
