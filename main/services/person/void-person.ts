import { refuse } from '../../../src/contract/errors'
import { voidPerson } from '../../../src/contract/merge-calls'
import { displayName } from '../../../src/domain/person/display-name'
import { serve } from '../service'

/** Takes somebody registered by mistake out of the register. Whoever has a dose, a visit or a merge stays. */
export const voidPersonService = serve(voidPerson, ({ store, write }, { personId, reason }) => {
  const person = store.records.own.find('person', personId)
  if (!person || person.voided) return refuse('person.not-found')
  if (store.links.linkOf(personId)) refuse('merge.already-merged', { name: displayName(person) })
  const records = store.merges.clinicalRecords(personId)
  const merged = store.links.clusterOf(personId).length - 1
  if (records + merged > 0) refuse('person.has-records', { records, merged })
  write([{ noun: 'person', recordId: personId, verb: 'voided', reason }])
  return {}
})
