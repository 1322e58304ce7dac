import { type BreachView, decideBreach, listBreaches } from '../../../src/contract/cold-chain-calls'
import { refuse } from '../../../src/contract/errors'
import { vietnamDayOf, vietnamTimeOf } from '../../../src/domain/calendar/calendar-day'
import { type Excursion, lotsInDoubt } from '../../../src/domain/stock/cold-chain'
import type { Breach, BreachKind, Fridge } from '../../../src/domain/stock/fridge'
import type { Stored } from '../../db/record-store'
import { actorOf, type ServiceContext, serve } from '../service'
import { setLotStatus } from '../stock/lots'

const words: Readonly<Record<BreachKind, string>> = {
  'too-warm': 'quá nóng',
  'too-cold': 'quá lạnh',
  frozen: 'đông băng',
}

/**
 * Keeps each time a fridge was outside its limits and puts the lots that stood in it in quarantine, inside the caller's
 * write. A lot is put in doubt once for a time: the same file taken in again, or the next reading of a fridge about which
 * nobody has decided yet, adds nothing but lots that came since.
 */
export function openBreaches(
  context: ServiceContext,
  fridge: Stored<Fridge>,
  excursions: readonly Excursion[],
): readonly string[] {
  const earlier = context.store.records.list('breach', { fridge_id: fridge.id }, 'from_at')
  return excursions.flatMap((excursion): readonly string[] => {
    const known = earlier.filter(
      breach => breach.kind === excursion.kind && isSame(context, breach, excursion),
    )
    const isKnown = new Set(known.flatMap(({ lotIds }) => lotIds))
    const lotIds = lotsThere(context, fridge, excursion).filter(lotId => !isKnown.has(lotId))
    if (known.length > 0 && lotIds.length === 0) return []
    return [writeBreach(context, fridge, { ...excursion, lotIds })]
  })
}

/** The same time, or one that has not ended in a decision. */
function isSame({ store }: ServiceContext, breach: Stored<Breach>, { fromAt, untilAt }: Excursion): boolean {
  if (breach.fromAt <= untilAt && fromAt <= breach.untilAt) return true
  return breach.lotIds.some(lotId => store.coldChain.undecidedOf(lotId).some(({ id }) => id === breach.id))
}

/** Lots that came after the breach were not in it. */
function lotsThere(
  { store, resources }: ServiceContext,
  fridge: Fridge,
  { kind, untilAt }: Excursion,
): readonly string[] {
  return lotsInDoubt(store.lots.list(null), fridge, kind, resources.coldChain)
    .filter(({ vaccineCode }) => !resources.supplies.has(vaccineCode))
    .filter(({ lotId }) => (store.records.find('lot', lotId)?.createdAt ?? untilAt) <= untilAt)
    .map(({ lotId }) => lotId)
}

function writeBreach(
  context: ServiceContext,
  fridge: Stored<Fridge>,
  excursion: Excursion & { readonly lotIds: readonly string[] },
): string {
  const { userId, name } = actorOf(context)
  const breachId = context.newId()
  const body = { ...excursion, fridgeId: fridge.id, byUserId: userId, byName: name }
  context.write([{ noun: 'breach', recordId: breachId, verb: 'recorded', body }])
  const degrees = String(excursion.extremeC).replace('.', ',').replace('-', '−')
  const [, month, date] = vietnamDayOf(excursion.untilAt).split('-')
  const when = `${vietnamTimeOf(excursion.untilAt)} ${date}/${month}`
  const why = `${fridge.name} ${words[excursion.kind]} ${degrees} °C đến ${when}: chờ quyết định`
  for (const lotId of excursion.lotIds) {
    // A lot that is suspended for another reason stays so.
    if (context.store.lots.find(lotId)?.status !== 'suspended')
      setLotStatus(context, lotId, 'quarantined', why)
  }
  return breachId
}

export const listBreachesService = serve(listBreaches, (context, { onlyUndecided }) => {
  const views = context.store.records
    .list('breach', {}, 'from_at DESC, id DESC')
    .map(breach => viewOf(context, breach))
  return onlyUndecided ? views.filter(({ lots }) => lots.some(({ decision }) => decision === null)) : views
})

function viewOf({ store, resources }: ServiceContext, breach: Stored<Breach>): BreachView {
  const { id, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...rest } = breach
  const decisions = store.records.list('breach-decision', { breach_id: id }, 'created_stamp')
  return {
    ...rest,
    breachId: id,
    fridgeName: store.records.find('fridge', breach.fridgeId)?.name ?? '',
    lots: breach.lotIds.flatMap(lotId => {
      const lot = store.lots.find(lotId)
      if (!lot) return []
      const decided = decisions.find(each => each.lotId === lotId)
      const decision = decided
        ? {
            breachId: decided.breachId,
            lotId,
            decision: decided.decision,
            reason: decided.reason,
            byUserId: decided.byUserId,
            byName: decided.byName,
            at: decided.createdAt,
          }
        : null
      const vaccineName = resources.vaccines.get(lot.vaccineCode)?.shortName ?? lot.vaccineCode
      return [{ lotId, vaccineName, number: lot.number, balance: lot.balance, decision }]
    }),
  }
}

/**
 * Keeps what the head decided about a lot. It goes back into use only when nothing else holds it; what is to be thrown
 * away is suspended until the store-keeper has written it off.
 */
export const decideBreachService = serve(decideBreach, (context, { breachId, lotId, decision, reason }) => {
  const { store } = context
  const breach = store.records.find('breach', breachId)
  const lot = store.lots.find(lotId)
  if (!breach || breach.voided || !breach.lotIds.includes(lotId)) return refuse('breach.not-found')
  if (!lot) return refuse('lot.not-found')
  const open = store.coldChain.undecidedOf(lotId)
  if (!open.some(({ id }) => id === breachId)) refuse('breach.already-decided', { lot: lot.number })
  const { userId, name } = actorOf(context)
  const body = { breachId, lotId, decision, reason, byUserId: userId, byName: name }
  context.write([{ noun: 'breach-decision', recordId: context.newId(), verb: 'recorded', body }])
  if (decision === 'discard')
    setLotStatus(context, lotId, 'suspended', `Hủy sau đứt dây chuyền lạnh: ${reason}`)
  else if (open.length === 1 && lot.status === 'quarantined')
    setLotStatus(context, lotId, 'active', `Dùng lại sau đứt dây chuyền lạnh: ${reason}`)
  return {}
})
