import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import type { MandatoryField, MendPlace } from '../domain/exchange/fhir/missing'
import { defineCall, typed } from './call'
import { id } from './values'

/** A field of the national data set that is not filled in, and where somebody fills it in. */
export type MissingField = { readonly field: MandatoryField; readonly at: MendPlace }

/** What the national data set still asks of a person and of their doses (QĐ 3891). It keeps nothing back. */
export const listMissing = defineCall({
  name: 'province.list-missing',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id }),
  response: typed<{
    readonly person: readonly MissingField[]
    readonly doses: readonly {
      readonly doseId: string
      readonly vaccineName: string
      readonly givenOn: CalendarDay
      readonly missing: readonly MissingField[]
    }[]
  }>(),
  errors: ['person.not-found'],
})
