import type { Migration } from '../migrate'

/** A dose copied from a card may be dated to a month or a year only. Doses recorded before this had their day. */
export const doseDateAccuracy: Migration = {
  version: 2,
  name: 'dose-date-accuracy',
  up(db) {
    db.exec(`
      ALTER TABLE dose ADD COLUMN given_on_accuracy TEXT CHECK (given_on_accuracy IN ('month', 'year'))
    `)
  },
}
