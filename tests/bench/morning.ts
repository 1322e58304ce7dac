import { copyFileSync, constants as fileConstants, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../main/db/open'
import { seededPin } from '../../main/services/point/seed-register'
import type { Answer, Call, RequestOf, ResponseOf } from '../../src/contract/call'
import { getChart } from '../../src/contract/dose-calls'
import { listJobs } from '../../src/contract/job-calls'
import { searchPersons } from '../../src/contract/person-calls'
import { callVisit, getCallScreen } from '../../src/contract/queue-calls'
import { finishObservation, getBoard, getVisit, leaveVisit } from '../../src/contract/visit-calls'
import { addDays, day } from '../../src/domain/calendar/calendar-day'
import { arriveAs, inject, react, type Seen, screen, vaccinesOf } from '../e2e/shots/busy-morning'
import { type Desk, openDesk, signIn } from '../e2e/support/desk'
import { seededOn, seededRegister } from './register'

/*
 * `npm run bench -- morning [--persons 200000] [--arrivals 150]`: plays a morning through the contract of the real
 * application. Arrivals are searched, taken in, screened, called, vaccinated and sent home while the lanes stay full, and
 * three screens read the board after every step, besides the window, which does what it always does. Prints the p95 of
 * every call, from the page's question to its answer and as main has it, which the page's own drawing does not delay, the
 * longest of all (nothing blocks the engine longer than the call it serves), and the longest time the main process did not
 * come to its next turn.
 */
const aimMs = 30
const aimBlockMs = 100

/** How many wait in a lane before somebody is seen: a full room. */
const room = { screening: 10, injection: 8, observation: 15 }

/** Screens that read the board whenever something is saved. */
const screens = 3

type Timed = Map<string, number[]>
type Newcomer = { readonly personId: string; readonly name: string }

/** A copy of the seeded register, as the application keeps it: a morning writes. */
function copyOf(register: string): {
  readonly folder: string
  readonly userData: string
  readonly file: string
} {
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-morning-'))
  const userData = join(folder, 'station')
  const file = join(userData, 'real', 'diem-tiem.db')
  mkdirSync(join(userData, 'real'), { recursive: true })
  copyFileSync(join(register, 'diem-tiem.db'), file, fileConstants.COPYFILE_FICLONE)
  return { folder, userData, file }
}

/** Who comes: first those with an appointment, then other small children of the register. */
function newcomers(file: string, count: number): readonly Newcomer[] {
  const db = openDatabase(file, 'real', { nativeBinding: null, keyHex: null })
  const young = addDays(day(seededOn), -2 * 365)
  const rows = db
    .prepare<[string, string, number], Newcomer>(
      `SELECT person.id AS personId, name FROM person
       LEFT JOIN appointment ON appointment.person_id = person.id AND on_day = ?
       WHERE person.voided = 0 AND name <> '' AND birth_date > ? AND kind = 'child'
       GROUP BY person.id ORDER BY max(appointment.id) IS NULL, person.id LIMIT ?`,
    )
    .all(seededOn, young, count)
  db.close()
  return rows
}

/** Asks as the window does, and keeps how long the page waited for the answer. */
function timedDesk(desk: Desk, timed: Timed): Desk {
  async function ask<C extends Call>(definition: C, payload: RequestOf<C>): Promise<ResponseOf<C>> {
    const { answer, ms } = await desk.window.evaluate(
      async ([name, body]) => {
        const started = performance.now()
        const request = { requestId: crypto.randomUUID(), payload: body }
        const given: unknown = JSON.parse(await globalThis.window.diemTiem.call(String(name), request))
        return { answer: given, ms: performance.now() - started }
      },
      [definition.name, payload] as const,
    )
    timed.set(definition.name, [...(timed.get(definition.name) ?? []), ms])
    const typed = answer as Answer<ResponseOf<C>>
    if (typed.ok) return typed.value
    throw new Error(`${definition.name}: ${JSON.stringify(typed.error)}`)
  }
  return { ...desk, ask }
}

/** The morning itself. Everybody who came has gone when it ends. */
async function playMorning(desk: Desk, people: readonly Newcomer[]): Promise<void> {
  const lanes = { screening: [] as Seen[], injection: [] as Seen[], observation: [] as Seen[] }
  const refresh = async () => {
    for (let at = 0; at < screens; at += 1) await desk.ask(getBoard, { on: null })
    await desk.ask(getCallScreen, {})
  }
  async function seeAll(limits: typeof room): Promise<void> {
    while (lanes.observation.length > limits.observation)
      await goHome(desk, lanes.observation.shift(), refresh)
    while (lanes.injection.length > limits.injection) {
      const seen = lanes.injection.shift()
      if (seen && (await vaccinate(desk, seen, refresh))) lanes.observation.push(seen)
    }
    while (lanes.screening.length > limits.screening) {
      const seen = lanes.screening.shift()
      if (!seen) break
      await desk.ask(callVisit, { visitId: seen.visitId })
      await screen(desk, seen)
      await refresh()
      lanes.injection.push(seen)
    }
  }
  await vaccinesOf(desk)
  for (const { personId, name } of people) {
    await desk.ask(searchPersons, { text: name, limit: 40 })
    await desk.ask(getChart, { personId, on: null })
    lanes.screening.push(await arriveAs(desk, personId))
    await refresh()
    await seeAll(room)
  }
  const empty = { screening: 0, injection: 0, observation: 0 }
  for (let round = 0; round < 3; round += 1) await seeAll(empty)
}

let given = 0

/** What is due and on the shelf; whoever has nothing of it goes home. Every tenth has a fever afterwards. */
async function vaccinate(desk: Desk, seen: Seen, refresh: () => Promise<void>): Promise<boolean> {
  await desk.ask(callVisit, { visitId: seen.visitId })
  const doses = await inject(desk, seen)
  if (doses === 0) await desk.ask(leaveVisit, { visitId: seen.visitId, note: 'Hôm nay không có mũi nào' })
  await refresh()
  if (doses === 0) return false
  given += 1
  if (given % 10 === 0) await react(desk, seen)
  return true
}

async function goHome(desk: Desk, seen: Seen | undefined, refresh: () => Promise<void>): Promise<void> {
  if (!seen) return
  await desk.ask(getVisit, { visitId: seen.visitId })
  const next = {
    on: addDays(day(seededOn), 30),
    slot: 'morning' as const,
    time: null,
    labels: ['5 trong 1 mũi 2'],
  }
  await desk.ask(finishObservation, { visitId: seen.visitId, earlyBecause: 'Phép đo', next })
  await refresh()
}

/** Watches how late the main process comes to its next turn; answers the longest in ms. */
async function watchMain({ launched }: Desk): Promise<() => Promise<number>> {
  await launched.app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const watch = monitorEventLoopDelay({ resolution: 1 })
    watch.enable()
    Object.assign(globalThis, { morningWatch: watch })
  })
  return () =>
    launched.app.evaluate(
      () => (globalThis as unknown as { morningWatch: { max: number } }).morningWatch.max / 1e6,
    )
}

