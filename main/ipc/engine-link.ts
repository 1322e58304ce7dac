import { type UtilityProcess, utilityProcess } from 'electron'
import { refused } from '../../src/contract/answers'
import type { Actor, Answer, AnswerText } from '../../src/contract/call'
import type { AppEvent } from '../../src/contract/events'

/** What crosses between main and the engine. */
export type ToEngine = {
  readonly id: number
  readonly name: string
  readonly requestId: string
  readonly payload: unknown
  readonly actor: Actor | null
  /** The answer goes on to a window, as JSON; main's own questions get it as it is, bytes and all. */
  readonly asText: boolean
}
/** The key of the engine's safe: sent by message, because arguments and environment can be read by other programs. */
export type SafeKey = { readonly keyHex: string; readonly keptBy: 'system' | 'file' }
export type SafeKeyMessage = { readonly safeKey: SafeKey }
export type FromEngine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly answer: Answer<never> }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer<unknown> | AnswerText }
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
function makeGate(): { readonly promise: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined
  const promise = new Promise<void>(done => {
    open = done
  })
  return { promise, open }
}

/** What may be asked of the engine. */
type Question = Omit<ToEngine, 'id' | 'asText'>

export type EngineLinkOptions = {
  readonly script: string
  /** Read at every start, so that a restart may open another database. */
  readonly settings: () => EngineSettings
  /** Read at every start; null when the place of the database cannot be written. */
  readonly safeKey: () => SafeKey | null
  readonly onEvent: (event: AppEvent) => void
  readonly onLog: (line: string) => void
}

/** So many deaths within a minute and the engine stays down. */
const mostDeathsAMinute = 3

/**
 * Runs the engine and keeps it running: when it dies, those who wait get an answer at once, and it is started
 * again. After too many deaths it stays down, and says so.
 */
export class EngineLink {
  private child: UtilityProcess | null = null
  private failure: Answer<never> | null = null
  private nextId = 1
  private stopping = false
  private deaths: readonly number[] = []
  private ready = makeGate()
  private readonly waiting = new Map<number, (answer: Answer<unknown> | AnswerText) => void>()

  constructor(private readonly options: EngineLinkOptions) {
    this.launch()
  }

  get isRunning(): boolean {
    return this.child !== null
  }

  /** Passes a request on and waits for its answer; while the engine starts, the request waits with it. */
  async ask(request: Question): Promise<Answer<unknown>> {
    return (await this.pass({ ...request, asText: false })) as Answer<unknown>
  }

  /** The same, with the answer as the text that a window reads: main neither unpacks nor packs it. */
  async askForText(request: Question): Promise<AnswerText> {
    const answer = await this.pass({ ...request, asText: true })
    return typeof answer === 'string' ? answer : JSON.stringify(answer)
  }

  private async pass(request: Omit<ToEngine, 'id'>): Promise<Answer<unknown> | AnswerText> {
    await this.ready.promise
    if (this.failure) return this.failure
    const target = this.child
    if (!target) return refused('engine.unreachable')
    const id = this.nextId++
    return new Promise(resolve => {
      this.waiting.set(id, resolve)
      target.postMessage({ id, ...request } satisfies ToEngine)
    })
  }

  /** Ends the engine and starts it with the settings of now: another database. */
  async restart(): Promise<void> {
    await this.stop()
    this.stopping = false
    this.ready = makeGate()
    this.launch()
    await this.ready.promise
  }

  /** Lets the engine close its database and end. */
  async stop(): Promise<void> {
    this.stopping = true
    const target = this.child
    if (!target) return
    await new Promise<void>(resolve => {
      target.once('exit', () => resolve())
      target.postMessage({ stop: true })
    })
  }

  private launch(): void {
    this.failure = null
    const { script, settings } = this.options
    this.child = utilityProcess.fork(script, [JSON.stringify(settings())], {
      serviceName: 'diem-tiem-engine',
    })
    this.child.on('message', (message: FromEngine) => this.hear(message))
    this.child.on('exit', code => this.onExit(code))
  }

  private hear(message: FromEngine): void {
    const { onEvent, onLog } = this.options
    if (message.kind === 'answer') {
      this.waiting.get(message.id)?.(message.answer)
      this.waiting.delete(message.id)
    } else if (message.kind === 'event') onEvent(message.event)
    else if (message.kind === 'log') onLog(message.line)
    else {
      if (message.kind === 'ready') this.openSafe()
      this.failure = message.kind === 'failed' ? message.answer : null
      this.ready.open()
      // A part that shipped damaged is found after the start, when the window has its first answers.
      if (this.failure) onEvent({ name: 'engine.stopped' })
    }
  }

  /** Before anybody is served. */
  private openSafe(): void {
    const safeKey = this.options.safeKey()
    if (safeKey) this.child?.postMessage({ safeKey } satisfies SafeKeyMessage)
  }

  private onExit(code: number): void {
    this.child = null
    for (const answer of this.waiting.values()) answer(refused('engine.unreachable'))
    this.waiting.clear()
    if (this.stopping) return
    this.options.onLog(`engine ended with code ${code}`)
    const now = Date.now()
    this.deaths = [...this.deaths.filter(at => now - at < 60_000), now]
    this.ready = makeGate()
    if (this.deaths.length > mostDeathsAMinute) {
      this.failure = refused('engine.unreachable')
      this.ready.open()
      this.options.onEvent({ name: 'engine.stopped' })
      return
    }
    this.launch()
    this.options.onEvent({ name: 'engine.restarted' })
  }
}
