import type { Records } from '../../src/domain/journal/entry'
import { orderedPair } from '../../src/domain/person/merge-links'
import type { Merge } from '../../src/domain/person/merge-record'
import type { Database } from './driver'
import { createRecordStore, type Stored } from './record-store'
import { tableSpecs } from './table-specs'

export type MergeRepository = ReturnType<typeof createMergeRepository>

/** Records that say something about a person as a patient; a person with one of them is never removed. */
export const clinicalNouns = [
  'dose',
  'visit',
  'screening',
  'reaction',
  'aefi-case',
  'child-check',
  'birth',
  'newborn',
  'postpartum-visit',
  'newborn-visit',
  'child-check',
] as const

/** Merges with all that was decided about pairs. */
export function createMergeRepository(db: Database) {
  const records = createRecordStore(db)
  const all: ReadAll = (noun, ids) => ids.flatMap(id => records.find(noun, id) ?? [])
  return {
    find: (mergeId: string): Stored<Merge> | null => records.find('merge', mergeId),
    /** How many clinical records stand under this very id, voided ones left out. */
    clinicalRecords: (personId: string) =>
      clinicalNouns.flatMap(noun => records.own.listAll(noun, personId)).filter(({ voided }) => !voided)
        .length,
    ...mergesIn(db, all),
    ...decisionsIn(db, all),
  }
}

type ReadAll = <N extends 'merge' | 'pair-decision'>(
  noun: N,
  ids: readonly string[],
) => readonly Stored<Records[N]>[]

function mergesIn(db: Database, all: ReadAll) {
  const selectPage = db
    .prepare<[number, number], string>('SELECT id FROM merge ORDER BY created_stamp DESC LIMIT ? OFFSET ?')
    .pluck()
  const count = db.prepare<[], number>('SELECT count(*) FROM merge').pluck()
  const selectOf = db
    .prepare<[string], string>(
      `WITH these AS (SELECT value FROM json_each(?)) SELECT id FROM merge
       WHERE survivor_id IN these OR absorbed_id IN these ORDER BY created_stamp DESC`,
    )
    .pluck()
  const selectLater = db
    .prepare<[string], string>(
      `SELECT later.id FROM merge JOIN merge AS later ON later.created_stamp > merge.created_stamp
         AND merge.survivor_id IN (later.survivor_id, later.absorbed_id)
       WHERE merge.id = ? AND later.voided = 0 ORDER BY later.created_stamp DESC LIMIT 1`,
    )
    .pluck()
  const since = [...clinicalNouns.map(noun => tableSpecs[noun].table), 'appointment'].map(
    table => `SELECT count(*) AS records FROM ${table} JOIN this
      ON ${table}.person_id = this.survivor_id AND ${table}.created_stamp > this.created_stamp`,
  )
  const countSince = db
    .prepare<[string], number>(
      `WITH this AS (SELECT survivor_id, created_stamp FROM merge WHERE id = ?)
       SELECT sum(records) FROM (${since.join(' UNION ALL ')})`,
    )
    .pluck()
  return {
    count: () => count.get() as number,
    /** Newest first, undone ones as well. */
    page: (offset: number, limit: number) => all('merge', selectPage.all(limit, offset) as string[]),
    /** Every merge that any of these records was ever part of, newest first. */
    of: (personIds: readonly string[]) => all('merge', selectOf.all(JSON.stringify(personIds)) as string[]),
    /** The newest merge that builds upon this one, and has to be undone before it; null: there is none. */
    laterThan: (mergeId: string) => (selectLater.get(mergeId) as string | undefined) ?? null,
    /** Clinical records and appointments written under the survivor's own id since the merge. */
    recordsSince: (mergeId: string) => countSince.get(mergeId) as number,
  }
}

function decisionsIn(db: Database, all: ReadAll) {
  const selectPair = db
    .prepare<[string, string], string>(
      'SELECT id FROM pair_decision WHERE left_id = ? AND right_id = ? AND voided = 0 ORDER BY created_stamp',
    )
    .pluck()
  const selectPage = db
    .prepare<[number, number], string>(
      'SELECT id FROM pair_decision WHERE voided = 0 ORDER BY created_stamp DESC LIMIT ? OFFSET ?',
    )
    .pluck()
  const count = db.prepare<[], number>('SELECT count(*) FROM pair_decision WHERE voided = 0').pluck()
  const selectCurrent = db.prepare<[], { leftId: string; rightId: string }>(
    `SELECT ifnull(l.survivor_id, left_id) AS leftId, ifnull(r.survivor_id, right_id) AS rightId FROM pair_decision
     LEFT JOIN person_link AS l ON l.person_id = left_id LEFT JOIN person_link AS r ON r.person_id = right_id
     WHERE voided = 0`,
  )
  return {
    /** The decisions that hold about exactly these two records. */
    decisionsAbout(a: string, b: string) {
      const { leftId, rightId } = orderedPair(a, b)
      return all('pair-decision', selectPair.all(leftId, rightId) as string[])
    },
    decisions: (offset: number, limit: number) =>
      all('pair-decision', selectPage.all(limit, offset) as string[]),
    countDecisions: () => count.get() as number,
    /** Everybody who was told apart, by the ids under which they stand now: what the finder does not offer again. */
    decidedPairs: () =>
      selectCurrent
        .all()
        .filter(({ leftId, rightId }) => leftId !== rightId)
        .map(({ leftId, rightId }) => orderedPair(leftId, rightId)),
  }
}
