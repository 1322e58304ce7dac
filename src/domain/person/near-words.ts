import { isOneSlip } from './slips'

/** The words that occur in a register, ready to be asked which of them a mistyped word may be. */
export type Vocabulary = {
  /** True when some word begins like this. */
  readonly hasBeginning: (typed: string) => boolean
  readonly has: (word: string) => boolean
  /** The words that begin like this, the word itself among them; null when they are more than `limit`. */
  readonly beginningWith: (typed: string, limit: number) => readonly string[] | null
  /** Words one slip away (a wrong, missing, extra or swapped letter), at most `limit`, same first letter first. */
  readonly near: (typed: string, limit: number) => readonly string[]
  readonly add: (word: string) => void
}

/**
 * Words by what is left of them with any one letter missing: two words one slip apart always share such a rest, so
 * asking costs a few look-ups however many words there are (the symmetric-delete method).
 */
export function createVocabulary(words: Iterable<string>): Vocabulary {
  const known = new Set<string>()
  const byRest = new Map<string, string[]>()
  const beginnings = new Map<string, string[]>()

  function add(word: string) {
    if (known.has(word)) return
    known.add(word)
    for (let length = 1; length <= word.length; length += 1) put(beginnings, word.slice(0, length), word)
    for (const rest of restsOf(word)) put(byRest, rest, word)
  }
  for (const word of words) add(word)

  return {
    add,
    has: word => known.has(word),
    beginningWith(typed, limit) {
      const found = beginnings.get(typed) ?? []
      return found.length > limit ? null : found
    },
    hasBeginning: typed => beginnings.has(typed),
    near(typed, limit) {
      const found = new Set(restsOf(typed).flatMap(rest => byRest.get(rest) ?? []))
      found.delete(typed)
      const isFar = (word: string) => word[0] !== typed[0]
      return [...found]
        .filter(word => isOneSlip(typed, word))
        .sort((a, b) => Number(isFar(a)) - Number(isFar(b)) || (a < b ? -1 : 1))
        .slice(0, limit)
    },
  }
}

function put(words: Map<string, string[]>, key: string, word: string): void {
  const sharing = words.get(key)
  if (sharing) sharing.push(word)
  else words.set(key, [word])
}

/** The word itself and the word without each of its letters. */
function restsOf(word: string): readonly string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]
}
