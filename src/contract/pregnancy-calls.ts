import { z } from 'zod'
import { presentations, urineProteins } from '../domain/maternal/antenatal-visit'
import { handbookKinds } from '../domain/maternal/handbook'
import type { KnownBefore } from '../domain/maternal/next-pregnancy'
import { pregnancyOutcomes } from '../domain/maternal/pregnancy'
import type { PregnancyFields } from '../domain/maternal/pregnancy-checks'
import type { PregnancyRules } from '../domain/maternal/pregnancy-rules'
import type { VisitFields } from '../domain/maternal/visit-checks'
import { defineCall, typed } from './call'
import type { PregnancyView } from './pregnancy-views'
import { calendarDay, id, line, reason } from './values'

/** Whoever receives a woman may enrol her and hand out a book; visits are written by those who examine. */
const staff = ['receptionist', 'screener', 'vaccinator', 'head', 'admin'] as const
const examiners = ['screener', 'vaccinator', 'head', 'admin'] as const

const count = z.int().min(0).max(30)
const measure = z.number().min(0).max(1000)
const code = z.string().min(1).max(40)
const weeks = z.int().min(0).max(45)
const daysOfWeek = z.int().min(0).max(6)

const para = z.strictObject({ term: count, preterm: count, lost: count, living: count })
const birthPlan = z.strictObject({
  place: line().nullable(),
  transport: line().nullable(),
  companion: line().nullable(),
  bloodDonor: line().nullable(),
})

const pregnancyFields = z.strictObject({
  enrolledOn: calendarDay,
  lastPeriodOn: calendarDay.nullable(),
  lastPeriodSure: z.boolean().nullable(),
  scan: z.strictObject({ on: calendarDay, weeks, days: daysOfWeek }).nullable(),
  statedDueOn: calendarDay.nullable(),
  gravida: count.nullable(),
  para: para.nullable(),
  heightCm: measure.nullable(),
  weightBeforeKg: measure.nullable(),
  fetuses: count.nullable(),
  riskCodes: z.array(code).max(40).readonly(),
  riskNote: line(1000).nullable(),
  birthPlan: birthPlan.nullable(),
  note: line(2000).nullable(),
}) satisfies z.ZodType<PregnancyFields>

const visitFields = z.strictObject({
  visitedOn: calendarDay,
  placeName: line().nullable(),
  weightKg: measure.nullable(),
  systolic: z.int().min(0).max(400).nullable(),
  diastolic: z.int().min(0).max(400).nullable(),
  oedema: z.boolean().nullable(),
  fundalHeightCm: measure.nullable(),
  abdominalGirthCm: measure.nullable(),
  fetalHeartRates: z.array(z.int().min(0).max(400)).max(5).readonly(),
  presentation: z.enum(presentations).nullable(),
  urineProtein: z.enum(urineProteins).nullable(),
  haemoglobin: measure.nullable(),
  tests: z
    .array(
      z.strictObject({
        code,
        result: z.enum(['negative', 'positive', 'pending', 'declined']),
        note: line().nullable(),
      }),
    )
    .max(20)
    .readonly(),
  scan: z
    .strictObject({ weeks: weeks.nullable(), days: daysOfWeek.nullable(), note: line(1000).nullable() })
    .nullable(),
  ironFolateTablets: z.int().min(0).max(1000).nullable(),
  dangerSigns: z.array(code).max(20).readonly(),
  diagnosis: line(1000).nullable(),
  advice: line(1000).nullable(),
  referredTo: line().nullable(),
  nextVisitOn: calendarDay.nullable(),
}) satisfies z.ZodType<VisitFields>

/** True: what was asked about is so; the sentence was read. */
const isConfirmed = z.boolean()

/** The rules a form works with: dating, tests, risks, danger signs. */
export const getPregnancyRules = defineCall({
  name: 'pregnancy.get-rules',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<PregnancyRules>(),
  errors: [],
})

/** Every pregnancy of a woman, the one that goes on first, and what the next enrolment knows already. */
export const listPregnancies = defineCall({
  name: 'pregnancy.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id }),
  response: typed<{ readonly pregnancies: readonly PregnancyView[]; readonly known: KnownBefore }>(),
  errors: ['person.not-found'],
})

const ofFields = [
  'person.not-found',
  'visit.person-died',
  'pregnancy.not-a-woman',
  'pregnancy.mother-age',
  'pregnancy.day-in-future',
  'pregnancy.day-after-enrolment',
  'pregnancy.bad-value',
  'pregnancy.unknown-code',
  'pregnancy.gravida-odd',
  'pregnancy.over-44-weeks',
] as const

const bookKind = z.enum(handbookKinds)

/** Enrols a pregnancy and notes the alert the schedule knows; the handbook that was handed out with it as well. */
export const enrolPregnancy = defineCall({
  name: 'pregnancy.enrol',
  kind: 'write',
  servedBy: 'engine',
  audience: staff,
  request: z.strictObject({
    personId: id,
    fields: pregnancyFields,
    handbook: z.strictObject({ kind: bookKind, number: line(40).nullable() }).nullable(),
    isConfirmed,
  }),
  response: z.strictObject({ pregnancyId: id }),
  errors: [...ofFields, 'pregnancy.already-going', 'handbook.already-issued'],
})

