import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { Conflict } from '../domain/exchange/arrival-records'
import type { ArrivedFact } from '../domain/exchange/fhir/arrived'
import type { DateAccuracy } from '../domain/immunization/dose-date'
import { defineCall, typed } from './call'
import { id, line } from './values'

/** What became of facts that came in. */
export type TakenInView = {
  readonly taken: number
  /** About people who are not of this register. */
  readonly unknown: number
  /** To be brought again: after another resource, or when nobody concerned stands in the hall. */
  readonly held: readonly { readonly resource: string; readonly needs: string | null }[]
  readonly personIds: readonly string[]
}

/** Writes what the province's server says, by the conflict rules. The same facts twice change nothing. */
export const takeInFacts = defineCall({
  name: 'province.take-in',
  kind: 'write',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({
    facts: typed<readonly ArrivedFact[]>(),
    /** Resources asked for by name, whose people come in although they are not of this register. */
    wanted: z.array(z.string().max(120)).max(1000),
    /** Server minus this PC, in ms. */
    offsetMs: z.int(),
  }),
  response: typed<TakenInView>(),
  errors: [],
})

/** A dose of a question, with where it is known from. */
export type ConflictDose = {
  readonly doseId: string
  readonly vaccineCode: string
  readonly vaccineName: string
  readonly antigens: readonly string[]
  readonly givenOn: CalendarDay
  readonly givenOnAccuracy: DateAccuracy
  readonly lotNumber: string | null
  readonly placeName: string | null
  readonly givenByName: string | null
  /** Null: recorded at this point. */
  readonly source: {
    readonly placeName: string | null
    readonly at: Instant
    readonly isFirstHand: boolean
  } | null
  readonly isFirstHand: boolean
}

/** Something that waits for a person, with the names a decision needs. */
export type ConflictView = Conflict & {
  readonly conflictId: string
  readonly foundAt: Instant
  readonly displayName: string
  readonly personCode: string | null
  readonly birthDate: CalendarDay | null
  /** What stands in the record now; null for questions about doses and merges. */
  readonly stands: string | number | null
  readonly doses: readonly ConflictDose[]
  /** For two merges: the names of the two survivors. */
  readonly survivors: readonly { readonly personId: string; readonly displayName: string }[]
}

/** What waits for a person, oldest first. */
export const listConflicts = defineCall({
  name: 'conflict.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
  response: typed<{ readonly total: number; readonly conflicts: readonly ConflictView[] }>(),
  errors: [],
})

/** How many questions wait. */
export const countConflicts = defineCall({
  name: 'conflict.count',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: z.strictObject({ open: z.int() }),
  errors: [],
})

/** Decides one question. What is chosen is written as a correction of today, and travels as one. */
export const settleConflict = defineCall({
  name: 'conflict.settle',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({
    conflictId: id,
    verdict: z.enum(['here', 'there', 'same-dose', 'two-doses']),
    note: line(300).nullable(),
  }),
  response: z.strictObject({ open: z.int() }),
  errors: [
    'conflict.not-found',
    'conflict.already-settled',
    'conflict.wrong-verdict',
    'person.not-found',
    'person.id-taken',
    'dose.not-found',
    'merge.visit-open',
  ],
})

/** Where the records of a person came from. */
export type SourceView = {
  readonly about: string
  readonly aboutId: string
  readonly placeName: string | null
  readonly byName: string | null
  readonly at: Instant
  readonly isFirstHand: boolean
  /** The dose that stands for this one, where it is a second record of the same dose. */
  readonly sameAs: string | null
}

/** What of a person's history came from elsewhere, and which records are of one dose. */
export const listSources = defineCall({
  name: 'province.list-sources',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id }),
  response: typed<{ readonly sources: readonly SourceView[] }>(),
  errors: [],
})
