import type { CalendarDay, Instant } from '../../src/domain/calendar/calendar-day'
import type { Programme } from '../../src/domain/immunization/dose'
import type { Sex } from '../../src/domain/person/person'
import type { FactDims } from '../../src/domain/report/report-fact'
import type { PeriodDays } from '../../src/domain/report/report-period'
import type { Database } from './driver'

/** What a number of `tally_dims` stands for: a fact for each antigen the dose was judged for. */
export type DimsFact = Omit<FactDims, 'month'>

/** One dose behind a group. */
export type TallyRow = {
  readonly dimsId: number
  readonly doseId: string
  readonly personId: string
  readonly on: CalendarDay
  readonly enteredAt: Instant
}

type DimsColumns = {
  readonly id: number
  readonly antigen: string
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

export type TallyRepository = ReturnType<typeof createTallyRepository>

/** Reads what reports count of doses. A dose of which only the month is known is of no single day. */
export function createTallyRepository(db: Database) {
  const selectGroups = db
    .prepare<[string], [number, number]>(
      'SELECT dims_id, count(*) FROM dose_tally WHERE month = ? GROUP BY dims_id',
    )
    .raw()
  const selectGroupsOfDays = db
    .prepare<[string, string, string], [number, number]>(
      `SELECT dims_id, count(*) FROM dose_tally CROSS JOIN dose ON dose.id = dose_id
       WHERE month = ? AND dose_tally.given_on BETWEEN ? AND ? AND given_on_accuracy IS NULL GROUP BY dims_id`,
    )
    .raw()
  const selectDims = db.prepare<[number], DimsColumns>('SELECT * FROM tally_dims WHERE id = ?')
  const named = `SELECT dims_id AS dimsId, dose_id AS doseId, dose_tally.person_id AS personId, dose_tally.given_on AS "on",
    created_at AS enteredAt FROM dose_tally CROSS JOIN dose ON dose.id = dose_id`
  const selectRows = db.prepare<[string, number], TallyRow>(`${named} WHERE month = ? AND dims_id = ?`)
  const selectRowsOfDays = db.prepare<[string, number, string, string], TallyRow>(
    `${named} WHERE month = ? AND dims_id = ? AND dose_tally.given_on BETWEEN ? AND ? AND given_on_accuracy IS NULL`,
  )
  const known = new Map<number, readonly DimsFact[]>()
  return {
    /** How many doses of each kind were given in a month: number of `tally_dims`, doses. */
    groups: (month: string): readonly (readonly [number, number])[] => selectGroups.all(month),
    /** … on days of one month. */
    groupsOfDays: ({ from, to }: PeriodDays): readonly (readonly [number, number])[] =>
      selectGroupsOfDays.all(from.slice(0, 7), from, to),
    /** What a number stands for, for ever: it is a hash of it. */
    dims(id: number): readonly DimsFact[] {
      const found = known.get(id)
      if (found) return found
      const facts = selectDims.all(id).map(toFact)
      if (facts.length > 0) known.set(id, facts)
      return facts
    },
    rows: (month: string, dimsId: number): readonly TallyRow[] => selectRows.all(month, dimsId),
    rowsOfDays: ({ from, to }: PeriodDays, dimsId: number): readonly TallyRow[] =>
      selectRowsOfDays.all(from.slice(0, 7), dimsId, from, to),
  }
}

function toFact(row: DimsColumns): DimsFact {
  return {
    fact: 'dose',
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
