import type { MeasuredLying } from './child-check'
import { type GrowthSex, type GrowthTables, type Lms, lmsAt } from './growth-tables'
import { restrictedZScore, roundedZ, zScore } from './growth-z'

/** What WHO scores; `length` is the standing height from 731 days on. */
export const growthIndicators = [
  'weight-for-age',
  'length-for-age',
  'weight-for-length',
  'bmi-for-age',
  'head-for-age',
  'arm-for-age',
] as const
export type GrowthIndicator = (typeof growthIndicators)[number]

/** An age as it is known: days are exact, months may have decimals. */
export type GrowthAge = { readonly unit: 'days' | 'months'; readonly value: number }

/** What was measured once. Null: not measured, or not known. */
export type GrowthMeasurement = {
  readonly sex: GrowthSex | null
  readonly age: GrowthAge | null
  readonly weightKg: number | null
  readonly lengthCm: number | null
  /** Null: not written down; the age says how it was done (lying under 731 days). */
  readonly position: MeasuredLying | null
  /** On both feet: no score that goes by weight is given. */
  readonly hasOedema: boolean
  readonly headCm: number | null
  readonly armCm: number | null
}

/** A score to two decimals, and whether WHO holds it for a slip of measuring rather than a child. */
export type GrowthScore = { readonly z: number; readonly isImplausible: boolean }
/** Null where WHO gives none. */
export type GrowthScores = Readonly<Record<GrowthIndicator, GrowthScore | null>>

/** WHO's month, in days. */
export const daysPerMonth = 30.4375
/** From this age in days on a child is measured standing. */
export const standingFromDays = 731
/** From this age in months on the reference for 5 to 19 years counts. */
export const referenceFromMonths = 60

/** Younger children do not stand: what is said to be a height was a length (months). */
const standsFromMonths = 9
/** How much longer a child is lying down (cm). */
const lyingIsLongerCm = 0.7
/** Where neither age nor position is known, what is shorter was measured lying (cm). */
const lyingUnderCm = 87

/** A score outside is flagged; the weight of a child is more often too high than too low. */
const flagLimits: Readonly<Record<GrowthIndicator, readonly [below: number, above: number]>> = {
  'weight-for-age': [-6, 5],
  'length-for-age': [-6, 6],
  'weight-for-length': [-5, 5],
  'bmi-for-age': [-5, 5],
  'head-for-age': [-5, 5],
  'arm-for-age': [-5, 5],
}

const noScores: GrowthScores = {
  'weight-for-age': null,
  'length-for-age': null,
  'weight-for-length': null,
  'bmi-for-age': null,
  'head-for-age': null,
  'arm-for-age': null,
}

/** The age in months as WHO counts them: not rounded. */
export function growthMonths({ unit, value }: GrowthAge): number {
  return unit === 'months' ? value : value / daysPerMonth
}

/** The age in whole days, halves up. */
export function growthDays({ unit, value }: GrowthAge): number {
  return Math.floor((unit === 'days' ? value : value * daysPerMonth) + 0.5)
}

/** The length or height as it is looked up (cm): lying under 731 days, standing from there on. Null without one. */
export function standardLengthCm(
  measured: Pick<GrowthMeasurement, 'age' | 'lengthCm' | 'position'>,
): number | null {
  const { age, lengthCm, position } = measured
  if (lengthCm === null || !age || !position) return lengthCm
  const isOfStanding = growthDays(age) >= standingFromDays
  if (position === 'lying') return isOfStanding ? lengthCm - lyingIsLongerCm : lengthCm
  const isTakenAsLength = isOfStanding || growthMonths(age) < standsFromMonths
  return isTakenAsLength ? lengthCm : lengthCm + lyingIsLongerCm
}

/** The body mass index (kg/m²) of a weight and the length that is looked up; null where one is missing. */
export function bmiOf(weightKg: number | null, lengthCm: number | null): number | null {
  return weightKg === null || lengthCm === null || lengthCm <= 0 ? null : weightKg / (lengthCm / 100) ** 2
}

/**
 * All scores of one measuring, as WHO's programs anthro 1.1.0 (under 60 months) and anthroplus 1.0.0 (from 60 months)
 * give them. Without sex there is none, without age only weight for length.
 */
