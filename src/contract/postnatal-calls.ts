import { z } from 'zod'
import type { BirthData } from '../domain/maternal/birth-data'
import type { SlotState } from '../domain/maternal/postnatal-rules'
import type { NewbornVisit, PostpartumVisit } from '../domain/maternal/postnatal-visit'
import { type BirthView, handbookWriters } from './birth-calls'
import { defineCall, typed } from './call'
import type { PersonHit } from './person-calls'
import { calendarDay, id, line, reason } from './values'

const number = z.number().min(-1).max(1_000).nullable()
const checks = z.record(z.string().max(60), z.enum(['white', 'yellow'])).readonly()
const signs = z.array(z.string().max(60)).max(20).readonly()

const outcome = {
  checks,
  dangerSigns: signs,
  advice: line(1000).nullable(),
  referredTo: line().nullable(),
}
const whenAndWhere = {
  visitedOn: calendarDay,
  placeName: line().nullable(),
  nextVisitOn: calendarDay.nullable(),
}
const motherFields = {
  temperatureC: number,
  pulse: number,
  systolic: number,
  diastolic: number,
  vitaminA: z.boolean().nullable(),
  contraception: line().nullable(),
  ...outcome,
}
const newbornFields = {
  weightKg: number,
  temperatureC: number,
  breathsPerMinute: number,
  ...outcome,
}
export type MotherVisitRequest = z.output<z.ZodObject<typeof motherFields, z.core.$strict>>
export type NewbornVisitRequest = z.output<z.ZodObject<typeof newbornFields, z.core.$strict>>

const rules = [
  'postnatal.in-future',
  'postnatal.before-birth',
  'postnatal.after-death',
  'postnatal.next-not-ahead',
  'postnatal.danger-unanswered',
  'postnatal.unknown-code',
  'birth.out-of-range',
] as const

export type MotherVisitView = PostpartumVisit & { readonly visitId: string }
export type NewbornVisitView = NewbornVisit & { readonly visitId: string }

/** A birth with the visits after it: who is looked after, what was seen, what is due. */
export type PostnatalView = {
  readonly mother: PersonHit
  readonly birth: BirthView
  readonly data: BirthData
  readonly motherVisits: readonly MotherVisitView[]
  readonly schedule: readonly SlotState[]
  /** The living children who have a record, in order of birth. */
  readonly children: readonly {
    readonly hit: PersonHit
    readonly visits: readonly NewbornVisitView[]
    readonly schedule: readonly SlotState[]
  }[]
}

export const getPostnatal = defineCall({
  name: 'postnatal.get',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ birthId: id }),
  response: typed<PostnatalView>(),
  errors: ['birth.not-found', 'person.not-found'],
})

/** One visit after a birth: to the mother, to her children, or to all of them, in one transaction. */
export const recordPostnatal = defineCall({
  name: 'postnatal.record',
  kind: 'write',
  servedBy: 'engine',
  audience: handbookWriters,
  request: z
    .strictObject({
      birthId: id,
      ...whenAndWhere,
      mother: z.strictObject(motherFields).nullable(),
      children: z.array(z.strictObject({ personId: id, ...newbornFields })).max(6),
    })
    .refine(({ mother, children }) => mother !== null || children.length > 0, {
      message: 'nobody was visited',
      path: ['mother'],
    }),
  response: z.strictObject({ visitIds: z.array(id) }),
  errors: ['birth.not-found', 'person.not-found', ...rules],
})

/** Corrects a visit to a mother, with a reason. */
export const correctMotherVisit = defineCall({
  name: 'postnatal.correct-mother',
  kind: 'write',
  servedBy: 'engine',
  audience: handbookWriters,
  request: z.strictObject({
    visitId: id,
    changes: z.strictObject({ ...whenAndWhere, ...motherFields }).partial(),
    reason,
  }),
  response: z.strictObject({}),
  errors: ['postnatal.not-found', 'birth.not-found', 'birth.nothing-changed', ...rules, 'reason.missing'],
})

/** Corrects a visit to a newborn, with a reason. */
export const correctNewbornVisit = defineCall({
  name: 'postnatal.correct-newborn',
  kind: 'write',
  servedBy: 'engine',
  audience: handbookWriters,
  request: z.strictObject({
    visitId: id,
    changes: z.strictObject({ ...whenAndWhere, ...newbornFields }).partial(),
    reason,
  }),
  response: z.strictObject({}),
  errors: ['postnatal.not-found', 'person.not-found', 'birth.nothing-changed', ...rules, 'reason.missing'],
})

/** Takes a visit back that was recorded by mistake. */
export const voidPostnatal = defineCall({
  name: 'postnatal.void',
  kind: 'write',
  servedBy: 'engine',
  audience: handbookWriters,
  request: z.strictObject({ visitId: id, who: z.enum(['mother', 'newborn']), reason }),
  response: z.strictObject({}),
  errors: ['postnatal.not-found', 'reason.missing'],
})
