import type { Noun } from '../domain/journal/entry'

/** What main tells the window: past tense, no contents; the window reads again what it shows. */
export type AppEvent =
  | {
      readonly name: 'records.changed'
      readonly nouns: readonly Noun[]
      readonly personIds: readonly string[]
    }
  | { readonly name: 'print.job-changed'; readonly jobId: string }
  | { readonly name: 'engine.restarted' }
  | { readonly name: 'engine.stopped' }
