import { addDays, type CalendarDay, isCalendarDay } from '../calendar/calendar-day'
import type { Dose } from '../immunization/dose'
import { imprecise } from '../immunization/dose-date'
import { type Cell, cellText } from './table'

/** How the dates of a column are to be read. */
export type DateReading = {
  readonly order: 'day-first' | 'month-first'
  readonly epoch1904: boolean
  /** Two-digit years beyond this one's belong to the century before. */
  readonly today: CalendarDay
}

const parted = /^(\d{1,2})[/.\- ]\s*(\d{1,2})[/.\- ]\s*(\d{4}|\d{2})$/u
const firstSerial = 7_000
const lastSerial = 70_000
const spreadsheetZero = '1899-12-30' as CalendarDay

/**
 * Reads a day: a date cell, `dd/MM/yyyy` (also with dashes, dots, one-digit parts, a time behind, a two-digit year),
 * ISO, `ddMMyyyy`, or a spreadsheet's count of days.
 */
export function readDay(cell: Cell | undefined, reading: DateReading): CalendarDay | null {
  if (typeof cell === 'number') return dayOfSerial(cell, reading) ?? readText(cellText(cell), reading)
  return readText(cellText(cell), reading)
}

function readText(text: string, reading: DateReading): CalendarDay | null {
  const date = text.replace(/[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]M)?$/iu, '')
  const found = parted.exec(date) ?? /^(\d{2})(\d{2})((?:19|20)\d{2})$/u.exec(date)
  if (!found) return isCalendarDay(date) ? date : null
  const [, first = '', second = '', year = ''] = found
  const [dayOfMonth, month] = reading.order === 'day-first' ? [first, second] : [second, first]
  const iso = `${fullYear(year, reading.today)}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return isCalendarDay(iso) ? iso : null
}

function fullYear(year: string, today: CalendarDay): string {
  if (year.length === 4) return year
  return Number(year) <= Number(today.slice(2, 4)) ? `20${year}` : `19${year}`
}

/** Days since the last day of 1899 as spreadsheets count them, which took 1900 for a leap year; or since 1904. */
function dayOfSerial(serial: number, { epoch1904 }: DateReading): CalendarDay | null {
  const days = Math.floor(serial) + (epoch1904 ? 1_462 : 0)
  // Asked this way round: a cell whose number is none is no day either.
  return days >= firstSerial && days <= lastSerial ? addDays(spreadsheetZero, days) : null
}

/** Reads the date of a dose: a day, or a month (`03/2024`) or a year (`2024`) where the list has no more. */
export function readDoseDate(
  cell: Cell | undefined,
  reading: DateReading,
  bornOn: CalendarDay,
): Pick<Dose, 'givenOn' | 'givenOnAccuracy'> | null {
  const givenOn = readDay(cell, reading)
  if (givenOn) return { givenOn, givenOnAccuracy: null }
  const [, month, year] = /^(?:(\d{1,2})[/.-])?((?:19|20)\d{2})$/u.exec(cellText(cell)) ?? []
  return year === undefined ? null : imprecise(year, month ?? null, bornOn)
}

/** Month before day only when some date of the column can be read in no other way, and none contradicts it. */
export function dateOrderOf(cells: Iterable<Cell>): DateReading['order'] {
  let monthFirst = 0
  for (const cell of cells) {
    const [, first = '', second = ''] = parted.exec(cellText(cell)) ?? []
    if (Number(first) > 12) return 'day-first'
    if (Number(second) > 12) monthFirst += 1
  }
  return monthFirst > 0 ? 'month-first' : 'day-first'
}

/** The digits of a number; one that a spreadsheet took for a count has lost its leading zeros, and gets them back. */
export function readDigits(cell: Cell | undefined, length: number | null): string {
  const text = cellText(cell)
    .replace(/^'/u, '')
    .replace(/[\s.-](?=\d)/gu, '')
  const hasLostZeros = typeof cell === 'number' && length !== null && text.length < length
  return hasLostZeros ? text.padStart(length, '0') : text
}

/** A phone with the zero that a spreadsheet dropped (`912345678`); several in one cell: the first. */
export function readPhoneText(cell: Cell | undefined): string {
  const [first = ''] = cellText(cell)
    .replace(/^'/u, '')
    .split(/\s*[;,/]\s*|\s+-\s+/u)
  return /^[235789]\d{8,9}$/u.test(first.replace(/[\s.-]/gu, '')) ? `0${first}` : first
}
