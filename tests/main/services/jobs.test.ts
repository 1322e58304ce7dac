import { expect, test } from 'vitest'
import { defineJob, type Job } from '../../../main/services/jobs/job'
import { createJobDesk } from '../../../main/services/jobs/job-desk'
import { refuse } from '../../../src/contract/errors'
import type { AppEvent } from '../../../src/contract/events'
import { cancelJob, getJob } from '../../../src/contract/job-calls'
import { runsHere } from '../../helpers/run-job-here'
import { openReadyPoint } from './ready-point'

const nobody = '0190a1b2-0000-7000-8000-00000000dead'

/** A desk that knows one job only: the one a test is about. */
function deskFor(run: Job['run'], keep?: Job['keep']) {
  const { ports } = openReadyPoint()
  const events: AppEvent[] = []
  const logs: string[] = []
  const jobs = [defineJob({ name: 'forecast.renew', run, ...(keep ? { keep } : {}) })]
  const desk = createJobDesk(ports, {
    jobs,
    run: runsHere(ports, jobs),
    emit: event => events.push(event),
    log: line => logs.push(line),
  })
  const ended = () => expect.poll(() => desk.list()[0]?.state).not.toBe('running')
  return { desk, events, logs, ended }
}

test('a job tells how far it is, hands over its parts in order, and leaves its result', async () => {
  const parts: unknown[] = []
  const { desk, events, ended } = deskFor(
    async ({ progress, hand }) => {
      for (const part of [1, 2, 3]) {
        progress(part, 3)
        await hand(part)
      }
      return 'all three'
    },
    (_ports, part) => parts.push(part),
  )
  const { jobId } = desk.start({ name: 'forecast.renew' })
  expect(desk.find(jobId)).toMatchObject({ state: 'running', result: null })
  await ended()
  expect(parts).toEqual([1, 2, 3])
  expect(desk.find(jobId)).toMatchObject({ state: 'done', result: 'all three', done: 3, total: 3 })
  expect(events.map(event => event.name)).toEqual(['job.progressed', 'job.ended'])
})

test('the same request while it runs is the same job', async () => {
  let runs = 0
  const { desk, ended } = deskFor(async ({ breathe }) => {
    runs += 1
    await breathe()
  })
  const first = desk.start({ name: 'forecast.renew' })
  expect(desk.start({ name: 'forecast.renew' }).jobId).toBe(first.jobId)
  await ended()
  expect(runs).toBe(1)
  expect(desk.start({ name: 'forecast.renew' }).jobId).not.toBe(first.jobId)
  await desk.stop()
})

test('called off, it stops at the next batch and what it handed over stays', async () => {
  const parts: unknown[] = []
  const { desk, events, ended } = deskFor(
    async ({ hand }) => {
      for (let part = 0; ; part++) await hand(part)
    },
    (_ports, part) => parts.push(part),
  )
  const { jobId } = desk.start({ name: 'forecast.renew' })
  await expect.poll(() => parts.length).toBeGreaterThan(3)
  desk.cancel(jobId)
  await ended()
  const kept = parts.length
  expect(desk.find(jobId)).toMatchObject({ state: 'cancelled', result: null })
  expect(events.at(-1)).toMatchObject({ name: 'job.ended', state: 'cancelled' })
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(parts.length).toBe(kept)
})

test('trouble a user can meet keeps its code', async () => {
  const { desk, logs, ended } = deskFor(async () => refuse('database.damaged'))
  const { jobId } = desk.start({ name: 'forecast.renew' })
  await ended()
  expect(desk.find(jobId)).toMatchObject({ state: 'failed', error: { code: 'database.damaged' } })
  expect(logs).toEqual([])
})

test('a bug is told and logged by its place, without its message', async () => {
  const { desk, events, logs, ended } = deskFor(async () => {
    throw new TypeError('Nguyễn Thị Ánh')
  })
  const { jobId } = desk.start({ name: 'forecast.renew' })
  await ended()
  const view = desk.find(jobId)
  expect(view).toMatchObject({ state: 'failed', error: { code: 'job.failed' } })
  expect(events.at(-1)).toMatchObject({ name: 'job.ended', state: 'failed' })
  expect(logs.join()).toContain(view?.error?.reference)
  expect(logs.join()).not.toContain('Ánh')
})

test('a part that cannot be kept fails the job', async () => {
  const { desk, ended } = deskFor(
    async ({ hand }) => hand('part'),
    () => {
      throw new RangeError('no room')
    },
  )
  const { jobId } = desk.start({ name: 'forecast.renew' })
  await ended()
  expect(desk.find(jobId)?.state).toBe('failed')
})

test('a job nobody knows is no job', () => {
  const point = openReadyPoint()
  expect(point.codes(cancelJob, { jobId: nobody })).toEqual(['job.not-found'])
  expect(point.codes(getJob, { jobId: nobody })).toEqual(['job.not-found'])
})
