import {
  type CalendarDay,
  type Instant,
  instantOf,
  vietnamDayOf,
} from '../../src/domain/calendar/calendar-day'
import type { PeriodDays } from '../../src/domain/report/report-period'
import type { StockEntry } from '../../src/domain/report/stock-use'
import { type Account, accountsOf, type MovementKind } from '../../src/domain/stock/ledger'
import type { Database } from './driver'

/** Entries of a lot that a report cannot tell apart, as one; `quantity` is their sum. */
export type GroupedEntry = StockEntry & { readonly lotId: string }

/** One entry of the ledger: a movement, or one dose given. */
export type SingleEntry = StockEntry & {
  readonly noun: 'movement' | 'dose'
  readonly recordId: string
  readonly lotId: string
  /** Who got the dose, by who they are now. */
  readonly personId: string | null
  readonly on: CalendarDay
  readonly enteredAt: Instant
  readonly documentNumber: string | null
  readonly note: string | null
}

type Edges = { readonly begin: string; readonly end: string }
type Days = PeriodDays
type MovementSums = {
  readonly lotId: string
  readonly kind: MovementKind
  readonly fromAccount: Account | null
  readonly toAccount: Account | null
  readonly reason: string | null
  readonly isBefore: number
  readonly quantity: number | null
  readonly doses: number
}
type MovementRow = Omit<MovementSums, 'isBefore'> & {
  readonly recordId: string
  readonly at: Instant
  readonly enteredAt: Instant
  readonly documentNumber: string | null
  readonly note: string | null
}
type GivenSums = { readonly lotId: string; readonly isBefore: number; readonly doses: number }
type GivenRow = {
  readonly recordId: string
  readonly lotId: string
  readonly personId: string
  readonly on: CalendarDay
  readonly takenFrom: 'store' | 'session'
  readonly enteredAt: Instant
}

const movementColumns = `lot_id AS lotId, kind, from_account AS fromAccount, to_account AS toAccount, reason`

/** Alike in everything but quantity. Movements of earlier builds have no accounts and are told apart by their sign. */
const movementSums = `
  SELECT ${movementColumns}, at < :begin AS isBefore, sum(quantity) AS quantity, sum(doses) AS doses
  FROM movement WHERE voided = 0 AND at < :end
  GROUP BY lot_id, kind, from_account, to_account, reason, at < :begin, quantity IS NULL, doses < 0`
const movementsOfLots = `
  SELECT ${movementColumns}, quantity, doses, movement.id AS recordId, at, created_at AS enteredAt,
    document_number AS documentNumber, note
  FROM json_each(:lots) AS asked CROSS JOIN movement ON movement.lot_id = asked.value
  WHERE voided = 0 AND at < :end ORDER BY at, created_stamp`
const givenSums = `
  SELECT lot_id AS lotId, given_on < :from AS isBefore, count(*) AS doses
  FROM dose INDEXED BY dose_from_lot_by_day WHERE lot_id IS NOT NULL AND voided = 0 AND given_on <= :to
  GROUP BY lot_id, given_on < :from`
const who =
  'coalesce((SELECT survivor_id FROM person_link WHERE person_link.person_id = dose.person_id), person_id)'
const givenOfLots = `
  SELECT dose.id AS recordId, lot_id AS lotId, ${who} AS personId, given_on AS "on",
    coalesce(taken_from, 'store') AS takenFrom, created_at AS enteredAt
  FROM json_each(:lots) AS asked CROSS JOIN dose INDEXED BY dose_by_lot ON dose.lot_id = asked.value
  WHERE voided = 0 AND given_on <= :to ORDER BY given_on, created_stamp`
const people = `
  SELECT lot_id AS lotId, count(DISTINCT ${who}) AS people
  FROM dose WHERE lot_id IS NOT NULL AND voided = 0 AND given_on BETWEEN :from AND :to GROUP BY lot_id`

