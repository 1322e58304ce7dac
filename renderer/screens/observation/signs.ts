import type { ReactionSign } from '../../text/vi/codes'

/** Signs that pass by themselves in a day or two (fever below 39 °C, local, crying). */
export const commonSigns: readonly ReactionSign[] = [
  'fever',
  'local-swelling',
  'irritability',
  'rash',
  'vomiting',
]

/** Signs of which one alone makes a reaction severe: act, stop the session, report within 24 hours. */
export const severeSigns: readonly ReactionSign[] = [
  'breathing-difficulty',
  'pale-or-blue',
  'convulsion',
  'floppy',
  'low-pressure',
  'wide-rash',
  'long-cry',
]
