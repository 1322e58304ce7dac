import { Worker } from 'node:worker_threads'
import { Trouble } from '../../src/contract/errors'
import type { JobRequest } from '../../src/contract/job-calls'
import type { Instant } from '../../src/domain/calendar/calendar-day'
import type { CrossingError, FromWorker, ToWorker, WorkerSettings, WorkerStart } from './thread-link'

export type ThreadHooks = {
  readonly onProgress: (done: number, total: number) => void
  readonly onPart: (part: unknown) => void | Promise<void>
  readonly onEnd: (
    end:
      | { readonly state: 'done'; readonly result: unknown }
      | { readonly state: 'cancelled' }
      | { readonly state: 'failed'; readonly error: unknown },
  ) => void
}

/** A job that was called off looks at the flag between two batches; one that does not in this time is ended. */
const patienceMs = 3_000

/**
 * Makes the function that runs a job in a thread of its own, with its own connection, which ends with the job. However
 * the thread ends, `onEnd` is told, once.
 */
export function threadRunner(script: string, settings: WorkerSettings) {
  return function startThread(request: JobRequest, at: Instant, hooks: ThreadHooks, attachment: unknown) {
    const cancelFlag = new SharedArrayBuffer(4)
    const workerData: WorkerStart = { ...settings, request, at, cancelFlag, attachment }
    const thread = new Worker(script, { workerData, name: `diem-tiem-${request.name}` })
    const end = once(hooks.onEnd)
    const gone = new Promise<void>(resolve => {
      thread.once('exit', code => {
        if (isCancelled()) end({ state: 'cancelled' })
        else end({ state: 'failed', error: new Error(`the worker ended with code ${code}`) })
        resolve()
      })
    })
    const isCancelled = () => Atomics.load(new Int32Array(cancelFlag), 0) !== 0
    thread.on('error', error => end({ state: 'failed', error }))
    thread.on('message', (message: FromWorker) => {
      hear(message, thread, hooks, end).catch((error: unknown) => {
        // What was handed over could not be kept: nothing after it may be.
        end({ state: 'failed', error })
        void thread.terminate()
      })
    })

    function cancel(): void {
      Atomics.store(new Int32Array(cancelFlag), 0, 1)
      setTimeout(() => void thread.terminate(), patienceMs).unref()
    }
    async function stop(): Promise<void> {
      cancel()
      await gone
    }
    return { cancel, stop }
  }
}

async function hear(
  message: FromWorker,
  thread: Worker,
  hooks: ThreadHooks,
  end: ThreadHooks['onEnd'],
): Promise<void> {
  switch (message.kind) {
    case 'progress':
      hooks.onProgress(message.done, message.total)
      break
    case 'part':
      await hooks.onPart(message.part)
      thread.postMessage({ kind: 'kept' } satisfies ToWorker)
      break
    case 'done':
      end({ state: 'done', result: message.result })
      break
    case 'cancelled':
      end({ state: 'cancelled' })
      break
    case 'failed':
      end({ state: 'failed', error: arrived(message.error) })
  }
}

/** The error as it was on the other side: with its problems when a user can meet it, else with its code and place. */
function arrived({ name, code, problems, stack }: CrossingError): unknown {
  if (problems) return new Trouble(problems)
  return Object.assign(new Error('in the worker'), { name, stack, ...(code === null ? {} : { code }) })
}

function once<A>(work: (argument: A) => void): (argument: A) => void {
  let isDone = false
  return argument => {
    if (isDone) return
    isDone = true
    work(argument)
  }
}
