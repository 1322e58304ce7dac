import type { CalendarDay, Instant } from '../../../src/domain/calendar/calendar-day'
import { formatDay, parseTypedDay } from '../../components/format'
import { text } from '../../text'

const hourMs = 3_600_000

/** How long is left to report, or by how much it is late. */
export function clockWords(dueAt: Instant, nowMs: number): string {
  const leftMs = Date.parse(dueAt) - nowMs
  return leftMs < 0
    ? text.after.clock.overdue(Math.ceil(-leftMs / hourMs))
    : text.after.clock.left(Math.floor(leftMs / hourMs), Math.floor(leftMs / 60_000))
}

/** A moment of the form as people write it; a value that is none stays as it is. */
export function showMoment(value: string): string {
  const [on = '', ...time] = value.split(' ')
  return /^\d{4}-\d\d-\d\d$/u.test(on) ? [formatDay(on as CalendarDay), ...time].join(' ') : value
}

/** Reads `22/11/2026 08:12`, `22112026 812` or a day alone; null when it is neither. */
export function readMoment(typed: string, today: CalendarDay): string | null {
  const [, date = '', time] = /^(.+?)(?:\s+(\d{1,2}:?\d{2}))?$/u.exec(typed.trim()) ?? []
  const on = parseTypedDay(date, today)
  if (on === null) return null
  if (time === undefined) return on
  const clock = time.replace(':', '').padStart(4, '0')
  const [hours, minutes] = [clock.slice(0, 2), clock.slice(2)]
  return Number(hours) > 23 || Number(minutes) > 59 ? null : `${on} ${hours}:${minutes}`
}
