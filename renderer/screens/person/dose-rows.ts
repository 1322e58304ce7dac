import type { RequestOf } from '../../../src/contract/call'
import type { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { text } from '../../text'

/** One line of a card as typed. */
export type DoseRow = {
  readonly key: string
  readonly vaccineCode: string | null
  readonly givenOn: CalendarDay | null
  readonly statedNumber: string
  readonly lotNumber: string
  readonly placeName: string
}

/** A fresh line; the place of the line before is likely the same. */
export function emptyRow(placeName = ''): DoseRow {
  return {
    key: crypto.randomUUID(),
    vaccineCode: null,
    givenOn: null,
    statedNumber: '',
    lotNumber: '',
    placeName,
  }
}

/** True for a line that is not a dose; a place alone, taken over from above, is none. */
export function isEmptyRow(row: DoseRow): boolean {
  return row.vaccineCode === null && row.givenOn === null && row.statedNumber === '' && row.lotNumber === ''
}

/** What is wrong with a line before it is sent; null when nothing is, or the line is empty. */
export function problemOfRow(row: DoseRow, bornOn: CalendarDay, today: CalendarDay): string | null {
  if (row.givenOn !== null && row.givenOn < bornOn) return text.errors['dose.before-birth']({ bornOn })
  if (row.givenOn !== null && row.givenOn > today) return text.errors['dose.in-future']({ today })
  if (isEmptyRow(row)) return null
  return row.vaccineCode === null || row.givenOn === null ? text.register.rowIncomplete : null
}

/** The dose as it is sent. Throws RangeError for a line that `problemOfRow` would name. */
export function toHistorical(row: DoseRow): RequestOf<typeof recordHistoricalDoses>['doses'][number] {
  const { vaccineCode, givenOn, statedNumber, lotNumber, placeName } = row
  if (vaccineCode === null || givenOn === null) throw new RangeError('a dose needs vaccine and date')
  return {
    vaccineCode,
    givenOn,
    statedNumber: statedNumber === '' ? null : Number(statedNumber),
    lotNumber: lotNumber.trim() === '' ? null : lotNumber.trim(),
    placeName: placeName.trim() === '' ? null : placeName.trim(),
  }
}
