import type { Instant } from '../calendar/calendar-day'
import { isInstant, isText } from './text-shape'

/** Why one card counts no more, though its key does. */
export const cardRevocationReasons = ['wrong-person', 'wrong-dose', 'replaced', 'misused'] as const
export type CardRevocationReason = (typeof cardRevocationReasons)[number]

/** One card that was taken back, by what it is called. */
export type RevokedCard = {
  readonly card: string
  /** The point that signed the card: nobody takes back the card of another point. */
  readonly iss: string
  readonly at: Instant
  readonly why: CardRevocationReason
}

/** A revoked card with all its fields, or null. */
export function revokedCardIn(value: Readonly<Record<string, unknown>>): RevokedCard | null {
  const { card, iss, at } = value
  const why = cardRevocationReasons.find(reason => reason === value.why)
  if (typeof card !== 'string' || !/^[\w-]{22}$/u.test(card)) return null
  return why && isText(iss) && isInstant(at) ? { card, iss, at, why } : null
}
