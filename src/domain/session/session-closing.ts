/** One lot over a session, in doses: what the vials taken out held, and where it went. */
export type ReconciledLot = {
  readonly lotId: string
  readonly vaccineCode: string
  readonly lotNumber: string
  /** Vials taken out, opened or broken, and the doses in them. */
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
  readonly figures: SessionFigures
  readonly lots: readonly ReconciledLot[]
  readonly note: string | null
}

/** The numbers of a day. `expected` had an appointment, `noShows` are those of them who did not come. */
export type SessionFigures = {
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

/** What the ledger says became of a lot in a session, beside what somebody counts at the table. */
export type LotUse = {
  readonly lotId: string
  readonly vaccineCode: string
  readonly lotNumber: string
  /** Doses in one more vial. */
  readonly vialSize: number
  /** Vials that were used, and the doses that were in them when the session had them. */
  readonly vials: number
  readonly opened: number
  readonly given: number
  readonly wasted: number
  /** Still in open vials. */
  readonly left: number
}
export type LotCount = {
  readonly vials: number
  readonly left: number
  readonly differsBecause: string | null
}

/**
 * Accounts for a lot: what the vials on the table held against what was given, wasted and is left. A vial more or less than
 * the ledger has counts as a full one. A reason is kept only where there is something to explain.
 */
export function reconcile(use: LotUse, { vials, left, differsBecause }: LotCount): ReconciledLot {
  const { lotId, vaccineCode, lotNumber, given, wasted } = use
  const opened = use.opened + (vials - use.vials) * use.vialSize
  const difference = opened - given - wasted - left
  const because = difference === 0 ? null : differsBecause?.trim() || null
  const lot = { lotId, vaccineCode, lotNumber }
  return { ...lot, vials, opened, given, wasted, left, difference, differsBecause: because }
}

export type ClosingRefusal =
  | { readonly code: 'session.people-inside'; readonly count: number; readonly tickets: string }
  | { readonly code: 'session.no-show-unexplained'; readonly count: number }
  | { readonly code: 'session.vial-open'; readonly count: number; readonly lots: string }
  | {
      readonly code: 'session.lot-unexplained'
      readonly lotId: string
      readonly lot: string
      readonly difference: number
    }

/**
 * Everything that keeps a day open: somebody is still in a lane, somebody did not come and nobody wrote why, doses are
 * missing or too many and nobody wrote why, a vial is open that ends with the session. A day is signed only when no child can
 * be lost in it, and no vial is used on that must not be.
 */
export function closingRefusals(day: {
  readonly inside: readonly { readonly ticket: number }[]
  readonly unexplainedNoShows: number
  readonly lots: readonly ReconciledLot[]
  /** Open vials that are not used after the session. */
  readonly openVials: readonly { readonly lotNumber: string }[]
}): readonly ClosingRefusal[] {
  const { inside, unexplainedNoShows: count, lots, openVials } = day
  const refusals: ClosingRefusal[] = []
  const tickets = inside.map(({ ticket }) => ticket).join(', ')
  if (inside.length > 0) refusals.push({ code: 'session.people-inside', count: inside.length, tickets })
  if (count > 0) refusals.push({ code: 'session.no-show-unexplained', count })
  const lotsOpen = [...new Set(openVials.map(({ lotNumber }) => lotNumber))].join(', ')
  if (openVials.length > 0)
    refusals.push({ code: 'session.vial-open', count: openVials.length, lots: lotsOpen })
  for (const { lotId, lotNumber, difference, differsBecause } of lots)
    if (difference !== 0 && differsBecause === null)
      refusals.push({ code: 'session.lot-unexplained', lotId, lot: lotNumber, difference })
  return refusals
}
