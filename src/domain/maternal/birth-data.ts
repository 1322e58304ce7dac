/** A code with its words; records keep the code. */
export type CodedWord = { readonly code: string; readonly vi: string; readonly en: string }

/** Lowest and highest value, both included. */
export type Span = readonly [from: number, to: number]

/** What a body may measure: outside `possible` it is a slip of the hand, outside `usual` somebody looks again. */
export type MeasureLimits = { readonly possible: Span; readonly usual: Span }

export const birthMeasures = [
  'gestationWeeks',
  'weightG',
  'lengthCm',
  'headCm',
  'bloodLossMl',
  'motherTemperatureC',
  'pulse',
  'systolic',
  'diastolic',
  'newbornWeightKg',
  'newbornTemperatureC',
  'breathsPerMinute',
] as const
export type BirthMeasure = (typeof birthMeasures)[number]

/** A box of the postnatal rows: white is as it should be, yellow asks for a facility. */
export type BoxCheck = CodedWord & {
  readonly white: Omit<CodedWord, 'code'>
  readonly yellow: Omit<CodedWord, 'code'>
}

/** A visit after birth by its days; day 0 is the day of birth. */
export type PostnatalSlot = CodedWord & { readonly fromDay: number; readonly toDay: number }

/** What forms and rules of a birth stand on. Data: `resources/handbook/birth.json`; decision 0036. */
export type BirthData = {
  readonly version: string
  readonly confirmation: 'sourced' | 'unverified'
  readonly source: string
  /** A child born before so many completed weeks is preterm. */
  readonly pretermBelowWeeks: number
  /** Children of one birth lie at most so many days apart. */
  readonly daysBetweenChildren: number
  /** Two births of a woman lie at least so many days apart. */
  readonly daysBetweenBirths: number
  /** Until this day after birth a mother is looked after. */
  readonly postpartumDays: number
  readonly limits: Readonly<Record<BirthMeasure, MeasureLimits>>
  readonly complications: readonly CodedWord[]
  readonly screenings: readonly CodedWord[]
  readonly visits: readonly PostnatalSlot[]
  readonly motherChecks: readonly BoxCheck[]
  readonly newbornChecks: readonly BoxCheck[]
  readonly motherDangerSigns: readonly CodedWord[]
  readonly newbornDangerSigns: readonly CodedWord[]
}

/** Whether a value can be true at all; null is not measured. */
export function isPossible({ possible: [from, to] }: MeasureLimits, value: number | null): boolean {
  return value === null || (value >= from && value <= to)
}

/** Whether a value that can be true is worth a second look. */
export function isUnusual({ usual: [from, to] }: MeasureLimits, value: number | null): boolean {
  return value !== null && (value < from || value > to)
}
