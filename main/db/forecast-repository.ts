import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { KeptDose } from '../../src/domain/schedule/kept-forecast'
import type { Database } from './driver'
import { dueQuery } from './due-query'

/** What all kept forecasts rest on. They hold while their generation is this one. */
export type ForecastBasis = {
  readonly generation: number
  /** Of the schedule, the products, the antigens the point offers and the version of the application. */
  readonly fingerprint: string
  /** The newest day anything was computed on. */
  readonly day: CalendarDay
}

/** A person whose forecast no longer holds; `marks` tells later whether something was written meanwhile. */
export type Waiting = { readonly personId: string; readonly marks: number }

export type DueRow = {
  readonly personId: string
  readonly rowCode: string
  readonly doses: readonly KeptDose[]
}

export type ForecastRepository = ReturnType<typeof createForecastRepository>

/** Reads kept forecasts: what they rest on, who waits for a new one, what each still needs, who is due. */
export function createForecastRepository(db: Database) {
  const selectBasis = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'forecast-basis'").pluck()
  const selectRows = db.prepare<[string], { row_code: string; doses: string }>(
    'SELECT row_code, doses FROM forecast WHERE person_id = ?',
  )
  return {
    basis(): ForecastBasis | null {
      const text = selectBasis.get() as string | undefined
      return text === undefined ? null : (JSON.parse(text) as ForecastBasis)
    },
    /** What each of these persons still needs. */
    rowsOf: (personIds: readonly string[]): readonly DueRow[] =>
      personIds.flatMap(personId =>
        selectRows.all(personId).map(({ row_code, doses }) => ({
          personId,
          rowCode: row_code,
          doses: JSON.parse(doses) as readonly KeptDose[],
        })),
      ),
    ...waitingQuery(db),
    ...dueQuery(db),
  }
}

/** Who waits: those written about since, those of an earlier generation, and those whose day has come. */
function waitingQuery(db: Database) {
  // Two ranges of one index; an OR in one statement would read every row.
  const selectFew = db.prepare<[number, number, string, number], Waiting>(
    `SELECT person_id AS personId, marks FROM forecast_state WHERE generation < ?
     UNION ALL SELECT person_id, marks FROM forecast_state WHERE generation = ? AND renew_on <= ? LIMIT ?`,
  )
  const countWaiting = db
    .prepare<[number, number, string], number>(
      `SELECT (SELECT count(*) FROM forecast_state WHERE generation < ?)
       + (SELECT count(*) FROM forecast_state WHERE generation = ? AND renew_on <= ?)`,
    )
    .pluck()
  const selectNext = db.prepare<[string, number, string, number], Waiting>(
    `SELECT person_id AS personId, marks FROM forecast_state
     WHERE person_id > ? AND (generation < ? OR renew_on <= ?) ORDER BY person_id LIMIT ?`,
  )
  const selectMarked = db
    .prepare<[string], number>('SELECT 1 FROM forecast_state WHERE person_id = ? AND generation = 0')
    .pluck()
  return {
    /** Some of those who wait, at most `limit`. */
    few: ({ generation, day }: ForecastBasis, limit: number): readonly Waiting[] =>
      selectFew.all(generation, generation, day, limit),
    countWaiting: ({ generation, day }: ForecastBasis) =>
      countWaiting.get(generation, generation, day) as number,
    /** Those who wait after a person, in the order of ids. */
    next: ({ generation, day }: ForecastBasis, after: string, limit: number): readonly Waiting[] =>
      selectNext.all(after, generation, day, limit),
    /** Those of them about whom something was written since their forecast. */
    markedAmong: (personIds: readonly string[]) =>
      personIds.filter(personId => selectMarked.get(personId) !== undefined),
  }
}
