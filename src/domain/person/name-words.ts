import { foldWithOrigin } from './name-key'

/** A folded word of a name and where it stands in the original, `[from, to)` in UTF-16 units. */
export type NameWord = {
  readonly text: string
  readonly from: number
  readonly to: number
  /** For each folded letter, how far behind `base` its source ends. */
  readonly ends: readonly number[]
  readonly base: number
}

/** Names are made of some thousand words; each is folded once, which makes ranking several times faster. */
const known = new Map<string, readonly NameWord[]>()
const mostKnown = 20_000

/** The folded words of a name, in their order: as `nameKey` cuts it, with the way back to the original. */
export function nameWords(name: string): readonly NameWord[] {
  const words: NameWord[] = []
  let base = 0
  for (const piece of name.split(' ')) {
    for (const { text, from, to, ends } of wordsOfPiece(piece))
      words.push({ text, from: base + from, to: base + to, ends, base })
    base += piece.length + 1
  }
  return words
}

/** Where the source of the first letters of a word ends in the original. */
export function endOfLetters(word: NameWord, letters: number): number {
  const end = word.ends[letters - 1]
  return end === undefined ? word.to : word.base + end
}

/** A piece without spaces is one word, or several where a sign divides it. */
function wordsOfPiece(piece: string): readonly NameWord[] {
  const found = known.get(piece)
  if (found) return found
  const { key, starts, ends } = foldWithOrigin(piece)
  const words = [...key.matchAll(/[^ ]+/gu)].map(({ 0: text, index }) => {
    const last = index + text.length - 1
    const wordEnds = ends.slice(index, last + 1)
    return { text, from: starts[index] ?? 0, to: ends[last] ?? 0, ends: wordEnds, base: 0 }
  })
  if (known.size < mostKnown) known.set(piece, words)
  return words
}
