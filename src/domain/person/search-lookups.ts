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
  /** Exactly one of these whole numbers, written from last to first. */
  | { readonly by: 'phones'; readonly reversed: readonly string[] }
  /** Phones that hold all of these three digits somewhere. */
  | { readonly by: 'phone-part'; readonly triples: readonly string[] }
  | { readonly by: 'birth-date'; readonly from: CalendarDay; readonly to: CalendarDay }
  /** Of any year: the last five characters of the birth date. */
  | { readonly by: 'birth-month-day'; readonly monthDay: string }
  /** Exactly one of these names, born on one of these days. */
  | {
      readonly by: 'name-born'
      readonly nameKeys: readonly string[]
      readonly bornOn: readonly CalendarDay[]
    }
  /** Exactly one of these names, born in a year; in any where it is null. */
  | { readonly by: 'name'; readonly nameKeys: readonly string[]; readonly year: number | null }
  /** Of each group one word of the names or the hamlet. `isHere`: only who lives in the point's commune. */
  | { readonly by: 'words'; readonly groups: Groups; readonly isHere: boolean }
  /** Of each group one key: words behind a year, a given name, a relative's whole name. */
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
  if (day && words.length > 1) lookups.push({ by: 'name-born', nameKeys: [words.join(' ')], bornOn: [day] })
  if (day) lookups.push({ by: 'birth-date', from: day, to: day })
  else if (words.length === 0 && query.birthDate) lookups.push(...birthLookups(query.birthDate))
  if (words.length === 0 || day || isDecidedByNumber(query)) return lookups
  return [...lookups, ...wordLookups(query, groupsFor(words, vocabulary), vocabulary)]
}

function groupsFor(words: readonly string[], vocabulary: Vocabulary): Groups {
  return words.map((text, at) => [{ text, isBeginning: at === words.length - 1 || !vocabulary.has(text) }])
}

/** A number that can only be a phone or a code: whoever is meant has it, so the words need no questions of their own. */
export function isDecidedByNumber({ numbers }: SearchQuery): boolean {
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
    lookups.push({ by: 'name-born', nameKeys: [words.join(' ')], bornOn: near })
  if (isDecidedByNumber(query)) return lookups
  const plain = groupsFor(words, vocabulary)
  const unknown = words.map(word => !vocabulary.hasBeginning(word))
  const doubted = unknown.includes(true)
    ? [unknown]
    : words.map((_, at) => words.map((__, other) => at === other))
  for (const isDoubted of doubted) {
    const groups = plain.map((group, at) => (isDoubted[at] ? termsNear(words[at] ?? '', vocabulary) : group))
    if (groups.every(group => group.length > 0)) lookups.push(...wordLookups(query, groups, vocabulary))
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

function wordLookups(query: SearchQuery, groups: Groups, vocabulary: Vocabulary): readonly Lookup[] {
  const year = query.birthDate?.year ?? null
  const names = year === null ? namesOf(groups) : namesInAnyOrder(groups)
  const named: readonly Lookup[] =
    query.words.length > 1 && names.length > 0 ? [{ by: 'name', nameKeys: names, year }] : []
  if (year !== null)
    return [...named, ...keyLookups(groups.map(group => marked(String(year), finished(group, vocabulary))))]
  const longOnes = groups.map(group => group.flatMap(term => finishedIfLong(term, vocabulary)))
  return [
    ...named,
    ...familyLookups(groups, vocabulary),
    { by: 'words', groups: longOnes, isHere: true },
    { by: 'words', groups: longOnes, isHere: false },
  ]
}

/** In how many ways a name is put together at most; only one word of it is doubted at a time. */
const mostNames = 150

/** The whole names that the words may mean, each word as it was typed or as it may have been meant. */
function namesOf(groups: Groups, separator = ' '): readonly string[] {
  let names: readonly string[] = ['']
  for (const group of groups) {
    names = names.flatMap(name => group.map(({ text }) => (name === '' ? text : name + separator + text)))
    if (names.length > mostNames) return []
  }
  return names
}

/** As `namesOf`, with the words in any order; of many names only those that begin at another word. */
function namesInAnyOrder(groups: Groups): readonly string[] {
  const ways = namesOf(groups).length
  const orders = groups.length <= 4 ? permutations(groups) : []
  const all = orders.length > 0 && ways * orders.length <= mostNames ? orders : rotations(groups)
  const names = [...new Set(all.flatMap(order => namesOf(order)))]
  return names.length <= mostNames ? names : namesOf(groups)
}

function rotations<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.map((_, at) => [...all.slice(at), ...all.slice(0, at)])
}

function permutations<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length < 2) return [all]
  return all.flatMap((first, at) =>
    permutations(all.filter((_, other) => other !== at)).map(rest => [first, ...rest]),
  )
}

