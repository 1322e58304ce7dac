import type { CalendarDay, Instant } from '../calendar/calendar-day'
import type { VaccineHold } from './hold'

/** The four boxes at the foot of the official checklists. */
export const conclusions = ['eligible', 'contraindicated', 'deferred', 'refer-hospital'] as const
export type Conclusion = (typeof conclusions)[number]

/** Fever and hypothermia limits of one form version, °C; both ends are abnormal ("≥ 38", "≤ 35,5"). */
export type TemperatureLimits = { readonly feverFromC: number; readonly lowToC: number }

export type FormItem = {
  readonly code: string
  readonly number: number
  readonly text: { readonly vi: string; readonly en: string }
  /**
   * What a "Có" leads to; 'per-vaccine': it speaks of some vaccines only, which `by-vaccine/rules.json` names.
   * Unverified against the annex: see the form's `confirmation`.
   */
  readonly leadsTo: Exclude<Conclusion, 'eligible'> | 'per-vaccine'
  /** The box the form prints such an item beside, where the item speaks of some vaccines only. */
  readonly paperBox?: 'contraindicated' | 'deferred' | undefined
  /** A "Có" has to be explained in words. */
  readonly needsDetail: boolean
  /** Answered by a measurement, so that the user need not answer twice. */
  readonly measured: Measured | null
}

/** What can be told from a measurement or from the record, besides the questions. */
export const measuredKinds = [
  'temperature',
  'weight-under-2000g',
  'gestation-under-28-weeks',
  'gestation-under-34-weeks',
  'weight-under-2000g-mother-negative',
  'small-or-early-mother-not-negative',
] as const
export type Measured = (typeof measuredKinds)[number]

/** One version of an official checklist, as data in `resources/screening`. */
export type ScreeningForm = {
  readonly id: string
  readonly version: string
  readonly title: { readonly vi: string; readonly en: string }
  /** The title as the form itself bears it, where a published one was read; the short title of the screens without it. */
  readonly paperTitle?: string
  readonly legalBasis: string
  readonly source: string
  readonly confirmation: 'confirmed' | 'unconfirmed'
  readonly validFrom: CalendarDay
  readonly validTo: CalendarDay | null
  readonly setting: 'outside-hospital' | 'in-hospital'
  /** For whom: everybody of the age, or only who is pregnant. */
  readonly audience: 'everybody' | 'pregnant'
  /** Asks for the HBsAg of the mother, as the newborn forms do in their head. */
  readonly asksMotherHbsag: boolean
  readonly ageFromDays: number
  readonly ageToDays: number | null
  readonly limits: TemperatureLimits
  readonly items: readonly FormItem[]
}

/** What exactly is behind a "Có", where the item asks for it (decision 0018). */
export type ChosenCause = {
  readonly code: string
  /** The day it asks for: when a treatment ended, a product was given. */
  readonly on: CalendarDay | null
  /** Antigens it is about: those of the vaccine that was not tolerated. */
  readonly antigens: readonly string[]
}

export type ItemAnswer = {
  readonly yes: boolean
  readonly detail: string | null
  /** Absent in answers given before items asked for causes. */
  readonly causes?: readonly ChosenCause[]
}

/** Who may say yes or no for a person. */
export const consentRelations = ['mother', 'father', 'guardian', 'self', 'other'] as const
export type ConsentRelation = (typeof consentRelations)[number]

/** Consent to this visit's vaccination, or its refusal, after the advice of the screener. */
export type Consent = {
  readonly given: boolean
  readonly byName: string
  readonly relation: ConsentRelation
  readonly at: Instant
  /** Why it was refused, in words. */
  readonly note: string | null
}

/** HBsAg of a newborn's mother, as the newborn forms ask for it. */
export const motherHbsagResults = ['positive', 'negative', 'not-tested'] as const
export type MotherHbsag = (typeof motherHbsagResults)[number]

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
  /** Conclusions about single vaccines; null: signed before they were kept. */
  readonly perVaccine: readonly VaccineHold[] | null
  /** Null: signed before consent was kept. */
  readonly consent: Consent | null
  /** Null: not asked. */
  readonly motherHbsag: MotherHbsag | null
}
