/** A number from 0 up to but not including 1, as `Math.random` gives; passed in, because the domain has no chance of its own. */
export type Random = () => number

/** A repeatable source (mulberry32): the same seed always gives the same people. Not for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from `smallest` to `largest`, both included. */
export function between(random: Random, smallest: number, largest: number): number {
  return smallest + Math.floor(random() * (largest - smallest + 1))
}

/** True in the given share of cases, 0 to 1. */
export function chance(random: Random, share: number): boolean {
  return random() < share
}

/** One of the items. Throws RangeError for an empty list. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** One of the items, each as often as its weight says. Throws RangeError for an empty list. */
export function pickWeighted<T>(random: Random, items: readonly (readonly [T, number])[]): T {
  let rest = random() * items.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of items) {
    rest -= weight
    if (rest < 0) return item
  }
  return pick(random, items)[0]
}
