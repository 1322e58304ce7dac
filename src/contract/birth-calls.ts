import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import {
  attendants,
  type Birth,
  birthModes,
  birthPlaces,
  motherStates,
  type Newborn,
} from '../domain/maternal/birth'
import type { BirthData } from '../domain/maternal/birth-data'
import type { KnownTest } from '../domain/maternal/birth-makes'
import type { NewbornPlan } from '../domain/maternal/newborn-plan'
import type { Pregnancy } from '../domain/maternal/pregnancy'
import { defineCall, typed } from './call'
import type { PersonHit } from './person-calls'
import { registerPerson } from './person-calls'
import { calendarDay, id, line, reason } from './values'

/** Clinical work: whoever screens or vaccinates, and who answers for the point. */
export const handbookWriters = ['screener', 'vaccinator', 'head', 'admin'] as const

const whole = z.int().min(-1).max(100_000).nullable()
const measure = z.number().min(-1).max(1_000).nullable()
const answered = z.boolean().nullable()
const codes = z.array(z.string().max(60)).max(30).readonly()

/** A dose given at birth elsewhere, with its minute where it is known. */
const doseAtBirth = z.strictObject({
  vaccineCode: z.string().max(60),
  givenOn: calendarDay,
  /** `HH:mm`; null: the paper names the day alone. */
  givenTime: z.string().max(5).nullable(),
  lotNumber: line(40).nullable(),
  placeName: line().nullable(),
})
export type DoseAtBirth = z.output<typeof doseAtBirth>

const bornFields = {
  bornOn: calendarDay,
  /** `HH:mm` of the wall clock. */
  bornAt: z.string().max(5).nullable(),
  sex: z.enum(['male', 'female', 'unknown']),
  weightG: whole,
  lengthCm: measure,
  headCm: measure,
  apgar1: whole,
  apgar5: whole,
  apgar10: whole,
  criedAtOnce: answered,
  skinToSkin: answered,
  breastfedWithinHour: answered,
  vitaminK: answered,
  eyeCare: answered,
  defects: line(500).nullable(),
  screenings: z.record(z.string().max(60), z.enum(['normal', 'refer'])).readonly(),
  note: line(500).nullable(),
}

const bornChild = z.strictObject({
  ...bornFields,
  alive: z.boolean(),
  /** Empty until the birth is registered. */
  name: line(),
  /** The record of a child who was registered before the birth was recorded; null: a new one is made. */
  personId: id.nullable(),
  /** People who look like this child and were said to be others. */
  notDuplicateOf: z.array(id).max(20),
  doses: z.array(doseAtBirth).max(6),
})
export type BornChildRequest = z.output<typeof bornChild>

const birthFields = {
  place: z.enum(birthPlaces),
  placeName: line().nullable(),
  mode: z.enum(birthModes),
  attendant: z.enum(attendants).nullable(),
  attendantName: line().nullable(),
  gestationWeeks: whole,
  gestationDays: z.int().min(0).max(6).nullable(),
  bloodLossMl: whole,
  complications: codes,
  motherState: z.enum(motherStates),
  note: line(2000).nullable(),
}

const birthRules = [
  'birth.in-future',
  'birth.bad-time',
  'birth.out-of-range',
  'birth.bad-apgar',
  'birth.order',
  'birth.days-apart',
  'birth.before-pregnancy',
  'birth.gestation-impossible',
  'birth.gestation-mismatch',
  'birth.already-recorded',
  'birth.unknown-code',
] as const
/** A mother's death stands as an entry about her stay: what speaks against that entry. */
const motherDeathErrors = [
  'residence.in-future',
  'residence.before-birth',
  'residence.dose-after-death',
  'residence.after-death',
] as const
const childErrors = [
  'birth.child-exists',
  'birth.child-taken',
  'birth.stillborn-with-record',
  'family.wrong-sex',
  'family.too-young',
  'family.circle',
  'family.already-linked',
  'dose.before-birth',
  'dose.in-future',
  'dose.duplicate-same-day',
  'dose.unknown-vaccine',
  'dose.after-death',
  ...registerPerson.errors,
  'person.birth-after-dose',
] as const

/** A child of a birth as it was made. */
export type MadeChild = {
  readonly newbornId: string
  readonly order: number
  readonly alive: boolean
  /** Null: not born alive. */
  readonly personId: string | null
  readonly personCode: string | null
  readonly displayName: string
}

/** A birth with its children, as screens show it. */
export type BirthView = Birth & {
  readonly birthId: string
  readonly children: readonly (Newborn & MadeChild)[]
}

