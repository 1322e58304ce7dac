import type { Instant } from '../calendar/calendar-day'

/** What a difficulty is about, so that the province can read the open ones by theme. */
export const difficultyThemes = [
  'computer',
  'printer',
  'internet',
  'power',
  'people',
  'application',
  'data',
  'vaccine',
  'other',
] as const
export type DifficultyTheme = (typeof difficultyThemes)[number]

/** Something a user could not do, written from any screen; it travels up, an answer comes back. */
export type Difficulty = {
  readonly theme: DifficultyTheme
  readonly text: string
  /** What they would propose; null: nothing. */
  readonly proposal: string | null
  /** Name of the screen it was written from. */
  readonly screen: string
  /** PNG as base64, with everything that may be about a person covered; null: none was wanted or could be made. */
  readonly picture: string | null
  /** Lines of the log around it, free of personal data. */
  readonly log: readonly string[]
  readonly appVersion: string
  readonly writtenByUserId: string
  readonly writtenByName: string
  readonly writtenAt: Instant
  readonly state: 'open' | 'answered' | 'solved'
  readonly answer: string | null
  readonly answeredByName: string | null
  readonly answeredAt: Instant | null
}
