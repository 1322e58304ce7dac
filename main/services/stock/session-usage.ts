import type { RequestOf } from '../../../src/contract/call'
import { getSessionUsage, type SupplyShare, settleSession } from '../../../src/contract/ledger-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import { proposeLots } from '../../../src/domain/stock/propose'
import { type LotUsage, sessionUsage } from '../../../src/domain/stock/session-usage'
import { supplyNeeds } from '../../../src/domain/stock/supplies'
import type { VialOnHand } from '../../../src/domain/stock/vial'
import { type ServiceContext, serve } from '../service'
import { countDoses, postDoses } from './post-movement'
import { closeOpenVial } from './vials'

export const getSessionUsageService = serve(getSessionUsage, (context, { on }) => ({
  lots: usageOfSession(context, on),
  supplies: suppliesOfSession(context, on),
}))

/** What became of each lot of vaccine in a session; the close of the day reads it. */
export function usageOfSession(context: ServiceContext, on: CalendarDay): readonly LotUsage[] {
  const { store, resources } = context
  const opened = store.vials.listOfSession(on)
  const isNew = ({ sessionOn }: VialOnHand) => sessionOn === on
  return sessionUsage({
    lots: store.lots.list(null).filter(lot => !resources.supplies.has(lot.vaccineCode)),
    entries: store.ledger.sessionEntries(on),
    given: store.ledger.givenOn(on),
    vials: [...opened, ...store.vials.listOpen().filter(vial => !isNew(vial))],
    openedInSession: isNew,
  })
}

/**
 * What the doses and vials of a session used up besides vaccine, less what was written off for it: by the rule of the
 * data, from the lots that expire first.
 */
function suppliesOfSession(context: ServiceContext, on: CalendarDay): readonly SupplyShare[] {
  const { store, resources, today } = context
  const vials = store.vials.listOfSession(on).map(({ vaccineCode }) => ({ vaccineCode, count: 1 }))
  const needs = supplyNeeds([...resources.supplies.values()], {
    doses: store.ledger.givenKindsOn(on),
    vials,
  })
  if (needs.size === 0) return []
  const written = writtenOff(context, on)
  return [...needs].map(([code, needed]) => {
    const rest = Math.max(0, needed - (written.get(code) ?? 0))
    const thereOf = ({ places }: LotOnHand) => places.store
    const want = { doses: rest, on: today, vialSizeOf: () => 1, thereOf }
    return { code, needed, written: written.get(code) ?? 0, ...proposeLots(store.lots.list(code), want) }
  })
}

function writtenOff({ store }: ServiceContext, on: CalendarDay): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  const lots = new Map<string, LotOnHand | null>()
  for (const { lotId, from, to, quantity } of store.ledger.sessionEntries(on)) {
    const pieces = to === 'used' ? quantity : from === 'used' ? -quantity : 0
    if (!lots.has(lotId)) lots.set(lotId, store.lots.find(lotId))
    const code = lots.get(lotId)?.vaccineCode
    if (code && pieces !== 0) sums.set(code, (sums.get(code) ?? 0) + pieces)
  }
  return sums
}

export const settleSessionService = serve(settleSession, settleStock)

/** Settles the day with the stock inside the caller's write; the close of the day may call it in its own. */
export function settleStock(
  context: ServiceContext,
  { vials, boxes, supplies }: RequestOf<typeof settleSession>,
): { readonly wasted: number; readonly broughtBack: number } {
  let wasted = 0
  let broughtBack = 0
  for (const { vialId, because, note } of vials)
    wasted += closeOpenVial(context, vialId, because, note).wasted
  for (const box of boxes) {
    countDoses(context, { ...box, place: 'session' })
    if (box.found === 0) continue
    const back = { lotId: box.lotId, from: 'session', to: 'store', quantity: box.found } as const
    postDoses(context, { ...back, reason: null, note: box.note })
    broughtBack += box.found
  }
  for (const { lotId, quantity } of supplies)
    postDoses(context, { lotId, from: 'store', to: 'used', quantity, reason: null, note: null })
  return { wasted, broughtBack }
}
