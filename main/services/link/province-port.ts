import type { ErrorCode } from '../../../src/contract/errors'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { ArrivedFact, ArrivedPerson, Unreadable } from '../../../src/domain/exchange/fhir/arrived'
import type { ProvinceQuery } from '../../../src/domain/exchange/fhir/ask-province'
import type { Author } from '../../../src/domain/exchange/fhir/read-author'

/** A question to the province that is under way, or was answered. */
export type ProvinceAsk = {
  readonly askId: string
  readonly state: 'running' | 'done' | 'failed'
  /** Who was found. */
  readonly people: readonly ArrivedPerson[]
  /** Who was brought over. */
  readonly personIds: readonly string[]
  /** What the other side of a question said in each of its versions, newest first. */
  readonly versions: readonly { readonly fact: ArrivedFact; readonly author: Author }[]
  readonly trouble: ErrorCode | null
}

/** How the pull stands. */
export type PullStanding = {
  readonly state: 'not-joined' | 'waiting' | 'running'
  readonly lastAt: Instant | null
  readonly trouble: ErrorCode | null
  /** Taken in since the engine started. */
  readonly taken: number
  /** What came and could not be read, newest last. */
  readonly unreadable: readonly Unreadable[]
}

/** The part of the engine that asks the province: what it is asked takes as long as the line is slow. */
export type ProvinceDesk = {
  readonly search: (query: ProvinceQuery) => ProvinceAsk
  readonly bring: (resource: string) => ProvinceAsk
  readonly history: (resource: string) => ProvinceAsk
  readonly find: (askId: string) => ProvinceAsk | null
  readonly standing: () => PullStanding
  /** Pulls now rather than when it would. */
  readonly nudge: () => void
}

/** For where there is no link: practice, and tests of other things. */
export const noProvince: ProvinceDesk = {
  search: () => notJoined,
  bring: () => notJoined,
  history: () => notJoined,
  find: () => null,
  standing: () => ({ state: 'not-joined', lastAt: null, trouble: null, taken: 0, unreadable: [] }),
  nudge: () => undefined,
}

const notJoined: ProvinceAsk = {
  askId: '',
  state: 'failed',
  people: [],
  personIds: [],
  versions: [],
  trouble: 'province.not-joined',
}
