import type { CalendarDay } from '../../calendar/calendar-day'
import { type Month, monthOf } from '../count-programme'
import type { Share } from './measure'

/** Doses of a lot that ended in the bin; less than nothing: taken back later. */
export type WastedDoses = {
  readonly movementId: string
  readonly vaccineCode: string
  readonly lotNumber: string
  /** The session it belongs to, else the day it was written. */
  readonly on: CalendarDay
  readonly quantity: number
  /** Code of `resources/stock/wastage-reasons.json`. */
  readonly reason: string | null
}

/** Doses of a product given from the stock in a month. */
export type UsedDoses = { readonly vaccineCode: string; readonly month: Month; readonly doses: number }

/** Of a product: doses wasted, of those wasted or given. */
export type VaccineWastage = {
  readonly vaccineCode: string
  readonly whole: Share
  readonly months: readonly Share[]
}

/** What was wasted of each product, the largest share first. */
export function wastageOf(
  wasted: readonly WastedDoses[],
  used: readonly UsedDoses[],
  months: readonly Month[],
): readonly VaccineWastage[] {
  const at = new Map(months.map((month, index) => [month, index]))
  const byVaccine = new Map<string, { readonly wasted: number[]; readonly of: number[] }>()
  const note = (vaccineCode: string, month: Month, lost: number, all: number) => {
    const index = at.get(month)
    if (index === undefined) return
    const counts = byVaccine.get(vaccineCode) ?? { wasted: months.map(() => 0), of: months.map(() => 0) }
    byVaccine.set(vaccineCode, counts)
    counts.wasted[index] = (counts.wasted[index] ?? 0) + lost
    counts.of[index] = (counts.of[index] ?? 0) + all
  }
  for (const { vaccineCode, on, quantity } of wasted) note(vaccineCode, monthOf(on), quantity, quantity)
  for (const { vaccineCode, month, doses } of used) note(vaccineCode, month, 0, doses)
  return [...byVaccine]
    .map(([vaccineCode, counts]) => ({
      vaccineCode,
      whole: { counted: sum(counts.wasted), of: sum(counts.of) },
      months: months.map((_, index) => ({ counted: counts.wasted[index] ?? 0, of: counts.of[index] ?? 0 })),
    }))
    .toSorted((a, b) => part(b.whole) - part(a.whole) || (a.vaccineCode < b.vaccineCode ? -1 : 1))
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
const part = ({ counted, of }: Share) => (of === 0 ? 0 : counted / of)

/** The entries of the ledger behind a mark: their quantities add up to its number. */
export function wastedBehind(
  wasted: readonly WastedDoses[],
  mark: { readonly vaccineCode: string; readonly month: Month | null },
): readonly WastedDoses[] {
  return wasted
    .filter(
      ({ vaccineCode, on }) =>
        vaccineCode === mark.vaccineCode && (mark.month === null || monthOf(on) === mark.month),
    )
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.movementId < b.movementId ? -1 : 1))
}
