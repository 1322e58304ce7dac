import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { Sex } from '../person/person'
import type { ChildCheck } from './child-check'
import {
  bmiOf,
  type GrowthIndicator,
  type GrowthMeasurement,
  type GrowthScores,
  growthScores,
  standardLengthCm,
} from './growth-scores'
import { type GrowthTables, growthSexOf } from './growth-tables'

/** Of a child, what its growth goes by. */
export type GrowthChild = {
  readonly sex: Sex
  readonly birthDate: CalendarDay
  /** Completed weeks at birth; null: not known. */
  readonly gestationWeeks: number | null
}

/** What was measured on one day, by the id of its record. */
export type MeasuredOnce = Omit<GrowthMeasurement, 'sex' | 'age'> & {
  readonly id: string
  readonly on: CalendarDay
}

/** One measuring with everything that follows from it. */
export type GrowthRow = MeasuredOnce & {
  readonly ageDays: number
  /** As it is looked up (cm): lying under 731 days, standing from there on. */
  readonly standardLengthCm: number | null
  readonly bmi: number | null
  /** By the age since birth: what counts. */
  readonly scores: GrowthScores
  /** Born early and not yet at the day it was due: WHO's lines begin at 40 weeks, so no cut-off is read from a score. */
  readonly isBeforeDue: boolean
  /** For a child born early, by the age since the day it was due, shown beside and never instead; null otherwise. */
  readonly corrected: { readonly ageDays: number; readonly scores: GrowthScores } | null
}

/** Born before this many completed weeks is early. */
const termWeeks = 37
const fullWeeks = 40
/** Corrected ages are shown until the second birthday. */
const correctedUntilDays = 731

/** How many days before 40 weeks a child was born early; 0 at term or where gestation is not known. */
export function daysBornEarly(gestationWeeks: number | null): number {
  return gestationWeeks === null || gestationWeeks >= termWeeks ? 0 : (fullWeeks - gestationWeeks) * 7
}

/** The age since the day a child was due, in days; null at term, from the second birthday on, and before that day. */
export function correctedAgeDays(gestationWeeks: number | null, ageDays: number): number | null {
  const early = daysBornEarly(gestationWeeks)
  if (early === 0 || ageDays >= correctedUntilDays || ageDays < early) return null
  return ageDays - early
}

/** The day a child born early was due; null at term. */
export function dueOnOf({ birthDate, gestationWeeks }: GrowthChild): CalendarDay | null {
  const early = daysBornEarly(gestationWeeks)
  return early === 0 ? null : addDays(birthDate, early)
}

/** What a look at a child measured. */
export function measuredBy(check: ChildCheck & { readonly id: string }): MeasuredOnce {
  const { id, checkedOn, weightKg, lengthHeightCm, position, headCm, armCm, oedema } = check
  const hasOedema = oedema === true
  return { id, on: checkedOn, weightKg, lengthCm: lengthHeightCm, position, headCm, armCm, hasOedema }
}

/** Every measuring with its scores, oldest first. What is dated before the birth has none. */
export function growthRows(
  tables: GrowthTables,
  child: GrowthChild,
  measured: readonly MeasuredOnce[],
): readonly GrowthRow[] {
  return measured
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
    .map(once => rowOf(tables, child, once))
}

function rowOf(tables: GrowthTables, child: GrowthChild, once: MeasuredOnce): GrowthRow {
  const ageDays = daysBetween(child.birthDate, once.on)
  const at = (value: number): GrowthMeasurement => ({
    ...once,
    sex: growthSexOf(child.sex),
    age: { unit: 'days', value },
  })
  const lengthCm = standardLengthCm(at(Math.max(0, ageDays)))
  const correctedDays = correctedAgeDays(child.gestationWeeks, ageDays)
  return {
    ...once,
    ageDays,
    standardLengthCm: lengthCm,
    bmi: bmiOf(once.weightKg, lengthCm),
    scores: growthScores(tables, at(ageDays)),
    isBeforeDue: ageDays < daysBornEarly(child.gestationWeeks),
    corrected:
      correctedDays === null
        ? null
        : { ageDays: correctedDays, scores: growthScores(tables, at(correctedDays)) },
  }
}

/** What an indicator measures, of one row; null where it was not measured. */
export function measuredFor(indicator: GrowthIndicator, row: GrowthRow): number | null {
  switch (indicator) {
    case 'weight-for-age':
    case 'weight-for-length':
      return row.hasOedema ? null : row.weightKg
    case 'bmi-for-age':
      return row.hasOedema ? null : row.bmi
    case 'length-for-age':
      return row.standardLengthCm
    case 'head-for-age':
      return row.headCm
    case 'arm-for-age':
      return row.armCm
  }
}
