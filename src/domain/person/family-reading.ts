import { nameWords } from './name-words'
import { isNearly } from './slips'

/** A child meant by the given name beside the name of a relative. */
export type FamilyReading = {
  readonly score: number
  readonly slips: number
  readonly isUnfinished: boolean
  /** How many of the child's last words were typed. */
  readonly childWords: number
  /** Which relative was named. */
  readonly relative: number
}

/**
 * Reads words as "given name, relative" or "relative, given name": `ngoc tran thi phuong` is Ngọc, child of Trần Thị
 * Phượng, even where the girl has a Thị of her own. Null when they are not.
 */
export function readAsFamily(
  words: readonly string[],
  name: string,
  relativeNames: readonly string[],
  mostSlips: number,
): FamilyReading | null {
  // Two words of a relative and one of the child at least; most questions end here, before any name is folded.
  if (words.length < 3) return null
  const own = wordsOf(name)
  let best: FamilyReading | null = null
  for (const [relative, relativeName] of relativeNames.entries()) {
    const named = wordsOf(relativeName)
    const childWords = words.length - named.length
    if (named.length < 2 || childWords < 1 || childWords > 2) continue
    const expected = own.slice(-childWords)
    for (const meant of [
      [...expected, ...named],
      [...named, ...expected],
    ]) {
      const fit = compare(words, meant, mostSlips)
      if (fit && (!best || fit.slips < best.slips)) best = { ...fit, childWords, relative }
    }
  }
  return best
}

function compare(typed: readonly string[], meant: readonly string[], mostSlips: number) {
  let slips = 0
  let isUnfinished = false
  for (const [at, word] of typed.entries()) {
    const other = meant[at] ?? ''
    if (word === other) continue
    if (at === typed.length - 1 && other.startsWith(word)) isUnfinished = true
    else if (isNearly(word, other)) slips += 1
    else return null
    if (slips > mostSlips) return null
  }
  return { slips, isUnfinished, score: 12 + typed.length * 9 - slips * 6 - (isUnfinished ? 3 : 0) }
}

function wordsOf(text: string): readonly string[] {
  return nameWords(text).map(word => word.text)
}
