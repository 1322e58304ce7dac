import type { LinkageDose } from '../../src/domain/linkage/linkage-record'
import type { Certainty, FieldEvidence, LinkageVeto } from '../../src/domain/linkage/linkage-types'
import type { Person } from '../../src/domain/person/person'
import type { Database } from './driver'

/** A record as the finder compares it; `marks` tells later whether something was written about it meanwhile. */
export type ComparedRow = {
  readonly personId: string
  readonly place: number
  readonly marks: number
  readonly person: Pick<
    Person,
    'name' | 'birthDate' | 'sex' | 'phone' | 'identifiers' | 'addresses' | 'relatives'
  >
  readonly doses: readonly LinkageDose[]
}

/** A pair that was found, ready to be kept. */
export type FoundDuplicate = {
  readonly leftId: string
  readonly rightId: string
  readonly leftMarks: number
  readonly rightMarks: number
  readonly certainty: FoundCertainty
  readonly bits: number
  readonly probability: number
  readonly veto: LinkageVeto | null
  readonly cluster: number
  readonly evidence: readonly FieldEvidence[]
}
export type FoundCertainty = Exclude<Certainty, 'unlikely'>

/** A kept pair. Stale: one of the two has changed since. */
export type KeptDuplicate = Omit<FoundDuplicate, 'leftMarks' | 'rightMarks'> & { readonly isStale: boolean }

/** What the last complete search went through. */
export type DuplicateSearch = { readonly at: string; readonly persons: number; readonly comparisons: number }

type PersonRow = {
  readonly doc: number
  readonly id: string
  readonly name: string
  readonly birth_date: Person['birthDate']
  readonly sex: Person['sex']
  readonly phone: string | null
  readonly identifiers: string
  readonly addresses: string
  readonly relatives: string
  readonly marks: number | null
}
type PairRow = Omit<KeptDuplicate, 'isStale' | 'evidence'> & {
  readonly isStale: number
  readonly evidence: string
}

export type DuplicateRepository = ReturnType<typeof createDuplicateRepository>

/** Reads what the finder compares, and what it found. Absorbed records count with their survivor. */
export function createDuplicateRepository(db: Database) {
  return { ...comparedQuery(db), ...countQuery(db), ...pairQuery(db) }
}

const personColumns = `doc, id, name, birth_date, sex, phone, identifiers, addresses, relatives,
  (SELECT marks FROM forecast_state WHERE person_id = id) AS marks`
const standsForItself = 'voided = 0 AND NOT EXISTS (SELECT 1 FROM person_link WHERE person_id = id)'

function comparedQuery(db: Database) {
  const selectPage = db.prepare<[number, number], PersonRow>(
    `SELECT ${personColumns} FROM person WHERE doc > ? AND ${standsForItself} ORDER BY doc LIMIT ?`,
  )
  const selectOne = db.prepare<[string], PersonRow>(
    `SELECT ${personColumns} FROM person WHERE id = ? AND ${standsForItself}`,
  )
  const selectDoses = db.prepare<[string, string], LinkageDose>(
    `SELECT vaccine_code AS vaccineCode, given_on AS "on", lot_number AS lot FROM dose
     WHERE (person_id = ? OR person_id IN (SELECT person_id FROM person_link WHERE survivor_id = ?))
       AND voided = 0 AND given_on_accuracy IS NULL ORDER BY given_on, vaccine_code`,
  )
  function toCompared(row: PersonRow): ComparedRow {
    const { name, birth_date: birthDate, sex, phone } = row
    const identifiers = JSON.parse(row.identifiers) as Person['identifiers']
    const addresses = JSON.parse(row.addresses) as Person['addresses']
    const relatives = JSON.parse(row.relatives) as Person['relatives']
    return {
      personId: row.id,
      place: row.doc,
      marks: row.marks ?? 0,
      person: { name, birthDate, sex, phone, identifiers, addresses, relatives },
      doses: selectDoses.all(row.id, row.id),
    }
  }
  return {
    /** Records that stand for themselves, behind a place in the file. */
    comparedAfter: (place: number, limit: number): readonly ComparedRow[] =>
      selectPage.all(place, limit).map(toCompared),
    /** One record that stands for itself; null for one that is absorbed, voided or unknown. */
    compared(personId: string): ComparedRow | null {
      const row = selectOne.get(personId)
      return row ? toCompared(row) : null
    },
  }
}

/** Above this a value is common, and how common no longer matters. */
const mostCounted = 5_000

function countQuery(db: Database) {
  const counting = (from: string) => {
    const statement = db
      .prepare<string[], number>(`SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT ${mostCounted})`)
      .pluck()
    return (...values: string[]) => statement.get(...values) as number
  }
  return {
    countNamed: counting('person WHERE name_key = ?'),
    countPhone: counting('person_phone WHERE digits_reversed = ?'),
  }
}

