/*
 * The questions behind the handbook's lists and reports. A test asks SQLite how it answers them: none reads a whole table.
 */

/** Joins to a row who its person is now; removed persons fall out. */
const who = (table: string) => `
  LEFT JOIN person_link AS link ON link.person_id = ${table}.person_id
  CROSS JOIN person ON person.id = coalesce(link.survivor_id, ${table}.person_id) AND person.voided = 0`
const place = `coalesce(person.commune_code, '') AS communeCode, coalesce(person.hamlet, '') AS hamlet`
const whoIs = `person.id AS personId, ${place}`

const pregnancyColumns = `pregnancy.id AS recordId, ${whoIs}, pregnancy.enrolled_on AS "on",
  last_period_on AS lastPeriodOn, last_period_sure AS lastPeriodSure, scan, stated_due_on AS statedDueOn, fetuses,
  json_array_length(risk_codes) AS risks, outcome, ended_on AS endedOn`
const isOpen = `pregnancy.voided = 0 AND pregnancy.outcome IS NULL AND NOT EXISTS (
    SELECT 1 FROM birth WHERE birth.pregnancy_id = pregnancy.id AND birth.voided = 0)`

const openPregnancies = `
  SELECT ${pregnancyColumns} FROM pregnancy INDEXED BY pregnancy_open ${who('pregnancy')} WHERE ${isOpen}`

const openVisits = `
  SELECT visit.id AS recordId, pregnancy.id AS pregnancyId, visit.visited_on AS "on",
    visit.next_visit_on AS nextVisitOn
  FROM pregnancy INDEXED BY pregnancy_open
  CROSS JOIN antenatal_visit AS visit ON visit.pregnancy_id = pregnancy.id AND visit.voided = 0
  WHERE ${isOpen} ORDER BY visit.visited_on, visit.created_stamp`

const enrolled = `
  SELECT ${pregnancyColumns} FROM pregnancy ${who('pregnancy')}
  WHERE pregnancy.enrolled_on BETWEEN :from AND :to AND pregnancy.voided = 0`

const handbooks = `
  SELECT handbook.id AS recordId, ${whoIs}, issued_on AS "on" FROM handbook ${who('handbook')}
  WHERE issued_on BETWEEN :from AND :to AND handbook.voided = 0`

const visits = `
  SELECT visit.id AS recordId, ${whoIs}, visited_on AS "on", pregnancy_id AS pregnancyId
  FROM antenatal_visit AS visit ${who('visit')}
  WHERE visited_on BETWEEN :from AND :to AND visit.voided = 0 ORDER BY visited_on, visit.created_stamp`

const deliveries = `
  SELECT birth.id AS recordId, ${whoIs}, born_on AS "on", pregnancy_id AS pregnancyId, mother_state AS motherState,
    (SELECT count(*) FROM postpartum_visit AS seen WHERE seen.birth_id = birth.id AND seen.voided = 0) AS visits
  FROM birth ${who('birth')} WHERE born_on BETWEEN :from AND :to AND birth.voided = 0`

const postpartum = `
  SELECT birth_id AS birthId, visited_on AS "on" FROM postpartum_visit
  WHERE visited_on BETWEEN :from AND :to AND voided = 0`

/** A second twin may be born on the day after its birth's. */
const newborns = `
  SELECT newborn.id AS recordId, ${whoIs}, newborn.born_on AS "on", birth.id AS birthId, weight_g AS weightG
  FROM birth CROSS JOIN newborn ON newborn.birth_id = birth.id AND newborn.voided = 0 AND newborn.alive = 1
  ${who('newborn')}
  WHERE birth.born_on BETWEEN date(:from, '-3 days') AND :to AND birth.voided = 0
    AND newborn.born_on BETWEEN :from AND :to`

const childColumns = `${whoIs}, person.birth_date AS birthDate, person.birth_time AS birthTime, person.sex,
  person.gestation_weeks AS gestationWeeks, person.birth_weight_g AS birthWeightG,
  person.protected_at_birth AS protectedAtBirth`

const born = `
  SELECT ${childColumns} FROM person INDEXED BY person_by_birth_date
  WHERE birth_date BETWEEN :from AND :to AND voided = 0
    AND NOT EXISTS (SELECT 1 FROM person_link WHERE person_link.person_id = person.id)`

const placed = `
  SELECT ${childColumns} FROM json_each(:ids) AS asked CROSS JOIN person ON person.id = asked.value AND voided = 0`

