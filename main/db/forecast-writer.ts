import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { TallyLine } from '../../src/domain/report/tally'
import { type KeptRow, keptStatusOn } from '../../src/domain/schedule/kept-forecast'
import type { Database } from './driver'
import type { ForecastBasis } from './forecast-repository'
import { createTallyWriter } from './tally-writer'

/** The forecast of one person as of a day, ready to be kept. */
export type ComputedForecast = {
  readonly personId: string
  /** As read before the history was; another number now means that something was written since. */
  readonly marks: number
  readonly on: CalendarDay
  readonly rows: readonly KeptRow[]
  readonly dueOn: CalendarDay | null
  readonly overdueOn: CalendarDay | null
  readonly renewOn: CalendarDay | null
  readonly birthDate: CalendarDay
  readonly communeCode: string
  readonly hamlet: string
  /** What reports count of the person's doses. */
  readonly tally: readonly TallyLine[]
}

const states = { later: 0, due: 1, overdue: 2 } as const
/** Later than any day: never. */
const never = '9999-12-31'

export type ForecastWriter = ReturnType<typeof createForecastWriter>

/** Keeps forecasts. What has not changed is not written again. */
export function createForecastWriter(db: Database) {
  const upsertBasis = db.prepare<[string]>(
    "INSERT INTO meta VALUES ('forecast-basis', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  )
  const selectMarks = db
    .prepare<[string], number>('SELECT marks FROM forecast_state WHERE person_id = ?')
    .pluck()
  const updateState = db.prepare<(string | number | null)[]>(
    `UPDATE forecast_state SET generation = ?, renew_on = ?, state = ?, due_on = ?, overdue_on = ?, birth_date = ?,
       commune_code = ?, hamlet = ? WHERE person_id = ?`,
  )
  const writeRows = rowWriter(db)
  const keepTally = createTallyWriter(db)

  return {
    writeBasis: (basis: ForecastBasis) => void upsertBasis.run(JSON.stringify(basis)),
    /** How often something about a person was written; null for nobody. */
    marksOf: (personId: string) => (selectMarks.get(personId) as number | undefined) ?? null,
    /** Keeps a forecast, unless the history it was made from has changed since. */
    keep(computed: ComputedForecast, generation: number): void {
      const { personId, marks, on, dueOn, overdueOn, renewOn, birthDate, communeCode, hamlet } = computed
      if (selectMarks.get(personId) !== marks) return
      const state = states[keptStatusOn({ dueOn, overdueOn }, on)]
      const days = [generation, renewOn ?? never, state, dueOn, overdueOn]
      updateState.run(...days, birthDate, communeCode, hamlet, personId)
      writeRows(computed)
      keepTally(personId, computed.tally)
    },
  }
}

/** Keeps the rows of the matrix in which one person still needs something. */
function rowWriter(db: Database) {
  const selectRows = db
    .prepare<[string], unknown[]>(
      `SELECT row_code, doses, state, due_on, overdue_on, birth_date, commune_code, hamlet FROM forecast
       WHERE person_id = ?`,
    )
    .raw()
  const deleteRow = db.prepare<[string, string]>('DELETE FROM forecast WHERE person_id = ? AND row_code = ?')
  const upsertRow = db.prepare<unknown[]>(
    `INSERT INTO forecast (person_id, row_code, doses, state, due_on, overdue_on, birth_date, commune_code, hamlet)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET doses = excluded.doses, state = excluded.state,
       due_on = excluded.due_on, overdue_on = excluded.overdue_on, birth_date = excluded.birth_date,
       commune_code = excluded.commune_code, hamlet = excluded.hamlet`,
  )

  return function writeRows({ personId, on, rows, birthDate, communeCode, hamlet }: ComputedForecast): void {
    const before = new Map(selectRows.all(personId).map(row => [String(row[0]), JSON.stringify(row)]))
    for (const { rowCode, doses, dueOn, overdueOn } of rows) {
      const state = states[keptStatusOn({ dueOn, overdueOn }, on)]
      const row = [rowCode, JSON.stringify(doses), state, dueOn, overdueOn, birthDate, communeCode, hamlet]
      if (before.get(rowCode) !== JSON.stringify(row)) upsertRow.run(personId, ...row)
      before.delete(rowCode)
    }
    for (const rowCode of before.keys()) deleteRow.run(personId, rowCode)
  }
}
