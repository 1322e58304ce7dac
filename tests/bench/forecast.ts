import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createReadStore, createStore, type ReadStore } from '../../main/db'
import { openDatabase, openReadOnly } from '../../main/db/open'
import { newId } from '../../main/ids'
import { loadResources } from '../../main/resources/load'
import { chartInput } from '../../main/services/immunization/chart'
import { computeForecast } from '../../main/services/immunization/keep-forecasts'
import { renewForecasts, renewWhatWaits } from '../../main/services/immunization/renew-forecasts'
import { createJobDesk } from '../../main/services/jobs/job-desk'
import { threadRunner } from '../../main/worker/start-thread'
import { day, instantOf } from '../../src/domain/calendar/calendar-day'
import { seededOn, seededRegister } from './register'

/*
 * `npm run bench -- forecast [--sizes 1000,10000,100000]`: how many persons a second one core forecasts from what
 * SQLite holds, against merely reading the same histories; how the time grows with the number of persons; how long the
 * renewal of the largest register takes through the worker with everything kept; and how long a page of the list takes.
 */
const root = new URL('../..', import.meta.url).pathname
const plain = { nativeBinding: null, keyHex: null }
const today = day(seededOn)
const resources = loadResources(join(root, 'resources'), today)
const everybody = { generation: 1, fingerprint: '', day: today }
const atATime = 50

type Visit = (store: ReadStore, personId: string) => void

const read: Visit = (store, personId) => {
  const person = store.records.find('person', personId)
  if (person) chartInput({ store, resources }, personId, person, today)
}
const forecast: Visit = (store, personId) => {
  computeForecast({ store, resources }, { personId, marks: 0 }, today)
}

/**
 * Goes through the register as the worker does, a batch in a transaction. Answers milliseconds of one core, so that
 * whatever else the machine does is not counted.
 */
function timeAll(store: ReadStore, visit: Visit): number {
  const started = process.threadCpuUsage()
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after
    after = store.snapshot(() => {
      const batch = store.forecasts.next(everybody, from, atATime)
      for (const { personId } of batch) visit(store, personId)
      return batch.at(-1)?.personId ?? null
    })
  }
  const { user, system } = process.threadCpuUsage(started)
  return (user + system) / 1_000
}

/** The median of several rounds; a small register is gone through more often. */
function timeSize(persons: number) {
  const { db } = openReadOnly(join(seededRegister(persons), 'diem-tiem.db'), plain)
  try {
    const store = createReadStore(db)
    const rounds = Math.max(1, Math.min(9, Math.round(20_000 / persons)))
    const times = (visit: Visit) => median(Array.from({ length: rounds }, () => timeAll(store, visit)))
    // Reading goes first: it also fills the file cache, so that both find it warm.
    return { readMs: times(read), forecastMs: times(forecast) }
  } finally {
    db.close()
  }
}

/** Renews a whole register through the worker and keeps the results; then asks for pages of the list. */
async function timeRenewal(persons: number) {
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-bench-'))
  const databaseFile = join(folder, 'diem-tiem.db')
  copyFileSync(join(seededRegister(persons), 'diem-tiem.db'), databaseFile)
  const db = openDatabase(databaseFile, 'real', plain)
  try {
    const store = createStore(db, { stationId: 'bench', newId })
    const clock = () => instantOf(Date.parse(`${seededOn}T01:00:00.000Z`))
    const settings = { databaseFile, resourcesFolder: resources.folder, version: 'bench', ...plain }
    const run = threadRunner(join(root, '.vite/build/read-worker.cjs'), settings)
    const ports = { store, resources, clock, newId, version: 'bench' }
    const jobs = createJobDesk(ports, {
      jobs: [renewForecasts],
      run,
      emit: () => undefined,
      log: console.error,
    })
    const started = performance.now()
    const longest = watchTurns()
    renewWhatWaits({ ...ports, jobs }, today)
    while (jobs.list().some(({ state }) => state === 'running')) await turn()
    const renewalMs = performance.now() - started
    const [job] = jobs.list()
    if (job?.state !== 'done') throw new Error(`the renewal ended as ${job?.state}`)
    return { renewalMs, longestTurnMs: longest(), ...timeList(store) }
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function timeList(store: ReadStore) {
  const filter = {
    status: 'due' as const,
    until: today,
    rowCode: null,
    place: null,
    bornFrom: null,
    bornTo: null,
    among: null,
  }
  const { forecasts } = store
  const total = forecasts.keptPlaces(filter).reduce((sum, { persons }) => sum + persons, 0)
  const page = (offset: number) =>
    median(
      Array.from({ length: 20 }, () => {
        const started = performance.now()
        const ids = forecasts.duePage(filter, { offset, limit: 50, order: 'oldest' })
        forecasts.rowsOf(ids)
        forecasts.keptPlaces(filter)
        forecasts.keptRows(filter)
        return performance.now() - started
      }),
    )
  return { due: total, firstPageMs: page(0), lastPageMs: page(Math.max(0, total - 50)) }
}

/** The longest time the engine's own thread was not free for a request. */
function watchTurns(): () => number {
  let last = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - 1)
    last = now
  }, 1)
  return () => {
    clearInterval(timer)
    return longest
  }
}

const turn = () => new Promise(resolve => setTimeout(resolve, 5))

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Measures; times in milliseconds, those by size in milliseconds of one core. */
export async function bench(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { sizes: { type: 'string', default: '1000,10000,100000' } },
  })
  const sizes = values.sizes.split(',').map(Number)
  const [first = 1_000] = sizes
  const largest = Math.max(...sizes)
  // The compiler is warm before anything is measured, as it is in a worker after its first seconds.
  timeSize(first)
  const times = sizes.map(persons => ({ persons, ...timeSize(persons) }))
  for (const { persons, readMs, forecastMs } of times)
    console.log(`${persons} persons: read ${readMs.toFixed(0)} ms, forecast ${forecastMs.toFixed(0)} ms`)
  const renewal = await timeRenewal(largest)
  return summary(times, { persons: largest, ...renewal })
}

type SizeTimes = { readonly persons: number; readonly readMs: number; readonly forecastMs: number }
type RenewalTimes = { readonly persons: number } & Awaited<ReturnType<typeof timeRenewal>>

function summary(times: readonly SizeTimes[], renewal: RenewalTimes) {
  const [smallest] = times
  const largest = times.at(-1)
  if (!smallest || !largest) throw new Error('no size to measure')
  const perPerson = ({ persons, forecastMs }: SizeTimes) => forecastMs / persons
  const results = {
    persons_per_second: Math.round(1_000 / perPerson(largest)),
    by_size: Object.fromEntries(times.map(({ persons, forecastMs }) => [persons, Math.round(forecastMs)])),
    read_by_size: Object.fromEntries(times.map(({ persons, readMs }) => [persons, Math.round(readMs)])),
    renewal: {
      persons: renewal.persons,
      ms: Math.round(renewal.renewalMs),
      longest_turn_ms: round(renewal.longestTurnMs),
    },
    list: {
      due: renewal.due,
      first_page_ms: round(renewal.firstPageMs),
      last_page_ms: round(renewal.lastPageMs),
    },
  }
  const growths = times
    .slice(1)
    .map(size => [`growth_${size.persons}`, round(perPerson(size) / perPerson(smallest))])
  const ratios = {
    to_reading: round(largest.forecastMs / largest.readMs),
    ...(Object.fromEntries(growths) as Record<string, number>),
  }
  console.log(
    `${results.persons_per_second} persons a second, ${ratios.to_reading} times merely reading them`,
  )
  return { results, ratios }
}

const round = (value: number) => Math.round(value * 100) / 100
