import {
  getIndicatorWork,
  listWorkNames,
  type WorkMark,
  type WorkName,
} from '../../../src/contract/indicator-calls'
import { monthOf } from '../../../src/domain/report/count-programme'
import { delayedDoses, delaysByMonth } from '../../../src/domain/report/indicators/delays'
import { wastageOf, wastedBehind } from '../../../src/domain/report/indicators/wastage'
import { monthsUntil } from '../../../src/domain/report/months'
import { madeOf } from '../handbook/made'
import { hitsOf } from '../handbook/people-of'
import { type Service, type ServiceContext, serve } from '../service'
import { type KeptIndicators, keptIndicators } from './kept-indicators'

const getWorkService = serve(getIndicatorWork, (context, { cohort }) => {
  const { store, resources, today } = context
  const kept = keptIndicators(store, cohort)
  const rules = resources.indicators
  const months = monthsUntil(monthOf(kept?.on ?? today))
  const entered = kept?.entered ?? []
  return {
    made: madeOf(context, kept, 'report.indicators'),
    months,
    untilDays: rules.delays.untilDays,
    goodUntilDays: rules.delays.goodUntilDays,
    entry: delaysByMonth(rules, 'entry', entered, months),
    upload: store.link.findServer() === null ? null : delaysByMonth(rules, 'upload', entered, months),
    wastage: wastageOf(kept?.wasted ?? [], kept?.used ?? [], months)
      .filter(({ vaccineCode }) => !resources.supplies.has(vaccineCode))
      .map(each => ({
        ...each,
        vaccineName: resources.vaccines.get(each.vaccineCode)?.shortName ?? each.vaccineCode,
      })),
  }
})

type Line = Omit<WorkName, 'hit'> & { readonly personId: string | null }

/** Everything behind a mark of the work, as it was read last. */
export function workBehind(
  { resources }: Pick<ServiceContext, 'resources'>,
  kept: KeptIndicators | null,
  mark: WorkMark,
): readonly Line[] {
  if (mark.kind === 'wasted')
    return wastedBehind(kept?.wasted ?? [], mark).map(({ movementId, on, lotNumber, quantity, reason }) => {
      const said = reason === null ? null : (resources.wastageReasons.get(reason) ?? null)
      return {
        recordId: movementId,
        personId: null,
        on,
        at: null,
        lotNumber,
        reason: said && { vi: said.nameVi, en: said.nameEn },
        quantity,
      }
    })
  return delayedDoses(resources.indicators, kept?.entered ?? [], mark).map(dose => ({
    recordId: dose.doseId,
    personId: dose.personId,
    on: dose.on,
    at: mark.kind === 'entry' ? dose.enteredAt : dose.acceptedAt,
    lotNumber: null,
    reason: null,
    quantity: 1,
  }))
}

const listWorkService = serve(listWorkNames, (context, { cohort, mark, offset, limit }) => {
  const all = workBehind(context, keptIndicators(context.store, cohort), mark)
  const shown = all.slice(offset, offset + limit)
  const hitOf = hitsOf(
    context,
    shown.flatMap(({ personId }) => personId ?? []),
  )
  return {
    total: all.length,
    sum: all.reduce((sum, { quantity }) => sum + quantity, 0),
    lines: shown.map(({ personId, ...line }) => ({
      ...line,
      hit: personId === null ? null : hitOf(personId),
    })),
  }
})

export const workServices: readonly Service[] = [getWorkService, listWorkService]
