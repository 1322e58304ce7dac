import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { Correspondent } from '../domain/courier/correspondent'
import type { Noun } from '../domain/journal/entry'
import type { Lack } from '../domain/upload/capability'
import type { LinkActivity } from '../domain/upload/link-activity'
import type { Park, Receipt, RecordStanding } from '../domain/upload/upload-results'
import { defineCall, typed } from './call'
import type { linkErrorCodes } from './link-error-codes'
import { calendarDay } from './values'

type LinkErrorCode = (typeof linkErrorCodes)[number]

/** How far joining has come; null: nobody is joining. */
export type JoiningView =
  | { readonly state: 'running' }
  | { readonly state: 'refused'; readonly code: LinkErrorCode; readonly lacks: readonly Lack[] }

/** Where this PC stands with the province. */
export type LinkStatus = {
  readonly server: {
    readonly baseUrl: string
    readonly name: string
    readonly software: string | null
    readonly joinedAt: Instant
    readonly joinedBy: string
    readonly hasProxy: boolean
    readonly hasOwnAuthority: boolean
  } | null
  readonly activity: LinkActivity
  readonly joining: JoiningView | null
  /** Records of this PC that wait for the province; counted no further than `countedTo`. */
  readonly waiting: number
  readonly countedTo: number
  /** When the oldest of them was saved. */
  readonly oldestAt: Instant | null
  readonly refused: number
  readonly conflicts: number
  /** When the province last took something, by its own clock. */
  readonly acceptedAt: Instant | null
  /** The province's newest receipt from a stick: what its server has; null: none came back yet. */
  readonly byCourier: { readonly number: number; readonly at: Instant } | null
}

export const getLinkStatus = defineCall({
  name: 'link.get-status',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<LinkStatus>(),
  errors: [],
})

/**
 * Joins the province's server with the one-time code of its letter. Answers at once; how it went stands in the status.
 * `authorityPem`: certificates of a private authority; `proxy`: the address of a proxy, with user and password if it wants them.
 */
export const joinProvince = defineCall({
  name: 'link.join',
  kind: 'write',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({
    address: z.string().trim().min(1).max(500),
    code: z.string().trim().min(1).max(2_000),
    authorityPem: z.string().max(200_000).nullable(),
    proxy: z.string().trim().max(500).nullable(),
  }),
  response: z.strictObject({}),
  errors: ['link.safe-closed', 'link.practice', 'link.bad-address'],
})

/** Ends the link of this PC. What was sent stays at the province, everything stays here. */
export const leaveProvince = defineCall({
  name: 'link.leave',
  kind: 'write',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({}),
  response: z.strictObject({}),
  errors: ['link.not-joined'],
})

/** Tries to get through now, without waiting for the next time. */
export const tryLinkNow = defineCall({
  name: 'link.try-now',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: z.strictObject({}),
  errors: ['link.not-joined'],
})

/** Puts refused records, or those changed elsewhere, into the queue again: one, or all (`null`). */
export const retryUpload = defineCall({
  name: 'link.retry',
  kind: 'write',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ recordId: z.uuid().nullable() }),
  response: z.strictObject({ records: z.number() }),
  errors: ['link.not-joined'],
})

/** `saved`: in the journal of this PC, no server joined yet. */
export type LedgerState = RecordStanding | 'saved'

/** One record in the ledger of trust. */
export type LedgerRow = {
  readonly noun: Noun
  readonly recordId: string
  readonly personId: string | null
  readonly personName: string | null
  readonly birthDate: CalendarDay | null
  /** Of a dose: the product, the day it was given, and whether it was taken back. */
  readonly dose: {
    readonly vaccineName: string
    readonly givenOn: CalendarDay
    readonly voided: boolean
  } | null
  readonly state: LedgerState
  /** When the entry was saved here. */
  readonly savedAt: Instant
  /** When the province took the first state of it, and the newest, by its own clock. */
  readonly firstAcceptedAt: Instant | null
  readonly settledAt: Instant | null
  readonly receipts: readonly Receipt[]
  /** The province's receipt that came back on a stick and closed the line: its number and day; null: over the line. */
  readonly byCourier: { readonly number: number; readonly at: Instant } | null
  /** Of what is not accepted: who has confirmed with a stick that they hold it as well. */
  readonly copies: readonly Pick<Correspondent, 'kind' | 'name'>[]
  readonly problem: Park | null
  /** Fields of the national data set that are not filled in yet. */
  readonly missing: readonly string[]
}

export const ledgerFilters = ['all', 'waiting', 'accepted', 'attention'] as const
export type LedgerFilter = (typeof ledgerFilters)[number]

export type LedgerPage = {
  readonly rows: readonly LedgerRow[]
  /** Asks for the next page; null: this was the last. */
  readonly next: string | null
}

/**
 * The ledger of trust, newest first: each dose saved at this PC between two days, and where it stands with the province.
 * `attention` lists every record, not only doses, that was refused or changed elsewhere, whenever it was saved.
 */
export const listLinkLedger = defineCall({
  name: 'link.list-ledger',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({
    filter: z.enum(ledgerFilters),
    from: calendarDay,
    to: calendarDay,
    after: z.string().max(100).nullable(),
  }),
  response: typed<LedgerPage>(),
  errors: [],
})
