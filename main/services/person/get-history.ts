import { refuse } from '../../../src/contract/errors'
import { getPersonHistory, type HistoryItem } from '../../../src/contract/person-calls'
import type { Dose } from '../../../src/domain/immunization/dose'
import { partialDate } from '../../../src/domain/immunization/dose-date'
import { canonicalJson } from '../../../src/domain/journal/canonical-json'
import type { JournalEntry } from '../../../src/domain/journal/entry'
import { foldEntries } from '../../../src/domain/journal/fold'
import { diffPersons } from '../../../src/domain/person/correct-person'
import type { Person } from '../../../src/domain/person/person'
import { readableCheck } from '../handbook/history-words'
import { nameOf } from '../merge/record-pair'
import { type ServiceContext, serve } from '../service'

/** Records about a person, beside the person's own and its merges. */
const personNouns = [
  'dose',
  'not-given',
  'screening',
  'reaction',
  'residence',
  'family-link',
  'pregnancy',
  'birth',
  'newborn',
  'postpartum-visit',
  'newborn-visit',
  'child-check',
  'antenatal-visit',
  'handbook',
  'finding-decision',
] as const

type Change = HistoryItem['changes'][number]

/** Everything that happened to a person's records, newest first, every old version readable. */
export const getPersonHistoryService = serve(getPersonHistory, (context, { personId }) => {
  const { store } = context
  if (!store.records.find('person', personId)) refuse('person.not-found')
  const cluster = store.links.clusterOf(personId)
  const recordIds = [
    ...cluster,
    ...store.merges.of(cluster).map(({ id }) => id),
    ...personNouns.flatMap(noun =>
      store.records.listAll(noun, 'person_id', personId).map(record => record.id),
    ),
  ]
  return recordIds
    .flatMap(recordId => itemsOf(context, store.journal.entriesOf(recordId), cluster))
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
    .map(({ stamp: _stamp, ...item }) => item)
})

function itemsOf(context: ServiceContext, entries: readonly JournalEntry[], cluster: readonly string[]) {
  const recorded = entries.find(({ verb }) => verb === 'recorded')
  const isOfMerged = cluster.length > 1 && recorded && recorded.noun !== 'merge'
  const ownerId = recorded?.noun === 'person' ? recorded.recordId : recorded?.body.personId
  const recordCode = isOfMerged ? nameOf(context, String(ownerId)).personCode : null
  return entries.map((entry, index) => ({
    stamp: entry.stamp,
    entryId: entry.id,
    noun: entry.noun,
    recordId: entry.recordId,
    verb: entry.verb,
    at: entry.at,
    userName: entry.userId ? (context.store.records.find('user', entry.userId)?.name ?? null) : null,
    reason: entry.reason ?? (entry.noun === 'merge' ? asText(entry.body.reason) : null),
    recordCode,
    merge: recorded?.noun === 'merge' ? namesIn(context, recorded.body) : null,
    changes: changesOf(context, entries.slice(0, index), entry),
  }))
}

function namesIn(context: ServiceContext, merge: JournalEntry['body']): HistoryItem['merge'] {
  const [survivorName, absorbedName] = [merge.survivorId, merge.absorbedId].map(
    personId => nameOf(context, String(personId)).displayName,
  )
  return { survivorName: survivorName ?? '', absorbedName: absorbedName ?? '' }
}

function changesOf(
  { resources }: Pick<ServiceContext, 'resources'>,
  before: readonly JournalEntry[],
  entry: JournalEntry,
): readonly Change[] {
  const previous = foldEntries(before)?.value ?? {}
  // What a merge changed stands in the correction it wrote.
  if (entry.verb === 'voided' || entry.noun === 'merge') return []
  if (entry.noun === 'person' && entry.verb === 'corrected')
    return diffPersons(previous as Person, { ...previous, ...entry.body } as Person)
  const [was, is] = [previous, { ...previous, ...entry.body }].map(fields =>
    entry.noun === 'child-check'
      ? readableCheck(resources.childHandbook, fields)
      : withWholeDate(entry, fields),
  )
  return Object.entries(is ?? {})
    .filter(([field, value]) => canonicalJson(was?.[field] ?? null) !== canonicalJson(value))
    .map(([field, value]) => ({ field, before: asText(was?.[field]), after: asText(value) }))
}

/** The date of a dose and how exactly it is known are one thing to a reader. */
function withWholeDate({ noun }: JournalEntry, fields: JournalEntry['body']): JournalEntry['body'] {
  const { givenOn, givenOnAccuracy = null, ...rest } = fields
  if (noun !== 'dose') return fields
  if (givenOn === undefined) return rest
  return { ...rest, givenOn: partialDate({ givenOn, givenOnAccuracy } as Dose) }
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'object' ? canonicalJson(value) : String(value)
}
