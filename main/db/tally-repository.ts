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
    dims: dimsReader(db),
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

type DimsColumns = {
  readonly antigen: string
  readonly fact: 'dose' | 'fully-immunised'
  readonly is_here: number
  readonly commune_code: string
  readonly is_resident: number
  readonly sex: Sex
  readonly age_months: number
  readonly programme: Programme | ''
  readonly vaccine_code: string
  readonly row_code: string
  readonly is_lead: number
  readonly number: number
  readonly status: NonNullable<FactDims['status']>
  readonly detail: string
}

/** What a number stands for, for ever: it is a hash of it. */
function dimsReader(db: Database): (id: number) => readonly DimsFact[] {
  const select = db.prepare<[number], DimsColumns>('SELECT * FROM tally_dims WHERE id = ?')
  const known = new Map<number, readonly DimsFact[]>()
  return id => {
    const found = known.get(id)
    if (found) return found
    const facts = select.all(id).map(toFact)
    // A number that stands for nothing yet may be written later.
    if (facts.length > 0) known.set(id, facts)
    return facts
  }
}

function toFact(row: DimsColumns): DimsFact {
  return {
    fact: row.fact,
    place: row.is_here === 1 ? 'here' : 'elsewhere',
    communeCode: row.commune_code,
    isResident: row.is_resident === 1,
    sex: row.sex,
    ageMonths: row.age_months,
    programme: row.programme === '' ? null : row.programme,
    vaccineCode: row.vaccine_code,
    rowCode: row.row_code,
    antigen: row.antigen,
    isLead: row.is_lead === 1,
    number: row.number === 0 ? null : row.number,
    status: row.status,
    detail: row.detail,
  }
}
