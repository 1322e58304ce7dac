import type { Instant } from '../calendar/calendar-day'
import type { WireNoun } from '../exchange/fhir/wire'

/** Where a record stands on its way to the province. `local`: it never travels. Without a state it waits. */
export type RecordStanding = 'waiting' | 'accepted' | 'refused' | 'conflict' | 'local'

/** A record with entries of this station that wait, as the queue found it. */
export type WaitingRecord = {
  readonly noun: WireNoun
  readonly recordId: string
  /** The newest entry of this station about it, when it was looked at. */
  readonly seq: number
  /** When the oldest of its waiting entries was saved. */
  readonly savedAt: Instant
  /** Stamp of the state that is sent. */
  readonly stamp: string
  readonly personId: string | null
}

/** What the server answered about one resource: the receipt. */
export type Receipt = {
  readonly key: string
  readonly serverId: string
  readonly versionId: string
  /** When the server stored it, by its own clock; null when it does not say. */
  readonly storedAt: string | null
  /** Stamp of the state the server took, where it is kept; receipts of earlier builds have none. */
  readonly stamp?: string
}

/** Why a record was put aside; each has a sentence that says what to do. */
export const parkReasons = [
  'link.refused-by-server',
  'link.too-large',
  'link.depends-on-refused',
  'link.reference-missing',
  'link.record-unreadable',
  'link.changed-elsewhere',
] as const
export type ParkReason = (typeof parkReasons)[number]

/** Why a record was not taken, with the server's own words and the fields it names. */
export type Park = {
  readonly reason: ParkReason
  readonly words: string | null
  readonly fields: readonly string[]
  /** The record that has to be put right first. */
  readonly blockedBy: { readonly noun: WireNoun; readonly recordId: string } | null
}

/** What one step of the upload found out; written by the engine in one transaction. */
export type UploadResults = {
  readonly accepted: readonly { readonly record: WaitingRecord; readonly receipts: readonly Receipt[] }[]
  readonly parked: readonly {
    readonly record: WaitingRecord
    readonly standing: 'refused' | 'conflict'
    readonly park: Park
  }[]
  readonly local: readonly WaitingRecord[]
  /** Everything the server is now known to hold, whosever record it is; `null`: it does not hold it any more. */
  readonly known: readonly Receipt[]
  readonly forgotten: readonly string[]
  /** All own entries up to here are settled; null: unchanged. */
  readonly settledSeq: number | null
  /** Forecasts and judgements: up to which entry they were sent, and what they said, by resource. Absent: none. */
  readonly derived?: {
    readonly seq: number
    readonly people: readonly { readonly personId: string; readonly said: Readonly<Record<string, string>> }[]
  }
  /** When the answer came, by the server's clock. */
  readonly at: Instant
  /** Server minus this PC, in ms. */
  readonly offsetMs: number
}
