import type { CalendarDay, Instant } from '../../../src/domain/calendar/calendar-day'
import type { EnteredDose } from '../../../src/domain/report/indicators/delays'
import type { IndicatorChild } from '../../../src/domain/report/indicators/indicator-child'
import type { Cohort } from '../../../src/domain/report/indicators/pictures'
import type { UsedDoses, WastedDoses } from '../../../src/domain/report/indicators/wastage'
import type { ReadStore } from '../../db'

/** What indicators were made from last; in memory alone. */
export type KeptIndicators = {
  readonly cohort: Cohort
  readonly at: Instant
  /** The day in question. */
  readonly on: CalendarDay
  /** The journal's mark when reading began: another one now means that something was written since. */
  readonly mark: number
  readonly children: readonly IndicatorChild[]
  readonly entered: readonly EnteredDose[]
  readonly wasted: readonly WastedDoses[]
  readonly used: readonly UsedDoses[]
}

export type IndicatorPart =
  | { readonly kind: 'begin'; readonly cohort: Cohort; readonly at: Instant; readonly on: CalendarDay }
  | { readonly kind: 'children'; readonly children: readonly IndicatorChild[] }
  | { readonly kind: 'entered'; readonly doses: readonly EnteredDose[] }
  | {
      readonly kind: 'stock'
      readonly wasted: readonly WastedDoses[]
      readonly used: readonly UsedDoses[]
    }
  | { readonly kind: 'end' }

type Growing = Pick<KeptIndicators, 'cohort' | 'at' | 'on' | 'mark'> & {
  readonly children: IndicatorChild[]
  readonly entered: EnteredDose[]
  readonly wasted: WastedDoses[]
  readonly used: UsedDoses[]
}

/** One a database. */
const kept = new WeakMap<ReadStore['records'], KeptIndicators>()
const growing = new WeakMap<ReadStore['records'], Growing>()

/** What was made last, if it is of this cohort. */
export function keptIndicators(
  { records }: Pick<ReadStore, 'records'>,
  { from, to }: Cohort,
): KeptIndicators | null {
  const known = kept.get(records)
  return known?.cohort.from === from && known.cohort.to === to ? known : null
}

/** Takes in what the worker hands over; what was made before stands until all of the new is there. */
export function keepIndicators(
  { records, handbook }: Pick<ReadStore, 'records' | 'handbook'>,
  part: IndicatorPart,
): void {
  if (part.kind === 'begin') {
    const { cohort, at, on } = part
    const none = { children: [], entered: [], wasted: [], used: [] }
    growing.set(records, { cohort, at, on, mark: handbook.mark(), ...none })
    return
  }
  const now = growing.get(records)
  if (!now) throw new Error('indicators come after a beginning')
  if (part.kind === 'end') {
    kept.set(records, now)
    growing.delete(records)
  } else if (part.kind === 'children') append(now.children, part.children)
  else if (part.kind === 'entered') append(now.entered, part.doses)
  else {
    append(now.wasted, part.wasted)
    append(now.used, part.used)
  }
}

function append<T>(all: T[], more: readonly T[]): void {
  for (const one of more) all.push(one)
}
