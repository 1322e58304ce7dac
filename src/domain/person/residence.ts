import { addDays, type CalendarDay } from '../calendar/calendar-day'

/** Whether the point follows somebody (tình trạng theo dõi). */
export const residenceStates = [
  'resident',
  'moved-in',
  'moved-out',
  'temporary',
  'lost',
  'died',
  'stopped',
] as const
export type ResidenceState = (typeof residenceStates)[number]

/**
 * What became true about somebody's stay on a day. Append-only: the state of today is what the entries add up to
 * (`residenceOn`), a wrong entry is voided with a reason.
 */
export type Residence = {
  readonly personId: string
  readonly state: ResidenceState
  readonly on: CalendarDay
  /** Last day of a temporary stay; null: open. */
  readonly until: CalendarDay | null
  readonly reason: string | null
  /** Where from or where to: a point or a commune, in words. */
  readonly otherPlace: string | null
  readonly note: string | null
}

type Dated = Pick<Residence, 'state' | 'on' | 'until'> & { readonly id: string; readonly createdAt: string }

/** The entry that holds on a day; null: nothing was ever noted, which means that the person lives here. */
export function residenceOn<R extends Dated>(entries: readonly R[], on: CalendarDay): R | null {
  return (
    entries
      .filter(entry => entry.on <= on)
      .toSorted((a, b) => compare(a.on, b.on) || compare(a.createdAt, b.createdAt) || compare(a.id, b.id))
      .at(-1) ?? null
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether somebody in this state is invited, listed as due and counted. A temporary stay counts until its last day. */
export function isFollowed(entry: Pick<Residence, 'state' | 'until'> | null, on: CalendarDay): boolean {
  if (entry === null) return true
  if (entry.state === 'temporary') return entry.until === null || on <= entry.until
  return entry.state === 'resident' || entry.state === 'moved-in'
}

/**
 * Whether somebody was one of the point's own on a day: what was noted about their stay says so, and where nothing was, whether
 * they live in its commune. Whoever came (moved in, or stays for a time) lived elsewhere before; the day of death still is a day
 * lived here, so that a dose of that day counts.
 */
export function isResidentOn<R extends Dated>(
  entries: readonly R[],
  on: CalendarDay,
  isOfCommune: boolean,
): boolean {
  const before = entries.filter(entry => !(entry.state === 'died' && entry.on === on))
  const entry = residenceOn(before, on)
  if (entry !== null) return isFollowed(entry, on)
  const first = before.toSorted((a, b) => compare(a.on, b.on))[0]
  return isOfCommune && first?.state !== 'moved-in' && first?.state !== 'temporary'
}

/** The first day on which `isFollowed` says otherwise by itself; null: only a new entry changes it. */
export function residenceChangesOn(
  entry: Pick<Residence, 'state' | 'until'> | null,
  on: CalendarDay,
): CalendarDay | null {
  const isStaying = entry?.state === 'temporary' && entry.until !== null && on <= entry.until
  return isStaying && entry.until !== null ? addDays(entry.until, 1) : null
}

/** Why an entry cannot be true. Codes only: the renderer owns the sentences. */
export type ResidenceProblemCode =
  | 'residence.in-future'
  | 'residence.before-birth'
  | 'residence.bad-period'
  | 'residence.dose-after-death'
  | 'residence.after-death'
  | 'residence.nothing-changed'

export type ResidenceProblem = { readonly code: ResidenceProblemCode; readonly on: CalendarDay | null }

/**
 * Every contradiction of a new entry with what is known. `lastGivenOn`: the latest day of a dose given for certain.
 * A death ends the list: whatever is dated behind it, and a death before a dose that was given, is refused until the
 * wrong one of the two is corrected.
 */
export function residenceProblems(
  entry: Pick<Residence, 'state' | 'on' | 'until'>,
  known: {
    readonly entries: readonly Dated[]
    readonly birthDate: CalendarDay
    readonly lastGivenOn: CalendarDay | null
    readonly today: CalendarDay
  },
): readonly ResidenceProblem[] {
  const { entries, birthDate, lastGivenOn, today } = known
  const problems: ResidenceProblem[] = []
  const tell = (code: ResidenceProblemCode, on: CalendarDay | null) => void problems.push({ code, on })
  if (entry.on > today) tell('residence.in-future', today)
  if (entry.on < birthDate) tell('residence.before-birth', birthDate)
  const isBadPeriod = entry.until !== null && (entry.state !== 'temporary' || entry.until < entry.on)
  if (isBadPeriod) tell('residence.bad-period', entry.on)
  const death = entries.find(({ state }) => state === 'died') ?? null
  if (death && (entry.state === 'died' || entry.on >= death.on)) tell('residence.after-death', death.on)
  if (entry.state === 'died') {
    if (lastGivenOn !== null && lastGivenOn > entry.on) tell('residence.dose-after-death', lastGivenOn)
    const later = entries.find(({ on, state }) => on > entry.on && state !== 'died')
    if (later) tell('residence.after-death', later.on)
  } else if (!death && isSame(residenceOn(entries, entry.on), entry)) {
    tell('residence.nothing-changed', null)
  }
  return problems
}

/** A second "moved out" is the same as the first; a temporary stay may be prolonged. */
function isSame(current: Dated | null, entry: Pick<Residence, 'state' | 'until'>): boolean {
  if (current === null) return entry.state === 'resident'
  return current.state === entry.state && current.until === entry.until
}

/** The day of death; null while the person lives for all we know. A dose behind it cannot have been given. */
export function diedOn(entries: readonly Pick<Residence, 'state' | 'on'>[]): CalendarDay | null {
  return entries.find(({ state }) => state === 'died')?.on ?? null
}