type Handlers = Map<string, (...args: unknown[]) => unknown>

/** Times every call where main answers it; the window's own are among them. */
async function timeInMain({ launched }: Desk): Promise<() => Promise<Readonly<Record<string, number[]>>>> {
  await launched.app.evaluate(({ ipcMain }) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as { readonly _invokeHandlers: Handlers }
    const serve = handlers.get('call')
    if (!serve) throw new Error('main does not listen')
    const served: Record<string, number[]> = {}
    handlers.set('call', async (...args) => {
      const started = performance.now()
      const answer = await serve(...args)
      const name = String(args[1])
      served[name] = [...(served[name] ?? []), performance.now() - started]
      return answer
    })
    Object.assign(globalThis, { morningServed: served })
  })
  return () =>
    launched.app.evaluate(
      () => (globalThis as unknown as { morningServed: Record<string, number[]> }).morningServed,
    )
}

/** Measures; times are milliseconds. */
export async function bench(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      persons: { type: 'string', default: '200000' },
      arrivals: { type: 'string', default: '150' },
    },
  })
  const persons = Number(values.persons)
  const { folder, userData, file } = copyOf(seededRegister(persons))
  try {
    const people = newcomers(file, Number(values.arrivals))
    const desk = await openDesk(userData, `${seededOn}T01:00:00.000Z`)
    try {
      await signIn(desk, seededPin)
      // Forecasts of a register that was never opened are made first, as in the night before a session.
      await forecastsMade(desk)
      const longestTurn = await watchMain(desk)
      const inMain = await timeInMain(desk)
      const timed: Timed = new Map()
      const started = performance.now()
      await playMorning(timedDesk(desk, timed), people)
      const seconds = (performance.now() - started) / 1000
      const served = new Map(Object.entries(await inMain()))
      const measured = { persons, arrivals: people.length, seconds, longestTurn: await longestTurn() }
      return summary(measured, timed, served)
    } finally {
      await desk.launched.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const firstLookMs = 5_000
const betweenLooksMs = 1_000

/** The application looks for forecasts to make soon after its start; waits until it has made them. */
async function forecastsMade(desk: Desk): Promise<void> {
  await desk.window.waitForTimeout(firstLookMs)
  for (;;) {
    const jobs = await desk.ask(listJobs, {})
    if (!jobs.some(({ name, state }) => name === 'forecast.renew' && state === 'running')) return
    await desk.window.waitForTimeout(betweenLooksMs)
  }
}

type Measured = {
  readonly persons: number
  readonly arrivals: number
  readonly seconds: number
  readonly longestTurn: number
}

function summary({ persons, arrivals, seconds, longestTurn }: Measured, timed: Timed, served: Timed) {
  const calls = [...timed]
    .map(([name, all]) => ({ name, ...spread(all), inMain: spread(served.get(name) ?? []) }))
    .toSorted((a, b) => b.p95 - a.p95)
  for (const { name, count, p50, p95, max, inMain } of calls)
    console.log(
      `${name.padEnd(28)} ${String(count).padStart(5)} × p50 ${p50} p95 ${p95} max ${max} ms; in main p50 ${inMain.p50} p95 ${inMain.p95} max ${inMain.max} ms`,
    )
  const worstP95 = calls[0]?.p95 ?? 0
  const longestCall = Math.max(...calls.map(({ max }) => max))
  const worstInMain = Math.max(...calls.map(({ inMain }) => inMain.p95))
  console.log(`${arrivals} arrivals among ${persons} persons in ${Math.round(seconds)} s`)
  console.log(
    `worst p95 ${worstP95} ms, in main ${worstInMain} ms (aim ${aimMs}); longest call ${longestCall} ms, main process ${round(longestTurn)} ms (aim ${aimBlockMs})`,
  )
  return {
    results: {
      persons,
      arrivals,
      calls,
      worstP95Ms: worstP95,
      worstP95InMainMs: worstInMain,
      longestCallMs: longestCall,
      mainBlockMs: round(longestTurn),
    },
    ratios: {
      worst_p95_to_aim: round(worstP95 / aimMs),
      longest_call_to_aim: round(longestCall / aimBlockMs),
      main_block_to_aim: round(longestTurn / aimBlockMs),
    },
  }
}

function spread(all: readonly number[]) {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { count: all.length, p50: at(0.5), p95: at(0.95), max: round(sorted.at(-1) ?? 0) }
}

const round = (value: number) => Math.round(value * 100) / 100
