import { z } from 'zod'
import { type Instant, isCalendarDay } from '../domain/calendar/calendar-day'
import type { Noun } from '../domain/journal/entry'
import type { Role } from '../domain/point/point'
import type { CellKey, CellValue } from '../domain/report/counted-report'
import type { DueReport } from '../domain/report/life/due-reports'
import type { CellDifference } from '../domain/report/life/report-difference'
import type { ReportForm, ReportKey } from '../domain/report/report-form'
import type { Report, ReportFinding, ReportState } from '../domain/report/report-record'
import { defineCall, typed } from './call'
import type { JobView } from './job-calls'
import type { PersonHit } from './person-calls'
import { cellKey, reportId, reportKey } from './report-calls'
import { id, line, reason } from './values'

/*
 * What becomes of a report: values that people enter, cross-checks, the signature that freezes it, how it left, what was
 * answered, and the versions that amend it. Decision 0042.
 */

/** Roles that may sign and send. */
export const signingRoles = ['head', 'admin'] as const satisfies readonly Role[]
const staff = ['receptionist', 'screener', 'vaccinator', 'store-keeper', 'head', 'admin'] as const

/** One version as it is shown; what it says is asked for by its difference, or counted anew. */
export type ReportVersion = Pick<
  Report,
  | 'version'
  | 'formVersion'
  | 'amends'
  | 'amendReason'
  | 'state'
  | 'findings'
  | 'checkedByName'
  | 'checkedAt'
  | 'signedByName'
  | 'signedAt'
  | 'sentAt'
  | 'sentBy'
  | 'answeredAt'
  | 'answer'
> & {
  readonly reportId: string
  readonly createdAt: Instant
  readonly isWithdrawn: boolean
  /** Why it was taken back, by whom and when. */
  readonly withdrawn: { readonly reason: string; readonly byName: string | null; readonly at: Instant } | null
}

/** How much a signed version would say otherwise if it were counted now. */
export type ReportDrift = {
  readonly at: Instant
  readonly cells: number
  readonly added: number
  readonly removed: number
}

export type ReportLife = {
  readonly key: ReportKey
  /** Null: nothing is owed, or not on this basis. */
  readonly dueAt: Instant | null
  /** That moment has passed. */
  readonly isLate: boolean
  /** The version that is worked on, and the one that holds; null: none. */
  readonly openId: string | null
  readonly standingId: string | null
  /** Newest first, those that were taken back among them. */
  readonly versions: readonly ReportVersion[]
  /** What was entered into the open version, or into the one that holds, by the key of the cell. */
  readonly entered: Readonly<Record<string, CellValue>>
  /** The count that a check looks at; `isCurrent` false: something was entered since. Null: not counted for a check yet. */
  readonly prepared: { readonly at: Instant; readonly isCurrent: boolean } | null
  readonly preparing: JobView | null
  /** Null: the version that holds says what would be counted today, or nobody has looked yet. */
  readonly drift: ReportDrift | null
  readonly reviewedAt: Instant | null
  readonly signers: readonly { readonly userId: string; readonly name: string; readonly role: Role }[]
  readonly isJoined: boolean
}

/** Where a report stands. */
export const getReportLife = defineCall({
  name: 'report.get-life',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ key: reportKey }),
  response: typed<ReportLife>(),
  errors: ['report.unknown-form'],
})

const cellValue = z.union([
  z.number().min(-1e9).max(1e12),
  line(2000),
  z.strictObject({ day: z.string().refine((text): boolean => isCalendarDay(text)) }),
  z.null(),
]) satisfies z.ZodType<CellValue>

/** Writes what a form asks of people; a checked version is a draft again. */
export const enterReport = defineCall({
  name: 'report.enter',
  kind: 'write',
  servedBy: 'engine',
  audience: staff,
  request: z.strictObject({
    key: reportKey,
    values: z
      .array(z.strictObject({ cell: cellKey, value: cellValue }))
      .min(1)
      .max(500),
  }),
  response: z.strictObject({ reportId: id }),
  errors: ['report.unknown-form', 'report.unknown-cell', 'report.is-signed'],
})

/** Runs the cross-checks over what was counted last, with the reasons why each finding is right all the same. */
export const checkReportCall = defineCall({
  name: 'report.check',
  kind: 'write',
  servedBy: 'engine',
  audience: staff,
  request: z.strictObject({
    key: reportKey,
    /** By `findingKey`; null takes a reason back. */
    reasons: z.array(z.strictObject({ key: z.string().max(300), reason: line(500).nullable() })).max(500),
  }),
  response: typed<{
    readonly reportId: string
    readonly state: Extract<ReportState, 'draft' | 'checked'>
    readonly findings: readonly ReportFinding[]
  }>(),
  errors: ['report.unknown-form', 'report.is-signed', 'report.check-outdated'],
})

