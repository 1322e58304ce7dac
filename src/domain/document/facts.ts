import type { CalendarDay, Instant } from '../calendar/calendar-day'
import type { DateAccuracy } from '../immunization/dose-date'
import type { Relation, Sex } from '../person/person'

/** What a paper says about a person. The name is what `displayName` gives, so a newborn is "Con bà …". */
export type DocumentPerson = {
  readonly name: string
  readonly birthDate: CalendarDay
  readonly sex: Sex
  /** Our own code: digits only, an even number of them. */
  readonly code: string
  readonly nationalId: string | null
  /** The address in words, already joined. */
  readonly address: string | null
  readonly relative: DocumentRelative | null
}

/** The mother or guardian a child is known by. */
export type DocumentRelative = {
  readonly relation: Relation
  readonly name: string
  readonly birthYear: number | null
  readonly phone: string | null
}

/** The point that issues a paper. */
export type DocumentPoint = {
  readonly name: string
  readonly address: string | null
  readonly phone: string | null
}

/** One dose as a record shows it. */
export type DocumentDose = {
  /** Name of the product as staff and parents say it. */
  readonly vaccine: string
  readonly tradeName: string | null
  /** What it protects against, in Vietnamese, and in English for a bilingual record. */
  readonly diseases: string | null
  readonly diseasesEn: string | null
  /** Number of the dose in its series; null where nobody knows it. */
  readonly number: number | null
  readonly givenOn: CalendarDay
  /** A card may name the month or the year alone; null: the day is known. */
  readonly givenOnAccuracy: DateAccuracy
  readonly lotNumber: string | null
  readonly lotExpiresOn: CalendarDay | null
  readonly placeName: string | null
  readonly givenByName: string | null
  readonly reaction: string | null
  readonly nextOn: CalendarDay | null
  /** Copied from a card or another system, not given from this point's stock. */
  readonly historical: boolean
}

/** An appointment and what it is for: "DPT mũi 4". */
export type DocumentAppointment = {
  readonly on: CalendarDay
  readonly slot: 'morning' | 'afternoon' | 'all-day' | 'time'
  /** `HH:mm` when the slot is a time. */
  readonly time: string | null
  readonly reasons: readonly string[]
}

/** What every paper is made with: where, when, and whether this is practice. */
export type Issue = {
  readonly point: DocumentPoint
  readonly now: Instant
  /** Practice papers carry a mark that cannot be missed. */
  readonly practice: boolean
}
