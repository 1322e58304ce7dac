import { isOneSlip } from '../person/slips'
import type { EvidenceLevel } from './linkage-types'
import type { WrittenName } from './written-name'

export type NameLevel = Extract<
  EvidenceLevel,
  'same' | 'same-without-marks' | 'reordered' | 'shortened' | 'one-slip' | 'partly' | 'missing' | 'different'
>

/**
 * How far two written names agree, the best that can be said. `partly`: family and given name agree, the middle does
 * not. Two names both written with marks that differ in a mark are `one-slip`, because Ánh and Anh are two names.
 */
export function compareNames(a: WrittenName, b: WrittenName): NameLevel {
  if (a.key === '' || b.key === '') return 'missing'
  if (a.key === b.key) return compareMarks(a, b)
  if (a.words.length === b.words.length && sortedKey(a) === sortedKey(b)) return 'reordered'
  if (isShortened(a.words, b.words)) return 'shortened'
  if (isOneSlip(a.key, b.key) || a.plainKey === b.plainKey) return 'one-slip'
  const isPart = a.words.at(-1) === b.words.at(-1) && a.words[0] === b.words[0]
  return isPart ? 'partly' : 'different'
}

function compareMarks(a: WrittenName, b: WrittenName): NameLevel {
  if (a.markedWords.join(' ') === b.markedWords.join(' ')) return 'same'
  return a.isMarked && b.isMarked ? 'one-slip' : 'same-without-marks'
}

function sortedKey({ words }: WrittenName): string {
  return words.toSorted().join(' ')
}

/** The shorter name leaves out or abbreviates words of the longer, but not the given name: `Trần T. Hoa`, `Trần Hoa`. */
function isShortened(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 2 || short.at(-1) !== long.at(-1)) return false
  let at = 0
  for (const word of short.slice(0, -1)) {
    const isWord = (other: string) => other === word || isInitial(word, other) || isInitial(other, word)
    while (at < long.length - 1 && !isWord(long[at] ?? '')) at++
    if (at >= long.length - 1) return false
    at++
  }
  return true
}

function isInitial(letter: string, word: string): boolean {
  return letter.length === 1 && word.startsWith(letter)
}

/** Tells whether a folded word is one that people really have in their names. */
export type IsNameWord = (word: string) => boolean

/**
 * True when two names may well belong to two children of one birth: what comes behind the family name differs by more
 * than words left out, lost marks or keystrokes. One letter between two real names (An, Anh) makes two children;
 * one letter that makes no name (Ngoc, Ngocc) is a slip.
 */
export function mayBeTwinNames(a: WrittenName, b: WrittenName, isNameWord: IsNameWord): boolean {
  const level = compareNames(a, b)
  if (level === 'partly' || level === 'different') return true
  if (level === 'reordered') return a.words[0] === b.words[0]
  if (level === 'one-slip') return a.key === b.key ? differInGivenMarks(a, b) : isOtherName(a, b, isNameWord)
  return false
}

function differInGivenMarks(a: WrittenName, b: WrittenName): boolean {
  return a.markedWords.at(-1) !== b.markedWords.at(-1)
}

function isOtherName(a: WrittenName, b: WrittenName, isNameWord: IsNameWord): boolean {
  if (a.plainKey === b.plainKey) return false
  // A space too many or too few is no other name.
  if (a.words.length !== b.words.length) return false
  return a.words.some((word, at) => {
    const other = b.words[at] ?? ''
    return at > 0 && word !== other && isNameWord(word) && isNameWord(other)
  })
}
