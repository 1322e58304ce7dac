import type { CalendarDay } from '../calendar/calendar-day'
import { displayName } from './display-name'
import { givenKey, nameKey } from './name-key'
import type { Person } from './person'
import { normalizePhone, reversePhone } from './phone'

/** What the index holds of a person. Each field is one indexed column, or one row for each element. */
export type SearchKeys = {
  /** Folded shown name, for a search by its beginning. */
  readonly nameKey: string
  /** Folded last word. */
  readonly givenKey: string
  /** Every folded word of the shown name, the relatives' names and the hamlet, once: words in any order. */
  readonly wordKeys: readonly string[]
  /** The same words behind the birth year (`2024ngoc`): a name with a year is one short list, not a long one cut down. */
  readonly yearKeys: readonly string[]
  /**
   * The given name, and the relatives' names each as one key without its spaces: a child is asked for by both ("ngọc, con
   * chị Trần Thị Phượng"). Single words of them, `thi` and `nguyen`, would be half of the register each.
   */
  readonly familyKeys: readonly string[]
  readonly birthDate: CalendarDay
  /** Digits from last to first: a search for the last digits is one for a beginning. */
  readonly phonesReversed: readonly string[]
  /** Every three digits in a row of every phone: any part of four digits or more is found by those in it. */
  readonly phoneTriples: readonly string[]
  readonly codes: readonly string[]
}

/** The version of these rules. A file indexed under another one is indexed again when it is opened. */
export const searchIndexVersion = 4

/** The keys under which a person is found. Write them in the transaction that writes the person. */
export function searchKeysOf(person: Person): SearchKeys {
  const names = [displayName(person), ...person.relatives.map(relative => relative.name)]
  const nameWords = wordsOf(names.join(' '))
  const wordKeys = unique([...nameWords, ...wordsOf(person.addresses.current?.hamlet ?? '')])
  const phones = phonesOf(person)
  return {
    nameKey: nameKey(displayName(person)),
    givenKey: givenKey(displayName(person)),
    wordKeys,
    yearKeys: wordKeys.map(word => yearKey(person.birthDate.slice(0, 4), word)),
    familyKeys: familyKeysOf(person),
    birthDate: person.birthDate,
    phonesReversed: phones.map(reversePhone),
    phoneTriples: unique(phones.flatMap(triplesOf)),
    codes: codesOf(person),
  }
}

/** The key of a word in the names of somebody born in a year. */
export function yearKey(year: string | number, word: string): string {
  return `${year}${word}`
}

/** Letters that no folded word begins with, so that a key is never taken for a word. */
export const givenMark = 'þg'
export const relativeMark = 'þr'

function familyKeysOf(person: Pick<Person, 'name' | 'relatives'>): readonly string[] {
  const relatives = unique(person.relatives.map(relative => joinedKey(relative.name))).filter(Boolean)
  if (relatives.length === 0) return []
  return [givenMark + givenKey(displayName(person)), ...relatives.map(name => relativeMark + name)]
}

/** A name folded into one key, however its spaces were typed. */
function joinedKey(name: string): string {
  return nameKey(name).replaceAll(' ', '')
}

/** Every three digits in a row; none of fewer than three. */
export function triplesOf(digits: string): readonly string[] {
  return unique(Array.from({ length: Math.max(0, digits.length - 2) }, (_, at) => digits.slice(at, at + 3)))
}

/** Numbers of the person and the relatives, in stored form, each once. */
export function phonesOf(person: Pick<Person, 'phone' | 'relatives'>): readonly string[] {
  const all = [person.phone, ...person.relatives.map(relative => relative.phone)]
  return unique(all.flatMap(phone => (phone === null ? [] : (normalizePhone(phone) ?? []))))
}

/** Every identifier of the person and the personal numbers of the relatives, each once. */
export function codesOf(person: Pick<Person, 'identifiers' | 'relatives'>): readonly string[] {
  const relatives = person.relatives.flatMap(relative => relative.nationalId ?? [])
  return unique([...person.identifiers.map(identifier => identifier.value), ...relatives])
}

function wordsOf(text: string): readonly string[] {
  return unique(nameKey(text).split(' ').filter(Boolean))
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
