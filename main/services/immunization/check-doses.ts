import { checkDoses, type PlannedDoseCheck, type PlannedDoseRequest } from '../../../src/contract/dose-calls'
import type { Problem, ProblemParams } from '../../../src/contract/errors'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { volumeWarning } from '../../../src/domain/immunization/dose-volume'
import { mayGoBy } from '../../../src/domain/immunization/vaccine'
import type { DoseWarning } from '../../../src/domain/schedule/chart-types'
import { checkDose } from '../../../src/domain/schedule/dose-check'
import { chosenIn, lotStops, matchOf, matchStops } from '../safety/check-vial'
import { type ServiceContext, serve } from '../service'
import { visitOrRefuse } from '../session/visit-state'
import { vialProblems } from '../stock/open-vials'
import { chartInput } from './chart'
import { holdOf } from './due-in-visit'

/**
 * What stands against doses planned together: against each alone, against each other, and against the stock.
 * The same function serves the form while it is filled and the save itself.
 */
export function checkPlannedDoses(
  context: ServiceContext,
  personId: string,
  doses: readonly PlannedDoseRequest[],
): readonly PlannedDoseCheck[] {
  const person = context.store.records.find('person', personId)
  if (!person) throw new Error('a visit belongs to a person')
  const input = chartInput(context, personId, person, context.today)
  return doses.map((dose, index) => {
    const siblings = doses.slice(0, index).map((other, position) => ({
      id: `planned-${position}`,
      vaccineCode: other.vaccineCode,
      givenOn: context.today,
      lotExpiresOn: null,
      isCampaign: other.programme === 'campaign',
    }))
    const planned = {
      vaccineCode: dose.vaccineCode,
      givenOn: context.today,
      isCampaign: dose.programme === 'campaign',
    }
    const check = checkDose({ ...input, doses: [...input.doses, ...siblings] }, planned)
    const field = `doses.${index}`
    const refusals = check.refusals.map(({ code, ...params }) =>
      toProblem(code, params, `${field}.vaccineCode`),
    )
    return {
      refusals: [
        ...refusals,
        ...routeProblems(context, dose, `${field}.route`),
        ...heldProblems(context, personId, dose, `${field}.vaccineCode`),
        ...stockRefusals(context, doses, index),
        ...vialProblems(context, doses, index),
      ],
      warnings: [...check.warnings, ...volumeWarnings(context, dose, person.birthDate, check.warnings)],
    }
  })
}

/** BCG into a muscle, drops into a needle: a route that harms is not recorded as a plan. */
function routeProblems(
  { resources }: ServiceContext,
  { vaccineCode, route }: PlannedDoseRequest,
  field: string,
): readonly Problem[] {
  const vaccine = resources.vaccines.get(vaccineCode)
  if (!vaccine || mayGoBy(vaccine, route)) return []
  return [
    { code: 'dose.wrong-route', field, params: { vaccine: vaccine.shortName, route, right: vaccine.route } },
  ]
}

/** Half a dose, ten times a dose, a child's vial for an adult. Said once where the schedule speaks of the age already. */
function volumeWarnings(
  { resources, today }: ServiceContext,
  { vaccineCode, route, volumeMl }: PlannedDoseRequest,
  bornOn: CalendarDay,
  others: readonly DoseWarning[],
): readonly DoseWarning[] {
  const vaccine = resources.vaccines.get(vaccineCode)
  if (!vaccine || today < bornOn) return []
  const warning = volumeWarning(vaccine, { bornOn, on: today, route, volumeMl })
  const isSaid = warning?.stated === null && others.some(({ code }) => code === 'dose.not-valid')
  return warning && !isSaid ? [warning] : []
}

/** What the screening holds back is not given: whoever signed it decides otherwise there, with a reason. */
function heldProblems(
  context: ServiceContext,
  personId: string,
  { vaccineCode }: PlannedDoseRequest,
  field: string,
): readonly Problem[] {
  const hold = holdOf(context, personId, vaccineCode)
  if (!hold) return []
  const vaccine = context.resources.vaccines.get(vaccineCode)?.shortName ?? vaccineCode
  return [{ code: 'dose.held-back', field, params: { vaccine, reason: hold.reason, until: hold.until } }]
}

function stockRefusals(
  context: ServiceContext,
  doses: readonly PlannedDoseRequest[],
  index: number,
): readonly Problem[] {
  const dose = doses[index]
  if (!dose) return []
  const field = `doses.${index}.lotId`
  const lot = context.store.lots.find(dose.lotId)
  if (!lot) return [{ code: 'lot.not-found', field, params: {} }]
  const fromSameLot = doses.slice(0, index + 1).filter(other => other.lotId === dose.lotId).length
  const stops = [...labelStops(context, dose), ...lotStops(context, lot, fromSameLot, dose.vaccineCode)]
  return stops.map(stop => ({ ...stop, field }))
}

/** A scanned label must say the very lot the dose is recorded from. */
function labelStops(context: ServiceContext, { scan, lotId }: PlannedDoseRequest): readonly Problem[] {
  if (!scan) return []
  const match = chosenIn(matchOf(context, scan), lotId)
  if (match.kind !== 'lot') return matchStops(context, match)
  if (match.lot.lotId === lotId) return []
  const planned = context.store.lots.find(lotId)
  const params = { lot: match.lot.number, planned: planned?.number ?? null }
  return [{ code: 'vial.other-lot', field: null, params }]
}

function toProblem(code: Problem['code'], params: Record<string, unknown>, field: string): Problem {
  const flat = Object.entries(params).map(([key, value]): [string, ProblemParams[string]] => [
    key,
    Array.isArray(value) ? value.join(', ') : (value as ProblemParams[string]),
  ])
  return { code, field, params: Object.fromEntries(flat) }
}

/** Warnings that no override passes yet. */
export function openWarnings(
  check: PlannedDoseCheck,
  dose: PlannedDoseRequest,
  index: number,
): readonly Problem[] {
  const passed = new Set(dose.overrides.map(({ code }) => code))
  return check.warnings
    .filter(({ code }) => !passed.has(code))
    .map((warning: DoseWarning) => ({ code: warning.code, field: `doses.${index}.overrides`, params: {} }))
}

export const checkDosesService = serve(checkDoses, (context, { visitId, doses }) => {
  const visit = visitOrRefuse(context, visitId)
  return checkPlannedDoses(context, visit.personId, doses)
})
