import type { BirthView, MadeChild } from '../../../src/contract/birth-calls'
import { refuse } from '../../../src/contract/errors'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { AntenatalVisit } from '../../../src/domain/maternal/antenatal-visit'
import type { Birth, Newborn } from '../../../src/domain/maternal/birth'
import { type KnownTest, knownTests } from '../../../src/domain/maternal/birth-makes'
import type { BirthFacts } from '../../../src/domain/maternal/birth-rules'
import { datingOf } from '../../../src/domain/maternal/dating'
import type { Pregnancy } from '../../../src/domain/maternal/pregnancy'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'

type Reading = Pick<ServiceContext, 'store'>

/** Day 0 of a pregnancy; null while nothing dates it. */
function startOf({ resources }: Pick<ServiceContext, 'resources'>, pregnancy: Pregnancy): CalendarDay | null {
  return datingOf(resources.pregnancy.dating, pregnancy)?.startOn ?? null
}

/** A birth that stands. */
export function birthOrRefuse({ store }: Reading, birthId: string): Stored<Birth> {
  const birth = store.records.find('birth', birthId)
  return birth && !birth.voided ? birth : refuse('birth.not-found')
}

/** A child of a birth, as long as both stand. */
export function newbornOrRefuse(
  context: Reading,
  newbornId: string,
): { readonly newborn: Stored<Newborn>; readonly birth: Stored<Birth> } {
  const newborn = context.store.records.find('newborn', newbornId)
  if (!newborn || newborn.voided) return refuse('birth.not-found')
  return { newborn, birth: birthOrRefuse(context, newborn.birthId) }
}

/** The children of a birth in the order they were born. */
export function newbornsOf({ store }: Reading, birthId: string): readonly Stored<Newborn>[] {
  return store.records.list('newborn', { birth_id: birthId }, 'birth_order, created_stamp')
}

/** Births of a woman, newest first. */
export function birthsOf({ store }: Reading, motherId: string): readonly Stored<Birth>[] {
  return store.records.list('birth', { person_id: motherId }, 'born_on DESC, created_stamp DESC')
}

/** Pregnancies of a woman, newest first. */
export function pregnanciesOf({ store }: Reading, motherId: string): readonly Stored<Pregnancy>[] {
  return store.records.list('pregnancy', { person_id: motherId }, 'enrolled_on DESC, created_stamp DESC')
}

/** What her tests of all pregnancies and her own alerts say. */
export function testsOf(context: Reading, mother: Stored<Person>): readonly KnownTest[] {
  return knownTests(antenatalVisitsOf(context, mother.id), mother.alerts)
}

/** Antenatal visits of all her pregnancies, oldest first. */
export function antenatalVisitsOf({ store }: Reading, motherId: string): readonly Stored<AntenatalVisit>[] {
  return store.records.list('antenatal-visit', { person_id: motherId }, 'visited_on, created_stamp')
}

/** What the rules of a birth are asked with. */
export function factsFor(
  context: ServiceContext,
  motherId: string,
  pregnancyId: string | null,
  exceptBirthId: string | null,
): BirthFacts {
  const pregnancy = pregnancyId === null ? null : context.store.records.find('pregnancy', pregnancyId)
  return {
    data: context.resources.birth,
    now: context.at,
    periodOn: pregnancy && !pregnancy.voided ? startOf(context, pregnancy) : null,
    otherBirths: birthsOf(context, motherId)
      .filter(({ id }) => id !== exceptBirthId)
      .map(({ bornOn }) => bornOn),
  }
}

/** A birth with its children, as screens show it. */
export function birthView(context: Reading, birth: Stored<Birth>): BirthView {
  const { id: birthId, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...fields } = birth
  return { ...fields, birthId, children: newbornsOf(context, birthId).map(each => childView(context, each)) }
}

function childView({ store }: Reading, newborn: Stored<Newborn>): Newborn & MadeChild {
  const { id: newbornId, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...fields } = newborn
  const found = fields.personId === null ? null : store.records.find('person', fields.personId)
  const person = found && !found.voided ? found : null
  return {
    ...fields,
    newbornId,
    personId: person?.id ?? null,
    personCode: person && identifierOf(person, 'person-code'),
    displayName: person ? displayName(person) : '',
  }
}
