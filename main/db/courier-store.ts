import type { Withheld } from '../../src/domain/courier/part'
import { type Head, readStatement, type Statement } from '../../src/domain/courier/statement'
import type { JournalEntry } from '../../src/domain/journal/entry'
import type { Database } from './driver'
import { toEntry } from './journal'

type JournalRow = Parameters<typeof toEntry>[0]
type HeadRow = { stationId: string; seq: number; hash: string }

export type CourierStore = ReturnType<typeof createCourierStore>

/** The newest card that was taken from a sender. */
export type SeenCard = {
  readonly kid: string
  readonly stationId: string
  readonly name: string
  readonly serial: number
  readonly box: string
  readonly at: string
}

/** What this PC knows of sticks: of it alone, in no journal, untouched by a rebuild. Reads the journals sticks carry. */
export function createCourierStore(db: Database) {
  const selectManaged = db.prepare<[], string>('SELECT id FROM person WHERE managed_by IS NOT NULL').pluck()
  return {
    ...headsIn(db),
    ...journalsIn(db),
    ...statementsIn(db),
    ...cardsIn(db),
    /** Persons whom the police or the army manages, removed ones as well. */
    managedPersons: () => selectManaged.all() as string[],
  }
}

/** How far the journals of all stations are here. */
function headsIn(db: Database) {
  // By the primary key from one station to the next: a journal has millions of entries and a handful of stations.
  const selectStations = db
    .prepare<[], string>(
      `WITH RECURSIVE
         every AS (SELECT station_id FROM journal UNION ALL SELECT station_id FROM courier_withheld),
         one (id) AS (SELECT min(station_id) FROM every
           UNION ALL SELECT (SELECT min(station_id) FROM every WHERE station_id > one.id) FROM one WHERE one.id IS NOT NULL)
       SELECT id FROM one WHERE id IS NOT NULL`,
    )
    .pluck()
  const selectHead = db.prepare<[string, string], HeadRow>(
    `SELECT station_id AS stationId, seq, hash FROM
       (SELECT * FROM (SELECT station_id, seq, hash FROM journal WHERE station_id = ? ORDER BY seq DESC LIMIT 1) UNION ALL
        SELECT * FROM (SELECT station_id, seq, hash FROM courier_withheld WHERE station_id = ? ORDER BY seq DESC LIMIT 1))
     ORDER BY seq DESC LIMIT 1`,
  )
  const selectHash = db
    .prepare<[string, number, string, number], string>(
      `SELECT hash FROM journal WHERE station_id = ? AND seq = ? UNION ALL
       SELECT hash FROM courier_withheld WHERE station_id = ? AND seq = ?`,
    )
    .pluck()
  return {
    /** How far each station's journal is here. */
    heads: (): readonly Head[] =>
      (selectStations.all() as string[]).flatMap(stationId => selectHead.get(stationId, stationId) ?? []),
    headOf: (stationId: string): Head | null => selectHead.get(stationId, stationId) ?? null,
    /** The hash of an entry that is here. */
    hashAt: (stationId: string, seq: number): string | null =>
      (selectHash.get(stationId, seq, stationId, seq) as string | undefined) ?? null,
  }
}

