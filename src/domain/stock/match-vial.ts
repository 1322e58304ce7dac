import type { CalendarDay } from '../calendar/calendar-day'
import { type Gs1Fault, readGs1, type VialCode } from './gs1'
import type { LotOnHand } from './lot'
import { isLotLabel, lotOfLabel } from './lot-label'

/** What a scan, or a number typed by hand, means among the lots of this point. */
export type VialMatch =
  | { readonly kind: 'lot'; readonly lot: LotOnHand; readonly code: VialCode }
  /** Several lots fit: somebody has to say which vial it is. */
  | { readonly kind: 'several'; readonly lots: readonly LotOnHand[]; readonly code: VialCode }
  /** A lot of this number is here, but the vial says another expiry. */
  | { readonly kind: 'expiry-differs'; readonly lot: LotOnHand; readonly code: VialCode }
  /** A lot of this number is here, but the vial's product number belongs to other products. */
  | {
      readonly kind: 'product-differs'
      readonly lot: LotOnHand
      readonly vaccineCodes: readonly string[]
      readonly code: VialCode
    }
  | { readonly kind: 'not-here'; readonly code: VialCode }
  | { readonly kind: 'no-lot'; readonly code: VialCode }
  | { readonly kind: 'damaged'; readonly why: Gs1Fault | 'foreign-label' }

/** What the texts of a vial are held against. */
export type VialBook = {
  readonly lots: readonly LotOnHand[]
  /** Products that lots with this GTIN were received as. */
  readonly productsOf: (gtin: string) => readonly string[]
  readonly on: CalendarDay
}

const handWritten = (lot: string): VialCode => ({
  gtin: null,
  lot,
  expiresOn: null,
  serial: null,
  count: null,
})

/**
 * The lot of a vial. `texts` are the readings of one scan: by its letters and by its keys. A lot counts only when number,
 * expiry and product all agree with what the code says; a lost separator is found out by the lots on hand.
 */
export function matchVial(texts: readonly string[], book: VialBook): VialMatch {
  const label = texts.find(isLotLabel)
  if (label !== undefined) {
    const lot = lotOfLabel(label, book.lots)
    return lot
      ? { kind: 'lot', lot, code: handWritten(lot.number) }
      : { kind: 'damaged', why: 'foreign-label' }
  }
  const readings = texts.map(text => readGs1(text, book.on))
  const read = readings.flatMap(each => (each.kind === 'read' ? [each.code, ...each.others] : []))
  const damaged = readings.find(each => each.kind === 'damaged')
  if (read.length > 0) return matchCodes(read, book)
  if (damaged?.kind === 'damaged') return { kind: 'damaged', why: damaged.why }
  const typed = texts.map(text => text.trim()).filter(text => text !== '')
  return matchCodes(typed.map(handWritten), book)
}

function matchCodes(codes: readonly VialCode[], book: VialBook): VialMatch {
  const [first = handWritten('')] = codes
  if (codes.every(({ lot }) => lot === null)) return { kind: 'no-lot', code: first }
  const held = codes.flatMap(code => sameNumber(code, book).map(lot => ({ lot, code })))
  const fitting = held.filter(({ lot, code }) => hasExpiry(lot, code) && isProduct(lot, code, book))
  const lots = [...new Map(fitting.map(({ lot }) => [lot.lotId, lot])).values()]
  const [only] = fitting
  if (only && lots.length === 1) return { kind: 'lot', ...only }
  if (only) return { kind: 'several', lots, code: only.code }
  const other = held.find(({ lot, code }) => !isProduct(lot, code, book) && hasExpiry(lot, code))
  if (other) return { kind: 'product-differs', ...other, vaccineCodes: productsOf(other.code, book) }
  const [near] = held
  if (near) return { kind: 'expiry-differs', ...near }
  return { kind: 'not-here', code: first }
}

function sameNumber({ lot }: VialCode, { lots }: VialBook): readonly LotOnHand[] {
  return lot === null ? [] : lots.filter(({ number }) => lotKey(number) === lotKey(lot))
}

function hasExpiry(lot: LotOnHand, { expiresOn }: VialCode): boolean {
  return expiresOn === null || expiresOn === lot.expiresOn
}

function productsOf({ gtin }: VialCode, book: VialBook): readonly string[] {
  return gtin === null ? [] : book.productsOf(gtin)
}

function isProduct(lot: LotOnHand, code: VialCode, book: VialBook): boolean {
  const products = productsOf(code, book)
  return products.length === 0 || products.includes(lot.vaccineCode)
}

/** Lot numbers are compared without case and spaces, and with nothing else left out. */
export function lotKey(number: string): string {
  return number.normalize('NFC').replace(/\s/gu, '').toUpperCase()
}
