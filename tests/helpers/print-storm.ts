import { setTimeout as sleep } from 'node:timers/promises'
import { Bits } from '../../main/printing/bits'
import { escposSlip } from '../../main/printing/escpos'
import { createSpool } from '../../main/printing/spool'
import type { JobStore } from '../../main/printing/spool-parts'
import { sendOverTcp, type TcpTimes } from '../../main/printing/tcp-transport'
import { instantOf } from '../../src/domain/calendar/calendar-day'
import type { PrintJob } from '../../src/domain/document/print-job'
import { between, pick, type Random, seededRandom } from '../../src/domain/exchange/random'
import { sampleLabel } from './document-samples'
import { decodeEscpos } from './escpos-decoder'
import { type Behaviour, type FakePrinter, freePort, startFakePrinter } from './fake-printer'

const times: TcpTimes = { connectMs: 400, statusMs: 40, stallMs: 300, ackMs: 200, noticeMs: 50, lingerMs: 40 }

/** What may happen to one connection; the good ends are the more frequent ones, as in a room. */
const ends: readonly Exclude<Behaviour, 'never-reads'>[] = [
  ...(['normal', 'normal', 'normal', 'slow', 'chatty', 'paper-low', 'hangs-up'] as const),
  ...(['resets', 'closes-early', 'no-ack', 'roll-ends', 'paper-out', 'cover-open', 'knife-stuck'] as const),
]

/** What became of all orders. */
export type StormResult = {
  readonly orders: number
  readonly states: Readonly<Record<string, number>>
  readonly crashes: number
  /** Papers that came out whole, of all orders. */
  readonly papers: number
  /** What must never happen, in words; empty when all went as it must. */
  readonly wrong: readonly string[]
}

/** Printers in a bad mood and one that is gone, a station that crashes, people who cancel, move and click twice. */
export async function printStorm(options: {
  readonly jobs: number
  readonly seed: number
  readonly store: JobStore
  readonly all: () => readonly PrintJob[]
}): Promise<StormResult> {
  const random = seededRandom(options.seed)
  const mood = { isGood: false }
  const start = () => startFakePrinter(() => (mood.isGood ? 'normal' : pick(random, ends)))
  const room: readonly FakePrinter[] = [await start(), await start(), await start()]
  const ports = [...room.map(({ port }) => port), await freePort()]
  const storm: Storm = { ...options, random, ports, count: 0 }
  const crashes = await orderEverything(storm)
  const evidence = readPapers(room)
  const wrong = judge(options.all(), evidence)
  const states = tally(options.all().map(({ state }) => state))
  mood.isGood = true
  const failed = options.all().filter(({ state }) => state === 'failed')
  await printFailedAgain(storm, failed)
  wrong.push(...judgeSecondTry(options.all(), failed, readPapers(room)))
  await Promise.all(room.map(printer => printer.close()))
  return { orders: options.jobs, states, crashes, papers: sum(evidence.whole), wrong }
}

type Storm = {
  readonly jobs: number
  readonly store: JobStore
  readonly all: () => readonly PrintJob[]
  readonly random: Random
  readonly ports: readonly number[]
  count: number
}

/** One run of the application. After a crash nothing it does reaches the disk, and its connections are cut. */
function startStation(storm: Storm) {
  const crash = new AbortController()
  const whileAlive = <A extends readonly unknown[], R>(work: (...a: A) => Promise<R>) => {
    return (...a: A): Promise<R> => (crash.signal.aborted ? new Promise<never>(() => {}) : work(...a))
  }
  const spool = createSpool({
    store: {
      ...storm.store,
      insert: whileAlive(storm.store.insert),
      update: whileAlive(storm.store.update),
      find: whileAlive(storm.store.find),
    },
    send(job, signal) {
      const port = storm.ports[Number(job.printerId)] ?? 0
      const target = { host: '127.0.0.1', port, language: 'escpos', ackMode: 'gs-r' } as const
      return sendOverTcp(target, paperOf(job), times, AbortSignal.any([signal, crash.signal]))
    },
    clock: () => instantOf(Date.UTC(2026, 10, 22) + storm.count),
    newId: () => `job-${String(++storm.count).padStart(5, '0')}`,
  })
  return { spool, crash: () => crash.abort() }
}

async function orderEverything(storm: Storm): Promise<number> {
  const { random, jobs, store } = storm
  let station = startStation(storm)
  let crashes = 0
  let running: Promise<unknown>[] = []
  // Who clicks on a job that has ended hears so; here only the rows and the papers count.
  const keep = (deeds: readonly Promise<unknown>[]) => deeds.map(deed => deed.catch(() => {}))
  for (let order = 0; order < jobs; order++) {
    const printerId = String(between(random, 0, storm.ports.length - 1))
    const job = await station.spool.enqueue({ printerId, personId: null, document: sampleLabel(), copies: 1 })
    running.push(...keep(meddle(station.spool, job.id, random)))
    await sleep(between(random, 0, 12))
    if (order % 60 !== 59) continue
    station.crash()
    crashes += 1
    await sleep(150)
    station = startStation(storm)
    await station.spool.recover()
    // Somebody looks at the list and sends what was left waiting.
    running = keep((await store.listOpen()).map(({ id }) => station.spool.run(id)))
  }
  await Promise.all(running)
  return crashes
}

