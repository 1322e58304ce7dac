import type { TestPoint } from '../../helpers/test-point'

export const spots = ['store', 'session', 'quarantine'] as const
export type Spot = (typeof spots)[number]

export const ways = [
  ['store', 'session'],
  ['session', 'store'],
  ['store', 'quarantine'],
  ['session', 'quarantine'],
  ['quarantine', 'store'],
] as const

/** An opened vial; closed it stays in the list. */
export type Vial = { lot: number; spot: Spot; left: number; size: number; isOpen: boolean; id: string }
/** A movement that may be taken back. */
export type Move = {
  id: string
  lot: number
  from: Spot | null
  to: Spot | null
  doses: number
  isBack: boolean
}

/** A shelf as hands would keep it: sealed doses in three spots, opened vials, people who were given one. */
export type Shelf = {
  readonly sealed: Record<Spot, number>[]
  readonly suspended: boolean[]
  readonly vials: Vial[]
  readonly moves: Move[]
  /** Sealed doses in the store as the second screen saw them last. */
  readonly seen: number[]
  readonly given: { id: string; lot: number; spot: Spot; vial: Vial | null; isVoided: boolean }[]
}

export const emptyShelf = (): Shelf => ({
  sealed: [0, 1].map(() => ({ store: 0, session: 0, quarantine: 0 })),
  suspended: [false, false],
  seen: [12, 12],
  vials: [],
  moves: [],
  given: [],
})

/** All doses of a lot in a spot, open vials included. */
export function inSpot(shelf: Shelf, which: number, spot: Spot): number {
  const open = shelf.vials.filter(vial => vial.isOpen && vial.lot === which && vial.spot === spot)
  return (shelf.sealed[which]?.[spot] ?? 0) + open.reduce((sum, { left }) => sum + left, 0)
}

/** Whether it should have been done, and whether it was; null: there was nothing to do. */
export type Outcome = { readonly expected: boolean; readonly was: boolean } | null

/** Moves sealed doses as hands would, and remembers it. */
export function move(shelf: Shelf, entry: Omit<Move, 'isBack'>): void {
  const sealed = shelf.sealed[entry.lot]
  if (!sealed) return
  if (entry.from) sealed[entry.from] -= entry.doses
  if (entry.to) sealed[entry.to] += entry.doses
  shelf.moves.push({ ...entry, isBack: false })
}

/** The movement that was written last. */
export function newestMovement(point: TestPoint, lotId: string): string {
  return (
    point.store.ledger
      .movementsOf(lotId)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .at(-1)?.id ?? ''
  )
}
