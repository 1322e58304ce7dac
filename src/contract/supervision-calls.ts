import { z } from 'zod'
import type { Instant } from '../domain/calendar/calendar-day'
import type { ReportForm } from '../domain/report/report-form'
import type { LocalText } from '../domain/schedule/schedule-types'
import { type DifficultyTheme, difficultyThemes } from '../domain/supervision/difficulty'
import type { PointStatus } from '../domain/supervision/point-status'
import type { UnitSum, UnitView } from '../domain/supervision/roll-up'
import type { SeenReadiness } from '../domain/supervision/say-status'
import type {
  SupervisedAnswer,
  SupervisedDifficulty,
  SupervisedPoint,
  SupervisedReport,
  SupervisedRow,
} from '../domain/supervision/supervised'
import { difficultyVerdicts, reportVerdicts } from '../domain/supervision/supervisor-answer'
import { defineCall, typed } from './call'
import type { ErrorCode } from './errors'
import { month } from './handbook-filter'
import { calendarDay, id, line } from './values'

/*
 * Supervision: how this point stands, which it says by itself, and how the points below stand, for whoever supervises them.
 * A point's own users never see another point. Decision 0045.
 */

const supervisors = ['supervisor'] as const

/** How this point stands now, and what it said last. */
export type OwnStatus = {
  readonly now: PointStatus
  readonly seen: SeenReadiness
  /** What was written down last; null: nothing yet. */
  readonly said: PointStatus | null
  readonly answeredByName: string | null
}

export const getPointStatus = defineCall({
  name: 'point-status.get',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<OwnStatus>(),
  errors: [],
})

const readiness = z.enum(['yes', 'no', 'unknown'])
const count = z.int().min(0).max(1_000_000).nullable()

/** Keeps what only people know of their point. It goes up with how the point stands. */
export const savePointAnswers = defineCall({
  name: 'point-status.save-answers',
  kind: 'write',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({
    computer: readiness,
    printer: readiness,
    internet: readiness,
    power: readiness,
    internetKind: line(60).nullable(),
    trainedStaff: count,
    births: count,
    dosesOnPaper: count,
    lastSupervisedOn: calendarDay.nullable(),
  }),
  response: z.strictObject({}),
  errors: ['supervision.day-in-future'],
})

/** Says how the point stands where it is time to: once a day, and when something of it is different. */
export const notePointStatus = defineCall({
  name: 'point-status.note',
  kind: 'write',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({}),
  response: z.strictObject({ isSaid: z.boolean() }),
  errors: [],
})

/** How fresh what is shown is. `stale`: nothing came for long; `never`: nothing was read yet. */
export type SupervisionStanding = {
  readonly state: 'not-joined' | 'never' | 'fresh' | 'stale'
  readonly readAt: Instant | null
  readonly isReading: boolean
  /** Why nothing gets through at the moment. */
  readonly trouble: ErrorCode | null
}

export type SupervisionOverview = {
  readonly standing: SupervisionStanding
  /** The month whose reports are looked at. */
  readonly period: string
  readonly forms: readonly { readonly id: string; readonly title: LocalText }[]
  readonly total: UnitSum
  readonly communes: readonly UnitView[]
}

/** The points below, commune by commune: state, reports of a month, difficulties. */
export const getSupervision = defineCall({
  name: 'supervision.get-overview',
  kind: 'read',
  servedBy: 'engine',
  audience: supervisors,
  request: z.strictObject({ period: month }),
  response: typed<SupervisionOverview>(),
  errors: [],
})

/** Asks the province's server now instead of when it would. */
export const refreshSupervision = defineCall({
  name: 'supervision.refresh',
  kind: 'read',
  servedBy: 'engine',
  audience: supervisors,
  request: z.strictObject({}),
  response: z.strictObject({}),
  errors: ['link.not-joined'],
})

