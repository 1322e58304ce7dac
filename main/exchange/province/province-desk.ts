import type { ErrorCode } from '../../../src/contract/errors'
import type { AppEvent } from '../../../src/contract/events'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { ArrivedPerson, Unreadable } from '../../../src/domain/exchange/fhir/arrived'
import { type ProvinceQuery, searchesFor } from '../../../src/domain/exchange/fhir/ask-province'
import type { ProvinceCodes } from '../../../src/domain/exchange/fhir/codes'
import { doubledMs } from '../../../src/domain/upload/back-off'
import type { HistoryVersion, Puller } from './pull'
import { ProvinceTrouble } from './read-pages'

/** Pulled every half minute while all is well, at the slowest every few minutes after trouble. */
const waits = { firstMs: 40_000, longestMs: 600_000 }
/** Two rounds are so far apart at least, whoever asks for one. */
const leastMs = 3_000
/** So many answers and complaints are remembered. */
const mostKept = 50

type Ask = {
  askId: string
  state: 'running' | 'done' | 'failed'
  people: readonly ArrivedPerson[]
  personIds: readonly string[]
  versions: readonly HistoryVersion[]
  trouble: ErrorCode | null
}

export type ProvinceDeskOptions = {
  /** The way to the server; null while this point has not joined. Asked before every round. */
  readonly puller: () => Puller | null
  readonly isJoined: () => boolean
  /** Whether something could not be sent because the server has a version that was not read yet. */
  readonly isStuck: () => boolean
  readonly codes: () => ProvinceCodes
  readonly newId: () => string
  readonly clock: () => Instant
  /** Between 0 and 1: stations that lost the line together do not come back together. */
  readonly random: () => number
  readonly emit: (event: AppEvent) => void
  /** Hears of bugs: never with personal data. */
  readonly log: (line: string) => void
}

/**
 * Pulls by itself, round after round, and answers questions of the window in between. One thing at a time: a slow line
 * carries a nurse's question before the next round.
 */
export function createProvinceDesk(options: ProvinceDeskOptions) {
  const inTurn = createTurns()
  const pulls = createPulls(options)
  const asks = createAsks(options, inTurn)
  let timer: NodeJS.Timeout | null = null
  let isStopped = false

  function plan(afterMs: number): void {
    if (timer) clearTimeout(timer)
    if (isStopped) return
    timer = setTimeout(() => void inTurn.take(pulls.round).finally(() => plan(pulls.waitMs())), afterMs)
  }

  const nudge = () => plan(pulls.restMs())

  return {
    ...questions(options, asks, pulls),
    standing: pulls.standing,
    nudge,
    /** What the server refused because it had another version goes again once that version is known here. */
    nudgeIfStuck(): void {
      if (options.isStuck()) nudge()
    },
    /** One round, now; resolves when it is over. */
    pullOnce: (): Promise<void> => inTurn.take(pulls.round),
    begin: () => plan(leastMs),
    async stop(): Promise<void> {
      isStopped = true
      if (timer) clearTimeout(timer)
      await inTurn.done()
    },
  }
}

/** What the window may ask, each answered when the line allows. */
function questions(
  options: ProvinceDeskOptions,
  asks: ReturnType<typeof createAsks>,
  pulls: ReturnType<typeof createPulls>,
) {
  return {
    search: (query: ProvinceQuery) =>
      asks.start(async (puller, ask) => {
        const found = await puller.search(searchesFor(query, options.codes()))
        ask.people = found.filter(
          (fact): fact is ArrivedPerson =>
            fact.noun === 'person' && !fact.removed && fact.replacedBy === null,
        )
      }),
    bring: (resource: string) =>
      asks.start(async (puller, ask) => {
        const report = await puller.bring(resource)
        ask.personIds = report.personIds
        pulls.noteUnreadable(report.unreadable)
      }),
    history: (resource: string) =>
      asks.start(async (puller, ask) => {
        ask.versions = await puller.history(resource)
      }),
    find: asks.find,
  }
}

/** One after the other. */
function createTurns() {
  let line: Promise<unknown> = Promise.resolve()
  return {
    take<T>(work: () => Promise<T>): Promise<T> {
      const done = line.then(work, work)
      line = done.catch(() => undefined)
      return done
    },
    done: async (): Promise<void> => void (await line),
  }
}

function createAsks(options: ProvinceDeskOptions, inTurn: ReturnType<typeof createTurns>) {
  const asks = new Map<string, Ask>()
  return {
    find: (askId: string): Ask | null => asks.get(askId) ?? null,
    start(work: (puller: Puller, ask: Ask) => Promise<void>): Ask {
      const ask: Ask = {
        askId: options.newId(),
        state: 'running',
        people: [],
        personIds: [],
        versions: [],
        trouble: null,
      }
      asks.set(ask.askId, ask)
      const [oldest] = asks.keys()
      if (asks.size > mostKept && oldest !== undefined) asks.delete(oldest)
      void inTurn.take(async () => {
        try {
          const puller = options.puller()
          if (!puller) throw new ProvinceTrouble('province.not-joined')
          await work(puller, ask)
          ask.state = 'done'
        } catch (error) {
          ask.state = 'failed'
          ask.trouble = troubleOf(error, options.log)
        }
        options.emit({ name: 'province.answered', askId: ask.askId })
      })
      return ask
    },
  }
}

function createPulls(options: ProvinceDeskOptions) {
  const unreadable = new Map<string, Unreadable>()
  const now = {
    isRunning: false,
    lastAt: null as Instant | null,
    trouble: null as ErrorCode | null,
    taken: 0,
  }
  let failures = 0
  let begunMs = 0
  const noteUnreadable = (more: readonly Unreadable[]) => {
    for (const one of more) unreadable.set(one.resource, one)
  }
  return {
    noteUnreadable,
    /** How long until another round may begin. A clock that was set back does not put it off until it has caught up. */
    restMs: () => Math.min(leastMs, Math.max(0, begunMs + leastMs - Date.parse(options.clock()))),
    async round(): Promise<void> {
      const puller = options.puller()
      if (!puller) return
      now.isRunning = true
      begunMs = Date.parse(options.clock())
      try {
        const report = await puller.pull()
        Object.assign(now, { taken: now.taken + report.taken, lastAt: options.clock(), trouble: null })
        noteUnreadable(report.unreadable)
        failures = 0
      } catch (error) {
        failures += 1
        now.trouble = troubleOf(error, options.log)
      } finally {
        now.isRunning = false
      }
    },
    waitMs: () => doubledMs(failures, options.random(), waits),
    standing() {
      const { isRunning, ...rest } = now
      const state = !options.isJoined() ? 'not-joined' : isRunning ? 'running' : 'waiting'
      return { ...rest, state, unreadable: [...unreadable.values()].slice(-mostKept) } as const
    },
  }
}

function troubleOf(error: unknown, log: (line: string) => void): ErrorCode {
  if (error instanceof ProvinceTrouble) return error.code
  const trace = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : ''
  log(`bug in asking the province: ${error instanceof Error ? error.name : typeof error}\n${trace}`)
  return 'engine.internal'
}
