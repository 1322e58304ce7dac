import { Worker } from 'node:worker_threads'
import type { LinkActivity } from '../../src/domain/upload/link-activity'
import type { LinkSecrets, LinkServer } from '../../src/domain/upload/link-server'
import type { UploadResults } from '../../src/domain/upload/upload-results'
import type { WorkerSettings } from './thread-link'

/** What the link's thread is started with: to upload until it is stopped, or to join one server. */
export type LinkStart<Order = unknown> = WorkerSettings & {
  readonly stationId: string
  /** The engine's clock minus this PC's, in ms: not 0 where a test sets the time. */
  readonly clockShiftMs: number
  readonly task:
    | {
        readonly kind: 'upload'
        readonly server: LinkServer
        readonly secrets: LinkSecrets
        readonly offsetMs: number
      }
    | { readonly kind: 'join'; readonly order: Order }
}

export type FromLink<JoinEnd = unknown> =
  | { readonly kind: 'activity'; readonly activity: LinkActivity }
  | { readonly kind: 'results'; readonly results: UploadResults }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'joined'; readonly end: JoinEnd }

export type ToLink = { readonly kind: 'wake' | 'try-now' | 'kept' | 'not-kept' | 'stop' }

export type LinkThreadHooks = {
  readonly onActivity: (activity: LinkActivity) => void
  readonly onResults: (results: UploadResults) => Promise<void>
  readonly onEnd: (error: unknown) => void
  readonly log: (line: string) => void
}

/** A thread that does not end by itself in this time is ended. */
const patienceMs = 3_000

type Settings = WorkerSettings & { readonly stationId: string; readonly clockShiftMs: number }

/** Makes what runs the network beside the engine. `JoinEnd` is what the thread answers to an order. */
export function linkThreads<Order, JoinEnd>(script: string, settings: Settings) {
  function start(task: LinkStart<Order>['task']): Worker {
    const workerData: LinkStart<Order> = { ...settings, task }
    return new Worker(script, { workerData, name: `diem-tiem-link-${task.kind}` })
  }
  return {
    upload(server: LinkServer, secrets: LinkSecrets, offsetMs: number, hooks: LinkThreadHooks) {
      return follow(start({ kind: 'upload', server, secrets, offsetMs }), hooks)
    },
    join: (order: Order) => answerOf<JoinEnd>(start({ kind: 'join', order })),
  }
}

function follow(thread: Worker, hooks: LinkThreadHooks) {
  let isStopped = false
  const say = (kind: ToLink['kind']) => thread.postMessage({ kind } satisfies ToLink)
  const gone = new Promise<void>(resolve => thread.once('exit', () => resolve()))
  let trouble: unknown = new Error('the uploader left')
  thread.on('error', error => {
    trouble = error
  })
  thread.once('exit', () => {
    if (!isStopped) hooks.onEnd(trouble)
  })
  thread.on('message', (message: FromLink) => {
    if (message.kind === 'activity') hooks.onActivity(message.activity)
    else if (message.kind === 'log') hooks.log(message.line)
    else if (message.kind === 'results')
      hooks.onResults(message.results).then(
        () => say('kept'),
        (error: unknown) => {
          if (!isStopped)
            hooks.log(`results were not kept: ${error instanceof Error ? error.name : typeof error}`)
          say('not-kept')
        },
      )
  })
  return {
    wake: () => say('wake'),
    tryNow: () => say('try-now'),
    async stop(): Promise<void> {
      isStopped = true
      say('stop')
      const timer = setTimeout(() => void thread.terminate(), patienceMs)
      await gone
      clearTimeout(timer)
    },
  }
}

function answerOf<JoinEnd>(thread: Worker): Promise<JoinEnd> {
  return new Promise((resolve, reject) => {
    thread.on('message', (message: FromLink<JoinEnd>) => {
      if (message.kind === 'joined') resolve(message.end)
    })
    thread.once('error', reject)
    thread.once('exit', code => reject(new Error(`joining ended with code ${code}`)))
  })
}
