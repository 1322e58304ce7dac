import { z } from 'zod'
import type { Instant } from '../domain/calendar/calendar-day'
import { defineCall, typed } from './call'
import type { CallError } from './errors'
import type { ExportRequest } from './export-values'
import { month } from './handbook-filter'
import type { ImportCheck, ImportLook } from './import-values'
import { cohort } from './indicator-filter'
import { reportKey } from './report-values'
import { calendarDay, id } from './values'

/*
 * Work that takes longer than a request may: it runs beside the engine, tells how far it is, and can be called off.
 */

/** Every job that `job.start` starts, with what it needs to know. */
export const jobRequest = z.discriminatedUnion('name', [
  /** Works out anew what is due for everybody whose kept forecast no longer holds. */
  z.strictObject({ name: z.literal('forecast.renew') }),
  /** Goes through the whole register for records that may be one person. */
  z.strictObject({ name: z.literal('find-duplicates') }),
  /** Goes through the whole register for what cannot be right. */
  z.strictObject({ name: z.literal('register.check') }),
  /** Makes the working lists of the mother-and-child handbook anew. */
  z.strictObject({ name: z.literal('handbook.lists') }),
  /** Counts the handbook programme's form for the twelve months that end with this one. */
  z.strictObject({ name: z.literal('handbook.report'), until: month }),
  /** Reads the children of a birth cohort and a year's work for the indicators. */
  z.strictObject({ name: z.literal('report.indicators'), cohort }),
  /** Counts a report; whoever waits for a renewal is renewed first. */
  z.strictObject({ name: z.literal('report.count'), key: reportKey }),
  /** Counts a report with its names, to be checked and signed. */
  z.strictObject({ name: z.literal('report.prepare'), key: reportKey }),
  /** Counts signed reports again: what was entered late shows as a difference. */
  z.strictObject({ name: z.literal('report.review') }),
  /** Counts whose due dates a schedule file, or its withdrawal, would move. */
  z.strictObject({
    name: z.literal('schedule.measure-impact'),
    on: calendarDay,
    change: z.discriminatedUnion('action', [
      z.strictObject({ action: z.literal('apply'), code: z.string(), text: z.string() }),
      z.strictObject({ action: z.literal('withdraw'), fileId: id }),
    ]),
  }),
])

/** Jobs that a call of their own starts, because not everybody may. */
type GuardedJob =
  | { readonly name: 'import.look'; readonly look: ImportLook }
  | { readonly name: 'import.check'; readonly check: ImportCheck }
  | { readonly name: 'import.write'; readonly check: ImportCheck; readonly digest: string }
  | { readonly name: 'export.make'; readonly request: ExportRequest }
export type JobRequest = z.output<typeof jobRequest> | GuardedJob
export type JobName = JobRequest['name']

/** How a job stands. What ran is remembered until the engine ends. */
export type JobView = {
  readonly jobId: string
  readonly name: JobName
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  readonly done: number
  /** Null until the job knows how much there is. */
  readonly total: number | null
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  /** What the job found; null unless it is done. */
  readonly result: unknown
  /** Why it failed; null unless it did. */
  readonly error: CallError | null
}

/** Starts a job. One that runs already with the same request goes on and is answered; another of the same name is called off. */
export const startJob = defineCall({
  name: 'job.start',
  kind: 'read',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({ job: jobRequest }),
  response: typed<JobView>(),
  errors: [],
})

/** Calls a job off; what it has done so far stays. A job that is over is left as it is. */
export const cancelJob = defineCall({
  name: 'job.cancel',
  kind: 'read',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({ jobId: id }),
  response: typed<JobView>(),
  errors: ['job.not-found'],
})

export const getJob = defineCall({
  name: 'job.get',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ jobId: id }),
  response: typed<JobView>(),
  errors: ['job.not-found'],
})

/** The newest job of every name. */
export const listJobs = defineCall({
  name: 'job.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<readonly JobView[]>(),
  errors: [],
})
