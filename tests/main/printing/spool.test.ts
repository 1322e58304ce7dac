import { describe, expect, test } from 'vitest'
import { PrintError } from '../../../main/printing/print-error'
import { createSpool, type JobStore, type PrintOrder } from '../../../main/printing/spool'
import { instantOf } from '../../../src/domain/calendar/calendar-day'
import type { JobEnd, PrintJob } from '../../../src/domain/document/print-job'
import { sampleLabel } from '../../helpers/document-samples'

/** A store that keeps jobs as JSON, as a database would, and remembers every state it was told. */
function openMemoryStore() {
  const rows = new Map<string, string>()
  const history: string[] = []
  const put = async (job: PrintJob) => {
    rows.set(job.id, JSON.stringify(job))
    history.push(`${job.id} ${job.state}`)
  }
  const store: JobStore = {
    insert: put,
    update: put,
    list: async () => [...rows.values()].map(row => JSON.parse(row) as PrintJob),
  }
  return { store, history }
}

type Send = (job: PrintJob, signal: AbortSignal) => Promise<JobEnd>

function openTestSpool(send: Send, memory = openMemoryStore()) {
  let [count, ms] = [0, 0]
  const clock = () => instantOf(Date.UTC(2025, 9, 14) + ms++)
  const newId = () => `job-${++count}`
  return { ...memory, spool: createSpool({ store: memory.store, send, clock, newId }) }
}

const order: PrintOrder = { printerId: 'label-1', personId: null, document: sampleLabel(), copies: 1 }
const confirm: Send = async () => ({ state: 'confirmed' })

describe('createSpool', () => {
  test('a job is stored as sent before its first byte, and as confirmed after', async () => {
    const seen: string[] = []
    const { spool, history } = openTestSpool(async job => {
      seen.push(...history, job.state)
      return { state: 'confirmed' }
    })
    const job = await spool.print(order)
    expect(job).toMatchObject({ state: 'confirmed', trouble: null, reprintOf: null })
    expect(seen).toEqual(['job-1 queued', 'job-1 sent', 'sent'])
    expect(history).toEqual(['job-1 queued', 'job-1 sent', 'job-1 confirmed'])
  })

  test.each([
    { state: 'unknown', code: 'printer.connection-reset' },
    { state: 'failed', code: 'printer.refused' },
  ] as const)('a job that ends $state is kept with its code and never tried again', async end => {
    let sent = 0
    const { spool } = openTestSpool(async () => {
      sent += 1
      return end
    })
    expect(await spool.print(order)).toMatchObject({ state: end.state, trouble: end.code })
    await spool.recover()
    expect(sent).toBe(1)
  })

  test('a paper that cannot be drawn has failed: nothing left', async () => {
    const { spool } = openTestSpool(() => Promise.reject(new PrintError('print.missing-glyph', '漢')))
    expect(await spool.print(order)).toMatchObject({ state: 'failed', trouble: 'print.missing-glyph' })
  })

  test('a bug while sending leaves the job unknown and is thrown on', async () => {
    const { spool, history } = openTestSpool(() => Promise.reject(new Error('bug')))
    await expect(spool.print(order)).rejects.toThrow('bug')
    expect(history.at(-1)).toBe('job-1 unknown')
    const after = openTestSpool(confirm)
    expect((await after.spool.print(order)).state).toBe('confirmed')
  })

  test('one printer takes one job at a time, another does not wait, and a bug does not stop the next', async () => {
    const running = new Map<string, number>()
    let most = 0
    let bugs = 0
    const { spool } = openTestSpool(async ({ id, printerId }) => {
      running.set(printerId, (running.get(printerId) ?? 0) + 1)
      most = Math.max(most, running.get(printerId) ?? 0)
      await new Promise(resolve => setTimeout(resolve, 5))
      running.set(printerId, (running.get(printerId) ?? 0) - 1)
      if (id === 'job-2') throw new Error('bug')
      return { state: 'confirmed' }
    })
    const jobs = ['a', 'a', 'a', 'b'].map(printerId =>
      spool.print({ ...order, printerId }).catch(() => {
        bugs += 1
      }),
    )
    const ended = await Promise.all(jobs)
    expect(most).toBe(1)
    expect(bugs).toBe(1)
    expect(ended.filter(job => job?.state === 'confirmed')).toHaveLength(3)
  })

  test('after a crash what was being sent is unknown, what waited still waits, and nothing is sent', async () => {
    const crashed = openTestSpool(() => new Promise(() => {}))
    void crashed.spool.print(order)
    await expect.poll(() => crashed.history.at(-1)).toBe('job-1 sent')
    await crashed.spool.enqueue(order)
    let sent = 0
    const restarted = openTestSpool(async () => {
      sent += 1
      return { state: 'confirmed' }
    }, crashed)
    const lost = await restarted.spool.recover()
    expect(lost).toMatchObject([{ id: 'job-1', state: 'unknown', trouble: 'print.interrupted' }])
    expect(sent).toBe(0)
    expect((await restarted.store.list()).map(job => job.state)).toEqual(['unknown', 'queued'])
    expect((await restarted.spool.run('job-2')).state).toBe('confirmed')
    await expect(restarted.spool.run('job-2')).rejects.toThrow('print.job-unknown')
  })

  test('reprints are numbered and name the first job; a paper of which nothing left bears no mark', async () => {
    const ends: JobEnd[] = [
      { state: 'failed', code: 'printer.refused' },
      { state: 'unknown', code: 'printer.no-acknowledgement' },
      { state: 'confirmed' },
      { state: 'confirmed' },
    ]
    const { spool } = openTestSpool(async () => ends.shift() ?? { state: 'confirmed' })
    await spool.print(order)
    const second = await spool.printAgain('job-1')
    expect(second).toMatchObject({ reprintOf: 'job-1', state: 'unknown' })
    expect(second.document.reprint).toBeNull()
    expect((await spool.printAgain('job-2')).document.reprint).toMatchObject({ number: 1 })
    const fourth = await spool.printAgain('job-3')
    expect(fourth).toMatchObject({ reprintOf: 'job-1', document: { reprint: { number: 2 } } })
    await expect(spool.printAgain('job-9')).rejects.toThrow('print.job-unknown')
  })

  test('a job that waits can be cancelled and not printed again before it ended; one that is sent is cut off', async () => {
    const { spool, store } = openTestSpool(
      (_, signal) =>
        new Promise(resolve =>
          signal.addEventListener('abort', () => resolve({ state: 'unknown', code: 'print.cancelled' })),
        ),
    )
    await spool.enqueue(order)
    await expect(spool.printAgain('job-1')).rejects.toThrow('print.job-waiting')
    await spool.cancel('job-1')
    const sending = spool.print(order)
    await expect.poll(async () => (await store.list()).at(-1)?.state).toBe('sent')
    await spool.cancel('job-2')
    expect(await sending).toMatchObject({ state: 'unknown', trouble: 'print.cancelled' })
    expect((await store.list())[0]).toMatchObject({ state: 'failed', trouble: 'print.cancelled' })
  })
})
