import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { ImmunizationChart } from '../../../src/domain/schedule/chart-types'
import type { Appointment } from '../../../src/domain/session/visit'

/** The next appointment as it is edited. */
export type NextDraft = {
  readonly isWanted: boolean
  readonly on: CalendarDay | null
  readonly slot: Appointment['slot']
  readonly time: string
  readonly labels: readonly string[]
}

/**
 * Proposes the next appointment from the chart. Doses that were due today and not given are not moved to a date
 * nobody chose: they are named, and a date is asked for when nothing else has one.
 */
export function proposeNext(chart: ImmunizationChart, locale: 'vi' | 'en'): NextDraft {
  const { next, today } = chart
  const labels = (next?.labels ?? today.map(due => due.label)).map(label => label[locale])
  return { isWanted: labels.length > 0, on: next?.on ?? null, slot: 'morning', time: '', labels }
}

/** A time of day as it is typed: `830`, `0830`, `8:30`; null when it is none. */
export function readTime(typed: string): string | null {
  const match = /^(\d{1,2}):?(\d{2})$/u.exec(typed.trim())
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null
  return `${(match[1] ?? '').padStart(2, '0')}:${match[2]}`
}

/** What keeps an appointment from being made; null when nothing does. */
export function nextProblem(
  draft: NextDraft,
  today: CalendarDay,
): 'missing-day' | 'not-after' | 'missing-time' | null {
  if (!draft.isWanted) return null
  if (draft.on === null) return 'missing-day'
  if (draft.on <= today) return 'not-after'
  return draft.slot === 'time' && readTime(draft.time) === null ? 'missing-time' : null
}

/** The appointment as main takes it; null for none. */
export function toAppointment(draft: NextDraft) {
  if (!draft.isWanted || draft.on === null) return null
  const time = draft.slot === 'time' ? readTime(draft.time) : null
  return { on: draft.on, slot: draft.slot, time, labels: draft.labels.slice(0, 12) }
}
