import { findRegisteredChildren, getBirthForm } from '../../../src/contract/birth-calls'
import type { PersonHit } from '../../../src/contract/person-calls'
import { addDays, type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import { childOf } from '../../../src/domain/maternal/birth-makes'
import { datingOf } from '../../../src/domain/maternal/dating'
import { newbornPlanOf } from '../../../src/domain/maternal/newborn-plan'
import { storedForm } from '../../../src/domain/person/correct-person'
import { matchRelative } from '../../../src/domain/person/family'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person, Sex } from '../../../src/domain/person/person'
import { addressLine } from '../../../src/domain/person/units'
import type { Stored } from '../../db/record-store'
import { duplicatesOf } from '../duplicate/duplicates-of'
import { toHit } from '../person/person-hit'
import { personOrRefuse } from '../person/person-or-refuse'
import { type ServiceContext, serve } from '../service'
import { antenatalVisitsOf, birthsOf, birthView, pregnanciesOf, testsOf } from './birth-facts'

/** What the form of a birth opens with. */
export const getBirthFormService = serve(getBirthForm, (context, { motherId }) => {
  const mother = personOrRefuse(context, motherId)
  const { birth: data, birthDose, vaccines, units } = context.resources
  return {
    mother: toHit(context, mother, { highlights: [], group: 'here' }),
    motherNationalId: identifierOf(mother, 'national-id'),
    addressLine: addressLine(units, mother.addresses.current) || null,
    pregnancies: pregnanciesOf(context, motherId).map(stored => {
      const { id: pregnancyId, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...rest } = stored
      const dating = datingOf(context.resources.pregnancy.dating, rest)
      return { ...rest, pregnancyId, startOn: dating?.startOn ?? null, dueOn: dating?.dueOn ?? null }
    }),
    tests: testsOf(context, mother),
    plan: newbornPlanOf(context.resources.pregnancy, antenatalVisitsOf(context, motherId)),
    births: birthsOf(context, motherId).map(birth => birthView(context, birth)),
    data,
    birthDose: { hours: birthDose.hours, vaccines: birthDose.vaccines },
    vaccines: [...vaccines.values()]
      .filter(({ antigens }) => antigens.length === 1 && atBirth.includes(antigens[0] ?? ''))
      .map(({ code, shortName, antigens }) => ({ code, name: shortName, antigen: antigens[0] ?? '' })),
  }
})

/** What newborns are given: the form asks about nothing else. */
const atBirth: readonly string[] = ['HepB', 'BCG', 'HBIG']

export const findRegisteredChildrenService = serve(findRegisteredChildren, (context, request) => {
  const mother = personOrRefuse(context, request.motherId)
  return registeredAlready(context, mother, request).map(
    (person): PersonHit => toHit(context, person, { highlights: [], group: 'similar' }),
  )
})

type Asked = { readonly bornOn: CalendarDay; readonly sex: Sex; readonly name: string }

/**
 * Who of the register may be a child of this mother born on this day: her linked children born a day around, and whoever
 * a registration would ask about. Children of another recorded birth are not asked about: they have their newborn.
 */
export function registeredAlready(
  context: ServiceContext,
  mother: Stored<Person>,
  child: Asked,
): readonly Stored<Person>[] {
  const { store } = context
  const made = storedForm(
    childOf(mother, { gestationWeeks: null }, { ...child, bornAt: null, weightG: null }, []),
  )
  const links = store.records.list('family-link', { relative_id: mother.id }, 'id')
  const linked = links
    .filter(({ relation }) => relation === 'mother')
    .flatMap(({ personId }) => store.records.find('person', personId) ?? [])
    .filter(({ birthDate, voided }) => !voided && Math.abs(daysBetween(birthDate, child.bornOn)) <= 1)
  const named = [-1, 0, 1]
    .flatMap(days => store.persons.bornOn(addDays(child.bornOn, days), 500))
    .filter(person => !person.voided && namesMother(person, mother))
  const alike = duplicatesOf(made, null, context)
    .filter(({ score }) => score.certainty !== 'possible')
    .map(({ candidate }) => candidate)
  const found = new Map([...linked, ...named, ...alike].map(person => [person.id, person]))
  return [...found.values()].filter(
    ({ id }) => id !== mother.id && store.records.list('newborn', { person_id: id }, 'id').length === 0,
  )
}

/** Whether somebody's record names this woman as mother. */
function namesMother(person: Person, mother: Person): boolean {
  const relative = person.relatives.find(({ relation }) => relation === 'mother')
  return relative !== undefined && matchRelative(relative, mother).length > 0
}
