import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import type { TransferDose } from '../domain/exchange/transfer-slip'
import type { Person } from '../domain/person/person'
import { defineCall, typed } from './call'
import { recordHistoricalDoses } from './dose-calls'
import { type DuplicateHit, registerPerson } from './person-calls'
import { address, id } from './values'

/** What scans of one slip say. */
export type TransferReading =
  /** One of several codes: the others are still wanted. */
  | { readonly status: 'part'; readonly have: readonly number[]; readonly parts: number }
  | {
      readonly status: 'whole'
      readonly from: string
      readonly issuedOn: CalendarDay
      readonly person: Person
      readonly displayName: string
      readonly addressLine: string | null
      readonly doses: readonly (TransferDose & { readonly vaccineName: string })[]
      /** People already here who may be the same; `newDoses` are those that the record here lacks. */
      readonly matches: readonly (DuplicateHit & { readonly newDoses: number })[]
    }

const texts = z.array(z.string().max(4_000)).min(1).max(9)

/** Reads the codes of a transfer slip; nothing is written. */
export const readTransfer = defineCall({
  name: 'transfer.read',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ texts }),
  response: typed<TransferReading>(),
  errors: ['transfer.not-a-slip', 'transfer.damaged', 'transfer.newer-version', 'transfer.mixed-parts'],
})

/**
 * Takes a slip in: registers the person, or uses the record that is here, adds the doses it lacks as historical ones,
 * and notes that the person moved in from the other point. All of it or nothing.
 */
export const acceptTransfer = defineCall({
  name: 'transfer.accept',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({
    texts,
    /** The record that is here already; null: somebody new. */
    personId: id.nullable(),
    /** Where they live now; null: as the slip, or the record here, says. */
    current: address.nullable(),
    notDuplicateOf: z.array(id).max(20),
  }),
  response: z.strictObject({ personId: id, doses: z.int(), known: z.int() }),
  errors: [
    ...readTransfer.errors,
    'transfer.part-missing',
    ...registerPerson.errors,
    'person.not-found',
    ...recordHistoricalDoses.errors.filter(code => code !== 'person.not-found'),
    'residence.after-death',
  ],
})
