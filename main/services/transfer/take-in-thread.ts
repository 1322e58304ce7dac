import { refuse } from '../../../src/contract/errors'
import type { MemberChoice, ThreadReading } from '../../../src/contract/transfer-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { dayOf } from '../../../src/domain/exchange/fit-thread'
import type { TransferDose, TransferSlip } from '../../../src/domain/exchange/transfer-slip'
import {
  memberId,
  type ThreadMember,
  type ThreadRecord,
  type TransferThread,
} from '../../../src/domain/exchange/transfer-thread'
import type { NewEntry } from '../../../src/domain/journal/entry'
import { displayName } from '../../../src/domain/person/display-name'
import { familyProblems } from '../../../src/domain/person/family'
import type { Address } from '../../../src/domain/person/person'
import { duplicatesOf } from '../duplicate/duplicates-of'
import { holdingLinks, linksOf } from '../family/links'
import { notePregnant } from '../handbook/pregnancy-parts'
import { toHit } from '../person/person-hit'
import { registerOne } from '../person/register-person'
import type { ServiceContext } from '../service'

/** What a reader of the slip sees of the handbook before it is taken over. */
export function threadReading(context: ServiceContext, thread: TransferThread): ThreadReading {
  return {
    role: thread.role,
    members: thread.members.map((member, index) => {
      const known = knownMember(context, thread, index + 1)
      const matches = known === null ? matchesOf(context, member) : []
      const [sure, ...more] = matches.filter(({ score }) => score.certainty === 'certain')
      const only = more.length === 0 ? sure?.hit.personId : undefined
      return {
        role: member.role,
        displayName: displayName(member.person),
        birthDate: member.person.birthDate,
        doses: member.doses.length,
        personId: known ?? only ?? null,
        matches,
      }
    }),
    records: thread.records.length,
    fresh: thread.records.filter(record => isFresh(context, record)).length,
    visits: countOf(thread, ['antenatal-visit', 'postpartum-visit', 'newborn-visit']),
    checks: countOf(thread, ['child-check']),
  }
}

function countOf({ records }: TransferThread, nouns: readonly ThreadRecord['noun'][]): number {
  return records.filter(({ noun }) => nouns.includes(noun)).length
}

function matchesOf(context: ServiceContext, { person }: ThreadMember) {
  return duplicatesOf(person, null, context).map(({ candidate, score }) => ({
    hit: toHit(context, candidate, { highlights: [], group: 'similar' as const }),
    score,
  }))
}

/** Whoever a record of the slip that is here already speaks of: the same id is the same record, and so the same person. */
function knownMember({ store }: ServiceContext, { records }: TransferThread, index: number): string | null {
  for (const { noun, id, body } of records) {
    if (!('personId' in body) || body.personId !== memberId(index)) continue
    const here = store.records.find(noun, id) as { readonly personId?: string | null } | null
    if (here?.personId) return store.links.survivorOf(here.personId)
  }
  return null
}

function isFresh({ store }: ServiceContext, { noun, id }: ThreadRecord): boolean {
  return store.records.own.find(noun, id) === null
}

type Taking = {
  readonly slip: TransferSlip
  readonly thread: TransferThread
  /** The record of the slip's own person here. */
  readonly personId: string
  readonly current: Address | null
  readonly choices: readonly MemberChoice[]
  readonly recordDoses: (personId: string, doses: readonly TransferDose[]) => void
}

/**
 * Takes the handbook of a slip over: the mother or the children as records of this register, linked to each other, and every
 * record under the id it has everywhere. What is here already stays as it is. Answers how many records are new.
 */
export function takeInThread(context: ServiceContext, taking: Taking): { readonly records: number } {
  const { thread, personId, recordDoses } = taking
  const fresh = thread.records.filter(record => isFresh(context, record))
  if (fresh.some(record => dayOf(record) > context.today)) refuse('transfer.damaged')
  const people = [personId]
  for (const [index, member] of thread.members.entries()) {
    const memberPersonId = personOf(context, taking, index, people)
    people.push(memberPersonId)
    recordDoses(memberPersonId, member.doses)
  }
  linkThem(context, thread, people)
  const places = new Map(people.map((id, index) => [memberId(index), id]))
  const entries = fresh.map(record => entryOf(record, places))
  if (entries.length > 0) context.write(entries)
  notePregnancies(context, entries)
  return { records: entries.length }
}

/** A pregnancy that goes on is known to the schedule by its alert, also of a woman who was registered here before. */
function notePregnancies(context: ServiceContext, entries: readonly NewEntry[]): void {
  const alerts = entries.flatMap((entry): readonly NewEntry[] => {
    if (entry.noun !== 'pregnancy' || entry.verb !== 'recorded' || entry.body.endedOn !== null) return []
    const woman = context.store.records.find('person', entry.body.personId)
    if (!woman || woman.alerts.some(({ code }) => code === 'pregnant')) return []
    return notePregnant(woman, entry.body.enrolledOn)
  })
  if (alerts.length > 0) context.write(alerts)
}

function personOf(
  context: ServiceContext,
  { thread, current, choices }: Taking,
  index: number,
  taken: readonly string[],
): string {
  const member = thread.members[index] as ThreadMember
  const known = knownMember(context, thread, index + 1)
  if (known !== null) return known
  const choice = choices.find(each => each.member === index)
  const matches = matchesOf(context, member).filter(({ hit }) => !taken.includes(hit.personId))
  const sure = matches.filter(({ score }) => score.certainty === 'certain')
  const chosen = choice ? choice.personId : sure.length === 1 ? (sure[0]?.hit.personId ?? null) : null
  if (chosen !== null) {
    const there = context.store.records.find('person', chosen)
    if (!there || there.voided || taken.includes(there.id)) return refuse('person.not-found')
    return there.id
  }
  const doubtful = matches.filter(({ score }) => score.certainty !== 'possible')
  if (!choice && doubtful.length > 0)
    return refuse('transfer.member-unclear', { name: displayName(member.person) })
  const addresses = current ? { ...member.person.addresses, current } : member.person.addresses
  const denied = [...taken, ...doubtful.map(({ hit }) => hit.personId)]
  return registerOne(context, { ...member.person, addresses }, denied).personId
}

/** Each child of the slip and the mother, where nobody is linked yet and nothing speaks against it. */
function linkThem(context: ServiceContext, thread: TransferThread, people: readonly string[]): void {
  const roles = [thread.role, ...thread.members.map(({ role }) => role)]
  const motherId = people[roles.indexOf('mother')]
  if (motherId === undefined) return
  const children = people.filter((_, index) => roles[index] === 'child')
  const mother = context.store.records.find('person', motherId)
  const entries = children.flatMap((personId): readonly NewEntry[] => {
    const child = context.store.records.find('person', personId)
    if (!mother || !child) return []
    const links = [...linksOf(context, personId), ...linksOf(context, motherId)]
    const body = { personId, relativeId: motherId, relation: 'mother' as const, since: null, until: null }
    const problems = familyProblems(body, {
      person: child,
      relative: mother,
      links: holdingLinks(links, context.today as CalendarDay),
    })
    if (problems.length > 0) return []
    return [{ noun: 'family-link', recordId: context.newId(), verb: 'recorded', body }]
  })
  if (entries.length > 0) context.write(entries)
}

function entryOf({ noun, id, body }: ThreadRecord, places: ReadonlyMap<string, string>): NewEntry {
  const { personId } = body as { readonly personId?: string | null }
  const about = personId === undefined || personId === null ? {} : { personId: places.get(personId) }
  return { noun, recordId: id, verb: 'recorded', body: { ...body, ...about } } as NewEntry
}
