import {
  copyFileSync,
  existsSync,
  constants as fileConstants,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createReadStore, createStore } from '../../main/db'
import { openDatabase, openReadOnly } from '../../main/db/open'
import { newId } from '../../main/ids'
import { loadResources } from '../../main/resources/load'
import { renewForecasts, renewWhatWaits } from '../../main/services/immunization/renew-forecasts'
import { createJobDesk } from '../../main/services/jobs/job-desk'
import { countSections } from '../../main/services/report/count-sections'
import { askedFor } from '../../main/services/report/report-asked'
import { reportJob } from '../../main/services/report/report-job'
import type { CountingPorts } from '../../main/services/report/section-work'
import { isCountSection } from '../../main/services/report/section-works'
import { threadRunner } from '../../main/worker/start-thread'
import { getChart, recordHistoricalDoses } from '../../src/contract/dose-calls'
import { searchPersons } from '../../src/contract/person-calls'
import { day, instantOf } from '../../src/domain/calendar/calendar-day'
import type { ReportKey } from '../../src/domain/report/report-form'
import { openTestPoint, type TestPoint } from '../helpers/test-point'
import { seededOn, seededRegister } from './register'

/*
 * `npm run bench -- report [--persons 420000]`: counts the month of the expanded programme, with everything since January, and
 * the year, on about a million doses (the size is printed). `monthly_form_to_count` compares the time of one core for the whole
 * monthly form, from a connection that has just been opened, with one bare `SELECT count(*)` over the dose records that the form
 * is counted from; `monthly_form_to_index_count` with one that only walks along the index the form itself uses. Then the reports are made as the application does it, in the worker with progress, while a desk searches, looks at
 * charts and records doses; its p95 with and without the worker is printed. The first run makes and renews the register.
 */
const root = new URL('../..', import.meta.url).pathname
const plain = { nativeBinding: null, keyHex: null }
const today = day(seededOn)
const at = instantOf(Date.parse(`${seededOn}T01:00:00.000Z`))
const resources = loadResources(join(root, 'resources'), today)
const worker = join(root, '.vite/build/read-worker.cjs')
const rounds = 5
const bareTimesEach = 20

const month: ReportKey = { formId: 'epi-month', period: seededOn.slice(0, 7), basis: 'place' }
const months: ReportKey = { ...month, basis: 'residence' }
const year: ReportKey = { formId: 'epi-year', period: seededOn.slice(0, 4), basis: 'residence' }

/** A seeded register of which everybody is renewed, kept beside it. */
async function renewedRegister(persons: number): Promise<string> {
  const seeded = join(seededRegister(persons), 'diem-tiem.db')
  const renewed = join(dirname(seeded), 'renewed.db')
  if (existsSync(renewed)) return renewed
  console.error('renewing everybody (once)')
  const half = `${renewed}.${process.pid}`
  copyFileSync(seeded, half, fileConstants.COPYFILE_FICLONE)
  const db = openDatabase(half, 'real', plain)
  const store = createStore(db, { stationId: 'bench', newId })
  const ports = { store, resources, clock: () => at, newId, version: '0.0.0' }
  const jobs = createJobDesk(ports, {
    ...{ jobs: [renewForecasts], emit: () => undefined, log: console.error },
    run: threadRunner(worker, { ...settings(half), version: '0.0.0' }),
  })
  renewWhatWaits({ ...ports, jobs }, today)
  while (jobs.list().some(({ state }) => state === 'running')) await turn()
  if (jobs.list()[0]?.state === 'failed') throw new Error('the register could not be renewed')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  renameSync(half, renewed)
  return renewed
}

const settings = (databaseFile: string) => ({
  ...{ databaseFile, resourcesFolder: resources.folder, version: '0.0.0' },
  ...plain,
})
const turn = () => new Promise(resolve => setTimeout(resolve, 5))

/** Milliseconds of one core, so that whatever else the machine does is not counted. */
async function coreMs(work: () => unknown): Promise<number> {
  const started = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(started)
  return (user + system) / 1_000
}

/** One bare count over the doses that the month's form is counted from, and the form itself. */
async function timeCounting(file: string) {
  const bareTimes: number[] = []
  const recordTimes: number[] = []
  const formTimes: number[] = []
  let doses = 0
  let rows = 0
  // Each round opens the file anew, as every job does; the first fills the file cache and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const { db } = openReadOnly(file, plain)
    doses ||= Number(db.prepare('SELECT count(*) FROM dose').pluck().get())
    const bare = db
      .prepare<[string, string], number>('SELECT count(*) FROM dose_tally WHERE month BETWEEN ? AND ?')
      .pluck()
    // Often, because one is shorter than the clock of a core is exact.
    const bareMs = await coreMs(() => {
      for (let time = 0; time < bareTimesEach; time++)
        rows = bare.get(`${seededOn.slice(0, 4)}-01`, month.period) ?? 0
    })
    const records = db
      .prepare<[string, string], number>(
        'SELECT count(*) FROM dose WHERE voided = 0 AND given_on BETWEEN ? AND ?',
      )
      .pluck()
    const recordMs = await coreMs(() => records.get(`${seededOn.slice(0, 4)}-01-01`, `${month.period}-31`))
    db.close()
    const again = openReadOnly(file, plain).db
    const store = createReadStore(again)
    const formMs = await coreMs(() => countForm(store, month))
    again.close()
    if (round === 0) continue
    bareTimes.push(bareMs / bareTimesEach)
    recordTimes.push(recordMs)
    formTimes.push(formMs)
  }
  const [bareMs, recordMs, formMs] = [median(bareTimes), median(recordTimes), median(formTimes)]
  return { doses, rows, bareMs, recordMs, formMs }
}

