import type { Noun } from '../domain/journal/entry'
import type { JobName, JobView } from './job-calls'

/** What main tells the window: past tense, no contents; the window reads again what it shows. */
export type AppEvent =
  | {
      readonly name: 'records.changed'
      readonly nouns: readonly Noun[]
      readonly personIds: readonly string[]
    }
  | { readonly name: 'print.job-changed'; readonly jobId: string }
  | {
      readonly name: 'job.progressed'
      readonly jobId: string
      readonly job: JobName
      readonly done: number
      readonly total: number
    }
  | {
      readonly name: 'job.ended'
      readonly jobId: string
      readonly job: JobName
      readonly state: Exclude<JobView['state'], 'running'>
    }
  /** A courier stick is looked at, written or read: files looked at, files written, entries taken. */
  | {
      readonly name: 'courier.progressed'
      readonly step: 'look' | 'write' | 'read'
      readonly done: number
      readonly total: number
    }
  /** Some kept forecasts were made anew because a day has begun. */
  | { readonly name: 'forecasts.renewed' }
  /** This PC's clock moved by something else than time. */
  | { readonly name: 'clock.jumped' }
  /** Something of the link to the province is different: what waits, what was taken, or whether it gets through. */
  | { readonly name: 'link.changed' }
  /** A question to the province was answered, or could not be. */
  | { readonly name: 'province.answered'; readonly askId: string }
  | { readonly name: 'engine.restarted' }
  | { readonly name: 'engine.stopped' }
