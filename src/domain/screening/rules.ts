import type { Offset } from '../calendar/offset'
import type { AlertCode, Sex } from '../person/person'
import type { MotherHbsag } from './form'
import type { VaccineScope } from './hold'

type LocalText = { readonly vi: string; readonly en: string }

/** What may be behind a "Có" of some items: ticked beneath the item, it says which vaccines are meant. */
export type Cause = {
  readonly code: string
  readonly text: LocalText
  /** Codes of the items, in any form, under which it is offered. */
  readonly under: readonly string[]
  /** What must be known besides: a day, or which vaccines' components. */
  readonly asks: 'day' | 'antigens' | null
  /** Holds nothing back (hepatitis B immunoglobulin). */
  readonly isExempt: boolean
}

/** Asked beside the official items, because a rule about one vaccine hangs on it. Its "Có" is the cause of the same code. */
export type Question = {
  readonly code: string
  readonly text: LocalText
  readonly fromAgeDays: number
  readonly toAgeDays: number | null
  /** Only for this sex; null: for everybody. */
  readonly sex: Sex | null
  /** Not asked where the form has one of these items, or is made for this. */
  readonly unlessItems: readonly string[]
  readonly unlessPregnantForm: boolean
  /** Not asked when this is known already. */
  readonly unlessAlert: AlertCode | null
}

/** What makes a rule speak; any one of them is enough. */
export type Trigger =
  | { readonly by: 'cause'; readonly code: string }
  | { readonly by: 'item'; readonly code: string }
  | { readonly by: 'alert'; readonly code: AlertCode }
  | { readonly by: 'pregnant-form' }
  /** Born before so many weeks and not yet that old counted from conception. */
  | { readonly by: 'gestation'; readonly underWeeks: number }
  | { readonly by: 'weight'; readonly underG: number; readonly motherHbsag: MotherHbsag }
  /** A product of immunoglobulin in the history, other than these. */
  | { readonly by: 'immunoglobulin'; readonly except: readonly string[] }

/** The first day on which a deferral no longer holds. */
export type Until =
  /** Counted from the day the cause names, the day the product was given; from the screening where neither is known. */
  { readonly kind: 'after'; readonly span: Offset } | { readonly kind: 'gestation'; readonly weeks: number }

/** One rule about some vaccines. Data with its source: the state says whether a clinician has confirmed it. */
export type VaccineRule = {
  readonly code: string
  readonly text: LocalText
  readonly when: readonly Trigger[]
  /** 'cause-antigens': what the cause names. */
  readonly scope: VaccineScope | { readonly kind: 'cause-antigens' }
  readonly conclusion: 'contraindicated' | 'deferred'
  readonly until: Until | null
  /** True: only these vaccines are meant and the rest may be given. False: the item's own conclusion stands as well. */
  readonly isAlone: boolean
  /** Still holds at the next screening unless it is taken back there; false where the next one asks anew. */
  readonly isCarried: boolean
  /** What is noted of the person when it is signed, so that the schedule knows it. */
  readonly notes: AlertCode | null
  readonly source: string
  readonly confirmation: 'confirmed' | 'unconfirmed'
}

/** `resources/screening/by-vaccine/rules.json`. */
export type ScreeningRules = {
  readonly version: string
  readonly causes: readonly Cause[]
  readonly questions: readonly Question[]
  readonly rules: readonly VaccineRule[]
  /** Days after which somebody deferred is asked to come again, by the item; `other` for the rest. Set by us. */
  readonly returnAfterDays: Readonly<Record<string, number>>
}

/** Rules of none: forms alone decide. */
export const noRules: ScreeningRules = {
  version: 'none',
  causes: [],
  questions: [],
  rules: [],
  returnAfterDays: {},
}
