import type { Instant } from '../../../src/domain/calendar/calendar-day'
import { type Dispute, resolvePerson } from '../../../src/domain/exchange/conflict-person'
import type { ArrivedPerson } from '../../../src/domain/exchange/fhir/arrived'
import { cameFromProvince } from '../../../src/domain/journal/arrival-mark'
import type { ConflictValue } from '../../../src/domain/journal/arrival-records'
import type { JournalEntry } from '../../../src/domain/journal/entry'
import { foldEntries } from '../../../src/domain/journal/fold'
import { differingParts, type PartValue } from '../../../src/domain/person/merge'
import type { MergePart } from '../../../src/domain/person/merge-record'
import type { Person } from '../../../src/domain/person/person'
import type { ProvinceCopy, Sent } from '../../db/arrival-store'
import { dayOfDeath } from '../family/residence'
import { personOf } from '../merge/record-pair'
import { changedFields } from '../person/correct-person'
import type { ServiceContext } from '../service'
import {
  type Arrival,
  isKnownState,
  keepCopyOf,
  reasonOf,
  serverTimeOf,
  type TakenIn,
  writeSource,
} from './arrival'
import { keepConflict } from './keep-conflict'
import { takeInLink } from './take-in-link'

/** What is kept of a person's resource. */
export type PersonCopy = { readonly person: Person; readonly replacedBy: string | null }

/** A person of the province: somebody new who was asked for, or what others changed about somebody of this register. */
export function takeInPerson(context: ServiceContext, fact: ArrivedPerson, arrival: Arrival): TakenIn {
  const { store } = context
  const stored = store.records.own.find('person', fact.recordId)
  if (!stored && !isAskedFor(context, fact, arrival)) return { kind: 'unknown' }
  if (!stored && fact.removed && fact.replacedBy === null) return { kind: 'unknown' }
  const base = store.arrivals.findCopy(fact.resource)?.facts as PersonCopy | undefined
  if (!stored) register(context, fact)
  else if (fact.removed && fact.replacedBy === null) remove(context, fact, stored.voided)
  else update(context, fact, personOf(stored), arrival)
  takeInDeath(context, fact)
  const link = takeInLink(context, fact, base?.replacedBy ?? null)
  // Without a copy the resource counts as never seen, and is taken up again.
  if (link.kind === 'held') return { ...link, personId: fact.recordId }
  keepCopyOf(context, fact, { person: fact.person, replacedBy: fact.replacedBy } satisfies PersonCopy)
  return { kind: 'taken', personId: fact.recordId }
}

function isAskedFor({ store }: ServiceContext, fact: ArrivedPerson, { wanted }: Arrival): boolean {
  const pointId = store.point()?.id ?? null
  return wanted.has(fact.resource) || (fact.pointId !== null && fact.pointId === pointId)
}

function register(context: ServiceContext, fact: ArrivedPerson): void {
  context.write([{ noun: 'person', recordId: fact.recordId, verb: 'recorded', body: fact.person }])
  writeSource(context, fact, fact.recordId, true)
}

/** Nobody is invited any more. A day that is noted here stands. */
function takeInDeath(context: ServiceContext, fact: ArrivedPerson): void {
  if (fact.diedOn === null || dayOfDeath(context, fact.recordId) !== null) return
  const body = {
    personId: fact.recordId,
    state: 'died' as const,
    on: fact.diedOn,
    until: null,
    reason: reasonOf(fact, 'Báo tử'),
    otherPlace: null,
    note: null,
  }
  context.write([{ noun: 'residence', recordId: context.newId(), verb: 'recorded', body }])
}

/** A registration by mistake. Whoever has clinical records here is not taken away by anybody else. */
function remove(context: ServiceContext, fact: ArrivedPerson, isVoided: boolean): void {
  if (isVoided || context.store.merges.clinicalRecords(fact.recordId) > 0) return
  const reason = reasonOf(fact, 'Đăng ký nhầm')
  context.write([{ noun: 'person', recordId: fact.recordId, verb: 'voided', reason }])
}

