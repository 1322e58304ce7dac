import type { ThreadBodies, ThreadNoun } from '../../../src/domain/exchange/thread-records'
import type { TransferDose } from '../../../src/domain/exchange/transfer-slip'
import {
  memberId,
  type ThreadMember,
  type ThreadRecord,
  type TransferThread,
} from '../../../src/domain/exchange/transfer-thread'
import { displayName } from '../../../src/domain/person/display-name'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { type HandbookThread, threadOf } from '../handbook/thread-of'
import type { ServiceContext } from '../service'

type Reading = Pick<ServiceContext, 'store'>

/**
 * The handbook of a person as a slip carries it: their mother or children, and every record, those of here named by this
 * point. Null where nothing of a handbook was recorded.
 */
export function threadOnSlip(
  context: Reading,
  person: Stored<Person>,
  dosesOf: (personId: string) => readonly TransferDose[],
): TransferThread | null {
  const thread = threadOf(context, person)
  const people = peopleOf(thread, person)
  const places = new Map(people.map(({ person: { id } }, index) => [id, memberId(index)]))
  const records = recordsOf(context, thread, people)
    .map(record => elsewhere(record, context.store.point()?.name ?? '', places))
    .filter(record => record !== null)
  if (records.length === 0) return null
  const [own, ...others] = people
  return {
    role: own?.role ?? 'child',
    members: others.map(({ role, person: member }) => {
      return { role, person: unstored(member), doses: dosesOf(member.id) }
    }),
    records,
  }
}

type Member = { readonly role: ThreadMember['role']; readonly person: Stored<Person> }

/** The slip's own person first, then the mother, then the children in the order of birth. */
function peopleOf({ mother, children }: HandbookThread, own: Stored<Person>): readonly Member[] {
  const all: readonly Member[] = [
    ...(mother ? [{ role: 'mother' as const, person: mother }] : []),
    ...children.map(({ person }) => ({ role: 'child' as const, person })),
  ]
  const asked = all.find(({ person }) => person.id === own.id)
  const role = asked?.role ?? 'child'
  return [{ role, person: own }, ...all.filter(({ person }) => person.id !== own.id)]
}

/** A person without what the register adds. */
export function unstored({
  id: _id,
  voided: _v,
  versions: _n,
  createdAt: _c,
  changedAt: _ch,
  ...person
}: Stored<Person>): Person {
  return person
}

function recordsOf(
  { store }: Reading,
  { mother, pregnancy, birth, children }: HandbookThread,
  people: readonly Member[],
): readonly ThreadRecord[] {
  const { records } = store
  const list = <N extends ThreadNoun>(noun: N, where: Readonly<Record<string, string>>): ThreadRecord[] =>
    records
      .list(noun, where, 'created_stamp')
      .map(stored => recordFrom(noun, stored as Stored<ThreadBodies[N]>))
  const ofPregnancy = pregnancy
    ? [recordFrom('pregnancy', pregnancy), ...list('antenatal-visit', { pregnancy_id: pregnancy.id })]
    : []
  const ofBirth = birth
    ? [
        recordFrom('birth', birth),
        ...list('newborn', { birth_id: birth.id }),
        ...list('postpartum-visit', { birth_id: birth.id }),
      ]
    : []
  const ofChildren = children.flatMap(({ person }) => [
    ...list('newborn-visit', { person_id: person.id }),
    ...list('child-check', { person_id: person.id }),
  ])
  const issued = people.flatMap(({ person }) => list('handbook', { person_id: person.id }))
  const own = issued.filter(
    ({ body }) => !('pregnancyId' in body) || body.pregnancyId === (pregnancy?.id ?? null) || !mother,
  )
  return [...ofPregnancy, ...own, ...ofBirth, ...ofChildren]
}

function recordFrom<N extends ThreadNoun>(noun: N, stored: Stored<ThreadBodies[N]>): ThreadRecord {
  const { id, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...body } = stored
  return { noun, id, body } as unknown as ThreadRecord
}

/**
 * A record as another point reads it: people by their place on the slip, this point where it says "here". Null for one about
 * somebody who is not on the slip.
 */
function elsewhere(
  record: ThreadRecord,
  pointName: string,
  places: ReadonlyMap<string, string>,
): ThreadRecord | null {
  const { personId, placeName, byName } = record.body as {
    readonly personId?: string | null
    readonly placeName?: string | null
    readonly byName: string | null
  }
  const place = personId === undefined || personId === null ? null : (places.get(personId) ?? null)
  if (personId && place === null) return null
  const where =
    placeName === undefined
      ? { byName: [byName, pointName].filter(Boolean).join(', ') || null }
      : { placeName: placeName ?? (pointName || null) }
  const body = { ...record.body, ...(personId === undefined ? {} : { personId: place }), ...where }
  if (record.noun !== 'birth') return { ...record, body } as ThreadRecord
  const isHere = record.body.place === 'here'
  return { ...record, body: { ...body, ...(isHere ? { place: 'commune-station' } : {}) } } as ThreadRecord
}

/** `mẹ Trần Thị Mẫu, 2 con, 5 lần khám, 12 lần cân đo`, as the paper says what its codes carry. */
export function threadInWords({ role, members, records }: TransferThread): string {
  const mother = members.find(member => member.role === 'mother')
  const children = [role, ...members.map(member => member.role)].filter(each => each === 'child').length
  const count = (...nouns: readonly ThreadNoun[]) => records.filter(({ noun }) => nouns.includes(noun)).length
  const visits = count('antenatal-visit', 'postpartum-visit', 'newborn-visit')
  const checks = count('child-check')
  return [
    mother ? `mẹ ${displayName(mother.person)}` : null,
    children > 0 ? `${children} con` : null,
    visits > 0 ? `${visits} lần khám` : null,
    checks > 0 ? `${checks} lần cân đo` : null,
  ]
    .filter(part => part !== null)
    .join(', ')
}
