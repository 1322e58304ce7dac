import { nameKey } from '../person/name-key'
import { unTelex } from '../person/telex'

/** A name made ready for many comparisons. */
export type WrittenName = {
  /** As stored, composed form. */
  readonly text: string
  /** Folded words: no marks, small letters. */
  readonly words: readonly string[]
  /** `words` joined by spaces; empty for no name. */
  readonly key: string
  /** `key` without keystrokes of an input method that was off: `nguyeenx` → `nguyen`. */
  readonly plainKey: string
  /** The same words with their marks, tone marks at the end of the word: `Hoà` and `Hòa` are equal. */
  readonly markedWords: readonly string[]
  /** False for a name typed without any mark, where a missing mark says nothing. */
  readonly isMarked: boolean
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu
const anyMark = /[\p{M}đ]/u

type Folded = {
  readonly words: readonly string[]
  readonly marked: readonly string[]
  readonly plain: string
  readonly isMarked: boolean
}

/**
 * Makes the function that prepares names. A register repeats a few thousand words hundreds of thousands of times, so
 * each maker remembers the words it has folded.
 */
export function createNameWriter(): (name: string) => WrittenName {
  const known = new Map<string, Folded>()
  return function writeName(name) {
    const parts = name.trim().split(/\s+/u).map(fold)
    const words = parts.flatMap(part => part.words)
    const markedWords = parts.flatMap(part => part.marked)
    return {
      text: name,
      words,
      key: words.join(' '),
      plainKey: parts.map(part => part.plain).join(' '),
      markedWords,
      isMarked: parts.some(part => part.isMarked),
    }
  }

  function fold(word: string): Folded {
    const before = known.get(word)
    if (before) return before
    const words = nameKey(word).split(' ').filter(Boolean)
    const [marked, isMarked] = markedForm(word)
    const plain = unTelex(words.join(' '))
    const folded = { words, plain, marked: words.length === 1 ? [marked] : words, isMarked }
    known.set(word, folded)
    return folded
  }
}

function markedForm(word: string): readonly [string, boolean] {
  const apart = word.normalize('NFD').toLowerCase()
  return [apart.replace(tones, '') + (apart.match(tones) ?? []).join(''), anyMark.test(apart)]
}
