import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { Database } from './driver'
import { isListed } from './person-index'

/** Ids of people worth comparing with somebody of a list; each question is answered from one index, at most 100. */
export function createPersonMatches(db: Database) {
  const selectNamesakes = db
    .prepare<[string, string, string], string>(
      `SELECT id FROM person WHERE name_key = ? AND birth_date BETWEEN ? AND ? AND voided = 0 AND ${isListed}
       ORDER BY birth_date LIMIT 100`,
    )
    .pluck()
  const selectNameless = db
    .prepare<[string], string>(
      `SELECT id FROM person WHERE birth_date = ? AND name = '' AND voided = 0 AND ${isListed} LIMIT 100`,
    )
    .pluck()
  return {
    /** People of this folded name born between two days. */
    namesakes: (nameKey: string, from: CalendarDay, to: CalendarDay) =>
      selectNamesakes.all(nameKey, from, to) as string[],
    /** Newborns of a day who had no name yet. */
    nameless: (on: CalendarDay) => selectNameless.all(on) as string[],
  }
}
