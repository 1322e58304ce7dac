/** One lot over a session, in doses: what the vials opened held, and where it went. */
export type ReconciledLot = {
  readonly lotId: string
  readonly vaccineCode: string
  readonly lotNumber: string
  /** Vials opened, and the doses in them. */
  readonly vials: number
  readonly opened: number
  readonly given: number
  readonly wasted: number
  /** Doses still in open vials that may be used on. */
  readonly left: number
  /** opened − given − wasted − left: zero when everything is accounted for. */
  readonly difference: number
  /** Why they differ; null when they do not. */
  readonly differsBecause: string | null
}

/** What was signed when a day was closed: a picture of that moment, which later entries do not change. */
export type SessionClosing = {
  readonly figures: {
    readonly expected: number
    readonly arrived: number
    readonly vaccinated: number
    readonly doses: number
    readonly deferred: number
    readonly contraindicated: number
    readonly referred: number
    readonly left: number
    readonly noShows: number
    readonly commonReactions: number
    readonly severeReactions: number
  }
  readonly lots: readonly ReconciledLot[]
  readonly note: string | null
}
