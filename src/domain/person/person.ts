import type { CalendarDay } from '../calendar/calendar-day'

/** LOAI_DOI_TUONG of the national system: 1 trẻ em, 2 phụ nữ, 3 khác. */
export type PersonKind = 'child' | 'woman' | 'other'

/** GIOI_TINH of the national system: 0 nam, 1 nữ, 2 không rõ. */
export type Sex = 'male' | 'female' | 'unknown'

/** Which list a number comes from, as in a FHIR identifier. The text is never parsed for logic. */
export type IdentifierSystem =
  | 'person-code' // our own code on paper: digits with a check digit
  | 'niis-code' // mã đối tượng
  | 'national-id' // số định danh cá nhân, 12 digits
  | 'old-national-id' // CMND, 9 digits
  | 'health-insurance' // BHYT: card code (15) or number (10)
  | 'passport'
  | 'birth-certificate'

export type Identifier = { readonly system: IdentifierSystem; readonly value: string }

/**
 * A place in the three-level units until 2025-06-30. The codes are those of that list: one of them may live on with
 * another meaning. `asWritten` keeps the words of then.
 */
export type FormerPlace = {
  readonly provinceCode: string | null
  readonly districtCode: string | null
  readonly communeCode: string | null
  readonly asWritten: string | null
}

/** A place in the two-level units valid since 2025-07-01. Codes stay text: leading zeros matter. */
export type Address = {
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly hamlet: string | null
  readonly line: string | null
  /** The same place before 2025-07-01; absent in records that never had one. */
  readonly former?: FormerPlace | null | undefined
}

/** The five places that QĐ 3891/2025 asks for. */
export type AddressUse = 'birth' | 'birth-registration' | 'origin' | 'permanent' | 'current'

export type Relation = 'mother' | 'father' | 'guardian'

export type Relative = {
  readonly relation: Relation
  readonly name: string
  readonly nationalId: string | null
  readonly phone: string | null
  readonly birthYear: number | null
}

/** Something a screener must see: an allergy, an earlier reaction, mother HBsAg(+). */
export type Alert = {
  readonly code: AlertCode
  readonly note: string | null
  readonly notedOn: CalendarDay
}
/** In the order in which they are offered. The schedule knows them by the same codes. */
export const alertCodes = [
  'mother-hbsag-positive',
  'mother-hiv',
  'allergy',
  'anaphylaxis',
  'severe-reaction',
  'intussusception',
  'immunodeficiency',
  'chronic-disease',
  'preterm',
  'pregnant',
  'breastfeeding',
  'tetanus-high-risk-area',
  'rabies-exposure',
  'rabies-exposure-id',
  'other',
] as const
export type AlertCode = (typeof alertCodes)[number]

/** What is known of a person; the 44 fields of QĐ 3891/2025 shape it. Mandatory fields are enforced before upload, not before first care. */
export type Person = {
  readonly kind: PersonKind
  /** NFC, as written on papers; empty for a newborn without a name, who is shown as "Con bà …". */
  readonly name: string
  readonly birthDate: CalendarDay
  /** Birth time `HH:mm` where known, for the birth dose. */
  readonly birthTime: string | null
  readonly sex: Sex
  /** Two-digit code of the GSO list; '01' is Kinh. */
  readonly ethnicGroupCode: string | null
  readonly nationalityCode: string | null
  readonly bloodGroup: string | null
  readonly phone: string | null
  readonly identifiers: readonly Identifier[]
  readonly addresses: Readonly<Partial<Record<AddressUse, Address>>>
  readonly relatives: readonly Relative[]
  readonly alerts: readonly Alert[]
  /** Bảo vệ uốn ván sơ sinh: protected at birth by the mother's doses; null when not known. */
  readonly protectedAtBirth: boolean | null
  /** Gestational age at birth in completed weeks, and birth weight in grams, where known. */
  readonly gestationWeeks: number | null
  readonly birthWeightG: number | null
  readonly note: string | null
  /**
   * Who manages somebody's health data instead of the province: their data stay at this point (13/2026 Art. 25(8)). Null
   * or absent: nobody, as with nearly everybody.
   */
  readonly managedBy?: ManagedBy | null | undefined
}

/** Bộ Công an, Bộ Quốc phòng. */
export const managers = ['police', 'defence'] as const
export type ManagedBy = (typeof managers)[number]
