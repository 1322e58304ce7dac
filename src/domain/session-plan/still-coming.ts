import type { Appointment } from '../session/visit'

/** From when until when people come, `HH:mm` of Vietnam's time. */
export type DayParts = {
  readonly morning: readonly [from: string, until: string]
  readonly afternoon: readonly [from: string, until: string]
}

type Asked = Pick<Appointment, 'slot' | 'time'>

/** Whoever is asked for an hour comes within this many minutes of it. */
const hourMinutes = 60

/** Minutes since midnight of `HH:mm`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** When somebody with this slot may come, in minutes since midnight. */
export function windowOf({ slot, time }: Asked, parts: DayParts): readonly [from: number, until: number] {
  if (slot === 'time' && time !== null) return [minutesOf(time), minutesOf(time) + hourMinutes]
  const [from, until] =
    slot === 'afternoon'
      ? parts.afternoon
      : slot === 'morning'
        ? parts.morning
        : [parts.morning[0], parts.afternoon[1]]
  return [minutesOf(from), minutesOf(until)]
}

/** The end of the day's last slot, in minutes since midnight; of the morning without any. */
export function endOfSession(slots: readonly Asked[], parts: DayParts): number {
  return Math.max(minutesOf(parts.morning[1]), ...slots.map(slot => windowOf(slot, parts)[1]))
}

/**
 * The chance that somebody who has not come by now still does: people come evenly over their window, so each minute of it
 * that passes without them makes it likelier that they stay away.
 */
export function stillComing(chance: number, asked: Asked, nowMinutes: number, parts: DayParts): number {
  const [from, until] = windowOf(asked, parts)
  const left = Math.min(1, Math.max(0, (until - nowMinutes) / (until - from)))
  const comes = chance * left
  return comes === 0 ? 0 : comes / (1 - chance + comes)
}