/** Every record of the persons asked for. */
const asked = `
  WITH asked (id, person_id) AS (
    SELECT value, value FROM json_each(:ids) UNION ALL
    SELECT link.person_id, link.survivor_id FROM json_each(:ids) AS one
      CROSS JOIN person_link AS link ON link.survivor_id = one.value)`

const signedOn = `date(screening.signed_at, '+7 hours')`

const nothingElse = 'NULL, NULL, NULL, NULL, NULL, NULL, NULL'

/** Everything that was measured of children or looked for in them, oldest first; of one day as it was written. */
const measurements = `${asked}
  SELECT personId, source, recordId, on_day AS "on", weightKg, length AS lengthHeightCm, position, head AS headCm,
    arm AS armCm, oedema, signs, next_on AS nextVisitOn
  FROM (
    SELECT asked.person_id AS personId, 'child-check' AS source, it.id AS recordId, checked_on AS on_day,
      weight_kg AS weightKg, length_height_cm AS length, position, head_cm AS head, arm_cm AS arm, oedema, signs,
      next_visit_on AS next_on, it.created_stamp AS stamp
    FROM asked CROSS JOIN child_check AS it ON it.person_id = asked.id AND voided = 0
    UNION ALL
    SELECT asked.person_id, 'newborn-visit', it.id, visited_on, weight_kg, ${nothingElse}, it.created_stamp
    FROM asked CROSS JOIN newborn_visit AS it ON it.person_id = asked.id AND voided = 0 AND weight_kg IS NOT NULL
    UNION ALL
    SELECT asked.person_id, 'screening', screening.id, ${signedOn}, weight_kg, ${nothingElse}, created_stamp
    FROM asked CROSS JOIN screening ON screening.person_id = asked.id AND voided = 0 AND weight_kg IS NOT NULL
    UNION ALL
    SELECT asked.person_id, 'newborn', it.id, born_on, weight_g / 1000.0, length_cm, 'lying', head_cm, NULL, NULL, NULL,
      NULL, it.created_stamp
    FROM asked CROSS JOIN newborn AS it ON it.person_id = asked.id AND voided = 0
  ) ORDER BY on_day, stamp`

/** A dose's further records are sources of the fact that stands for it (decision 0029). */
const doses = `${asked}
  SELECT asked.person_id AS personId, vaccine_code AS vaccineCode, given_on AS givenOn,
    given_on_accuracy AS givenOnAccuracy, given_at AS givenAt
  FROM asked CROSS JOIN dose ON dose.person_id = asked.id AND dose.voided = 0
  WHERE vaccine_code IN (SELECT value FROM json_each(:vaccines)) AND NOT EXISTS (
    SELECT 1 FROM same_dose JOIN dose AS fact ON fact.id = same_dose.dose_id AND fact.voided = 0
    WHERE same_dose.other_id = dose.id AND same_dose.voided = 0)
  ORDER BY given_on`

const measuredAs = (record: string, on: string) => `
  SELECT ${record}.id AS recordId, ${whoIs}, person.birth_date AS birthDate, ${on} AS "on"`

const measured = `
  ${measuredAs('it', 'checked_on')} FROM child_check AS it ${who('it')}
  WHERE checked_on BETWEEN :from AND :to AND it.voided = 0 AND (weight_kg IS NOT NULL OR length_height_cm IS NOT NULL)
  UNION ALL ${measuredAs('it', 'visited_on')} FROM newborn_visit AS it ${who('it')}
  WHERE visited_on BETWEEN :from AND :to AND it.voided = 0 AND weight_kg IS NOT NULL
  UNION ALL ${measuredAs('screening', signedOn)} FROM screening ${who('screening')}
  WHERE signed_at >= date(:from, '-1 day') AND signed_at < date(:to, '+2 days') AND screening.voided = 0
    AND weight_kg IS NOT NULL AND ${signedOn} BETWEEN :from AND :to
  UNION ALL ${measuredAs('newborn', 'newborn.born_on')} FROM birth
  CROSS JOIN newborn ON newborn.birth_id = birth.id AND newborn.voided = 0 AND newborn.weight_g IS NOT NULL
  ${who('newborn')}
  WHERE birth.born_on BETWEEN date(:from, '-3 days') AND :to AND birth.voided = 0
    AND newborn.born_on BETWEEN :from AND :to`

/** By name, so that a test can look at the plan of each. */
export const handbookQuestions = {
  openPregnancies,
  openVisits,
  enrolled,
  handbooks,
  visits,
  deliveries,
  postpartum,
  newborns,
  born,
  placed,
  measurements,
  doses,
  measured,
} as const
