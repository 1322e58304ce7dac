import type { Migration } from '../migrate'

/** Decisions of the register doctor, and what it found: derived, of this PC alone (decision 0044). */
const registerDoctor = `
  CREATE TABLE finding_decision (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    code TEXT NOT NULL,
    key TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_user_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    voided INTEGER NOT NULL CHECK (voided IN (0, 1)),
    versions INTEGER NOT NULL CHECK (versions > 0),
    created_stamp TEXT NOT NULL,
    changed_stamp TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX finding_decision_by_key ON finding_decision (key) WHERE voided = 0;
  CREATE INDEX finding_decision_by_person ON finding_decision (person_id);
  CREATE TABLE register_finding (
    key       TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,
    severity  TEXT NOT NULL CHECK (severity IN ('wrong', 'look')),
    code      TEXT NOT NULL,
    person_id TEXT NOT NULL,
    finding   TEXT NOT NULL CHECK (json_valid(finding)),
    is_found  INTEGER NOT NULL CHECK (is_found IN (0, 1))
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX register_finding_by_kind ON register_finding (kind, severity DESC, code, person_id);
  CREATE TABLE register_finding_person (
    person_id TEXT NOT NULL,
    key       TEXT NOT NULL,
    PRIMARY KEY (person_id, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX register_finding_person_by_key ON register_finding_person (key);
`

/**
 * Reports, difficulties and how the point stands. `dose_tally`: one row a dose, under everything a form may ask of it, so that
 * counting is walking along one index. `month` is `2026-00` where only the year is known. `tally_dims`: what one number stands
 * for, a row for each antigen a dose was judged for (`antigen` empty: for none; `number` 0: none). The number is a hash of these rows:
 * equal doses have equal numbers on every PC. `person_tally`: the
 * same for what comes true about a person by their doses (all of a list given). Derived, of this PC alone, kept with the forecast of its person
 * (decision 0040).
 * `supervised`: what the points below sent up, as the province's server holds it; of this PC alone (decision 0045).
 */
