import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day'
import type { Vocabulary } from './near-words'
import { reversePhone } from './phone'
import { givenMark, relativeMark, triplesOf, yearKey } from './search-index'
import { type BirthParts, type NumberTerm, type SearchQuery, two } from './search-query'

/** A word the index is asked for: whole, or as the beginning of a word. */
export type Term = { readonly text: string; readonly isBeginning: boolean }

type Groups = readonly (readonly Term[])[]

/** One question to the index. Texts are ready to be compared with the columns of `SearchKeys`. */
export type Lookup =
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'phone-end'; readonly reversed: string }
  /** Phones that hold all of these three digits somewhere. */
  | { readonly by: 'phone-part'; readonly triples: readonly string[] }
  | { readonly by: 'birth-date'; readonly from: CalendarDay; readonly to: CalendarDay }
  /** Of any year: the last five characters of the birth date. */
  | { readonly by: 'birth-month-day'; readonly monthDay: string }
  /** Exactly this name, born on one of these days; of any day where there are none. */
  | { readonly by: 'name'; readonly nameKey: string; readonly bornOn: readonly CalendarDay[] }
  /** Of each group one word of the names or the hamlet. `isHere`: only who lives in the point's commune. */
  | { readonly by: 'words'; readonly groups: Groups; readonly isHere: boolean }
  /** Of each group one key: words behind a year, a given name, words of relatives' names. */
  | { readonly by: 'keys'; readonly groups: Groups }

/** The question for everybody whose names and hamlet have all these words, or words that begin so. */
export function allWords(words: readonly string[]): Lookup {
  return { by: 'words', groups: words.map(word => [beginning(word)]), isHere: false }
}

/** As `allWords`, for people born in a year. */
export function allWordsOfYear(words: readonly string[], year: number): Lookup {
  return { by: 'keys', groups: words.map(word => [beginning(yearKey(year, word))]) }
}

/** How many words a mistyped one may stand for in one question. */
const mostNear = 24

/**
 * The first questions, most telling first; the answers together go through `rankHits`, which decides. A word that is
 * one of the register, with others behind it, is finished; any other is the beginning of one.
 */
export function lookupsFor(query: SearchQuery, vocabulary: Vocabulary): readonly Lookup[] {
  const { words } = query
  const lookups: Lookup[] = []
  if (query.code !== null) lookups.push({ by: 'code', code: query.code })
  for (const term of query.numbers) lookups.push(...phoneLookups(term))
  const day = query.birthDate && wholeDay(query.birthDate)
  if (day) lookups.push({ by: 'birth-date', from: day, to: day })
  else if (words.length === 0 && query.birthDate) lookups.push(...birthLookups(query.birthDate))
  if (words.length === 0 || day || isDecidedByNumber(query)) return lookups
  return [...lookups, ...wordLookups(query, groupsFor(words, vocabulary))]
}

function groupsFor(words: readonly string[], vocabulary: Vocabulary): Groups {
  return words.map((text, at) => [{ text, isBeginning: at === words.length - 1 || !vocabulary.has(text) }])
}

/** A number that can only be a phone or a code: whoever is meant has it, so the words need no questions of their own. */
function isDecidedByNumber({ numbers }: SearchQuery): boolean {
  return numbers.some(
    ({ birth, phoneDigits, code }) => birth === null && (phoneDigits !== null || code !== null),
  )
}

/**
 * The questions asked when too little was found: names, phones and dates with one slip. A word that no name begins with
 * is surely mistyped; where all words exist, each is doubted in turn.
 */
export function slipLookupsFor(query: SearchQuery, vocabulary: Vocabulary): readonly Lookup[] {
  const { words, birthDate } = query
  const lookups: Lookup[] = []
  if (query.phoneDigits !== null) lookups.push(...phoneSlipLookups(query.phoneDigits))
  const near = birthDate ? nearDays(birthDate) : []
  if (words.length === 0)
    return [...lookups, ...near.map(on => ({ by: 'birth-date', from: on, to: on }) as const)]
  if (near.length > 0 && words.length > 1)
    lookups.push({ by: 'name', nameKey: words.join(' '), bornOn: near })
  if (isDecidedByNumber(query)) return lookups
  const plain = groupsFor(words, vocabulary)
  const unknown = words.map(word => !vocabulary.hasBeginning(word))
  const doubted = unknown.includes(true)
    ? [unknown]
    : words.map((_, at) => words.map((__, other) => at === other))
  for (const isDoubted of doubted) {
    const groups = plain.map((group, at) => (isDoubted[at] ? termsNear(words[at] ?? '', vocabulary) : group))
    if (groups.every(group => group.length > 0)) lookups.push(...wordLookups(query, groups))
  }
  return lookups
}

/** Splits what was typed without its space where both halves are words of the register: `ngocanh` → `ngoc anh`. */
export function splitJoinedWords(words: readonly string[], vocabulary: Vocabulary): readonly string[] {
  return words.flatMap(word => {
    if (vocabulary.hasBeginning(word)) return [word]
    for (let at = word.length - 2; at >= 2; at -= 1) {
      const [left, right] = [word.slice(0, at), word.slice(at)]
      if (vocabulary.has(left) && vocabulary.has(right)) return [left, right]
    }
    return [word]
  })
}

