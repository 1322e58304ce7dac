import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day'
import { systemsOf } from './identifiers'
import { foldWithOrigin, markedKey } from './name-key'
import { normalizePhone } from './phone'

/** What was typed of a birth date; null for a part that was not typed. */
export type BirthParts = {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

/** One number in the query and everything it may mean; a person fits when one of the readings fits. */
export type NumberTerm = {
  readonly digits: string
  readonly birth: BirthParts | null
  /** A whole number (10 digits) or its last three or more digits. */
  readonly phoneDigits: string | null
  readonly code: string | null
}

/** A search as understood. All words and all numbers must fit. */
export type SearchQuery = {
  readonly text: string
  /** Folded words, each to be found in the name of the person or of a relative, in any order; the last may be unfinished. */
  readonly words: readonly string[]
  /** The words as typed, marks kept, to prefer `Ánh` over `Anh` when `ánh` was typed. */
  readonly markedWords: readonly string[]
  readonly numbers: readonly NumberTerm[]
  /** The first reading of each kind, for the index that is asked. */
  readonly phoneDigits: string | null
  readonly code: string | null
  readonly birthDate: BirthParts | null
}

const separatedDate = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?!\d)/u
const isoDate = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u
const wordedDate =
  /(?:ngay\s*(\d{1,2})\s*)?(?:thang|(?<![a-z0-9])t)\s*(\d{1,2})(?:\s*(?:nam|[/.-])?\s*(\d{4}))?(?!\d)/u
const monthYear = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/u
const dayMonth = /(?<![\d/.-])(\d{1,2})\s*\/\s*(\d{1,2})(?![\d/])/u
const yearWords = /(?:sinh\s+nam|sinh|^nam)\s+(?=\d{4}(?!\d))/gu
/** Without its marks `nam` behind other words is rather a given name. */
const markedYearWord = /năm\s+(?=\d{4}(?!\d))/giu
const letterCode = /(?<![a-z0-9])[a-z]{2}\d{13}(?![a-z0-9])/u

/**
 * Understands what was typed or scanned into the search box: name with or without marks, phone or its last digits,
 * any code, birth date as dd/mm/yyyy, d/m, ddmmyyyy, mm/yyyy, yyyy or "tháng 5 2025", in any mixture
 * ("anh ngoc 2025 phuong"). `today` only bounds which years are plausible. Never fails; an empty text gives no terms.
 */
export function parseSearch(text: string, today: CalendarDay): SearchQuery {
  const latestYear = Number(today.slice(0, 4)) + 1
  const numbers: NumberTerm[] = []
  let rest = foldKeepingSigns(text.normalize('NFC').replace(markedYearWord, ' '))
  const scannedCard = letterCode.exec(rest)
  if (scannedCard) {
    numbers.push({
      digits: scannedCard[0],
      birth: null,
      phoneDigits: null,
      code: scannedCard[0].toUpperCase(),
    })
    rest = rest.replace(letterCode, ' ')
  }
  const written = takeWrittenDate(rest, latestYear)
  if (written) {
    numbers.push({ digits: '', birth: written.birth, phoneDigits: null, code: null })
    rest = written.rest
  }
  const tokens = rest
    .replace(yearWords, ' ')
    .split(/[^\p{L}\p{N}+]+/u)
    .filter(Boolean)
  for (const digits of joinDigits(tokens)) numbers.push(readNumber(digits, latestYear))
  const words = tokens.filter(token => !isNumeric(token))
  return {
    text,
    words,
    markedWords: markedKey(text)
      .split(/\s+/u)
      .filter(word => words.includes(foldWithOrigin(word).key)),
    numbers,
    phoneDigits: numbers.find(term => term.phoneDigits !== null)?.phoneDigits ?? null,
    code: numbers.find(term => term.code !== null)?.code ?? null,
    birthDate: numbers.find(term => term.birth !== null)?.birth ?? null,
  }
}

/** True when there is nothing to search for. */
export function isEmptySearch(query: SearchQuery): boolean {
  return query.words.length === 0 && query.numbers.length === 0
}

function foldKeepingSigns(text: string): string {
  return [...text]
    .map(sign => ('/.-+'.includes(sign) ? sign : foldSign(sign)))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}