/** A report as a line: who sent it, when, and how it was answered. */
export type ReceivedReport = Pick<
  SupervisedReport,
  | 'recordId'
  | 'formId'
  | 'formVersion'
  | 'period'
  | 'basis'
  | 'version'
  | 'amendReason'
  | 'signedByName'
  | 'receivedAt'
> & {
  readonly formTitle: LocalText | null
  readonly point: Pick<SupervisedPoint, 'name' | 'communeName'> | null
  readonly answer: Pick<SupervisedAnswer, 'verdict' | 'text' | 'byName' | 'at'> | null
}

/** Reports that came up for a month, unanswered ones first. */
export const listReceivedReports = defineCall({
  name: 'supervision.list-reports',
  kind: 'read',
  servedBy: 'engine',
  audience: supervisors,
  request: z.strictObject({ period: month }),
  response: typed<{ readonly reports: readonly ReceivedReport[] }>(),
  errors: [],
})

/** A report as it was sent, with the form it was made on where this program knows it. */
export const getReceivedReport = defineCall({
  name: 'supervision.get-report',
  kind: 'read',
  servedBy: 'engine',
  audience: supervisors,
  request: z.strictObject({ recordId: id }),
  response: typed<
    ReceivedReport & { readonly form: ReportForm | null; readonly rows: readonly SupervisedRow[] }
  >(),
  errors: ['supervision.unknown-record'],
})

/** Takes a report, or sends it back with the reason. The answer goes to its point over the link. */
export const answerReport = defineCall({
  name: 'supervision.answer-report',
  kind: 'write',
  servedBy: 'engine',
  audience: supervisors,
  request: z.strictObject({
    recordId: id,
    verdict: z.enum(reportVerdicts),
    text: line(1_000).nullable(),
  }),
  response: z.strictObject({ answerId: id }),
  errors: ['supervision.unknown-record', 'supervision.no-reason'],
})

/** A difficulty as a line. */
export type ReceivedDifficulty = Pick<
  SupervisedDifficulty,
  | 'recordId'
  | 'theme'
  | 'text'
  | 'proposal'
  | 'screen'
  | 'appVersion'
  | 'writtenByName'
  | 'writtenAt'
  | 'state'
> & {
  readonly hasPicture: boolean
  readonly point: Pick<SupervisedPoint, 'name' | 'communeName'> | null
  readonly answers: readonly Pick<SupervisedAnswer, 'verdict' | 'text' | 'byName' | 'at'>[]
}

/** Difficulties of the points below, open ones first, with how many are open by theme. */
export const listReceivedDifficulties = defineCall({
  name: 'supervision.list-difficulties',
  kind: 'read',
  servedBy: 'engine',
  audience: supervisors,
  request: z.strictObject({ theme: z.enum(difficultyThemes).nullable(), onlyOpen: z.boolean() }),
  response: typed<{
    readonly openByTheme: readonly { readonly theme: DifficultyTheme; readonly open: number }[]
    readonly difficulties: readonly ReceivedDifficulty[]
  }>(),
  errors: [],
})

/** What goes with a difficulty: the picture of the screen (PNG as base64) and lines of the log. */
export const getReceivedDifficulty = defineCall({
  name: 'supervision.get-difficulty',
  kind: 'read',
  servedBy: 'engine',
  audience: supervisors,
  request: z.strictObject({ recordId: id }),
  response: typed<Pick<SupervisedDifficulty, 'picture' | 'log'>>(),
  errors: ['supervision.unknown-record'],
})

/** Answers a difficulty, or closes it. */
export const answerDifficulty = defineCall({
  name: 'supervision.answer-difficulty',
  kind: 'write',
  servedBy: 'engine',
  audience: supervisors,
  request: z.strictObject({ recordId: id, verdict: z.enum(difficultyVerdicts), text: line(2_000) }),
  response: z.strictObject({ answerId: id }),
  errors: ['supervision.unknown-record', 'supervision.no-answer'],
})
