import type { PlannedDoseRequest } from '../../../src/contract/dose-calls'
import { type Problem, refuse } from '../../../src/contract/errors'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import {
  discardByOf,
  openVialRuleOf,
  type Vial,
  type VialOnHand,
  vialRefusals,
  vialSizeOf,
} from '../../../src/domain/stock/vial'
import type { ServiceContext } from '../service'

/** Where doses are drawn: what is set aside is not. */
export type DrawPlace = Vial['place']

/** Doses of a lot that no open vial holds, by place. */
export function unopenedDoses(
  { store }: ServiceContext,
  lot: LotOnHand,
): Readonly<Record<DrawPlace, number>> {
  const vials = store.vials.listOpen(lot.lotId)
  const open = (place: DrawPlace) =>
    vials.reduce((doses, vial) => doses + (vial.place === place ? vial.left : 0), 0)
  return {
    store: Math.max(0, lot.places.store - open('store')),
    session: Math.max(0, lot.places.session - open('session')),
  }
}

/** Writes that a vial was opened just now, and answers its id. The caller has checked that there is enough. */
export function writeOpenedVial(
  context: ServiceContext,
  lot: LotOnHand,
  opened: { readonly place: DrawPlace; readonly doses: number; readonly vvmStage: number | null },
): string {
  const { at, today, actor, resources } = context
  const rule = openVialRuleOf(resources.openVials, lot.vaccineCode)
  const vialId = context.newId()
  const body: Vial = {
    ...opened,
    lotId: lot.lotId,
    sessionOn: today,
    openedAt: at,
    discardBy: discardByOf(rule, at),
    endsWithSession: rule.endsWithSession,
    openedByUserId: actor?.userId ?? null,
    openedByName: actor?.name ?? null,
    closedAt: null,
    closedBecause: null,
  }
  context.write([{ noun: 'vial', recordId: vialId, verb: 'recorded', body }])
  return vialId
}

/** What a dose was drawn from. */
export type Drawn = { readonly vialId: string | null; readonly takenFrom: DrawPlace }

/**
 * Finds for each dose what it is drawn from: the vial it names, else the open vial of its lot that is thrown away first,
 * else a vial that is opened by this very dose, where the lot comes in multi-dose vials. Refusals were asked before
 * (`vialProblems`); the first writes happen here, inside the caller's transaction.
 */
export function drawDoses(context: ServiceContext, doses: readonly PlannedDoseRequest[]): readonly Drawn[] {
  const taken = new Map<string, number>()
  const take = (key: string) => taken.set(key, (taken.get(key) ?? 0) + 1)
  const leftOf = (vial: VialOnHand) => vial.left - (taken.get(vial.vialId) ?? 0)
  return doses.map(dose => {
    const lot = context.store.lots.find(dose.lotId)
    if (!lot) return refuse('lot.not-found')
    const open = context.store.vials.listOpen(lot.lotId)
    const vial = dose.vialId
      ? open.find(({ vialId }) => vialId === dose.vialId)
      : open.find(each => leftOf(each) > 0)
    if (vial) {
      take(vial.vialId)
      return { vialId: vial.vialId, takenFrom: vial.place }
    }
    const unopened = unopenedDoses(context, lot)
    const inBox = unopened.session - (taken.get(`${lot.lotId}:session`) ?? 0)
    const place: DrawPlace = inBox > 0 ? 'session' : 'store'
    const size = vialSizeOf(lot, context.resources.vaccines.get(lot.vaccineCode))
    if (size === null || size < 2) {
      take(`${lot.lotId}:${place}`)
      return { vialId: null, takenFrom: place }
    }
    const opened = { place, doses: Math.min(size, unopened[place]), vvmStage: null }
    const vialId = writeOpenedVial(context, lot, opened)
    take(vialId)
    return { vialId, takenFrom: place }
  })
}

/** What a dose that was given earlier, and now turns out to be of this lot, was drawn from: its open vial, else the shelf. */
export function drawWithoutOpening(context: ServiceContext, lot: LotOnHand): Drawn {
  const vial = context.store.vials.listOpen(lot.lotId).find(({ left }) => left > 0)
  if (vial) return { vialId: vial.vialId, takenFrom: vial.place }
  const unopened = unopenedDoses(context, lot)
  return { vialId: null, takenFrom: unopened.session > 0 && unopened.store < 1 ? 'session' : 'store' }
}

/** Vials that the last dose was drawn from are done with. */
export function closeUsedUp(context: ServiceContext, drawn: readonly Drawn[]): void {
  for (const vialId of new Set(drawn.flatMap(each => each.vialId ?? []))) {
    const vial = context.store.vials.find(vialId)
    if (vial?.left !== 0 || vial.closedAt !== null) continue
    const body = { closedAt: context.at, closedBecause: 'used-up' }
    context.write([{ noun: 'vial', recordId: vialId, verb: 'updated', body }])
  }
}

/**
 * What stands against drawing a dose from its vial. A lot with a vial that is over its hours gives nothing until that
 * vial is thrown away: whoever draws now would draw from it.
 */
export function vialProblems(
  { store, at }: Pick<ServiceContext, 'store' | 'at'>,
  doses: readonly Pick<PlannedDoseRequest, 'lotId' | 'vialId'>[],
  index: number,
): readonly Problem[] {
  const dose = doses[index]
  if (!dose) return []
  const field = `doses.${index}.vialId`
  if (!dose.vialId) {
    const late = store.vials.listOpen(dose.lotId).filter(vial => at > vial.discardBy)
    return late.slice(0, 1).map(vial => problemOf('vial.over-hours', vial, field))
  }
  const vial = store.vials.find(dose.vialId)
  if (!vial) return [{ code: 'vial.not-found', field, params: {} }]
  if (vial.lotId !== dose.lotId) return [problemOf('vial.wrong-lot', vial, field)]
  const sameVial = doses.slice(0, index + 1).filter(other => other.vialId === dose.vialId).length
  return vialRefusals(vial, at, sameVial).map(({ code }) => problemOf(code, vial, field))
}

function problemOf(code: Problem['code'], vial: VialOnHand, field: string): Problem {
  return { code, field, params: { lot: vial.lotNumber, discardBy: vial.discardBy, openedAt: vial.openedAt } }
}
