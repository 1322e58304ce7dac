import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createLinkQueue } from '../../main/db/link-queue'
import { createHttpClient } from '../../main/exchange/province/http-client'
import { tasksOf } from '../../main/exchange/province/upload-tasks'
import type { JoinEnd, JoinOrder } from '../../main/services/link/link-port'
import { wireContext, wireOfRecord } from '../../main/services/link/wire-context'
import { seedRegister } from '../../main/services/point/seed-register'
import { linkThreads } from '../../main/worker/link-thread'
import { recordHistoricalDoses } from '../../src/contract/dose-calls'
import { getLinkStatus, joinProvince } from '../../src/contract/link-calls'
import { transactionOf } from '../../src/domain/exchange/fhir/transaction'
import type { KnownResource, WireKey } from '../../src/domain/exchange/fhir/wire'
import { buildScript } from '../helpers/build-worker'
import type { TestPoint } from '../helpers/test-point'
import { on, openReadyPoint } from '../main/services/ready-point'

/** Bundles of the ready-made side: enough for a rate, few enough to hold in memory. */
const readyBundles = 300
const code = 'ma-do-toc-do'

type Server = { readonly base: string; readonly end: () => void }

/**
 * `npm run bench -- upload [--doses 100000]`: the first upload of a register through the application's own thread, with a
 * desk that goes on saving; against posting bundles that lie ready. The province is a process beside it, on the processors and
 * the disk of the desk; `--apart` lets the desk go before it and keeps its file in memory, as a province of its own machine would
 * take neither from the desk.
 */
