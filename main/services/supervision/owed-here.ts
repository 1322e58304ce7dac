import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { dueReports } from '../../../src/domain/report/life/due-reports'
import { occasionsOf } from '../report/life/list-due'
import type { ServiceContext } from '../service'

/** How many reports this point owes and has not sent, and how many of them are late: those the reports screen lists. */
export function owedHere(context: ServiceContext): { readonly due: number; readonly late: number } {
  const { store, resources, today, at } = context
  const point = store.point()
  const startedOn = point ? vietnamDayOf(point.createdAt) : today
  const owed = dueReports(resources.reportForms, store.reports.all(), occasionsOf(context), {
    startedOn,
    today,
    at,
  })
  return { due: owed.length, late: owed.filter(({ isLate }) => isLate).length }
}
