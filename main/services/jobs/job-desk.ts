import { type CallError, refuse, Trouble } from '../../../src/contract/errors'
import type { AppEvent } from '../../../src/contract/events'
import type { JobName, JobRequest, JobView } from '../../../src/contract/job-calls'
import { sqliteTrouble } from '../../db/sqlite-trouble'
import type { Ports } from '../service'
import type { Job, JobEnd, JobHooks, RunJob, RunningJob } from './job'
import type { JobDesk, JobExtra } from './job-port'
import { beginWhole, type WholeWrite, type WholeWriting } from './whole-write'

export type JobDeskOptions = {
  readonly jobs: readonly Job[]
  readonly run: RunJob
  /** How a job writes that hands over one whole; null where there is no such job. */
  readonly whole?: WholeWriting | null
  /** Called when a whole was written, after its job has ended. */
  readonly onWhole?: () => void
  readonly emit: (event: AppEvent) => void
  /** Hears of bugs: never with personal data. */
  readonly log: (line: string) => void
}

/** One job of a name, with what it was asked and how to call it off while it runs. */
type Kept = { view: JobView; readonly asked: string; running: RunningJob | null; toldMs: number }

/** The window hears of progress so often at most. */
const tellEveryMs = 200

/** Makes the desk. Only the newest job of a name is remembered. */
export function createJobDesk(
  ports: Pick<Ports, 'store' | 'resources' | 'clock' | 'newId'>,
  options: JobDeskOptions,
): JobDesk {
  const newest = new Map<JobName, Kept>()
  const byId = (jobId: string) => [...newest.values()].find(({ view }) => view.jobId === jobId)

  return {
    isWriting: () => options.whole?.gate.isHeld() ?? false,
    start(request, extra = {}) {
      const asked = JSON.stringify(request)
      const earlier = newest.get(request.name)
      if (earlier?.running && earlier.asked === asked) return earlier.view
      earlier?.running?.cancel()
      const kept: Kept = { view: newView(ports, request.name), asked, running: null, toldMs: 0 }
      newest.set(request.name, kept)
      kept.running = launch(ports, options, { request, extra }, kept)
      return kept.view
    },
    cancel(jobId) {
      const kept = byId(jobId) ?? refuse('job.not-found')
      kept.running?.cancel()
      return kept.view
    },
    find: jobId => byId(jobId)?.view ?? null,
    list: () => [...newest.values()].map(({ view }) => view),
    async stop() {
      await Promise.all([...newest.values()].map(({ running }) => running?.stop()))
    },
  }
}

function newView({ newId, clock }: Pick<Ports, 'newId' | 'clock'>, name: JobName): JobView {
  const times = { startedAt: clock(), endedAt: null }
  return { jobId: newId(), name, state: 'running', done: 0, total: null, ...times, result: null, error: null }
}

type Asked = { readonly request: JobRequest; readonly extra: JobExtra }
type DeskPorts = Pick<Ports, 'store' | 'resources' | 'clock' | 'newId'>

function launch(
  ports: DeskPorts,
  options: JobDeskOptions,
  { request, extra }: Asked,
  kept: Kept,
): RunningJob {
  const { jobs, run, emit, log } = options
  const job = jobs.find(({ name }) => name === request.name)
  if (!job) throw new Error(`no job is called ${request.name}`)
  const { jobId, startedAt } = kept.view
  const author = { userId: extra.userId ?? null }
  const whole = job.keepWhole && options.whole ? beginWhole(options.whole, ports, startedAt, author) : null
  const hooks: JobHooks = {
    onProgress(done, total) {
      kept.view = { ...kept.view, done, total }
      const now = Date.now()
      if (now - kept.toldMs < tellEveryMs) return
      kept.toldMs = now
      emit({ name: 'job.progressed', jobId, job: request.name, done, total })
    },
    onPart: part => keepPart(ports, options, { job, whole, part }),
    onEnd(end) {
      kept.running = null
      const settled = whole ? settle(whole, end, emit) : end
      kept.view = { ...kept.view, ...endOf(settled, request.name, ports, log), endedAt: ports.clock() }
      emit({ name: 'job.ended', jobId, job: request.name, state: settled.state })
      if (whole && settled.state === 'done') options.onWhole?.()
    },
  }
  return run(request, startedAt, hooks, extra.attachment)
}

/** A part of a whole goes into its transaction; any other waits while somebody else writes a whole. */
function keepPart(
  ports: DeskPorts,
  { whole: writing }: JobDeskOptions,
  { job, whole, part }: { readonly job: Job; readonly whole: WholeWrite | null; readonly part: unknown },
): void | Promise<void> {
  if (whole) return job.keepWhole?.(whole.context, part)
  const keep = () => ports.store.transaction(() => job.keep?.(ports, part))
  if (!writing?.gate.isHeld()) return keep()
  return new Promise((resolve, reject) =>
    writing.gate.whenOpen(() => {
      try {
        resolve(keep())
      } catch (error) {
        reject(error)
      }
    }),
  )
}

/** Keeps all of it when the job is done, else nothing; a disk that is full shows itself here. */
function settle(whole: WholeWrite, end: JobEnd, emit: JobDeskOptions['emit']): JobEnd {
  try {
    whole.end(end.state === 'done')
    if (end.state === 'done') emit({ name: 'records.changed', nouns: ['person', 'dose'], personIds: [] })
    return end
  } catch (error) {
    return { state: 'failed', error }
  }
}

function endOf(
  end: JobEnd,
  name: JobName,
  ports: Pick<Ports, 'newId'>,
  log: (line: string) => void,
): Pick<JobView, 'state' | 'result' | 'error'> {
  if (end.state !== 'failed')
    return { state: end.state, result: 'result' in end ? end.result : null, error: null }
  return { state: 'failed', result: null, error: errorOf(end.error, name, ports, log) }
}

/** Trouble a user can meet keeps its code; a bug is logged by kind and place, and gets a number to read out. */
function errorOf(
  error: unknown,
  name: JobName,
  { newId }: Pick<Ports, 'newId'>,
  log: (line: string) => void,
): CallError {
  if (error instanceof Trouble)
    return { code: error.problems[0]?.code ?? 'job.failed', problems: error.problems, reference: null }
  const known = sqliteTrouble(error)
  if (known) return { code: known, problems: [], reference: null }
  const reference = newId().slice(-6).toUpperCase()
  const trace = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : ''
  log(`bug ${reference} in job ${name}: ${error instanceof Error ? error.name : typeof error}\n${trace}`)
  return { code: 'job.failed', problems: [], reference }
}
