import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { refused, refusedWith } from '../src/contract/answers'
import type { Answer } from '../src/contract/call'
import { Trouble } from '../src/contract/errors'
import { type Instant, instantOf, vietnamDayOf } from '../src/domain/calendar/calendar-day'
import { createStore } from './db'
import { openDatabase } from './db/open'
import { readStationId } from './db/station-id'
import { readCsv } from './exchange/read-csv'
import { newId } from './ids'
import type { EngineSettings, FromEngine, ToEngine } from './ipc/engine-link'
import { checksOf, loadResources } from './resources/load'
import { pins } from './security/pin'
import { allServices } from './services'
import { createDispatcher } from './services/dispatcher'
import { seedPractice } from './services/point/seed-practice'

/*
 * The utility process: services, database, journal. It owns the only write connection.
 */
const settings = JSON.parse(process.argv[2] ?? '{}') as EngineSettings

function send(message: FromEngine): void {
  process.parentPort.postMessage(message)
}
function log(line: string): void {
  send({ kind: 'log', line })
}

/** The clock of this PC, or one that starts at a given moment and runs on from there. */
function makeClock(startAt: string | null): () => Instant {
  if (startAt === null) return () => instantOf(Date.now())
  const offset = Date.parse(startAt) - Date.now()
  return () => instantOf(Date.now() + offset)
}

function open() {
  mkdirSync(path.dirname(settings.databaseFile), { recursive: true })
  const options = { nativeBinding: settings.nativeBinding, keyHex: null }
  const db = openDatabase(settings.databaseFile, settings.mode, options)
  const stationId = readStationId(db, newId)
  const clock = makeClock(settings.startAt)
  const resources = loadResources(settings.resourcesFolder, vietnamDayOf(clock()))
  const store = createStore(db, { stationId, newId })
  const { mode, version } = settings
  const ports = { store, resources, readCsv, pins, clock, newId, stationId, mode, version }
  if (mode === 'practice') seedPractice(ports)
  const emit = (event: Extract<FromEngine, { kind: 'event' }>['event']) => send({ kind: 'event', event })
  return { db, resources, dispatch: createDispatcher(ports, allServices, { emit, log }) }
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

/** Checks what shipped, a part at a time between requests; with one bad part nothing is answered any more. */
function checkInTurn([check, ...rest]: readonly (() => void)[]): void {
  if (!check) return
  try {
    check()
    setImmediate(checkInTurn, rest)
  } catch (error) {
    giveUp('what ships with the application is not as it must be', error)
  }
}

function main(): void {
  let engine: ReturnType<typeof open> | null = null
  try {
    engine = open()
    send({ kind: 'ready' })
    setTimeout(checkInTurn, firstRest, checksOf(engine.resources))
  } catch (error) {
    giveUp('the database could not be opened', error)
  }
  process.parentPort.on('message', ({ data }: { data: ToEngine | { readonly stop: true } }) => {
    if ('stop' in data) {
      engine?.db.close()
      process.exit(0)
    }
    const answer = engine?.dispatch(data.name, data)
    if (answer) send({ kind: 'answer', id: data.id, answer })
  })
}

main()
