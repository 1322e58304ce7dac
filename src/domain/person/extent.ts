/**
 * How much of a name was typed. `said`: a whole name in its order, the own, a relative's, or a child's given name beside a
 * relative's, and nothing that is no part of it; `name`: all of a name in whatever order; `words`: only finished words;
 * `beginnings`: not even that.
 */
export type Extent = 'said' | 'name' | 'words' | 'beginnings'

const order: readonly Extent[] = ['beginnings', 'words', 'name', 'said']

/** Higher is more of a name. */
export function rankOfExtent(extent: Extent): number {
  return order.indexOf(extent)
}

/** Where a typed word was found: in which name, at which word of it. `index`: which typed word it is. */
export type Place = { readonly name: number; readonly word: number; readonly index: number }

/** The extent of finished words, each at its place in the words of the names. Somebody found by a number alone is meant by it. */
export function extentOf(names: readonly (readonly unknown[])[], places: readonly Place[]): Extent {
  if (places.length === 0) return 'said'
  const found = (at: number) => places.filter(place => place.name === at)
  const whole = names.findIndex((words, at) => words.length > 1 && found(at).length === words.length)
  if (whole === -1) return 'words'
  return found(whole).length === places.length && isInOrder(found(whole)) ? 'said' : 'name'
}

function isInOrder(places: readonly Place[]): boolean {
  const words = [...places].sort((a, b) => a.index - b.index).map(place => place.word)
  return words.every((word, at) => at === 0 || word > (words[at - 1] ?? 0))
}
