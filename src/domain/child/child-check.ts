import type { CalendarDay } from '../calendar/calendar-day'

/** How a child was measured: lying (length) or standing (height). */
export type MeasuredLying = 'lying' | 'standing'

/** One look at a child's health: a row of the handbook's part IV. What was not measured or asked is null or empty. */
export type ChildCheck = {
  readonly personId: string
  readonly checkedOn: CalendarDay
  /** Null: here. */
  readonly placeName: string | null
  readonly weightKg: number | null
  readonly lengthHeightCm: number | null
  /** Null: not said; the usual one for the age counts. */
  readonly position: MeasuredLying | null
  readonly headCm: number | null
  readonly armCm: number | null
  /** Swelling of both feet: the weight says nothing then. */
  readonly oedema: boolean | null
  /** Codes of `resources/handbook/child.json`: exclusive, mixed, solids, still breastfed. */
  readonly feeding: readonly string[]
  /** Vitamin A and deworming given: codes of `resources/handbook/child.json`. */
  readonly supplements: readonly string[]
  /** Development signs that were looked for, by code. */
  readonly signs: Readonly<Record<string, 'yes' | 'not-yet'>>
  readonly dangerSigns: readonly string[]
  readonly illness: string | null
  readonly advice: string | null
  readonly referredTo: string | null
  readonly nextVisitOn: CalendarDay | null
  readonly byUserId: string | null
  readonly byName: string | null
}
