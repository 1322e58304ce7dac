import type { BornChildRequest, MadeChild } from '../../../src/contract/birth-calls'
import { type Problem, refuseAll } from '../../../src/contract/errors'
import { instantOf } from '../../../src/domain/calendar/calendar-day'
import type { Birth, Newborn } from '../../../src/domain/maternal/birth'
import {
  alertsAtBirth,
  childOf,
  type HandedOnAlert,
  withBirth,
} from '../../../src/domain/maternal/birth-makes'
import { momentOf } from '../../../src/domain/maternal/birth-rules'
import { applyPersonPatch, diffPersons, storedForm } from '../../../src/domain/person/correct-person'
import { displayName } from '../../../src/domain/person/display-name'
import { familyProblems } from '../../../src/domain/person/family'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { holdingLinks, linksOf } from '../family/links'
import { problemsOfLines, toDose } from '../immunization/record-historical-doses'
import { correctOne } from '../person/correct-person'
import { personOrRefuse } from '../person/person-or-refuse'
import { blockingProblems } from '../person/person-problems'
import { mintCode } from '../person/register-person'
import { actorOf, type ServiceContext } from '../service'
import { registeredAlready } from './birth-form'

/** What all children of a birth share while they are written. */
export type BirthBeside = {
  readonly mother: Stored<Person>
  readonly birthId: string
  readonly birth: Pick<Birth, 'gestationWeeks'>
  readonly positive: readonly HandedOnAlert[]
}

/** The reason in the journal where a birth puts a record right that stood before. */
const becauseBorn = 'Ghi nhận cuộc sinh'

/** What speaks against the children that a request names, beside what a birth may be at all. */
export function childrenProblems(
  context: ServiceContext,
  mother: Stored<Person>,
  children: readonly BornChildRequest[],
  prefix: (index: number) => string,
): readonly Problem[] {
  return children.flatMap((child, index) => {
    const at = prefix(index)
    if (!child.alive) {
      const hasRecord = child.personId !== null || child.doses.length > 0 || child.name !== ''
      return hasRecord ? [{ code: 'birth.stillborn-with-record' as const, field: at, params: {} }] : []
    }
    const twice = children.slice(0, index).some(other => other.personId === child.personId)
    if (child.personId === null) return duplicateProblems(context, mother, child, at)
    const isTaken =
      twice || context.store.records.list('newborn', { person_id: child.personId }, 'id').length > 0
    const isHerself = child.personId === mother.id
    return isTaken || isHerself
      ? [{ code: 'birth.child-taken' as const, field: `${at}.personId`, params: {} }]
      : []
  })
}

/** Somebody registered who looks like this child must have been looked at: the same, or another. */
function duplicateProblems(
  context: ServiceContext,
  mother: Stored<Person>,
  child: BornChildRequest,
  at: string,
): readonly Problem[] {
  const denied = new Set(child.notDuplicateOf)
  return registeredAlready(context, mother, child)
    .filter(({ id }) => !denied.has(id))
    .map(person => ({
      code: 'birth.child-exists' as const,
      field: `${at}.personId`,
      params: { personId: person.id, displayName: displayName(person), birthDate: person.birthDate },
    }))
}

/** Writes one child of a birth: record, family link, doses, newborn. Refuses with the whole transaction. */
export function writeChild(
  context: ServiceContext,
  beside: BirthBeside,
  child: BornChildRequest,
  order: number,
  at: string,
): MadeChild {
  const person = child.alive ? writePerson(context, beside, child, at) : null
  const newbornId = context.newId()
  const body = newbornOf(context, beside.birthId, child, order, person?.id ?? null)
  context.write([{ noun: 'newborn', recordId: newbornId, verb: 'recorded', body }])
  return {
    newbornId,
    order,
    alive: child.alive,
    personId: person?.id ?? null,
    personCode: person && identifierOf(person, 'person-code'),
    displayName: person ? displayName(person) : '',
  }
}

