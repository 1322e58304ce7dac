import type { RequestOf } from '../../../src/contract/call'
import { refuse } from '../../../src/contract/errors'
import {
  listLots,
  moveStock,
  receiveLot,
  setLotStatus as setLotStatusCall,
} from '../../../src/contract/stock-calls'
import { isInUse } from '../../../src/domain/immunization/vaccine'
import { nameKey } from '../../../src/domain/person/name-key'
import { arrivalConcerns } from '../../../src/domain/stock/arrival'
import { accountsOf, mostDoses } from '../../../src/domain/stock/ledger'
import { byUseOrder, type LotStatus } from '../../../src/domain/stock/lot'
import { type ServiceContext, serve } from '../service'
import { movementEntry, unopenedOf } from './post-movement'
import { learnCode } from './product-codes'

/** Lots of vaccines, first expired first out; what cannot be used comes last. */
export const listLotsService = serve(listLots, ({ store, resources, today }, { vaccineCode }) =>
  store.lots
    .list(vaccineCode)
    .filter(lot => !resources.supplies.has(lot.vaccineCode))
    .toSorted(byUseOrder(today)),
)

/** Takes doses in. The same lot of the same product with the same expiry gets more doses instead of a twin. */
export const receiveLotService = serve(receiveLot, (context, request) => {
  const { doses, note, supplier, documentNumber, vvmStage, temperatureC, indicator, ...rest } = request
  const { gtin = null, isSameNumberMeant = false, ...lot } = rest
  checkReceipt(context, request)
  context.write(learnCode(context, { gtin, vaccineCode: lot.vaccineCode, isSameNumberMeant }))
  const sameNumber = context.store.lots
    .list(lot.vaccineCode)
    .find(known => nameKey(known.number) === nameKey(lot.number))
  if (sameNumber && sameNumber.expiresOn !== lot.expiresOn)
    refuse('lot.number-taken', { lot: lot.number, expiresOn: sameNumber.expiresOn }, 'number')
  const lotId = sameNumber?.lotId ?? context.newId()
  if (!sameNumber) {
    const body = { ...lot, status: 'active' as const, statusReason: null }
    context.write([{ noun: 'lot', recordId: lotId, verb: 'recorded', body }])
  }
  const seen = {
    vvmStage: vvmStage ?? null,
    temperatureC: temperatureC ?? null,
    indicator: indicator ?? null,
  }
  const { arrivalLimits, openVials } = context.resources
  const concerns = arrivalConcerns(seen, arrivalLimits, openVials.vvm.discardFrom)
  const to = concerns.length === 0 ? 'store' : 'quarantine'
  const paper = { supplier: supplier ?? null, documentNumber: documentNumber ?? null, ...seen, note }
  context.write([
    movementEntry(context, { lotId, kind: 'received', from: 'supplier', to, quantity: doses, ...paper }),
  ])
  return { lotId, concerns: [...concerns] }
})

function checkReceipt(
  { resources, today }: ServiceContext,
  { vaccineCode, doses, expiresOn }: RequestOf<typeof receiveLot>,
): void {
  const vaccine = resources.vaccines.get(vaccineCode)
  const isKnown = vaccine ? isInUse(vaccine) : resources.supplies.has(vaccineCode)
  if (!isKnown) refuse('dose.unknown-vaccine', {}, 'vaccineCode')
  if (doses < 1 || doses > mostDoses) refuse('lot.bad-quantity', { lowest: 1, highest: mostDoses }, 'doses')
  if (expiresOn < today) refuse('lot.expired', { expiredOn: expiresOn }, 'expiresOn')
}

/**
 * Doses out of the store, or back into it, in the words of earlier builds; a count writes the difference between the shelf
 * and the book. `stock.post` and `stock.count` say more.
 */
export const moveStockService = serve(moveStock, (context, { lotId, kind, doses, note }) => {
  const lot = context.store.lots.find(lotId)
  if (!lot) return refuse('lot.not-found')
  const lowest = kind === 'counted' ? 0 : 1
  if (doses < lowest || doses > mostDoses) refuse('lot.bad-quantity', { lowest, highest: mostDoses }, 'doses')
  const change = { issued: -doses, wasted: -doses, returned: doses, counted: doses - lot.balance }[kind]
  const there = unopenedOf(context, lot).store
  if (there + change < 0) refuse('lot.empty', { lot: lot.number, balance: there }, 'doses')
  const accounts = accountsOf({ kind, doses: change })
  const reason = kind === 'wasted' ? 'other' : null
  const sessionOn = kind === 'wasted' || kind === 'counted' ? context.today : null
  context.write([movementEntry(context, { lotId, kind, ...accounts, note, reason, sessionOn })])
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