function beginning(text: string): Term {
  return { text, isBeginning: true }
}

function termsNear(word: string, vocabulary: Vocabulary): readonly Term[] {
  const near = word.length < 2 ? [] : vocabulary.near(word, mostNear)
  const known = vocabulary.hasBeginning(word) ? [beginning(word)] : []
  return [...known, ...near.map(text => ({ text, isBeginning: false }))]
}

function wordLookups(query: SearchQuery, groups: Groups): readonly Lookup[] {
  const year = query.birthDate?.year ?? null
  if (year !== null) return [{ by: 'keys', groups: groups.map(group => marked(String(year), group)) }]
  const isOnlyWords = query.words.length > 1 && groups.every(group => group.length === 1)
  return [
    ...(isOnlyWords ? [{ by: 'name', nameKey: query.words.join(' '), bornOn: [] } as const] : []),
    ...familyLookups(groups),
    { by: 'words', groups, isHere: true },
    { by: 'words', groups, isHere: false },
  ]
}

/** A child's given name before or behind the name of a relative, the middle name perhaps with it. */
function familyLookups(groups: Groups): readonly Lookup[] {
  const splits = [1, 2].flatMap(size => [
    { child: groups.slice(0, size), relative: groups.slice(size) },
    { child: groups.slice(-size), relative: groups.slice(0, -size) },
  ])
  // The name of a relative alone brings all the children.
  const wholeRelative =
    groups.length < 2
      ? []
      : [{ by: 'keys', groups: groups.map(group => marked(relativeMark, group)) } as const]
  const children = splits.flatMap(({ child, relative }): readonly Lookup[] => {
    const given = child.at(-1)
    if (!given || relative.length < 2) return []
    const asKeys = relative.map(group => marked(relativeMark, group))
    return [{ by: 'keys', groups: [marked(givenMark, given), ...asKeys] }]
  })
  return [...children, ...wholeRelative]
}

function marked(mark: string, group: readonly Term[]): readonly Term[] {
  return group.map(term => ({ ...term, text: mark + term.text }))
}

/** Four digits that may be a year are rather one than the middle of a phone. */
function phoneLookups({ birth, phoneDigits }: NumberTerm): readonly Lookup[] {
  if (phoneDigits === null) return []
  const end: Lookup = { by: 'phone-end', reversed: reversePhone(phoneDigits) }
  const isPart = phoneDigits.length > 4 || (phoneDigits.length === 4 && birth === null)
  return isPart ? [end, { by: 'phone-part', triples: triplesOf(phoneDigits) }] : [end]
}

/** Of a whole number with one wrong digit, everything before and behind that digit is right. */
function phoneSlipLookups(digits: string): readonly Lookup[] {
  if (digits.length < 9) return []
  return Array.from({ length: digits.length }, (_, wrong) => ({
    by: 'phone-part',
    triples: [...triplesOf(digits.slice(0, wrong)), ...triplesOf(digits.slice(wrong + 1))],
  }))
}

/** A lone number of one or two digits is too little to ask for; it only narrows a search with words. */
function birthLookups(birth: BirthParts): readonly Lookup[] {
  const { year, month, day } = birth
  if (year !== null) {
    // 31 as an upper edge is only compared as text, so it is right for short months too.
    const [from, to] = [dayOf(year, month ?? 1, day ?? 1), dayOf(year, month ?? 12, day ?? 31)]
    return [{ by: 'birth-date', from, to }]
  }
  if (month === null || day === null) return []
  return [{ by: 'birth-month-day', monthDay: `${two(month)}-${two(day)}` }]
}

function wholeDay({ year, month, day }: BirthParts): CalendarDay | null {
  return year === null || month === null || day === null ? null : dayOf(year, month, day)
}

/** Days that one slip turns into the typed one: day and month swapped, or one digit wrong. */
export function nearDays(birth: BirthParts): readonly CalendarDay[] {
  const typed = wholeDay(birth)
  if (!typed) return []
  const [year = '', month = '', day = ''] = typed.split('-')
  const swapped = `${year}-${day}-${month}`
  const slips = [...typed].flatMap((digit, at) =>
    digit === '-' ? [] : [...'0123456789'].map(other => typed.slice(0, at) + other + typed.slice(at + 1)),
  )
  const latest = Number(year) + 10
  const isSensible = (text: string): text is CalendarDay =>
    text !== typed &&
    isCalendarDay(text) &&
    Number(text.slice(0, 4)) >= 1900 &&
    Number(text.slice(0, 4)) <= latest
  return [...new Set([swapped, ...slips])].filter(isSensible)
}

function dayOf(year: number, month: number, day: number): CalendarDay {
  return `${year}-${two(month)}-${two(day)}` as CalendarDay
}