async function countForm(store: CountingPorts['store'], key: ReportKey): Promise<void> {
  const ports = {
    ...{ store, resources, at, today },
    breathe: async () => undefined,
    progress: () => undefined,
  }
  const asked = askedFor(ports, key)
  if (!asked) throw new Error(`no form for ${key.formId}`)
  for (const section of asked.form.sections)
    if (isCountSection(section)) await countSections.count(ports, section, asked)
}

/** What a desk does all day, once: each call with its time in milliseconds. */
function oneTurn(point: TestPoint, personId: string, times: number[]): void {
  const timed = (work: () => unknown) => {
    const started = performance.now()
    work()
    times.push(performance.now() - started)
  }
  timed(() => point.call(searchPersons, { text: 'nguyen van an', limit: 20 }))
  timed(() => point.call(getChart, { personId, on: null }))
  const dose = {
    vaccineCode: 'VAXIGRIP_TETRA',
    givenOn: today,
    statedNumber: null,
    lotNumber: null,
    placeName: null,
  }
  timed(() => point.call(recordHistoricalDoses, { personId, doses: [dose] }))
}

/** The desk's p95 while nothing else runs, and while reports are counted in the worker. */
async function timeDesk(file: string) {
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-bench-'))
  const copy = join(folder, 'diem-tiem.db')
  copyFileSync(file, copy, fileConstants.COPYFILE_FICLONE)
  const point = openTestPoint({ file: copy, at })
  try {
    point.actAs('head')
    const people = point.db
      .prepare<[], string>('SELECT id FROM person WHERE voided = 0 ORDER BY doc LIMIT 4000')
      .pluck()
      .all()
    const { clock, store } = point.ports
    const jobs = createJobDesk(
      { store, resources, clock, newId },
      {
        ...{ jobs: [reportJob], emit: () => undefined, log: console.error },
        run: threadRunner(worker, settings(copy)),
      },
    )
    let next = 0
    const quiet: number[] = []
    for (; next < 100; next++) oneTurn(point, people[next] ?? '', quiet)
    const busy: number[] = []
    const reports: Record<string, number> = {}
    let progress = 0
    for (const key of [month, months, year]) {
      const started = performance.now()
      const { jobId } = jobs.start({ name: 'report.count', key })
      while (jobs.find(jobId)?.state === 'running') {
        if (jobs.find(jobId)?.total !== null) progress += 1
        oneTurn(point, people[next++ % people.length] ?? '', busy)
        await turn()
      }
      const ended = jobs.find(jobId)
      if (ended?.state !== 'done') throw new Error(`${key.formId}: ${JSON.stringify(ended?.error)}`)
      reports[`${key.formId}_${key.basis}_ms`] = Math.round(performance.now() - started)
    }
    return { reports, progress, quietMs: p95(quiet), busyMs: p95(busy), calls: busy.length }
  } finally {
    point.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)
const median = (values: readonly number[]) => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN
const p95 = (values: readonly number[]) => sorted(values)[Math.floor(values.length * 0.95)] ?? Number.NaN
const round = (value: number) => Math.round(value * 100) / 100

/** Measures; times in milliseconds. */
export async function bench(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { persons: { type: 'string', default: '420000' } },
  })
  const file = await renewedRegister(Number(values.persons))
  const counting = await timeCounting(file)
  const desk = await timeDesk(file)
  const results = {
    persons: Number(values.persons),
    doses: counting.doses,
    doses_in_form: counting.rows,
    monthly_form_ms: round(counting.formMs),
    bare_count_ms: round(counting.recordMs),
    index_count_ms: round(counting.bareMs),
    reports: desk.reports,
    desk: { calls: desk.calls, p95_ms: round(desk.busyMs), p95_alone_ms: round(desk.quietMs) },
  }
  const ratios = {
    monthly_form_to_count: round(counting.formMs / counting.recordMs),
    monthly_form_to_index_count: round(counting.formMs / counting.bareMs),
  }
  console.log(
    `${results.doses} doses: the monthly form takes ${results.monthly_form_ms} ms, ${ratios.monthly_form_to_count} times a bare count`,
  )
  return { results, ratios }
}