export const reports: Migration = {
  version: 30,
  name: 'reports',
  up(db) {
    db.exec(registerDoctor)
    db.exec(`
      CREATE TABLE report (
        id TEXT PRIMARY KEY,
        form_id TEXT NOT NULL,
        period TEXT NOT NULL,
        basis TEXT NOT NULL,
        form_version TEXT NOT NULL,
        version INTEGER NOT NULL,
        amends TEXT,
        amend_reason TEXT,
        state TEXT NOT NULL,
        entered TEXT NOT NULL,
        findings TEXT NOT NULL,
        counted TEXT NOT NULL,
        frozen_names TEXT NOT NULL,
        made_by_user_id TEXT,
        checked_by_name TEXT,
        checked_at TEXT,
        signed_by_name TEXT,
        signed_at TEXT,
        sent_at TEXT,
        sent_by TEXT,
        answered_at TEXT,
        answer TEXT,
        voided INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions INTEGER NOT NULL CHECK (versions > 0),
        created_stamp TEXT NOT NULL,
        changed_stamp TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX report_by_form ON report (form_id, period);
      CREATE TABLE difficulty (
        id TEXT PRIMARY KEY,
        theme TEXT NOT NULL,
        text TEXT NOT NULL,
        proposal TEXT,
        screen TEXT NOT NULL,
        picture TEXT,
        log TEXT NOT NULL,
        app_version TEXT NOT NULL,
        written_by_user_id TEXT NOT NULL,
        written_by_name TEXT NOT NULL,
        written_at TEXT NOT NULL,
        state TEXT NOT NULL,
        answer TEXT,
        answered_by_name TEXT,
        answered_at TEXT,
        voided INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions INTEGER NOT NULL CHECK (versions > 0),
        created_stamp TEXT NOT NULL,
        changed_stamp TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL
      ) STRICT;
      CREATE TABLE point_status (
        id TEXT PRIMARY KEY,
        on_day TEXT NOT NULL,
        at TEXT NOT NULL,
        app_version TEXT NOT NULL,
        computer TEXT NOT NULL,
        printer TEXT NOT NULL,
        internet TEXT NOT NULL,
        power TEXT NOT NULL,
        internet_kind TEXT,
        accounts INTEGER NOT NULL,
        trained_staff INTEGER,
        started_on TEXT,
        people INTEGER NOT NULL,
        infants INTEGER NOT NULL,
        births INTEGER,
        doses INTEGER NOT NULL,
        doses_on_paper INTEGER,
        suspected_duplicates INTEGER NOT NULL,
        has_stock INTEGER NOT NULL CHECK (has_stock IN (0, 1)),
        reports_due INTEGER NOT NULL,
        reports_late INTEGER NOT NULL,
        open_difficulties INTEGER NOT NULL,
        oldest_unsent_at TEXT,
        last_supervised_on TEXT,
        answered_at TEXT,
        voided INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions INTEGER NOT NULL CHECK (versions > 0),
        created_stamp TEXT NOT NULL,
        changed_stamp TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX point_status_by_day ON point_status (on_day);
      CREATE TABLE supervisor_answer (
        id TEXT PRIMARY KEY,
        about TEXT NOT NULL CHECK (about IN ('report', 'difficulty')),
        about_id TEXT NOT NULL,
        point_id TEXT NOT NULL,
        verdict TEXT NOT NULL,
        text TEXT,
        by_user_id TEXT NOT NULL,
        by_name TEXT NOT NULL,
        at TEXT NOT NULL,
        voided INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions INTEGER NOT NULL CHECK (versions > 0),
        created_stamp TEXT NOT NULL,
        changed_stamp TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX supervisor_answer_by_about ON supervisor_answer (about_id);
      CREATE TABLE supervised (
        resource     TEXT PRIMARY KEY,
        kind         TEXT NOT NULL CHECK (kind IN ('point', 'status', 'report', 'difficulty', 'answer')),
        record_id    TEXT NOT NULL,
        point        TEXT NOT NULL,
        period       TEXT NOT NULL,
        version_id   TEXT NOT NULL,
        last_updated TEXT NOT NULL,
        value        TEXT NOT NULL
      ) STRICT;
      CREATE INDEX supervised_by_kind ON supervised (kind, period);
      CREATE INDEX supervised_by_record ON supervised (record_id);
      CREATE TABLE tally_dims (
        id           INTEGER NOT NULL,
        antigen      TEXT NOT NULL,
        fact         TEXT NOT NULL,
        is_here      INTEGER NOT NULL CHECK (is_here IN (0, 1)),
        commune_code TEXT NOT NULL,
        is_resident  INTEGER NOT NULL CHECK (is_resident IN (0, 1)),
        sex          TEXT NOT NULL,
        age_months   INTEGER NOT NULL,
        programme    TEXT NOT NULL,
        vaccine_code TEXT NOT NULL,
        row_code     TEXT NOT NULL,
        is_lead      INTEGER NOT NULL CHECK (is_lead IN (0, 1)),
        number       INTEGER NOT NULL,
        status       TEXT NOT NULL,
        detail       TEXT NOT NULL,
        PRIMARY KEY (id, antigen)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE dose_tally (
        month     TEXT NOT NULL,
        dims_id   INTEGER NOT NULL,
        given_on  TEXT NOT NULL,
        dose_id   TEXT NOT NULL,
        person_id TEXT NOT NULL,
        PRIMARY KEY (month, dims_id, given_on, dose_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX dose_tally_by_person ON dose_tally (person_id);
      CREATE TABLE person_tally (
        month     TEXT NOT NULL,
        dims_id   INTEGER NOT NULL,
        on_day    TEXT NOT NULL,
        person_id TEXT NOT NULL,
        PRIMARY KEY (month, dims_id, on_day, person_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX person_tally_by_person ON person_tally (person_id);
      CREATE TRIGGER person_tally_removed AFTER DELETE ON person BEGIN
        DELETE FROM dose_tally WHERE person_id = OLD.id;
        DELETE FROM person_tally WHERE person_id = OLD.id;
      END;
      CREATE INDEX reaction_by_onset ON reaction (onset_at);
      UPDATE forecast_state SET generation = 0, marks = marks + 1;
    `)
  },
}
