import { z } from 'zod'
import { type CalendarDay, type Instant, isCalendarDay } from '../domain/calendar/calendar-day'
import type { Dose } from '../domain/immunization/dose'
import type { DateAccuracy } from '../domain/immunization/dose-date'
import {
  type Address,
  type Alert,
  alertCodes,
  type Identifier,
  managers,
  type Person,
  type Relative,
} from '../domain/person/person'
import { roles } from '../domain/point/point'

/** A civil date that exists. */
export const calendarDay = z.custom<CalendarDay>(value => typeof value === 'string' && isCalendarDay(value), {
  message: 'not a calendar day',
})
/** A moment in UTC with milliseconds. */
export const instant = z.custom<Instant>(
  value => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
  { message: 'not an instant' },
)
export const id = z.uuid()
/** How exactly a card names a day; null: to the day. */
export const dateAccuracy = z.enum(['month', 'year']).nullable() satisfies z.ZodType<DateAccuracy>
/** Text a person typed: composed form, trimmed, not endless. */
export const line = (max = 200) =>
  z
    .string()
    .max(max)
    .transform(text => text.normalize('NFC').trim())
export const filledLine = (max = 200) => line(max).refine(text => text.length > 0, { message: 'empty' })
export const role = z.enum(roles)
export const pin = z.string().regex(/^\d{4,12}$/)

const formerPlace = z.strictObject({
  provinceCode: z.string().nullable(),
  districtCode: z.string().nullable(),
  communeCode: z.string().nullable(),
  asWritten: line(300).nullable(),
})

export const address = z.strictObject({
  provinceCode: z.string().nullable(),
  communeCode: z.string().nullable(),
  hamlet: line().nullable(),
  line: line().nullable(),
  former: formerPlace.nullable().optional(),
}) satisfies z.ZodType<Address>

export const identifier = z.strictObject({
  system: z.enum([
    'person-code',
    'niis-code',
    'national-id',
    'old-national-id',
    'health-insurance',
    'passport',
    'birth-certificate',
  ]),
  value: filledLine(40),
}) satisfies z.ZodType<Identifier>

export const relative = z.strictObject({
  relation: z.enum(['mother', 'father', 'guardian']),
  name: line(),
  nationalId: line(20).nullable(),
  phone: line(20).nullable(),
  birthYear: z.int().min(1900).max(2100).nullable(),
}) satisfies z.ZodType<Relative>

export const alert = z.strictObject({
  code: z.enum(alertCodes),
  note: line(500).nullable(),
  notedOn: calendarDay,
}) satisfies z.ZodType<Alert>

/** The whole record of a person, as registered or read. */
export const person = z.strictObject({
  kind: z.enum(['child', 'woman', 'other']),
  name: line(),
  birthDate: calendarDay,
  birthTime: z.string().nullable(),
  sex: z.enum(['male', 'female', 'unknown']),
  ethnicGroupCode: z.string().nullable(),
  nationalityCode: z.string().nullable(),
  bloodGroup: z.string().nullable(),
  phone: line(20).nullable(),
  identifiers: z.array(identifier).max(20).readonly(),
  addresses: z.partialRecord(
    z.enum(['birth', 'birth-registration', 'origin', 'permanent', 'current']),
    address,
  ),
  relatives: z.array(relative).max(6).readonly(),
  alerts: z.array(alert).max(50).readonly(),
  protectedAtBirth: z.boolean().nullable(),
  gestationWeeks: z.int().min(20).max(45).nullable(),
  birthWeightG: z.int().min(300).max(8000).nullable(),
  note: line(2000).nullable(),
  managedBy: z.enum(managers).nullish(),
}) satisfies z.ZodType<Person>

export const override = z.strictObject({ code: z.string().max(60), reason: filledLine(500) })
export const route = z.enum(['IM', 'SC', 'ID', 'PO', 'NS'])
export const site = z.enum(['LVL', 'RVL', 'LD', 'RD', 'LA', 'RA', 'MOUTH'])
export const programme = z.enum(['epi', 'fee', 'campaign'])
export const reason = filledLine(500)
export const volumeMl = z.number().positive().max(10)

export type DoseFields = Dose

/** A file the user chose, as main has read it: the window never sees a path. */
export const chosenFile = z.strictObject({
  fileName: z.string().max(300),
  bytes: z.custom<Uint8Array>(value => value instanceof Uint8Array),
})
