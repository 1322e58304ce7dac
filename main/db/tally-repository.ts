import type { CalendarDay, Instant } from '../../src/domain/calendar/calendar-day'
import type { Programme } from '../../src/domain/immunization/dose'
import type { Sex } from '../../src/domain/person/person'
import type { FactDims } from '../../src/domain/report/report-fact'
import type { PeriodDays } from '../../src/domain/report/report-period'
import type { Database } from './driver'

/** What a number of `tally_dims` stands for: a fact for each antigen the dose was judged for. */
export type DimsFact = Omit<FactDims, 'month'>

/** `dose_tally`, or `person_tally`: what came true about somebody by their doses. */
export type TallyKind = 'dose' | 'person'

/** Number of `tally_dims`, and how many are so. */
export type TallyGroup = readonly [number, number]

/** One dose, or one person, behind a group. */
export type TallyRow = {
  readonly recordId: string
  readonly personId: string
  readonly on: CalendarDay
  readonly enteredAt: Instant
}

export type TallyRepository = ReturnType<typeof createTallyRepository>

/** Reads what reports count of doses. A dose of which only the month is known is of no single day. */
export function createTallyRepository(db: Database) {
  const of = { dose: linesReader(db, doseLines), person: linesReader(db, personLines) }
  return {
    /** How many there are of each kind in a month. */
    groups: (kind: TallyKind, month: string): readonly TallyGroup[] => of[kind].groups.all(month),
    /** … on days of one month. */
    groupsOfDays: (kind: TallyKind, { from, to }: PeriodDays): readonly TallyGroup[] =>
      of[kind].groupsOfDays.all(from.slice(0, 7), from, to),
    ...dimsReader(db),
    rows: (kind: TallyKind, month: string, dimsId: number): readonly TallyRow[] =>
      of[kind].rows.all(month, dimsId),
    rowsOfDays: (kind: TallyKind, { from, to }: PeriodDays, dimsId: number): readonly TallyRow[] =>
      of[kind].rowsOfDays.all(from.slice(0, 7), dimsId, from, to),
  }
}

/** `exact`: leaves out what is not known to the day. */
const doseLines = {
  from: 'dose_tally AS line',
  joined: 'dose_tally AS line CROSS JOIN dose AS it ON it.id = line.dose_id',
  on: 'line.given_on',
  recordId: 'line.dose_id',
  exact: 'it.given_on_accuracy IS NULL',
}
/** The day is that of a dose that may be known to the month alone: then it is the first. */
const personLines = {
  from: 'person_tally AS line',
  joined: 'person_tally AS line CROSS JOIN person AS it ON it.id = line.person_id',
  on: 'line.on_day',
  recordId: 'line.person_id',
  exact: '1',
}

function linesReader(db: Database, { from, joined, on, recordId, exact }: typeof doseLines) {
  const days = `${on} BETWEEN ? AND ? AND ${exact}`
  const row = `SELECT ${recordId} AS recordId, line.person_id AS personId, ${on} AS "on", it.created_at AS enteredAt
    FROM ${joined} WHERE line.month = ? AND line.dims_id = ?`
  return {
    groups: db
      .prepare<[string], [number, number]>(
        `SELECT dims_id, count(*) FROM ${from} WHERE month = ? GROUP BY dims_id`,
      )
      .raw(),
    groupsOfDays: db
      .prepare<[string, string, string], [number, number]>(
        `SELECT dims_id, count(*) FROM ${joined} WHERE line.month = ? AND ${days} GROUP BY dims_id`,
      )
      .raw(),
    rows: db.prepare<[string, number], TallyRow>(row),
    rowsOfDays: db.prepare<[string, number, string, string], TallyRow>(`${row} AND ${days}`),
  }
}

type Dims = readonly [
  id: number,
  antigen: string,
  fact: 'dose' | 'fully-immunised',
  isHere: number,
  communeCode: string,
  isResident: number,
  sex: Sex,
  ageMonths: number,
  programme: Programme | '',
  vaccineCode: string,
  rowCode: string,
  isLead: number,
  number: number,
  status: NonNullable<FactDims['status']>,
  detail: string,
]
const dimsColumns = `id, antigen, fact, is_here, commune_code, is_resident, sex, age_months, programme, vaccine_code, row_code,
  is_lead, number, status, detail`

/** What a number stands for, for ever: it is a hash of it. */
function dimsReader(db: Database) {
  const select = db.prepare<[number], Dims>(`SELECT ${dimsColumns} FROM tally_dims WHERE id = ?`).raw()
  const selectAll = db.prepare<[], Dims>(`SELECT ${dimsColumns} FROM tally_dims`).raw()
  const known = new Map<number, readonly DimsFact[]>()
  return {
    dims(id: number): readonly DimsFact[] {
      const found = known.get(id)
      if (found) return found
      const facts = select.all(id).map(toFact)
      // A number that stands for nothing yet may be written later.
      if (facts.length > 0) known.set(id, facts)
      return facts
    },
    /** Reads what all numbers stand for, in one go. */
    readAllDims(): void {
      let id: number | null = null
      let facts: DimsFact[] = []
      for (const row of selectAll.iterate()) {
        if (row[0] !== id) {
          facts = []
          id = row[0]
          known.set(id, facts)
        }
        facts.push(toFact(row))
      }
    },
  }
}

function toFact(row: Dims): DimsFact {
  const [, antigen, fact, here, communeCode, resident, sex, ageMonths, programme, vaccineCode, rowCode] = row
  const [, , , , , , , , , , , isLead, number, status, detail] = row
  return {
    fact,
    place: here === 1 ? 'here' : 'elsewhere',
    communeCode,
    isResident: resident === 1,
    sex,
    ageMonths,
    programme: programme === '' ? null : programme,
    vaccineCode,
    rowCode,
    antigen,
    isLead: isLead === 1,
    number: number === 0 ? null : number,
    status,
    detail,
  }
}
