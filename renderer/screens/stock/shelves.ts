import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import type { Vaccine } from '../../../src/domain/immunization/vaccine'
import { byUseOrder, type LotOnHand } from '../../../src/domain/stock/lot'

/** Days before expiry from which a lot is shown amber. */
export const soonDays = 30

/** How near a lot is to its expiry. The day of expiry itself still counts. */
export type Expiry = { readonly kind: 'expired' | 'soon' | 'fine'; readonly days: number }

export function expiryOf(expiresOn: CalendarDay, today: CalendarDay): Expiry {
  const days = daysBetween(today, expiresOn)
  return { kind: days < 0 ? 'expired' : days < soonDays ? 'soon' : 'fine', days }
}

/** All lots of one product. */
export type ShelfGroup = {
  readonly vaccineCode: string
  readonly name: string
  readonly lots: readonly LotOnHand[]
  /** Doses that may still be given: expired and suspended lots are not counted. */
  readonly usableDoses: number
}

/** Lots by product in the order of their names, inside a product the first to expire on top. */
export function groupLots(
  lots: readonly LotOnHand[],
  vaccines: readonly Vaccine[],
  options: { readonly today: CalendarDay; readonly withEmpty: boolean },
): readonly ShelfGroup[] {
  const { today, withEmpty } = options
  const names = new Map(vaccines.map(vaccine => [vaccine.code, vaccine.shortName]))
  const shown = lots.filter(lot => withEmpty || lot.balance > 0)
  const codes = [...new Set(shown.map(lot => lot.vaccineCode))]
  return codes
    .map(vaccineCode => {
      const own = shown.filter(lot => lot.vaccineCode === vaccineCode).toSorted(byUseOrder(today))
      return {
        vaccineCode,
        name: names.get(vaccineCode) ?? vaccineCode,
        lots: own,
        usableDoses: sum(own.filter(lot => lot.status === 'active' && lot.expiresOn >= today)),
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

function sum(lots: readonly LotOnHand[]): number {
  return lots.reduce((doses, lot) => doses + lot.balance, 0)
}

/** A whole number of doses from 1 (or from 0 where a count may find none); null when it is not one. */
export function readDoses(typed: string, least = 1): number | null {
  const clean = typed.trim()
  if (!/^\d{1,6}$/u.test(clean)) return null
  return Number(clean) >= least ? Number(clean) : null
}
