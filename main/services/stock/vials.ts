import { type Problem, refuse, refuseAll } from '../../../src/contract/errors'
import { closeVial, listOpenVials, type OpenVial, openVial } from '../../../src/contract/vial-calls'
import { lotRefusals } from '../../../src/domain/stock/lot'
import { type VialOnHand, vialRefusals, vialSizeOf } from '../../../src/domain/stock/vial'
import { type ServiceContext, serve } from '../service'
import { unopenedDoses, writeOpenedVial } from './open-vials'
import { wasteEntry } from './post-movement'

export const listOpenVialsService = serve(listOpenVials, context =>
  context.store.vials.listOpen().map(vial => withRefusals(context, vial)),
)

function withRefusals({ at }: ServiceContext, vial: VialOnHand): OpenVial {
  return { ...vial, refusals: vialRefusals(vial, at) }
}

/** Opens a vial on purpose; a dose that finds none open opens one by itself. */
export const openVialService = serve(openVial, (context, request) => {
  const lot = context.store.lots.find(request.lotId)
  if (!lot) return refuse('lot.not-found')
  const unopened = unopenedDoses(context, lot)
  const place = request.place ?? (unopened.session > 0 ? 'session' : 'store')
  const size = vialSizeOf(lot, context.resources.vaccines.get(lot.vaccineCode))
  const doses = request.doses ?? (size === null ? null : Math.min(size, unopened[place]))
  const isTooMany = doses !== null && (doses > unopened[place] || doses < 1)
  const stage = request.vvmStage ?? null
  const { vvm } = context.resources.openVials
  const refusals = lotRefusals(lot, { vaccineCode: lot.vaccineCode, on: context.today, doses: 1 })
  refuseAll([
    ...refusals
      .filter(({ code }) => code !== 'lot.empty')
      .map(refusal => problemOf(refusal.code, { lot: lot.number, expiredOn: lot.expiresOn })),
    ...(doses === null ? [problemOf('vial.size-unknown', {})] : []),
    ...(isTooMany ? [problemOf('lot.empty', { lot: lot.number, balance: unopened[place] })] : []),
    ...(stage !== null && stage >= vvm.discardFrom ? [problemOf('vial.vvm-discarded', {})] : []),
  ])
  if (doses === null) return refuse('vial.size-unknown')
  const vial = context.store.vials.find(writeOpenedVial(context, lot, { place, doses, vvmStage: stage }))
  if (!vial) throw new Error('a vial that was written can be read')
  return withRefusals(context, vial)
})

function problemOf(code: Problem['code'], params: Problem['params']): Problem {
  return { code, field: null, params }
}

export const closeVialService = serve(closeVial, (context, { vialId, because, note }) =>
  closeOpenVial(context, vialId, because, note),
)

/**
 * Closes a vial inside the caller's write: what is left is wasted for this reason. Refuses a vial that is closed
 * already, and to put one back on the shelf that somebody drew from.
 */
export function closeOpenVial(
  context: ServiceContext,
  vialId: string,
  because: string,
  note: string | null,
): { readonly wasted: number } {
  const vial = context.store.vials.find(vialId)
  if (!vial) return refuse('vial.not-found')
  if (vial.closedAt !== null) refuse('vial.closed')
  if (because === 'opened-in-error') {
    if (vial.left !== vial.doses) refuse('vial.not-untouched')
    if (!note) return refuse('reason.missing', {}, 'note')
    context.write([{ noun: 'vial', recordId: vialId, verb: 'voided', reason: note }])
    return { wasted: 0 }
  }
  if (vial.left > 0) context.write([wasteEntry(context, vial, because, note)])
  const body = { closedAt: context.at, closedBecause: vial.left > 0 ? because : 'used-up' }
  context.write([{ noun: 'vial', recordId: vialId, verb: 'updated', body }])
  return { wasted: vial.left }
}
