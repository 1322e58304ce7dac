import type { LocalText } from '../schedule/schedule-types'

/** Where a number comes from, and whether somebody who may has said so. */
export type Sourced = { readonly confirmation: 'sourced' | 'unverified'; readonly source: string }

/** Whom the working lists name, and from when on. Data: `resources/handbook/programme.json`. */
export type HandbookLimits = {
  /** A visit is shown as due so many days before its day. */
  readonly antenatal: Sourced & { readonly soonDays: number }
  /** Births of this month and of so many days to come; one nobody has heard of is asked about so many days after its day. */
  readonly expectedBirths: Sourced & { readonly soonDays: number; readonly unknownAfterDays: number }
  /** A mother is to be seen within so many days of birth, and is looked for until so many. */
  readonly postpartum: Sourced & { readonly firstWithinDays: number; readonly untilDays: number }
  /** Children of whom the newest measurings say something of these groups of `growth/findings.json`, or that growth falters. */
  readonly underweight: Sourced & {
    readonly groups: readonly string[]
    readonly withFaltering: boolean
    readonly untilMonths: number
  }
  /** Children with signs that were last seen as "not yet" past their age. */
  readonly milestones: Sourced & { readonly untilMonths: number }
}

/** What a row of the report counts; the words stand in the form, the counting in `count-programme.ts`. */
export type ProgrammeRule =
  | { readonly kind: 'enrolled' }
  | { readonly kind: 'handbooks' }
  /** Antenatal visits whose number within their pregnancy lies between these; null: and all further ones. */
  | { readonly kind: 'visits'; readonly from: number; readonly to: number | null }
  | { readonly kind: 'deliveries' }
  | { readonly kind: 'deliveries-with-visits'; readonly atLeast: number }
  | { readonly kind: 'deliveries-protected' }
  | { readonly kind: 'postpartum-visited'; readonly withinDays: number }
  | { readonly kind: 'live-births' }
  | { readonly kind: 'birth-dose' }
  | { readonly kind: 'low-weight'; readonly underG: number }
  | { readonly kind: 'children-measured'; readonly underMonths: number }

export type ProgrammeRow = Sourced & {
  readonly id: string
  readonly label: LocalText
  /** What one name on the row stands for: a woman, a visit, a child. */
  readonly counts: LocalText
  readonly rule: ProgrammeRule
}

/** The month's form of the handbook programme: rows in order, dated, replaceable without a new build. */
export type ProgrammeForm = Sourced & {
  readonly id: string
  readonly version: string
  readonly title: LocalText
  readonly rows: readonly ProgrammeRow[]
}

export type HandbookProgramme = { readonly limits: HandbookLimits; readonly form: ProgrammeForm }