/** Checks the PIN of whoever signs, as `session.sign` does. The answer is good for two minutes and one report. */
export const confirmReportSigner = defineCall({
  name: 'report.confirm-signer',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ userId: z.uuid(), pin: z.string().max(20) }),
  response: z.strictObject({ signatureId: id }),
  errors: ['user.wrong-pin', 'user.locked-out', 'report.may-not-sign'],
})

/** Signs a checked version: from now on it says what it says. */
export const signReport = defineCall({
  name: 'report.sign',
  kind: 'write',
  servedBy: 'engine',
  audience: signingRoles,
  request: z.strictObject({ reportId, signatureId: id }),
  response: z.strictObject({}),
  errors: [
    'report.not-found',
    'report.wrong-state',
    'report.check-outdated',
    'report.findings-changed',
    'report.period-not-over',
    'report.signature-old',
  ],
})

/** Notes that a signed version left: through the province link, or as a file for entry by hand. */
export const sendReport = defineCall({
  name: 'report.send',
  kind: 'write',
  servedBy: 'engine',
  audience: signingRoles,
  request: z.strictObject({ reportId, by: z.enum(['link', 'file']) }),
  response: z.strictObject({}),
  errors: ['report.not-found', 'report.wrong-state', 'report.not-joined', 'report.case-by-hand'],
})

/** Notes what was answered to a report that went by hand. */
export const answerReport = defineCall({
  name: 'report.note-answer',
  kind: 'write',
  servedBy: 'engine',
  audience: signingRoles,
  request: z.strictObject({
    reportId,
    verdict: z.enum(['accepted', 'refused']),
    reason: line(1000).nullable(),
  }),
  response: z.strictObject({}),
  errors: ['report.not-found', 'report.wrong-state', 'reason.missing'],
})

/** Begins the next version of a signed report. The old one stays as it is. */
export const amendReport = defineCall({
  name: 'report.amend',
  kind: 'write',
  servedBy: 'engine',
  audience: signingRoles,
  request: z.strictObject({ reportId, reason }),
  response: z.strictObject({ reportId: id }),
  errors: ['report.not-found', 'report.wrong-state', 'report.open-version', 'reason.missing'],
})

/** Takes a version back. It stays readable, with the reason; whoever received it is told. */
export const withdrawReport = defineCall({
  name: 'report.withdraw',
  kind: 'write',
  servedBy: 'engine',
  audience: signingRoles,
  request: z.strictObject({ reportId, reason }),
  response: z.strictObject({}),
  errors: ['report.not-found', 'report.wrong-state', 'reason.missing'],
})

/** Something that is in one version and not in the other, and who wrote it down when. */
export type DifferenceName = {
  readonly change: 'added' | 'removed'
  readonly noun: Noun
  readonly recordId: string
  readonly hit: PersonHit | null
  readonly label: string | null
  /** Cells that it moved. */
  readonly cells: readonly CellKey[]
  /** The entry that made the difference: when it was recorded, or when it was corrected or taken back. */
  readonly at: Instant
  readonly byName: string | null
  readonly reason: string | null
}

export type ReportDifference = {
  readonly form: ReportForm
  readonly before: { readonly version: number; readonly at: Instant | null }
  /** `version` null: counted now, signed by nobody. */
  readonly after: { readonly version: number | null; readonly at: Instant | null }
  readonly cells: readonly (Omit<CellDifference, 'added' | 'removed'> & {
    readonly added: number | null
    readonly removed: number | null
  })[]
  readonly names: readonly DifferenceName[]
  readonly namesTotal: number
}

/**
 * What a version says otherwise: than the one it amends, or than what would be counted today. Null: nobody has counted it
 * again yet, or it amends nothing.
 */
export const getReportDifference = defineCall({
  name: 'report.get-difference',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ reportId, against: z.enum(['amended', 'today']) }),
  response: typed<ReportDifference | null>(),
  errors: ['report.not-found'],
})

export type DueReports = {
  readonly now: Instant
  readonly lines: readonly (DueReport & {
    readonly form: Pick<ReportForm, 'id' | 'title' | 'to' | 'period'>
  })[]
  /** Signed reports that would count differently today. */
  readonly drifted: readonly (ReportDrift & {
    readonly key: ReportKey
    readonly reportId: string
    readonly title: ReportForm['title']
  })[]
  /** How far each report has come that was begun. */
  readonly begun: readonly {
    readonly key: ReportKey
    readonly version: number
    readonly state: ReportState
  }[]
  /** Null: nobody has looked since the application was started. */
  readonly reviewedAt: Instant | null
  /** Something was written since. */
  readonly isReviewStale: boolean
  readonly reviewing: JobView | null
}

/** Reports that are owed, the most urgent first, and signed ones that would count differently today. */
export const listDueReports = defineCall({
  name: 'report.list-due',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<DueReports>(),
  errors: [],
})