const pairColumns = `left_id AS leftId, right_id AS rightId, certainty, bits, probability, veto, cluster, evidence,
  is_stale AS isStale`
/** A record with all that it has absorbed: what was decided about one of them holds for whoever stands for it. */
const recordsOf = (id: string) =>
  `SELECT duplicate_pair.${id} UNION ALL SELECT person_id FROM person_link WHERE survivor_id = duplicate_pair.${id}`
/** Pairs about which nobody has decided: both records stand for themselves. */
const open = `
  EXISTS (SELECT 1 FROM person WHERE id = left_id AND ${standsForItself})
  AND EXISTS (SELECT 1 FROM person WHERE id = right_id AND ${standsForItself})
  AND NOT EXISTS (SELECT 1 FROM pair_decision AS decided WHERE decided.voided = 0
    AND decided.left_id IN (${recordsOf('left_id')}) AND decided.right_id IN (${recordsOf('right_id')}))
  AND NOT EXISTS (SELECT 1 FROM pair_decision AS decided WHERE decided.voided = 0
    AND decided.left_id IN (${recordsOf('right_id')}) AND decided.right_id IN (${recordsOf('left_id')}))`

function pairQuery(db: Database) {
  const selectPage = db.prepare<[string, number, number], PairRow>(
    `SELECT ${pairColumns} FROM duplicate_pair WHERE certainty = ? AND ${open}
     ORDER BY bits DESC, left_id, right_id LIMIT ? OFFSET ?`,
  )
  const selectPair = db.prepare<[string, string], PairRow>(
    `SELECT ${pairColumns} FROM duplicate_pair WHERE left_id = ? AND right_id = ?`,
  )
  const countOpen = db.prepare<[], { certainty: FoundCertainty; pairs: number }>(
    `SELECT certainty, count(*) AS pairs FROM duplicate_pair WHERE ${open} GROUP BY certainty`,
  )
  const selectSearch = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'duplicate-search'").pluck()
  return {
    /** Open pairs of one certainty, surest first. */
    page: (certainty: FoundCertainty, limit: number, offset: number): readonly KeptDuplicate[] =>
      selectPage.all(certainty, limit, offset).map(toPair),
    /** A kept pair, whatever was decided; the ids in order. */
    pair(leftId: string, rightId: string): KeptDuplicate | null {
      const row = selectPair.get(leftId, rightId)
      return row ? toPair(row) : null
    },
    countOpen(): Readonly<Record<FoundCertainty, number>> {
      const counts = { certain: 0, likely: 0, possible: 0 }
      for (const { certainty, pairs } of countOpen.all()) counts[certainty] = pairs
      return counts
    },
    lastSearch(): DuplicateSearch | null {
      const text = selectSearch.get() as string | undefined
      return text === undefined ? null : (JSON.parse(text) as DuplicateSearch)
    },
  }
}

function toPair({ evidence, isStale, ...row }: PairRow): KeptDuplicate {
  return { ...row, evidence: JSON.parse(evidence) as readonly FieldEvidence[], isStale: isStale === 1 }
}

/** Keeps what the finder hands over. */
export function createDuplicateWriter(db: Database) {
  const upsert = db.prepare<(string | number | null)[]>(
    `INSERT INTO duplicate_pair (left_id, right_id, certainty, bits, probability, veto, cluster, evidence, is_stale, is_found)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET certainty = excluded.certainty,
       bits = excluded.bits, probability = excluded.probability, veto = excluded.veto, cluster = excluded.cluster,
       evidence = excluded.evidence, is_stale = excluded.is_stale, is_found = 1`,
  )
  const selectMarks = db
    .prepare<[string], number>('SELECT marks FROM forecast_state WHERE person_id = ?')
    .pluck()
  const updateAll = db.prepare<[]>('UPDATE duplicate_pair SET is_found = 0')
  const deleteOthers = db.prepare<[]>('DELETE FROM duplicate_pair WHERE is_found = 0')
  const upsertSearch = db.prepare<[string]>(
    "INSERT INTO meta VALUES ('duplicate-search', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  )
  const isAsRead = (personId: string, marks: number) => (selectMarks.get(personId) ?? 0) === marks
  return {
    /** A search hands over what it found; until it ends, earlier pairs stay. */
    begin: () => void updateAll.run(),
    /** Keeps a pair; stale already when one of the two was written about since it was read. */
    keep(found: FoundDuplicate): void {
      const { leftId, rightId, certainty, bits, probability, veto, cluster } = found
      const holds = isAsRead(leftId, found.leftMarks) && isAsRead(rightId, found.rightMarks)
      const score = [certainty, bits, probability, veto, cluster, JSON.stringify(found.evidence)]
      upsert.run(leftId, rightId, ...score, holds ? 0 : 1)
    },
    /** A search has gone through everybody: what only earlier ones found is gone. */
    finish(search: DuplicateSearch): void {
      deleteOthers.run()
      upsertSearch.run(JSON.stringify(search))
    },
  }
}
