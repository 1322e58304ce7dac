import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { readGs1, type VialCode } from '../../../src/domain/stock/gs1'

/**
 * What a code on a box says, for the form of a receipt. Anything that is no GS1 code is taken as a lot number typed by
 * hand; a damaged code says nothing at all.
 */
export function readVialCode(typed: string, on: CalendarDay): VialCode {
  const nothing: VialCode = { gtin: null, lot: null, expiresOn: null, serial: null, count: null }
  const reading = readGs1(typed, on)
  if (reading.kind === 'read') return reading.code
  return reading.kind === 'damaged' ? nothing : { ...nothing, lot: typed.trim() || null }
}
