import {
  addDays,
  type CalendarDay,
  type Instant,
  instantOf,
  vietnamDayOf,
  vietnamTimeOf,
} from '../calendar/calendar-day'
import type { BreachKind, BreachRule, ColdChainRules, FridgeReading, TemperaturePoint } from './fridge'
import type { LotOnHand } from './lot'

/** A time outside the limits. */
export type Excursion = {
  readonly kind: BreachKind
  readonly fromAt: Instant
  readonly untilAt: Instant
  readonly extremeC: number
}

/** True when a temperature is outside the limit of a rule. */
export function isOutside({ side, limitC, isInclusive }: BreachRule, temperatureC: number): boolean {
  if (temperatureC === limitC) return isInclusive
  return side === 'over' ? temperatureC > limitC : temperatureC < limitC
}

/**
 * The times in which a logger was outside the limits for as long as the rule asks. A time that breaks the gravest rule
 * of a side is not told again by a lighter one.
 */
export function excursionsIn(
  points: readonly TemperaturePoint[],
  { rules }: Pick<ColdChainRules, 'rules'>,
): readonly Excursion[] {
  const found: Excursion[] = []
  for (const rule of rules) {
    for (const span of spansOf(points, rule)) {
      const minutes = (Date.parse(span.untilAt) - Date.parse(span.fromAt)) / 60_000
      const isTold = found.some(each => each.fromAt <= span.untilAt && span.fromAt <= each.untilAt)
      if (minutes >= rule.loggerMinutes && !isTold) found.push(span)
    }
  }
  return found.toSorted((a, b) => a.fromAt.localeCompare(b.fromAt))
}

/** Runs of points outside one limit; a run ends where the logger is back inside. */
function spansOf(points: readonly TemperaturePoint[], rule: BreachRule): readonly Excursion[] {
  const spans: Excursion[] = []
  let isOpen = false
  for (const { at, temperatureC } of points) {
    const last = spans.at(-1)
    const isOut = isOutside(rule, temperatureC)
    if (isOpen && last) {
      const extremeC = isOut ? worse(rule, last.extremeC, temperatureC) : last.extremeC
      spans[spans.length - 1] = { ...last, untilAt: at, extremeC }
    } else if (isOut) {
      spans.push({ kind: rule.kind, fromAt: at, untilAt: at, extremeC: temperatureC })
    }
    isOpen = isOut
  }
  return spans
}

function worse({ side }: BreachRule, a: number, b: number): number {
  return side === 'over' ? Math.max(a, b) : Math.min(a, b)
}

/**
 * What a reading by hand shows: temperature, minimum and maximum each count at once, because nobody knows for how long.
 * It may have begun right after the reading before.
 */
export function excursionsOfReading(
  reading: Pick<FridgeReading, 'at' | 'temperatureC' | 'minC' | 'maxC'>,
  previousAt: Instant | null,
  { rules }: Pick<ColdChainRules, 'rules'>,
): readonly Excursion[] {
  const seen = [reading.temperatureC, reading.minC, reading.maxC].filter(each => each !== null)
  const found: Excursion[] = []
  for (const rule of rules) {
    const outside = seen.filter(each => isOutside(rule, each))
    const [first] = outside
    const isTold = found.some(({ kind }) => sideOf(rules, kind) === rule.side)
    if (first === undefined || isTold) continue
    const extremeC = outside.reduce((a, b) => worse(rule, a, b), first)
    found.push({ kind: rule.kind, fromAt: previousAt ?? reading.at, untilAt: reading.at, extremeC })
  }
  return found
}

function sideOf(rules: readonly BreachRule[], kind: BreachKind): BreachRule['side'] | undefined {
  return rules.find(rule => rule.kind === kind)?.side
}

/** Lots that a breach puts in doubt: those in the fridge that are not used up, except where freezing does no harm. */
export function lotsInDoubt(
  lots: readonly LotOnHand[],
  fridge: { readonly vaccineCodes: readonly string[] | null },
  kind: BreachKind,
  { freezeTolerant }: Pick<ColdChainRules, 'freezeTolerant'>,
): readonly LotOnHand[] {
  return lots
    .filter(({ balance }) => balance > 0)
    .filter(({ vaccineCode }) => fridge.vaccineCodes?.includes(vaccineCode) ?? true)
    .filter(({ vaccineCode }) => kind === 'too-warm' || !freezeTolerant.has(vaccineCode))
}

/** A reading that should be there and is not. */
export type MissingReading = { readonly on: CalendarDay; readonly half: 'morning' | 'afternoon' }

/** Readings missing since a day, newest first: two a day; today's count once their hour has passed. */
export function missingReadings(
  readAt: readonly Instant[],
  since: CalendarDay,
  now: Instant,
  { readBefore }: Pick<ColdChainRules, 'readBefore'>,
): readonly MissingReading[] {
  const there = new Set(readAt.map(at => `${vietnamDayOf(at)}:${halfOf(at, readBefore.morning)}`))
  const today = vietnamDayOf(now)
  const hour = Number(vietnamTimeOf(now).slice(0, 2))
  const missing: MissingReading[] = []
  for (let on = today; on >= since; on = addDays(on, -1)) {
    for (const half of ['afternoon', 'morning'] as const) {
      const isOver = on < today || hour >= readBefore[half]
      if (isOver && !there.has(`${on}:${half}`)) missing.push({ on, half })
    }
  }
  return missing
}

function halfOf(at: Instant, noon: number): MissingReading['half'] {
  return Number(vietnamTimeOf(at).slice(0, 2)) < noon ? 'morning' : 'afternoon'
}

/** At most so many points for a drawing; of each group the lowest and the highest stay, so that no peak is lost. */
export function thinned(points: readonly TemperaturePoint[], most: number): readonly TemperaturePoint[] {
  if (points.length <= most) return points
  const size = Math.ceil((points.length * 2) / most)
  const kept: TemperaturePoint[] = []
  for (let from = 0; from < points.length; from += size) {
    const group = points.slice(from, from + size).toSorted((a, b) => a.temperatureC - b.temperatureC)
    const [low] = group
    const high = group.at(-1)
    if (low && high) kept.push(...(low === high ? [low] : [low, high]))
  }
  return kept.toSorted((a, b) => a.at.localeCompare(b.at))
}

/** The moment of a day and an hour of Vietnam's clock. */
export function vietnamInstant(on: CalendarDay, time: string): Instant {
  return instantOf(Date.parse(`${on}T${time}:00.000Z`) - 7 * 3_600_000)
}
