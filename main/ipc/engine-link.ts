import { type UtilityProcess, utilityProcess } from 'electron'
import type { Actor, Answer } from '../../src/contract/call'
import type { AppEvent } from '../../src/contract/events'
import { refused } from './listen'

/** What crosses between main and the engine. */
export type ToEngine = {
  readonly id: number
  readonly name: string
  readonly requestId: string
  readonly payload: unknown
  readonly actor: Actor | null
}
export type FromEngine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly answer: Answer<never> }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer<unknown> }
  | { readonly kind: 'event'; readonly event: AppEvent }
  | { readonly kind: 'log'; readonly line: string }

export type EngineSettings = {
  readonly mode: 'real' | 'practice'
  readonly databaseFile: string
  readonly resourcesFolder: string
  readonly nativeBinding: string | null
  readonly version: string
  /** The clock's first moment, for practice and tests; null in real use. */
  readonly startAt: string | null
}

/** A promise and the function that opens it; Node 20 has no `Promise.withResolvers`. */
function makeGate(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>(done => {
    resolve = done
  })
  return { promise, resolve }
}

export type EngineLink = ReturnType<typeof startEngine>

/**
 * Runs the engine and keeps it running: when it dies, those who wait get an answer at once, and it is started
 * again. After three deaths within a minute it stays down, and says so.
 */
export function startEngine(
  script: string,
  settings: () => EngineSettings,
  onEvent: (event: AppEvent) => void,
  onLog: (line: string) => void,
) {
  let child: UtilityProcess | null = null
  let failure: Answer<never> | null = null
  let nextId = 1
  let stopping = false
  let deaths: number[] = []
  let ready = makeGate()
  const waiting = new Map<number, (answer: Answer<unknown>) => void>()

  function hear(message: FromEngine): void {
    if (message.kind === 'ready') ready.resolve()
    else if (message.kind === 'failed') {
      failure = message.answer
      ready.resolve()
    } else if (message.kind === 'answer') {
      waiting.get(message.id)?.(message.answer)
      waiting.delete(message.id)
    } else if (message.kind === 'event') onEvent(message.event)
    else onLog(message.line)
  }

  function onExit(code: number): void {
    child = null
    for (const answer of waiting.values()) answer(refused('engine.unreachable'))
    waiting.clear()
    if (stopping) return
    onLog(`engine ended with code ${code}`)
    const now = Date.now()
    deaths = [...deaths.filter(at => now - at < 60_000), now]
    ready = makeGate()
    if (deaths.length > 3) {
      failure = refused('engine.unreachable')
      ready.resolve()
      onEvent({ name: 'engine.stopped' })
      return
    }
    launch()
    onEvent({ name: 'engine.restarted' })
  }

  function launch(): void {
    failure = null
    child = utilityProcess.fork(script, [JSON.stringify(settings())], { serviceName: 'diem-tiem-engine' })
    child.on('message', hear)
    child.on('exit', onExit)
  }
  launch()

  return {
    /** Resolves when the database is open, or cannot be. */
    ready: () => ready.promise,
    pid: () => child?.pid ?? null,
    async ask(request: Omit<ToEngine, 'id'>): Promise<Answer<unknown>> {
      await ready.promise
      if (failure) return failure
      const target = child
      if (!target) return refused('engine.unreachable')
      const id = nextId++
      return new Promise(resolve => {
        waiting.set(id, resolve)
        target.postMessage({ id, ...request } satisfies ToEngine)
      })
    },
    /** Ends the engine and starts it with the settings of now: another database. */
    async restart(): Promise<void> {
      await this.stop()
      stopping = false
      ready = makeGate()
      launch()
      await ready.promise
    },
    async stop(): Promise<void> {
      stopping = true
      const target = child
      if (!target) return
      await new Promise<void>(resolve => {
        target.once('exit', () => resolve())
        target.postMessage({ stop: true })
      })
    },
  }
}
