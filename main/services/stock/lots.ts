import { refuse } from '../../../src/contract/errors'
import {
  listLots,
  moveStock,
  receiveLot,
  setLotStatus as setLotStatusCall,
} from '../../../src/contract/stock-calls'
import { isInUse } from '../../../src/domain/immunization/vaccine'
import { nameKey } from '../../../src/domain/person/name-key'
import { byUseOrder, type LotStatus } from '../../../src/domain/stock/lot'
import { type ServiceContext, serve } from '../service'

/** First expired first out; what cannot be used comes last. */
export const listLotsService = serve(listLots, ({ store, today }, { vaccineCode }) =>
  [...store.lots.list(vaccineCode)].sort(byUseOrder(today)),
)

/** Takes doses in. The same lot of the same product with the same expiry gets more doses instead of a twin. */
export const receiveLotService = serve(receiveLot, (context, { doses, note, ...lot }) => {
  const { store, resources, today, at, newId } = context
  const vaccine = resources.vaccines.get(lot.vaccineCode)
  if (!vaccine || !isInUse(vaccine)) refuse('dose.unknown-vaccine', {}, 'vaccineCode')
  if (doses < 1 || doses > 100_000) refuse('lot.bad-quantity', { lowest: 1, highest: 100_000 }, 'doses')
  if (lot.expiresOn < today) refuse('lot.expired', { expiredOn: lot.expiresOn }, 'expiresOn')
  const sameNumber = store.lots
    .list(lot.vaccineCode)
    .find(known => nameKey(known.number) === nameKey(lot.number))
  if (sameNumber && sameNumber.expiresOn !== lot.expiresOn)
    refuse('lot.number-taken', { lot: lot.number, expiresOn: sameNumber.expiresOn }, 'number')
  const lotId = sameNumber?.lotId ?? newId()
  const movement = { lotId, kind: 'received' as const, doses, at, note }
  if (!sameNumber) {
    const body = { ...lot, status: 'active' as const, statusReason: null }
    context.write([{ noun: 'lot', recordId: lotId, verb: 'recorded', body }])
  }
  context.write([{ noun: 'movement', recordId: newId(), verb: 'recorded', body: movement }])
  return { lotId }
})

/** Doses out or back; a count writes the difference between the shelf and the book. */
export const moveStockService = serve(moveStock, (context, { lotId, kind, doses, note }) => {
  const lot = context.store.lots.find(lotId)
  if (!lot) return refuse('lot.not-found')
  if (doses < (kind === 'counted' ? 0 : 1) || doses > 100_000)
    refuse('lot.bad-quantity', { lowest: kind === 'counted' ? 0 : 1, highest: 100_000 }, 'doses')
  const change = { issued: -doses, wasted: -doses, returned: doses, counted: doses - lot.balance }[kind]
  if (lot.balance + change < 0) refuse('lot.empty', { lot: lot.number, balance: lot.balance }, 'doses')
  const body = { lotId, kind, doses: change, at: context.at, note }
  context.write([{ noun: 'movement', recordId: context.newId(), verb: 'recorded', body }])
  return { balance: lot.balance + change }
})

export const setLotStatusService = serve(setLotStatusCall, (context, { lotId, status, reason }) => {
  setLotStatus(context, lotId, status, reason)
  return {}
})

/**
 * Takes a lot out of use, or back into it, inside the caller's write: after a serious reaction, a break of the cold
 * chain, a recall. Says nothing when it already is so for the same reason. Refuses an unknown lot.
 */
export function setLotStatus(
  context: ServiceContext,
  lotId: string,
  status: LotStatus,
  reason: string,
): void {
  const lot = context.store.lots.find(lotId)
  if (!lot) refuse('lot.not-found')
  if (lot.status === status && lot.statusReason === reason) return
  const body = { status, statusReason: reason }
  context.write([{ noun: 'lot', recordId: lotId, verb: 'updated', body }])
}