export async function bench(args: readonly string[]) {
  const options = {
    doses: { type: 'string', default: '100000' },
    apart: { type: 'boolean', default: false },
  } as const
  const { values } = parseArgs({ args: [...args], options })
  const wanted = Number(values.doses)
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-upload-'))
  const worker = await buildScript('main/link-worker.ts')
  try {
    return await measure(wanted, { folder, isApart: values.apart }, worker.script)
  } finally {
    worker.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Place = { readonly folder: string; readonly isApart: boolean }

async function measure(wanted: number, place: Place, script: string) {
  const file = join(place.folder, 'station.db')
  const point = openReadyPoint({
    file,
    at: '2026-11-22T01:00:00.000Z',
    runner: ({ stationId, clock }) =>
      linkThreads<JoinOrder, JoinEnd>(script, {
        databaseFile: file,
        resourcesFolder: process.env.DIEM_TIEM_RESOURCES ?? 'resources',
        ...{ version: '0.0.0', nativeBinding: null, keyHex: null, stationId },
        clockShiftMs: Date.parse(clock()) - Date.now(),
      }),
  })
  const doses = fill(point, wanted)
  const desk = await deskPeople(point)
  const idle = await saveFor(desk, 8_000)
  const ready = await postReady(point, place)
  const server = await startServer('province.log', place)
  try {
    const upload = await uploadAll(point, desk, server.base)
    const { rate } = upload
    return {
      results: {
        doses,
        seconds: upload.seconds,
        dosesPerSecond: Math.round(doses / upload.seconds),
        resourcesPerSecond: Math.round(rate),
        readyMadeResourcesPerSecond: Math.round(ready),
        peakRssMiB: upload.peakMiB,
        saveP95IdleMs: p95(idle),
        saveP95UploadMs: p95(upload.saves),
        savesDuringUpload: upload.saves.length,
      },
      ratios: { toReadyMade: rate / ready, saveP95: p95(upload.saves) / p95(idle) },
    }
  } finally {
    await point.ports.link.stop()
    server.end()
    point.close()
  }
}

/** Invented people with their doses, written the way everything is. */
function fill(point: TestPoint, wanted: number): number {
  const count = () => point.db.prepare<[], number>('SELECT count(*) FROM dose').pluck().get() ?? 0
  const { store, resources, clock, newId, stationId } = point.ports
  while (count() < wanted) {
    const persons = Math.max(20, Math.ceil((wanted - count()) / 12))
    seedRegister({ store, resources, clock, newId, stationId }, persons, () => undefined)
  }
  return count()
}

type Desk = { readonly point: TestPoint; readonly personIds: readonly string[]; next: number }

function deskPeople(point: TestPoint): Desk {
  const personIds = point.db.prepare<[], string>('SELECT id FROM person LIMIT 4000').pluck().all() as string[]
  return { point, personIds, next: 0 }
}

/** One dose saved, in ms as the engine answers it. */
function saveOne(desk: Desk): number {
  const personId = desk.personIds[desk.next++ % desk.personIds.length] ?? ''
  const givenOn = on(`2026-10-${String(1 + (desk.next % 28)).padStart(2, '0')}`)
  const dose = {
    vaccineCode: 'VAXIGRIP_TETRA',
    givenOn,
    statedNumber: null,
    lotNumber: null,
    placeName: null,
  }
  const begun = performance.now()
  desk.point.call(recordHistoricalDoses, { personId, doses: [dose] })
  return performance.now() - begun
}

async function saveFor(desk: Desk, ms: number): Promise<readonly number[]> {
  const saves: number[] = []
  const end = Date.now() + ms
  while (Date.now() < end) {
    saves.push(saveOne(desk))
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return saves
}

/** How long the desk saves beside the upload, at most; after that the upload is alone, and its rate is taken. */
const deskMs = 10_000

async function uploadAll(point: TestPoint, desk: Desk, base: string) {
  point.done(joinProvince, { address: base, code, authorityPem: null, proxy: null })
  const begun = Date.now()
  const saves: number[] = []
  let peak = 0
  let alone: { readonly at: number; readonly resources: number } | null = null
  for (let turn = 0; ; turn++) {
    // Asked as often as the window asks.
    const { waiting, activity, joining } =
      turn % 5 === 0
        ? point.done(getLinkStatus, {})
        : { waiting: 1, activity: { phase: 'off' }, joining: null }
    if (joining?.state === 'refused') throw new Error(joining.code)
    peak = Math.max(peak, process.memoryUsage.rss())
    if (waiting === 0 && activity.phase === 'idle') break
    if (Date.now() - begun < deskMs) saves.push(saveOne(desk))
    else alone ??= { at: Date.now(), resources: resourcesOf(point) }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  const seconds = (Date.now() - begun) / 1000
  const from = alone ?? { at: begun, resources: 0 }
  const rate = (resourcesOf(point) - from.resources) / ((Date.now() - from.at) / 1000)
  return { saves, seconds, rate, peakMiB: Math.round(peak / 1024 / 1024) }
}

const resourcesOf = (point: TestPoint): number =>
  point.db.prepare<[], number>('SELECT count(*) FROM link_resource').pluck().get() ?? 0

/** Posts bundles that were made before, one after the other as the uploader does; resources a second. */
async function postReady(point: TestPoint, place: Place): Promise<number> {
  const { bodies, resources } = readyMade(point)
  const server = await startServer('ready.log', place, false)
  const http = createHttpClient({ caPem: null, proxy: null })
  try {
    const begun = performance.now()
    for (const body of bodies) {
      const answer = await http.exchange({
        method: 'POST',
        url: server.base,
        headers: { 'content-type': 'application/fhir+json' },
        body,
      })
      if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body.slice(0, 300)}`)
    }
    return resources / ((performance.now() - begun) / 1000)
  } finally {
    http.close()
    server.end()
  }
}

function readyMade(point: TestPoint) {
  const { store, resources, stationId } = point.ports
  const codes = resources.provinceCodes
  const known = new Map<WireKey, KnownResource>()
  const knows = (key: WireKey) => known.get(key) ?? null
  const { waiting } = createLinkQueue(point.db, stationId).next(readyBundles * 40)
  const context = wireContext({ store, resources, codes })
  let rest = tasksOf(waiting, { wireOf: record => wireOfRecord(record, context), known: knows }).tasks.map(
    ({ wire }) => wire,
  )
  const bodies: string[] = []
  let count = 0
  while (rest.length > 0 && bodies.length < readyBundles) {
    const transaction = transactionOf(rest.slice(0, 60), knows, codes)
    if (!transaction) break
    bodies.push(transaction.body)
    count += transaction.sent.length
    for (const { key } of transaction.sent) known.set(key, { serverId: `x${known.size}`, versionId: '1' })
    const sent = new Set(transaction.sent)
    rest = rest.filter(wire => !sent.has(wire))
  }
  return { bodies, resources: count }
}

/** Where Linux keeps files in memory. */
const memoryFolder = '/dev/shm'

async function startServer(name: string, place: Place, wantsCode = true): Promise<Server> {
  const isInMemory = place.isApart && existsSync(memoryFolder)
  const folder = isInMemory ? mkdtempSync(join(memoryFolder, 'diem-tiem-upload-')) : place.folder
  const args = ['scripts/province.mjs', '--port', '0', '--file', join(folder, name), '--without-validation']
  const child = spawn(process.execPath, [...args, ...(wantsCode ? ['--code', code] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (place.isApart && child.pid !== undefined) setPriority(child.pid, 10)
  const end = () => {
    child.kill('SIGKILL')
    if (isInMemory) rmSync(folder, { recursive: true, force: true })
  }
  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) {
    lines.close()
    return { base: (JSON.parse(line) as { readonly base: string }).base, end }
  }
  throw new Error('the province did not start')
}

function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor(sorted.length * 0.95)] ?? 0) * 100) / 100
}
