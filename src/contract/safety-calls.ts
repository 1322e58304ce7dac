import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { NotGiven } from '../domain/immunization/not-given'
import type { Sex } from '../domain/person/person'
import type { DueDose } from '../domain/schedule/chart-types'
import type { VaccineHold } from '../domain/screening/hold'
import {
  type AlikeField,
  type AlikeWhy,
  type IdentityWay,
  identityWays,
} from '../domain/session/identity-check'
import type { VialCode } from '../domain/stock/gs1'
import type { LotOnHand } from '../domain/stock/lot'
import { defineCall, typed } from './call'
import type { Problem } from './errors'
import { arrival } from './scan-calls'
import { id } from './values'

/** Somebody of the same morning who is easily taken for the person of the visit. */
export type AlikeView = {
  readonly personId: string
  readonly visitId: string
  readonly ticket: number
  readonly displayName: string
  readonly birthDate: CalendarDay
  readonly sex: Sex
  readonly motherName: string | null
  readonly hamlet: string | null
  readonly why: AlikeWhy
  readonly differs: readonly AlikeField[]
}

/** Whether it is settled who sits here, and who else of this morning could be taken for them. */
export type IdentityView = {
  readonly confirmed: { readonly how: IdentityWay; readonly at: Instant; readonly byName: string } | null
  readonly alikes: readonly AlikeView[]
}

export const getIdentity = defineCall({
  name: 'visit.get-identity',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ visitId: id }),
  response: typed<IdentityView>(),
  errors: ['visit.not-found'],
})

/**
 * Settles that the person of the visit is the one who sits here: by a scan of their code, or because somebody said name
 * and birth date. A scan that means somebody else refuses, and nothing is kept of it.
 */
export const confirmIdentity = defineCall({
  name: 'visit.confirm-identity',
  kind: 'write',
  servedBy: 'engine',
  audience: ['vaccinator', 'screener', 'head', 'admin'],
  request: z.strictObject({
    visitId: id,
    how: z.enum(identityWays),
    /** For `code`: what was scanned. */
    scan: arrival.nullable(),
    /** People who look alike, seen and told apart; asked for where nothing was scanned. */
    toldApartFrom: z.array(id).max(60),
  }),
  response: z.strictObject({}),
  errors: [
    'visit.not-found',
    'visit.wrong-stage',
    'identity.other-person',
    'identity.unknown-code',
    'identity.code-of-relative',
    'identity.card-contradicts',
    'identity.alike-not-seen',
    'scan.garbled',
    'scan.readings-differ',
    'scan.bad-check',
    'scan.contradicts-itself',
    'scan.bad-number',
    'scan.not-a-code',
  ],
})

/** A dose that was due once and was not given, with its state in the national system. */
export type NotGivenView = NotGiven & { readonly notGivenId: string; readonly niisState: 3 | 4 | 5 }

/** What was due and not given to somebody, newest first. */
export const listNotGiven = defineCall({
  name: 'dose.list-not-given',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id }),
  response: typed<readonly NotGivenView[]>(),
  errors: ['person.not-found'],
})

/** A dose that would be due, had the screening not held its vaccine back. */
export type HeldDose = { readonly due: DueDose; readonly hold: VaccineHold }

/** Doses of today that the screening holds back: each is noted as not given, with what the screening said. */
export const listHeldDoses = defineCall({
  name: 'dose.list-held',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ visitId: id }),
  response: typed<readonly HeldDose[]>(),
  errors: ['visit.not-found'],
})

/** What a scanned vial is, and everything that stands against giving it in this visit. */
export type VialCheck = {
  /** What the label says; null when it could not be read. */
  readonly code: VialCode | null
  readonly lot: LotOnHand | null
  /** Lots to choose from, where the label fits several. */
  readonly choices: readonly LotOnHand[]
  /** The due dose it serves; null for a vaccine that was added by hand, or for none. */
  readonly dueId: string | null
  /** Empty: the vial may be given. */
  readonly stops: readonly Problem[]
}

/** Holds one vial against the child's plan, the stock and the session, all in one go. */
export const checkVial = defineCall({
  name: 'vial.check',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({
    visitId: id,
    scan: arrival,
    /** Products planned by hand, beside what is due. */
    planned: z.array(z.string().max(60)).max(20),
    /** The lot somebody pointed at where the label fits several. */
    chosenLotId: id.nullable(),
  }),
  response: typed<VialCheck>(),
  errors: ['visit.not-found'],
})