/** What the journals say between two numbers. */
function journalsIn(db: Database) {
  const selectLengths = db
    .prepare<[string, number], number>(
      'SELECT length(body) + 500 FROM journal WHERE station_id = ? AND seq > ? ORDER BY seq',
    )
    .pluck()
  const selectEntries = db.prepare<[string, number, number], JournalRow>(
    'SELECT * FROM journal WHERE station_id = ? AND seq > ? AND seq <= ? ORDER BY seq',
  )
  const countDoses = db
    .prepare<[string, number], number>(
      "SELECT count(*) FROM journal WHERE station_id = ? AND seq > ? AND noun = 'dose' AND verb = 'recorded'",
    )
    .pluck()
  const countDosesOf = db
    .prepare<[string, number, number, string], number>(
      `SELECT count(*) FROM journal WHERE station_id = ? AND seq > ? AND seq <= ? AND noun = 'dose' AND verb = 'recorded'
       AND json_extract(body, '$.personId') IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
  const insertWithheld = db.prepare<[string, number, string, string]>(
    'INSERT INTO courier_withheld VALUES (?, ?, ?, ?)',
  )
  return {
    /** About how many characters each entry after a number takes in a file. */
    lengthsAfter: (stationId: string, after: number) => selectLengths.all(stationId, after) as number[],
    entriesBetween: (stationId: string, after: number, upTo: number): readonly JournalEntry[] =>
      selectEntries.all(stationId, after, upTo).map(toEntry),
    /** How many doses a station has recorded after this entry. */
    dosesAfter: (stationId: string, seq: number) => countDoses.get(stationId, seq) as number,
    /** How many of the doses between two numbers are these persons'. */
    dosesOf: (stationId: string, after: number, upTo: number, personIds: readonly string[]) =>
      personIds.length === 0
        ? 0
        : (countDosesOf.get(stationId, after, upTo, JSON.stringify(personIds)) as number),
    keepWithheld: ({ stationId, seq, prevHash, hash }: Withheld) =>
      void insertWithheld.run(stationId, seq, prevHash, hash),
  }
}

/** Seals and receipts, each the newest of its kind. */
function statementsIn(db: Database) {
  const insertSeal = db.prepare<[string, number, string]>(
    'INSERT OR IGNORE INTO courier_seal VALUES (?, ?, ?)',
  )
  const selectSeals = db
    .prepare<[string, number], string>(
      'SELECT text FROM courier_seal WHERE station_id = ? AND seq > ? ORDER BY seq',
    )
    .pluck()
  const deleteReceipts = db.prepare<[string]>('DELETE FROM courier_receipt WHERE kid = ?')
  const upsertReceipt = db.prepare<[string, string, number, string, string]>(
    'INSERT OR REPLACE INTO courier_receipt VALUES (?, ?, ?, ?, ?)',
  )
  const selectOf = db
    .prepare<[string], string>('SELECT text FROM courier_receipt WHERE kid = ? ORDER BY station_id')
    .pluck()
  const selectAll = db
    .prepare<[], string>('SELECT text FROM courier_receipt ORDER BY kid, station_id')
    .pluck()
  const read = (texts: readonly unknown[]) => texts.flatMap(text => readStatement(text) ?? [])
  const keepReceipt = ({ by, stationId, seq, at, text }: Statement) =>
    void upsertReceipt.run(by, stationId, seq, at, text)
  return {
    keepSeal: ({ stationId, seq, text }: Statement) => void insertSeal.run(stationId, seq, text),
    /** What a station sealed after a number, in order. */
    sealsAfter: (stationId: string, after: number): readonly Statement[] =>
      read(selectSeals.all(stationId, after)),
    /** What the holder of a key says that it holds, in place of all it said before. */
    replaceReceipts(kid: string, receipts: readonly Statement[]): void {
      deleteReceipts.run(kid)
      for (const receipt of receipts) keepReceipt(receipt)
    },
    keepReceipt,
    receiptsOf: (kid: string): readonly Statement[] => read(selectOf.all(kid)),
    allReceipts: (): readonly Statement[] => read(selectAll.all()),
  }
}

function cardsIn(db: Database) {
  const upsert = db.prepare<[string, string, string, number, string, string]>(
    'INSERT OR REPLACE INTO courier_card VALUES (?, ?, ?, ?, ?, ?)',
  )
  const select = db.prepare<[], SeenCard>(
    'SELECT kid, station_id AS stationId, name, serial, box, at FROM courier_card ORDER BY kid',
  )
  const selectOne = db.prepare<[string], SeenCard>(
    'SELECT kid, station_id AS stationId, name, serial, box, at FROM courier_card WHERE kid = ?',
  )
  return {
    keepCard: ({ kid, stationId, name, serial, box, at }: SeenCard) =>
      void upsert.run(kid, stationId, name, serial, box, at),
    cardOf: (kid: string): SeenCard | null => selectOne.get(kid) ?? null,
    cards: (): readonly SeenCard[] => select.all(),
  }
}
