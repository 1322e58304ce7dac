import { refuse } from '../../../src/contract/errors'
import { type HealthWorkerView, listHealthWorkers, saveHealthWorker } from '../../../src/contract/plan-calls'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { Person } from '../../../src/domain/person/person'
import { normalizePhone } from '../../../src/domain/person/phone'
import type { ReadStore } from '../../db'
import { serve } from '../service'
import { placeOf } from './plan-lines'

/** The health worker of each hamlet; of two written apart the one changed last. */
export function workerViews({
  store,
}: {
  readonly store: Pick<ReadStore, 'plans'>
}): readonly HealthWorkerView[] {
  const all = store.plans.healthWorkers().toSorted((a, b) => (a.changedAt < b.changedAt ? -1 : 1))
  const byPlace = new Map(all.map(worker => [`${worker.communeCode}|${worker.hamlet}`, worker]))
  return [...byPlace.values()]
    .filter(({ active }) => active)
    .map(({ id, communeCode, hamlet, name, phone }) => ({ workerId: id, communeCode, hamlet, name, phone }))
}

/** Who tells the family of somebody; null: nobody is named for the hamlet. */
export function workerAt(
  ports: { readonly store: Pick<ReadStore, 'plans'> },
  person: Person,
): HealthWorkerView | null {
  const { communeCode, hamlet } = placeOf(person)
  return workerViews(ports).find(each => each.communeCode === communeCode && each.hamlet === hamlet) ?? null
}

export const listHealthWorkersService = serve(listHealthWorkers, context => workerViews(context))

export const saveHealthWorkerService = serve(saveHealthWorker, (context, request) => {
  const { communeCode, hamlet, name } = request
  const phone = request.phone ? normalizePhone(request.phone) : null
  if (request.phone && phone === null) refuse('person.bad-phone', {}, 'phone')
  const body = { communeCode, hamlet, name, phone, active: name !== '' }
  const known = context.store.plans
    .healthWorkers()
    .findLast(worker => worker.communeCode === communeCode && worker.hamlet === hamlet)
  const entry: NewEntry = known
    ? { noun: 'health-worker', recordId: known.id, verb: 'updated', body }
    : { noun: 'health-worker', recordId: context.newId(), verb: 'recorded', body }
  context.write([entry])
  return {}
})