/** A child's given name before or behind the name of a relative, the middle name perhaps with it. */
function familyLookups(groups: Groups, vocabulary: Vocabulary): readonly Lookup[] {
  const splits = [1, 2].flatMap(size => [
    { child: groups.slice(0, size), relative: groups.slice(size) },
    { child: groups.slice(-size), relative: groups.slice(0, -size) },
  ])
  const children = splits.flatMap(({ child, relative }): readonly Lookup[] => {
    const given = child.at(-1)
    const names = relativeTerms(relative)
    return given ? keyLookups([marked(givenMark, finished(given, vocabulary)), names]) : []
  })
  // The name of a relative alone brings all the children.
  const whole = relativeTerms(groups)
  return [...children, ...keyLookups([whole])]
}

/** The question for these keys; none where a group is empty, for then nobody has them. */
function keyLookups(groups: Groups): readonly Lookup[] {
  return groups.every(group => group.length > 0) ? [{ by: 'keys', groups }] : []
}

/** With more words that begin so, the beginning itself is asked for. */
const mostFinished = 60

/** The index of words keeps lists for beginnings of up to so many letters, so that only longer ones need be finished. */
const longestKept = 5

function finishedIfLong(term: Term, vocabulary: Vocabulary): readonly Term[] {
  const words = term.text.length > longestKept ? finished([term], vocabulary) : []
  return words.length > 0 ? words : [term]
}

/**
 * Each unfinished word as the words that it may become. The index, asked for a beginning, first puts the lists of all those
 * words together; asked for the words themselves it skips through the lists, which is ten times faster.
 */
function finished(group: readonly Term[], vocabulary: Vocabulary): readonly Term[] {
  const terms = group.flatMap(term => {
    const words = term.isBeginning ? vocabulary.beginningWith(term.text, mostFinished) : null
    return words ? words.map(text => ({ text, isBeginning: false })) : [term]
  })
  const seen = new Set<string>()
  return terms.filter(({ text }) => !seen.has(text) && seen.add(text))
}

/** A name is unfinished from so many words, or letters of the last word, on; fewer would begin half of all names. */
const unfinishedFrom = { words: 4, letters: 3 }

/** A relative's whole name as keys of the index; none for a name of one word. */
function relativeTerms(groups: Groups): readonly Term[] {
  const last = groups.at(-1)
  if (groups.length < 2 || !last) return []
  const isBeginning =
    groups.length > 2 &&
    last.every(
      term =>
        term.isBeginning &&
        (groups.length >= unfinishedFrom.words || term.text.length >= unfinishedFrom.letters),
    )
  return marked(
    relativeMark,
    namesOf(groups, '').map(text => ({ text, isBeginning })),
  )
}

function marked(mark: string, group: readonly Term[]): readonly Term[] {
  return group.map(term => ({ ...term, text: mark + term.text }))
}

/** Four digits that may be a year are rather one than the middle of a phone; a whole number is no part of another. */
function phoneLookups({ birth, phoneDigits }: NumberTerm): readonly Lookup[] {
  if (phoneDigits === null) return []
  const end: Lookup = { by: 'phone-end', reversed: reversePhone(phoneDigits) }
  const { length } = phoneDigits
  const isPart = (length > 4 && length < wholePhone) || (length === 4 && birth === null)
  return isPart ? [end, { by: 'phone-part', triples: triplesOf(phoneDigits) }] : [end]
}

/** Digits of a Vietnamese number, mobile or fixed line, in stored form. */
const wholePhone = 10

/** Every number that one slip turns into what was typed: some hundred exact questions cost less than one for parts. */
function phoneSlipLookups(digits: string): readonly Lookup[] {
  if (digits.length < wholePhone - 1) return []
  const places = Array.from({ length: digits.length + 1 }, (_, at) => at)
  const near = places.flatMap(at => {
    const [before, behind] = [digits.slice(0, at), digits.slice(at)]
    const swapped = behind.length > 1 ? before + behind[1] + behind[0] + behind.slice(2) : digits
    const others = [...'0123456789'].map(digit => before + digit)
    return digits.length < wholePhone
      ? others.map(start => start + behind)
      : [swapped, ...others.map(start => start + behind.slice(1))]
  })
  const reversed = near.filter(number => number.length >= wholePhone && number !== digits).map(reversePhone)
  return [{ by: 'phones', reversed: [...new Set(reversed)] }]
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
