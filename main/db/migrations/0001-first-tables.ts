import type { Migration } from '../migrate'

const journal = `
  CREATE TABLE journal (
    station_id TEXT NOT NULL,
    seq        INTEGER NOT NULL CHECK (seq > 0),
    id         TEXT NOT NULL UNIQUE,
    stamp      TEXT NOT NULL UNIQUE,
    at         TEXT NOT NULL,
    user_id    TEXT,
    noun       TEXT NOT NULL,
    record_id  TEXT NOT NULL,
    verb       TEXT NOT NULL CHECK (verb IN ('recorded', 'updated', 'corrected', 'voided')),
    body       TEXT NOT NULL CHECK (json_valid(body)),
    reason     TEXT CHECK (verb NOT IN ('corrected', 'voided') OR length(reason) > 0),
    supersedes TEXT,
    request_id TEXT,
    prev_hash  TEXT NOT NULL,
    hash       TEXT NOT NULL,
    PRIMARY KEY (station_id, seq)
  ) STRICT;
  CREATE INDEX journal_by_record ON journal (record_id, stamp);
  CREATE TRIGGER journal_is_append_only BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER journal_keeps_all BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
`

/** Columns every projected table has: what the fold knows besides the record itself. */
const stamps = `
    voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
    versions      INTEGER NOT NULL CHECK (versions > 0),
    created_stamp TEXT NOT NULL,
    changed_stamp TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    changed_at    TEXT NOT NULL`
const day = (column: string) => `${column} TEXT CHECK (date(${column}) IS ${column})`
const json = (column: string) => `${column} TEXT NOT NULL CHECK (json_valid(${column}))`

const place = `
  CREATE TABLE point (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, code TEXT, kind TEXT NOT NULL, ${json('address')}, phone TEXT,
    ${json('offered_antigens')},${stamps}
  ) STRICT;
  CREATE TABLE station (id TEXT PRIMARY KEY, name TEXT NOT NULL, number INTEGER NOT NULL,${stamps}) STRICT;
  CREATE TABLE user (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, ${json('pin')},
    active INTEGER NOT NULL CHECK (active IN (0, 1)),${stamps}
  ) STRICT;
`

/** `doc` ties a person to its words; a rowid without a name of its own may change when the file is vacuumed. */
const people = `
  CREATE TABLE person (
    doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL, ${day('birth_date')} NOT NULL, birth_time TEXT,
    sex TEXT NOT NULL, ethnic_group_code TEXT, nationality_code TEXT, blood_group TEXT, phone TEXT,
    ${json('identifiers')}, ${json('addresses')}, ${json('relatives')}, ${json('alerts')},
    protected_at_birth INTEGER, gestation_weeks INTEGER, birth_weight_g INTEGER, note TEXT,
    name_key TEXT NOT NULL, given_key TEXT NOT NULL, commune_code TEXT, hamlet TEXT,${stamps}
  ) STRICT;
  CREATE INDEX person_by_name_key ON person (name_key, birth_date);
  CREATE INDEX person_by_given_key ON person (given_key, birth_date);
  CREATE INDEX person_by_birth_date ON person (birth_date);
  CREATE INDEX person_by_birth_month_day ON person (substr(birth_date, 6));
  CREATE INDEX person_by_changed ON person (changed_stamp);
  CREATE INDEX person_by_voided ON person (voided);
  CREATE TABLE person_identifier (
    person_id TEXT NOT NULL, system TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (system, value, person_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX person_identifier_by_value ON person_identifier (value);
  CREATE INDEX person_identifier_by_person ON person_identifier (person_id);
  CREATE TABLE person_phone (
    digits_reversed TEXT NOT NULL, person_id TEXT NOT NULL, PRIMARY KEY (digits_reversed, person_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX person_phone_by_person ON person_phone (person_id);
  CREATE VIRTUAL TABLE person_words USING fts5 (
    name, relatives, place, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
  );
`

