import { linksOf, type MergeEdge, type PersonLink } from '../../src/domain/person/merge-links'
import type { Database } from './driver'

export type PersonLinks = ReturnType<typeof createPersonLinks>

/** Which records are one person: the one place that knows. */
export function createPersonLinks(db: Database) {
  const selectLink = db.prepare<[string], PersonLink>(
    'SELECT person_id AS personId, survivor_id AS survivorId, merge_id AS mergeId FROM person_link WHERE person_id = ?',
  )
  const selectAbsorbed = db
    .prepare<[string], string>('SELECT person_id FROM person_link WHERE survivor_id = ? ORDER BY person_id')
    .pluck()
  function survivorOf(personId: string): string {
    return selectLink.get(personId)?.survivorId ?? personId
  }
  return {
    /** The merge by which a record is absorbed; null for one that stands for itself. */
    linkOf: (personId: string): PersonLink | null => selectLink.get(personId) ?? null,
    /** The record that stands for this person now: itself, unless it is absorbed. */
    survivorOf,
    /** Every record of this person, the survivor first. */
    clusterOf(personId: string): readonly string[] {
      const survivorId = survivorOf(personId)
      return [survivorId, ...(selectAbsorbed.all(survivorId) as string[])]
    },
  }
}

/** Keeps `person_link` what the merges add up to. */
export function createLinkWriter(db: Database) {
  const links = createPersonLinks(db)
  const selectMerges = db.prepare<[string, string], MergeEdge & { readonly voided: number }>(
    `SELECT id AS mergeId, created_stamp AS stamp, survivor_id AS survivorId, absorbed_id AS absorbedId, voided
     FROM merge WHERE survivor_id = ? OR absorbed_id = ?`,
  )
  const selectVoided = db
    .prepare<[string], number>('SELECT 1 FROM person WHERE id = ? AND voided = 1')
    .pluck()
  const upsert = db.prepare<[string, string, string]>(
    `INSERT INTO person_link VALUES (?, ?, ?) ON CONFLICT (person_id)
     DO UPDATE SET survivor_id = excluded.survivor_id, merge_id = excluded.merge_id`,
  )
  const remove = db.prepare<[string]>('DELETE FROM person_link WHERE person_id = ?')

  /** Everybody whom merges, undone ones as well, tie to this person; a merge undone now parts what it tied before. */
  function around(personId: string) {
    const people = new Set([personId])
    const merges = new Map<string, MergeEdge & { readonly voided: number }>()
    for (const id of people)
      for (const merge of selectMerges.all(id, id)) {
        merges.set(merge.mergeId, merge)
        people.add(merge.survivorId).add(merge.absorbedId)
      }
    return { people, edges: [...merges.values()].filter(({ voided }) => voided === 0) }
  }

  return {
    ...links,
    /** Works the links around a person out afresh; answers the ids of those for whom something is different now. */
    refresh(personId: string): readonly string[] {
      const { people, edges } = around(personId)
      const voided = new Set([...people].filter(id => selectVoided.get(id) !== undefined))
      const wanted = linksOf(edges, voided)
      return [...people].filter(id => {
        const [now, then] = [wanted.get(id) ?? null, links.linkOf(id)]
        if (now?.survivorId === then?.survivorId && now?.mergeId === then?.mergeId) return false
        if (now) upsert.run(id, now.survivorId, now.mergeId)
        else remove.run(id)
        return true
      })
    },
  }
}
