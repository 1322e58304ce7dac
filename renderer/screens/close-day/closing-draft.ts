import type { ClosingView } from '../../../src/contract/close-calls'
import { type LotCount, type ReconciledLot, reconcile } from '../../../src/domain/session/session-closing'

/** What is counted and written on the screen before a day is signed. */
export type ClosingDraft = {
  /** By lot. One that nobody touched is as the ledger has it. */
  readonly counts: Readonly<Record<string, LotCount>>
  readonly note: string
}

export const emptyClosing: ClosingDraft = { counts: {}, note: '' }

/** The count of a lot as it stands on the screen. */
export function countOf({ counts }: ClosingDraft, lot: ClosingView['lots'][number]): LotCount {
  return counts[lot.lotId] ?? { vials: lot.vials, left: lot.left, differsBecause: null }
}

export type CountedLot = ReconciledLot & { readonly vaccine: string }

/** Every lot of the day, accounted for by what is on the screen. */
export function countedLots(view: ClosingView, draft: ClosingDraft): readonly CountedLot[] {
  return view.lots.map(lot => {
    return { ...reconcile(lot, countOf(draft, lot)), vaccine: lot.vaccine }
  })
}

/** What keeps the day from being signed; all empty when it may be. */
export type Blocked = {
  readonly inside: number
  readonly noShows: number
  readonly vials: number
  readonly lots: number
  readonly unsaved: number
}

/** Counts what is still to be settled. */
export function blockedBy(view: ClosingView, lots: readonly ReconciledLot[], unsaved: number): Blocked {
  return {
    inside: view.inside.length,
    noShows: view.noShows.filter(({ reason }) => reason === null).length,
    vials: view.openVials.length,
    lots: lots.filter(({ difference, differsBecause }) => difference !== 0 && differsBecause === null).length,
    unsaved,
  }
}