/** All that is known when the form of a birth opens. */
export type BirthForm = {
  readonly mother: PersonHit
  readonly motherNationalId: string | null
  readonly addressLine: string | null
  /** Pregnancies of hers, newest first, with day 0 where they are dated. */
  readonly pregnancies: readonly (Pregnancy & {
    readonly pregnancyId: string
    readonly startOn: CalendarDay | null
    readonly dueOn: CalendarDay | null
  })[]
  /** What her tests say of HBsAg and HIV. */
  readonly tests: readonly KnownTest[]
  /** What the newborn gets, by what is known of her HBsAg. */
  readonly plan: NewbornPlan
  readonly births: readonly BirthView[]
  readonly data: BirthData
  /** Within how many hours which products are the birth dose. */
  readonly birthDose: { readonly hours: number; readonly vaccines: readonly string[] }
  /** Products to be noted as given at birth. */
  readonly vaccines: readonly { readonly code: string; readonly name: string; readonly antigen: string }[]
}

/** What the form of a birth opens with: all that is known, so that only what is new is asked. */
export const getBirthForm = defineCall({
  name: 'birth.get-form',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ motherId: id }),
  response: typed<BirthForm>(),
  errors: ['person.not-found'],
})

/** Children in the register who may be the one that was born: of the same mother or looking alike, born a day around. */
export const findRegisteredChildren = defineCall({
  name: 'birth.find-registered',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({
    motherId: id,
    bornOn: calendarDay,
    sex: z.enum(['male', 'female', 'unknown']),
    name: line(),
  }),
  response: typed<readonly PersonHit[]>(),
  errors: ['person.not-found'],
})

/**
 * Records a birth and all it makes in one transaction: newborns, the children's records with family links and alerts,
 * doses given at birth, the end of the pregnancy, and that the mother is not pregnant any more.
 */
export const recordBirth = defineCall({
  name: 'birth.record',
  kind: 'write',
  servedBy: 'engine',
  audience: handbookWriters,
  request: z.strictObject({
    motherId: id,
    pregnancyId: id.nullable(),
    ...birthFields,
    /** What was found positive and is not among the tests of the pregnancy. */
    motherAlerts: z.array(z.enum(['mother-hbsag-positive', 'mother-hiv'])).max(2),
    children: z.array(bornChild).min(1).max(6),
  }),
  response: typed<{ readonly birthId: string; readonly children: readonly MadeChild[] }>(),
  errors: [
    'person.not-found',
    'birth.pregnancy-not-found',
    'birth.pregnancy-ended',
    ...birthRules,
    ...motherDeathErrors,
    ...childErrors,
  ],
})

/** Adds a child to a birth that is recorded: the second twin who was forgotten. */
export const addChildToBirth = defineCall({
  name: 'birth.add-child',
  kind: 'write',
  servedBy: 'engine',
  audience: handbookWriters,
  request: z.strictObject({ birthId: id, child: bornChild }),
  response: typed<{ readonly child: MadeChild }>(),
  errors: ['person.not-found', 'birth.not-found', ...birthRules, ...childErrors],
})

/** Corrects what is common to all children of a birth, with a reason; their records follow. */
export const correctBirth = defineCall({
  name: 'birth.correct',
  kind: 'write',
  servedBy: 'engine',
  audience: handbookWriters,
  request: z.strictObject({ birthId: id, changes: z.strictObject(birthFields).partial(), reason }),
  response: z.strictObject({}),
  errors: [
    'birth.not-found',
    'birth.nothing-changed',
    'person.not-found',
    ...birthRules,
    ...motherDeathErrors,
    'reason.missing',
  ],
})

/** Corrects one child of a birth, with a reason; the child's own record follows: day, minute, sex and weight. */
export const correctNewborn = defineCall({
  name: 'birth.correct-child',
  kind: 'write',
  servedBy: 'engine',
  audience: handbookWriters,
  request: z.strictObject({ newbornId: id, changes: z.strictObject(bornFields).partial(), reason }),
  response: z.strictObject({}),
  errors: [
    'birth.not-found',
    'birth.nothing-changed',
    ...birthRules,
    ...registerPerson.errors,
    'person.birth-after-dose',
    'reason.missing',
  ],
})

/**
 * Takes a birth back that was recorded by mistake: its children's records go with it, the pregnancy goes on. Refused while
 * a child has records of its own, unless the children are kept.
 */
export const voidBirth = defineCall({
  name: 'birth.void',
  kind: 'write',
  servedBy: 'engine',
  audience: handbookWriters,
  request: z.strictObject({ birthId: id, keepChildren: z.boolean(), reason }),
  response: z.strictObject({}),
  errors: ['birth.not-found', 'birth.child-has-records', 'reason.missing'],
})

/** Takes one child of a birth back, as `birth.void` does for all; the last one only goes with its birth. */
export const voidNewborn = defineCall({
  name: 'birth.void-child',
  kind: 'write',
  servedBy: 'engine',
  audience: handbookWriters,
  request: z.strictObject({ newbornId: id, keepChild: z.boolean(), reason }),
  response: z.strictObject({}),
  errors: ['birth.not-found', 'birth.last-child', 'birth.child-has-records', 'reason.missing'],
})
