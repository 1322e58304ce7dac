import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { ScheduleImpact } from '../domain/schedule/due-date-changes'
import type { ScheduleVersion } from '../domain/schedule/schedule-book'
import type { ScheduleDifference } from '../domain/schedule/schedule-difference'
import type { ScheduleFile } from '../domain/schedule/schedule-file'
import { defineCall, typed } from './call'
import type { Problem } from './errors'
import type { JobView } from './job-calls'
import { chosenFile, filledLine, id } from './values'

/** One thing wrong in a schedule file; `field` is the path in it. */
export type ScheduleFileProblem = Problem & { readonly line: number; readonly column: number }

/** A version of the book, as a list of versions shows it. */
export type ScheduleVersionView = Pick<
  ScheduleVersion,
  | 'kind'
  | 'code'
  | 'name'
  | 'legalBasis'
  | 'validFrom'
  | 'validTo'
  | 'confirmation'
  | 'confirmedBy'
  | 'confirmedOn'
  | 'notes'
> & {
  /** Part of today's schedule. */
  readonly isInForce: boolean
  /** Dose rows, and how many of them a clinician has signed. */
  readonly rows: number
  readonly confirmedRows: number
  /** The file it comes from; null: it ships with the application. */
  readonly fileId: string | null
}

/** A file the point was given. 'replaced': in force, but a later file of the same code goes before it. */
export type ScheduleFileView = Pick<ScheduleFile, 'code' | 'fileName' | 'reason' | 'byName'> & {
  readonly fileId: string
  readonly state: 'in-use' | 'replaced' | 'withdrawn' | 'refused'
  readonly changedAt: Instant
  /** Why a file that is to be in force cannot be used; the schedule does without it. */
  readonly problems: readonly ScheduleFileProblem[]
}

export type ScheduleOverview = {
  /** Newest first, supplements last. */
  readonly versions: readonly ScheduleVersionView[]
  /** Newest first. */
  readonly files: readonly ScheduleFileView[]
}

/** What applying or withdrawing a file would change, before anything is written. */
export type SchedulePreview = {
  /** Names what was previewed; the window never sees a path. */
  readonly token: string
  readonly action: 'apply' | 'withdraw'
  readonly fileName: string
  /** Null as long as the file has problems. */
  readonly version: ScheduleVersionView | null
  /** What stands under the code now. */
  readonly replaces: 'nothing' | 'shipped' | 'file'
  /** The first few hundred, in the order of lines; `problemCount` says how many there are. */
  readonly problems: readonly ScheduleFileProblem[]
  readonly problemCount: number
  /** The day for which both schedules are put together and compared. */
  readonly comparedOn: CalendarDay
  readonly difference: ScheduleDifference | null
}

/** How many due dates move; the people of the sample with their names. */
export type ImpactView = Omit<ScheduleImpact, 'sample'> & {
  readonly sample: readonly (ScheduleImpact['sample'][number] & {
    readonly name: string
    readonly birthDate: CalendarDay
  })[]
}

/** The versions in the book, and the files this point was given. */
export const listSchedules = defineCall({
  name: 'schedule.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<ScheduleOverview>(),
  errors: [],
})

/** Lets the user choose a schedule file and reads it; writes nothing. */
export const chooseScheduleFile = defineCall({
  name: 'schedule.choose-file',
  kind: 'read',
  servedBy: 'main',
  audience: ['head', 'admin'],
  request: z.strictObject({}),
  response: typed<SchedulePreview>(),
  errors: ['schedule-file.cancelled', 'schedule-file.unreadable', 'schedule-file.bad-encoding'],
})

/** Reads a file that main has opened; not callable by a window. */
export const previewScheduleFile = defineCall({
  name: 'schedule.preview-file',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: chosenFile,
  response: typed<SchedulePreview>(),
  errors: ['schedule-file.bad-encoding'],
})

/** What going back to the schedule without a file would change; writes nothing. */
export const previewWithdrawal = defineCall({
  name: 'schedule.preview-withdrawal',
  kind: 'read',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({ fileId: id }),
  response: typed<SchedulePreview>(),
  errors: ['schedule-file.not-found', 'schedule-file.not-active'],
})

/** Starts counting whose due dates would move by what was previewed; the job's result is an `ImpactView`. */
export const measureImpact = defineCall({
  name: 'schedule.measure-impact',
  kind: 'read',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({ token: id }),
  response: typed<JobView>(),
  errors: ['schedule-file.choose-again', 'schedule-file.has-problems'],
})

/** Lets what was previewed take effect, at this moment and at every station of the point. */
export const applySchedule = defineCall({
  name: 'schedule.apply',
  kind: 'write',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({ token: id, reason: filledLine(500) }),
  response: z.strictObject({ fileId: id }),
  errors: [
    'schedule-file.choose-again',
    'schedule-file.has-problems',
    'schedule-file.already-active',
    'schedule-file.not-active',
    'schedule-file.needed',
    'reason.missing',
  ],
})
