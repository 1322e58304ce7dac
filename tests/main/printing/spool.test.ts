import { describe, expect, test } from 'vitest'
import { PrintError } from '../../../main/printing/print-error'
import { createSpool, type PrintOrder } from '../../../main/printing/spool'
import { instantOf } from '../../../src/domain/calendar/calendar-day'
import type { JobEnd, PrintJob } from '../../../src/domain/document/print-job'
import { sampleLabel } from '../../helpers/document-samples'
import { openMemoryStore } from '../../helpers/memory-job-store'

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
    expect(restarted.all().map(job => job.state)).toEqual(['unknown', 'queued'])
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
    const printAgain = async (jobId: string) => spool.run((await spool.orderAgain(jobId)).id)
    const second = await printAgain('job-1')
    expect(second).toMatchObject({ reprintOf: 'job-1', state: 'unknown' })
    expect(second.document.reprint).toBeNull()
    expect((await printAgain('job-2')).document.reprint).toMatchObject({ number: 1 })
    const fourth = await printAgain('job-3')
    expect(fourth).toMatchObject({ reprintOf: 'job-1', document: { reprint: { number: 2 } } })
    await expect(spool.orderAgain('job-9')).rejects.toThrow('print.job-unknown')
  })

  test('a job that waits can be cancelled and not printed again before it ended; one that is sent is cut off', async () => {
    const { spool, all } = openTestSpool(
      (_, signal) =>
        new Promise(resolve =>
          signal.addEventListener('abort', () => resolve({ state: 'unknown', code: 'print.cancelled' })),
        ),
    )
    await spool.enqueue(order)
    await expect(spool.orderAgain('job-1')).rejects.toThrow('print.job-waiting')
    await spool.cancel('job-1')
    const sending = spool.print(order)
    await expect.poll(() => all().at(-1)?.state).toBe('sent')
    await spool.cancel('job-2')
    expect(await sending).toMatchObject({ state: 'unknown', trouble: 'print.cancelled' })
    expect(all()[0]).toMatchObject({ state: 'failed', trouble: 'print.cancelled' })
  })

  test('a job that waits is moved and printed there alone; one that was sent is not moved', async () => {
    const sent: string[] = []
    const waiting: (() => void)[] = []
    const { spool } = openTestSpool(job => {
      sent.push(`${job.id} ${job.printerId}`)
      return new Promise(resolve => waiting.push(() => resolve({ state: 'confirmed' })))
    })
    const first = spool.print(order)
    const second = spool.print(order)
    await expect.poll(() => sent).toEqual(['job-1 label-1'])
    await expect(spool.move('job-1', 'label-2')).rejects.toThrow('print.job-left')
    expect([spool.isInLine('job-1'), spool.isInLine('job-2')]).toEqual([true, true])
    const moved = spool.move('job-2', 'label-2')
    await expect.poll(() => sent).toEqual(['job-1 label-1', 'job-2 label-2'])
    for (const end of waiting) end()
    expect((await moved).state).toBe('confirmed')
    await Promise.all([first, second])
    expect(sent).toHaveLength(2)
    expect(spool.isInLine('job-2')).toBe(false)
  })

  test('a job that is sent, moved, sent again and cancelled at once leaves the PC once at most', async () => {
    for (let round = 0; round < 40; round++) {
      const sent: string[] = []
      const { spool, all } = openTestSpool(async job => {
        sent.push(job.printerId)
        await new Promise(resolve => setImmediate(resolve))
        return { state: 'confirmed' }
      })
      await spool.enqueue(order)
      const tries = [
        () => spool.run('job-1'),
        () => spool.move('job-1', 'label-2'),
        () => spool.run('job-1'),
        () => spool.cancel('job-1'),
      ]
      const from = round % tries.length
      const inTurn = [...tries.slice(from), ...tries.slice(0, from)]
      await Promise.allSettled(inTurn.map(attempt => attempt()))
      expect(sent.length).toBeLessThanOrEqual(1)
      expect(all()[0]?.state).toBe(sent.length === 1 ? 'confirmed' : 'failed')
    }
  })

  test('a paper printed again on another printer is marked there too', async () => {
    const { spool } = openTestSpool(confirm)
    await spool.print({ ...order, tray: 'Tray2' })
    const elsewhere = await spool.orderAgain('job-1', 'label-2')
    expect(elsewhere).toMatchObject({
      printerId: 'label-2',
      tray: null,
      reprintOf: 'job-1',
      document: { reprint: { number: 1 } },
    })
    expect((await spool.orderAgain('job-1')).tray).toBe('Tray2')
  })

  test('a job whose start could not be stored has not left and still waits', async () => {
    const memory = openMemoryStore()
    let sent = 0
    let full = true
    const { update } = memory.store
    const store = {
      ...memory.store,
      update: async (job: PrintJob) => {
        if (full) throw new Error('the disk is full')
        await update(job)
      },
    }
    const { spool } = openTestSpool(
      async () => {
        sent += 1
        return { state: 'confirmed' }
      },
      { ...memory, store },
    )
    await expect(spool.print(order)).rejects.toThrow('the disk is full')
    expect(sent).toBe(0)
    full = false
    expect((await spool.run('job-1')).state).toBe('confirmed')
    expect(sent).toBe(1)
  })

  test('an end that could not be stored is unknown once the store is back, and nothing is sent again', async () => {
    const memory = openMemoryStore()
    let sent = 0
    let isDown = false
    const update = async (job: PrintJob) => {
      if (isDown) throw new Error('the engine is down')
      await memory.store.update(job)
    }
    const send = async () => {
      sent += 1
      isDown = true
      return { state: 'confirmed' } as const
    }
    const { spool } = openTestSpool(send, { ...memory, store: { ...memory.store, update } })
    await expect(spool.print(order)).rejects.toThrow('the engine is down')
    isDown = false
    expect(await spool.recover()).toMatchObject([{ state: 'unknown', trouble: 'print.interrupted' }])
    expect(sent).toBe(1)
  })
})
