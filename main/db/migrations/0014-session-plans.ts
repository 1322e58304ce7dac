import type { Migration } from '../migrate'

const stamps = `
    voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
    versions      INTEGER NOT NULL CHECK (versions > 0),
    created_stamp TEXT NOT NULL,
    changed_stamp TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    changed_at    TEXT NOT NULL`

const tables = `
  CREATE TABLE session_plan (
    id              TEXT PRIMARY KEY,
    on_day          TEXT NOT NULL CHECK (date(on_day) IS on_day),
    slots           TEXT NOT NULL CHECK (json_valid(slots)),
    next_session_on TEXT CHECK (date(next_session_on) IS next_session_on),
    held_vaccines   TEXT NOT NULL CHECK (json_valid(held_vaccines)),
    by_user_id      TEXT NOT NULL,
    by_name         TEXT NOT NULL,${stamps}
  ) STRICT;
  CREATE INDEX session_plan_by_day ON session_plan (on_day);
  CREATE TABLE invitation (
    id              TEXT PRIMARY KEY,
    plan_id         TEXT,
    person_id       TEXT NOT NULL,
    on_day          TEXT NOT NULL CHECK (date(on_day) IS on_day),
    slot            TEXT NOT NULL,
    time            TEXT,
    appointment_id  TEXT NOT NULL,
    origin          TEXT NOT NULL,
    doses           TEXT NOT NULL CHECK (json_valid(doses)),
    hamlet          TEXT NOT NULL,
    age_months      INTEGER NOT NULL,
    status          TEXT NOT NULL,
    removed_because TEXT,${stamps}
  ) STRICT;
  CREATE INDEX invitation_by_day ON invitation (on_day, person_id);
  CREATE INDEX invitation_by_person ON invitation (person_id, on_day);
  CREATE TABLE health_worker (
    id           TEXT PRIMARY KEY,
    commune_code TEXT NOT NULL,
    hamlet       TEXT NOT NULL,
    name         TEXT NOT NULL,
    phone        TEXT,
    active       INTEGER NOT NULL CHECK (active IN (0, 1)),${stamps}
  ) STRICT;
`

/** A plan takes the youngest first, whatever the size of the register. */
const youngestFirst = `
  CREATE INDEX forecast_state_by_age ON forecast_state (birth_date, due_on, overdue_on, commune_code, hamlet, person_id)
    WHERE due_on IS NOT NULL;
`

/** Plans of sessions, who is invited, and the health worker of each hamlet. Decision 0019. */
export const sessionPlans: Migration = {
  version: 14,
  name: 'session-plans',
  up(db) {
    for (const part of [tables, youngestFirst]) db.exec(part)
  },
}
