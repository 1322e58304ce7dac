import type { AefiCase } from '../../aefi/aefi-case'
import type { CalendarDay, Instant } from '../../calendar/calendar-day'
import type { ChildCheck } from '../../child/child-check'
import type { Dose } from '../../immunization/dose'
import type { NotGiven } from '../../immunization/not-given'
import type { Vaccine } from '../../immunization/vaccine'
import type { AntenatalVisit } from '../../maternal/antenatal-visit'
import type { Birth, Newborn } from '../../maternal/birth'
import type { Handbook } from '../../maternal/handbook'
import type { HandbookWords } from '../../maternal/handbook-words'
import type { NewbornVisit, PostpartumVisit } from '../../maternal/postnatal-visit'
import type { Pregnancy } from '../../maternal/pregnancy'
import type { DatingRules } from '../../maternal/pregnancy-rules'
import type { FamilyLink } from '../../person/family'
import type { Merge } from '../../person/merge-record'
import type { Address, Person } from '../../person/person'
import type { Residence } from '../../person/residence'
import type { Point, User } from '../../point/point'
import type { ReportForm } from '../../report/report-form'
import type { Report } from '../../report/report-record'
import type { Screening } from '../../screening/form'
import type { Reaction, Visit } from '../../session/visit'
import type { Difficulty } from '../../supervision/difficulty'
import type { PointStatus } from '../../supervision/point-status'
import type { SupervisorAnswer } from '../../supervision/supervisor-answer'
import type { AnsweredQuestion } from './answered-question'
import type { ProvinceCodes } from './codes'

/** JSON as a FHIR server reads it; fields that are `undefined` are not written. */
export type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Json[]
  | { readonly [field: string]: Json }
export type FhirResource = { readonly resourceType: string; readonly [field: string]: Json }

/**
 * What travels to the province, by the nouns of the journal. Everything else of the journal stays at the point. The
 * records are named here again, because the journal knows this area and may not be known by it.
 */
export type WireRecords = {
  readonly point: Point
  readonly user: User
  readonly person: Person
  readonly merge: Merge
  readonly residence: Residence
  readonly visit: Visit
  readonly screening: Screening
  readonly dose: Dose
  readonly 'not-given': NotGiven
  readonly reaction: Reaction
  readonly 'aefi-case': AefiCase
  readonly 'family-link': FamilyLink
  readonly pregnancy: Pregnancy
  readonly 'antenatal-visit': AntenatalVisit
  readonly birth: Birth
  readonly newborn: Newborn
  readonly 'postpartum-visit': PostpartumVisit
  readonly 'newborn-visit': NewbornVisit
  readonly 'child-check': ChildCheck
  readonly handbook: Handbook
  /** Of the questions about two points' records what was decided about a possible double dose. */
  readonly conflict: AnsweredQuestion
  readonly report: Report
  readonly 'point-status': PointStatus
  readonly 'supervisor-answer': SupervisorAnswer
  readonly difficulty: Difficulty
}
export type WireNoun = keyof WireRecords

export const wireNouns = [
  'point',
  'user',
  'person',
  'merge',
  'residence',
  'visit',
  'screening',
  'dose',
  'not-given',
  'reaction',
  'aefi-case',
  'family-link',
  'pregnancy',
  'antenatal-visit',
  'birth',
  'newborn',
  'postpartum-visit',
  'newborn-visit',
  'child-check',
  'handbook',
  'conflict',
  'report',
  'point-status',
  'supervisor-answer',
  'difficulty',
] as const satisfies readonly WireNoun[]

/** A record of the register. */
export type RecordKey = { readonly noun: WireNoun; readonly id: string }

/** The journal entry that a state of a record ends with: who, where, when. */
export type EntryStamp = {
  readonly entryId: string
  readonly stationId: string
  readonly seq: number
  readonly hash: string
  readonly at: Instant
  readonly userId: string | null
}

/** A record as all its entries leave it, and the newest of them. `recordStateOf` makes it from entries. */
export type RecordState<N extends WireNoun = WireNoun> = {
  readonly noun: N
  readonly id: string
  readonly value: WireRecords[N]
  readonly voided: boolean
  /** Why it was voided or last corrected. */
  readonly reason: string | null
  readonly createdAt: Instant
  readonly createdBy: string | null
  readonly entry: EntryStamp
}

/** Identity of one resource: `Immunization/0192…`, after the value of our own identifier. The same at every station. */
export type WireKey = string

/** One resource that another one refers to, and the record it comes from, so that it can be sent as well. */
export type WireReference = { readonly key: WireKey; readonly record: RecordKey }

/**
 * One resource on its way. References inside `resource` are written as `{ reference: 'wire:<key>' }`; the transaction
 * turns them into server ids or `urn:uuid`.
 */
export type WireResource = {
  readonly key: WireKey
  readonly record: RecordKey
  /** Query that finds it on any server: `identifier=system|value`, or `_tag=…` where R4 has no identifier. */
  readonly search: string
  readonly references: readonly WireReference[]
  readonly entry: EntryStamp
  readonly resource: FhirResource
  /** Follows from facts (a forecast, a judgement): whoever knows them newest replaces it. Absent: a fact. */
  readonly isDerived?: true
}

/** What a server is known to hold under a key. */
export type KnownResource = { readonly serverId: string; readonly versionId: string }

/** What the mapping asks the register for. */
export type WireContext = {
  /** Systems and codes of `resources/province`. */
  readonly codes: ProvinceCodes
  /** The record of this point; null before it is set up, and then nothing travels. */
  readonly pointId: string | null
  readonly find: <N extends WireNoun>(noun: N, id: string) => RecordState<N> | null
  readonly vaccine: (code: string) => Vaccine | null
  /** Into whom a person was merged, one step; null: nobody. */
  readonly survivorOf: (personId: string) => string | null
  readonly diedOn: (personId: string) => CalendarDay | null
  /** All doses of a person that are not voided, in any order: they number the doses of each antigen. */
  readonly dosesOf: (personId: string) => readonly RecordState<'dose'>[]
  /** How a pregnancy is dated, and what the codes of the handbook's lists are called. */
  readonly handbook: { readonly dating: DatingRules; readonly words: HandbookWords }
  /** The form of a report, as it stood in that version; null: not known here. */
  readonly reportForm: (formId: string, version: string) => ReportForm | null
  /** A place in words, and the names of its units. */
  readonly placeOf: (address: Address) => PlaceNames
}

export type PlaceNames = {
  readonly text: string
  readonly commune: string | null
  readonly province: string | null
}
