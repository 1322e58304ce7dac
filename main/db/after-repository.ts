import type { AefiCase } from '../../src/domain/aefi/aefi-case'
import type { Contact, ContactReason } from '../../src/domain/aefi/contact'
import type { KitCheck } from '../../src/domain/aefi/emergency-kit'
import type { CalendarDay, Instant } from '../../src/domain/calendar/calendar-day'
import type { Database } from './driver'
import { lotKeySql } from './lot-key'
import { createRecordStore, type Stored } from './record-store'

/** One dose that a recall or a case concerns. `personId` is who that is now, after merges. */
export type ConcernedDose = {
  readonly doseId: string
  readonly personId: string
  readonly vaccineCode: string
  readonly lotId: string | null
  readonly lotNumber: string | null
  readonly givenOn: CalendarDay
  readonly givenAt: Instant | null
  readonly kind: 'administered' | 'historical'
  readonly isSameLot: boolean
  readonly isSameSession: boolean
}
type DoseRow = Omit<ConcernedDose, 'isSameLot' | 'isSameSession'> & {
  readonly isSameLot: number
  readonly isSameSession: number
}

export type Page = { readonly offset: number; readonly limit: number }
/** A lot as a recall knows it: by its id, and by its number as people may have written it on products of its kind. */
export type RecalledLot = {
  readonly lotId: string
  readonly number: string
  readonly vaccineCodes: readonly string[]
}

const now = 'coalesce((SELECT survivor_id FROM person_link WHERE person_id = dose.person_id), dose.person_id)'
const doseColumns = `dose.id AS doseId, ${now} AS personId, dose.vaccine_code AS vaccineCode, dose.lot_id AS lotId,
  dose.lot_number AS lotNumber, dose.given_on AS givenOn, dose.given_at AS givenAt, dose.kind AS kind`
const newestFirst = 'ORDER BY givenOn DESC, givenAt DESC, doseId'

/** Doses of a lot by its id, and those whose number reads the same on a product of its kind. */
const ofLot = `
  SELECT ${doseColumns}, 1 AS isSameLot, 0 AS isSameSession FROM dose WHERE voided = 0 AND lot_id = :lotId
  UNION ALL
  SELECT ${doseColumns}, 0, 0 FROM dose
  WHERE voided = 0 AND lot_number IS NOT NULL AND ${lotKeySql('lot_number')} = ${lotKeySql(':number')}
    AND (lot_id IS NULL OR lot_id <> :lotId) AND vaccine_code IN (SELECT value FROM json_each(:vaccines))`

/** Doses of these lots, and all doses of the session; one that is both stands once. */
const besideCase = `
  SELECT doseId, personId, vaccineCode, lotId, lotNumber, givenOn, givenAt, kind,
    max(isSameLot) AS isSameLot, max(isSameSession) AS isSameSession
  FROM (
    SELECT ${doseColumns}, 1 AS isSameLot, 0 AS isSameSession FROM dose
    WHERE voided = 0 AND lot_id IN (SELECT value FROM json_each(:lots))
    UNION ALL
    SELECT ${doseColumns}, 0, 1 FROM visit JOIN dose ON dose.visit_id = visit.id AND dose.voided = 0
    WHERE visit.session_on = :session AND visit.voided = 0
  ) WHERE personId <> :person GROUP BY doseId`

export type AfterRepository = ReturnType<typeof createAfterRepository>

/** What is asked after the dose: severe cases, whom a lot or a case concerns, calls, and the emergency box. */
export function createAfterRepository(db: Database) {
  return { ...concernedIn(db), ...daysIn(db), ...casesIn(db), ...contactsIn(db) }
}

type LotValues = { readonly lotId: string; readonly number: string; readonly vaccines: string }
type CaseValues = { readonly lots: string; readonly session: string | null; readonly person: string }
type Counts = { readonly doses: number; readonly persons: number }

