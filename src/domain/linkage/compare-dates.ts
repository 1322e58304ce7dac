import type { EvidenceLevel } from './linkage-types'

export type DateLevel = Extract<
  EvidenceLevel,
  'same' | 'near' | 'swapped-day-month' | 'one-slip' | 'same-in-part' | 'different'
>

/** A birth date made ready for many comparisons; `number` counts days. */
export type BirthDay = {
  readonly text: string
  readonly year: number
  readonly month: number
  readonly day: number
  readonly number: number
}

/** Takes a civil date apart. */
export function birthDayOf(text: string): BirthDay {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return { text, year, month, day, number: Date.UTC(year, month - 1, day) / 86_400_000 }
}

/** How far two birth dates agree: near is up to three days, a slip is one digit, a part is two of day, month and year. */
export function compareBirthDays(a: BirthDay, b: BirthDay): DateLevel {
  if (a.number === b.number) return 'same'
  if (Math.abs(a.number - b.number) <= 3) return 'near'
  if (a.year === b.year && a.month === b.day && a.day === b.month) return 'swapped-day-month'
  const equal = Number(a.year === b.year) + Number(a.month === b.month) + Number(a.day === b.day)
  if (equal < 2) return 'different'
  return isDigitSlip(a.text, b.text) ? 'one-slip' : 'same-in-part'
}

function isDigitSlip(a: string, b: string): boolean {
  let others = 0
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) others++
  return others === 1
}

/** True when two children of one mother with these dates cannot come from two births. */
export function mayBeOneBirth(level: EvidenceLevel): boolean {
  return level === 'same' || level === 'near' || level === 'swapped-day-month' || level === 'one-slip'
}