/** The questions whose plans a test looks at: none may read the whole table of doses. */
export const reportStockQuestions = { movementSums, movementsOfLots, givenSums, givenOfLots, people }

export type ReportStockRepository = ReturnType<typeof createReportStockRepository>

/** Both sides of the ledger until the end of a period: movements by the day of Vietnam, doses by the day of injection. */
export function createReportStockRepository(db: Database) {
  const selectMovementSums = db.prepare<[Edges], MovementSums>(movementSums)
  const selectMovements = db.prepare<[{ readonly lots: string; readonly end: string }], MovementRow>(
    movementsOfLots,
  )
  const selectGivenSums = db.prepare<[Days], GivenSums>(givenSums)
  const selectGiven = db.prepare<[{ readonly lots: string; readonly to: string }], GivenRow>(givenOfLots)
  const selectPeople = db.prepare<[Days], { readonly lotId: string; readonly people: number }>(people)
  return {
    /** Entries of all lots, added up where a report cannot tell them apart. */
    grouped: (days: PeriodDays): readonly GroupedEntry[] => [
      ...selectMovementSums.all(edgesOf(days)).map(({ isBefore, ...row }) => ({
        ...movementEntry(row, isBefore === 1),
        lotId: row.lotId,
      })),
      ...selectGivenSums
        .all(days)
        .map(({ lotId, isBefore, doses }) => ({ ...givenEntry('store', doses, isBefore === 1), lotId })),
    ],
    /** Each entry of some lots, oldest first, movements before doses. */
    single: (lotIds: readonly string[], days: PeriodDays): readonly SingleEntry[] => {
      const lots = JSON.stringify(lotIds)
      const movements = selectMovements.all({ lots, end: edgesOf(days).end })
      return [
        ...movements.map(row => toSingle(row, days)),
        ...selectGiven.all({ lots, to: days.to }).map(row => ({
          ...givenEntry(row.takenFrom, 1, row.on < days.from),
          ...{ noun: 'dose' as const, recordId: row.recordId, lotId: row.lotId, personId: row.personId },
          ...{ on: row.on, enteredAt: row.enteredAt, documentNumber: null, note: null },
        })),
      ]
    },
    /** How many different people got a dose of each lot in the period. */
    people: (days: PeriodDays): ReadonlyMap<string, number> =>
      new Map(selectPeople.all(days).map(row => [row.lotId, row.people])),
  }
}

/** The first moment of a day in Vietnam, and of the day after the last one. */
function edgesOf({ from, to }: PeriodDays): Edges {
  const startMs = (on: CalendarDay) => Date.parse(`${on}T00:00:00+07:00`)
  return { begin: instantOf(startMs(from)), end: instantOf(startMs(to) + 86_400_000) }
}

function movementEntry(
  row: Pick<MovementSums, 'kind' | 'fromAccount' | 'toAccount' | 'quantity' | 'doses' | 'reason'>,
  isBefore: boolean,
): StockEntry {
  const { kind, fromAccount, toAccount, quantity, doses, reason } = row
  const named = {
    ...(fromAccount === null ? {} : { from: fromAccount }),
    ...(toAccount === null ? {} : { to: toAccount }),
    ...(quantity === null ? {} : { quantity }),
  }
  return { window: isBefore ? 'before' : 'within', kind, reason, ...accountsOf({ kind, doses, ...named }) }
}

function givenEntry(from: Account, quantity: number, isBefore: boolean): StockEntry {
  return { window: isBefore ? 'before' : 'within', kind: 'given', from, to: 'given', quantity, reason: null }
}

function toSingle(row: MovementRow, { from }: PeriodDays): SingleEntry {
  const on = vietnamDayOf(row.at)
  const { recordId, lotId, enteredAt, documentNumber, note } = row
  return {
    ...movementEntry(row, on < from),
    ...{ noun: 'movement', recordId, lotId, personId: null, on, enteredAt, documentNumber, note },
  }
}
