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

/** What the records say was used of a lot, beside what somebody counted at the table. */
export type LotUse = {
  readonly lotId: string
  readonly vaccineCode: string
  readonly lotNumber: string
  readonly dosesPerVial: number
  readonly given: number
  readonly wasted: number
}
export type LotCount = {
  readonly vials: number
  readonly left: number
  readonly differsBecause: string | null
}

/** Accounts for a lot. A reason is kept only where there is something to explain. */
export function reconcile(use: LotUse, { vials, left, differsBecause }: LotCount): ReconciledLot {
  const { dosesPerVial, given, wasted, ...lot } = use
  const opened = vials * dosesPerVial
  const difference = opened - given - wasted - left
  return {
    ...lot,
    vials,
    opened,
    given,
    wasted,
    left,
    difference,
    differsBecause: difference === 0 ? null : differsBecause?.trim() || null,
  }
}

/** The fewest vials that could have held what was given and wasted: what a table without a count begins with. */
export function fewestVials({ dosesPerVial, given, wasted }: LotUse): number {
  return Math.ceil((given + wasted) / dosesPerVial)
}

export type ClosingRefusal =
  | { readonly code: 'session.people-inside'; readonly count: number; readonly tickets: string }
  | { readonly code: 'session.no-show-unexplained'; readonly count: number }
  | {
      readonly code: 'session.lot-unexplained'
      readonly lotId: string
      readonly lot: string
      readonly difference: number
    }

/**
 * Everything that keeps a day open: somebody is still in a lane, somebody did not come and nobody wrote why, doses are
 * missing or too many and nobody wrote why. A day is signed only when no child can be lost in it.
 */
export function closingRefusals(day: {
  readonly inside: readonly { readonly ticket: number }[]
  readonly unexplainedNoShows: number
  readonly lots: readonly ReconciledLot[]
}): readonly ClosingRefusal[] {
  const { inside, unexplainedNoShows: count, lots } = day
  const refusals: ClosingRefusal[] = []
  const tickets = inside.map(({ ticket }) => ticket).join(', ')
  if (inside.length > 0) refusals.push({ code: 'session.people-inside', count: inside.length, tickets })
  if (count > 0) refusals.push({ code: 'session.no-show-unexplained', count })
  for (const { lotId, lotNumber, difference, differsBecause } of lots)
    if (difference !== 0 && differsBecause === null)
      refusals.push({ code: 'session.lot-unexplained', lotId, lot: lotNumber, difference })
  return refusals
}
