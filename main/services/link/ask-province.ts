import {
  askProvince,
  bringPerson,
  getProvinceAnswer,
  getPullStanding,
  type ProvinceAnswer,
  type ProvinceHit,
  pullNow,
} from '../../../src/contract/arrival-calls'
import { refuse } from '../../../src/contract/errors'
import type { ArrivedPerson } from '../../../src/domain/exchange/fhir/arrived'
import { searchesFor } from '../../../src/domain/exchange/fhir/ask-province'
import { displayName } from '../../../src/domain/person/display-name'
import { addressLine } from '../../../src/domain/person/units'
import { contactOf } from '../person/person-hit'
import { type ServiceContext, serve } from '../service'
import type { ProvinceAsk } from './province-port'
import { versionViews } from './version-views'

export const askProvinceService = serve(askProvince, (context, query) => {
  if (context.province.standing().state === 'not-joined') refuse('province.not-joined')
  if (searchesFor(query, context.resources.provinceCodes).length === 0) refuse('province.search-too-wide')
  return toAnswer(context, context.province.search(query))
})

export const bringPersonService = serve(bringPerson, (context, { resource }) => {
  if (context.province.standing().state === 'not-joined') refuse('province.not-joined')
  return toAnswer(context, context.province.bring(resource))
})

export const getProvinceAnswerService = serve(getProvinceAnswer, (context, { askId }) =>
  toAnswer(context, context.province.find(askId) ?? refuse('province.ask-not-found')),
)

export const getPullStandingService = serve(getPullStanding, ({ province }) => province.standing())

export const pullNowService = serve(pullNow, ({ province }) => {
  province.nudge()
  return province.standing()
})

/** A question to the province as the window hears of it. */
export function toAnswer(context: ServiceContext, ask: ProvinceAsk): ProvinceAnswer {
  const { askId, state, trouble, personIds, people } = ask
  const hits = people.map(person => toHit(context, person))
  return { askId, state, trouble, personIds, hits, versions: versionViews(context, ask.versions) }
}

/** A person of the province as a line of a list, and who of this register that is or may be. */
function toHit(
  { store, resources }: ServiceContext,
  { resource, recordId, person }: ArrivedPerson,
): ProvinceHit {
  const known = store.records.own.find('person', recordId)
  const numbers = person.identifiers.flatMap(({ system, value }) => store.persons.byIdentifier(system, value))
  return {
    resource,
    displayName: displayName(person),
    birthDate: person.birthDate,
    sex: person.sex,
    contact: contactOf(person),
    addressLine: addressLine(resources.units, person.addresses.current ?? person.addresses.permanent) || null,
    herePersonId: known && !known.voided ? store.links.survivorOf(recordId) : null,
    sameNumberIds: [...new Set(numbers.map(id => store.links.survivorOf(id)))].filter(id => id !== recordId),
  }
}
