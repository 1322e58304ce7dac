import type { Migration } from '../migrate'

/** A new screening may hold a dose back or let it go: a forecast made before does not hold, nor that of the survivor of a merge. */
const marks = (['INSERT', 'UPDATE', 'DELETE'] as const).map(what => {
  const personId = `${what === 'DELETE' ? 'OLD' : 'NEW'}.person_id`
  return `
  CREATE TRIGGER screening_on_${what.toLowerCase()} AFTER ${what} ON screening BEGIN
    UPDATE forecast_state SET generation = 0, marks = marks + 1
      WHERE person_id IN (${personId}, (SELECT survivor_id FROM person_link WHERE person_id = ${personId}));
  END;`
})

/** Conclusions about single vaccines and consent. Screenings signed before this have neither. Decision 0018. */
export const screeningByVaccine: Migration = {
  version: 10,
  name: 'screening-by-vaccine',
  up(db) {
    db.exec(`
      ALTER TABLE screening ADD COLUMN per_vaccine TEXT NOT NULL DEFAULT 'null' CHECK (json_valid(per_vaccine));
      ALTER TABLE screening ADD COLUMN consent TEXT NOT NULL DEFAULT 'null' CHECK (json_valid(consent));
      ALTER TABLE screening ADD COLUMN mother_hbsag TEXT
        CHECK (mother_hbsag IN ('positive', 'negative', 'not-tested'))
    `)
    for (const mark of marks) db.exec(mark)
  },
}
