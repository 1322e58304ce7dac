import type { CalendarDay, Instant } from '../../../src/domain/calendar/calendar-day'
import type { Readiness } from '../../../src/domain/supervision/point-status'
import {
  isReady,
  type OwedReport,
  type PairOf,
  type PointView,
  type ReceivedState,
  waitingDays,
} from '../../../src/domain/supervision/roll-up'
import type { ChipKind } from '../../components/Chip'
import { formatCount } from '../../components/format'
import { text } from '../../text'

/** The four things a point needs, in the order in which the directive names them. */
export const needs = ['computer', 'printer', 'internet', 'power'] as const

export const readinessChip: Readonly<Record<Readiness, ChipKind>> = {
  yes: 'ok',
  no: 'wrong',
  unknown: 'wait',
}

export const stateChip: Readonly<Record<ReceivedState, ChipKind>> = {
  accepted: 'ok',
  refused: 'wrong',
  received: 'due',
  due: 'wait',
  late: 'late',
  'not-asked': 'info',
}

/** `80 / 95`, with what share that is; what nobody said is said. */
export function pairWords({ part, whole }: Pick<PairOf, 'part' | 'whole'>): string {
  return text.supervision.pair(formatCount(part), formatCount(whole))
}

export function percentWords({ part, whole }: Pick<PairOf, 'part' | 'whole'>): string | null {
  return whole === 0 ? null : text.supervision.percent(formatCount(Math.round((part / whole) * 100)))
}

/** How long the oldest entry of a point or a unit has waited. */
export function waitWords(oldestUnsentAt: Instant | null, today: CalendarDay): string {
  const days = waitingDays(oldestUnsentAt, today)
  if (days === null) return text.supervision.nothingWaits
  return days === 0 ? text.supervision.waitsToday : text.supervision.waitsDays(formatCount(days))
}

/** What waits longer than this is looked at. */
export const longWaitDays = 1

/** Whether a point is one to look at: silent, not ready, a report late, something unsent, or a difficulty open. */
export function needsAttention(view: PointView, today: CalendarDay): boolean {
  const { status, isSilent, reports, openDifficulties } = view
  if (isSilent || status === null || openDifficulties > 0 || reports.some(isLate)) return true
  return !isReady(status) || (waitingDays(status.oldestUnsentAt, today) ?? 0) > longWaitDays
}

export const isLate = ({ state }: OwedReport) => state === 'late'
export const isAsked = ({ state }: OwedReport) => state !== 'not-asked'
export const isReceived = ({ state }: OwedReport) =>
  state === 'received' || state === 'accepted' || state === 'refused'
