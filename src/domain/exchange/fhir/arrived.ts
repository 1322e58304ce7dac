import type { CalendarDay, Instant } from '../../calendar/calendar-day'
import type { NotGiven } from '../../immunization/not-given'
import type { TravellingDose } from '../../immunization/travelling-dose'
import type { MergePart } from '../../person/merge-record'
import type { Person } from '../../person/person'
import type { Reaction } from '../../session/visit'
import type { BirthPart } from './birth'
import type { DoseDecision } from './decision'

/** A resource of the server, read as what it says of a record of ours. */
type Arrived = {
  /** `Immunization/123` at the server that was asked. */
  readonly resource: string
  readonly versionId: string
  readonly lastUpdated: Instant
  /** The record here: by our own identifier, or made of the server's where another program wrote it. */
  readonly recordId: string
  /** The journal entry its state ends with; null where another program wrote it. */
  readonly entryId: string | null
  /** Who recorded it, in words. */
  readonly placeName: string | null
  readonly byName: string | null
  /** The point that recorded it, by a text that is the same at every station. */
  readonly recordedBy: string
  /** Entered in error: it never was. */
  readonly removed: boolean
}

export type ArrivedPerson = Arrived & {
  readonly noun: 'person'
  readonly person: Person
  /** Parts of which the resource can speak at all. */
  readonly said: readonly MergePart[]
  /** Patient.link replaced-by: the other resource. */
  readonly replacedBy: string | null
  readonly diedOn: CalendarDay | null
  /** Resources of the person that came along and are uploaded with them: our key and the version. */
  readonly alongside: readonly {
    readonly key: string
    readonly serverId: string
    readonly versionId: string
  }[]
  /** The point that looks after this person, by record id; null: not said. */
  readonly pointId: string | null
}

export type ArrivedDose = Arrived & {
  readonly noun: 'dose'
  /** `Patient/12` at the same server. */
  readonly patient: string
  readonly dose: TravellingDose
  /** Written by whoever gave it. */
  readonly isFirstHand: boolean
}

export type ArrivedReaction = Arrived & {
  readonly noun: 'reaction'
  readonly patient: string
  readonly reaction: Omit<Reaction, 'personId' | 'visitId' | 'doseIds'>
  /** `Immunization/12` at the same server. */
  readonly doses: readonly string[]
}

/** A dose that was due and not given: there is no visit of it here. */
export type ArrivedNotGiven = Arrived & {
  readonly noun: 'not-given'
  readonly patient: string
  readonly notGiven: Omit<NotGiven, 'personId' | 'visitId' | 'byUserId'>
  /** The visit there, by a text that is the same at every station. */
  readonly visitId: string
}

/** Weight or age at birth. */
export type ArrivedBirth = Arrived & {
  readonly noun: 'birth'
  readonly patient: string
  readonly part: BirthPart
  /** Grams, or weeks. */
  readonly value: number
}

/** What another point decided about two records of a dose. */
export type ArrivedDecision = Arrived & {
  readonly noun: 'decision'
  /** `Immunization/12` at the same server. */
  readonly doses: readonly [string, string]
  readonly decision: DoseDecision
  readonly note: string | null
  readonly decidedAt: Instant
}

/** What whoever supervises said of a report of a point. */
export type ArrivedReportAnswer = Arrived & {
  readonly noun: 'report-answer'
  /** `MeasureReport/12` at the same server. */
  readonly report: string
  readonly verdict: 'accepted' | 'refused'
  readonly text: string | null
  readonly answeredAt: Instant
}

/** What whoever supervises said of a difficulty of a point. */
export type ArrivedDifficultyAnswer = Arrived & {
  readonly noun: 'difficulty-answer'
  /** `Task/12` at the same server. */
  readonly difficulty: string
  readonly verdict: 'answered' | 'solved'
  readonly text: string | null
  readonly answeredAt: Instant
}

export type ArrivedFact =
  | ArrivedPerson
  | ArrivedDose
  | ArrivedReaction
  | ArrivedNotGiven
  | ArrivedBirth
  | ArrivedDecision
  | ArrivedReportAnswer
  | ArrivedDifficultyAnswer

/** What could not be made a fact: nobody guesses a vaccine or a day. */
export type Unreadable = {
  readonly resource: string
  readonly lastUpdated: string
  readonly why:
    | 'no-name'
    | 'no-birth-date'
    | 'unknown-vaccine'
    | 'no-day'
    | 'no-patient'
    | 'no-onset'
    | 'not-ours'
}
