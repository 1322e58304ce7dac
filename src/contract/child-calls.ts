import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { AskToday } from '../domain/child/ask-today'
import type { ChildCheck } from '../domain/child/child-check'
import type { ToDo, Wording } from '../domain/child/child-handbook'
import type { NextCheck } from '../domain/child/child-schedule'
import { type GrowthChartData, growthRanges } from '../domain/child/growth-curves'
import type { GrowthRow } from '../domain/child/growth-history'
import type { GrowthRecord, GrowthSource } from '../domain/child/growth-records'
import { growthIndicators } from '../domain/child/growth-scores'
import type { LatestFinding } from '../domain/child/latest-findings'
import type { Sex } from '../domain/person/person'
import { defineCall, typed } from './call'
import { calendarDay, id, line, reason } from './values'

const writers = ['screener', 'vaccinator', 'head', 'admin'] as const

/** A day of a child's curves with WHO's scores, and the records it is made of. */
export type ScoredDay = GrowthRow & { readonly sources: readonly GrowthSource[] }

/** A finding; `text` where a cut-off of the lists says it. */
export type FindingView = LatestFinding & { readonly text: Wording | null }

/** One check as its row shows it. */
export type ChildCheckView = ChildCheck & {
  readonly checkId: string
  readonly writtenAt: Instant
  /** More than one: it was corrected. */
  readonly versions: number
}

/** Everything about a child's growth and development, in one answer. */
export type ChildPicture = {
  readonly personId: string
  readonly sex: Sex
  readonly bornOn: CalendarDay
  readonly gestationWeeks: number | null
  /** The day a preterm child was due, while its corrected age counts for its development. */
  readonly correctedFrom: CalendarDay | null
  /** False from the nineteenth birthday on: nothing is asked any more. */
  readonly isGrowing: boolean
  readonly days: readonly ScoredDay[]
  /** Every measurement by itself, also two of one day. */
  readonly records: readonly GrowthRecord[]
  /** What the newest measurings say, with the words of the cut-offs. */
  readonly findings: readonly FindingView[]
  readonly whatToDo: Readonly<Record<ToDo, Wording>>
  readonly ask: AskToday
  readonly next: NextCheck | null
  /** The day proposed for the visit after today's. */
  readonly proposedNextOn: CalendarDay | null
  /** A weight that was measured today at the screening: offered, not typed again. */
  readonly weightToday: { readonly weightKg: number; readonly at: Instant } | null
  /** Newest first. */
  readonly checks: readonly ChildCheckView[]
  /** Words of every code a check may have. */
  readonly words: Readonly<Record<string, Wording>>
  /** Lists of the handbook nobody has confirmed yet. */
  readonly isUnverified: boolean
}

export const getChildPicture = defineCall({
  name: 'child.get-picture',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id }),
  response: typed<ChildPicture>(),
  errors: ['person.not-found'],
})

/** One of WHO's charts with the child's points; null where WHO has none, or the sex is not known. */
export const getChildChart = defineCall({
  name: 'child.get-chart',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({
    personId: id,
    indicator: z.enum(growthIndicators),
    range: z.enum(growthRanges),
  }),
  response: typed<GrowthChartData | null>(),
  errors: ['person.not-found'],
})

const cm = z.number().positive().max(1000).nullable()
const codes = z.array(z.string().max(60)).max(40)
const words = line(1000).nullable()

const checkFields = z.strictObject({
  checkedOn: calendarDay,
  placeName: line().nullable(),
  weightKg: z.number().positive().max(1000).nullable(),
  lengthHeightCm: cm,
  position: z.enum(['lying', 'standing']).nullable(),
  headCm: cm,
  armCm: cm,
  oedema: z.boolean().nullable(),
  feeding: codes,
  supplements: codes,
  signs: z.record(z.string().max(60), z.enum(['yes', 'not-yet'])),
  dangerSigns: codes,
  illness: words,
  advice: words,
  referredTo: line().nullable(),
  nextVisitOn: calendarDay.nullable(),
})

/** Fields of a check as a form sends them. */
export type ChildCheckFields = z.output<typeof checkFields>

const checkErrors = [
  'person.not-found',
  'child-check.before-birth',
  'child-check.in-future',
  'child-check.after-death',
  'child-check.grown-up',
  'child-check.empty',
  'child-check.bad-weight',
  'child-check.bad-length',
  'child-check.bad-head',
  'child-check.bad-arm',
  'child-check.unknown-code',
  'child-check.feeding-contradicts',
  'child-check.supplement-age',
  'child-check.supplement-twice',
  'child-check.supplement-too-soon',
  'child-check.next-not-after',
  'child-check.again-length',
  'child-check.again-head',
  'child-check.again-score',
  'child-check.again-weight-low',
  'child-check.again-weight-high',
  'child-check.again-weight-lost',
  'child-check.again-weight-gained',
] as const

/**
 * Writes one look at a child. What is odd beside WHO's curves or the last time is answered as `child-check.again-…` until
 * `measuredAgain` says that it was measured once more; what cannot be is refused. A day for the next visit is arranged.
 */
export const recordChildCheck = defineCall({
  name: 'child.record-check',
  kind: 'write',
  servedBy: 'engine',
  audience: writers,
  request: z.strictObject({ personId: id, check: checkFields, measuredAgain: z.boolean() }),
  response: z.strictObject({ checkId: id, appointmentId: id.nullable() }),
  errors: [...checkErrors],
})

/** Puts right what was written wrong; the old version stays readable. */
export const correctChildCheck = defineCall({
  name: 'child.correct-check',
  kind: 'write',
  servedBy: 'engine',
  audience: writers,
  request: z.strictObject({
    checkId: id,
    changes: checkFields.partial(),
    measuredAgain: z.boolean(),
    reason,
  }),
  response: z.strictObject({}),
  errors: ['child-check.not-found', 'child-check.nothing-changed', ...checkErrors, 'reason.missing'],
})

/** A check that never was, or of another child. */
export const voidChildCheck = defineCall({
  name: 'child.void-check',
  kind: 'write',
  servedBy: 'engine',
  audience: writers,
  request: z.strictObject({ checkId: id, reason }),
  response: z.strictObject({}),
  errors: ['child-check.not-found', 'reason.missing'],
})
