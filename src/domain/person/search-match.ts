import type { CalendarDay } from '../calendar/calendar-day'
import { foldWithOrigin, markedKey } from './name-key'
import type { BirthParts, NumberTerm, SearchQuery } from './search-query'
import { unTelex } from './telex'

/** A piece of an original text, `[from, to)` in UTF-16 units, to be marked as found. */
export type TextRange = { readonly from: number; readonly to: number }

/** What a search looks at; one row of what the index gave back. Names are the originals with marks. */
export type SearchCandidate = {
  readonly personId: string
  /** As shown: `displayName(person)`. */
  readonly name: string
  readonly relativeNames: readonly string[]
  readonly birthDate: CalendarDay
  /** Stored numbers of the person and the relatives, digits only. */
  readonly phones: readonly string[]
  /** Every identifier value of the person and the personal numbers of the relatives. */
  readonly codes: readonly string[]
  readonly hasAppointmentToday: boolean
  /** Lives in this point's area or was vaccinated here. */
  readonly isOfThisPoint: boolean
  readonly lastVisitOn: CalendarDay | null
}

/** How well a candidate fits, and what to mark. `similar` means: only if a letter or so was mistyped. */
export type SearchHit = {
  readonly quality: 'exact' | 'similar'
  /** Higher is better; only meant for comparing hits of one query. */
  readonly score: number
  readonly nameRanges: readonly TextRange[]
  /** In the order of the candidate's `relativeNames`. */
  readonly relativeRanges: readonly (readonly TextRange[])[]
}

type WordFit = { readonly score: number; readonly isSimilar: boolean; readonly range: TextRange }

type Word = {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly ends: readonly number[]
}

/** Decides whether one candidate fits the query; null when it does not. */
export function scoreHit(query: SearchQuery, candidate: SearchCandidate): SearchHit | null {
  if (query.words.length === 0 && query.numbers.length === 0) return null
  const numberScore = scoreNumbers(query.numbers, candidate)
  if (numberScore === null) return null
  const plain = scoreWords(query, query.words, candidate)
  const hit = plain ?? scoreUntyped(query, candidate)
  return hit && { ...hit, score: hit.score + numberScore }
}

/** The same with Telex keystrokes taken out of the words: always a similar hit, never before a plain one. */
function scoreUntyped(query: SearchQuery, candidate: SearchCandidate): SearchHit | null {
  const words = unTelex(query.words.join(' ')).split(' ')
  if (words.join(' ') === query.words.join(' ')) return null
  const hit = scoreWords(query, words, candidate)
  return hit && { ...hit, quality: 'similar', score: hit.score - 20 }
}

function scoreNumbers(terms: readonly NumberTerm[], candidate: SearchCandidate): number | null {
  let score = 0
  for (const term of terms) {
    const best = scoreNumber(term, candidate)
    if (best === 0) return null
    score += best
  }
  return score
}

function scoreNumber({ birth, phoneDigits, code }: NumberTerm, candidate: SearchCandidate): number {
  if (code !== null && candidate.codes.includes(code)) return 100
  if (phoneDigits !== null && candidate.phones.includes(phoneDigits)) return 80
  if (birth !== null && fitsBirth(birth, candidate.birthDate))
    return birth.day !== null && birth.year !== null ? 40 : 20
  return phoneDigits !== null && candidate.phones.some(phone => phone.endsWith(phoneDigits)) ? 30 : 0
}

/** True when every typed part of the date agrees. A lone number up to 12 may be the day or the month. */
export function fitsBirth({ year, month, day }: BirthParts, birthDate: CalendarDay): boolean {
  const [bornYear, bornMonth, bornDay] = birthDate.split('-').map(Number)
  if (year === null && month === null) return day === bornDay || day === bornMonth
  return (year ?? bornYear) === bornYear && (month ?? bornMonth) === bornMonth && (day ?? bornDay) === bornDay
}

