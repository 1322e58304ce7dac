import { refuse } from '../../../src/contract/errors'
import {
  type FamilyMemberView,
  type FamilySuggestion,
  findRelative,
  getFamily,
} from '../../../src/contract/family-calls'
import { canonicalJson } from '../../../src/domain/journal/canonical-json'
import { displayName } from '../../../src/domain/person/display-name'
import { matchRelative, membersOf, shareParent } from '../../../src/domain/person/family'
import { nameKey } from '../../../src/domain/person/name-key'
import type { Person, Relative } from '../../../src/domain/person/person'
import { normalizePhone } from '../../../src/domain/person/phone'
import { allWordsOfYear } from '../../../src/domain/person/search-lookups'
import type { Stored } from '../../db/record-store'
import { eachOnce, foundByNumber, foundByPhone } from '../person/found-people'
import { toHit } from '../person/person-hit'
import { type ServiceContext, serve } from '../service'
import { linksAround, protectionOf } from './links'

export const getFamilyService = serve(getFamily, (context, { personId }) => {
  const person = context.store.records.find('person', personId)
  if (!person) return refuse('person.not-found')
  const members = membersFor(context, person)
  const known = new Set([personId, ...members.map(({ hit }) => hit.personId)])
  const found = protectionOf(context, personId, person)
  return {
    members,
    suggestions: suggestionsFor(context, person, members).filter(({ hit }) => !known.has(hit.personId)),
    protection: found && { ...found.protection, motherName: displayName(found.mother) },
  }
})

/** The household as the links make it; a record that was taken back is nobody. */
export function membersFor(context: ServiceContext, person: Stored<Person>): readonly FamilyMemberView[] {
  const links = linksAround(context, person.id)
  return membersOf(person.id, links, context.today).flatMap(({ personId, relation, linkId }) => {
    const member = context.store.records.find('person', personId)
    if (!member || member.voided) return []
    const link = links.find(({ id }) => id === linkId)
    return [
      {
        hit: hitOf(context, member),
        relation,
        linkId,
        since: link?.since ?? null,
        until: link?.until ?? null,
        livesHere: sameAddress(member, person),
      },
    ]
  })
}

function sameAddress(a: Person, b: Person): boolean {
  return canonicalJson(a.addresses.current ?? null) === canonicalJson(b.addresses.current ?? null)
}

function hitOf(context: ServiceContext, person: Stored<Person>) {
  return toHit(context, person, { highlights: [], group: 'here' })
}

/** The relatives that the record names, where the register has them; and children who name the same parent. */
function suggestionsFor(
  context: ServiceContext,
  person: Stored<Person>,
  members: readonly FamilyMemberView[],
): readonly FamilySuggestion[] {
  const open = person.relatives.filter(
    ({ relation }) => relation === 'guardian' || !members.some(member => member.relation === relation),
  )
  const elders = open.flatMap(relative =>
    relativesFound(context, relative).flatMap(candidate => {
      const reasons = matchRelative(relative, candidate)
      return reasons.length === 0 ? [] : [{ candidate, relation: relative.relation, reasons }]
    }),
  )
  const siblings = siblingCandidates(context, person).map(candidate => ({
    candidate,
    relation: 'sibling' as const,
    reasons: [],
  }))
  return [...elders, ...siblings]
    .filter(({ candidate }) => candidate.id !== person.id && !candidate.voided)
    .slice(0, 12)
    .map(({ candidate, ...rest }) => ({ hit: hitOf(context, candidate), ...rest }))
}

/** Whoever may be a named relative. Found by the index that exists: number, phone, name. Never the whole register. */
function relativesFound({ store }: ServiceContext, relative: Relative): readonly Stored<Person>[] {
  const { nationalId, phone, name, birthYear } = relative
  const words = nameKey(name).split(' ').filter(Boolean)
  const found = [
    ...(nationalId ? foundByNumber(store, ['national-id', 'old-national-id'], nationalId) : []),
    ...(phone ? foundByPhone(store, phone) : []),
    ...(words.length > 1 && birthYear ? store.persons.lookup(allWordsOfYear(words, birthYear), 50) : []),
  ]
  return [...eachOnce(found).values()]
}

/** Children under the same parent's number or phone. */
function siblingCandidates({ store }: ServiceContext, person: Stored<Person>): readonly Stored<Person>[] {
  const found = person.relatives.flatMap(({ nationalId, phone }) => [
    ...(nationalId ? foundByNumber(store, ['relative-national-id'], nationalId) : []),
    ...(phone ? foundByPhone(store, phone) : []),
  ])
  const others = [...eachOnce(found).values()]
  return others.filter(candidate => candidate.id !== person.id && shareParent(person, candidate))
}

export const findRelativeService = serve(findRelative, (context, request) => {
  const phone = request.phone ? normalizePhone(request.phone) : null
  const relative = { ...request, phone, nationalId: request.nationalId || null }
  return relativesFound(context, relative)
    .filter(candidate => !candidate.voided)
    .flatMap(candidate => {
      const reasons = matchRelative(relative, candidate)
      const address = candidate.addresses.current ?? null
      return reasons.length === 0 ? [] : [{ hit: hitOf(context, candidate), reasons, address }]
    })
    .slice(0, 5)
})
