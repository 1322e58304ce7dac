import { z } from 'zod'
import type { VialOnHand, VialRefusal } from '../domain/stock/vial'
import { defineCall, typed } from './call'
import { id, line } from './values'

/** An open vial, and what stands against drawing from it now. */
export type OpenVial = VialOnHand & { readonly refusals: readonly VialRefusal[] }

/** Open vials, the first to be thrown away on top. One of a lot that may not be used any more is listed too. */
export const listOpenVials = defineCall({
  name: 'stock.list-open-vials',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<readonly OpenVial[]>(),
  errors: [],
})

/**
 * Opens a multi-dose vial. Without `place` it comes from the session's box when the lot has doses there, else from the
 * store; without `doses` it has as many as the box or the product says.
 */
export const openVial = defineCall({
  name: 'stock.open-vial',
  kind: 'write',
  servedBy: 'engine',
  audience: ['vaccinator', 'screener', 'store-keeper', 'head', 'admin'],
  request: z.strictObject({
    lotId: id,
    place: z.enum(['store', 'session']).optional(),
    doses: z.int().min(1).max(200).optional(),
    vvmStage: z.int().min(1).max(9).nullable().optional(),
  }),
  response: typed<OpenVial>(),
  errors: [
    'lot.not-found',
    'lot.expired',
    'lot.suspended',
    'lot.quarantined',
    'lot.empty',
    'vial.size-unknown',
    'vial.vvm-discarded',
  ],
})

/**
 * Closes an open vial. What is left of it is wasted with the reason given, a code of `resources/stock`;
 * `opened-in-error` instead puts an untouched vial back on the shelf.
 */
export const closeVial = defineCall({
  name: 'stock.close-vial',
  kind: 'write',
  servedBy: 'engine',
  audience: ['vaccinator', 'screener', 'store-keeper', 'head', 'admin'],
  request: z.strictObject({
    vialId: id,
    because: z.string().max(40),
    note: line(500).nullable(),
  }),
  response: z.strictObject({ wasted: z.int() }),
  errors: ['vial.not-found', 'vial.closed', 'vial.not-untouched', 'stock.unknown-reason', 'reason.missing'],
})
