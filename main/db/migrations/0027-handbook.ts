import type { Migration } from '../migrate'

/** The mother-and-child handbook: pregnancy, birth, the weeks after it, the child. Decision 0033. */
export const handbook: Migration = {
  version: 27,
  name: 'handbook',
  up(db) {
    db.exec(`
      CREATE TABLE pregnancy (
        id               TEXT PRIMARY KEY,
        person_id        TEXT NOT NULL,
        enrolled_on      TEXT NOT NULL,
        last_period_on   TEXT,
        last_period_sure INTEGER CHECK (last_period_sure IN (0, 1)),
        scan             TEXT NOT NULL,
        stated_due_on    TEXT,
        gravida          INTEGER,
        para             TEXT NOT NULL,
        height_cm        REAL,
        weight_before_kg REAL,
        fetuses          INTEGER,
        risk_codes       TEXT NOT NULL,
        risk_note        TEXT,
        birth_plan       TEXT NOT NULL,
        outcome          TEXT,
        ended_on         TEXT,
        note             TEXT,
        by_user_id       TEXT,
        by_name          TEXT,
        voided           INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions         INTEGER NOT NULL CHECK (versions > 0),
        created_stamp    TEXT NOT NULL,
        changed_stamp    TEXT NOT NULL,
        created_at       TEXT NOT NULL,
        changed_at       TEXT NOT NULL
      ) STRICT;
      CREATE INDEX pregnancy_by_person ON pregnancy (person_id);
      CREATE INDEX pregnancy_by_day ON pregnancy (enrolled_on);
      CREATE INDEX pregnancy_open ON pregnancy (enrolled_on) WHERE voided = 0 AND outcome IS NULL;
      CREATE TABLE antenatal_visit (
        id                  TEXT PRIMARY KEY,
        person_id           TEXT NOT NULL,
        pregnancy_id        TEXT NOT NULL,
        visited_on          TEXT NOT NULL,
        place_name          TEXT,
        weight_kg           REAL,
        systolic            INTEGER,
        diastolic           INTEGER,
        oedema              INTEGER CHECK (oedema IN (0, 1)),
        fundal_height_cm    REAL,
        abdominal_girth_cm  REAL,
        fetal_heart_rates   TEXT NOT NULL,
        presentation        TEXT,
        urine_protein       TEXT,
        haemoglobin         REAL,
        tests               TEXT NOT NULL,
        scan                TEXT NOT NULL,
        iron_folate_tablets INTEGER,
        danger_signs        TEXT NOT NULL,
        diagnosis           TEXT,
        advice              TEXT,
        referred_to         TEXT,
        next_visit_on       TEXT,
        by_user_id          TEXT,
        by_name             TEXT,
        voided              INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions            INTEGER NOT NULL CHECK (versions > 0),
        created_stamp       TEXT NOT NULL,
        changed_stamp       TEXT NOT NULL,
        created_at          TEXT NOT NULL,
        changed_at          TEXT NOT NULL
      ) STRICT;
      CREATE INDEX antenatal_visit_by_person ON antenatal_visit (person_id);
      CREATE INDEX antenatal_visit_by_pregnancy ON antenatal_visit (pregnancy_id);
      CREATE INDEX antenatal_visit_by_day ON antenatal_visit (visited_on);
      CREATE TABLE birth (
        id              TEXT PRIMARY KEY,
        person_id       TEXT NOT NULL,
        pregnancy_id    TEXT,
        born_on         TEXT NOT NULL,
        place           TEXT NOT NULL,
        place_name      TEXT,
        mode            TEXT NOT NULL,
        attendant       TEXT,
        attendant_name  TEXT,
        gestation_weeks INTEGER,
        gestation_days  INTEGER,
        blood_loss_ml   INTEGER,
        complications   TEXT NOT NULL,
        mother_state    TEXT NOT NULL,
        note            TEXT,
        by_user_id      TEXT,
        by_name         TEXT,
        voided          INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions        INTEGER NOT NULL CHECK (versions > 0),
        created_stamp   TEXT NOT NULL,
        changed_stamp   TEXT NOT NULL,
        created_at      TEXT NOT NULL,
        changed_at      TEXT NOT NULL
      ) STRICT;
      CREATE INDEX birth_by_person ON birth (person_id);
      CREATE INDEX birth_by_pregnancy ON birth (pregnancy_id);
      CREATE INDEX birth_by_day ON birth (born_on);
      CREATE TABLE newborn (
        id                    TEXT PRIMARY KEY,
        birth_id              TEXT NOT NULL,
        person_id             TEXT,
        birth_order           INTEGER NOT NULL,
        born_on               TEXT NOT NULL,
        born_at               TEXT,
        alive                 INTEGER NOT NULL CHECK (alive IN (0, 1)),
        sex                   TEXT NOT NULL,
        weight_g              INTEGER,
        length_cm             REAL,
        head_cm               REAL,
        apgar1                INTEGER,
        apgar5                INTEGER,
        apgar10               INTEGER,
        cried_at_once         INTEGER CHECK (cried_at_once IN (0, 1)),
        skin_to_skin          INTEGER CHECK (skin_to_skin IN (0, 1)),
        breastfed_within_hour INTEGER CHECK (breastfed_within_hour IN (0, 1)),
        vitamin_k             INTEGER CHECK (vitamin_k IN (0, 1)),
        eye_care              INTEGER CHECK (eye_care IN (0, 1)),
        defects               TEXT,
        screenings            TEXT NOT NULL,
        note                  TEXT,
        by_user_id            TEXT,
        by_name               TEXT,
        voided                INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions              INTEGER NOT NULL CHECK (versions > 0),
        created_stamp         TEXT NOT NULL,
        changed_stamp         TEXT NOT NULL,
        created_at            TEXT NOT NULL,
        changed_at            TEXT NOT NULL
      ) STRICT;
      CREATE INDEX newborn_by_person ON newborn (person_id);
      CREATE INDEX newborn_by_birth ON newborn (birth_id);
      CREATE TABLE postpartum_visit (
        id            TEXT PRIMARY KEY,
        person_id     TEXT NOT NULL,
        birth_id      TEXT NOT NULL,
        visited_on    TEXT NOT NULL,
        place_name    TEXT,
        temperature_c REAL,
        pulse         INTEGER,
        systolic      INTEGER,
        diastolic     INTEGER,
        checks        TEXT NOT NULL,
        vitamin_a     INTEGER CHECK (vitamin_a IN (0, 1)),
        contraception TEXT,
        danger_signs  TEXT NOT NULL,
        advice        TEXT,
        referred_to   TEXT,
        next_visit_on TEXT,
        by_user_id    TEXT,
        by_name       TEXT,
        voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions      INTEGER NOT NULL CHECK (versions > 0),
        created_stamp TEXT NOT NULL,
        changed_stamp TEXT NOT NULL,
        created_at    TEXT NOT NULL,
        changed_at    TEXT NOT NULL
      ) STRICT;
      CREATE INDEX postpartum_visit_by_person ON postpartum_visit (person_id);
      CREATE INDEX postpartum_visit_by_birth ON postpartum_visit (birth_id);
      CREATE INDEX postpartum_visit_by_day ON postpartum_visit (visited_on);
      CREATE TABLE newborn_visit (
        id                 TEXT PRIMARY KEY,
        person_id          TEXT NOT NULL,
        birth_id           TEXT,
        visited_on         TEXT NOT NULL,
        place_name         TEXT,
        weight_kg          REAL,
        temperature_c      REAL,
        breaths_per_minute INTEGER,
        checks             TEXT NOT NULL,
        danger_signs       TEXT NOT NULL,
        advice             TEXT,
        referred_to        TEXT,
        next_visit_on      TEXT,
        by_user_id         TEXT,
        by_name            TEXT,
        voided             INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions           INTEGER NOT NULL CHECK (versions > 0),
        created_stamp      TEXT NOT NULL,
        changed_stamp      TEXT NOT NULL,
        created_at         TEXT NOT NULL,
        changed_at         TEXT NOT NULL
      ) STRICT;
      CREATE INDEX newborn_visit_by_person ON newborn_visit (person_id);
      CREATE INDEX newborn_visit_by_birth ON newborn_visit (birth_id);
      CREATE INDEX newborn_visit_by_day ON newborn_visit (visited_on);
      CREATE TABLE child_check (
        id               TEXT PRIMARY KEY,
        person_id        TEXT NOT NULL,
        checked_on       TEXT NOT NULL,
        place_name       TEXT,
        weight_kg        REAL,
        length_height_cm REAL,
        position         TEXT,
        head_cm          REAL,
        arm_cm           REAL,
        oedema           INTEGER CHECK (oedema IN (0, 1)),
        feeding          TEXT NOT NULL,
        supplements      TEXT NOT NULL,
        signs            TEXT NOT NULL,
        danger_signs     TEXT NOT NULL,
        illness          TEXT,
        advice           TEXT,
        referred_to      TEXT,
        next_visit_on    TEXT,
        by_user_id       TEXT,
        by_name          TEXT,
        voided           INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions         INTEGER NOT NULL CHECK (versions > 0),
        created_stamp    TEXT NOT NULL,
        changed_stamp    TEXT NOT NULL,
        created_at       TEXT NOT NULL,
        changed_at       TEXT NOT NULL
      ) STRICT;
      CREATE INDEX child_check_by_person ON child_check (person_id);
      CREATE INDEX child_check_by_day ON child_check (checked_on);
      CREATE TABLE handbook (
        id            TEXT PRIMARY KEY,
        person_id     TEXT NOT NULL,
        pregnancy_id  TEXT,
        issued_on     TEXT NOT NULL,
        kind          TEXT NOT NULL,
        number        TEXT,
        by_user_id    TEXT,
        by_name       TEXT,
        voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions      INTEGER NOT NULL CHECK (versions > 0),
        created_stamp TEXT NOT NULL,
        changed_stamp TEXT NOT NULL,
        created_at    TEXT NOT NULL,
        changed_at    TEXT NOT NULL
      ) STRICT;
      CREATE INDEX handbook_by_person ON handbook (person_id);
      CREATE INDEX handbook_by_pregnancy ON handbook (pregnancy_id);
      CREATE INDEX handbook_by_day ON handbook (issued_on);
      CREATE INDEX screening_weighed ON screening (signed_at) WHERE voided = 0 AND weight_kg IS NOT NULL;
    `)
  },
}
