import { canonicalJson } from '../../src/domain/journal/canonical-json'
import type { JournalEntry, Noun } from '../../src/domain/journal/entry'
import { type Folded, foldEntries } from '../../src/domain/journal/fold'
import type { Merge } from '../../src/domain/person/merge-record'
import type { Person } from '../../src/domain/person/person'
import type { Database } from './driver'
import { createPersonIndex, personKeyColumns, personKeys } from './person-index'
import { createLinkWriter } from './person-links'
import { createRecordStore } from './record-store'
import { stampColumns, tableSpecs } from './table-specs'

type Value = string | number | null

/**
 * Writes the row that a record's entries add up to. The fold is taken afresh from all of them each time,
 * so a row never depends on the order in which entries arrived.
 */
export function createProjector(db: Database) {
  const personIndex = createPersonIndex(db)
  const links = createLinkWriter(db)
  const records = createRecordStore(db)
  const upserts = new Map<Noun, ReturnType<typeof prepareUpsert>>()

  function upsertOf(noun: Noun) {
    const known = upserts.get(noun)
    if (known) return known
    const made = prepareUpsert(db, noun)
    upserts.set(noun, made)
    return made
  }

  /** An absorbed person is found under the survivor only. */
  function index(personId: string): void {
    const person = records.own.find('person', personId)
    if (person) personIndex.write(personId, person, person.voided || links.linkOf(personId) !== null)
  }

  return {
    project(noun: Noun, recordId: string, entries: readonly JournalEntry[]): void {
      const folded = foldEntries(entries)
      if (!folded) return
      upsertOf(noun).run(...valuesOf(noun, recordId, folded))
      if (noun === 'merge') {
        const { survivorId, absorbedId } = folded.value as unknown as Merge
        for (const personId of new Set([...links.refresh(survivorId), ...links.refresh(absorbedId)]))
          index(personId)
      }
      if (noun === 'person') {
        // Nobody is absorbed by a person who was voided.
        if (folded.voided) for (const personId of links.refresh(recordId)) index(personId)
        const isHidden = folded.voided || links.linkOf(recordId) !== null
        personIndex.write(recordId, folded.value as unknown as Person, isHidden)
      }
    },
  }
}

function prepareUpsert(db: Database, noun: Noun) {
  const spec = tableSpecs[noun]
  const extra = noun === 'person' ? personKeyColumns : []
  const columns = ['id', ...spec.columns.map(([column]) => column), ...extra, ...stampColumns]
  const updates = columns.slice(1).map(column => `${column} = excluded.${column}`)
  return db.prepare<Value[]>(
    `INSERT INTO ${spec.table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
  )
}

function valuesOf(noun: Noun, recordId: string, folded: Folded): Value[] {
  const fields = tableSpecs[noun].columns.map(([, field, type]): Value => {
    const value = folded.value[field] ?? null
    if (type === 'json') return canonicalJson(value)
    if (typeof value === 'boolean') return value ? 1 : 0
    return value as Value
  })
  const extra = noun === 'person' ? personKeys(folded.value as unknown as Person) : []
  return [
    recordId,
    ...fields,
    ...extra,
    folded.voided ? 1 : 0,
    folded.versions,
    folded.createdStamp,
    folded.changedStamp,
    folded.createdAt,
    folded.changedAt,
  ]
}
