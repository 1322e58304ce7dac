import type { CalendarDay } from '../calendar/calendar-day'

/** White box: as it should be. Yellow box: to be looked at in a facility. */
export type BoxAnswer = 'white' | 'yellow'

/** A look after a mother after birth. `checks`: uterus, lochia, wound, breasts, mood, by codes of `resources/handbook/birth.json`. */
export type PostpartumVisit = {
  readonly personId: string
  readonly birthId: string
  readonly visitedOn: CalendarDay
  /** Null: here. */
  readonly placeName: string | null
  readonly temperatureC: number | null
  readonly pulse: number | null
  readonly systolic: number | null
  readonly diastolic: number | null
  readonly checks: Readonly<Record<string, BoxAnswer>>
  readonly vitaminA: boolean | null
  readonly contraception: string | null
  readonly dangerSigns: readonly string[]
  readonly advice: string | null
  readonly referredTo: string | null
  readonly nextVisitOn: CalendarDay | null
  readonly byUserId: string | null
  readonly byName: string | null
}

/** A look after a newborn in its first weeks. `checks`: jaundice, cord, feeding, stool, by codes of `resources/handbook/birth.json`. */
export type NewbornVisit = {
  /** The child. */
  readonly personId: string
  /** Null: the birth was not recorded here. */
  readonly birthId: string | null
  readonly visitedOn: CalendarDay
  readonly placeName: string | null
  readonly weightKg: number | null
  readonly temperatureC: number | null
  readonly breathsPerMinute: number | null
  readonly checks: Readonly<Record<string, BoxAnswer>>
  readonly dangerSigns: readonly string[]
  readonly advice: string | null
  readonly referredTo: string | null
  readonly nextVisitOn: CalendarDay | null
  readonly byUserId: string | null
  readonly byName: string | null
}
