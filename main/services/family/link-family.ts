import { refuse, refuseAll } from '../../../src/contract/errors'
import { linkFamily, moveFamily, unlinkFamily } from '../../../src/contract/family-calls'
import { familyProblems } from '../../../src/domain/person/family'
import { correctOne } from '../person/correct-person'
import { personOrRefuse } from '../person/person-or-refuse'
import { serve } from '../service'
import { holdingLinks, linksOf } from './links'

export const linkFamilyService = serve(linkFamily, (context, request) => {
  const { personId, relativeId } = request
  const link = { ...request, until: null }
  const links = [...linksOf(context, personId), ...linksOf(context, relativeId)]
  const problems = familyProblems(link, {
    person: personOrRefuse(context, personId),
    relative: personOrRefuse(context, relativeId),
    links: holdingLinks(links, context.today),
  })
  refuseAll(problems.map(code => ({ code, field: 'relativeId', params: {} })))
  const linkId = context.newId()
  context.write([{ noun: 'family-link', recordId: linkId, verb: 'recorded', body: link }])
  return { linkId }
})

export const unlinkFamilyService = serve(unlinkFamily, (context, { linkId, until, reason }) => {
  const link = context.store.records.find('family-link', linkId)
  if (!link || link.voided) return refuse('family.not-found')
  if (until !== null && link.since !== null && until < link.since) refuse('family.bad-period', {}, 'until')
  context.write([
    until === null
      ? { noun: 'family-link', recordId: linkId, verb: 'voided', reason }
      : { noun: 'family-link', recordId: linkId, verb: 'corrected', body: { until }, reason },
  ])
  return {}
})

/** One new address for several: who lives there already is left alone, and any problem stops all of it. */
export const moveFamilyService = serve(moveFamily, (context, { personId, changes, reason, alsoMove }) => {
  correctOne(context, personId, changes, reason)
  const current = personOrRefuse(context, personId).addresses.current
  const others = [...new Set(alsoMove)].filter(otherId => otherId !== personId)
  const moving = others.filter(otherId => {
    const { addresses } = personOrRefuse(context, otherId)
    return current !== undefined && JSON.stringify(addresses.current) !== JSON.stringify(current)
  })
  for (const otherId of moving) {
    const { addresses } = personOrRefuse(context, otherId)
    correctOne(context, otherId, { addresses: { ...addresses, ...(current ? { current } : {}) } }, reason)
  }
  return { moved: 1 + moving.length }
})
