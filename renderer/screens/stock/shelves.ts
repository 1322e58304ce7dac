import type { OpenVial } from '../../../src/contract/vial-calls'
import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import type { StockLevel } from '../../../src/domain/stock/ledger'
import { byUseOrder, type LotOnHand, usableDoses } from '../../../src/domain/stock/lot'
import { type LevelState, levelStateOf } from '../../../src/domain/stock/propose'
import { noExpiry } from '../../../src/domain/stock/supplies'
import { formatDay } from '../../components/format'
import { text } from '../../text'

/** Days before expiry from which a lot is shown amber. */
export const soonDays = 30

/** How near a lot is to its expiry. The day of expiry itself still counts. */
export type Expiry = { readonly kind: 'expired' | 'soon' | 'fine'; readonly days: number }

export function expiryOf(expiresOn: CalendarDay, today: CalendarDay): Expiry {
  const days = daysBetween(today, expiresOn)
  return { kind: days < 0 ? 'expired' : days < soonDays ? 'soon' : 'fine', days }
}

/** The expiry of a lot in words; a supply may have none. */
export function expiryWords(expiresOn: CalendarDay): string {
  return expiresOn === noExpiry
    ? text.ledger.arrival.noExpiry
    : text.injection.lotExpires(formatDay(expiresOn))
}

/** A product or a supply by the name it has on the shelf. */
export type Named = { readonly code: string; readonly shortName: string }

/** All lots of one product. */
export type ShelfGroup = {
  readonly vaccineCode: string
  readonly name: string
  readonly lots: readonly LotOnHand[]
  /** Doses that may still be given: expired and suspended lots are not counted. */
  readonly usableDoses: number
  readonly level: StockLevel | null
  readonly levelState: LevelState
}

/**
 * Lots by product in the order of their names, inside a product the first to expire on top. A product of which less is
 * here than the point wants is shown also when nothing of it is left.
 */
export function groupLots(
  lots: readonly LotOnHand[],
  products: readonly Named[],
  options: {
    readonly today: CalendarDay
    readonly withEmpty: boolean
    readonly levels: readonly StockLevel[]
  },
): readonly ShelfGroup[] {
  const { today, withEmpty, levels } = options
  const names = new Map(products.map(product => [product.code, product.shortName]))
  const known = lots.filter(lot => names.has(lot.vaccineCode))
  const shown = known.filter(lot => withEmpty || lot.balance > 0)
  const wanted = levels.filter(({ code, minimum }) => names.has(code) && minimum !== null)
  const codes = [...new Set([...shown.map(lot => lot.vaccineCode), ...wanted.map(({ code }) => code)])]
  return codes
    .map(vaccineCode => {
      const own = shown.filter(lot => lot.vaccineCode === vaccineCode).toSorted(byUseOrder(today))
      const usable = sum(own.filter(lot => lot.status === 'active' && lot.expiresOn >= today))
      const level = levels.find(({ code }) => code === vaccineCode) ?? null
      return {
        vaccineCode,
        name: names.get(vaccineCode) ?? vaccineCode,
        lots: own,
        usableDoses: usable,
        level,
        levelState: level ? levelStateOf(usable, level) : ('fine' as const),
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

function sum(lots: readonly LotOnHand[]): number {
  return lots.reduce((doses, lot) => doses + usableDoses(lot), 0)
}

/** How many products, lots and vials somebody should look at. */
export type ShelfWarnings = {
  readonly below: number
  readonly above: number
  readonly soon: number
  readonly expired: number
  readonly aside: number
  readonly overHours: number
}

export function warningsOf(
  groups: readonly ShelfGroup[],
  vials: readonly OpenVial[],
  today: CalendarDay,
): ShelfWarnings {
  const lots = groups.flatMap(group => group.lots).filter(({ balance }) => balance > 0)
  const near = (kind: Expiry['kind']) =>
    lots.filter(lot => expiryOf(lot.expiresOn, today).kind === kind).length
  return {
    below: groups.filter(({ levelState }) => levelState === 'below').length,
    above: groups.filter(({ levelState }) => levelState === 'above').length,
    soon: near('soon'),
    expired: near('expired'),
    aside: lots.filter(lot => lot.places.quarantine > 0 || lot.status === 'quarantined').length,
    overHours: vials.filter(({ refusals }) => refusals.some(({ code }) => code === 'vial.over-hours')).length,
  }
}

/** A whole number of doses from 1 (or from 0 where a count may find none); null when it is not one. */
export function readDoses(typed: string, least = 1): number | null {
  const clean = typed.trim()
  if (!/^\d{1,6}$/u.test(clean)) return null
  return Number(clean) >= least ? Number(clean) : null
}
