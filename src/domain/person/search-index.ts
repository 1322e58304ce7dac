import type { CalendarDay } from '../calendar/calendar-day'
import { displayName } from './display-name'
import { givenKey, nameKey } from './name-key'
import type { Person } from './person'
import { normalizePhone, reversePhone } from './phone'
import type { BirthParts, SearchQuery } from './search-query'
import { unTelex } from './telex'

/** What the index holds of a person. Each field is one indexed column, or one row for each element. */
export type SearchKeys = {
  /** Folded shown name, for a search by its beginning. */
  readonly nameKey: string
  /** Folded last word, for the usual search by given name with a birth year. */
  readonly givenKey: string
  /** Every folded word of the shown name and of the relatives' names, once: words in any order. */
  readonly wordKeys: readonly string[]
  readonly birthDate: CalendarDay
  /** Digits from last to first: a search for the last digits is one for a beginning. */
  readonly phonesReversed: readonly string[]
  readonly codes: readonly string[]
}

/** The keys under which a person is found. Write them in the transaction that writes the person. */
export function searchKeysOf(person: Person): SearchKeys {
  const names = [displayName(person), ...person.relatives.map(relative => relative.name)]
  return {
    nameKey: nameKey(displayName(person)),
    givenKey: givenKey(displayName(person)),
    wordKeys: [...new Set(names.flatMap(name => nameKey(name).split(' ')).filter(Boolean))],
    birthDate: person.birthDate,
    phonesReversed: phonesOf(person).map(reversePhone),
    codes: codesOf(person),
  }
}

/** Numbers of the person and the relatives, in stored form, each once. */
export function phonesOf(person: Pick<Person, 'phone' | 'relatives'>): readonly string[] {
  const all = [person.phone, ...person.relatives.map(relative => relative.phone)]
  return [...new Set(all.flatMap(phone => (phone === null ? [] : (normalizePhone(phone) ?? []))))]
}

/** Every identifier of the person and the personal numbers of the relatives, each once. */
export function codesOf(person: Pick<Person, 'identifiers' | 'relatives'>): readonly string[] {
  const relatives = person.relatives.flatMap(relative => relative.nationalId ?? [])
  return [...new Set([...person.identifiers.map(identifier => identifier.value), ...relatives])]
}

/** One question to the index. Texts are ready to be compared with the columns of `SearchKeys`. */
export type Lookup =
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'phone-end'; readonly reversed: string }
  | { readonly by: 'birth-date'; readonly from: CalendarDay; readonly to: CalendarDay }
  /** Of any year: the last five characters of the birth date. */
  | { readonly by: 'birth-month-day'; readonly monthDay: string }
  | {
      readonly by: 'words'
      readonly words: readonly string[]
      readonly bornFrom: CalendarDay | null
      readonly bornTo: CalendarDay | null
    }

/**
 * The questions to ask, most telling first; the answers together go through `rankHits`, which decides. In `words` every
 * word is the beginning of some word key. With `isWide`, asked when too little was found: each word alone, and the
 * words without Telex keystrokes, so that names with one slip come up as similar.
 */
export function lookupsFor(query: SearchQuery, isWide = false): readonly Lookup[] {
  const lookups: Lookup[] = []
  const span = query.birthDate && birthSpan(query)
  const born = { bornFrom: span?.from ?? null, bornTo: span?.to ?? null }
  if (query.code !== null) lookups.push({ by: 'code', code: query.code })
  if (query.phoneDigits !== null) lookups.push({ by: 'phone-end', reversed: reversePhone(query.phoneDigits) })
  if (query.words.length > 0) lookups.push({ by: 'words', words: query.words, ...born })
  else if (span) lookups.push({ by: 'birth-date', ...span })
  else if (query.birthDate) lookups.push(...birthdayLookups(query.birthDate))
  if (!isWide || query.words.length === 0) return lookups
  const plain = unTelex(query.words.join(' ')).split(' ')
  if (plain.join(' ') !== query.words.join(' ')) lookups.push({ by: 'words', words: plain, ...born })
  if (query.words.length > 1)
    for (const word of query.words) lookups.push({ by: 'words', words: [word], ...born })
  return lookups
}

/** First and last day a birth date may have; null when the year was not typed (only `scoreHit` can decide then). */
function birthSpan({
  birthDate,
}: SearchQuery): { readonly from: CalendarDay; readonly to: CalendarDay } | null {
  if (!birthDate || birthDate.year === null) return null
  const { year, month, day } = birthDate
  const edge = (defaultMonth: number, defaultDay: number) =>
    `${year}-${String(month ?? defaultMonth).padStart(2, '0')}-${String(day ?? defaultDay).padStart(2, '0')}` as CalendarDay
  // 31 as an upper edge is only compared as text, so it is right for short months too.
  return { from: edge(1, 1), to: edge(12, 31) }
}

/** A lone number of one or two digits is too little to ask for; it only narrows a search with words. */
function birthdayLookups({ month, day }: BirthParts): readonly Lookup[] {
  if (month === null || day === null) return []
  return [
    { by: 'birth-month-day', monthDay: `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` },
  ]
}
