import { type Instant, instantOf } from '../calendar/calendar-day'

/** A fridge of the point, and which vaccines stand in it; null: all of them. */
export type Fridge = {
  readonly name: string
  readonly vaccineCodes: readonly string[] | null
  readonly isActive: boolean
}

/** What somebody read off a thermometer. °C to 0.1; minimum and maximum since it was last reset, where it keeps them. */
export type FridgeReading = {
  readonly fridgeId: string
  readonly at: Instant
  readonly temperatureC: number
  readonly minC: number | null
  readonly maxC: number | null
  readonly note: string | null
  readonly byUserId: string
  readonly byName: string
}

/** One point of a logger or a thermometer. */
export type TemperaturePoint = { readonly at: Instant; readonly temperatureC: number }

/** The file of a logger as it was taken in: one record, because a month has thousands of points. */
export type FridgeLog = {
  readonly fridgeId: string
  readonly fileName: string
  readonly fromAt: Instant
  readonly untilAt: Instant
  /** Minutes after `fromAt` and tenths of a degree, by time. */
  readonly points: readonly (readonly [minute: number, tenths: number])[]
  readonly byUserId: string
  readonly byName: string
}

export type BreachKind = 'too-warm' | 'too-cold' | 'frozen'

/** A time in which a fridge was outside its limits, and the lots that stood in it. */
export type Breach = {
  readonly fridgeId: string
  readonly kind: BreachKind
  readonly fromAt: Instant
  readonly untilAt: Instant
  /** The worst temperature of it, °C. */
  readonly extremeC: number
  readonly lotIds: readonly string[]
  readonly byUserId: string
  readonly byName: string
}

/** What the head decided about one lot of a breach. */
export type BreachDecision = {
  readonly breachId: string
  readonly lotId: string
  readonly decision: 'use' | 'discard'
  readonly reason: string
  readonly byUserId: string
  readonly byName: string
}

/** When a temperature breaks the cold chain. Data: `resources/stock/cold-chain.json`. */
export type BreachRule = {
  readonly kind: BreachKind
  /** Outside means above (`over`) or below (`under`) the limit; the limit itself counts only where `isInclusive`. */
  readonly side: 'over' | 'under'
  readonly limitC: number
  readonly isInclusive: boolean
  /** How long a logger must show it; what a hand reads counts at once. */
  readonly loggerMinutes: number
  readonly confirmation: 'sourced' | 'unverified'
  readonly source: string
}

export type ColdChainRules = {
  /** The gravest first. */
  readonly rules: readonly BreachRule[]
  /** Products that freezing does not spoil; all others are taken to be spoilt by it. */
  readonly freezeTolerant: ReadonlySet<string>
  /** Hours of Vietnam's clock at which the two readings of a day must be there. */
  readonly readBefore: { readonly morning: number; readonly afternoon: number }
}

/** The points of a logger's file. */
export function pointsOf({
  fromAt,
  points,
}: Pick<FridgeLog, 'fromAt' | 'points'>): readonly TemperaturePoint[] {
  const startMs = Date.parse(fromAt)
  return points.map(([minute, tenths]) => ({
    at: instantOf(startMs + minute * 60_000),
    temperatureC: tenths / 10,
  }))
}
