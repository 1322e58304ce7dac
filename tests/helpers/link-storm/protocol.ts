import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'

/** What the storm asks of a point. */
export type PointOrder =
  | { readonly do: 'join'; readonly base: string; readonly code: string }
  | {
      readonly do: 'act'
      readonly act: Act
      readonly minutes: number
      readonly number: number
      /** A child of some point, for `neighbour`, `look-up` and `rename`. */
      readonly neighbour: Neighbour | null
    }
  /** Sends what waits, takes in what others wrote, and sends what that made possible. */
  | { readonly do: 'meet'; readonly seconds: number }
  | { readonly do: 'settle'; readonly seconds: number }

/** What people do in a day, and what happens to their PC. */
export type Act =
  | 'copy-card'
  | 'shot'
  | 'take-back'
  | 'correct'
  /** A child whose name the province does not take until it is corrected. */
  | 'bad-name'
  /** A child of another point comes: looked up, brought over, and given a dose of its card. */
  | 'neighbour'
  /** Somebody is looked up and brought over, and nothing is done with them. */
  | 'look-up'
  /** A name is corrected, in another way than at the other point; sometimes the birthday too. */
  | 'rename'
  | 'clock-back'
  | 'clock-on'
  | 'quiet'

/** Somebody registered, as the next point would ask for them. */
export type Neighbour = { readonly personId: string; readonly name: string; readonly birthDate: CalendarDay }

/** A dose the point has answered for: it is saved. */
export type SavedDose = { readonly doseId: string; readonly personId: string; readonly isTakenBack: boolean }

/** Where a point stands at the end. */
export type PointEnd = {
  readonly isSettled: boolean
  readonly waiting: number
  /** Everything that was refused on the way, by reason. */
  readonly refusals: Readonly<Record<string, number>>
  readonly unexplained: number
  /** Questions that the nurse decided, by what was asked and decided; and those that are open still. */
  readonly settled: Readonly<Record<string, number>>
  readonly openConflicts: number
  /** Resource key → ids of the entries its state may end with: what the province must hold. */
  readonly expected: readonly (readonly [string, readonly string[]])[]
  /** Doses of this point's register: id, taken back, receipts. */
  readonly doses: readonly {
    readonly doseId: string
    readonly isTakenBack: boolean
    readonly serverIds: readonly string[]
  }[]
  /** Everybody in this point's register, by id, with their doses: the same at every point that knows them. */
  readonly people: readonly (readonly [string, string])[]
  readonly logs: readonly string[]
}

export type PointAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'joined'; readonly isJoined: boolean; readonly code: string | null }
  | {
      readonly kind: 'saved'
      readonly doses: readonly SavedDose[]
      readonly people: readonly Neighbour[]
      /** Whose name was corrected. */
      readonly renamed: readonly string[]
    }
  /** So many questions were decided here so far. */
  | { readonly kind: 'met'; readonly settled: number }
  | { readonly kind: 'end'; readonly end: PointEnd }
  | { readonly kind: 'failed'; readonly message: string }

export type ServerOrder = { readonly do: 'calm' } | { readonly do: 'storm' } | { readonly do: 'dump' }

/** One resource of the province, as far as the storm counts it. */
export type HeldResource = {
  readonly type: string
  readonly id: string
  readonly key: string
  readonly entryId: string | null
  readonly status: string | null
  readonly patient: string | null
}
export type ServerAnswer =
  | { readonly kind: 'ready'; readonly base: string }
  | { readonly kind: 'calm' }
  | {
      readonly kind: 'dump'
      readonly held: readonly HeldResource[]
      readonly faults: Readonly<Record<string, number>>
      readonly requests: number
    }

export type PointSettings = { readonly file: string; readonly index: number; readonly at: string }
export type ServerSettings = {
  readonly file: string
  readonly port: number
  readonly codes: readonly string[]
  readonly seed: number
  /** Share of requests that something happens to. */
  readonly share: number
}
