import type { Instant } from '../calendar/calendar-day'
import type { TravellingDoseField } from '../immunization/travelling-dose'
import type { MergePart } from '../person/merge-record'

/** Records that come in from the province. */
export type ArrivingNoun = 'person' | 'dose' | 'not-given' | 'reaction' | 'merge'

/** Where a record came from: one for each resource of the province's server that was taken in. */
export type RecordSource = {
  readonly about: ArrivingNoun
  readonly aboutId: string
  readonly personId: string
  /** The resource at the server, `Immunization/123`, and the version taken in last. */
  readonly resource: string
  readonly versionId: string
  readonly lastUpdated: Instant
  /** Who recorded it: the point and the person, in words; null where the server does not say. */
  readonly placeName: string | null
  readonly byName: string | null
  /** Written by whoever gave the dose, not copied from a card. */
  readonly isFirstHand: boolean
  /** The point that recorded it, by a text that is the same at every station. */
  readonly recordedBy: string
}

/** Two records of one dose: `otherId` is a second source of the fact `doseId`. Found by rule where nobody is named. */
export type SameDoseRecord = {
  readonly personId: string
  readonly doseId: string
  readonly otherId: string
  readonly byUserId: string | null
  readonly byName: string | null
}

export type ConflictKind = 'person-field' | 'dose-field' | 'double-dose' | 'merge'
/** What somebody decided. `gone`: it settled itself, another point having decided. */
export type ConflictVerdict = 'here' | 'there' | 'same-dose' | 'two-doses' | 'gone'
export type ConflictValue = string | number | null

/** Something no rule decides: it waits for a person, with both values. */
export type Conflict = {
  readonly personId: string
  readonly kind: ConflictKind
  /** The field with two values. */
  readonly field: MergePart | TravellingDoseField | null
  /** The dose of a field; the two of a possible double dose, the smaller id first. */
  readonly doseIds: readonly string[]
  readonly here: ConflictValue
  readonly hereBy: string | null
  readonly hereAt: Instant | null
  readonly there: ConflictValue
  readonly therePlace: string | null
  readonly thereBy: string | null
  readonly thereAt: Instant | null
  /** Null while it waits. */
  readonly verdict: ConflictVerdict | null
  readonly note: string | null
  readonly byUserId: string | null
  readonly byName: string | null
  /** When it was decided, by the server's clock; earlier builds did not say. */
  readonly decidedAt?: Instant | null
}
