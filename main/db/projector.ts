import { canonicalJson } from '../../src/domain/journal/canonical-json'
import type { JournalEntry, Noun } from '../../src/domain/journal/entry'
import { type Folded, foldEntries } from '../../src/domain/journal/fold'
import type { Person } from '../../src/domain/person/person'
import type { Database } from './driver'
import { createPersonIndex, personKeyColumns, personKeys } from './person-index'
import { stampColumns, tableSpecs } from './table-specs'

type Value = string | number | null

/**
 * Writes the row that a record's entries add up to. The fold is taken afresh from all of them each time,
 * so a row never depends on the order in which entries arrived.
 */
export function createProjector(db: Database) {
  const personIndex = createPersonIndex(db)
  const upserts = new Map<Noun, ReturnType<typeof prepareUpsert>>()

  function upsertOf(noun: Noun) {
    const known = upserts.get(noun)
    if (known) return known
    const made = prepareUpsert(db, noun)
    upserts.set(noun, made)
    return made
  }

  return {
    project(noun: Noun, recordId: string, entries: readonly JournalEntry[]): void {
      const folded = foldEntries(entries)
      if (!folded) return
      upsertOf(noun).run(...valuesOf(noun, recordId, folded))
      if (noun === 'person') personIndex.write(recordId, folded.value as unknown as Person, folded.voided)
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