function foldSign(sign: string): string {
  if (/\p{M}/u.test(sign) || /['’‘ʼ`´]/u.test(sign)) return ''
  return foldWithOrigin(sign).key || ' '
}

function isNumeric(token: string): boolean {
  return /^\+?\d+$/u.test(token)
}

function takeWrittenDate(
  text: string,
  latestYear: number,
): { readonly birth: BirthParts; readonly rest: string } | null {
  // A phone written with dots or dashes ("0912.345.678") must not be cut into a date.
  if (normalizePhone(text) !== null) return null
  const shapes: readonly [RegExp, (found: RegExpExecArray) => BirthParts][] = [
    [isoDate, found => parts(found[1], found[2], found[3], latestYear)],
    [separatedDate, found => parts(found[3], found[2], found[1], latestYear)],
    [wordedDate, found => parts(found[3], found[2], found[1], latestYear)],
    [monthYear, found => parts(found[2], found[1], undefined, latestYear)],
    [dayMonth, found => parts(undefined, found[2], found[1], latestYear)],
  ]
  for (const [shape, read] of shapes) {
    const found = shape.exec(text)
    if (!found) continue
    const birth = read(found)
    if (isPlausible(birth, latestYear)) return { birth, rest: text.replace(found[0], ' ') }
  }
  return null
}

function parts(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  latestYear: number,
): BirthParts {
  return {
    year: year === undefined ? null : fullYear(year, latestYear),
    month: toNumber(month),
    day: toNumber(day),
  }
}

function toNumber(text: string | undefined): number | null {
  return text === undefined ? null : Number(text)
}

/** A two-digit year is the latest one that is not in the future. */
function fullYear(text: string, latestYear: number): number {
  if (text.length !== 2) return Number(text)
  const thisCentury = 2000 + Number(text)
  return thisCentury <= latestYear ? thisCentury : thisCentury - 100
}

function isPlausible({ year, month, day }: BirthParts, latestYear: number): boolean {
  if (year !== null && (year < 1900 || year > latestYear)) return false
  if (month !== null && (month < 1 || month > 12)) return false
  // Without a year, a leap year decides, so that 29/2 can be asked for.
  return day === null || isCalendarDay(`${year ?? 2000}-${two(month ?? 1)}-${two(day)}`)
}

/** A number of one or two digits as dates have it. */
export function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** Puts the groups of one long number together ("0912 345 678"), and leaves "2025 0912" as two. */
function joinDigits(tokens: readonly string[]): string[] {
  const found: string[] = []
  let at = 0
  while (at < tokens.length) {
    if (!isNumeric(tokens[at] ?? '')) {
      at += 1
      continue
    }
    let runEnd = at
    while (isNumeric(tokens[runEnd] ?? '')) runEnd += 1
    let end = runEnd
    while (end > at + 1 && !isWholeNumber(tokens.slice(at, end))) end -= 1
    found.push(joinGroups(tokens.slice(at, end)))
    at = end
  }
  return found
}

function joinGroups(groups: readonly string[]): string {
  return isSpacedDate(groups) ? groups.map(group => group.padStart(2, '0')).join('') : groups.join('')
}

function isSpacedDate(groups: readonly string[]): boolean {
  return /^\d{1,2} \d{1,2} \d{4}$/u.test(groups.join(' '))
}

function isWholeNumber(groups: readonly string[]): boolean {
  const digits = groups.join('')
  if (normalizePhone(digits) !== null || isSpacedDate(groups) || digits.length === 15) return true
  return systemsOf(digits).some(system => system !== 'niis-code')
}

function readNumber(digits: string, latestYear: number): NumberTerm {
  const phone = normalizePhone(digits)
  const systems = systemsOf(digits)
  const isWholePhone = phone !== null && !systems.includes('person-code')
  const birth = isWholePhone ? null : birthOfDigits(digits, latestYear)
  const isSuffix = digits.length >= 3 && digits.length <= 9
  return {
    digits,
    birth,
    phoneDigits: isWholePhone ? phone : isSuffix ? digits : null,
    code: systems.length > 0 ? digits : null,
  }
}

function birthOfDigits(digits: string, latestYear: number): BirthParts | null {
  const readings: readonly BirthParts[] =
    {
      1: [parts(undefined, undefined, digits, latestYear)],
      2: [parts(undefined, undefined, digits, latestYear)],
      4: [parts(digits, undefined, undefined, latestYear)],
      6: [
        parts(digits.slice(2), digits.slice(0, 2), undefined, latestYear),
        parts(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2), latestYear),
      ],
      7: [parts(digits.slice(3), digits.slice(1, 3), digits.slice(0, 1), latestYear)],
      8: [
        parts(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2), latestYear),
        parts(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6), latestYear),
      ],
    }[digits.length] ?? []
  return readings.find(reading => isPlausible(reading, latestYear)) ?? null
}
