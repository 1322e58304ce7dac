import type { CalendarDay, Instant } from '../calendar/calendar-day'
import { type DateAccuracy, partialDate } from '../immunization/dose-date'
import type { Vaccine } from '../immunization/vaccine'

/** How a card names a vaccine: by the international list, by its substance, or by our own code where neither knows it. */
export type VaccineCoding = { readonly system: 'cvx' | 'atc' | 'product' | 'other'; readonly code: string }

/** One dose as a card says it. */
export type CardDose = {
  readonly vaccine: VaccineCoding
  /** As exactly as it is known: `2024-03-15`, `2024-03` or `2024`. */
  readonly givenOn: string
  readonly lotNumber: string | null
  readonly placeName: string | null
}

/** What a card says: no more of somebody than the standard's minimum, which is name and birth. */
export type CardContent = {
  readonly name: string
  readonly birthDate: string
  readonly doses: readonly CardDose[]
}

/** What is to be signed, and when. */
export type CardToSign = {
  readonly name: string
  readonly birthDate: CalendarDay
  readonly doses: readonly CertifiedDose[]
  readonly iss: string
  readonly kid: string
  readonly at: Instant
}

/** A dose on its way to a card. */
export type CertifiedDose = {
  readonly vaccineCode: string
  readonly givenOn: CalendarDay
  readonly givenOnAccuracy: DateAccuracy
  readonly lotNumber: string | null
  readonly placeName: string | null
}

/** The code of a product that most readers know. */
export function codingOf(code: string, vaccine: Pick<Vaccine, 'cvx' | 'atc'> | undefined): VaccineCoding {
  if (vaccine?.cvx) return { system: 'cvx', code: vaccine.cvx }
  return vaccine?.atc ? { system: 'atc', code: vaccine.atc } : { system: 'product', code }
}

/** A dose as a card says it. */
export function cardDoseOf(dose: CertifiedDose, vaccine: VaccineCoding): CardDose {
  return {
    vaccine,
    givenOn: partialDate(dose),
    lotNumber: tidy(dose.lotNumber),
    placeName: tidy(dose.placeName),
  }
}

function tidy(text: string | null): string | null {
  return text?.normalize('NFC').replace(/\s+/gu, ' ').trim() || null
}
