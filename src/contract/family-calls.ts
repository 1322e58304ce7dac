import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import { familyRelations, type MemberRelation, type RelativeMatchReason } from '../domain/person/family'
import type { Relation } from '../domain/person/person'
import type { Protection } from '../domain/schedule/protected-at-birth'
import { defineCall, typed } from './call'
import { correctPerson, type PersonHit } from './person-calls'
import { calendarDay, id, line, person, reason } from './values'

/** Somebody of the household, with what a list shows. */
export type FamilyMemberView = {
  readonly hit: PersonHit
  readonly relation: MemberRelation
  /** Null where it follows from other links. */
  readonly linkId: string | null
  readonly since: CalendarDay | null
  readonly until: CalendarDay | null
  /** Whether the current address is the same as that of the person asked about. */
  readonly livesHere: boolean
}

/** Somebody in the register who may be a relative that the record only names. */
export type FamilySuggestion = {
  readonly hit: PersonHit
  readonly relation: (typeof familyRelations)[number]
  readonly reasons: readonly RelativeMatchReason[]
}

export type FamilyView = {
  readonly members: readonly FamilyMemberView[]
  readonly suggestions: readonly FamilySuggestion[]
  /** Of a child whose mother is linked: what her tetanus doses say of the birth. A hint, the record is not changed. */
  readonly protection: (Protection & { readonly motherName: string }) | null
}

const writers = ['receptionist', 'screener', 'vaccinator', 'head', 'admin'] as const

/** The household of a person: linked members, and who else may belong to it. */
export const getFamily = defineCall({
  name: 'family.get',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id }),
  response: typed<FamilyView>(),
  errors: ['person.not-found'],
})

/** Registered people who may be a relative as typed: by number, or by name with phone or year. */
export const findRelative = defineCall({
  name: 'family.find-relative',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({
    relation: z.enum(['mother', 'father', 'guardian']),
    name: line(),
    nationalId: line(20).nullable(),
    phone: line(20).nullable(),
    birthYear: z.int().nullable(),
  }),
  response:
    typed<
      readonly {
        readonly hit: PersonHit
        readonly reasons: readonly RelativeMatchReason[]
        readonly address: z.output<typeof person>['addresses']['current'] | null
      }[]
    >(),
  errors: [],
})
export type FoundRelation = Relation

/** Joins two registered people: `relativeId` is the mother (father, guardian, sibling) of `personId`. */
export const linkFamily = defineCall({
  name: 'family.link',
  kind: 'write',
  servedBy: 'engine',
  audience: writers,
  request: z.strictObject({
    personId: id,
    relativeId: id,
    relation: z.enum(familyRelations),
    since: calendarDay.nullable(),
  }),
  response: z.strictObject({ linkId: id }),
  errors: [
    'person.not-found',
    'family.same-person',
    'family.wrong-sex',
    'family.too-young',
    'family.already-linked',
    'family.circle',
    'family.bad-period',
  ],
})

/** Ends a link on a day, or takes back one that was a mistake (`until` null). */
export const unlinkFamily = defineCall({
  name: 'family.unlink',
  kind: 'write',
  servedBy: 'engine',
  audience: writers,
  request: z.strictObject({ linkId: id, until: calendarDay.nullable(), reason }),
  response: z.strictObject({}),
  errors: ['family.not-found', 'family.bad-period', 'reason.missing'],
})

/** Corrects one record and gives the same current address to members of the family, in one transaction. */
export const moveFamily = defineCall({
  name: 'family.move',
  kind: 'write',
  servedBy: 'engine',
  audience: writers,
  request: z.strictObject({
    personId: id,
    changes: person.partial(),
    reason,
    alsoMove: z.array(id).max(30),
  }),
  response: z.strictObject({ moved: z.int() }),
  errors: [...correctPerson.errors],
})
