import type { TallyDims, TallyLine } from '../../src/domain/report/tally'
import type { Database } from './driver'

/**
 * Keeps what reports count of one person's doses. Only differences are written: most saves change one line. What doses have
 * in common is stored under a hash of it, so that comparing asks no table.
 */
export function createTallyWriter(db: Database) {
  const doses = lineKeeper(db, 'dose_tally', ['month', 'dims_id', 'given_on', 'dose_id'])
  const facts = lineKeeper(db, 'person_tally', ['month', 'dims_id', 'on_day'])
  const keepDims = dimsKeeper(db)

  return function keepTally(personId: string, lines: readonly TallyLine[]): void {
    const [ofDoses, ofPerson] = [doses.of(personId), facts.of(personId)]
    for (const { month, givenOn, doseId, dims } of lines) {
      const rows = dimsRows(dims)
      const id = hash53(JSON.stringify(rows))
      const key = doseId === null ? [month, id, givenOn] : [month, id, givenOn, doseId]
      if ((doseId === null ? ofPerson : ofDoses).delete(key.join(' '))) continue
      keepDims(id, rows)
      ;(doseId === null ? facts : doses).insert(personId, key)
    }
    for (const key of ofDoses.values()) doses.remove(personId, key)
    for (const key of ofPerson.values()) facts.remove(personId, key)
  }
}

type Key = readonly (string | number)[]

/** The lines of a table that are about one person. */
function lineKeeper(db: Database, table: 'dose_tally' | 'person_tally', columns: readonly string[]) {
  const select = db
    .prepare<[string], Key>(`SELECT ${columns.join(', ')} FROM ${table} WHERE person_id = ?`)
    .raw()
  // A dose of an absorbed record is the survivor's, in whichever order the two are renewed.
  const insert = db.prepare<unknown[]>(
    `INSERT INTO ${table} (person_id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})
     ON CONFLICT DO UPDATE SET person_id = excluded.person_id`,
  )
  const remove = db.prepare<unknown[]>(
    `DELETE FROM ${table} WHERE person_id = ? AND ${columns.map(column => `${column} = ?`).join(' AND ')}`,
  )
  return {
    of: (personId: string) => new Map(select.all(personId).map(key => [key.join(' '), key])),
    insert: (personId: string, key: Key) => void insert.run(personId, ...key),
    remove: (personId: string, key: Key) => void remove.run(personId, ...key),
  }
}

type DimsRow = readonly (string | number)[]

/** Columns of `tally_dims` after `id`, in the order of `dimsRows`. */
const dimsColumns =
  'antigen, fact, is_here, commune_code, is_resident, sex, age_months, programme, vaccine_code, row_code, is_lead, number, status, detail'

function dimsRows(dims: TallyDims): readonly DimsRow[] {
  const { fact, isHere, communeCode, isResident, sex, ageMonths, programme, vaccineCode, detail, judged } =
    dims
  return judged.map(({ antigen, rowCode, isLead, number, status }) => [
    antigen,
    fact,
    Number(isHere),
    communeCode,
    Number(isResident),
    sex,
    ageMonths,
    programme ?? '',
    vaccineCode,
    rowCode,
    Number(isLead),
    number ?? 0,
    status,
    detail,
  ])
}

function dimsKeeper(db: Database) {
  const select = db
    .prepare<[number], DimsRow>(`SELECT ${dimsColumns} FROM tally_dims WHERE id = ? ORDER BY antigen`)
    .raw()
  const insert = db.prepare<(string | number)[]>(
    `INSERT INTO tally_dims (id, ${dimsColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return (id: number, rows: readonly DimsRow[]): void => {
    const known = select.all(id)
    if (known.length === 0) for (const row of rows) insert.run(id, ...row)
    // Of a million kinds of doses two would share a number once in ten thousand registers: then nothing is counted wrongly.
    else if (JSON.stringify(known) !== JSON.stringify(rows)) throw new Error('two kinds of doses, one number')
  }
}

/** A number of 53 bits out of a text (cyrb53), the same on every machine. */
function hash53(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2_654_435_761)
    low = Math.imul(low ^ unit, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0)
}
