import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import { findAgeGaps } from '../domain/screening/choose-form'
import { type FormItem, measuredKinds, type ScreeningForm } from '../domain/screening/form'
import { calendarDay } from './values'

const localText = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const formItem = z.strictObject({
  code,
  number: z.int().min(1),
  text: localText,
  leadsTo: z.enum(['contraindicated', 'deferred', 'refer-hospital', 'per-vaccine']),
  paperBox: z.enum(['contraindicated', 'deferred']).optional(),
  needsDetail: z.boolean(),
  measured: z.enum(measuredKinds).nullable(),
}) satisfies z.ZodType<FormItem>

/** One file of `resources/screening`: items numbered from 1 as on paper, codes unique, limits and ages in order. */
export const screeningFormFile = z
  .strictObject({
    id: code,
    version: code,
    title: localText,
    paperTitle: z.string().min(1).optional(),
    legalBasis: z.string().min(1),
    source: z.string().min(1),
    confirmation: z.enum(['confirmed', 'unconfirmed']),
    validFrom: calendarDay,
    validTo: calendarDay.nullable(),
    setting: z.enum(['outside-hospital', 'in-hospital']),
    audience: z.enum(['everybody', 'pregnant']),
    asksMotherHbsag: z.boolean(),
    ageFromDays: z.int().min(0),
    ageToDays: z.int().min(0).nullable(),
    limits: z.strictObject({ feverFromC: z.number().min(37).max(39), lowToC: z.number().min(34).max(36.5) }),
    items: z.array(formItem).min(1).max(40),
  })
  .refine(form => form.items.every((item, index) => item.number === index + 1), {
    message: 'items are not numbered 1, 2, 3 …',
  })
  .refine(form => new Set(form.items.map(item => item.code)).size === form.items.length, {
    message: 'two items have the same code',
  })
  .refine(form => form.ageToDays === null || form.ageToDays >= form.ageFromDays, {
    message: 'the age band ends before it begins',
  })
  .refine(form => form.validTo === null || form.validTo >= form.validFrom, {
    message: 'the form ends before it begins',
  }) satisfies z.ZodType<ScreeningForm>

/**
 * Reads every form of `resources/screening`. Throws when a file has another shape, when two files are the same
 * version of a form, or when an age has no form on the day in either setting: a point must never meet a child
 * it cannot screen.
 */
export function readScreeningForms(files: readonly unknown[], on: CalendarDay): readonly ScreeningForm[] {
  const forms = files.map(file => screeningFormFile.parse(file))
  const versions = new Set(forms.map(form => `${form.id}@${form.version}`))
  if (versions.size !== forms.length) throw new Error('two screening files hold the same version of a form')
  for (const setting of ['outside-hospital', 'in-hospital'] as const) {
    const [gap] = findAgeGaps(forms, setting, on)
    if (gap) throw new Error(`no ${setting} screening form from ${gap.fromDays} to ${gap.toDays ?? '∞'} days`)
  }
  return forms
}
