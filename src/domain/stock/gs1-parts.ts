import { type CalendarDay, isCalendarDay, partsOf } from '../calendar/calendar-day'

/** FNC1 between two parts of a code, as scanners type it. */
export const groupSeparator = '\u001d'

/** How the value behind an application identifier is built (GS1 General Specifications, table of identifiers). */
type PartRule = {
  readonly length: number
  /** False: up to `length` signs, ended by FNC1 or by the end of the code. */
  readonly isFixed: boolean
  readonly kind: 'digits' | 'text' | 'date'
}

const fixed = (length: number, kind: PartRule['kind'] = 'digits'): PartRule => ({
  length,
  isFixed: true,
  kind,
})
const upTo = (length: number, kind: PartRule['kind'] = 'text'): PartRule => ({ length, isFixed: false, kind })

/** Identifiers that medicines and their boxes carry; all others are unknown, and a code with one is not used. */
const rules: ReadonlyMap<string, PartRule> = new Map([
  ['00', fixed(18)],
  ['01', fixed(14)],
  ['02', fixed(14)],
  ['10', upTo(20)],
  ...['11', '12', '13', '15', '16', '17'].map(key => [key, fixed(6, 'date')] as const),
  ['20', fixed(2)],
  ['21', upTo(20)],
  ['22', upTo(20)],
  ['30', upTo(8, 'digits')],
  ['37', upTo(8, 'digits')],
  ...['240', '241', '250', '251', '400'].map(key => [key, upTo(30)] as const),
  ...['710', '711', '712', '713', '714', '715', '716'].map(key => [key, upTo(20)] as const),
  ['7003', fixed(10)],
  ...['91', '92', '93', '94', '95', '96', '97', '98', '99'].map(key => [key, upTo(90)] as const),
  ['90', upTo(30)],
])

/** The identifier a text begins with and its rule; null when it begins with none that is known. */
export function partAt(rest: string): { readonly key: string; readonly rule: PartRule } | null {
  for (const length of [2, 3, 4]) {
    const key = rest.slice(0, length)
    const rule = rules.get(key)
    if (rule) return { key, rule }
  }
  return null
}

/** True when a value has the signs and the length its identifier asks for. */
export function fitsRule(value: string, { length, isFixed, kind }: PartRule): boolean {
  const hasLength = isFixed ? value.length === length : value.length > 0 && value.length <= length
  return hasLength && (kind === 'text' ? /^[!"%-?A-Z_a-z]+$/u : /^\d+$/u).test(value)
}

/** True for digits whose last one is the GS1 check digit: 8, 12, 13, 14 or 18 of them. */
export function hasCheckDigit(digits: string): boolean {
  if (!/^\d+$/u.test(digits) || digits.length < 8) return false
  const sum = [...digits].toReversed().reduce((all, digit, at) => all + Number(digit) * (at % 2 ? 3 : 1), 0)
  return sum % 10 === 0
}

/**
 * YYMMDD; a day of 00 is the last of the month. The century is the one nearest to the present year: 51 and more years
 * ahead lie behind, 50 and more behind lie ahead (GS1 General Specifications, section 7.12). Null for no date.
 */
export function readGs1Date(digits: string, on: CalendarDay): CalendarDay | null {
  const match = /^(\d{2})(\d{2})(\d{2})$/u.exec(digits)
  if (!match) return null
  const [, yy = '', month = '', date = ''] = match
  const present = partsOf(on).year
  const ahead = Number(yy) - (present % 100)
  const century = Math.floor(present / 100) + (ahead >= 51 ? -1 : ahead <= -50 ? 1 : 0)
  const inMonth = `${String(century).padStart(2, '0')}${yy}-${month}`
  const days = date === '00' ? ['31', '30', '29', '28'] : [date]
  const found = days.map(each => `${inMonth}-${each}`).find(isCalendarDay)
  return found ?? null
}

/** Puts the separator back that a scanner replaced by another sign; the settings of the scanner say which. */
export function withSeparators(text: string, sign: string): string {
  return sign === '' ? text : text.replaceAll(sign, groupSeparator)
}

/** True for a text that begins as a GS1 code of a product does. */
export function looksGs1(text: string): boolean {
  return /^(?:\][A-Za-z]\d)?\p{Cc}?(?:01\d{14}|\(01\))/u.test(text)
}