/**
 * Writes what changed: risks, birth plan, number of fetuses, a first scan and what was empty go on without a reason; what
 * was written otherwise is corrected with one.
 */
export const savePregnancy = defineCall({
  name: 'pregnancy.save',
  kind: 'write',
  servedBy: 'engine',
  audience: staff,
  request: z.strictObject({
    pregnancyId: id,
    fields: pregnancyFields,
    reason: reason.nullable(),
    isConfirmed,
  }),
  response: z.strictObject({}),
  errors: [...ofFields, 'pregnancy.not-found', 'pregnancy.nothing-changed', 'reason.missing'],
})

/** Ends a pregnancy without a birth being recorded here, and takes the alert back. */
export const endPregnancy = defineCall({
  name: 'pregnancy.end',
  kind: 'write',
  servedBy: 'engine',
  audience: examiners,
  request: z.strictObject({
    pregnancyId: id,
    outcome: z.enum(pregnancyOutcomes),
    endedOn: calendarDay,
    note: line(2000).nullable(),
  }),
  response: z.strictObject({}),
  errors: [
    'pregnancy.not-found',
    'pregnancy.ended',
    'pregnancy.day-in-future',
    'pregnancy.end-before-start',
    'pregnancy.end-before-visit',
  ],
})

/** Takes back that a pregnancy ended; not where a birth was recorded. */
export const reopenPregnancy = defineCall({
  name: 'pregnancy.reopen',
  kind: 'write',
  servedBy: 'engine',
  audience: examiners,
  request: z.strictObject({ pregnancyId: id, reason }),
  response: z.strictObject({}),
  errors: [
    'pregnancy.not-found',
    'pregnancy.still-going',
    'pregnancy.has-records',
    'pregnancy.already-going',
  ],
})

/** A pregnancy that was written by mistake; not while visits or a birth hang on it. */
export const voidPregnancy = defineCall({
  name: 'pregnancy.void',
  kind: 'write',
  servedBy: 'engine',
  audience: examiners,
  request: z.strictObject({ pregnancyId: id, reason }),
  response: z.strictObject({}),
  errors: ['pregnancy.not-found', 'pregnancy.has-records'],
})

const ofVisits = [
  'pregnancy.not-found',
  'pregnancy.day-in-future',
  'pregnancy.bad-value',
  'pregnancy.unknown-code',
  'antenatal.before-enrolment',
  'antenatal.before-pregnancy',
  'antenatal.after-end',
  'antenatal.same-day',
  'antenatal.next-not-after',
  'antenatal.nothing-written',
  'antenatal.pressure-half',
  'antenatal.pressure-swapped',
  'antenatal.haemoglobin-unit',
  'antenatal.weight-jump',
  'antenatal.fundal-differs',
] as const

/**
 * Writes a visit: the next one becomes an appointment, the planned one is kept, and a scan that gives an age dates the
 * pregnancy when none did yet.
 */
export const recordAntenatalVisit = defineCall({
  name: 'antenatal.record',
  kind: 'write',
  servedBy: 'engine',
  audience: examiners,
  request: z.strictObject({ pregnancyId: id, fields: visitFields, isConfirmed }),
  response: z.strictObject({ visitId: id }),
  errors: ofVisits,
})

export const correctAntenatalVisit = defineCall({
  name: 'antenatal.correct',
  kind: 'write',
  servedBy: 'engine',
  audience: examiners,
  request: z.strictObject({ visitId: id, fields: visitFields, reason, isConfirmed }),
  response: z.strictObject({}),
  errors: [...ofVisits, 'antenatal.not-found', 'pregnancy.nothing-changed'],
})

export const voidAntenatalVisit = defineCall({
  name: 'antenatal.void',
  kind: 'write',
  servedBy: 'engine',
  audience: examiners,
  request: z.strictObject({ visitId: id, reason }),
  response: z.strictObject({}),
  errors: ['antenatal.not-found'],
})

/** Notes that a handbook was handed out: for a pregnancy, or to a child that has none (`pregnancyId` null). */
export const issueHandbook = defineCall({
  name: 'handbook.issue',
  kind: 'write',
  servedBy: 'engine',
  audience: staff,
  request: z.strictObject({
    personId: id,
    pregnancyId: id.nullable(),
    issuedOn: calendarDay,
    kind: bookKind,
    number: line(40).nullable(),
  }),
  response: z.strictObject({ handbookId: id }),
  errors: ['person.not-found', 'pregnancy.not-found', 'pregnancy.day-in-future', 'handbook.already-issued'],
})

export const voidHandbook = defineCall({
  name: 'handbook.void',
  kind: 'write',
  servedBy: 'engine',
  audience: staff,
  request: z.strictObject({ handbookId: id, reason }),
  response: z.strictObject({}),
  errors: ['handbook.not-found'],
})
