import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../main/db'
import { openDatabase } from '../../../main/db/open'
import { newId } from '../../../main/ids'
import { loadResources } from '../../../main/resources/load'
import { renewWhatWaits } from '../../../main/services/immunization/renew-forecasts'
import { allJobs } from '../../../main/services/jobs/all-jobs'
import { createJobDesk } from '../../../main/services/jobs/job-desk'
import { threadRunner } from '../../../main/worker/start-thread'
import type { AppEvent } from '../../../src/contract/events'
import { addDays, day, instantOf } from '../../../src/domain/calendar/calendar-day'
import { buildWorker } from '../../helpers/build-worker'
import { aPerson, tempFolder } from '../db/test-files'

const resourcesFolder = fileURLToPath(new URL('../../../resources', import.meta.url))
const today = day('2026-11-22')
const at = instantOf(Date.parse(`${today}T01:00:00.000Z`))
const key = '0f'.repeat(32)
const resources = loadResources(resourcesFolder, today)

let worker: Awaited<ReturnType<typeof buildWorker>>
beforeAll(async () => {
  worker = await buildWorker()
}, 60_000)
afterAll(() => worker.remove())

/** A file with so many children, and a desk whose jobs run in real threads with `script`. */
function stationWith(persons: number, options: { readonly keyHex?: string; readonly script?: string } = {}) {
  const { keyHex = null, script = worker.script } = options
  const databaseFile = join(tempFolder(), 'diem-tiem.db')
  const db = openDatabase(databaseFile, 'real', { nativeBinding: null, keyHex })
  const store = createStore(db, { stationId: 'st', newId })
  const settings = { databaseFile, resourcesFolder, version: '1', nativeBinding: null, keyHex }
  const events: AppEvent[] = []
  const logs: string[] = []
  const ports = { store, resources, clock: () => at, newId, version: '1' }
  const jobs = createJobDesk(ports, {
    jobs: allJobs,
    run: threadRunner(script, settings),
    emit: event => events.push(event),
    log: line => logs.push(line),
  })
  const point = {
    name: 'Trạm',
    code: null,
    kind: 'commune-station',
    address: aPerson().addresses.current,
    phone: null,
    offeredAntigens: [],
  }
  store.transaction(() =>
    store.journal.append(
      [
        { noun: 'point', recordId: newId(), verb: 'recorded', body: point as never },
        ...Array.from({ length: persons }, (_, index) => ({
          noun: 'person' as const,
          recordId: newId(),
          verb: 'recorded' as const,
          body: aPerson({ birthDate: addDays(today, -index), identifiers: [] }),
        })),
      ],
      { at, userId: null, requestId: null },
    ),
  )
  const ended = () => expect.poll(() => jobs.list()[0]?.state, { timeout: 20_000 }).not.toBe('running')
  return { db, store, jobs, events, logs, ended, renew: () => renewWhatWaits({ ...ports, jobs }, today) }
}

const keptOf = (db: ReturnType<typeof stationWith>['db']) =>
  db.prepare('SELECT count(*) AS persons, sum(generation = 1) AS kept FROM forecast_state').get()

