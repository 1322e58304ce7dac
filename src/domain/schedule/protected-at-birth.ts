import type { CalendarDay } from '../calendar/calendar-day'
import { addOffset, earliestOf, type Offset } from '../calendar/offset'

/** How many doses of the mother protect her newborn, and for how long. Data, because Viet Nam's own rule was not found. */
export type ProtectionRule = {
  readonly doses: number
  /** A dose counts if birth lies at least this long after it. */
  readonly lastBefore: Offset
  /** The last dose that counts protects for this long, the end excluded; null: for life. */
  readonly within: Offset | null
  readonly source: string | null
  readonly confirmedBy: string | null
}

/** What decided, with its dates. */
export type ProtectionReason =
  | {
      readonly code: 'protected'
      readonly doses: number
      readonly lastOn: CalendarDay
      /** First day of birth that is no longer protected; null: for life. */
      readonly endsOn: CalendarDay | null
    }
  | { readonly code: 'no-dose' }
  | { readonly code: 'too-few-doses'; readonly doses: number; readonly required: number }
  /** Enough doses before birth, but the last one too close to it; birth from `protectsFrom` would be protected. */
  | { readonly code: 'last-dose-too-late'; readonly lastOn: CalendarDay; readonly protectsFrom: CalendarDay }
  | {
      readonly code: 'protection-ended'
      readonly doses: number
      readonly lastOn: CalendarDay
      readonly endedOn: CalendarDay
    }

/** `rule` is the one that protects: of several the one with most doses. */
export type Protection = {
  readonly isProtected: boolean
  readonly rule: ProtectionRule | null
  readonly reason: ProtectionReason
}

/**
 * Whether a newborn is protected against tetanus by the mother's doses (bảo vệ uốn ván sơ sinh).
 * `motherDoses`: the days of her tetanus doses that count, sorted. Source: WHO's "protected at birth" counting, with the
 * month before delivery of QĐ 845/2010; `resources/schedules/vn/uon-van-phu-nu.json` holds the rules, unconfirmed.
 */
export function protectedAtBirth(
  rules: readonly ProtectionRule[],
  motherDoses: readonly CalendarDay[],
  birthOn: CalendarDay,
): Protection {
  const before = motherDoses.filter(on => on <= birthOn)
  const strongestFirst = rules.toSorted((a, b) => b.doses - a.doses)
  const tried = strongestFirst.map(rule => ({ rule, reason: reasonOf(rule, before, birthOn) }))
  const protecting = tried.find(({ reason }) => reason.code === 'protected')
  if (protecting) return { isProtected: true, ...protecting }
  const reasons = tried.map(({ reason }) => reason)
  const ended = reasons.find(({ code }) => code === 'protection-ended')
  return { isProtected: false, rule: null, reason: ended ?? reasons.at(-1) ?? { code: 'no-dose' } }
}

function reasonOf(
  { doses: required, lastBefore, within }: ProtectionRule,
  before: readonly CalendarDay[],
  birthOn: CalendarDay,
): ProtectionReason {
  const counted = before.filter(on => addOffset(on, lastBefore) <= birthOn)
  const lastOn = counted.at(-1)
  if (!lastOn || counted.length < required) return missing(required, before, counted.length, lastBefore)
  const endsOn = within && addOffset(lastOn, within)
  if (endsOn && birthOn >= endsOn) {
    return { code: 'protection-ended', doses: counted.length, lastOn, endedOn: endsOn }
  }
  return { code: 'protected', doses: counted.length, lastOn, endsOn }
}

function missing(
  required: number,
  before: readonly CalendarDay[],
  counted: number,
  lastBefore: Offset,
): ProtectionReason {
  const lastOn = before.at(-1)
  if (!lastOn) return { code: 'no-dose' }
  const protectsFrom = earliestOf(before.slice(required - 1).map(on => addOffset(on, lastBefore)))
  return protectsFrom
    ? { code: 'last-dose-too-late', lastOn: before[required - 1] ?? lastOn, protectsFrom }
    : { code: 'too-few-doses', doses: counted, required }
}
