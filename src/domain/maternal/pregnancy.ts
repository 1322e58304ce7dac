import type { CalendarDay } from '../calendar/calendar-day'

/** An ultrasound that dates a pregnancy: on that day the fetus was so many weeks and days old. */
export type DatingScan = { readonly on: CalendarDay; readonly weeks: number; readonly days: number }

/** PARA as the handbook writes it: đủ tháng – thiếu tháng – sẩy/phá – con sống; this pregnancy left out. */
export type Para = {
  readonly term: number
  readonly preterm: number
  readonly lost: number
  readonly living: number
}

/** Where and with whom a woman means to give birth. */
export type BirthPlan = {
  readonly place: string | null
  readonly transport: string | null
  readonly companion: string | null
  readonly bloodDonor: string | null
}

/** How a pregnancy ended; null while it goes on. */
export const pregnancyOutcomes = ['birth', 'miscarriage', 'stillbirth', 'ended', 'unknown'] as const
export type PregnancyOutcome = (typeof pregnancyOutcomes)[number]

/**
 * One pregnancy of a woman, from the first visit to its end (QĐ 140/QĐ-BYT, part II; fields unverified against the printed
 * book). Due date and gestational age are not kept: they follow from what is (`dating.ts`).
 */
export type Pregnancy = {
  /** The woman. */
  readonly personId: string
  readonly enrolledOn: CalendarDay
  /** Ngày đầu kỳ kinh cuối; null when not known. */
  readonly lastPeriodOn: CalendarDay | null
  /** Whether she is sure of that day; null without one. */
  readonly lastPeriodSure: boolean | null
  readonly scan: DatingScan | null
  /** The due date as a paper says it, where neither a period nor a scan is known. */
  readonly statedDueOn: CalendarDay | null
  /** Which pregnancy of hers this is, from 1. */
  readonly gravida: number | null
  readonly para: Para | null
  readonly heightCm: number | null
  readonly weightBeforeKg: number | null
  readonly fetuses: number | null
  /** Codes of `resources/handbook/pregnancy.json`. */
  readonly riskCodes: readonly string[]
  readonly riskNote: string | null
  readonly birthPlan: BirthPlan | null
  readonly outcome: PregnancyOutcome | null
  readonly endedOn: CalendarDay | null
  readonly note: string | null
  readonly byUserId: string | null
  readonly byName: string | null
}
