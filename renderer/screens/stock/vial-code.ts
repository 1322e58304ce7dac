import { type CalendarDay, isCalendarDay } from '../../../src/domain/calendar/calendar-day'

/** What a code on a vial or a box says. `lot` is null when the code carries none. */
export type VialCode = {
  readonly gtin: string | null
  readonly lot: string | null
  readonly expiresOn: CalendarDay | null
}

const groupSeparator = '\u001d'

/**
 * Reads a GS1 code as scanners type it, raw (`]d2` and separators kept or not) or with brackets, application
 * identifiers 01, 10, 11, 17 and 21. Anything else is taken as a lot number typed by hand.
 */
export function readVialCode(typed: string): VialCode {
  const code = typed.trim().replace(/^\](d2|C1|Q3)/u, '')
  if (/^\(\d{2}\)/u.test(code)) return readBracketed(code)
  if (/^01\d{14}/u.test(code) || code.startsWith(groupSeparator)) return readRaw(code)
  return { gtin: null, lot: code === '' ? null : code, expiresOn: null }
}

function readBracketed(code: string): VialCode {
  const parts = new Map<string, string>()
  for (const [, key = '', value = ''] of code.matchAll(/\((\d{2})\)([^(]*)/gu)) parts.set(key, value.trim())
  return fromParts(parts)
}

function readRaw(code: string): VialCode {
  const fixed: Readonly<Record<string, number>> = { '01': 14, '11': 6, '17': 6 }
  const parts = new Map<string, string>()
  let rest = code
  while (rest !== '') {
    if (rest.startsWith(groupSeparator)) {
      rest = rest.slice(1)
      continue
    }
    const key = rest.slice(0, 2)
    const separator = rest.indexOf(groupSeparator)
    const end = fixed[key] === undefined ? (separator < 0 ? rest.length : separator) : 2 + fixed[key]
    parts.set(key, rest.slice(2, end))
    rest = rest.slice(end)
  }
  return fromParts(parts)
}

function fromParts(parts: ReadonlyMap<string, string>): VialCode {
  return {
    gtin: parts.get('01') ?? null,
    lot: parts.get('10') || null,
    expiresOn: readExpiry(parts.get('17') ?? ''),
  }
}

/** YYMMDD; a day of 00 is the last of the month, as GS1 has it. Centuries: vaccines of 20xx only. */
function readExpiry(digits: string): CalendarDay | null {
  const match = /^(\d{2})(\d{2})(\d{2})$/u.exec(digits)
  if (!match) return null
  const [, year = '', month = '', date = ''] = match
  if (date !== '00') {
    const on = `20${year}-${month}-${date}`
    return isCalendarDay(on) ? on : null
  }
  const last = new Date(Date.UTC(2000 + Number(year), Number(month), 0)).toISOString().slice(0, 10)
  return Number(month) >= 1 && Number(month) <= 12 && isCalendarDay(last) ? last : null
}
