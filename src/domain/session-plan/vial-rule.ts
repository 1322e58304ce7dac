/** What the rule weighs, all costs in doses of the vaccine in question. Data of the point, `resources/session-plan`. */
export type VialRule = {
  /** What a child costs who never gets the dose. */
  readonly missedCost: number
  /** What a child costs who gets it after it should have had it. */
  readonly lateCost: number
  /** What each week of waiting costs, for each child. */
  readonly weekCost: number
  /** The chance that a child who was sent home comes again, 0 to 1. */
  readonly returnChance: number
  /** The chance that a child comes today when its family is called now, 0 to 1. */
  readonly callChance: number
  /** From this chance of having to open anyway, nobody waits any longer, 0 to 1. */
  readonly sureShare: number
  /** Below this chance of getting enough children together, nobody is kept waiting for it, 0 to 1. */
  readonly worthWaitingShare: number
  /** So many minutes before the end of a session it is decided who goes home. */
  readonly lastCallMinutes: number
}
