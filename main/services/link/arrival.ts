import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type {
  ArrivedBirth,
  ArrivedDecision,
  ArrivedDifficultyAnswer,
  ArrivedFact,
  ArrivedReportAnswer,
} from '../../../src/domain/exchange/fhir/arrived'
import { versionSeen } from '../../../src/domain/exchange/fhir/marks'
import type { ServiceContext } from '../service'

/** What became of one fact. `unknown`: about nobody of this register; `held`: it has to wait for something else. */
export type TakenIn =
  | { readonly kind: 'unchanged' }
  /** `personId` null: about no person. */
  | { readonly kind: 'taken'; readonly personId: string | null }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'held'; readonly needs: string | null; readonly personId: string }

export type Arrival = {
  /** Resources asked for by name: taken in although nobody here knows them yet. */
  readonly wanted: ReadonlySet<string>
  /** Server minus this PC, in ms. */
  readonly offsetMs: number
}

/** Remembers this version as the ground on which later changes are compared. */
export function keepCopyOf({ store }: ServiceContext, fact: ArrivedFact, facts: unknown): void {
  const { resource, noun, recordId, versionId, lastUpdated } = fact
  const entryId = fact.entryId ?? versionSeen(resource, versionId)
  store.arrivals.keepCopy({ resource, noun, recordId, versionId, lastUpdated, entryId, facts })
}

/** The record here of a resource of the server; null: never seen. */
export function recordOf({ store }: ServiceContext, resource: string): string | null {
  return store.arrivals.findCopy(resource)?.recordId ?? null
}

/** True when this journal holds the entry the resource ends with: what it says was known here before. */
export function isKnownState({ store }: ServiceContext, { entryId }: ArrivedFact): boolean {
  return entryId !== null && store.arrivals.hasEntry(entryId)
}

/** Why a record changes, for its history: in the language of the point's papers, as every stored reason. */
export function reasonOf(
  { placeName, byName }: Pick<ArrivedFact, 'placeName' | 'byName'>,
  what: string,
): string {
  const who = [byName, placeName].filter(text => text !== null).join(', ')
  return who === '' ? `${what}, theo máy chủ tỉnh` : `${what}, theo máy chủ tỉnh (${who})`
}

/** A moment of this PC's clock by the server's. */
export function serverTimeOf(at: Instant, offsetMs: number): Instant {
  return new Date(Date.parse(at) + offsetMs).toISOString() as Instant
}

/** Writes where a record came from: once, and again when a later version is taken in. */
export function writeSource(
  context: ServiceContext,
  fact: Exclude<ArrivedFact, ArrivedBirth | ArrivedDecision | ArrivedDifficultyAnswer | ArrivedReportAnswer>,
  personId: string,
  isFirstHand: boolean,
): void {
  const { resource, versionId, lastUpdated, placeName, byName, recordedBy } = fact
  const known = context.store.records
    .list('source', { about_id: fact.recordId }, 'created_stamp')
    .find(source => source.resource === resource)
  const now = { versionId, lastUpdated, placeName, byName }
  if (known) {
    context.write([{ noun: 'source', recordId: known.id, verb: 'updated', body: now }])
    return
  }
  const about = { about: fact.noun, aboutId: fact.recordId, personId, resource, isFirstHand, recordedBy }
  context.write([{ noun: 'source', recordId: context.newId(), verb: 'recorded', body: { ...about, ...now } }])
}