/** What people do with a job that was just ordered: mostly nothing but print it. */
function meddle(spool: ReturnType<typeof createSpool>, jobId: string, random: Random): Promise<unknown>[] {
  const prints = [spool.run(jobId)]
  const deed = between(random, 0, 9)
  if (deed === 0) return [...prints, spool.cancel(jobId)]
  if (deed === 1) return [...prints, spool.move(jobId, String(between(random, 0, 2)))]
  return deed === 2 ? [...prints, spool.run(jobId)] : prints
}

async function printFailedAgain(storm: Storm, failed: readonly PrintJob[]): Promise<void> {
  const { spool } = startStation(storm)
  for (const { id } of failed) await spool.run((await spool.orderAgain(id, '0')).id)
}

/** A slip that bears the number of its order at both ends, as dots; two pieces of the wire and some. */
function paperOf(job: PrintJob): Buffer {
  const bits = new Bits(576, 140)
  const number = numberOf(job.reprintOf ?? job.id)
  for (let bit = 0; bit < 16; bit++)
    if ((number >> bit) & 1) for (const row of [0, 139]) bits.fill(bit * 8, row, 8, 1)
  return escposSlip(bits)
}

const numberOf = (jobId: string): number => Number(jobId.slice(-5))

type Papers = { readonly whole: ReadonlyMap<number, number>; readonly begun: ReadonlyMap<number, number> }

/** Which orders each printer got a part of, and which it got from the first byte to the cut. */
function readPapers(room: readonly FakePrinter[]): Papers {
  const whole = new Map<number, number>()
  const begun = new Map<number, number>()
  const add = (to: Map<number, number>, number: number) => to.set(number, (to.get(number) ?? 0) + 1)
  for (const bytes of room.flatMap(printer => printer.jobs())) {
    if (bytes.length === 0) continue
    // Behind the reset and the head of the raster.
    const first = bytes.subarray(10, 26)
    add(
      begun,
      [...first].reduce((number, byte, bit) => number | ((byte === 0xff ? 1 : 0) << bit), 0),
    )
    const number = wholeNumber(bytes)
    if (number !== null) add(whole, number)
  }
  return { whole, begun }
}

/** The number of a slip that came whole, with its cut; null for a torn one. */
function wholeNumber(bytes: Buffer): number | null {
  const cut = Buffer.from([0x1d, 0x56, 0x00, 0x1b, 0x40])
  if (!bytes.subarray(-cut.length).equals(cut)) return null
  const { bits } = decodeEscpos(bytes)
  const read = (row: number) =>
    Array.from({ length: 16 }, (_, bit) => bits.get(bit * 8, row)).reduce(
      (number, isSet, bit) => number | ((isSet ? 1 : 0) << bit),
      0,
    )
  if (read(0) !== read(bits.height - 1)) throw new Error('a slip of two halves')
  return read(0)
}

function judge(jobs: readonly PrintJob[], { whole, begun }: Papers): string[] {
  const wrong: string[] = []
  for (const { id, state, trouble } of jobs) {
    const number = numberOf(id)
    const [out, touched] = [whole.get(number) ?? 0, begun.get(number) ?? 0]
    if (state === 'queued' || state === 'sent') wrong.push(`${id} never ended: ${state}`)
    if (touched > 1) wrong.push(`${id} left ${touched} times`)
    if (state === 'confirmed' && out !== 1) wrong.push(`${id} is confirmed and came out ${out} times`)
    if (state === 'failed' && touched !== 0) wrong.push(`${id} failed and something of it left`)
    if (state !== 'confirmed' && trouble === null) wrong.push(`${id} is ${state} and does not say why`)
  }
  return wrong
}

/** What had failed is printed by hand: once, as an original. */
function judgeSecondTry(jobs: readonly PrintJob[], failed: readonly PrintJob[], { whole }: Papers): string[] {
  return failed.flatMap(({ id }) => {
    const again = jobs.find(({ reprintOf }) => reprintOf === id)
    const isRight = again?.state === 'confirmed' && again.document.reprint === null
    const out = whole.get(numberOf(id)) ?? 0
    return isRight && out === 1 ? [] : [`${id} printed by hand: ${again?.state}, ${out} papers`]
  })
}

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const sum = (counts: ReadonlyMap<number, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0)
