import { z } from 'zod'
import type { LotOnHand } from '../domain/stock/lot'
import { defineCall, typed } from './call'
import { calendarDay, filledLine, id, line, reason } from './values'

export const listLots = defineCall({
  name: 'stock.list-lots',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ vaccineCode: z.string().max(60).nullable() }),
  response: typed<readonly LotOnHand[]>(),
  errors: [],
})

/**
 * Takes a lot of a vaccine or a supply into stock, or adds to one that is there. A delivery that something speaks against
 * is taken into the book and set aside.
 */
export const receiveLot = defineCall({
  name: 'stock.receive-lot',
  kind: 'write',
  servedBy: 'engine',
  audience: ['store-keeper', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({
    vaccineCode: z.string().max(60),
    number: filledLine(40),
    expiresOn: calendarDay,
    manufacturer: line(100).nullable(),
    programme: z.enum(['epi', 'fee']),
    diluentLot: line(40).nullable(),
    diluentExpiresOn: calendarDay.nullable(),
    doses: z.int(),
    /** Doses in one vial, as the box says. */
    dosesPerVial: z.int().min(1).max(200).nullable().optional(),
    note: line(500).nullable(),
    /** Where it comes from, its paper, and what was seen on arrival. */
    supplier: line(200).nullable().optional(),
    documentNumber: line(60).nullable().optional(),
    vvmStage: z.int().min(1).max(9).nullable().optional(),
    temperatureC: z.number().min(-90).max(60).nullable().optional(),
    indicator: z.enum(['fine', 'alarm', 'none']).nullable().optional(),
    /** The product number on the box, by a scan; the point learns whose it is. */
    gtin: z.string().max(20).nullable().optional(),
    /** True: it was asked, two products share the number. */
    isSameNumberMeant: z.boolean().optional(),
  }),
  response: z.strictObject({
    lotId: id,
    /** What spoke against the delivery: then its doses were set aside. */
    concerns: z.array(z.enum(['vvm', 'too-cold', 'too-warm', 'indicator'])),
  }),
  errors: [
    'dose.unknown-vaccine',
    'lot.expired',
    'lot.bad-quantity',
    'lot.number-taken',
    'lot.bad-gtin',
    'lot.gtin-of-other',
  ],
})

/** Doses that leave or come back other than by being given. */
export const moveStock = defineCall({
  name: 'stock.move',
  kind: 'write',
  servedBy: 'engine',
  audience: ['store-keeper', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({
    lotId: id,
    kind: z.enum(['issued', 'wasted', 'returned', 'counted']),
    /** Positive: how many. For `counted` the number found on the shelf. */
    doses: z.int(),
    note: line(500).nullable(),
  }),
  response: z.strictObject({ balance: z.int() }),
  errors: ['lot.not-found', 'lot.bad-quantity', 'lot.empty'],
})

export const setLotStatus = defineCall({
  name: 'stock.set-lot-status',
  kind: 'write',
  servedBy: 'engine',
  audience: ['store-keeper', 'screener', 'head', 'admin'],
  request: z.strictObject({ lotId: id, status: z.enum(['active', 'suspended', 'quarantined']), reason }),
  response: z.strictObject({}),
  errors: ['lot.not-found', 'reason.missing'],
})