const care = `
  CREATE TABLE dose (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, visit_id TEXT, kind TEXT NOT NULL, vaccine_code TEXT NOT NULL,
    lot_id TEXT, lot_number TEXT, ${day('lot_expires_on')}, ${day('given_on')} NOT NULL, given_at TEXT,
    stated_number INTEGER, site TEXT, route TEXT, volume_ml REAL, programme TEXT NOT NULL, given_by_user_id TEXT,
    given_by_name TEXT, place_name TEXT, ${json('overrides')}, note TEXT,${stamps}
  ) STRICT;
  CREATE INDEX dose_by_person ON dose (person_id, given_on);
  CREATE INDEX dose_by_lot ON dose (lot_id) WHERE lot_id IS NOT NULL AND voided = 0;
  CREATE INDEX dose_by_visit ON dose (visit_id) WHERE visit_id IS NOT NULL;
  CREATE TABLE visit (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, ${day('session_on')} NOT NULL, ticket INTEGER NOT NULL,
    stage TEXT NOT NULL, opened_at TEXT NOT NULL, screened_at TEXT, injected_at TEXT,
    observation_minutes INTEGER NOT NULL, closed_at TEXT, outcome TEXT, outcome_note TEXT,${stamps}
  ) STRICT;
  CREATE INDEX visit_by_session ON visit (session_on, ticket);
  CREATE INDEX visit_by_person ON visit (person_id, session_on);
  CREATE TABLE screening (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, visit_id TEXT NOT NULL, form_id TEXT NOT NULL,
    form_version TEXT NOT NULL, temperature_c REAL NOT NULL, weight_kg REAL, ${json('answers')},
    proposed TEXT NOT NULL, concluded TEXT NOT NULL, differs_because TEXT, signed_by_user_id TEXT NOT NULL,
    signed_by_name TEXT NOT NULL, signed_at TEXT NOT NULL,${stamps}
  ) STRICT;
  CREATE INDEX screening_by_visit ON screening (visit_id);
  CREATE INDEX screening_by_person ON screening (person_id);
  CREATE TABLE appointment (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, on_day TEXT NOT NULL CHECK (date(on_day) IS on_day),
    slot TEXT NOT NULL, time TEXT, ${json('labels')}, status TEXT NOT NULL,${stamps}
  ) STRICT;
  CREATE INDEX appointment_by_day ON appointment (on_day, status);
  CREATE INDEX appointment_by_person ON appointment (person_id, on_day);
  CREATE TABLE reaction (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, visit_id TEXT, ${json('dose_ids')}, kind TEXT NOT NULL,
    ${json('signs')}, onset_at TEXT NOT NULL, temperature_c REAL, treatment TEXT, outcome TEXT NOT NULL, note TEXT,${stamps}
  ) STRICT;
  CREATE INDEX reaction_by_visit ON reaction (visit_id);
  CREATE INDEX reaction_by_person ON reaction (person_id);
`

const stockAndPaper = `
  CREATE TABLE lot (
    id TEXT PRIMARY KEY, vaccine_code TEXT NOT NULL, number TEXT NOT NULL, ${day('expires_on')} NOT NULL,
    manufacturer TEXT, programme TEXT NOT NULL, status TEXT NOT NULL, status_reason TEXT, diluent_lot TEXT,
    ${day('diluent_expires_on')},${stamps}
  ) STRICT;
  CREATE INDEX lot_by_vaccine ON lot (vaccine_code, expires_on);
  CREATE TABLE movement (
    id TEXT PRIMARY KEY, lot_id TEXT NOT NULL, kind TEXT NOT NULL, doses INTEGER NOT NULL, at TEXT NOT NULL, note TEXT,${stamps}
  ) STRICT;
  CREATE INDEX movement_by_lot ON movement (lot_id, doses) WHERE voided = 0;
  CREATE TABLE document (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, person_id TEXT, printer_name TEXT NOT NULL, job_id TEXT NOT NULL,
    reprint INTEGER NOT NULL, printed_at TEXT NOT NULL,${stamps}
  ) STRICT;
  CREATE INDEX document_by_person ON document (person_id);
`

/** Tables of this PC alone: never sent, not part of what the journal adds up to. */
const local = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
  CREATE TABLE request (
    id TEXT PRIMARY KEY, call TEXT NOT NULL, digest TEXT NOT NULL, answer TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE sign_in_failure (user_id TEXT NOT NULL, at TEXT NOT NULL) STRICT;
  CREATE TABLE printer (id TEXT PRIMARY KEY, settings TEXT NOT NULL CHECK (json_valid(settings))) STRICT;
  CREATE TABLE print_job (
    id TEXT PRIMARY KEY, requested_at TEXT NOT NULL, state TEXT NOT NULL, job TEXT NOT NULL CHECK (json_valid(job))
  ) STRICT;
  CREATE INDEX print_job_by_time ON print_job (requested_at);
`

/** The house from day one: the journal, the tables it adds up to, and what belongs to this PC alone. */
export const firstTables: Migration = {
  version: 1,
  name: 'first-tables',
  up(db) {
    for (const part of [journal, place, people, care, stockAndPaper, local]) db.exec(part)
  },
}
