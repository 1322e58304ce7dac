import { refuse, refuseAll } from '../../../src/contract/errors'
import { correctMotherVisit, correctNewbornVisit, voidPostnatal } from '../../../src/contract/postnatal-calls'
import { serve } from '../service'
import { birthOrRefuse } from './birth-facts'
import { differing } from './correct-birth'
import { motherVisitProblems, newbornVisitProblems } from './postnatal'

export const correctMotherVisitService = serve(
  correctMotherVisit,
  (context, { visitId, changes, reason }) => {
    const visit = context.store.records.find('postpartum-visit', visitId)
    if (!visit || visit.voided) return refuse('postnatal.not-found')
    const body = differing(visit, changes)
    if (Object.keys(body).length === 0) refuse('birth.nothing-changed')
    refuseAll(motherVisitProblems(context, birthOrRefuse(context, visit.birthId), { ...visit, ...body }))
    context.write([{ noun: 'postpartum-visit', recordId: visitId, verb: 'corrected', body, reason }])
    return {}
  },
)

export const correctNewbornVisitService = serve(
  correctNewbornVisit,
  (context, { visitId, changes, reason }) => {
    const visit = context.store.records.find('newborn-visit', visitId)
    if (!visit || visit.voided) return refuse('postnatal.not-found')
    const body = differing(visit, changes)
    if (Object.keys(body).length === 0) refuse('birth.nothing-changed')
    refuseAll(newbornVisitProblems(context, visit.personId, { ...visit, ...body }))
    context.write([{ noun: 'newborn-visit', recordId: visitId, verb: 'corrected', body, reason }])
    return {}
  },
)

export const voidPostnatalService = serve(voidPostnatal, (context, { visitId, who, reason }) => {
  const noun = who === 'mother' ? 'postpartum-visit' : 'newborn-visit'
  const visit = context.store.records.find(noun, visitId)
  if (!visit || visit.voided) return refuse('postnatal.not-found')
  context.write([{ noun, recordId: visitId, verb: 'voided', reason }])
  return {}
})
