import { refuse } from '../../../src/contract/errors'
import { daysBetween } from '../../../src/domain/calendar/calendar-day'
import { growthDays, lastWeightBefore } from '../../../src/domain/child/growth-records'
import { isAlertActive } from '../../../src/domain/person/alerts'
import type { Person } from '../../../src/domain/person/person'
import { chooseForm } from '../../../src/domain/screening/choose-form'
import { settingOf } from '../../../src/domain/screening/conclude'
import type { Screening, ScreeningForm } from '../../../src/domain/screening/form'
import type { ScreeningCase } from '../../../src/domain/screening/judge-screening'
import { growthAt, type LastWeight, possibleWeightKg } from '../../../src/domain/screening/plausible'
import type { ScreeningFacts } from '../../../src/domain/screening/propose-holds'
import type { Stored } from '../../db/record-store'
import { growthRecordsOf } from '../handbook/child-records'
import type { ServiceContext } from '../service'

/** A person's screenings that were not taken back, the newest last. */
export function screeningsOf(
  { store }: Pick<ServiceContext, 'store'>,
  personId: string,
): readonly Stored<Screening>[] {
  return store.records.list('screening', { person_id: personId }, 'created_stamp')
}

/** The person, or a refusal a user can read. */
export function personOrRefuse({ store }: Pick<ServiceContext, 'store'>, personId: string): Stored<Person> {
  return store.records.find('person', personId) ?? refuse('person.not-found')
}

/** The form for a person today at a point of this kind; null where none is made for this age. */
export function formFor(
  context: ServiceContext,
  person: Person,
  asPregnant: boolean | null,
): ScreeningForm | null {
  const isNoted = person.alerts.some(
    alert => alert.code === 'pregnant' && isAlertActive(alert, context.today),
  )
  return chooseForm(context.resources.screeningForms, {
    ageDays: daysBetween(person.birthDate, context.today),
    setting: settingOf(context.store.point()?.kind ?? 'commune-station'),
    on: context.today,
    isPregnant: person.sex !== 'male' && (asPregnant ?? isNoted),
  })
}

/** Form, rules and facts of one person; `visitId` names the visit being screened, whose own checklist says nothing yet. */
export function screeningCaseOf(
  context: ServiceContext,
  person: Stored<Person>,
  form: ScreeningForm,
  visitId: string | null,
): ScreeningCase {
  const { today, resources } = context
  const ageDays = daysBetween(person.birthDate, today)
  return {
    form,
    rules: resources.screeningRules,
    facts: factsOf(context, person, visitId),
    weightRange: possibleWeightKg(growthAt(resources.plausible, resources.growth, ageDays), {
      sex: person.sex,
      ageDays,
    }),
  }
}

function factsOf(context: ServiceContext, person: Stored<Person>, visitId: string | null): ScreeningFacts {
  const { store, resources, today } = context
  const doses = store.records.list('dose', { person_id: person.id }, 'given_on, created_stamp')
  const earlier = screeningsOf(context, person.id).filter(screening => screening.visitId !== visitId)
  return {
    on: today,
    birthDate: person.birthDate,
    sex: person.sex,
    gestationWeeks: person.gestationWeeks,
    alerts: person.alerts.filter(alert => isAlertActive(alert, today)).map(({ code }) => code),
    immunoglobulins: doses
      .filter(({ vaccineCode }) => resources.vaccines.get(vaccineCode)?.kind === 'immunoglobulin')
      .map(({ vaccineCode, givenOn }) => ({ vaccineCode, givenOn })),
    previous: earlier.at(-1)?.perVaccine ?? [],
  }
}

/** The newest weight of an earlier day, whoever took it: a screening, a check, a visit after birth, the birth itself. */
export function lastWeightOf(context: ServiceContext, person: Stored<Person>): LastWeight | null {
  const records = growthRecordsOf(context, person).filter(({ source }) => source !== 'person')
  return lastWeightBefore(growthDays(records, person.birthDate), context.today)
}
