import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { Month } from '../domain/report/count-programme'
import type { MonthDelays } from '../domain/report/indicators/delays'
import type { IndicatorDose, IndicatorRules } from '../domain/report/indicators/indicator-rules'
import type { ChildName, Measure } from '../domain/report/indicators/measure'
import type { Cohort, IndicatorPictures, PlacePicture } from '../domain/report/indicators/pictures'
import type { VaccineWastage } from '../domain/report/indicators/wastage'
import type { LocalText } from '../domain/schedule/schedule-types'
import { defineCall, typed } from './call'
import type { Made } from './handbook-list-calls'
import { childMark, cohort, indicatorPlace, measure, workMark } from './indicator-filter'
import type { PersonHit } from './person-calls'

/*
 * Indicators with pictures. The job `report.indicators` reads the children of a birth cohort and the last twelve months'
 * work; what the pictures show is worked out of what it kept, and so are the names behind every mark. Decision 0043.
 */

const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** A commune of the cohort with its hamlets; `name` null: in no list of units. */
export type IndicatorCommune = {
  readonly code: string
  readonly name: string | null
  readonly hamlets: readonly string[]
}

export type Indicators = {
  readonly made: Made
  /** The day in question: when the children were read. */
  readonly on: CalendarDay
  readonly rules: Omit<IndicatorRules, 'doses'>
  /** Those the point is asked for. */
  readonly doses: readonly IndicatorDose[]
  /** What the antigens of a full immunisation are called. */
  readonly antigens: Readonly<Record<string, LocalText>>
  readonly months: readonly Month[]
  readonly communes: readonly IndicatorCommune[]
  readonly pictures: IndicatorPictures
}

/** Everything the pictures of a cohort show, for one place or for all. */
export const getIndicators = defineCall({
  name: 'indicator.get',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ cohort, place: indicatorPlace.nullable() }),
  response: typed<Indicators>(),
  errors: [],
})

export type IndicatorPlaces = {
  readonly places: readonly (PlacePicture & { readonly name: string | null })[]
}

/** One measure for every commune, or for every hamlet of one. */
export const getIndicatorPlaces = defineCall({
  name: 'indicator.get-places',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ cohort, measure, communeCode: z.string().max(20).nullable() }),
  response: typed<IndicatorPlaces>(),
  errors: ['report.unknown-cell'],
})

export type IndicatorNames = {
  readonly total: number
  readonly lines: readonly { readonly hit: PersonHit; readonly name: ChildName }[]
}

/** The names behind a mark: as many as its number says. */
export const listIndicatorNames = defineCall({
  name: 'indicator.list-names',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ cohort, mark: childMark, ...page }),
  response: typed<IndicatorNames>(),
  errors: ['report.unknown-cell'],
})

export type IndicatorWork = {
  readonly made: Made
  /** Twelve, oldest first. */
  readonly months: readonly Month[]
  readonly untilDays: readonly number[]
  readonly goodUntilDays: number
  readonly entry: readonly MonthDelays[]
  /** Null: this PC is not joined to the province. */
  readonly upload: readonly MonthDelays[] | null
  readonly wastage: readonly (VaccineWastage & { readonly vaccineName: string })[]
}

/** Days from dose to entry and to the province, and doses wasted, of the twelve months until today. */
export const getIndicatorWork = defineCall({
  name: 'indicator.get-work',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ cohort }),
  response: typed<IndicatorWork>(),
  errors: [],
})

/** One dose, or one entry of the ledger; quantities add up to the number of the mark. */
export type WorkName = {
  readonly recordId: string
  readonly hit: PersonHit | null
  readonly on: CalendarDay
  /** When it was entered, or taken by the province; null: not yet, or not asked. */
  readonly at: Instant | null
  readonly lotNumber: string | null
  /** Why it was wasted, in words; null: not said, or not asked. */
  readonly reason: { readonly vi: string; readonly en: string } | null
  readonly quantity: number
}

export type WorkNames = { readonly total: number; readonly sum: number; readonly lines: readonly WorkName[] }

/** What stands behind a mark of the work. */
export const listWorkNames = defineCall({
  name: 'indicator.list-work',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ cohort, mark: workMark, ...page }),
  response: typed<WorkNames>(),
  errors: [],
})

export type { ChildMark, WorkMark } from './indicator-filter'
export type { Cohort, Measure }
