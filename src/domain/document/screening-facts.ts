import type { CalendarDay } from '../calendar/calendar-day'
import type { Screening, ScreeningForm } from '../screening/form'
import type { VaccineHold } from '../screening/hold'
import type { Question } from '../screening/rules'
import type { DocumentPerson, Issue } from './facts'

/** What the papers of a screening are made of: the signed record and the version of the form it was signed on. */
export type ScreeningFacts = {
  readonly person: DocumentPerson & {
    readonly gestationWeeks: number | null
    /** `08:15`; null where it was not written down. */
    readonly birthTime: string | null
  }
  readonly screening: Screening
  readonly form: ScreeningForm
  /** Questions beside the form that were answered. */
  readonly questions: readonly Question[]
  /** Conclusions about single vaccines with the vaccines in words. */
  readonly holds: readonly { readonly hold: VaccineHold; readonly scope: string }[]
  /** Names of causes, by their code. */
  readonly causes: ReadonlyMap<string, string>
  /** Vaccines of this visit: given, or due when it was signed. */
  readonly vaccines: readonly string[]
  /** The day to come again, where one is arranged. */
  readonly nextOn: CalendarDay | null
  readonly issue: Issue
}
