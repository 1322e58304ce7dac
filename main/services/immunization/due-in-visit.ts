import { type HeldDose, listHeldDoses } from '../../../src/contract/safety-calls'
import type { DueDose } from '../../../src/domain/schedule/chart-types'
import { heldBack, type VaccineHold } from '../../../src/domain/screening/hold'
import type { Visit } from '../../../src/domain/session/visit'
import type { Stored } from '../../db/record-store'
import { type ServiceContext, serve } from '../service'
import { visitOrRefuse } from '../session/visit-state'
import { chartInput } from './chart'
import { keptChart } from './kept-charts'

/** What is due in a visit, and what would be due if the screening had not held it back. */
export function dueInVisit(
  context: Pick<ServiceContext, 'store' | 'resources' | 'today'>,
  visit: Pick<Stored<Visit>, 'personId'>,
): { readonly due: readonly DueDose[]; readonly held: readonly HeldDose[] } {
  const person = context.store.records.find('person', visit.personId)
  if (!person) throw new Error('a visit belongs to a person')
  const input = chartInput(context, visit.personId, person, context.today)
  const due = keptChart(input).today
  if (!input.person.holds || input.person.holds.length === 0) return { due, held: [] }
  const free = keptChart({ ...input, person: { ...input.person, holds: [] } }).today
  const known = new Set(due.flatMap(({ antigens }) => antigens))
  const held = free
    .filter(({ antigens }) => !antigens.every(antigen => known.has(antigen)))
    .flatMap((each): readonly HeldDose[] => {
      const hold = each.vaccineCodes.flatMap(code => holdOf(context, visit.personId, code) ?? []).at(0)
      return hold ? [{ due: each, hold }] : []
    })
  return { due, held }
}

/** What the newest screening of a person says against a product; null: nothing. */
export function holdOf(
  { store, resources, today }: Pick<ServiceContext, 'store' | 'resources' | 'today'>,
  personId: string,
  vaccineCode: string,
): VaccineHold | null {
  const vaccine = resources.vaccines.get(vaccineCode)
  const newest = store.records.list('screening', { person_id: personId }, 'created_stamp').at(-1)
  return vaccine && newest ? heldBack(newest, vaccine, today) : null
}

export const listHeldDosesService = serve(
  listHeldDoses,
  (context, { visitId }) => dueInVisit(context, visitOrRefuse(context, visitId)).held,
)
