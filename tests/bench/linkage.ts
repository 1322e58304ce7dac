import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createStore, type Store } from '../../main/db'
import type { Database } from '../../main/db/driver'
import { openDatabase } from '../../main/db/open'
import { newId } from '../../main/ids'
import { loadResources } from '../../main/resources/load'
import { findDuplicatesJob } from '../../main/services/duplicate/find-duplicates-job'
import { createJobDesk } from '../../main/services/jobs/job-desk'
import { threadRunner } from '../../main/worker/start-thread'
import { day, instantOf } from '../../src/domain/calendar/calendar-day'
import { districtOf } from '../helpers/truth-register/places'
import { inventTruthRegister, type TruthRecord, truePairs } from '../helpers/truth-register/register'
import { idAt, storeRegister } from '../helpers/truth-register/store-register'
import { seededOn } from './register'

/*
 * `npm run bench -- linkage [--persons N] [--seed S]`: how well and how fast the duplicate finder goes through a register
 * whose truth is known. The time is that of the whole job in its worker thread: reading SQLite, bringing together,
 * scoring, keeping the pairs. The weights were counted on seed 1 (`linkage-fit`); measure on another.
 */
const root = new URL('../..', import.meta.url).pathname
const plain = { nativeBinding: null, keyHex: null }
const today = day(seededOn)
const resources = loadResources(join(root, 'resources'), today)

/** Runs the job as the application does, and answers the seconds it took. */
async function timeJob(databaseFile: string, store: Store) {
  const clock = () => instantOf(Date.parse(`${seededOn}T01:00:00.000Z`))
  const settings = { databaseFile, resourcesFolder: resources.folder, version: 'bench', ...plain }
  const run = threadRunner(join(root, '.vite/build/read-worker.cjs'), settings)
  const jobs = createJobDesk(
    { store, resources, clock, newId },
    { jobs: [findDuplicatesJob], run, emit: () => undefined, log: console.error },
  )
  const started = performance.now()
  const cpu = process.cpuUsage()
  const { jobId } = jobs.start({ name: 'find-duplicates' })
  while (jobs.find(jobId)?.state === 'running') await new Promise(resolve => setTimeout(resolve, 5))
  const job = jobs.find(jobId)
  if (job?.state !== 'done') throw new Error(`the search ended as ${job?.state}`)
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - started) / 1_000
  const { comparisons } = job.result as { comparisons: number }
  return { seconds, cpuSeconds: (user + system) / 1_000_000, comparisons }
}

/** What reading every record costs by itself, in seconds. */
function timeReading(store: Store): number {
  const started = performance.now()
  for (let place = 0, rows = 1; rows > 0; ) {
    const page = store.duplicates.comparedAfter(place, 500)
    rows = page.length
    place = page.at(-1)?.place ?? place
  }
  return (performance.now() - started) / 1_000
}

type Quality = { readonly precision: number; readonly recall: number; readonly pairs: number }

/** Of the pairs listed, how many are one child; of the pairs of one child, how many are listed. */
function qualityOf(listed: readonly string[], truth: ReadonlySet<string>): Quality {
  const right = listed.filter(pair => truth.has(pair)).length
  return { precision: right / listed.length, recall: right / truth.size, pairs: listed.length }
}

function listedPairs(
  store: Store,
  certainties: readonly ('certain' | 'likely' | 'possible')[],
): readonly string[] {
  return certainties.flatMap(certainty =>
    store.duplicates.page(certainty, 1_000_000, 0).map(({ leftId, rightId }) => `${leftId} ${rightId}`),
  )
}

function measure(store: Store, register: readonly TruthRecord[]) {
  const pairs = truePairs(register)
  const truth = new Set(pairs.map(([left, right]) => `${idAt(left)} ${idAt(right)}`))
  const twins = new Set(register.flatMap(({ twinOrder }, at) => (twinOrder === null ? [] : [idAt(at)])))
  const sure = listedPairs(store, ['certain', 'likely'])
  const joinedTwins = sure.filter(pair => !truth.has(pair) && pair.split(' ').every(id => twins.has(id)))
  return {
    truth: pairs.length,
    sure: qualityOf(sure, truth),
    all: qualityOf([...sure, ...listedPairs(store, ['possible'])], truth),
    joinedTwins: joinedTwins.length,
  }
}

async function inFreshFile<T>(work: (db: Database, file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-bench-'))
  const file = join(folder, 'diem-tiem.db')
  const db = openDatabase(file, 'real', plain)
  try {
    return await work(db, file)
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Measures; seconds of the whole job, quality of certain and likely pairs together, and of all that are listed. */
export async function bench(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { persons: { type: 'string', default: '20000' }, seed: { type: 'string', default: '2' } },
  })
  const [persons, seed] = [Number(values.persons), Number(values.seed)]
  const places = districtOf(resources.units)
  const register = inventTruthRegister({ persons, seed, today, places })
  return inFreshFile(async (db, file) => {
    storeRegister(db, register)
    db.pragma('wal_checkpoint(TRUNCATE)')
    const store = createStore(db, { stationId: 'bench', newId })
    const readSeconds = timeReading(store)
    const { seconds, cpuSeconds, comparisons } = await timeJob(file, store)
    const { truth, sure, all, joinedTwins } = measure(store, register)
    const results = {
      persons,
      precision: round(sure.precision),
      recall: round(sure.recall),
      pairs_listed: sure.pairs,
      precision_with_possible: round(all.precision),
      recall_with_possible: round(all.recall),
      pairs_true: truth,
      /** Pairs of two children of one birth among certain and likely. */
      twins_listed: joinedTwins,
      pairs_compared: comparisons,
      seconds: Math.round(seconds * 10) / 10,
      /** Of all threads, whatever else the machine does. */
      cpu_seconds: Math.round(cpuSeconds * 10) / 10,
    }
    console.log(
      `${persons} persons: precision ${results.precision}, recall ${results.recall}, ` +
        `${comparisons} pairs compared, ${results.seconds} s`,
    )
    return { results, ratios: { to_reading: Math.round((seconds / readSeconds) * 10) / 10 } }
  })
}

const round = (share: number) => Math.round(share * 10_000) / 10_000
