import type { PersonHit } from '../../../src/contract/person-calls'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { residenceMark } from '../family/residence'
import type { ServiceContext } from '../service'

/** The relative a child is known by: the mother before the father before a guardian. */
export function contactOf(person: Person): PersonHit['contact'] {
  for (const relation of ['mother', 'father', 'guardian'] as const) {
    const relative = person.relatives.find(known => known.relation === relation && known.name !== '')
    if (relative) return { relation, name: relative.name }
  }
  return null
}

type Sources = Pick<ServiceContext, 'resources' | 'store' | 'today'>
type Extra = Pick<PersonHit, 'highlights' | 'group'>

/** A person as a line of a list. */
export function toHit(context: Sources, person: Stored<Person>, extra: Extra): PersonHit {
  return hitMaker(context, [person.id])(person, extra)
}

/** Makes the lines of a list: what few of the people have is asked for all of them at once. */
export function hitMaker(context: Sources, ids: readonly string[]) {
  const { store, today } = context
  const faces = store.persons.faces(ids)
  const openVisits = store.visits.openOn(today)
  return (person: Stored<Person>, extra: Extra): PersonHit => ({
    ...lineOf(context, person),
    openVisitId: openVisits.get(person.id) ?? null,
    residence: faces.get(person.id)?.hasResidence ? residenceMark(context, person.id, today) : null,
    ...extra,
  })
}

type Line = Omit<PersonHit, 'openVisitId' | 'residence' | keyof Extra>

function lineOf(context: Sources, person: Stored<Person>): Line {
  const { units } = context.resources
  const current = person.addresses.current
  const commune = current?.communeCode ? units.communeByCode.get(current.communeCode) : undefined
  const province = current?.provinceCode ? units.provinceByCode.get(current.provinceCode) : undefined
  return {
    personId: person.id,
    name: person.name,
    displayName: displayName(person),
    birthDate: person.birthDate,
    sex: person.sex,
    personCode: identifierOf(person, 'person-code'),
    contact: contactOf(person),
    phone: person.phone ?? person.relatives.find(relative => relative.phone)?.phone ?? null,
    hamlet: current?.hamlet ?? null,
    communeCode: current?.communeCode ?? null,
    communeName: commune?.name ?? null,
    provinceName: province?.name ?? null,
  }
}
