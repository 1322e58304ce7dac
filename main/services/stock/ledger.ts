import { refuse, refuseAll } from '../../../src/contract/errors'
import {
  countStock,
  getStock,
  postMovement,
  proposeStock,
  reverseMovement,
  setStockLevel,
} from '../../../src/contract/ledger-calls'
import { isInUse } from '../../../src/domain/immunization/vaccine'
import {
  accountsOf,
  isPlace,
  type Place,
  reversalIdOf,
  type StockLevel,
} from '../../../src/domain/stock/ledger'
import { byUseOrder } from '../../../src/domain/stock/lot'
import { proposeLots } from '../../../src/domain/stock/propose'
import { vialSizeOf } from '../../../src/domain/stock/vial'
import type { Stored } from '../../db/record-store'
import { type ServiceContext, serve } from '../service'
import { countDoses, movementEntry, postDoses, unopenedOf } from './post-movement'

export const getStockService = serve(getStock, ({ store, resources, today }) => ({
  lots: store.lots.list(null).toSorted(byUseOrder(today)),
  supplies: [...resources.supplies.values()],
  levels: [...newestLevels(store.records.list('stock-level', {}, 'changed_stamp')).values()].map(
    ({ code, minimum, maximum }) => ({ code, minimum, maximum }),
  ),
  reasons: [...resources.wastageReasons.values()],
}))

/** Two PCs may each have begun one for the same product: the one changed last counts. */
function newestLevels(levels: readonly Stored<StockLevel>[]): ReadonlyMap<string, Stored<StockLevel>> {
  return new Map(levels.map(level => [level.code, level]))
}

export const postMovementService = serve(postMovement, (context, request) => {
  const movementId = postDoses(context, request)
  return { movementId, balance: balanceOf(context, request.lotId) }
})

export const countStockService = serve(countStock, (context, request) => {
  const difference = countDoses(context, request)
  return { difference, balance: balanceOf(context, request.lotId) }
})

function balanceOf({ store }: ServiceContext, lotId: string): number {
  const lot = store.lots.find(lotId)
  if (!lot) return refuse('lot.not-found')
  return lot.balance
}

/** The counter-entry goes the other way; what it takes from a place must still be there, unopened. */
export const reverseMovementService = serve(reverseMovement, (context, { movementId, reason }) => {
  const { store } = context
  const movement = store.records.find('movement', movementId)
  if (!movement || movement.voided) return refuse('movement.not-found')
  const reversalId = reversalIdOf(movementId)
  if (reversalId === null) return refuse('movement.not-reversible')
  if (store.records.find('movement', reversalId)) refuse('movement.already-reversed')
  const lot = store.lots.find(movement.lotId)
  if (!lot) return refuse('movement.not-found')
  const { from, to, quantity } = accountsOf(movement)
  if (isPlace(to)) {
    const place: Place = to
    const there = unopenedOf(context, lot)[place]
    if (there < quantity) refuse('stock.not-enough', { place, there })
  }
  const { reason: because = null, vialId = null, sessionOn = null } = movement
  const back = { lotId: lot.lotId, kind: 'reversed' as const, from: to, to: from, quantity }
  context.write([
    movementEntry(
      context,
      { ...back, reason: because, vialId, sessionOn, note: reason, reverses: movementId },
      reversalId,
    ),
  ])
  return { balance: balanceOf(context, lot.lotId) }
})

export const setStockLevelService = serve(setStockLevel, (context, level) => {
  const { resources, store } = context
  const vaccine = resources.vaccines.get(level.code)
  const isKnown = vaccine ? isInUse(vaccine) : resources.supplies.has(level.code)
  if (!isKnown) refuse('dose.unknown-vaccine', {}, 'code')
  const { minimum, maximum } = level
  if (minimum !== null && maximum !== null && maximum <= minimum) {
    refuseAll([{ code: 'stock.bad-level', field: 'maximum', params: { minimum, maximum } }])
  }
  const known = store.records.list('stock-level', { code: level.code }, 'changed_stamp').at(-1)
  context.write([
    known
      ? { noun: 'stock-level', recordId: known.id, verb: 'updated', body: { minimum, maximum } }
      : { noun: 'stock-level', recordId: context.newId(), verb: 'recorded', body: level },
  ])
  return {}
})

export const proposeStockService = serve(proposeStock, (context, { code, doses }) =>
  proposeLots(context.store.lots.list(code), {
    doses,
    on: context.today,
    vialSizeOf: lot => vialSizeOf(lot, context.resources.vaccines.get(lot.vaccineCode)),
    thereOf: lot => unopenedOf(context, lot).store,
  }),
)