describe('a job in a thread of its own', () => {
  test.each([
    ['a plain file', undefined],
    ['an encrypted file', key],
  ])('renews a register in %s, with progress, and ends', async (_name, keyHex) => {
    const { db, jobs, events, logs, ended, renew } = stationWith(200, keyHex ? { keyHex } : {})
    renew()
    await ended()
    expect(logs).toEqual([])
    expect(jobs.list()[0]).toMatchObject({ state: 'done', result: { renewed: 200 }, done: 200, total: 200 })
    expect(events.map(({ name }) => name)).toContain('job.progressed')
    expect(keptOf(db)).toEqual({ persons: 200, kept: 200 })
    await jobs.stop()
    db.close()
  })

  test('called off in the middle: what is kept stays, the rest waits, nothing begins again by itself', async () => {
    const { db, store, jobs, ended, renew } = stationWith(900)
    renew()
    const [job] = jobs.list()
    await expect.poll(() => jobs.list()[0]?.done, { interval: 2, timeout: 20_000 }).toBeGreaterThan(0)
    jobs.cancel(job?.jobId ?? '')
    await ended()
    expect(jobs.list()[0]?.state).toBe('cancelled')
    const { kept } = keptOf(db) as { kept: number }
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(900)
    renew()
    expect(jobs.list()[0]).toMatchObject({ jobId: job?.jobId, state: 'cancelled' })
    jobs.start({ name: 'forecast.renew' })
    await ended()
    const basis = store.forecasts.basis()
    expect(basis && store.forecasts.countWaiting(basis)).toBe(0)
    db.close()
  })

  test('somebody written about meanwhile is not overwritten by what was read before', async () => {
    const { db, store, jobs, ended, renew } = stationWith(300)
    renew()
    const [someone] = store.persons.page(0, 1)
    if (!someone) throw new Error('nobody there')
    const body = { birthDate: day('2020-02-29') }
    for (let turn = 0; jobs.list()[0]?.state === 'running'; turn++) {
      store.transaction(() =>
        store.journal.append(
          [{ noun: 'person', recordId: someone.id, verb: 'corrected', body, reason: `lần ${turn}` }],
          { at, userId: null, requestId: null },
        ),
      )
      await new Promise(resolve => setTimeout(resolve, 1))
    }
    await ended()
    const basis = store.forecasts.basis()
    expect(basis && store.forecasts.few(basis, 5).map(({ personId }) => personId)).toEqual([someone.id])
    renew()
    expect(
      db.prepare('SELECT birth_date FROM forecast_state WHERE person_id = ?').pluck().get(someone.id),
    ).toBe('2020-02-29')
    db.close()
  })

  test('stopped with the engine, it is gone before the file is closed', async () => {
    const { db, jobs, renew } = stationWith(900)
    renew()
    await jobs.stop()
    expect(jobs.list()[0]?.state).toBe('cancelled')
    db.close()
  })
})

describe('a thread that fails is told', () => {
  const scriptOf = (text: string) => {
    const script = join(tempFolder(), 'worker.cjs')
    writeFileSync(script, text)
    return script
  }

  test.each([
    ['breaks at once', 'throw new TypeError("Nguyễn Thị Ánh")'],
    ['ends without a word', 'process.exit(0)'],
    ['runs out of something', 'setTimeout(() => process.exit(7), 5)'],
  ])('when it %s', async (_name, text) => {
    const { db, jobs, events, logs, ended } = stationWith(1, { script: scriptOf(text) })
    jobs.start({ name: 'forecast.renew' })
    await ended()
    expect(jobs.list()[0]).toMatchObject({ state: 'failed', error: { code: 'job.failed' } })
    expect(events).toMatchObject([{ name: 'job.ended', state: 'failed' }])
    expect(logs).toHaveLength(1)
    expect(logs.join()).not.toContain('Ánh')
    db.close()
  })

  test('one that does not listen is ended', async () => {
    const { db, jobs, ended } = stationWith(1, { script: scriptOf('for (;;) {}') })
    const { jobId } = jobs.start({ name: 'forecast.renew' })
    jobs.cancel(jobId)
    await ended()
    expect(jobs.find(jobId)?.state).toBe('cancelled')
    db.close()
  })

  test('a file that is not there has its code', async () => {
    const databaseFile = join(tempFolder(), 'gone.db')
    const settings = { databaseFile, resourcesFolder, version: '1', nativeBinding: null, keyHex: null }
    const end = await new Promise<{ readonly state: string; readonly error?: unknown }>(resolve => {
      const hooks = { onProgress: () => undefined, onPart: () => undefined, onEnd: resolve }
      threadRunner(worker.script, settings)({ name: 'forecast.renew' }, at, hooks, null)
    })
    expect(end).toMatchObject({ state: 'failed', error: { problems: [{ code: 'database.read-only' }] } })
  })
})
