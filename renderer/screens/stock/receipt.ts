import type { RequestOf } from '../../../src/contract/call'
import type { receiveLot } from '../../../src/contract/stock-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { readDoses } from './shelves'

/** A lot being received; text as typed. */
export type Receipt = {
  readonly scanned: string
  readonly vaccineCode: string | null
  readonly number: string
  readonly expiresOn: CalendarDay | null
  readonly doses: string
  readonly manufacturer: string
  readonly programme: 'epi' | 'fee'
  readonly diluentLot: string
  readonly diluentExpiresOn: CalendarDay | null
  readonly note: string
}

export const emptyReceipt: Receipt = {
  scanned: '',
  vaccineCode: null,
  number: '',
  expiresOn: null,
  doses: '',
  manufacturer: '',
  programme: 'epi',
  diluentLot: '',
  diluentExpiresOn: null,
  note: '',
}

/** The receipt as main takes it; null while vaccine, number, expiry or doses are missing. */
export function toReceive(receipt: Receipt): RequestOf<typeof receiveLot> | null {
  const { vaccineCode, expiresOn, programme, diluentExpiresOn } = receipt
  const doses = readDoses(receipt.doses)
  const number = receipt.number.trim()
  if (vaccineCode === null || expiresOn === null || doses === null || number === '') return null
  return {
    vaccineCode,
    number,
    expiresOn,
    doses,
    programme,
    diluentExpiresOn,
    manufacturer: receipt.manufacturer.trim() || null,
    diluentLot: receipt.diluentLot.trim() || null,
    note: receipt.note.trim() || null,
  }
}
