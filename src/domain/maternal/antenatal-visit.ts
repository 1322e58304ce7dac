import type { CalendarDay } from '../calendar/calendar-day'

/** A test of a visit: HIV, syphilis, HBsAg, glucose. `code` is one of `resources/handbook/pregnancy.json`. */
export type AntenatalTest = {
  readonly code: string
  readonly result: 'negative' | 'positive' | 'pending' | 'declined'
  readonly note: string | null
}

/** What an ultrasound of a visit said: the age it gave, and its words. */
export type VisitScan = {
  readonly weeks: number | null
  readonly days: number | null
  readonly note: string | null
}

/** How the fetus lies; codes of the handbook's "ngôi". */
export const presentations = ['cephalic', 'breech', 'transverse', 'unclear'] as const
export type Presentation = (typeof presentations)[number]

export const urineProteins = ['none', 'trace', '1+', '2+', '3+'] as const
export type UrineProtein = (typeof urineProteins)[number]

/** One antenatal visit: a row of the handbook. What was not measured is null. */
export type AntenatalVisit = {
  readonly personId: string
  readonly pregnancyId: string
  readonly visitedOn: CalendarDay
  /** Null: here. */
  readonly placeName: string | null
  readonly weightKg: number | null
  /** Blood pressure, mmHg. */
  readonly systolic: number | null
  readonly diastolic: number | null
  readonly oedema: boolean | null
  readonly fundalHeightCm: number | null
  readonly abdominalGirthCm: number | null
  /** Beats a minute, one for each fetus that was heard. */
  readonly fetalHeartRates: readonly number[]
  readonly presentation: Presentation | null
  readonly urineProtein: UrineProtein | null
  /** g/L. */
  readonly haemoglobin: number | null
  readonly tests: readonly AntenatalTest[]
  readonly scan: VisitScan | null
  /** Tablets of iron and folic acid handed out. */
  readonly ironFolateTablets: number | null
  /** Codes of `resources/handbook/pregnancy.json`. */
  readonly dangerSigns: readonly string[]
  readonly diagnosis: string | null
  readonly advice: string | null
  /** Where she was sent; null: nowhere. */
  readonly referredTo: string | null
  readonly nextVisitOn: CalendarDay | null
  readonly byUserId: string | null
  readonly byName: string | null
}
