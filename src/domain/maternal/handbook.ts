import type { CalendarDay } from '../calendar/calendar-day'

export const handbookKinds = ['paper', 'electronic', 'both'] as const
export type HandbookKind = (typeof handbookKinds)[number]

/** That a mother-and-child handbook was handed out: to a woman for a pregnancy, or for a child who has none yet. */
export type Handbook = {
  /** The woman, or the child. */
  readonly personId: string
  readonly pregnancyId: string | null
  readonly issuedOn: CalendarDay
  readonly kind: HandbookKind
  /** The number printed in a paper book. */
  readonly number: string | null
  readonly byUserId: string | null
  readonly byName: string | null
}
