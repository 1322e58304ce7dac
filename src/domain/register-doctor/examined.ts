import type { CalendarDay } from '../calendar/calendar-day'
import type { DoseKind } from '../immunization/dose'
import type { DateAccuracy } from '../immunization/dose-date'
import type { Vaccine } from '../immunization/vaccine'
import type { Person } from '../person/person'

/** What the checks see of a dose. Voided ones and further records of the same dose are left out. */
export type ExaminedDose = {
  readonly id: string
  readonly kind: DoseKind
  readonly vaccineCode: string
  readonly lotId: string | null
  readonly lotNumber: string | null
  readonly lotExpiresOn: CalendarDay | null
  readonly givenOn: CalendarDay
  readonly givenOnAccuracy: DateAccuracy
}

/** A weight, from a look at the child (`check`, can be corrected) or from a screening. */
export type ExaminedWeight = {
  readonly id: string
  readonly from: 'check' | 'screening'
  readonly on: CalendarDay
  readonly weightKg: number | null
}

/** One person as the checks see them, with all their records under any of their ids. */
export type Examined = {
  readonly personId: string
  readonly person: Person
  readonly diedOn: CalendarDay | null
  readonly doses: readonly ExaminedDose[]
  readonly weights: readonly ExaminedWeight[]
}

/** What is known here of a lot; `firstInOn` null: nothing of it was ever taken in. */
export type LotFacts = { readonly vaccineCode: string; readonly firstInOn: CalendarDay | null }

/** What the checks assume; own estimates, `resources/register-doctor/limits.json`. */
export type DoctorLimits = {
  /** So many families on one telephone are worth a look. */
  readonly phoneFamilies: number
  /** A child without a name is asked about from this age in days on. */
  readonly namelessDays: number
  /** Two doses of one antigen nearer than this are one too many, where a twin lacks one. */
  readonly twinGapDays: number
  /** Twins weighed on one day look swapped when one would have lost this share. */
  readonly twinLossShare: number
}

/** What the checks are made with. */
export type CheckTools = {
  readonly today: CalendarDay
  readonly vaccines: ReadonlyMap<string, Vaccine>
  readonly limits: DoctorLimits
  /** Null: no such lot is known here. */
  readonly lotOf: (lotId: string) => LotFacts | null
  /** WHO's score of a weight for age, and whether WHO holds it for a slip; null where there is none. */
  readonly weightScore: (
    person: Pick<Person, 'sex' | 'birthDate'>,
    on: CalendarDay,
    weightKg: number,
  ) => { readonly z: number; readonly isImplausible: boolean } | null
}
