import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { LinkageScore } from '../domain/linkage/linkage-types'
import type { Person, Sex } from '../domain/person/person'
import { defineCall, typed } from './call'
import type { ResidenceMark } from './residence-calls'
import { id, person, reason } from './values'

/** One line of a search answer: what tells people apart at a glance. */
export type PersonHit = {
  readonly personId: string
  readonly name: string
  readonly displayName: string
  readonly birthDate: CalendarDay
  readonly sex: Sex
  readonly personCode: string | null
  /** "Mẹ Trần Thị Phượng": the relation and name of the contact. */
  readonly contact: { readonly relation: 'mother' | 'father' | 'guardian'; readonly name: string } | null
  readonly phone: string | null
  readonly hamlet: string | null
  readonly communeCode: string | null
  readonly communeName: string | null
  readonly provinceName: string | null
  /** Half-open ranges of displayName that the query matched. */
  readonly highlights: readonly (readonly [number, number])[]
  readonly group: 'appointment' | 'here' | 'similar' | 'elsewhere'
  /** The visit of today, where there is one that is not over. */
  readonly openVisitId: string | null
  /** Moved, staying for a time, lost, dead, not followed; null: lives here. */
  readonly residence: ResidenceMark | null
}

/** Finds people by name without marks, phone, any code or birth date. */
export const searchPersons = defineCall({
  name: 'person.search',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(100) }),
  response: typed<{
    readonly hits: readonly PersonHit[]
    readonly persons: number
    readonly tookMs: number
    /** True when the text is exactly one person's code or identity number. */
    readonly exact: boolean
  }>(),
  errors: [],
})

export type PersonView = {
  readonly personId: string
  readonly person: Person
  readonly displayName: string
  readonly personCode: string | null
  readonly addressLine: string | null
  readonly versions: number
  readonly registeredAt: Instant
  readonly changedAt: Instant
  readonly voided: boolean
  /** Fields QĐ 3891/2025 wants before the record can be uploaded. */
  readonly missingForUpload: readonly string[]
  readonly residence: ResidenceMark | null
}

export const getPerson = defineCall({
  name: 'person.get',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id }),
  response: typed<PersonView>(),
  errors: ['person.not-found'],
})

/** Somebody already registered who may be the same person. */
export type DuplicateHit = {
  readonly hit: PersonHit
  /** How likely, and why, field by field: `left` is the record asked about. Never `unlikely`. */
  readonly score: LinkageScore
}

/** What stops a record of a person from being stored. */
const recordErrors = [
  'person.no-name',
  'person.birth-in-future',
  'person.birth-too-early',
  'person.bad-birth-time',
  'person.bad-national-id',
  'person.bad-old-national-id',
  'person.bad-health-insurance',
  'person.bad-niis-code',
  'person.bad-passport',
  'person.bad-birth-certificate',
  'person.bad-person-code',
  'person.identifier-twice',
  'person.bad-phone',
  'person.bad-address',
  'person.id-taken',
] as const

/** Registers a person after the search found nobody. A likely duplicate has to be confirmed as another person. */
export const registerPerson = defineCall({
  name: 'person.register',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({ person, notDuplicateOf: z.array(id).max(20) }),
  response: z.strictObject({ personId: id, personCode: z.string() }),
  errors: [...recordErrors, 'person.likely-duplicate'],
})

export const findDuplicates = defineCall({
  name: 'person.find-duplicates',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ person, exceptPersonId: id.nullable() }),
  response: typed<readonly DuplicateHit[]>(),
  errors: [],
})

/** Changes fields that were wrong or are new, with the reason; the old version stays readable. */
export const correctPerson = defineCall({
  name: 'person.correct',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({ personId: id, changes: person.partial(), reason }),
  response: z.strictObject({}),
  errors: [
    'person.not-found',
    'person.nothing-changed',
    ...recordErrors,
    'person.birth-after-dose',
    'reason.missing',
  ],
})

/** One thing that happened to a record, as the change history reads it. */
export type HistoryItem = {
  readonly entryId: string
  readonly noun: string
  readonly recordId: string
  readonly verb: 'recorded' | 'updated' | 'corrected' | 'voided'
  readonly at: Instant
  readonly userName: string | null
  readonly reason: string | null
  /** Of a merged person: the code of the record this was written in. */
  readonly recordCode: string | null
  /** Of a merge: who was absorbed by whom. */
  readonly merge: { readonly survivorName: string; readonly absorbedName: string } | null
  readonly changes: readonly {
    readonly field: string
    readonly before: string | null
    readonly after: string | null
  }[]
}

/** The change history of a person with doses, screenings, reactions and merges, of all their records, newest first. */
export const getPersonHistory = defineCall({
  name: 'person.get-history',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id }),
  response: typed<readonly HistoryItem[]>(),
  errors: ['person.not-found'],
})

/** The register (sổ) page by page, ordered by name key or newest change. */
export const listPersons = defineCall({
  name: 'person.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
  response: typed<{ readonly persons: number; readonly hits: readonly PersonHit[] }>(),
  errors: [],
})
