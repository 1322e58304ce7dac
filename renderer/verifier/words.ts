import { type Instant, vietnamDayOf, vietnamTimeOf } from '../../src/domain/calendar/calendar-day'
import { certificate as en } from '../text/en/certificate'
import { certificateErrors as enErrors } from '../text/en/certificate-errors'
import { certificate as vi } from '../text/vi/certificate'
import { certificateErrors as viErrors } from '../text/vi/certificate-errors'

export type Language = 'vi' | 'en'
export const words = { vi, en }
export const errorWords = { vi: viErrors, en: enErrors }

/** A date as exactly as it is known, as people write it. */
export function written(date: string): string {
  return date.split('-').toReversed().join('/')
}

/** A moment in Vietnam, with its day. */
export function moment(at: Instant): string {
  return `${vietnamTimeOf(at)} ${written(vietnamDayOf(at))}`
}

/** A sign beside each word, so that colour is never alone. */
export const glyphs = {
  valid: '✓',
  altered: '✕',
  'unknown-issuer': '?',
  revoked: '⊘',
  'revoked-card': '⊘',
  practice: '◇',
  'expired-key': '▲',
  'expired-card': '▲',
  'from-future': '!',
  'not-a-card': '–',
} as const