function concernedIn(db: Database) {
  const selectLot = db.prepare<[LotValues & Page], DoseRow>(
    `${ofLot} ${newestFirst} LIMIT :limit OFFSET :offset`,
  )
  const countLot = db.prepare<[LotValues], Counts>(
    `SELECT count(*) AS doses, count(DISTINCT personId) AS persons FROM (${ofLot})`,
  )
  const selectBeside = db.prepare<[CaseValues & Page], DoseRow>(
    `${besideCase} ORDER BY isSameLot + isSameSession DESC, isSameLot DESC, givenOn DESC, givenAt DESC, doseId
     LIMIT :limit OFFSET :offset`,
  )
  const countBeside = db.prepare<[CaseValues], Counts>(
    `SELECT count(*) AS doses, count(DISTINCT personId) AS persons FROM (${besideCase})`,
  )
  const lotValues = ({ lotId, number, vaccineCodes }: RecalledLot) => ({
    lotId,
    number,
    vaccines: JSON.stringify(vaccineCodes),
  })
  const caseValues = (lotIds: readonly string[], session: CalendarDay | null, person: string) => ({
    lots: JSON.stringify(lotIds),
    session,
    person,
  })
  return {
    /** Who got a lot, the newest dose first. */
    dosesOfLot: (lot: RecalledLot, page: Page) =>
      selectLot.all({ ...lotValues(lot), ...page }).map(toConcerned),
    countOfLot: (lot: RecalledLot) => countLot.get(lotValues(lot)) ?? none,
    /** Who got the lots of a case or came to its session, nearest first; not the person of the case. */
    dosesBeside: (lotIds: readonly string[], session: CalendarDay | null, person: string, page: Page) =>
      selectBeside.all({ ...caseValues(lotIds, session, person), ...page }).map(toConcerned),
    countBeside: (lotIds: readonly string[], session: CalendarDay | null, person: string) =>
      countBeside.get(caseValues(lotIds, session, person)) ?? none,
  }
}

function daysIn(db: Database) {
  const selectDay = db.prepare<[string, string], DoseRow>(
    `SELECT ${doseColumns}, 0 AS isSameLot, 1 AS isSameSession FROM dose
     WHERE kind = 'administered' AND voided = 0 AND given_on BETWEEN ? AND ? ${newestFirst}`,
  )
  const selectLastDay = db
    .prepare<[string], CalendarDay | null>(
      "SELECT max(given_on) FROM dose WHERE kind = 'administered' AND voided = 0 AND given_on < ?",
    )
    .pluck()
  return {
    /** Doses given here from one day to another. */
    dosesGiven: (from: CalendarDay, to: CalendarDay) => selectDay.all(from, to).map(toConcerned),
    /** The newest day before this one on which doses were given here. */
    lastDayBefore: (on: CalendarDay) => (selectLastDay.get(on) as CalendarDay | null | undefined) ?? null,
  }
}

const none: Counts = { doses: 0, persons: 0 }

function toConcerned(row: DoseRow): ConcernedDose {
  return { ...row, isSameLot: row.isSameLot === 1, isSameSession: row.isSameSession === 1 }
}

function casesIn(db: Database) {
  const records = createRecordStore(db)
  const selectPage = db
    .prepare<[number, number], string>('SELECT id FROM aefi_case ORDER BY known_at DESC, id LIMIT ? OFFSET ?')
    .pluck()
  const countCases = db.prepare<[], number>('SELECT count(*) FROM aefi_case').pluck()
  const selectUntold = db
    .prepare<[], string>(
      `SELECT id FROM aefi_case WHERE told_health_department = 'null' OR told_provincial_cdc = 'null'
       ORDER BY known_at`,
    )
    .pluck()
  const all = (ids: readonly string[]): readonly Stored<AefiCase>[] =>
    ids.flatMap(id => records.find('aefi-case', id) ?? [])
  return {
    cases: ({ limit, offset }: Page) => all(selectPage.all(limit, offset) as string[]),
    countCases: () => countCases.get() as number,
    /** Cases that somebody must still be told of, the oldest first. */
    untoldCases: () => all(selectUntold.all() as string[]),
    /** The case a reaction belongs to: its own, or the open one of the same visit. */
    caseOfVisit: (visitId: string): Stored<AefiCase> | null =>
      records
        .list('aefi-case', { visit_id: visitId }, 'created_stamp')
        .find(({ step }) => step !== 'closed') ?? null,
  }
}

function contactsIn(db: Database) {
  const records = createRecordStore(db)
  const selectKit = db
    .prepare<[], string>(
      `SELECT id FROM kit_check AS kit WHERE voided = 0 AND NOT EXISTS (
         SELECT 1 FROM kit_check AS newer WHERE newer.item_code = kit.item_code AND newer.voided = 0
           AND (newer.checked_at > kit.checked_at OR (newer.checked_at = kit.checked_at AND newer.id > kit.id)))`,
    )
    .pluck()
  return {
    /** The newest call to each person about one thing, by who the person is now. */
    contactsAbout(about: ContactReason, aboutKey: string): ReadonlyMap<string, Stored<Contact>> {
      const calls = records.list('contact', { about, about_key: aboutKey }, 'at, created_stamp')
      return new Map(calls.map(contact => [contact.personId, contact]))
    },
    /** The newest check of each item of the emergency box. */
    kitChecks: (): readonly Stored<KitCheck>[] =>
      (selectKit.all() as string[]).flatMap(id => records.find('kit-check', id) ?? []),
  }
}
