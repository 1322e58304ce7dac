import type { ErrorCode } from '../../../src/contract/errors'
import type { AppEvent } from '../../../src/contract/events'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { ArrivedPerson, Unreadable } from '../../../src/domain/exchange/fhir/arrived'
import { type ProvinceQuery, searchesFor } from '../../../src/domain/exchange/fhir/ask-province'
import type { ProvinceCodes } from '../../../src/domain/exchange/fhir/codes'
import { ProvinceTrouble, type Puller } from './pull'

/** How often is pulled while all is well, and at the slowest after trouble, in ms. */
const everyMs = 30_000
const slowestMs = 600_000
/** So many answers and complaints are remembered. */
const mostKept = 50

type Ask = {
  askId: string
  state: 'running' | 'done' | 'failed'
  people: readonly ArrivedPerson[]
  personIds: readonly string[]
  trouble: ErrorCode | null
}

export type ProvinceDeskOptions = {
  /** The way to the server; null while this point has not joined. Asked before every round. */
  readonly puller: () => Puller | null
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
  const asks = new Map<string, Ask>()
  const unreadable = new Map<string, Unreadable>()
  const standing = {
    isRunning: false,
    lastAt: null as Instant | null,
    trouble: null as ErrorCode | null,
    taken: 0,
  }
  let timer: NodeJS.Timeout | null = null
  let failures = 0
  let line: Promise<unknown> = Promise.resolve()

  /** One after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = line.then(work, work)
    line = done.catch(() => undefined)
    return done
  }

  function start(work: (puller: Puller, ask: Ask) => Promise<void>): Ask {
    const ask: Ask = { askId: options.newId(), state: 'running', people: [], personIds: [], trouble: null }
    asks.set(ask.askId, ask)
    const [oldest] = asks.keys()
    if (asks.size > mostKept && oldest !== undefined) asks.delete(oldest)
    void inTurn(async () => {
      try {
        await work(pullerOrTrouble(options), ask)
        ask.state = 'done'
      } catch (error) {
        ask.state = 'failed'
        ask.trouble = troubleOf(error, options.log)
      }
      options.emit({ name: 'province.answered', askId: ask.askId })
    })
    return ask
  }

  async function round(): Promise<void> {
    const puller = options.puller()
    if (!puller) return
    standing.isRunning = true
    try {
      const report = await puller.pull()
      standing.taken += report.taken
      standing.lastAt = options.clock()
      standing.trouble = null
      for (const one of report.unreadable) unreadable.set(one.resource, one)
      failures = 0
    } catch (error) {
      failures += 1
      standing.trouble = troubleOf(error, options.log)
    } finally {
      standing.isRunning = false
    }
  }

  function plan(afterMs: number): void {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => {
      void inTurn(round).finally(() => plan(waitMs(failures, options.random)))
    }, afterMs)
  }

  return {
    search: (query: ProvinceQuery): Ask =>
      start(async (puller, ask) => {
        const found = await puller.search(searchesFor(query, options.codes()))
        ask.people = found.filter(
          fact => fact.noun === 'person' && !fact.removed && fact.replacedBy === null,
        ) as readonly ArrivedPerson[]
      }),
    bring: (resource: string): Ask =>
      start(async (puller, ask) => {
        const report = await puller.bring(resource)
        ask.personIds = report.personIds
        for (const one of report.unreadable) unreadable.set(one.resource, one)
      }),
    find: (askId: string): Ask | null => asks.get(askId) ?? null,
    standing() {
      const { isRunning, ...rest } = standing
      const state = options.puller() === null ? ('not-joined' as const) : isRunning ? 'running' : 'waiting'
      return { ...rest, state, unreadable: [...unreadable.values()].slice(-mostKept) } as const
    },
    nudge: () => plan(0),
    begin: () => plan(everyMs / 10),
    async stop(): Promise<void> {
      if (timer) clearTimeout(timer)
      timer = null
      await line
      if (timer) clearTimeout(timer)
    },
  }
}

function pullerOrTrouble({ puller }: ProvinceDeskOptions): Puller {
  const made = puller()
  if (!made) throw new ProvinceTrouble('province.not-joined')
  return made
}

/** Twice as long after every failure, up to ten minutes, and never two stations at the same moment. */
function waitMs(failures: number, random: () => number): number {
  const wait = Math.min(everyMs * 2 ** failures, slowestMs)
  return wait * (0.75 + random() / 2)
}

function troubleOf(error: unknown, log: (line: string) => void): ErrorCode {
  if (error instanceof ProvinceTrouble) return error.code
  const trace = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : ''
  log(`bug in asking the province: ${error instanceof Error ? error.name : typeof error}\n${trace}`)
  return 'engine.internal'
}
