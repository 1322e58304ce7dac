import type { RequestOf } from '../../../src/contract/call'
import type { postMovement } from '../../../src/contract/ledger-calls'
import type { Place, Unopened } from '../../../src/domain/stock/ledger'

/** What hands do with doses on the shelf. `count` is no movement by itself. */
export type Way =
  | 'out'
  | 'back'
  | 'waste'
  | 'count'
  | 'return'
  | 'lend'
  | 'borrow'
  | 'aside'
  | 'release'
  | 'use'

type Ends = Pick<RequestOf<typeof postMovement>, 'from' | 'to'>

/** From which account to which, for a way that starts at this place. */
export function endsOf(way: Exclude<Way, 'count'>, place: Place): Ends {
  const ends: Record<Exclude<Way, 'count'>, Ends> = {
    out: { from: 'store', to: 'session' },
    back: { from: 'session', to: 'store' },
    waste: { from: place, to: 'wasted' },
    return: { from: place, to: 'province' },
    lend: { from: 'store', to: 'elsewhere' },
    borrow: { from: 'elsewhere', to: 'store' },
    aside: { from: place, to: 'quarantine' },
    release: { from: 'quarantine', to: 'store' },
    use: { from: place, to: 'used' },
  }
  return ends[way]
}

/** Places a way may start at. One of them needs no choice. */
const starts: Readonly<Record<Way, readonly Place[]>> = {
  out: ['store'],
  back: ['session'],
  waste: ['store', 'session', 'quarantine'],
  count: ['store', 'session', 'quarantine'],
  return: ['store', 'quarantine'],
  lend: ['store'],
  borrow: ['store'],
  aside: ['store', 'session'],
  release: ['quarantine'],
  use: ['store', 'session'],
}

/** What can be done with what is there: nothing is brought back from an empty box. */
export function waysOf(unopened: Unopened, isSupply: boolean): readonly Way[] {
  const all: readonly Way[] = isSupply
    ? ['use', 'waste', 'count', 'out', 'back', 'return', 'lend', 'borrow']
    : ['out', 'back', 'waste', 'count', 'return', 'lend', 'borrow', 'aside', 'release']
  return all.filter(
    way => way === 'count' || way === 'borrow' || starts[way].some(place => unopened[place] > 0),
  )
}

/** Where a way may start now; a count may find something where the book has nothing. */
export function placesOf(way: Way, unopened: Unopened): readonly Place[] {
  if (way === 'count') return starts.count
  const stocked = starts[way].filter(place => unopened[place] > 0)
  return stocked.length > 0 ? stocked : starts[way].slice(0, 1)
}