/**
 * The last version that both sides knew: what was read last, or what the server took from here since. What ends with an
 * entry of this journal was known here, and whatever differs came after it. When the server took everything that was
 * written here, whoever wrote its newest version wrote it on top of that: it holds as it is, and what stands here is
 * the base.
 */
function baseOf(context: ServiceContext, fact: ArrivedPerson, here: Person): Person | null {
  const { store } = context
  const sent = store.arrivals.sent('person', fact.recordId, `Patient/${fact.recordId}`)
  const entries = store.entriesOf(fact.recordId)
  if (isAllThere(entries, sent)) return here
  if (isKnownState(context, fact)) return fact.person
  const copy = store.arrivals.findCopy(fact.resource)
  const read = (copy?.facts as PersonCopy | undefined)?.person ?? null
  return isSentAfter(sent, copy) ? (stateAt(entries, sent.stamp) ?? read) : read
}

/** Whether nothing that anybody wrote here has yet to get to the server. */
function isAllThere(entries: readonly JournalEntry[], sent: Sent | null): boolean {
  const takenTo = sent?.isAccepted ? (sent.stamp ?? '') : ''
  return entries.every(entry => cameFromProvince(entry) || entry.stamp <= takenTo)
}

function isSentAfter(
  sent: Sent | null,
  copy: ProvinceCopy | null,
): sent is Sent & { readonly stamp: string } {
  if (!sent?.stamp) return false
  if (copy === null) return true
  if (sent.storedAt === null) return sent.versionId !== copy.versionId
  return Date.parse(sent.storedAt) > Date.parse(copy.lastUpdated)
}

/** The record as the server took it. */
function stateAt(entries: readonly JournalEntry[], stamp: string): Person | null {
  return (foldEntries(entries.filter(entry => entry.stamp <= stamp))?.value ?? null) as Person | null
}

function update(context: ServiceContext, fact: ArrivedPerson, here: Person, { offsetMs }: Arrival): void {
  const changedAt = changeTimes(context, fact.recordId, offsetMs)
  const { person, disputes } = resolvePerson({
    here,
    base: baseOf(context, fact, here),
    there: fact,
    hereChangedAt: part => changedAt.get(part)?.at ?? null,
    thereChangedAt: fact.lastUpdated,
  })
  const body = changedFields(here, person)
  if (Object.keys(body).length > 0)
    context.write([
      {
        noun: 'person',
        recordId: fact.recordId,
        verb: 'corrected',
        body,
        reason: reasonOf(fact, 'Cập nhật'),
      },
    ])
  for (const dispute of disputes) keepFieldConflict(context, fact, dispute, changedAt.get(dispute.part))
}

type Change = { readonly at: Instant; readonly userId: string | null }

/** When this station's people changed each part last, by the server's time, and who; what came in is none of theirs. */
export function changeTimes(
  { store }: ServiceContext,
  personId: string,
  offsetMs: number,
): ReadonlyMap<MergePart, Change> {
  const changes = new Map<MergePart, Change>()
  let before: Person | null = null
  for (const entry of store.entriesOf(personId)) {
    const after = { ...before, ...entry.body } as Person
    const parts = before === null ? [] : differingParts(before, after)
    for (const part of parts) {
      if (cameFromProvince(entry)) changes.delete(part)
      else changes.set(part, { at: serverTimeOf(entry.at, offsetMs), userId: entry.userId })
    }
    before = after
  }
  return changes
}

function keepFieldConflict(
  context: ServiceContext,
  fact: ArrivedPerson,
  { part, here, there }: Dispute,
  change: Change | undefined,
): void {
  const user = change?.userId ? context.store.records.find('user', change.userId) : null
  keepConflict(context, {
    personId: fact.recordId,
    kind: 'person-field',
    field: part,
    doseIds: [],
    here: plainValue(here),
    hereBy: user?.name ?? null,
    hereAt: change?.at ?? null,
    there: plainValue(there),
    therePlace: fact.placeName,
    thereBy: fact.byName,
    thereAt: fact.lastUpdated,
  })
}

/** Fields that wait for a person are texts, and numbers of a system. */
function plainValue(value: PartValue): ConflictValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  return typeof value === 'object' && 'value' in value ? String(value.value) : JSON.stringify(value)
}
