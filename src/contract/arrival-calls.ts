import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { ArrivedFact, Unreadable } from '../domain/exchange/fhir/arrived'
import type { DateAccuracy } from '../domain/immunization/dose-date'
import type { Conflict, ConflictKind, ConflictValue } from '../domain/journal/arrival-records'
import type { Relation, Sex } from '../domain/person/person'
import { defineCall, typed } from './call'
import type { ErrorCode } from './errors'
import { calendarDay, id, line } from './values'

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
  response: typed<{
    readonly sources: readonly SourceView[]
    /** Questions about this person that wait, by kind. */
    readonly open: readonly ConflictKind[]
  }>(),
  errors: [],
})

/** A person of the province's server. */
export type ProvinceHit = {
  readonly resource: string
  readonly displayName: string
  readonly birthDate: CalendarDay
  readonly sex: Sex
  readonly contact: { readonly relation: Relation; readonly name: string } | null
  readonly addressLine: string | null
  /** The record here that is this very one. */
  readonly herePersonId: string | null
  /** Records here that carry a number of this person. */
  readonly sameNumberIds: readonly string[]
}

/** What one version of the other side changed, and who wrote it when. */
export type VersionView = {
  readonly versionId: string
  readonly at: Instant
  readonly byName: string | null
  readonly placeName: string | null
  /** The first version that is known: all of it is new. */
  readonly isFirst: boolean
  readonly changes: readonly {
    readonly field: string
    readonly before: ConflictValue
    readonly after: ConflictValue
  }[]
}

/** A question to the province: it takes as long as the line is slow, and `province.answered` says when it is over. */
export type ProvinceAnswer = {
  readonly askId: string
  readonly state: 'running' | 'done' | 'failed'
  readonly trouble: ErrorCode | null
  readonly hits: readonly ProvinceHit[]
  /** Who was brought over. */
  readonly personIds: readonly string[]
  /** How the other side of a question came about, newest first. */
  readonly versions: readonly VersionView[]
}

const desk = ['receptionist', 'screener', 'vaccinator', 'head', 'admin'] as const

/** Looks for somebody at the province. */
export const askProvince = defineCall({
  name: 'province.search',
  kind: 'read',
  servedBy: 'engine',
  audience: desk,
  request: z.strictObject({
    number: line(40).nullable(),
    name: line(100).nullable(),
    birthDate: calendarDay.nullable(),
    phone: line(30).nullable(),
  }),
  response: typed<ProvinceAnswer>(),
  errors: ['province.not-joined', 'province.search-too-wide'],
})

/** Brings a person over with their whole history. */
export const bringPerson = defineCall({
  name: 'province.bring-person',
  kind: 'read',
  servedBy: 'engine',
  audience: desk,
  request: z.strictObject({ resource: z.string().regex(/^Patient\/[A-Za-z0-9\-.]{1,64}$/u) }),
  response: typed<ProvinceAnswer>(),
  errors: ['province.not-joined'],
})

export const getProvinceAnswer = defineCall({
  name: 'province.get-answer',
  kind: 'read',
  servedBy: 'engine',
  audience: desk,
  request: z.strictObject({ askId: id }),
  response: typed<ProvinceAnswer>(),
  errors: ['province.ask-not-found', 'province.unreachable', 'province.bad-answer'],
})

/** How the pull stands. */
export type PullStandingView = {
  readonly state: 'not-joined' | 'waiting' | 'running'
  readonly lastAt: Instant | null
  readonly trouble: ErrorCode | null
  readonly taken: number
  readonly unreadable: readonly Unreadable[]
}

export const getPullStanding = defineCall({
  name: 'province.get-pull-standing',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<PullStandingView>(),
  errors: [],
})

/** Pulls now rather than when it would. */
export const pullNow = defineCall({
  name: 'province.pull-now',
  kind: 'read',
  servedBy: 'engine',
  audience: desk,
  request: z.strictObject({}),
  response: typed<PullStandingView>(),
  errors: [],
})
