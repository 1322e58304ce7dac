import type { CalendarDay } from '../calendar/calendar-day'
import { type Extent, extentOf, type Place } from './extent'
import { readAsFamily } from './family-reading'
import { markedKey } from './name-key'
import { endOfLetters, type NameWord, nameWords } from './name-words'
import { type BirthParts, type NumberTerm, type SearchQuery, two } from './search-query'
import { isDateSlip, isNearly, isOneSlip } from './slips'

/** A piece of an original text, `[from, to)` in UTF-16 units, to be marked as found. */
export type TextRange = { readonly from: number; readonly to: number }

/** What a search looks at; one row of what the index gave back. Names are the originals with marks. */
export type SearchCandidate = {
  readonly personId: string
  /** As shown: `displayName(person)`. */
  readonly name: string
  readonly relativeNames: readonly string[]
  readonly hamlet: string | null
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
  readonly extent: Extent
  /** Higher is better; only meant for comparing hits of one query. */
  readonly score: number
  readonly nameRanges: readonly TextRange[]
  /** In the order of the candidate's `relativeNames`. */
  readonly relativeRanges: readonly (readonly TextRange[])[]
}

type WordFit = { readonly score: number; readonly isUnfinished: boolean; readonly range: TextRange }

/** Decides whether one candidate fits the query; null when it does not. */
export function scoreHit(query: SearchQuery, candidate: SearchCandidate): SearchHit | null {
  if (query.words.length === 0 && query.numbers.length === 0) return null
  const numbers = scoreNumbers(query.numbers, candidate)
  if (numbers === null) return null
  const mostSlips = (numbers.isTelling ? 2 : 1) - numbers.slips
  const hit = better(scoreWords(query, candidate, mostSlips), scoreFamily(query, candidate, mostSlips))
  if (hit === null) return null
  const isExact = hit.slips + numbers.slips === 0
  const { nameRanges, relativeRanges, extent } = hit
  return {
    quality: isExact ? 'exact' : 'similar',
    extent,
    score: hit.score + numbers.score,
    nameRanges,
    relativeRanges,
  }
}

function better(a: WordsFit | null, b: WordsFit | null): WordsFit | null {
  if (!a || !b) return a ?? b
  if (a.slips !== b.slips) return a.slips < b.slips ? a : b
  return b.score > a.score ? b : a
}

/** The words as a given name and a relative's name; what is marked are whole words of both. */
function scoreFamily({ words }: SearchQuery, candidate: SearchCandidate, mostSlips: number): WordsFit | null {
  const read = readAsFamily(words, candidate.name, candidate.relativeNames, mostSlips)
  if (!read) return null
  const rangesOf = (found: readonly NameWord[]) => found.map(({ from, to }) => ({ from, to }))
  return {
    slips: read.slips,
    score: read.score,
    extent: read.isUnfinished ? 'beginnings' : 'said',
    nameRanges: rangesOf(nameWords(candidate.name).slice(-read.childWords)),
    relativeRanges: candidate.relativeNames.map((name, at) =>
      at === read.relative ? rangesOf(nameWords(name)) : [],
    ),
  }
}

type NumbersFit = {
  readonly score: number
  readonly slips: number
  /** A whole date, phone or code agrees: the name may then be worse. */
  readonly isTelling: boolean
}

function scoreNumbers(terms: readonly NumberTerm[], candidate: SearchCandidate): NumbersFit | null {
  let score = 0
  let slips = 0
  for (const term of terms) {
    const best = scoreNumber(term, candidate)
    if (best > 0) score += best
    else if (slips === 0 && isNearNumber(term, candidate)) slips += 1
    else return null
  }
  return { score, slips, isTelling: score >= 40 }
}

function scoreNumber({ digits, birth, phoneDigits, code }: NumberTerm, candidate: SearchCandidate): number {
  if (code !== null && candidate.codes.includes(code)) return 100
  if (phoneDigits !== null && candidate.phones.includes(phoneDigits)) return 80
  if (birth !== null && fitsBirth(birth, candidate.birthDate))
    return birth.day !== null && birth.year !== null ? 40 : 20
  if (phoneDigits !== null && candidate.phones.some(phone => phone.endsWith(phoneDigits))) return 30
  if (isPart(phoneDigits) && candidate.phones.some(phone => phone.includes(phoneDigits))) return 15
  return digits !== '' && hamletWords(candidate).includes(digits) ? 5 : 0
}

function isPart(phoneDigits: string | null): phoneDigits is string {
  return phoneDigits !== null && phoneDigits.length >= 4
}

/** One slip in a whole date or a whole phone. */
function isNearNumber({ birth, phoneDigits }: NumberTerm, candidate: SearchCandidate): boolean {
  if (birth !== null && birth.day !== null && birth.year !== null)
    return isDateSlip(`${birth.year}-${two(birth.month ?? 0)}-${two(birth.day)}`, candidate.birthDate)
  if (phoneDigits === null || phoneDigits.length < 9) return false
  return candidate.phones.some(phone => isOneSlip(phone, phoneDigits))
}

function hamletWords({ hamlet }: SearchCandidate): readonly string[] {
  return hamlet === null ? [] : nameWords(hamlet).map(word => word.text)
}

/** True when every typed part of the date agrees. A lone number up to 12 may be the day or the month. */
export function fitsBirth({ year, month, day }: BirthParts, birthDate: CalendarDay): boolean {
  const [bornYear, bornMonth, bornDay] = birthDate.split('-').map(Number)
  if (year === null && month === null) return day === bornDay || day === bornMonth
  return (year ?? bornYear) === bornYear && (month ?? bornMonth) === bornMonth && (day ?? bornDay) === bornDay
}

type WordsFit = Pick<SearchHit, 'score' | 'extent' | 'nameRanges' | 'relativeRanges'> & {
  readonly slips: number
}