function writePerson(
  context: ServiceContext,
  { mother, birth, positive }: BirthBeside,
  child: BornChildRequest,
  at: string,
): Stored<Person> {
  const { pretermBelowWeeks } = context.resources.birth
  const alerts = alertsAtBirth(positive, birth.gestationWeeks, pretermBelowWeeks, child.bornOn)
  const made = storedForm(childOf(mother, birth, child, alerts))
  const personId =
    child.personId === null ? register(context, made, at) : takeOver(context, child.personId, made)
  linkToMother(context, personId, mother, at)
  writeDoses(context, personId, child, at)
  return personOrRefuse(context, personId)
}

function register(context: ServiceContext, made: Person, at: string): string {
  refuseAll(
    blockingProblems(made, context).map(problem => ({
      ...problem,
      field: (problem.field ?? 'person').replace(/^person/u, at),
    })),
  )
  const personCode = mintCode(context, made)
  const personId = context.newId()
  const identifiers = [...made.identifiers, { system: 'person-code' as const, value: personCode }]
  context.write([{ noun: 'person', recordId: personId, verb: 'recorded', body: { ...made, identifiers } }])
  return personId
}

/** Somebody who was registered before: what the birth knows better is put right, nothing is lost. */
function takeOver(context: ServiceContext, askedId: string, made: Person): string {
  const known = personOrRefuse(context, askedId)
  const changes = withBirth(known, made)
  const isOther = diffPersons(known, applyPersonPatch(known, changes)).length > 0
  if (isOther) correctOne(context, known.id, changes, becauseBorn)
  return known.id
}

function linkToMother(context: ServiceContext, personId: string, mother: Stored<Person>, at: string): void {
  const person = personOrRefuse(context, personId)
  const links = [...linksOf(context, personId), ...linksOf(context, mother.id)]
  const isLinked = links.some(
    link => link.personId === personId && link.relativeId === mother.id && link.relation === 'mother',
  )
  if (isLinked) return
  const body = { personId, relativeId: mother.id, relation: 'mother' as const, since: null, until: null }
  const holding = holdingLinks(links, context.today)
  const problems = familyProblems(body, { person, relative: mother, links: holding })
  refuseAll(
    problems
      .filter(code => code !== 'family.same-person' && code !== 'family.bad-period')
      .map(code => ({ code, field: `${at}.personId`, params: {} })),
  )
  context.write([{ noun: 'family-link', recordId: context.newId(), verb: 'recorded', body }])
}

/** Doses given elsewhere at birth: as from a card, with the minute where the paper has it. */
function writeDoses(context: ServiceContext, personId: string, child: BornChildRequest, at: string): void {
  const lines = child.doses.map(dose => ({ ...dose, statedNumber: null }))
  const moments = child.doses.flatMap(({ givenOn, givenTime }, index): readonly Problem[] => {
    if (givenTime === null) return []
    const given = momentOf(givenOn, givenTime)
    const field = `${at}.doses.${index}.givenTime`
    const params = { givenOn, bornOn: child.bornOn, today: context.today }
    const born = child.bornAt === null ? null : momentOf(child.bornOn, child.bornAt)
    if (born !== null && given < born) return [{ code: 'dose.before-birth', field, params }]
    return given > Date.parse(context.at) || Number.isNaN(given)
      ? [{ code: 'dose.in-future', field, params }]
      : []
  })
  refuseAll([
    ...problemsOfLines(context, personId, lines).map(problem => ({
      ...problem,
      field: `${at}.${problem.field}`,
    })),
    ...moments,
  ])
  context.write(
    child.doses.map(({ givenTime, givenOn }, index) => {
      const line = lines[index]
      if (!line) throw new Error('every dose has its line')
      const givenAt = givenTime === null ? null : instantOf(momentOf(givenOn, givenTime))
      const body = { ...toDose(personId, line), statedNumber: null, givenAt }
      return { noun: 'dose' as const, recordId: context.newId(), verb: 'recorded' as const, body }
    }),
  )
}

function newbornOf(
  context: ServiceContext,
  birthId: string,
  child: BornChildRequest,
  order: number,
  personId: string | null,
): Newborn {
  const { name: _name, personId: _asked, notDuplicateOf: _denied, doses: _doses, ...fields } = child
  const { userId, name } = actorOf(context)
  return {
    ...fields,
    birthId,
    personId,
    order,
    defects: fields.defects || null,
    note: fields.note || null,
    byUserId: userId,
    byName: name,
  }
}
