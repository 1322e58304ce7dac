import { measureImpact } from '../../../src/contract/schedule-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { type ServiceContext, serve } from '../service'
import { currentBook } from './current-book'
import { tryFile } from './read-file'
import { getStagedChange, type StagedChange } from './staged-change'

/** Due dates are compared today, or on the first day of a version that is still to come. */
export const measureImpactService = serve(measureImpact, (context, { token }) => {
  const change = getStagedChange(context, token)
  const asked =
    change.action === 'apply'
      ? { action: change.action, code: change.code, text: change.text }
      : { action: change.action, fileId: change.fileId }
  return context.jobs.start({
    name: 'schedule.measure-impact',
    on: firstDayOf(change, context),
    change: asked,
  })
})

function firstDayOf(change: StagedChange, context: ServiceContext): CalendarDay {
  const { book } =
    (change.action === 'apply' ? tryFile(context, change.text).assembled : null) ?? currentBook(context)
  const validFrom = book.versions.find(({ code }) => code === change.code)?.validFrom
  return validFrom !== undefined && validFrom > context.today ? validFrom : context.today
}
