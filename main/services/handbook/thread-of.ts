import type { Birth, Newborn } from '../../../src/domain/maternal/birth'
import type { Pregnancy } from '../../../src/domain/maternal/pregnancy'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'

/** One book: a mother, one pregnancy of hers, and the children born of it. Any of it may not be recorded here. */
export type HandbookThread = {
  readonly mother: Stored<Person> | null
  readonly pregnancy: Stored<Pregnancy> | null
  readonly birth: Stored<Birth> | null
  readonly children: readonly {
    readonly person: Stored<Person>
    readonly newborn: Stored<Newborn> | null
  }[]
}

type Reading = Pick<ServiceContext, 'store'>

/** The book of a child, or the newest one of a woman: what she goes on with before what has ended. */
export function threadOf(context: Reading, person: Stored<Person>): HandbookThread {
  const { records } = context.store
  const [own] = records.list('newborn', { person_id: person.id }, 'created_stamp DESC')
  const ofChild = own ? records.find('birth', own.birthId) : null
  if (ofChild && !ofChild.voided) return fromBirth(context, ofChild)
  const pregnancies = records.list(
    'pregnancy',
    { person_id: person.id },
    'enrolled_on DESC, created_stamp DESC',
  )
  const [birth] = records.list('birth', { person_id: person.id }, 'born_on DESC, created_stamp DESC')
  const newest = pregnancies.find(({ outcome }) => outcome === null) ?? pregnancies[0] ?? null
  const isOver = birth !== undefined && (newest === null || newest.enrolledOn <= birth.bornOn)
  if (isOver && (newest === null || newest.outcome !== null || birth.pregnancyId === newest.id))
    return fromBirth(context, birth)
  if (newest) return { mother: person, pregnancy: newest, birth: null, children: [] }
  const motherId = motherIdOf(context, person.id)
  const mother = motherId === null ? null : records.find('person', motherId)
  return {
    mother: mother && !mother.voided ? mother : null,
    pregnancy: null,
    birth: null,
    children: [{ person, newborn: null }],
  }
}

function fromBirth(context: Reading, birth: Stored<Birth>): HandbookThread {
  const { records } = context.store
  const mother = records.find('person', birth.personId)
  const pregnancy = birth.pregnancyId === null ? null : records.find('pregnancy', birth.pregnancyId)
  const newborns = records.list('newborn', { birth_id: birth.id }, 'birth_order, created_stamp')
  return {
    mother: mother && !mother.voided ? mother : null,
    pregnancy: pregnancy && !pregnancy.voided ? pregnancy : null,
    birth,
    children: newborns.flatMap(newborn => {
      const child = newborn.personId === null ? null : records.find('person', newborn.personId)
      return child && !child.voided ? [{ person: child, newborn }] : []
    }),
  }
}

function motherIdOf({ store }: Reading, personId: string): string | null {
  const links = store.records.list('family-link', { person_id: personId }, 'created_stamp')
  return links.filter(({ relation }) => relation === 'mother').at(-1)?.relativeId ?? null
}
