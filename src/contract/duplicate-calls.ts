import { z } from 'zod'
import type { Instant } from '../domain/calendar/calendar-day'
import type { LinkageScore } from '../domain/linkage/linkage-types'
import { defineCall, typed } from './call'
import type { JobView } from './job-calls'
import type { PersonHit } from './person-calls'
import { id } from './values'

/*
 * Records that may be one person: found over the whole register by the job `find-duplicates`, kept on this PC.
 */

/** Two records the finder thinks may be one person, and about whom nobody has decided. */
export type DuplicatePair = {
  readonly left: PersonHit
  readonly right: PersonHit
  readonly score: LinkageScore
  /** Pairs with one number lead from record to record of what may be one person; twins are never in one. */
  readonly cluster: number
  /** One of the two was written about since: the score is that of before. */
  readonly isStale: boolean
}

export type DuplicateList = {
  /** Open pairs by certainty, in the whole register. */
  readonly totals: { readonly certain: number; readonly likely: number; readonly possible: number }
  readonly pairs: readonly DuplicatePair[]
  /** The last search that went through everybody; null before the first. */
  readonly lastSearch: {
    readonly at: Instant
    readonly persons: number
    readonly comparisons: number
  } | null
  /** The newest search of this run of the program. */
  readonly job: JobView | null
}

/** One page of open pairs of one certainty, surest first. */
export const listDuplicates = defineCall({
  name: 'duplicate.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({
    certainty: z.enum(['certain', 'likely', 'possible']),
    offset: z.int().min(0),
    limit: z.int().min(1).max(200),
  }),
  response: typed<DuplicateList>(),
  errors: [],
})

/** How likely two records are one person, and why: `left` of each evidence is that of `leftId`. */
export const compareDuplicates = defineCall({
  name: 'duplicate.compare',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ leftId: id, rightId: id }),
  response: typed<LinkageScore>(),
  errors: ['person.not-found'],
})
