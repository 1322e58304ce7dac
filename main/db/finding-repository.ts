import { type CalendarDay, type Instant, vietnamDayOf } from '../../src/domain/calendar/calendar-day'
import type { Person } from '../../src/domain/person/person'
import type {
  Examined,
  ExaminedDose,
  ExaminedWeight,
  LotFacts,
} from '../../src/domain/register-doctor/examined'
import type { Database } from './driver'
import { createRecordStore } from './record-store'

export type FindingRepository = ReturnType<typeof createFindingRepository>

/** Reads what the register doctor looks at. Absorbed records count with their survivor. */
export function createFindingRepository(db: Database) {
  return { ...examinedQuery(db), ...sharedQuery(db), lotFacts: lotQuery(db) }
}

const standsForItself =
  'voided = 0 AND NOT EXISTS (SELECT 1 FROM person_link WHERE person_link.person_id = person.id)'
const ofPerson = '(person_id = ? OR person_id IN (SELECT person_id FROM person_link WHERE survivor_id = ?))'

function examinedQuery(db: Database) {
  const records = createRecordStore(db)
  const weightsOf = weightQuery(db)
  const selectPage = db.prepare<[number, number], { doc: number; id: string }>(
    `SELECT doc, id FROM person WHERE doc > ? AND ${standsForItself} ORDER BY doc LIMIT ?`,
  )
  const selectDoses = db.prepare<[string, string], ExaminedDose>(
    `SELECT id, kind, vaccine_code AS vaccineCode, lot_id AS lotId, lot_number AS lotNumber, lot_expires_on AS lotExpiresOn,
       given_on AS givenOn, given_on_accuracy AS givenOnAccuracy FROM dose
     WHERE ${ofPerson} AND voided = 0
       AND NOT EXISTS (SELECT 1 FROM same_dose JOIN dose AS fact ON fact.id = same_dose.dose_id AND fact.voided = 0
         WHERE same_dose.other_id = dose.id AND same_dose.voided = 0)
     ORDER BY given_on, created_stamp`,
  )
  const selectDeath = db
    .prepare<[string, string], CalendarDay>(
      `SELECT min(on_day) FROM residence WHERE ${ofPerson} AND voided = 0 AND state = 'died'`,
    )
    .pluck()

  /** Under any id; null for one that is voided or unknown. */
  function examined(personId: string): Examined | null {
    const stored = records.find('person', personId)
    if (!stored || stored.voided) return null
    const { id, voided: _voided, versions: _v, createdAt: _c, changedAt: _ch, ...person } = stored
    const diedOn = (selectDeath.get(id, id) as CalendarDay | null | undefined) ?? null
    return { personId: id, person, diedOn, doses: selectDoses.all(id, id), weights: weightsOf(id) }
  }
  return {
    examined,
    /** Those that stand for themselves behind a place in the file, and the place to go on from. */
    examinedAfter(
      place: number,
      limit: number,
    ): { readonly people: readonly Examined[]; readonly next: number | null } {
      const rows = selectPage.all(place, limit)
      const people = rows.flatMap(({ id }) => examined(id) ?? [])
      return { people, next: rows.length < limit ? null : (rows.at(-1)?.doc ?? null) }
    },
  }
}

/** Weights of looks at the child and of screenings; with swollen feet a weight says nothing. */
function weightQuery(db: Database) {
  const selectChecks = db.prepare<[string, string], { id: string; on: CalendarDay; weightKg: number | null }>(
    `SELECT id, checked_on AS "on", weight_kg AS weightKg FROM child_check
     WHERE ${ofPerson} AND voided = 0 AND coalesce(oedema, 0) = 0 ORDER BY checked_on, id`,
  )
  const selectScreenings = db.prepare<[string, string], { id: string; at: Instant; weightKg: number | null }>(
    `SELECT id, signed_at AS at, weight_kg AS weightKg FROM screening
     WHERE ${ofPerson} AND voided = 0 AND weight_kg IS NOT NULL ORDER BY signed_at, id`,
  )
  return (id: string): readonly ExaminedWeight[] => {
    const checks = selectChecks.all(id, id).map(check => ({ ...check, from: 'check' as const }))
    const screenings = selectScreenings
      .all(id, id)
      .map(({ at, ...rest }) => ({ ...rest, on: vietnamDayOf(at), from: 'screening' as const }))
    return [...checks, ...screenings]
  }
}

export type SharedNumber = {
  readonly system: Person['identifiers'][number]['system']
  readonly value: string
}

/** Who a row of an index of persons stands for now. */
const now =
  'coalesce((SELECT survivor_id FROM person_link WHERE person_link.person_id = held.person_id), held.person_id)'
const isThere = 'EXISTS (SELECT 1 FROM person WHERE person.id = held.person_id AND person.voided = 0)'

function sharedQuery(db: Database) {
  const selectNumbers = db.prepare<[], SharedNumber>(
    `SELECT system, value FROM person_identifier AS held WHERE ${isThere}
     GROUP BY system, value HAVING count(*) > 1 AND count(DISTINCT ${now}) > 1 ORDER BY system, value`,
  )
  const selectPhones = db
    .prepare<[number], string>(
      `SELECT digits_reversed FROM person_phone AS held WHERE ${isThere}
       GROUP BY digits_reversed HAVING count(*) >= ? ORDER BY digits_reversed`,
    )
    .pluck()
  const selectWithNumber = db
    .prepare<[string, string], string>(
      `SELECT DISTINCT ${now} FROM person_identifier AS held WHERE system = ? AND value = ? AND ${isThere} ORDER BY 1`,
    )
    .pluck()
  const selectWithPhone = db
    .prepare<[string], string>(
      `SELECT DISTINCT ${now} FROM person_phone AS held WHERE digits_reversed = ? AND ${isThere} ORDER BY 1`,
    )
    .pluck()
  return {
    sharedNumbers: (): readonly SharedNumber[] => selectNumbers.all(),
    /** Telephones, backwards as the index has them, that stand in so many records. */
    sharedPhones: (records: number) => selectPhones.all(records) as string[],
    withNumber: ({ system, value }: SharedNumber) => selectWithNumber.all(system, value) as string[],
    withPhone: (digitsReversed: string) => selectWithPhone.all(digitsReversed) as string[],
  }
}

/** What is known of a lot: what it is, and when something of it was first taken in and not taken back. */
function lotQuery(db: Database) {
  const select = db.prepare<[string], { vaccineCode: string; firstIn: Instant | null }>(
    `SELECT vaccine_code AS vaccineCode,
       (SELECT min(at) FROM movement WHERE lot_id = lot.id AND doses > 0 AND voided = 0
         AND NOT EXISTS (SELECT 1 FROM movement AS back WHERE back.lot_id = lot.id AND back.voided = 0
           AND back.reverses = movement.id)) AS firstIn
     FROM lot WHERE id = ?`,
  )
  return (lotId: string): LotFacts | null => {
    const row = select.get(lotId)
    return row
      ? { vaccineCode: row.vaccineCode, firstInOn: row.firstIn === null ? null : vietnamDayOf(row.firstIn) }
      : null
  }
}
