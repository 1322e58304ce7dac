import {
  type FamilyThread,
  getFamilyThread,
  type ThreadBirth,
  type ThreadChild,
  type ThreadPregnancy,
} from '../../../src/contract/thread-calls'
import type { Birth } from '../../../src/domain/maternal/birth'
import { datingOf, gestationOn } from '../../../src/domain/maternal/dating'
import { scheduleAfterBirth } from '../../../src/domain/maternal/postnatal-rules'
import type { Pregnancy } from '../../../src/domain/maternal/pregnancy'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { membersFor } from '../family/get-family'
import { motherOf } from '../family/links'
import { toHit } from '../person/person-hit'
import { personOrRefuse } from '../person/person-or-refuse'
import { type ServiceContext, serve } from '../service'
import { birthsOf, birthView, newbornsOf, pregnanciesOf } from './birth-facts'
import { childCaseOf } from './child-case'
import { findingsOf } from './child-picture'
import { motherVisitsOf, newbornVisitsOf } from './postnatal'
import { childSteps, motherSteps } from './thread-steps'

export const getFamilyThreadService = serve(getFamilyThread, (context, { personId }): FamilyThread => {
  const asked = personOrRefuse(context, personId)
  const mother = motherFor(context, asked)
  const pregnancies = mother ? pregnanciesOf(context, mother.id) : []
  const births = mother ? birthsOf(context, mother.id) : []
  const threadBirths = births.map(birth => birthOf(context, birth))
  const [newest] = births
  const newestView = threadBirths[0]
  const children = childrenFor(context, mother, births, asked)
  return {
    mother: mother && {
      hit: hitOf(context, mother),
      alerts: mother.alerts.map(({ code }) => code),
      steps: motherSteps(
        context,
        mother,
        pregnancies,
        newest && newestView ? { birth: newest, schedule: newestView.schedule } : null,
      ),
    },
    pregnancies: pregnancies.map(each => pregnancyOf(context, each, births)),
    births: threadBirths,
    children: children.map(child => childOf(context, child)),
    phones: phonesOf(context, mother, asked, children),
  }
})

/** Whose thread it is: her own where she is a mother or a woman, or else that of the person's mother. */
function motherFor(context: ServiceContext, asked: Stored<Person>): Stored<Person> | null {
  const { records } = context.store
  const isMother =
    pregnanciesOf(context, asked.id).length > 0 ||
    birthsOf(context, asked.id).length > 0 ||
    records.list('family-link', { relative_id: asked.id }, 'id').some(({ relation }) => relation === 'mother')
  if (isMother) return asked
  const motherId = motherOf(context, asked.id, context.today)
  const mother = motherId === null ? null : records.find('person', motherId)
  if (mother && !mother.voided) return mother
  return asked.kind === 'woman' ? asked : null
}

/** Her linked children and those of her births, oldest first; without a mother the child alone. */
function childrenFor(
  context: ServiceContext,
  mother: Stored<Person> | null,
  births: readonly Stored<Birth>[],
  asked: Stored<Person>,
): readonly Stored<Person>[] {
  const { records } = context.store
  if (!mother) return [asked]
  const linked = records
    .list('family-link', { relative_id: mother.id }, 'id')
    .filter(({ relation }) => relation === 'mother')
    .map(link => link.personId)
  const born = births.flatMap(({ id }) => newbornsOf(context, id).flatMap(child => child.personId ?? []))
  const persons = [...new Set([...linked, ...born])].flatMap(id => records.find('person', id) ?? [])
  const one = new Map(persons.filter(({ voided }) => !voided).map(person => [person.id, person]))
  return [...one.values()].toSorted((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1))
}

function momentOf({ birthDate, birthTime }: Person): string {
  return `${birthDate} ${birthTime ?? ''}`
}

function pregnancyOf(
  context: ServiceContext,
  pregnancy: Stored<Pregnancy>,
  births: readonly Stored<Birth>[],
): ThreadPregnancy {
  const { resources, store, today } = context
  const dating = datingOf(resources.pregnancy.dating, pregnancy)
  const gestation = dating && pregnancy.outcome === null ? gestationOn(dating, today) : null
  return {
    pregnancyId: pregnancy.id,
    enrolledOn: pregnancy.enrolledOn,
    dueOn: dating?.dueOn ?? null,
    gestation: gestation && { weeks: gestation.weeks, days: gestation.days },
    visitedOn: store.records
      .list('antenatal-visit', { pregnancy_id: pregnancy.id }, 'visited_on')
      .map(({ visitedOn }) => visitedOn),
    risks: pregnancy.riskCodes.length,
    outcome: pregnancy.outcome,
    endedOn: pregnancy.endedOn,
    birthId: births.find(({ pregnancyId }) => pregnancyId === pregnancy.id)?.id ?? null,
  }
}

function birthOf(context: ServiceContext, birth: Stored<Birth>): ThreadBirth {
  const days = motherVisitsOf(context, birth.id).map(({ visitedOn }) => visitedOn)
  const schedule = scheduleAfterBirth(context.resources.birth, birth.bornOn, days, context.today)
  return { ...birthView(context, birth), schedule }
}

function childOf(context: ServiceContext, child: Stored<Person>): ThreadChild {
  const { records } = context.store
  const [born = null] = records.list('newborn', { person_id: child.id }, 'created_stamp')
  const doses = records.list('dose', { person_id: child.id }, 'given_on')
  const known = childCaseOf(context, child)
  const weighed = known.days.findLast(({ weightKg }) => weightKg !== null)
  const measured = known.days.findLast(({ lengthCm }) => lengthCm !== null)
  return {
    hit: hitOf(context, child),
    alerts: child.alerts.map(({ code }) => code),
    steps: childSteps(context, child, born, known),
    birthId: born?.birthId ?? null,
    twin: born && newbornsOf(context, born.birthId).length > 1 ? born.order : null,
    doses: doses.length,
    lastDoseOn: doses.at(-1)?.givenOn ?? null,
    visits: newbornVisitsOf(context, child.id).length + known.checks.length,
    weight: weighed?.weightKg ? { on: weighed.on, kg: weighed.weightKg } : null,
    length: measured?.lengthCm ? { on: measured.on, cm: measured.lengthCm } : null,
    findings: findingsOf(context, known),
  }
}

/** Relatives of the household with a phone, and those that the children's records name; each number once. */
function phonesOf(
  context: ServiceContext,
  mother: Stored<Person> | null,
  asked: Stored<Person>,
  children: readonly Stored<Person>[],
): FamilyThread['phones'] {
  const registered = membersFor(context, asked)
    .filter(({ relation }) => relation === 'father' || relation === 'guardian')
    .map(({ hit, relation }) => ({ name: hit.displayName, relation, phone: hit.phone }))
  const named = [asked, ...children]
    .flatMap(({ relatives }) => relatives)
    .filter(({ relation }) => !(mother && relation === 'mother'))
    .map(({ name, relation, phone }) => ({ name, relation, phone }))
  const all = [...registered, ...named].flatMap(({ phone, ...rest }) =>
    phone && phone !== mother?.phone ? [{ ...rest, phone }] : [],
  )
  return [...new Map(all.map(each => [each.phone, each])).values()]
}

function hitOf(context: ServiceContext, person: Stored<Person>) {
  return toHit(context, person, { highlights: [], group: 'here' })
}
