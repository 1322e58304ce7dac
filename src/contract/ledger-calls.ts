import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { Account, Indicator, MovementKind, StockLevel, Unopened } from '../domain/stock/ledger'
import type { LotOnHand } from '../domain/stock/lot'
import type { LotShare } from '../domain/stock/propose'
import type { LotUsage } from '../domain/stock/session-usage'
import type { Supply } from '../domain/stock/supplies'
import type { WastageReason } from '../domain/stock/wastage'
import { defineCall, typed } from './call'
import { calendarDay, id, line, reason } from './values'

const keepers = ['store-keeper', 'vaccinator', 'head', 'admin'] as const
const place = z.enum(['store', 'session', 'quarantine'])
const account = z.enum([...place.options, 'province', 'elsewhere', 'wasted', 'used'])
const note = line(500).nullable()

/** Everything on the shelves: vaccines and supplies, what the point wants to have of them, and what the data says. */
export type StockOverview = {
  /** Lots of vaccines and of supplies (`vaccineCode` then is the supply's), first expired first out. */
  readonly lots: readonly LotOnHand[]
  readonly supplies: readonly Supply[]
  readonly levels: readonly StockLevel[]
  readonly reasons: readonly WastageReason[]
}

export const getStock = defineCall({
  name: 'stock.get-overview',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<StockOverview>(),
  errors: [],
})

/** A line of a lot's ledger. Given doses are counted by day; a change of the lot's state moves nothing. */
export type LedgerLine = {
  readonly movementId: string | null
  readonly at: Instant
  readonly on: CalendarDay
  readonly kind: MovementKind | 'given' | 'state'
  readonly from: Account | null
  readonly to: Account | null
  readonly quantity: number
  /** Doses at the point after this line. */
  readonly balance: number
  /** Code of a reason in the data, or of the state the lot came into. */
  readonly reason: string | null
  readonly note: string | null
  readonly byName: string | null
  /** It was taken back by a counter-entry, or is one. */
  readonly isReversed: boolean
  readonly canReverse: boolean
  readonly supplier: string | null
  readonly documentNumber: string | null
  readonly vvmStage: number | null
  readonly temperatureC: number | null
  readonly indicator: Indicator | null
}

/** A lot's ledger, newest line first, and what each place has besides open vials. */
export const getLedger = defineCall({
  name: 'stock.get-ledger',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ lotId: id }),
  response: typed<{ readonly lines: readonly LedgerLine[]; readonly unopened: Unopened }>(),
  errors: ['lot.not-found'],
})

/**
 * Moves unopened doses from one account to another: into the session's box and back, set aside, thrown away with a reason
 * of the data, back to the province, lent to another point or back from it, used up (supplies).
 */
export const postMovement = defineCall({
  name: 'stock.post',
  kind: 'write',
  servedBy: 'engine',
  audience: keepers,
  request: z.strictObject({
    lotId: id,
    from: account,
    to: account,
    quantity: z.int(),
    /** Code of a reason for waste; asked for when doses are thrown away, else null. */
    reason: z.string().max(40).nullable(),
    note,
  }),
  response: z.strictObject({ movementId: id, balance: z.int() }),
  errors: [
    'lot.not-found',
    'lot.bad-quantity',
    'stock.no-such-way',
    'stock.not-enough',
    'stock.unknown-reason',
    'reason.missing',
  ],
})

/** Counts the unopened doses at a place; a difference becomes an entry and needs words. */
export const countStock = defineCall({
  name: 'stock.count',
  kind: 'write',
  servedBy: 'engine',
  audience: keepers,
  request: z.strictObject({ lotId: id, place, found: z.int(), note }),
  response: z.strictObject({ difference: z.int(), balance: z.int() }),
  errors: ['lot.not-found', 'lot.bad-quantity', 'reason.missing'],
})

/** Takes a movement back by a counter-entry. What has gone on from there meanwhile is refused. */
export const reverseMovement = defineCall({
  name: 'stock.reverse',
  kind: 'write',
  servedBy: 'engine',
  audience: keepers,
  request: z.strictObject({ movementId: id, reason }),
  response: z.strictObject({ balance: z.int() }),
  errors: [
    'movement.not-found',
    'movement.already-reversed',
    'movement.not-reversible',
    'stock.not-enough',
    'reason.missing',
  ],
})

/** Least and most of a product or supply the point wants to have; null says nothing. */
export const setStockLevel = defineCall({
  name: 'stock.set-level',
  kind: 'write',
  servedBy: 'engine',
  audience: keepers,
  request: z.strictObject({
    code: z.string().max(60),
    minimum: z.int().min(0).max(100_000).nullable(),
    maximum: z.int().min(0).max(100_000).nullable(),
  }),
  response: z.strictObject({}),
  errors: ['dose.unknown-vaccine', 'stock.bad-level'],
})

/** Which lots to take from the store for so many doses, first expired first, in whole vials. */
export const proposeStock = defineCall({
  name: 'stock.propose',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ code: z.string().max(60), doses: z.int().min(1).max(100_000) }),
  response: typed<{ readonly shares: readonly LotShare[]; readonly missing: number }>(),
  errors: [],
})

/** A supply that a session used up by the rule of the data, less what was written off already. */
export type SupplyShare = {
  readonly code: string
  readonly needed: number
  readonly written: number
  readonly shares: readonly LotShare[]
  readonly missing: number
}

/** What became of each lot in a session, and the supplies that its doses and vials used up. */
export const getSessionUsage = defineCall({
  name: 'stock.session-usage',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ on: calendarDay }),
  response: typed<{ readonly lots: readonly LotUsage[]; readonly supplies: readonly SupplyShare[] }>(),
  errors: [],
})

/**
 * Settles today's session with the stock, all in one: open vials closed with a reason, what is left in the box counted and
 * brought back, supplies written off. Sent twice it finds the vials closed and refuses.
 */
export const settleSession = defineCall({
  name: 'stock.settle-session',
  kind: 'write',
  servedBy: 'engine',
  audience: keepers,
  request: z.strictObject({
    vials: z.array(z.strictObject({ vialId: id, because: z.string().max(40), note })).max(200),
    /** Unopened doses found in the box, by lot. */
    boxes: z.array(z.strictObject({ lotId: id, found: z.int(), note })).max(200),
    supplies: z.array(z.strictObject({ lotId: id, quantity: z.int() })).max(100),
  }),
  response: z.strictObject({ wasted: z.int(), broughtBack: z.int() }),
  errors: [
    'lot.not-found',
    'lot.bad-quantity',
    'vial.not-found',
    'vial.closed',
    'vial.not-untouched',
    'stock.no-such-way',
    'stock.not-enough',
    'stock.unknown-reason',
    'reason.missing',
  ],
})
