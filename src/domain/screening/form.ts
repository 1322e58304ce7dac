import type { CalendarDay, Instant } from '../calendar/calendar-day'

/** The four boxes at the foot of the official checklists. */
export const conclusions = ['eligible', 'contraindicated', 'deferred', 'refer-hospital'] as const
export type Conclusion = (typeof conclusions)[number]

/** Fever and hypothermia limits of one form version, °C; both ends are abnormal ("≥ 38", "≤ 35,5"). */
export type TemperatureLimits = { readonly feverFromC: number; readonly lowToC: number }

export type FormItem = {
  readonly code: string
  readonly number: number
  readonly text: { readonly vi: string; readonly en: string }
  /** What a "Có" leads to. Unverified against the annex: see the form's `confirmation`. */
  readonly leadsTo: Exclude<Conclusion, 'eligible'>
  /** A "Có" has to be explained in words. */
  readonly needsDetail: boolean
  /** Answered by a measurement, so that the user need not answer twice. */
  readonly measured: 'temperature' | 'weight-under-2000g' | null
}

/** One version of an official checklist, as data in `resources/screening`. */
export type ScreeningForm = {
  readonly id: string
  readonly version: string
  readonly title: { readonly vi: string; readonly en: string }
  readonly legalBasis: string
  readonly source: string
  readonly confirmation: 'confirmed' | 'unconfirmed'
  readonly validFrom: CalendarDay
  readonly validTo: CalendarDay | null
  readonly setting: 'outside-hospital' | 'in-hospital'
  readonly ageFromDays: number
  readonly ageToDays: number | null
  readonly limits: TemperatureLimits
  readonly items: readonly FormItem[]
}

export type ItemAnswer = { readonly yes: boolean; readonly detail: string | null }

/** A signed checklist. Proposed by rule, decided by the one who signs; a difference needs a reason. */
export type Screening = {
  readonly personId: string
  readonly visitId: string
  readonly formId: string
  readonly formVersion: string
  readonly temperatureC: number
  readonly weightKg: number | null
  readonly answers: Readonly<Record<string, ItemAnswer>>
  readonly proposed: Conclusion
  readonly concluded: Conclusion
  readonly differsBecause: string | null
  readonly signedByUserId: string
  readonly signedByName: string
  readonly signedAt: Instant
}
