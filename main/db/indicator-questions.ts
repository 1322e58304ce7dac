/*
 * The questions behind the indicators. A test asks SQLite how it answers them: none reads the whole register.
 */

/** Everybody in the register who was born between two days, by who they are now. */
const born = 'person INDEXED BY person_by_birth_date'
const isListed = `birth_date BETWEEN :from AND :to AND person.voided = 0
    AND NOT EXISTS (SELECT 1 FROM person_link WHERE person_link.person_id = person.id)`

/** Judged doses against the antigens asked for; the detail of a birth dose stands with each of its antigens. */
const judged = `
  SELECT dose_tally.person_id AS personId, dims.antigen, nullif(dims.number, 0) AS number,
    dims.status = 'valid' AS isValid, dims.detail, dose_tally.given_on AS "on"
  FROM ${born}
  CROSS JOIN dose_tally ON dose_tally.person_id = person.id
  CROSS JOIN tally_dims AS dims ON dims.id = dose_tally.dims_id
  WHERE ${isListed} AND dims.antigen IN (SELECT value FROM json_each(:antigens))`

/** Entries of residence, of whichever record of theirs. */
const residences = `
  SELECT person.id AS personId, residence.id, residence.state, on_day AS "on", until_day AS until,
    residence.created_at AS createdAt
  FROM ${born} CROSS JOIN residence ON residence.person_id IN (
      SELECT person.id UNION ALL SELECT link.person_id FROM person_link AS link WHERE link.survivor_id = person.id)
    AND residence.voided = 0
  WHERE ${isListed}`

/** Doses given here between two days, with what is known of their way into the journal and to the province. */
const entered = `
  SELECT dose.id AS doseId, person.id AS personId, given_on AS "on", dose.created_at AS enteredAt,
    sent.first_accepted_at AS acceptedAt,
    substr(dose.created_stamp, 20) = (SELECT value FROM meta WHERE key = 'station-id') AS isOwn
  FROM dose INDEXED BY dose_by_day
  LEFT JOIN person_link AS link ON link.person_id = dose.person_id
  CROSS JOIN person ON person.id = coalesce(link.survivor_id, dose.person_id) AND person.voided = 0
  LEFT JOIN link_record AS sent ON sent.noun = 'dose' AND sent.record_id = dose.id
  WHERE given_on BETWEEN :from AND :to AND dose.kind = 'administered' AND dose.voided = 0`

/** Doses that went into the bin, and those taken back from it. */
const wasted = `
  SELECT movement.id AS movementId, lot.vaccine_code AS vaccineCode, lot.number AS lotNumber, movement.kind,
    movement.doses, from_account AS "from", to_account AS "to", quantity, movement.reason,
    coalesce(movement.session_on, date(movement.at, '+7 hours')) AS "on"
  FROM lot CROSS JOIN movement INDEXED BY movement_by_lot ON movement.lot_id = lot.id AND movement.voided = 0
  WHERE "on" BETWEEN :from AND :to AND (movement.kind = 'wasted' OR 'wasted' IN (from_account, to_account))`

/** Doses given from the stock, by lot and month. */
const used = `
  SELECT lot.vaccine_code AS vaccineCode, substr(given_on, 1, 7) AS month, count(*) AS doses
  FROM dose INDEXED BY dose_from_lot_by_day CROSS JOIN lot ON lot.id = dose.lot_id
  WHERE given_on BETWEEN :from AND :to AND dose.lot_id IS NOT NULL AND dose.voided = 0
  GROUP BY lot.vaccine_code, month`

/** By name, so that a test can look at the plan of each. */
export const indicatorQuestions = { judged, residences, entered, wasted, used } as const
