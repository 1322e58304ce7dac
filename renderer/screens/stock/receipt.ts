import type { RequestOf } from '../../../src/contract/call'
import type { CallError } from '../../../src/contract/errors'
import type { receiveLot } from '../../../src/contract/stock-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { VialCode } from '../../../src/domain/stock/gs1'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import { noExpiry } from '../../../src/domain/stock/supplies'
import { text } from '../../text'
import { readDoses } from './shelves'

/** A lot being received; text as typed. */
export type Receipt = {
  readonly scanned: string
  /** The product number of the code that was scanned; it goes when another number is typed. */
  readonly gtin: string | null
  readonly vaccineCode: string | null
  readonly number: string
  readonly expiresOn: CalendarDay | null
  readonly doses: string
  readonly manufacturer: string
  readonly programme: 'epi' | 'fee'
  readonly diluentLot: string
  readonly diluentExpiresOn: CalendarDay | null
  readonly note: string
  readonly dosesPerVial: string
  readonly supplier: string
  readonly documentNumber: string
  readonly temperature: string
  readonly vvmStage: string | null
  readonly indicator: string | null
}

export const emptyReceipt: Receipt = {
  scanned: '',
  gtin: null,
  vaccineCode: null,
  number: '',
  expiresOn: null,
  doses: '',
  manufacturer: '',
  programme: 'epi',
  diluentLot: '',
  diluentExpiresOn: null,
  note: '',
  dosesPerVial: '',
  supplier: '',
  documentNumber: '',
  temperature: '',
  vvmStage: null,
  indicator: null,
}

/** A temperature as people write it, in °C; null when nothing is written, undefined when it is no temperature. */
export function readTemperature(typed: string): number | null | undefined {
  const clean = typed.trim().replace(',', '.').replace('−', '-')
  if (clean === '') return null
  if (!/^-?\d{1,2}(\.\d)?$/u.test(clean)) return undefined
  const celsius = Number(clean)
  return celsius >= -90 && celsius <= 60 ? celsius : undefined
}

/** What a code on a box fills in; null when it names no lot. A lot that is known already brings its vaccine along. */
export function scannedInto(
  receipt: Receipt,
  code: VialCode,
  lots: readonly Pick<LotOnHand, 'number' | 'expiresOn' | 'vaccineCode' | 'programme'>[],
): Receipt | null {
  if (code.lot === null) return null
  const known = lots.find(lot => lot.number.toLowerCase() === code.lot?.toLowerCase())
  return {
    ...receipt,
    scanned: '',
    gtin: code.gtin,
    number: known?.number ?? code.lot,
    expiresOn: code.expiresOn ?? known?.expiresOn ?? receipt.expiresOn,
    ...(known ? { vaccineCode: known.vaccineCode, programme: known.programme } : {}),
  }
}

/** Whether all that keeps a receipt from being saved is that its product number was another vaccine's. */
export function asksForSameNumber(error: CallError | null): boolean {
  const codes = error?.problems.map(({ code }) => code) ?? []
  return codes.length > 0 && codes.every(code => code === 'lot.gtin-of-other')
}

const indicators = ['fine', 'alarm', 'none'] as const

/**
 * The receipt as main takes it; null while vaccine, number, expiry or doses are missing. A supply may lack number and
 * expiry: safety boxes carry neither.
 */
export function toReceive(receipt: Receipt, isSupply = false): RequestOf<typeof receiveLot> | null {
  const { vaccineCode, programme, diluentExpiresOn, vvmStage } = receipt
  const doses = readDoses(receipt.doses)
  const number = receipt.number.trim() || (isSupply ? text.ledger.arrival.noNumber : '')
  const expiresOn = receipt.expiresOn ?? (isSupply ? noExpiry : null)
  const temperatureC = readTemperature(receipt.temperature)
  if (vaccineCode === null || expiresOn === null || doses === null || number === '') return null
  if (temperatureC === undefined) return null
  return {
    vaccineCode,
    number,
    expiresOn,
    doses,
    gtin: isSupply ? null : receipt.gtin,
    programme,
    diluentExpiresOn,
    temperatureC,
    manufacturer: receipt.manufacturer.trim() || null,
    diluentLot: receipt.diluentLot.trim() || null,
    note: receipt.note.trim() || null,
    dosesPerVial: readDoses(receipt.dosesPerVial),
    supplier: receipt.supplier.trim() || null,
    documentNumber: receipt.documentNumber.trim() || null,
    vvmStage: vvmStage === null ? null : Number(vvmStage),
    indicator: indicators.find(each => each === receipt.indicator) ?? null,
  }
}
