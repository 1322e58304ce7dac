import { mkdirSync } from 'node:fs'
import { uptime } from 'node:os'
import path from 'node:path'
import { allCalls } from '../src/contract/all-calls'
import { refused, refusedWith } from '../src/contract/answers'
import type { Answer } from '../src/contract/call'
import { Trouble } from '../src/contract/errors'
import type { AppEvent } from '../src/contract/events'
import { type Instant, instantOf, vietnamDayOf } from '../src/domain/calendar/calendar-day'
import { createStore } from './db'
import { beginLong } from './db/long-transaction'
import { openDatabase } from './db/open'
import { readStationId } from './db/station-id'
import { readJson, readText } from './exchange/read-json'
import { newId } from './ids'
import type { EngineSettings, FromEngine, SafeKeyMessage, ToEngine } from './ipc/engine-link'
import { openProvinceDesk } from './pull-parts'
import { checksOf, loadResources } from './resources/load'
import { pins } from './security/pin'
import { createSafe } from './security/safe'
import { sealedBox } from './security/sealed-box'
import { signing } from './security/signing'
import { allServices } from './services'
import { createDispatcher } from './services/dispatcher'
import { warmUpSteps } from './services/immunization/warm-up'
import { watchForecasts } from './services/immunization/watch-forecasts'
import { allJobs } from './services/jobs/all-jobs'
import { createJobDesk } from './services/jobs/job-desk'
import type { OpenTransaction } from './services/jobs/whole-write'
import { createWriteGate } from './services/jobs/write-gate'
import { createLinkDesk } from './services/link/link-desk'
import type { JoinEnd, JoinOrder } from './services/link/link-port'
import { seedPractice } from './services/point/seed-practice'
import { watchDoctor } from './services/register-doctor/watch-doctor'
import { guardClock } from './services/session/guard-clock'
import { watchStatus } from './services/supervision/watch-status'
import { linkThreads } from './worker/link-thread'
import { threadRunner } from './worker/start-thread'

/*
 * The utility process: services, database, journal. It owns the only write connection.
 */
const settings = JSON.parse(process.argv[2] ?? '{}') as EngineSettings

/** Built beside the engine. */
const workerScript = path.join(__dirname, 'read-worker.cjs')
const linkScript = path.join(__dirname, 'link-worker.cjs')

function send(message: FromEngine): void {
  process.parentPort.postMessage(message)
}
function log(line: string): void {
  send({ kind: 'log', line })
}

/** Closed until main, which alone reaches the operating system's safe store, has sent its key. */
const safe = createSafe()

/** What needs no database. */
const machine = { readText, readJson, pins, signing, safe, newId }

/** The clock of this PC, or one that starts at a given moment and runs on from there. */
function makeClock(startAt: string | null): () => Instant {
  if (startAt === null) return () => instantOf(Date.now())
  const offset = Date.parse(startAt) - Date.now()
  return () => instantOf(Date.now() + offset)
}

/** How long the machine has been up, in ms, sleep included. With a clock of a test's own, the machine came up with it. */
function makeUpClock(startAt: string | null, clock: () => Instant): () => number {
  return startAt === null ? () => uptime() * 1000 : () => Date.parse(clock())
}

