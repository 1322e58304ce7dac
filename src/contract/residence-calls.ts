import { z } from 'zod'
import type { Instant } from '../domain/calendar/calendar-day'
import { type Residence, residenceStates } from '../domain/person/residence'
import { defineCall, typed } from './call'
import { calendarDay, id, line, reason } from './values'

/** One entry of the history, with who wrote it. */
export type ResidenceView = Residence & {
  readonly residenceId: string
  readonly notedAt: Instant
  readonly notedBy: string | null
  readonly voided: boolean
  readonly voidReason: string | null
}

/** The state that holds today, where it is worth a mark: everything but plain "lives here". */
export type ResidenceMark = Pick<Residence, 'state' | 'on' | 'until' | 'otherPlace'> & {
  /** False: not invited, not listed as due, not counted. */
  readonly isFollowed: boolean
}

const writers = ['receptionist', 'screener', 'vaccinator', 'head', 'admin'] as const

/** Notes that somebody moved, stays for a time, was lost, died, is no longer followed, or is back. */
export const recordResidence = defineCall({
  name: 'residence.record',
  kind: 'write',
  servedBy: 'engine',
  audience: writers,
  request: z.strictObject({
    personId: id,
    state: z.enum(residenceStates),
    on: calendarDay,
    until: calendarDay.nullable(),
    reason: line(500).nullable(),
    otherPlace: line(300).nullable(),
    note: line(2000).nullable(),
  }),
  response: z.strictObject({ residenceId: id }),
  errors: [
    'person.not-found',
    'residence.in-future',
    'residence.before-birth',
    'residence.bad-period',
    'residence.dose-after-death',
    'residence.after-death',
    'residence.nothing-changed',
  ],
})

/** Takes back an entry that was a mistake; it stays readable with the reason. */
export const voidResidence = defineCall({
  name: 'residence.void',
  kind: 'write',
  servedBy: 'engine',
  audience: writers,
  request: z.strictObject({ residenceId: id, reason }),
  response: z.strictObject({}),
  errors: ['residence.not-found', 'reason.missing'],
})

/** All entries about somebody, newest first, the ones taken back as well. */
export const listResidences = defineCall({
  name: 'residence.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id }),
  response: typed<{ readonly mark: ResidenceMark | null; readonly entries: readonly ResidenceView[] }>(),
  errors: ['person.not-found'],
})
