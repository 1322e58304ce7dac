import type { Migration } from '../migrate'

/** A dose that was put off is held back until its day: a forecast made before does not hold, nor that of the survivor of a merge. */
const marks = (['INSERT', 'UPDATE', 'DELETE'] as const).map(what => {
  const personId = `${what === 'DELETE' ? 'OLD' : 'NEW'}.person_id`
  return `
  CREATE TRIGGER not_given_on_${what.toLowerCase()} AFTER ${what} ON not_given BEGIN
    UPDATE forecast_state SET generation = 0, marks = marks + 1
      WHERE person_id IN (${personId}, (SELECT survivor_id FROM person_link WHERE person_id = ${personId}));
  END;`
})

/** What the vaccinator put off reaches the kept forecasts, what was put off before this too. Decision 0021. */
export const deferredDoses: Migration = {
  version: 18,
  name: 'deferred-doses',
  up(db) {
    for (const mark of marks) db.exec(mark)
    db.exec(`
      UPDATE forecast_state SET generation = 0, marks = marks + 1 WHERE person_id IN (
        SELECT person_id FROM not_given UNION
        SELECT survivor_id FROM person_link WHERE person_id IN (SELECT person_id FROM not_given))
    `)
  },
}
