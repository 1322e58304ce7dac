import { instantOf, vietnamDayOf } from '../src/domain/calendar/calendar-day'
import type { Known } from '../src/domain/exchange/fhir/transaction'
import type { WireContext } from '../src/domain/exchange/fhir/wire'
import type { LinkActivity } from '../src/domain/upload/link-activity'
import type { LinkSecrets, LinkServer } from '../src/domain/upload/link-server'
import type { UploadResults } from '../src/domain/upload/upload-results'
import type { ReadStore } from './db'
import { createDerivedQueue } from './db/derived-queue'
import type { Database } from './db/driver'
import { createLinkQueue, type QueueRule } from './db/link-queue'
import { createLinkReader } from './db/link-store'
import type { DerivedSource } from './exchange/province/derived-source'
import { createFhirClient } from './exchange/province/fhir-client'
import { createHttpClient, type HttpOptions, NoAnswer, type Route } from './exchange/province/http-client'
import { type JoinOrder, JoinProblem, joinServer } from './exchange/province/join-server'
import { ReadAhead } from './exchange/province/read-ahead'
import { ResultBox } from './exchange/province/result-box'
import { createServerClock } from './exchange/province/server-clock'
import { type Credentials, createTokenSource } from './exchange/province/token-source'
import { Uploader } from './exchange/province/uploader'
import type { Resources } from './resources/load'
import { derivedFor } from './services/link/derived-for'
import type { JoinEnd } from './services/link/link-port'
import { wireContext, wireOfRecord } from './services/link/wire-context'

type SharedParts = {
  /** A connection that reads is enough. */
  readonly db: Database
  readonly store: ReadStore
  readonly stationId: string
  readonly resources: Pick<
    Resources,
    'vaccines' | 'units' | 'provinceCodes' | 'pregnancy' | 'birth' | 'childHandbook' | 'reportForms'
  >
  readonly offsetMs: number
  readonly now: () => number
  readonly newId: () => string
  readonly random: () => number
  readonly http?: HttpOptions
  readonly keep: (results: UploadResults) => Promise<void>
  readonly onActivity: (activity: LinkActivity) => void
  readonly log: (line: string) => void
}
export type UploadParts = SharedParts & {
  readonly resources: Resources
  readonly server: LinkServer
  readonly secrets: LinkSecrets
}

type AboutUpload = { readonly known: Known; readonly context: () => WireContext; readonly now: () => number }

/** What the reception of sticks does otherwise than a point: many stations, and what it knows of them beside their journals. */
export type ReceptionParts = SharedParts & {
  readonly baseUrl: string
  readonly route: Route
  /** Null: a server that lets everybody in. */
  readonly credentials: Credentials | null
  readonly rule: QueueRule | null
  readonly knowing: (context: WireContext) => WireContext
  /** What follows from facts: a point says it of its own people, the reception of nobody's. */
  readonly derived: ((about: AboutUpload) => DerivedSource) | null
}

/** Joins queue, mapping and network to one uploader. The same in the application's thread, in tests and in benches. */
export function makeUploader({ server, secrets, ...parts }: UploadParts): Uploader {
  const { clientId, tokenUrl, scope, baseUrl, caPem } = server
  const credentials = { clientId, tokenUrl, scope, privateKey: secrets.privateKey }
  const route = { caPem, proxy: secrets.proxy }
  return uploaderTo({
    ...{ ...parts, baseUrl, route, credentials },
    rule: null,
    knowing: context => context,
    derived: about => derivedSource(parts, about),
  })
}

/** The same for one station of many. */
export function uploaderTo(parts: ReceptionParts): Uploader {
  const { db, store, stationId, resources, now, newId, keep, credentials } = parts
  const clock = createServerClock(now, parts.offsetMs)
  const http = createHttpClient(parts.route, parts.http)
  const tokens = credentials && createTokenSource(credentials, { http, clock, newId })
  const reader = createLinkReader(db)
  const codes = resources.provinceCodes
  const box = new ResultBox({ readKnown: reader.findKnown, keep, nowMs: now, offsetMs: clock.offsetMs })
  const queue = createLinkQueue(db, stationId, parts.rule)
  const ahead = new ReadAhead({
    ...queue,
    newContext: () => parts.knowing(wireContext({ store, resources, codes })),
    wireOf: wireOfRecord,
  })
  return new Uploader({
    queue: { next: limit => ahead.next(limit) },
    wireOf: ahead.wireOf,
    takenInSince: ahead.takenInSince,
    meanwhile: ahead.work,
    derived: parts.derived?.({ known: box.known, context: () => ahead.context, now: clock.nowMs }) ?? null,
    speaker: {
      userName: id => ahead.context.find('user', id)?.value.name ?? null,
      get point() {
        // The reception has many points; each speaks for itself.
        const { pointId } = ahead.context
        const point = pointId === null ? null : store.records.find('point', pointId)
        return point && { id: point.id, name: point.name }
      },
    },
    hasEntry: reader.hasEntry,
    close: http.close,
    client: createFhirClient(parts.baseUrl, { http, tokens, clock }),
    ...{ box, codes, clock, now, random: parts.random, onActivity: parts.onActivity, log: parts.log },
  })
}

/** So many entries are looked at for what follows from them. */
const derivedEntries = 200

/** What follows from facts, made when it is their turn to be sent. */
function derivedSource(
  { db, store, stationId, resources }: Omit<UploadParts, 'server' | 'secrets'>,
  about: AboutUpload,
): DerivedSource {
  const queue = createDerivedQueue(db, stationId)
  return {
    hasWork: queue.hasWork,
    next(kinds) {
      const window = queue.next(derivedEntries)
      if (!window) return null
      const on = vietnamDayOf(instantOf(about.now()))
      const people = kinds.size === 0 ? [] : window.people
      return {
        startSeq: window.startSeq,
        endSeq: window.endSeq,
        people: people.map(one => () => {
          const ports = { store, resources, kinds, known: about.known, context: about.context() }
          return derivedFor(one, queue.saidOf(one.personId), on, ports)
        }),
      }
    },
  }
}

/** Joins a server and says how it went in the words of the contract. */
export async function joinNow(
  order: JoinOrder,
  ports: { readonly now: () => number; readonly newId: () => string },
): Promise<JoinEnd> {
  try {
    const { privateKey, offsetMs, ...server } = await joinServer(order, ports)
    return { state: 'joined', server, privateKey, offsetMs }
  } catch (error) {
    if (error instanceof JoinProblem) return { state: 'refused', code: error.code, lacks: error.lacks }
    if (error instanceof NoAnswer) return { state: 'refused', code: error.why, lacks: [] }
    throw error
  }
}