export function growthScores(tables: GrowthTables, measured: GrowthMeasurement): GrowthScores {
  const { sex, age } = measured
  if (!sex || (age && !(age.value >= 0))) return noScores
  const lengthCm = standardLengthCm(measured)
  const weightKg = measured.hasOedema ? null : measured.weightKg
  const standard = { ...measured, sex, weightKg, lengthCm, bmi: bmiOf(weightKg, lengthCm) }
  if (!age) return { ...noScores, 'weight-for-length': weightForLength(tables, standard) }
  return growthMonths(age) < referenceFromMonths
    ? ofStandards(tables, standard, growthDays(age))
    : ofReference(tables, standard, growthMonths(age))
}

/** What WHO has for the weight of an age in whole days; null beyond 120 months. */
export function weightForAgeAt(tables: GrowthTables, sex: GrowthSex, ageDays: number): Lms | null {
  const months = growthMonths({ unit: 'days', value: ageDays })
  if (months < referenceFromMonths) return lmsAt(tables['weight-for-age-0-5y'], sex, ageDays)
  return months <= 120 ? lmsAt(tables['weight-for-age-5-10y'], sex, months) : null
}

type Standard = GrowthMeasurement & { readonly sex: GrowthSex; readonly bmi: number | null }

function ofStandards(tables: GrowthTables, standard: Standard, days: number): GrowthScores {
  const { sex, weightKg, lengthCm, bmi, headCm, armCm } = standard
  const line = (name: keyof GrowthTables) => lmsAt(tables[name], sex, days)
  return {
    'weight-for-age': scored('weight-for-age', weightKg, () => line('weight-for-age-0-5y')),
    'length-for-age': scored('length-for-age', lengthCm, () => line('length-height-for-age-0-5y')),
    'weight-for-length': weightForLength(tables, standard),
    'bmi-for-age': scored('bmi-for-age', bmi, () => line('bmi-for-age-0-5y')),
    'head-for-age': scored('head-for-age', headCm, () => line('head-circumference-for-age-0-5y')),
    'arm-for-age': scored('arm-for-age', armCm, () => line('arm-circumference-for-age-3m-5y')),
  }
}

function ofReference(tables: GrowthTables, standard: Standard, months: number): GrowthScores {
  const { sex, weightKg, lengthCm, bmi } = standard
  // The last line of each table repeats the one before: it is there to interpolate with, and no age of its own.
  const line = (name: keyof GrowthTables, until: number) => () =>
    months <= until ? lmsAt(tables[name], sex, months) : null
  return {
    ...noScores,
    'weight-for-age': scored('weight-for-age', weightKg, line('weight-for-age-5-10y', 120)),
    'length-for-age': scored('length-for-age', lengthCm, line('height-for-age-5-19y', 228)),
    'bmi-for-age': scored('bmi-for-age', bmi, line('bmi-for-age-5-19y', 228)),
  }
}

function weightForLength(tables: GrowthTables, standard: Standard): GrowthScore | null {
  const { sex, age, weightKg, lengthCm, position } = standard
  if (lengthCm === null) return null
  const isStanding = age
    ? growthDays(age) >= standingFromDays
    : position
      ? position === 'standing'
      : lengthCm >= lyingUnderCm
  const table = tables[isStanding ? 'weight-for-height' : 'weight-for-length']
  return scored('weight-for-length', weightKg, () => lmsAt(table, sex, lengthCm))
}

/** Lengths and heads are spread evenly about the median; the rest is not. */
const isEven = (indicator: GrowthIndicator) => indicator === 'length-for-age' || indicator === 'head-for-age'

function scored(
  indicator: GrowthIndicator,
  measured: number | null,
  lineOf: () => Lms | null,
): GrowthScore | null {
  // Nought is nothing measured.
  const lms = measured !== null && measured > 0 ? lineOf() : null
  if (measured === null || !lms) return null
  const exact = isEven(indicator) ? zScore(measured, lms) : restrictedZScore(measured, lms)
  const z = roundedZ(exact)
  const [below, above] = flagLimits[indicator]
  return { z, isImplausible: z < below || z > above }
}
