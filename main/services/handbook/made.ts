import type { Made } from '../../../src/contract/handbook-list-calls'
import { type Instant, vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import type { ServiceContext } from '../service'

/** How old what is kept is, and the job that makes it anew. */
export function madeOf(
  { store, jobs, today }: Pick<ServiceContext, 'store' | 'jobs' | 'today'>,
  kept: { readonly at: Instant; readonly mark: number } | null,
  name: 'handbook.lists' | 'handbook.report' | 'report.count' | 'report.indicators',
): Made {
  return {
    at: kept?.at ?? null,
    isStale: kept === null || kept.mark !== store.handbook.mark() || vietnamDayOf(kept.at) !== today,
    job: jobs.list().find(job => job.name === name) ?? null,
  }
}