function open() {
  mkdirSync(path.dirname(settings.databaseFile), { recursive: true })
  const options = { nativeBinding: settings.nativeBinding, keyHex: null }
  const db = openDatabase(settings.databaseFile, settings.mode, options)
  const stationId = readStationId(db, newId)
  const clock = makeClock(settings.startAt)
  const resources = loadResources(settings.resourcesFolder, vietnamDayOf(clock()))
  const store = createStore(db, { stationId, newId })
  const { mode, version, databaseFile, resourcesFolder } = settings
  const emit = (event: AppEvent) => {
    if (event.name === 'records.changed') link.wake()
    if (event.name === 'link.changed') province.nudgeIfStuck()
    send({ kind: 'event', event })
  }
  const threads = { databaseFile, resourcesFolder, version, ...options }
  const run = threadRunner(workerScript, threads)
  const gate = createWriteGate()
  const place = { stationId, clockShiftMs: Date.parse(clock()) - Date.now() }
  const runner = linkThreads<JoinOrder, JoinEnd>(linkScript, { ...threads, ...place })
  const link = createLinkDesk({ store, safe, mode, stationId }, { runner, gate, emit, log })
  const province = openProvinceDesk({
    ...{ store, resources, safe, mode, clock, newId, gate, emit, log, random: Math.random },
    dispatch: (...request) => dispatch(...request),
  })
  const whole = { gate, begin: () => beginTransaction(stationId) }
  const jobs = createJobDesk(
    { store, resources, clock, newId },
    { jobs: allJobs, run, whole, onWhole: () => watch.look(), emit, log },
  )
  const ports = {
    ...machine,
    ...{ store, resources, jobs, link, province, clock },
    box: sealedBox,
    upMs: makeUpClock(settings.startAt, clock),
    stationId,
    mode,
    version,
  }
  if (mode === 'practice') seedPractice(ports)
  const watch = watchForecasts(ports, { emit, log })
  const guard = guardClock(ports, { emit, log, mayWrite: () => !gate.isHeld() })
  const dispatch = createDispatcher(ports, allServices, { emit, log })
  const status = watchStatus(ports, { dispatch, whenOpen: gate.whenOpen, log })
  return { db, ports, gate, watch, guard, province, status, dispatch }
}

/** A second connection for what takes many turns: the first one reads on, and sees nothing of it before it is whole. */
function beginTransaction(stationId: string): OpenTransaction {
  const options = { nativeBinding: settings.nativeBinding, keyHex: null }
  const db = openDatabase(settings.databaseFile, settings.mode, options)
  return { end: beginLong(db), store: createStore(db, { stationId, newId }), stationId }
}

function failed(error: unknown): Answer<never> {
  return error instanceof Trouble ? refusedWith(error.problems) : refused('engine.internal')
}

/** Tells main that every call is to be refused, and why. */
function giveUp(what: string, error: unknown): void {
  log(`${what}: ${error instanceof Error ? error.stack : String(error)}`)
  send({ kind: 'failed', answer: failed(error) })
}

/** How long the window has the engine to itself after a start, in milliseconds. */
const firstRest = 1_000

/**
 * Checks what shipped and gets ready for the first child, a part at a time between requests; with one bad part nothing is
 * answered any more.
 */
function checkInTurn([check, ...rest]: readonly (() => void)[]): void {
  if (!check) return
  try {
    check()
    setImmediate(checkInTurn, rest)
  } catch (error) {
    giveUp('what ships with the application is not as it must be', error)
  }
}

/** Ends the jobs first: each has the file open. */
async function stop(engine: ReturnType<typeof open> | null): Promise<void> {
  await Promise.all([engine?.ports.jobs.stop(), engine?.ports.link.stop(), engine?.province.stop()])
  engine?.db.close()
  process.exit(0)
}

function main(): void {
  let engine: ReturnType<typeof open> | null = null
  try {
    engine = open()
    send({ kind: 'ready' })
    setTimeout(checkInTurn, firstRest, [...checksOf(engine.ports.resources), ...warmUpSteps(engine.ports)])
    engine.watch.begin()
    watchDoctor(engine.ports).begin()
    engine.guard.look()
    engine.guard.begin()
    engine.province.begin()
    engine.status.begin()
  } catch (error) {
    giveUp('the database could not be opened', error)
  }
  process.parentPort.on(
    'message',
    ({ data }: { data: ToEngine | SafeKeyMessage | { readonly stop: true } }) => {
      if ('safeKey' in data) {
        safe.open(data.safeKey.keyHex, data.safeKey.keptBy)
        engine?.ports.link.start()
        return
      }
      if ('stop' in data) {
        void stop(engine)
        return
      }
      if (!engine) return
      const { dispatch, gate, guard } = engine
      const serve = () => {
        guard.look()
        const answer = dispatch(data.name, data)
        send({ kind: 'answer', id: data.id, answer: data.asText ? JSON.stringify(answer) : answer })
      }
      // While a whole is written others wait with their writes; what only reads is served.
      if (allCalls.get(data.name)?.kind === 'write') gate.whenOpen(serve)
      else serve()
    },
  )
}

main()
