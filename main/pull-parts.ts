import type { AppEvent } from '../src/contract/events'
import type { LinkSecrets, LinkServer } from '../src/domain/upload/link-server'
import { createFhirClient } from './exchange/province/fhir-client'
import { createHttpClient, type HttpOptions, NoAnswer } from './exchange/province/http-client'
import { createProvinceDesk } from './exchange/province/province-desk'
import { createPuller, type Puller } from './exchange/province/pull'
import { createUpwardPuller } from './exchange/province/pull-upward'
import { type GetJson, ProvinceTrouble } from './exchange/province/read-pages'
import { createServerClock } from './exchange/province/server-clock'
import { createTokenSource } from './exchange/province/token-source'
import { idOfText } from './ids'
import type { Dispatch } from './services/dispatcher'
import type { WriteGate } from './services/jobs/write-gate'
import {
  beginWithServer,
  nameAuthorsThrough,
  pullMemory,
  readContext,
  takeInThrough,
} from './services/link/pull-ports'
import type { Ports } from './services/service'
import { upwardMemory } from './services/supervision/upward-ports'

export type PullParts = Pick<Ports, 'store' | 'resources' | 'safe' | 'mode' | 'clock' | 'newId'> & {
  readonly gate: WriteGate
  /** The engine's own door: known once all ports are. */
  readonly dispatch: Dispatch
  readonly random: () => number
  readonly http?: HttpOptions
  readonly emit: (event: AppEvent) => void
  readonly log: (line: string) => void
}

/** Joins network, reading and register to what asks the province. The same in the application and in tests. */
export function openProvinceDesk(parts: PullParts) {
  const { resources, clock, newId, random, emit, log } = parts
  const ways = createWays(parts)
  return createProvinceDesk({
    puller: ways.current,
    isStuck: () => parts.store.arrivals.hasStuck(),
    isJoined: () => parts.mode !== 'practice' && parts.store.link.findServer() !== null,
    codes: () => resources.provinceCodes,
    ...{ newId, clock, random, emit, log },
  })
}

/** Keeps one way to the server that is joined; another one is opened when another server is. */
function createWays(parts: PullParts) {
  const { store, safe, mode, gate } = parts
  let open: { readonly locked: string; readonly puller: Puller; readonly close: () => void } | null = null
  return {
    current(): Puller | null {
      const kept = mode === 'practice' ? null : store.link.findServer()
      if (!kept || safe.keptBy() === null || gate.isHeld()) return kept && open ? open.puller : null
      if (open?.locked === kept.locked) return open.puller
      open?.close()
      open = null
      const text = safe.unlock(kept.locked)
      if (text === null) return null
      beginWithServer(parts, kept.server.baseUrl)
      open = {
        locked: kept.locked,
        ...openWay(parts, kept.server, JSON.parse(text) as LinkSecrets, kept.offsetMs),
      }
      return open.puller
    },
  }
}

function openWay(parts: PullParts, server: LinkServer, secrets: LinkSecrets, offsetMs: number) {
  const { gate, dispatch, newId, resources } = parts
  const serverClock = createServerClock(() => Date.parse(parts.clock()), offsetMs)
  const http = createHttpClient({ caPem: server.caPem, proxy: secrets.proxy }, parts.http)
  const { clientId, tokenUrl, scope, baseUrl } = server
  const tokens = createTokenSource(
    { clientId, tokenUrl, scope, privateKey: secrets.privateKey },
    { http, clock: serverClock, newId },
  )
  const client = createFhirClient(baseUrl, { http, tokens, clock: serverClock })
  const get = jsonFrom(client, baseUrl)
  const puller = createPuller({
    get,
    context: readContext(resources, idOfText),
    takeIn: takeInThrough(dispatch, gate, { newId, offsetMs: serverClock.offsetMs }),
    nameAuthors: nameAuthorsThrough(dispatch, gate, newId),
    memory: pullMemory(parts, gate),
  })
  return { puller: withSupervision(parts, puller, get, baseUrl), close: http.close }
}

/** Whoever supervises reads in the same rounds what the points below sent up. */
function withSupervision(parts: PullParts, puller: Puller, get: GetJson, baseUrl: string): Puller {
  const { isOn, beginWith, ...memory } = upwardMemory(parts, parts.gate)
  const upward = createUpwardPuller({ get, codes: parts.resources.provinceCodes, ...memory })
  return {
    ...puller,
    async pull() {
      const report = await puller.pull()
      if (isOn()) {
        await beginWith(baseUrl)
        await upward.pull()
      }
      return report
    },
  }
}

/** A token of ours goes to the joined server only, wherever a page says the next one is. */
function jsonFrom(client: ReturnType<typeof createFhirClient>, baseUrl: string): GetJson {
  return async path => {
    const inside = path.startsWith(`${baseUrl}/`) ? path.slice(baseUrl.length + 1) : path
    // Some servers give the next page at the base address itself.
    const below = inside.startsWith(`${baseUrl}?`) ? inside.slice(baseUrl.length) : inside
    if (/^https?:/iu.test(below)) throw new ProvinceTrouble('province.bad-answer')
    try {
      const { judgement, answer } = await client.get(below)
      if (judgement.kind !== 'taken') throw new ProvinceTrouble('province.bad-answer', answer.status)
      return JSON.parse(answer.body) as unknown
    } catch (error) {
      throw troubleOf(error)
    }
  }
}

function troubleOf(error: unknown): unknown {
  if (error instanceof SyntaxError) return new ProvinceTrouble('province.bad-answer', null, error)
  if (!(error instanceof NoAnswer)) return error
  const isStrange = error.why === 'link.captive-portal' || error.why === 'link.half-answer'
  return new ProvinceTrouble(isStrange ? 'province.bad-answer' : 'province.unreachable', null, error)
}
