import type { CalendarDay, Instant } from '../calendar/calendar-day'
import type { DateAccuracy } from './dose-date'

/** Given here from our stock, or copied from a card, a book or another system. */
export type DoseKind = 'administered' | 'historical'

/** TCMR, dịch vụ, chiến dịch / chống dịch. */
export const programmes = ['epi', 'fee', 'campaign'] as const
export type Programme = (typeof programmes)[number]

/** HL7 v2 table 0162, the codes a point uses. */
export type Route = 'IM' | 'SC' | 'ID' | 'PO' | 'NS'

/** HL7 v2 table 0163, the codes a point uses; 'MOUTH' for oral vaccines. */
export type Site = 'LVL' | 'RVL' | 'LD' | 'RD' | 'LA' | 'RA' | 'MOUTH'

/** A warning somebody chose to pass, and why. */
export type Override = { readonly code: string; readonly reason: string }

/** One dose of one product to one person. Never deleted: corrected or voided with a reason. */
export type Dose = {
  readonly personId: string
  readonly visitId: string | null
  readonly kind: DoseKind
  /** Code of a product in `resources/vaccines`. */
  readonly vaccineCode: string
  readonly lotId: string | null
  readonly lotNumber: string | null
  readonly lotExpiresOn: CalendarDay | null
  /** The open vial it was drawn from, and the place that vial or dose stood in. Doses of earlier builds lack both. */
  readonly vialId?: string | null
  readonly takenFrom?: 'store' | 'session' | null
  readonly givenOn: CalendarDay
  /** A card may name the month or the year alone; `givenOn` then is its first day. Null: the day is known. */
  readonly givenOnAccuracy: DateAccuracy
  /** The moment, for doses given here. */
  readonly givenAt: Instant | null
  /** Number written on the card, where there is one; the evaluation does not rely on it. */
  readonly statedNumber: number | null
  readonly site: Site | null
  readonly route: Route | null
  readonly volumeMl: number | null
  readonly programme: Programme
  /** Who gave it: a user of this point, or the name on the card. */
  readonly givenByUserId: string | null
  readonly givenByName: string | null
  /** Where it was given: this point's name, or what the card says. */
  readonly placeName: string | null
  readonly overrides: readonly Override[]
  readonly note: string | null
  /** For doses given here: the vial's label was scanned, or its lot was chosen by eye. Older ones do not say. */
  readonly labelCheck?: 'scanned' | 'chosen' | null
}
