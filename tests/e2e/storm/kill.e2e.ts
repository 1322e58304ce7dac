import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../main/ids'
import type { Answer } from '../../../src/contract/call'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { getAppState } from '../../../src/contract/point-calls'
import { listPrintJobs, printDocument, savePrinter } from '../../../src/contract/print-calls'
import { newPrinter } from '../../../src/domain/document/printer'
import { type Acknowledged, countEntries, databaseOf, expectAllThere, printJobsOf } from './evidence'
import { done, type Station, startStation } from './station'
import { moments, waitFor } from './strike'
import { type Known, manyDoses, places } from './work'

/*
 * One station is struck again and again: the application is killed right after a write was answered, at every kind
 * of write there is, and while writes are under way. The tests build on one another, as the days of a real PC do.
 */
describe('killed without warning', () => {
  const userData = mkdtempSync(join(tmpdir(), 'diem-tiem-storm-user-'))
  const known: Known = new Map()
  const answered: Acknowledged[] = []
  let last: {
    readonly place: (typeof places)[number]
    readonly requestId: string
    readonly request: unknown
  } | null = null
  let station: Station | null = null
  let printer: Server
  const sockets = new Set<Socket>()

  beforeAll(async () => {
    // A printer that takes bytes and never answers.
    printer = createServer(socket => {
      sockets.add(socket)
      socket.on('error', () => sockets.delete(socket)).resume()
    })
    await new Promise<void>(resolve => printer.listen(0, '127.0.0.1', resolve))
  })
  afterEach(async () => {
    await station?.launched.close()
    station = null
  })
  afterAll(() => {
    for (const socket of sockets) socket.destroy()
    printer.close()
    rmSync(userData, { recursive: true, force: true })
  })

  async function start(): Promise<Station> {
    station = await startStation(userData)
    return station
  }

  /** The window asks again for what it was answered before the storm: it must be answered alike and done once. */
  async function repeatLast(running: Station): Promise<void> {
    if (!last) return
    const { place, request, requestId } = last
    const again = await done(place.call, running.call(place.call, request, requestId))
    expect(again).toEqual(answered.at(-1)?.value)
  }

  test.each(places.map((place, index) => ({ ...place, place, number: index + 1 })))(
    'place $number: right after $what',
    async ({ place }) => {
      const running = await start()
      await repeatLast(running)
      const request = await place.request(known, running)
      const requestId = newId()
      const value = await done(place.call, running.call(place.call, request, requestId))
      await running.killAll()
      answered.push({ requestId, call: place.call.name, value, entries: place.entries })
      place.keep?.(known, value as never)
      last = { place, requestId, request }
      expectAllThere(userData, answered)
    },
  )

  test('right after a print job was taken: it is in the spool once, and nothing is sent again by itself', async () => {
    const running = await start()
    await repeatLast(running)
    const address = printer.address()
    if (!address || typeof address === 'string') throw new Error('the printer listens on a port')
    const { id: _id, ...usual } = newPrinter('', 'Máy in phiếu', 'slip')
    const connection = { kind: 'tcp', host: '127.0.0.1', port: address.port } as const
    const fields = { ...usual, connection }
    await done(savePrinter, running.call(savePrinter, { printerId: null, printer: fields }))
    const order = {
      kind: 'appointment-slip' as const,
      personId: known.get('person') ?? '',
      visitId: known.get('visit') ?? null,
      paper: null,
      bilingual: false,
    }
    const { jobId } = await done(printDocument, running.call(printDocument, order))
    await running.killAll()
    expect(printJobsOf(userData).map(({ id }) => id)).toEqual([jobId])
    expectAllThere(userData, answered)

    const connections = sockets.size
    const again = await start()
    const jobs = await done(listPrintJobs, again.call(listPrintJobs, { limit: 10 }))
    expect(jobs).toHaveLength(1)
    expect(jobs[0]).toMatchObject({ jobId, printerName: 'Máy in phiếu' })
    expect(['queued', 'unknown']).toContain(jobs[0]?.state)
    expect(sockets.size).toBe(connections)
    await again.killAll()
  })

  /** What a write that was under way may have become: nothing, or all of it. */
  function expectWhole(answer: Answer<unknown> | null, requestId: string): void {
    const entries = countEntries(userData, requestId)
    if (answer?.ok) expect(entries).toBe(60)
    else expect([0, 60]).toContain(entries)
  }

  /** Main may notice only now that its engine is dead; asking again with the same id is always safe. */
  async function repeatUntilDone(running: Station, round: number, requestId: string): Promise<void> {
    const ask = () => running.call(recordHistoricalDoses, manyDoses(known, round), requestId)
    const first = await ask()
    const isAway = !first.ok && first.error.code === 'engine.unreachable'
    const value = await done(recordHistoricalDoses, isAway ? ask() : Promise.resolve(first))
    answered.push({ requestId, call: recordHistoricalDoses.name, value, entries: 60 })
    last = null
  }

  test.each(moments.map((moment, round) => ({ moment, round })))(
    'everything is killed while a write is under way, $moment',
    async ({ moment, round }) => {
      const running = await start()
      const requestId = newId()
      const sent = running.call(recordHistoricalDoses, manyDoses(known, round), requestId)
      // The page dies with the question, or before it hears the answer.
      const heard = sent.catch(() => null)
      await waitFor(moment, userData)
      await running.killAll()
      expectWhole(await heard, requestId)
      await repeatUntilDone(await start(), round, requestId)
      await station?.killAll()
      expectAllThere(userData, answered)
    },
  )

  test('the engine alone is killed while a write is under way: the window hears of it and asks again', async () => {
    const running = await start()
    for (const [index, moment] of moments.entries()) {
      const round = moments.length + index
      const requestId = newId()
      const engine = await running.engine()
      const sent = running.call(recordHistoricalDoses, manyDoses(known, round), requestId)
      await waitFor(moment, userData)
      process.kill(engine, 'SIGKILL')
      const answer = await sent
      if (!answer.ok) expect(answer.error.code).toBe('engine.unreachable')
      await repeatUntilDone(running, round, requestId)
      if (answer.ok) expect(answer.value).toEqual(answered.at(-1)?.value)
    }
    await running.engine()
    await running.killAll()
    expectAllThere(userData, answered)
  })

  test('in the end the window shows all of it, and the commands find nothing wrong', async () => {
    const running = await start()
    const state = await done(getAppState, running.call(getAppState, {}))
    expect(state).toMatchObject({ setUp: true, persons: 2 })
    expect(state.users.map(({ name, active }) => ({ name, active }))).toEqual([
      { name: 'Trưởng trạm', active: true },
      { name: 'Điều dưỡng', active: false },
    ])
    await running.launched.close()
    station = null
    const run = promisify(execFile)
    const root = new URL('../../..', import.meta.url).pathname
    const command = (name: string, ...args: string[]) =>
      run(process.execPath, [join(root, '.vite/build/cli', `${name}.cjs`), databaseOf(userData), ...args])
    const report = JSON.parse((await command('verify-journal', '--json')).stdout) as { faults: unknown[] }
    expect(report.faults).toEqual([])
    expect((await command('rebuild')).stdout).toContain('OK')
  })
})
