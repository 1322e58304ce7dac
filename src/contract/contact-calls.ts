import { z } from 'zod'
import { type Contact, contactReasons, contactStates } from '../domain/aefi/contact'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { LotStatus } from '../domain/stock/lot'
import { defineCall, typed } from './call'
import { calendarDay, id, line, reason } from './values'

const staff = ['receptionist', 'screener', 'vaccinator', 'head', 'admin'] as const
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** What came of a call, as a list shows it. */
export type ContactView = Pick<Contact, 'state' | 'note' | 'at' | 'byName'> & { readonly contactId: string }

/** Somebody a list is about: who, where, by which phone, and whether they were reached. */
export type ConcernedPerson = {
  readonly personId: string
  readonly displayName: string
  readonly personCode: string | null
  readonly birthDate: CalendarDay
  readonly contactName: string | null
  readonly phone: string | null
  readonly hamlet: string | null
  readonly address: string
  readonly contact: ContactView | null
}

export type ConcernedLine = ConcernedPerson & {
  readonly doseId: string
  readonly vaccineName: string
  readonly lotNumber: string | null
  readonly givenOn: CalendarDay
  readonly givenAt: Instant | null
  readonly isHistorical: boolean
  readonly isSameLot: boolean
  readonly isSameSession: boolean
}

/** How many doses and persons a list has, and how far the calls have come. */
export type ConcernedCounts = {
  readonly doses: number
  readonly persons: number
  readonly reached: number
  readonly symptoms: number
  readonly unreachable: number
}

export type ConcernedPage = { readonly counts: ConcernedCounts; readonly lines: readonly ConcernedLine[] }

/**
 * Everybody who got a lot, over the whole register: also doses copied from cards, and lot numbers written otherwise
 * (`isSameLot` false: the number reads the same, a person looks).
 */
export const recallLot = defineCall({
  name: 'stock.recall',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ lotId: id, ...page }),
  response: typed<
    ConcernedPage & {
      readonly lot: {
        readonly lotId: string
        readonly number: string
        readonly vaccineName: string
        readonly expiresOn: CalendarDay
        readonly status: LotStatus
        readonly statusReason: string | null
        readonly balance: number
      }
    }
  >(),
  errors: ['lot.not-found'],
})

/** Everybody who got the lots of a severe case or came to the same session, nearest first. */
export const listBesideCase = defineCall({
  name: 'aefi.list-beside',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ caseId: id, ...page }),
  response: typed<ConcernedPage>(),
  errors: ['aefi.not-found'],
})

export type CallListLine = ConcernedPerson & {
  readonly sessionOn: CalendarDay
  readonly vaccines: readonly string[]
  /** Signs that were already noted since the dose. */
  readonly signs: readonly string[]
}

/** Whom to call today: everybody vaccinated since the last working day, by hamlet. */
export type CallList = {
  readonly from: CalendarDay
  readonly to: CalendarDay
  readonly lines: readonly CallListLine[]
}

export const getCallList = defineCall({
  name: 'contact.call-list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ on: calendarDay.nullable() }),
  response: typed<CallList>(),
  errors: [],
})

/** Notes what came of a call. */
export const recordContact = defineCall({
  name: 'contact.record',
  kind: 'write',
  servedBy: 'engine',
  audience: staff,
  request: z.strictObject({
    personId: id,
    about: z.enum(contactReasons),
    /** The day of the session, the lot, or the case. */
    aboutKey: z.string().min(1).max(60),
    state: z.enum(contactStates),
    note: line(500).nullable(),
  }),
  response: z.strictObject({ contactId: id }),
  errors: ['person.not-found', 'lot.not-found', 'aefi.not-found', 'contract.bad-request'],
})

/** A call was noted for somebody else, or with the wrong answer. */
export const voidContact = defineCall({
  name: 'contact.void',
  kind: 'write',
  servedBy: 'engine',
  audience: staff,
  request: z.strictObject({ contactId: id, reason }),
  response: z.strictObject({}),
  errors: ['contact.not-found', 'reason.missing'],
})
