import { z } from 'zod'
import type { AddressUse, FormerPlace } from '../domain/person/person'
import { defineCall, typed } from './call'
import { correctPerson, type PersonHit } from './person-calls'
import { id, reason } from './values'

/** A commune of today that an old one became, or may have become. */
export type CommuneChoice = {
  readonly communeCode: string
  readonly provinceCode: string
  readonly name: string
  /** What the official table says of this part, where it says more than that it is one. */
  readonly note: string | null
}

/** An old place, and what became of it: one choice is certain, several have to be asked about. */
export type FormerProposal = { readonly former: FormerPlace; readonly choices: readonly CommuneChoice[] }

/** Old communes as people write them, each with its commune of today. */
export const findFormerUnits = defineCall({
  name: 'unit.find-former',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ text: z.string().max(200) }),
  response: typed<readonly FormerProposal[]>(),
  errors: [],
})

/** An address known only in the old units. No choices: the words do not say which commune was meant. */
export type OldAddress = {
  readonly hit: PersonHit
  readonly use: AddressUse
  readonly asWritten: string
  readonly choices: readonly CommuneChoice[]
}

/** Addresses that still wait for a commune of today, those to be asked about first. */
export const listOldAddresses = defineCall({
  name: 'address.list-old',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
  response: typed<{
    readonly total: number
    /** How many have one commune of today and nothing to ask. */
    readonly certain: number
    readonly addresses: readonly OldAddress[]
  }>(),
  errors: [],
})

/**
 * Gives old addresses their commune of today, in one transaction: all that are certain (at most 2,000 persons at once),
 * or one that somebody was asked about. The old words stay in the record.
 */
export const renewAddresses = defineCall({
  name: 'address.renew',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({
    /** Null: every certain one. */
    chosen: z
      .strictObject({
        personId: id,
        use: z.enum(['birth', 'birth-registration', 'origin', 'permanent', 'current']),
        communeCode: z.string().max(10),
      })
      .nullable(),
    reason,
  }),
  response: z.strictObject({ persons: z.int(), addresses: z.int() }),
  errors: ['unit.unknown', ...correctPerson.errors],
})
