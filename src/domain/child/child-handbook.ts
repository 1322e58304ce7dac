/** Words in both languages. */
export type Wording = { readonly vi: string; readonly en: string }

/** Where a fact comes from, and whether somebody confirmed it. */
export type Sourced = { readonly source: string; readonly confirmation: 'sourced' | 'unverified' }

/** How a child is fed, as one box of the handbook. */
export type FeedingWay = Sourced & {
  readonly code: string
  readonly text: Wording
  /** Completed months between which it is asked; the upper bound does not count. */
  readonly fromMonths: number
  readonly untilMonths: number
  /** A yellow box below, and from, this age. */
  readonly yellowUnderMonths: number | null
  readonly yellowFromMonths: number | null
  /** Ways that cannot be true at the same time. */
  readonly excludes: readonly string[]
}

export type SupplementDose = {
  readonly code: string
  readonly text: Wording
  readonly fromMonths: number
  readonly untilMonths: number
}

/** Vitamin A or deworming: which dose at which age, and how often. */
export type Supplement = Sourced & {
  readonly code: string
  readonly text: Wording
  /** Months of the year in which it is given to everybody. */
  readonly campaignMonths: readonly number[]
  readonly everyMonths: number
  /** Never again within this many days. */
  readonly minimumDays: number
  readonly doses: readonly SupplementDose[]
}

export type MilestoneSign = { readonly code: string; readonly text: Wording }

/** Signs of one age: looked for from `fromMonths` on; "not yet" at `untilMonths` or later is a yellow box. */
export type MilestoneBand = Sourced & {
  readonly code: string
  readonly fromMonths: number
  readonly untilMonths: number
  readonly signs: readonly MilestoneSign[]
}

export type DangerSign = Sourced & { readonly code: string; readonly text: Wording }

/** How often a child is looked at: every so many months until an age. */
export type VisitRules = Sourced & {
  readonly steps: readonly { readonly untilMonths: number; readonly everyMonths: number }[]
  /** A check so many days before a planned age counts for it. */
  readonly earlyDays: number
  /** Late so many days after it. */
  readonly graceDays: number
  readonly note: string
}

/** What is measured at which age. */
export type MeasureRules = Sourced & {
  readonly headUntilMonths: number
  readonly armFromMonths: number
  readonly armUntilMonths: number
  readonly standingFromMonths: number
  /** Growth is followed up to this birthday. */
  readonly untilYears: number
  readonly note: string
}

type Bounds = { readonly lowest: number; readonly highest: number }

/** What a tape can show at all, and what is asked again beside the last time; cm. */
export type MeasureLimits = Sourced & {
  readonly lengthCm: Bounds
  readonly headCm: Bounds
  readonly armCm: Bounds
  readonly headSmallerByCm: number
  readonly note: string
}

/** What is to be done about a finding. */
export const toDos = [
  'severe',
  'moderate',
  'watch',
  'faltering',
  'measureAgain',
  'lateSign',
  'dangerSign',
] as const
export type ToDo = (typeof toDos)[number]

/** The lists of `resources/handbook/child.json`. Records keep the codes. */
export type ChildHandbook = {
  readonly version: string
  readonly measures: MeasureRules
  readonly limits: MeasureLimits
  readonly feeding: readonly FeedingWay[]
  readonly supplements: readonly Supplement[]
  /** A preterm child's development is held against its corrected age until then. */
  readonly correctUntilMonths: number
  readonly milestones: readonly MilestoneBand[]
  readonly dangerSigns: readonly DangerSign[]
  /** What a finding asks for, in words. */
  readonly whatToDo: Readonly<Record<ToDo, Sourced & { readonly text: Wording }>>
  readonly visits: VisitRules
}
