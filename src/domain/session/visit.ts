import type { CalendarDay, Instant } from '../calendar/calendar-day'

/** Where a person stands in the one-way flow of a session. */
export const stages = ['screening', 'injection', 'observation', 'done'] as const
export type Stage = (typeof stages)[number]

/** 'refused': whoever decides for the person did not consent. */
export type VisitOutcome = 'vaccinated' | 'deferred' | 'contraindicated' | 'referred' | 'left' | 'refused'

/** One person's passage through one session. Moves by itself when a step is saved. */
export type Visit = {
  readonly personId: string
  /** The session is the point's day. */
  readonly sessionOn: CalendarDay
  readonly ticket: number
  readonly stage: Stage
  readonly openedAt: Instant
  readonly screenedAt: Instant | null
  readonly injectedAt: Instant | null
  readonly observationMinutes: number
  readonly closedAt: Instant | null
  readonly outcome: VisitOutcome | null
  /** Why somebody left or was deferred, in words. */
  readonly outcomeNote: string | null
}

/** Minutes of observation: Thông tư 13/2026 Art. 12(2)(c) asks for at least 30. */
export const observationMinutes = 30

export type Appointment = {
  readonly personId: string
  readonly on: CalendarDay
  /** LOAI_GIO_HEN_TIEM: 1 buổi sáng, 2 buổi chiều, 3 cả ngày, 4 giờ. */
  readonly slot: 'morning' | 'afternoon' | 'all-day' | 'time'
  readonly time: string | null
  /** What it is for, as labels shown on the slip: "DPT mũi 4". */
  readonly labels: readonly string[]
  readonly status: 'planned' | 'kept' | 'cancelled'
}

/** LOAI_PHAN_UNG: 2 thông thường, 3 nặng, 4 khác. */
export type ReactionKind = 'common' | 'severe' | 'other'
export type Reaction = {
  readonly personId: string
  readonly visitId: string | null
  readonly doseIds: readonly string[]
  readonly kind: ReactionKind
  readonly signs: readonly string[]
  readonly onsetAt: Instant
  /** 'day': only the day is known, and `onsetAt` is its first moment. Absent in records from before. */
  readonly onsetAccuracy?: 'day' | null | undefined
  /** Who told, when nobody of the point saw it: "mẹ, gọi điện". */
  readonly reportedBy?: string | null | undefined
  readonly temperatureC: number | null
  readonly treatment: string | null
  readonly outcome: 'observing' | 'recovered' | 'referred' | 'sequelae' | 'died'
  readonly note: string | null
}
