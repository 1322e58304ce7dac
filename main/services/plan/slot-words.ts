import type { Appointment } from '../../../src/domain/session/visit'

const words = { morning: 'Buổi sáng', afternoon: 'Buổi chiều', 'all-day': 'Cả ngày' } as const

/** When to come, as lists and papers say it. */
export function slotWords({ slot, time }: Pick<Appointment, 'slot' | 'time'>): string {
  return slot === 'time' ? (time ?? '') : words[slot]
}
