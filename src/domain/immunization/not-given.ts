import type { CalendarDay } from '../calendar/calendar-day'

/** TRANG_THAI_MUI_TIEM of the national system: 3 chống chỉ định, 4 không đồng ý tiêm, 5 tạm hoãn tiêm chủng. */
export const notGivenStates = ['contraindicated', 'refused', 'deferred'] as const
export type NotGivenState = (typeof notGivenStates)[number]

/** The code of a state in the national system (niis.md §1.6). */
export const niisStateOf: Readonly<Record<NotGivenState, 3 | 4 | 5>> = {
  contraindicated: 3,
  refused: 4,
  deferred: 5,
}

/** A dose that was due in a visit and was not given: what, and why. */
export type NotGiven = {
  readonly personId: string
  readonly visitId: string
  readonly on: CalendarDay
  /** The due dose, as the chart named it that day. */
  readonly dueId: string
  readonly label: string
  readonly antigens: readonly string[]
  readonly state: NotGivenState
  readonly reason: string
  /** Not before this day; always there for a deferral. */
  readonly until: CalendarDay | null
  readonly byUserId: string
  readonly byName: string
}

export type NotGivenRefusal =
  | { readonly code: 'not-given.no-reason' }
  | { readonly code: 'not-given.no-date' }
  | { readonly code: 'not-given.date-not-ahead'; readonly until: CalendarDay }
  | { readonly code: 'not-given.date-not-wanted' }

/** Every reason why a dose cannot be noted as not given like this. */
export function notGivenRefusals(
  { state, reason, until }: Pick<NotGiven, 'state' | 'reason' | 'until'>,
  on: CalendarDay,
): readonly NotGivenRefusal[] {
  const refusals: NotGivenRefusal[] = []
  if (reason.trim() === '') refusals.push({ code: 'not-given.no-reason' })
  if (state === 'deferred' && until === null) refusals.push({ code: 'not-given.no-date' })
  if (state === 'deferred' && until !== null && until <= on)
    refusals.push({ code: 'not-given.date-not-ahead', until })
  if (state !== 'deferred' && until !== null) refusals.push({ code: 'not-given.date-not-wanted' })
  return refusals
}

/**
 * The due doses that no given product serves: neither one of the products named for it, nor products that together
 * bring all it asks for.
 */
export function unservedBy<
  Due extends { readonly vaccineCodes: readonly string[]; readonly antigens: readonly string[] },
>(
  due: readonly Due[],
  givenCodes: readonly string[],
  vaccines: ReadonlyMap<string, { readonly antigens: readonly string[] }>,
): readonly Due[] {
  const brought = new Set(givenCodes.flatMap(code => vaccines.get(code)?.antigens ?? []))
  return due.filter(
    ({ vaccineCodes, antigens }) =>
      !givenCodes.some(code => vaccineCodes.includes(code)) && !antigens.every(each => brought.has(each)),
  )
}