/** Every word has its own place in a name or the hamlet, at most `mostSlips` of them only nearly; null when not. */
function scoreWords(query: SearchQuery, candidate: SearchCandidate, mostSlips: number): WordsFit | null {
  const { words } = query
  // A lone short word with a slip is another name.
  const isLoneShortWord = words.length === 1 && query.numbers.length === 0 && (words[0]?.length ?? 0) < 4
  const slipsLeft = isLoneShortWord ? 0 : mostSlips
  const named = [candidate.name, ...candidate.relativeNames].map(nameWords)
  const open: (NameWord | null)[][] = named.map(found => [...found])
  const ranges: TextRange[][] = named.map(() => [])
  const places: Place[] = []
  let score = 0
  let isUnfinished = false
  const unplaced: { readonly typed: string; readonly index: number }[] = []
  function put(fit: Fit, index: number) {
    score += fit.score
    places.push({ name: fit.name, word: fit.word, index })
    isUnfinished ||= fit.isUnfinished
    ranges[fit.name]?.push(fit.range)
    open[fit.name]?.splice(fit.word, 1, null)
  }
  for (const [index, typed] of words.entries()) {
    const fit = bestFit(typed, index === words.length - 1, open)
    const place = fit ? undefined : hamletWords(candidate).find(word => word.startsWith(typed))
    if (fit) put(fit, index)
    else if (place !== undefined) {
      score += 3
      isUnfinished ||= place !== typed
    } else unplaced.push({ typed, index })
    if (unplaced.length > slipsLeft) return null
  }
  for (const { typed, index } of unplaced) {
    const fit = bestNearFit(typed, open, places)
    if (!fit) return null
    put(fit, index)
  }
  const [nameRanges = [], ...relativeRanges] = ranges.map(found => found.sort((a, b) => a.from - b.from))
  return {
    slips: unplaced.length,
    extent: isUnfinished ? 'beginnings' : extentOf(open, places),
    score:
      score +
      orderBonus(words, places, named[0]?.length ?? 0) +
      relativeBonus(places, named.slice(1)) +
      markBonus(query, candidate.name),
    nameRanges,
    relativeRanges,
  }
}

type Fit = WordFit & Omit<Place, 'index'>
type Open = readonly (readonly (NameWord | null)[])[]

/** The best fitting free word. A relative's name counts half, so that the person's own name wins. */
function bestFit(typed: string, isLast: boolean, open: Open): Fit | null {
  let best: Fit | null = null
  for (const [name, words] of open.entries()) {
    for (const [word, candidate] of words.entries()) {
      const fit = candidate && fitWord(typed, isLast, candidate)
      if (!fit) continue
      const score = name === 0 ? fit.score : fit.score / 2
      if (!best || score > best.score) best = { ...fit, score, name, word }
    }
  }
  return best
}

/**
 * The first free word that is typed with a slip; in a relative's name only beside another word of that name, or almost
 * anybody would do.
 */
function bestNearFit(typed: string, open: Open, places: readonly Place[]): Fit | null {
  for (const [name, words] of open.entries()) {
    if (name > 0 && !places.some(place => place.name === name)) continue
    for (const [word, candidate] of words.entries()) {
      if (!candidate || !isNearly(typed, candidate.text)) continue
      const slips = isOneSlip(typed, candidate.text) ? 1 : 2
      const score = (3 - slips) * (name === 0 ? 2 : 1)
      return { score, isUnfinished: false, range: { from: candidate.from, to: candidate.to }, name, word }
    }
  }
  return null
}

function fitWord(typed: string, isLast: boolean, word: NameWord): WordFit | null {
  if (word.text === typed) return { score: 10, isUnfinished: false, range: { from: word.from, to: word.to } }
  if (!word.text.startsWith(typed) || (!isLast && typed.length < 2)) return null
  return {
    score: 6,
    isUnfinished: true,
    range: { from: word.from, to: endOfLetters(word, typed.length) },
  }
}

/** Words in the typed order, side by side, up to the given name: how a name is really said. */
function orderBonus(words: readonly string[], places: readonly Place[], count: number): number {
  const own = places
    .filter(place => place.name === 0)
    .sort((a, b) => a.index - b.index)
    .map(place => place.word)
  if (own.length < 2 && words.length > 1) return 0
  const inOrder = own.every((word, index) => index === 0 || word > (own[index - 1] ?? 0))
  const adjacent = own.every((word, index) => index === 0 || word === (own[index - 1] ?? 0) + 1)
  const endsWithGivenName = own.at(-1) === count - 1
  const isWholeName = own.length === count
  return (
    (inOrder ? 4 : 0) +
    (inOrder && adjacent ? 4 : 0) +
    (inOrder && endsWithGivenName ? 3 : 0) +
    (isWholeName ? (inOrder ? 8 : 4) : 0)
  )
}

/** A relative named in full is surely meant, all the more when the words stand in their order. */
function relativeBonus(places: readonly Place[], relatives: readonly (readonly NameWord[])[]): number {
  const bonuses = relatives.map((name, at) => {
    const found = places.filter(place => place.name === at + 1).sort((a, b) => a.index - b.index)
    if (found.length < 2 || found.length !== name.length) return 0
    return found.every((place, index) => index === 0 || place.word > (found[index - 1]?.word ?? 0)) ? 22 : 12
  })
  return Math.max(0, ...bonuses)
}

/** One point for each word that also agrees in its marks, where the user typed marks at all. */
function markBonus(query: SearchQuery, name: string): number {
  const marked = query.markedWords.filter(word => /[^a-z]/u.test(word))
  if (marked.length === 0) return 0
  const own = markedKey(name).split(' ')
  return marked.filter(word => own.includes(word)).length * 2
}
