import type { CalendarDay } from '../calendar/calendar-day'
import type { Sex } from '../person/person'

export const birthPlaces = ['here', 'hospital', 'commune-station', 'clinic', 'home', 'on-the-way'] as const
export type BirthPlace = (typeof birthPlaces)[number]

/** Thường, can thiệp (giác hút, forceps), mổ. */
export const birthModes = ['vaginal', 'assisted', 'caesarean'] as const
export type BirthMode = (typeof birthModes)[number]

export const attendants = ['doctor', 'midwife', 'nurse', 'village-midwife', 'relative', 'nobody'] as const
export type Attendant = (typeof attendants)[number]

export const motherStates = ['well', 'ill', 'referred', 'died'] as const
export type MotherState = (typeof motherStates)[number]

/** A delivery: what is common to all children born in it (QĐ 140/QĐ-BYT, part III; fields unverified). */
export type Birth = {
  /** The mother. */
  readonly personId: string
  /** Null: the pregnancy was not followed here. */
  readonly pregnancyId: string | null
  /** Day of the first child; each newborn has its own minute. */
  readonly bornOn: CalendarDay
  readonly place: BirthPlace
  readonly placeName: string | null
  readonly mode: BirthMode
  readonly attendant: Attendant | null
  readonly attendantName: string | null
  /** Completed weeks and further days. */
  readonly gestationWeeks: number | null
  readonly gestationDays: number | null
  readonly bloodLossMl: number | null
  /** Codes of `resources/handbook/birth.json`. */
  readonly complications: readonly string[]
  readonly motherState: MotherState
  readonly note: string | null
  readonly byUserId: string | null
  readonly byName: string | null
}

/** One child of a birth. Doses given at birth are doses, not fields here. */
export type Newborn = {
  readonly birthId: string
  /** The child's own record; null: not born alive. */
  readonly personId: string | null
  /** 1 for the first, 2 for the second twin. */
  readonly order: number
  readonly bornOn: CalendarDay
  /** `HH:mm` */
  readonly bornAt: string | null
  readonly alive: boolean
  readonly sex: Sex
  readonly weightG: number | null
  readonly lengthCm: number | null
  readonly headCm: number | null
  readonly apgar1: number | null
  readonly apgar5: number | null
  readonly apgar10: number | null
  readonly criedAtOnce: boolean | null
  readonly skinToSkin: boolean | null
  readonly breastfedWithinHour: boolean | null
  readonly vitaminK: boolean | null
  readonly eyeCare: boolean | null
  readonly defects: string | null
  /** Heel prick, hearing, heart: by codes of `resources/handbook/birth.json`. */
  readonly screenings: Readonly<Record<string, 'normal' | 'refer'>>
  readonly note: string | null
  readonly byUserId: string | null
  readonly byName: string | null
}
