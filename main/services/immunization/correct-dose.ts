import { correctDose, voidDose } from '../../../src/contract/dose-calls'
import { type Problem, refuse, refuseAll } from '../../../src/contract/errors'
import type { Dose } from '../../../src/domain/immunization/dose'
import { lastPossibleDay } from '../../../src/domain/immunization/dose-date'
import { checkDose } from '../../../src/domain/schedule/dose-check'
import { lotRefusals } from '../../../src/domain/stock/lot'
import type { Stored } from '../../db/record-store'
import { dayOfDeath } from '../family/residence'
import { type ServiceContext, serve } from '../service'
import { drawWithoutOpening } from '../stock/open-vials'
import { chartInput } from './chart'

/**
 * Corrects a dose with a reason. What would make it impossible is refused; the judgement of the schedule is not.
 * Only what really changed is written, so nothing else is overruled.
 */
export const correctDoseService = serve(correctDose, (context, { doseId, changes, reason }) => {
  const before = doseOrRefuse(context, doseId)
  // A dose from a card took nothing from our stock; given it a lot, it would.
  if (before.kind === 'historical' && changes.lotId) refuse('contract.bad-request', {}, 'changes.lotId')
  // A dose given here has its day.
  if (before.kind === 'administered' && changes.givenOnAccuracy) {
    refuse('contract.bad-request', {}, 'changes.givenOnAccuracy')
  }
  const after = { ...before, ...changes, ...lotFields(context, before, changes) }
  const body = Object.fromEntries(
    Object.entries(after).filter(([field, value]) => value !== before[field as keyof Dose]),
  ) as Partial<Dose>
  if (Object.keys(body).length === 0) refuse('contract.bad-request', {}, 'changes')
  refuseAll([
    ...deathProblems(context, after),
    ...scheduleProblems(context, before, after),
    ...lotProblems(context, before, after),
  ])
  context.write([{ noun: 'dose', recordId: doseId, verb: 'corrected', body, reason }])
  return {}
})

/** Number and expiry always are those of the lot a dose came from; without a lot only a number is known. */
function lotFields(
  context: ServiceContext,
  before: Stored<Dose>,
  changes: Partial<Pick<Dose, 'lotId'>>,
): Partial<Dose> {
  const lotId = changes.lotId === undefined ? before.lotId : changes.lotId
  if (lotId === null)
    return before.lotId === null ? {} : { lotExpiresOn: null, vialId: null, takenFrom: null }
  const lot = context.store.lots.find(lotId)
  if (!lot) return refuse('lot.not-found', {}, 'changes.lotId')
  const sameLot = lotId === before.lotId
  const drawn = sameLot ? {} : drawWithoutOpening(context, lot)
  return { lotNumber: lot.number, lotExpiresOn: lot.expiresOn, ...drawn }
}

/** A dose that never was: it stays readable, counts for nothing, and what it took from stock is back. */
export const voidDoseService = serve(voidDose, (context, { doseId, reason }) => {
  doseOrRefuse(context, doseId)
  context.write([{ noun: 'dose', recordId: doseId, verb: 'voided', reason }])
  return {}
})

function doseOrRefuse({ store }: ServiceContext, doseId: string): Stored<Dose> {
  const dose = store.records.find('dose', doseId)
  if (!dose) return refuse('dose.not-found')
  if (dose.voided) refuse('dose.already-voided')
  // Whoever gave it corrects it: two points that both do would overrule each other (decision 0029).
  const sources = store.records.list('source', { about_id: doseId }, 'created_stamp')
  if (sources.some(({ isFirstHand }) => isFirstHand)) refuse('dose.recorded-elsewhere')
  return dose
}

function scheduleProblems(context: ServiceContext, before: Stored<Dose>, after: Dose): readonly Problem[] {
  const person = context.store.records.find('person', before.personId)
  if (!person) return []
  const input = chartInput(context, before.personId, person, context.today)
  const others = { ...input, doses: input.doses.filter(dose => dose.id !== before.id) }
  const { vaccineCode, givenOn } = after
  const { refusals } = checkDose(others, { vaccineCode, givenOn, givenUntil: lastPossibleDay(after) })
  return refusals.map(({ code }) => ({
    code,
    field: 'changes.givenOn',
    params: { givenOn: after.givenOn, bornOn: person.birthDate, today: context.today },
  }))
}

/** Moved behind the day of death, a dose cannot have been given. */
function deathProblems(context: ServiceContext, after: Dose): readonly Problem[] {
  const died = dayOfDeath(context, after.personId)
  if (died === null || after.givenOn <= died) return []
  return [{ code: 'dose.after-death', field: 'changes.givenOn', params: { diedOn: died } }]
}

/** A lot is asked only when the dose now comes from another one, or is now another product. */
function lotProblems({ store }: ServiceContext, before: Dose, after: Dose): readonly Problem[] {
  const moved = after.lotId !== before.lotId || after.vaccineCode !== before.vaccineCode
  const lot = after.lotId && moved ? store.lots.find(after.lotId) : null
  if (!lot) return []
  const doses = after.lotId === before.lotId ? 0 : 1
  const use = { vaccineCode: after.vaccineCode, on: after.givenOn, doses }
  return lotRefusals(lot, use).map(({ code }) => ({
    code,
    field: 'changes.lotId',
    params: { lot: lot.number, expiredOn: lot.expiresOn },
  }))
}
