import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import type { KeptDose, KeptStatus } from '../domain/schedule/kept-forecast'
import type { LocalText } from '../domain/schedule/schedule-types'
import { defineCall, typed } from './call'
import { dueFilter } from './due-filter'
import type { JobView } from './job-calls'
import type { PersonHit } from './person-calls'

export type { DueRequest } from './due-filter'

/*
 * Who is due: lists of the whole register, from forecasts that are kept and renewed beside the work.
 */

/** One dose on the list. */
export type DueListDose = Pick<KeptDose, 'label' | 'doseNumber' | 'recommendedOn' | 'latestOn'> & {
  readonly rowCode: string
  readonly status: KeptStatus
  /** First day it is due; days since the last day in time, when overdue. */
  readonly dueOn: CalendarDay
  readonly daysLate: number | null
}

export type DueLine = { readonly hit: PersonHit; readonly doses: readonly DueListDose[] }

/** Whether every kept forecast holds; while some do not, the list says that it is being renewed. */
export type Renewal = { readonly isWaiting: boolean; readonly job: JobView | null }

export type DueList = {
  readonly on: CalendarDay
  readonly total: number
  readonly lines: readonly DueLine[]
  readonly renewal: Renewal
}

/** One page of those who are due, the ones who have waited longest or shortest first. */
export const listDue = defineCall({
  name: 'immunization.list-due',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({
    filter: dueFilter,
    order: z.enum(['oldest', 'newest']),
    offset: z.int().min(0),
    limit: z.int().min(1).max(200),
  }),
  response: typed<DueList>(),
  errors: [],
})

export type DueCounts = {
  readonly total: number
  /** How many persons wait for a new forecast. */
  readonly waiting: number
  /** Persons by place, as if the filter named none; by row, as if it named none. */
  readonly places: readonly {
    readonly communeCode: string
    readonly communeName: string | null
    readonly hamlet: string
    readonly persons: number
  }[]
  readonly rows: readonly { readonly rowCode: string; readonly name: LocalText; readonly persons: number }[]
}

export const countDue = defineCall({
  name: 'immunization.count-due',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ filter: dueFilter }),
  response: typed<DueCounts>(),
  errors: [],
})
