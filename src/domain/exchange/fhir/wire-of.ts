import type { Person } from '../../person/person'
import { caseOf, reactionOf } from './adverse-event'
import { birthOf } from './birth'
import {
  childCheckResources,
  familyLinkResources,
  newbornResources,
  newbornVisitResources,
} from './child-health'
import { decisionOf } from './decision'
import { birthResources, postpartumResources } from './delivery'
import { difficultyResources } from './difficulty'
import { encounterOf } from './encounter'
import { immunizationOf, notDoneOf } from './immunization'
import { antenatalResources, handbookResources, pregnancyResources } from './maternal'
import { screeningResources } from './observation'
import { patientOf, relatedPeopleOf } from './patient'
import { pointResources, practitionerOf } from './place'
import { pointStatusResources } from './point-status'
import { reportResources } from './report'
import { supervisorAnswerResources } from './supervisor-answer'
import { type RecordState, type WireContext, type WireNoun, type WireResource, wireNouns } from './wire'

/** Whether records of a noun travel to the province. */
export function travels(noun: string): noun is WireNoun {
  return (wireNouns as readonly string[]).includes(noun)
}

/** Whether somebody's data stay at the point: persons whom the police or the army manages (13/2026 Art. 25(8)). */
export function staysLocal(person: Pick<Person, 'managedBy'>): boolean {
  return (person.managedBy ?? null) !== null
}

/**
 * The resources of a record as it stands: the same state always gives the same resources. Empty while nothing of it may
 * travel: before the point is set up, and for persons whose data stay here. Whoever sends them sends what
 * `missingReferences` names as well.
 */
export function wireOf(state: RecordState, knows: WireContext): readonly WireResource[] {
  if (knows.pointId === null || !peopleOf(state, knows).every(id => mayTravel(id, state, knows))) return []
  switch (state.noun) {
    case 'point':
      return pointResources(as(state, 'point'), knows)
    case 'user':
      return [practitionerOf(as(state, 'user'), knows)]
    case 'person':
      return personResources(as(state, 'person'), knows)
    case 'merge':
      return patientAfter(as(state, 'merge').value.absorbedId, state, knows)
    case 'residence':
      return patientAfter(as(state, 'residence').value.personId, state, knows)
    case 'visit':
      return [encounterOf(as(state, 'visit'), knows)]
    case 'screening':
      return screeningResources(as(state, 'screening'), knows)
    case 'dose':
      return [immunizationOf(as(state, 'dose'), knows)]
    case 'not-given':
      return [notDoneOf(as(state, 'not-given'), knows)]
    case 'reaction':
      return [reactionOf(as(state, 'reaction'), knows)]
    case 'aefi-case':
      return [caseOf(as(state, 'aefi-case'), knows)]
    case 'conflict':
      return decisionOf(as(state, 'conflict'), knows)
    default:
      return handbookWire(state, knows)
  }
}

/** The mother-and-child handbook: decision 0039. */
function handbookWire(state: RecordState, knows: WireContext): readonly WireResource[] {
  switch (state.noun) {
    case 'family-link':
      return familyLinkResources(as(state, 'family-link'), knows)
    case 'pregnancy':
      return pregnancyResources(as(state, 'pregnancy'), knows)
    case 'antenatal-visit':
      return antenatalResources(as(state, 'antenatal-visit'), knows)
    case 'birth':
      return birthResources(as(state, 'birth'), knows)
    case 'newborn':
      return newbornResources(as(state, 'newborn'), knows)
    case 'postpartum-visit':
      return postpartumResources(as(state, 'postpartum-visit'), knows)
    case 'newborn-visit':
      return newbornVisitResources(as(state, 'newborn-visit'), knows)
    case 'child-check':
      return childCheckResources(as(state, 'child-check'), knows)
    case 'handbook':
      return handbookResources(as(state, 'handbook'), knows)
    default:
      return upwardWire(state, knows)
  }
}

/** Reports and how the point stands: decisions 0042 and 0045. */
function upwardWire(state: RecordState, knows: WireContext): readonly WireResource[] {
  switch (state.noun) {
    case 'report':
      return reportResources(as(state, 'report'), knows)
    case 'point-status':
      return pointStatusResources(as(state, 'point-status'), knows)
    case 'supervisor-answer':
      return supervisorAnswerResources(as(state, 'supervisor-answer'), knows)
    case 'difficulty':
      return difficultyResources(as(state, 'difficulty'), knows)
    default:
      return []
  }
}

function personResources(state: RecordState<'person'>, knows: WireContext): readonly WireResource[] {
  return [patientOf(state, knows), ...relatedPeopleOf(state, knows), ...birthOf(state, knows)]
}

/** The Patient after something about the person became true that is not part of their record: a merge, a death. */
function patientAfter(personId: string, { entry, noun, id }: RecordState, knows: WireContext) {
  const person = knows.find('person', personId)
  if (person === null) return []
  return [{ ...patientOf({ ...person, entry }, knows), record: { noun, id } }]
}

const aboutNobody: ReadonlySet<WireNoun> = new Set<WireNoun>([
  'point',
  'user',
  'report',
  'point-status',
  'supervisor-answer',
  'difficulty',
])

/** Everybody whom a record speaks of. */
function peopleOf(state: RecordState, knows: WireContext): readonly string[] {
  if (aboutNobody.has(state.noun)) return []
  if (state.noun === 'person') return [state.id]
  if (state.noun === 'merge') {
    const { survivorId, absorbedId } = as(state, 'merge').value
    return [survivorId, absorbedId]
  }
  if (state.noun === 'family-link') {
    const { personId, relativeId } = as(state, 'family-link').value
    return [personId, relativeId]
  }
  if (state.noun === 'newborn') {
    const { personId, birthId } = as(state, 'newborn').value
    const mother = knows.find('birth', birthId)?.value.personId
    return [personId, mother ?? null].flatMap(id => id ?? [])
  }
  return [(state.value as { readonly personId: string }).personId]
}

/** Whether anything about a person may be sent. */
export function mayTravelAbout(person: RecordState<'person'>, knows: WireContext): boolean {
  return knows.pointId !== null && mayTravel(person.id, person, knows)
}

/** False for somebody whose data stay here, who was merged into such a person, or whom nobody has recorded. */
function mayTravel(personId: string, state: RecordState, knows: WireContext): boolean {
  const own = state.noun === 'person' && state.id === personId ? as(state, 'person') : null
  const person = own ?? knows.find('person', personId)
  if (person === null || staysLocal(person.value)) return false
  const survivor = knows.survivorOf(personId)
  const into = survivor === null ? null : knows.find('person', survivor)
  return into === null || !staysLocal(into.value)
}

/** The state under the noun it says it has. */
function as<N extends WireNoun>(state: RecordState, noun: N): RecordState<N> {
  if (state.noun !== noun) throw new Error(`a ${state.noun} is no ${noun}`)
  return state as unknown as RecordState<N>
}
