import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { Person } from '../../src/domain/person/person'
import type { Database } from './driver'

/** Of a person what a card of a list shows. */
export type Face = Pick<Person, 'name' | 'relatives' | 'birthDate'> & {
  /** The record that stands for the person now. */
  readonly personId: string
  readonly hamlet: string | null
  readonly isVoided: boolean
  /** Something was noted about where the person lives, or that they died. */
  readonly hasResidence: boolean
  /** Another number after anything was written about the person that the schedule looks at (`forecast_state`). */
  readonly marks: number
}

type Row = {
  readonly askedId: string
  readonly personId: string
  readonly name: string
  readonly relatives: string
  readonly birthDate: CalendarDay
  readonly hamlet: string | null
  readonly voided: number
  readonly hasResidence: number
  readonly marks: number
}

/** Reads many cards at once, by whichever of a person's records is named: a board of 150 people is one question. */
export function createFaces(db: Database) {
  const select = db.prepare<[string], Row>(`
    SELECT asked.value AS askedId, person.id AS personId, name, relatives, person.birth_date AS birthDate, person.hamlet, voided,
      coalesce(marks, 0) AS marks,
      EXISTS (
        SELECT 1 FROM residence WHERE residence.voided = 0 AND (residence.person_id = person.id
          OR residence.person_id IN (SELECT person_id FROM person_link WHERE survivor_id = person.id))
      ) AS hasResidence
    FROM json_each(?) AS asked LEFT JOIN person_link AS link ON link.person_id = asked.value
    CROSS JOIN person ON person.id = coalesce(link.survivor_id, asked.value)
    LEFT JOIN forecast_state ON forecast_state.person_id = person.id`)
  return function facesOf(ids: readonly string[]): ReadonlyMap<string, Face> {
    return new Map(
      select.all(JSON.stringify(ids)).map(({ askedId, relatives, voided, hasResidence, ...row }) => [
        askedId,
        {
          ...row,
          relatives: JSON.parse(relatives),
          isVoided: voided === 1,
          hasResidence: hasResidence === 1,
        },
      ]),
    )
  }
}
