import { refuse } from '../../../src/contract/errors'
import { prepareScreening } from '../../../src/contract/screening-calls'
import { getScreeningForm } from '../../../src/contract/visit-calls'
import { daysBetween } from '../../../src/domain/calendar/calendar-day'
import type { Person } from '../../../src/domain/person/person'
import type { ConsentRelation } from '../../../src/domain/screening/form'
import { growthAt } from '../../../src/domain/screening/plausible'
import type { Stored } from '../../db/record-store'
import { checkedWeight } from '../handbook/child-records'
import { currentSchedule } from '../schedule/current-book'
import { type ServiceContext, serve } from '../service'
import { formFor, lastWeightOf, personOrRefuse, screeningCaseOf } from './screening-case'

export const getScreeningFormService = serve(
  getScreeningForm,
  (context, { personId }) =>
    formFor(context, personOrRefuse(context, personId), null) ?? refuse('screening.no-form'),
)

export const prepareScreeningService = serve(prepareScreening, (context, { personId, asPregnant }) => {
  const person = personOrRefuse(context, personId)
  const form = formFor(context, person, asPregnant) ?? refuse('screening.no-form')
  const { resources, today, store } = context
  const visit = store.visits.findOpen(person.id, today)
  return {
    ...screeningCaseOf(context, person, form, visit?.id ?? null),
    growth: growthAt(resources.plausible, resources.growth, daysBetween(person.birthDate, today)),
    lastWeight: lastWeightOf(context, person),
    weightToday: checkedWeight(context, person.id, today),
    mayBePregnant: formFor(context, person, true)?.audience === 'pregnant',
    antigens: currentSchedule(context, today).antigens.map(({ code, name }) => ({ code, name })),
    given: givenOf(context, person.id),
    consentFrom: consentFrom(person, today),
  }
})

function givenOf({ store, resources }: ServiceContext, personId: string) {
  const doses = store.records.list('dose', { person_id: personId }, 'given_on, created_stamp')
  return doses.toReversed().flatMap(({ vaccineCode, givenOn }) => {
    const vaccine = resources.vaccines.get(vaccineCode)
    if (!vaccine) return []
    return [{ vaccineCode, name: vaccine.shortName, antigens: vaccine.antigens, on: givenOn }]
  })
}

/** From 16 years on people speak for themselves (a reading: where the adult sheet begins). */
const ownConsentFromDays = 5844

function consentFrom(
  person: Stored<Person>,
  today: ServiceContext['today'],
): readonly { readonly relation: ConsentRelation; readonly name: string }[] {
  const self = { relation: 'self' as const, name: person.name }
  const isGrown = daysBetween(person.birthDate, today) >= ownConsentFromDays
  const relatives = person.relatives
    .filter(({ name }) => name.trim() !== '')
    .map(({ relation, name }) => ({ relation, name }))
  return isGrown ? [self, ...relatives] : relatives
}
