import type { Problem, ProblemParams } from '../../../src/contract/errors'
import { checkVial, type VialCheck } from '../../../src/contract/safety-calls'
import type { ScanArrival } from '../../../src/domain/scan/scan-types'
import { type LotOnHand, lotRefusals } from '../../../src/domain/stock/lot'
import { matchVial, type VialMatch } from '../../../src/domain/stock/match-vial'
import { dueInVisit } from '../immunization/due-in-visit'
import { type ServiceContext, serve } from '../service'
import { sessionProblems } from '../session/session-day'
import { visitOrRefuse } from '../session/visit-state'
import { vialProblems } from '../stock/open-vials'

/** Everything that stands against one vial in one visit, before anything is ticked. */
export const checkVialService = serve(checkVial, (context, request): VialCheck => {
  const { visitId, scan, planned, chosenLotId } = request
  const visit = visitOrRefuse(context, visitId)
  const match = chosenIn(matchOf(context, scan), chosenLotId)
  const stops = matchStops(context, match)
  const code = match.kind === 'damaged' ? null : match.code
  if (match.kind !== 'lot') {
    const lot = 'lot' in match ? match.lot : null
    return { code, lot, choices: match.kind === 'several' ? match.lots : [], dueId: null, stops }
  }
  const { lot } = match
  const { due, held } = dueInVisit(context, visit)
  const served = due.find(each => each.vaccineCodes.includes(lot.vaccineCode))
  const isPlanned = served !== undefined || planned.includes(lot.vaccineCode)
  const vaccine = nameOf(context, lot)
  const misplaced: readonly Problem[] = isPlanned
    ? []
    : [{ code: 'vial.not-planned', field: null, params: { lot: lot.number, vaccine } }]
  const hold = held.find(each => each.due.vaccineCodes.includes(lot.vaccineCode))?.hold
  const heldParams = { vaccine, reason: hold?.reason ?? null, until: hold?.until ?? null }
  return {
    code,
    lot,
    choices: [],
    dueId: served?.id ?? null,
    stops: [
      ...(hold ? [{ code: 'dose.held-back' as const, field: null, params: heldParams }] : misplaced),
      ...lotStops(context, lot, 1),
      ...vialProblems(context, [lot], 0),
      ...sessionProblems(context, visit.sessionOn),
    ],
  }
})

/** The lot of a scan among those of this point. */
export function matchOf(
  { store, today }: Pick<ServiceContext, 'store' | 'today'>,
  scan: ScanArrival,
): VialMatch {
  const texts = [...new Set([scan.text, scan.physical ?? scan.text])]
  return matchVial(texts, { lots: store.lots.list(null), productsOf: store.safety.productsOf, on: today })
}

/** What somebody pointed at decides between the lots a label fits, and between no others. */
export function chosenIn(match: VialMatch, lotId: string | null): VialMatch {
  const lot = match.kind === 'several' ? match.lots.find(each => each.lotId === lotId) : undefined
  return match.kind === 'several' && lot ? { kind: 'lot', lot, code: match.code } : match
}

/** Why a label names no lot that may be used; empty when it names one. */
export function matchStops(context: Pick<ServiceContext, 'resources'>, match: VialMatch): readonly Problem[] {
  const stop = (code: Problem['code'], params: ProblemParams = {}): readonly Problem[] => [
    { code, field: null, params },
  ]
  switch (match.kind) {
    case 'lot':
      return []
    case 'damaged':
      return match.why === 'foreign-label'
        ? stop('vial.foreign-label')
        : stop('vial.damaged', { why: match.why })
    case 'no-lot':
      return stop('vial.no-lot')
    case 'not-here':
      return stop('vial.not-here', { lot: match.code.lot })
    case 'several':
      return stop('vial.several', { lot: match.code.lot })
    case 'expiry-differs':
      return stop('vial.expiry-differs', {
        lot: match.lot.number,
        label: match.code.expiresOn,
        book: match.lot.expiresOn,
      })
    case 'product-differs':
      return stop('vial.product-differs', {
        lot: match.lot.number,
        label: match.vaccineCodes.map(code => nameOf(context, { vaccineCode: code })).join(', '),
        book: nameOf(context, match.lot),
      })
  }
}

/**
 * Everything that keeps doses of a lot from being given today, whatever the child. A breach nobody has decided about
 * holds a lot back by itself: putting the lot back into use is no decision.
 */
export function lotStops(
  { store, today }: Pick<ServiceContext, 'store' | 'today'>,
  lot: LotOnHand,
  doses: number,
  vaccineCode: string = lot.vaccineCode,
): readonly Problem[] {
  const refused = lotRefusals(lot, { vaccineCode, on: today, doses })
  const [breach] = refused.some(({ code }) => code === 'lot.quarantined')
    ? []
    : store.coldChain.undecidedOf(lot.lotId)
  const stops: readonly Problem[] = refused.map(({ code, ...params }) => ({
    code,
    field: null,
    params: { ...params, lot: lot.number, balance: lot.balance },
  }))
  if (!breach) return stops
  const params = { lot: lot.number, temperature: breach.extremeC }
  return [...stops, { code: 'lot.breach-undecided', field: null, params }]
}

function nameOf(
  { resources }: Pick<ServiceContext, 'resources'>,
  { vaccineCode }: Pick<LotOnHand, 'vaccineCode'>,
): string {
  return resources.vaccines.get(vaccineCode)?.shortName ?? vaccineCode
}
