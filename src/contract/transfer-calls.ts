import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import type { TransferDose } from '../domain/exchange/transfer-slip'
import type { Person } from '../domain/person/person'
import { defineCall, typed } from './call'
import { recordHistoricalDoses } from './dose-calls'
import { type DuplicateHit, registerPerson } from './person-calls'
import { address, id } from './values'

/** Somebody of the handbook on a slip, and who of this register that is. */
export type ThreadMemberReading = {
  readonly role: 'mother' | 'child'
  readonly displayName: string
  readonly birthDate: CalendarDay
  readonly doses: number
  /** The record here that is surely the same person; null: nobody, or somebody has to look. */
  readonly personId: string | null
  readonly matches: readonly DuplicateHit[]
}

/** The mother-and-child handbook on a slip. */
export type ThreadReading = {
  /** What the slip's own person is in it. */
  readonly role: 'mother' | 'child'
  readonly members: readonly ThreadMemberReading[]
  readonly records: number
  /** Records that are not here yet. */
  readonly fresh: number
  readonly visits: number
  readonly checks: number
}

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
      /** Null: the slip carries no handbook. */
      readonly thread: ThreadReading | null
      /** People already here who may be the same; `newDoses` are those that the record here lacks. */
      readonly matches: readonly (DuplicateHit & { readonly newDoses: number })[]
    }

const texts = z.array(z.string().max(4_000)).min(1).max(9)

/** Who a member of the handbook is: the record here, or null for somebody new. */
const memberChoice = z.strictObject({ member: z.int().min(0).max(9), personId: id.nullable() })
export type MemberChoice = z.output<typeof memberChoice>

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
    /** Who the others of the handbook are; those left out are found by themselves or refused. */
    members: z.array(memberChoice).max(10).optional(),
  }),
  response: z.strictObject({ personId: id, doses: z.int(), known: z.int(), records: z.int() }),
  errors: [
    ...readTransfer.errors,
    'transfer.part-missing',
    'transfer.member-unclear',
    ...registerPerson.errors,
    'person.not-found',
    ...recordHistoricalDoses.errors.filter(code => code !== 'person.not-found'),
    'residence.after-death',
  ],
})