function scoreWords(
  query: SearchQuery,
  words: readonly string[],
  candidate: SearchCandidate,
): SearchHit | null {
  const names = [candidate.name, ...candidate.relativeNames]
  const open = names.map(wordsOf)
  const ranges: TextRange[][] = names.map(() => [])
  const places: { readonly name: number; readonly word: number }[] = []
  let score = 0
  let similar = 0
  for (const [index, typed] of words.entries()) {
    const fit = bestFit(typed, index === words.length - 1, open)
    if (!fit) return null
    if (fit.isSimilar) similar += 1
    score += fit.score
    places.push({ name: fit.name, word: fit.word })
    ranges[fit.name]?.push(fit.range)
    open[fit.name]?.splice(fit.word, 1, null)
  }
  // More than one mistyped word, or a lone short one, is another person.
  const isLoneShortWord = words.length === 1 && query.numbers.length === 0 && (words[0]?.length ?? 0) < 4
  if (similar > 1 || (similar === 1 && isLoneShortWord)) return null
  const sorted = ranges.map(found => found.sort((a, b) => a.from - b.from))
  return {
    quality: similar === 0 ? 'exact' : 'similar',
    score: score + orderBonus(words, places, candidate.name) + markBonus(query, candidate.name),
    nameRanges: sorted[0] ?? [],
    relativeRanges: sorted.slice(1),
  }
}

type Fit = WordFit & { readonly name: number; readonly word: number }

/** The best fitting free word. A relative's name counts half, so the person's own name wins unless it is only similar. */
function bestFit(typed: string, isLast: boolean, open: readonly (readonly (Word | null)[])[]): Fit | null {
  let best: Fit | null = null
  for (const [name, words] of open.entries()) {
    for (const [word, candidate] of words.entries()) {
      const fit = candidate && fitWord(typed, isLast, candidate)
      // Slips are forgiven in the person's own name only: a relative's name would let almost anybody in.
      if (!fit || (fit.isSimilar && name > 0)) continue
      const score = name === 0 ? fit.score : fit.score / 2
      if (!best || score > best.score) best = { ...fit, score, name, word }
    }
  }
  return best
}

function fitWord(typed: string, isLast: boolean, word: Word): WordFit | null {
  if (word.text === typed) return { score: 10, isSimilar: false, range: { from: word.from, to: word.to } }
  if (word.text.startsWith(typed) && (isLast || typed.length >= 2)) {
    const to = word.ends[typed.length - 1] ?? word.to
    return { score: 6, isSimilar: false, range: { from: word.from, to } }
  }
  if (!isNearly(typed, word.text)) return null
  return { score: 2, isSimilar: true, range: { from: word.from, to: word.to } }
}

function wordsOf(text: string): (Word | null)[] {
  const { key, starts, ends } = foldWithOrigin(text)
  return [...key.matchAll(/[^ ]+/gu)].map(found => {
    const last = found.index + found[0].length - 1
    const wordEnds = ends.slice(found.index, last + 1)
    return { text: found[0], from: starts[found.index] ?? 0, to: ends[last] ?? 0, ends: wordEnds }
  })
}

/** Words in the typed order, side by side, up to the given name: how a name is really said. */
function orderBonus(
  words: readonly string[],
  places: readonly { readonly name: number; readonly word: number }[],
  name: string,
): number {
  const own = places.filter(place => place.name === 0).map(place => place.word)
  if (own.length < 2 && words.length > 1) return 0
  const inOrder = own.every((word, index) => index === 0 || word > (own[index - 1] ?? 0))
  const adjacent = own.every((word, index) => index === 0 || word === (own[index - 1] ?? 0) + 1)
  const count = wordsOf(name).length
  const endsWithGivenName = own.at(-1) === count - 1
  const isWholeName = own.length === count
  return (
    (inOrder ? 4 : 0) +
    (inOrder && adjacent ? 4 : 0) +
    (inOrder && endsWithGivenName ? 3 : 0) +
    (inOrder && isWholeName ? 8 : 0)
  )
}

/** One point for each word that also agrees in its marks, where the user typed marks at all. */
function markBonus(query: SearchQuery, name: string): number {
  const own = markedKey(name).split(' ')
  return query.markedWords.filter(word => /[^a-z]/u.test(word) && own.includes(word)).length * 2
}

/** One slip (a wrong, missing, extra or swapped letter), or two behind the same first letter in words of four and more. */
function isNearly(typed: string, word: string): boolean {
  if (typed.length < 3 || word.length < 2) return false
  const allowed = typed.length >= 4 && typed[0] === word[0] ? 2 : 1
  return Math.abs(typed.length - word.length) <= allowed && slipsBetween(typed, word) <= allowed
}

/** Optimal string alignment distance: a swap of two neighbours counts as one slip. */
export function slipsBetween(a: string, b: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    beforePrevious = previous
    previous = row
  }
  return previous[b.length] ?? 0
}
