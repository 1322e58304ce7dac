import type { RequestOf } from '../../../src/contract/call'
import type { SupplyShare, settleSession } from '../../../src/contract/ledger-calls'
import type { LotUsage } from '../../../src/domain/stock/session-usage'
import { readDoses } from './shelves'

/** Numbers as typed, by lot; words where a count differs from the book. What is not typed stands as proposed. */
export type SettleDraft = {
  readonly found: Readonly<Record<string, string>>
  readonly why: Readonly<Record<string, string>>
  readonly used: Readonly<Record<string, string>>
}
export const emptySettle: SettleDraft = { found: {}, why: {}, used: {} }

/** A lot whose unopened doses are still in the box. */
export type BoxLine = { readonly usage: LotUsage; readonly typed: string; readonly differs: boolean }
/** So many pieces of one lot of a supply. */
export type SupplyLine = {
  readonly code: string
  readonly lotId: string
  readonly needed: number
  readonly typed: string
}

export function boxLines(lots: readonly LotUsage[], draft: SettleDraft): readonly BoxLine[] {
  return lots
    .filter(({ unopenedInBox }) => unopenedInBox > 0)
    .map(usage => {
      const typed = draft.found[usage.lotId] ?? String(usage.unopenedInBox)
      const found = readDoses(typed, 0)
      return { usage, typed, differs: found !== null && found !== usage.unopenedInBox }
    })
}

export function supplyLines(supplies: readonly SupplyShare[], draft: SettleDraft): readonly SupplyLine[] {
  return supplies.flatMap(({ code, shares }) =>
    shares.map(({ lotId, doses }) => ({
      code,
      lotId,
      needed: doses,
      typed: draft.used[lotId] ?? String(doses),
    })),
  )
}

/** What main is asked to settle; null while a number is missing, or words where a count differs. */
export function toSettle(
  boxes: readonly BoxLine[],
  supplies: readonly SupplyLine[],
  draft: SettleDraft,
): RequestOf<typeof settleSession> | null {
  const counted = boxes.map(({ usage, typed, differs }) => {
    const note = draft.why[usage.lotId]?.trim() || null
    return {
      lotId: usage.lotId,
      found: readDoses(typed, 0),
      note: differs ? note : null,
      isWordless: differs && !note,
    }
  })
  const used = supplies.map(({ lotId, typed }) => ({ lotId, quantity: readDoses(typed, 0) }))
  if (counted.some(({ found, isWordless }) => found === null || isWordless)) return null
  if (used.some(({ quantity }) => quantity === null)) return null
  return {
    vials: [],
    boxes: counted.map(({ lotId, found, note }) => ({ lotId, found: found ?? 0, note })),
    supplies: used.flatMap(({ lotId, quantity }) => (quantity ? [{ lotId, quantity }] : [])),
  }
}
