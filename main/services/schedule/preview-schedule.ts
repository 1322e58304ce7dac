import type { AssembledBook } from '../../../src/contract/assemble-book'
import { refuse } from '../../../src/contract/errors'
import {
  previewScheduleFile,
  previewWithdrawal,
  type SchedulePreview,
} from '../../../src/contract/schedule-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { scheduleOn } from '../../../src/domain/schedule/schedule-book'
import { scheduleDifference } from '../../../src/domain/schedule/schedule-difference'
import { type ServiceContext, serve } from '../service'
import { activeFiles, bookWith, currentBook } from './current-book'
import { tryFile } from './read-file'
import { type StagedChange, stageChange } from './staged-change'
import { versionViews } from './version-view'

const mostProblemsShown = 300

export const previewScheduleFileService = serve(
  previewScheduleFile,
  (context, { fileName, bytes }): SchedulePreview => {
    const text = context.readText(bytes)
    const tried = tryFile(context, text)
    const { code, problems, assembled } = tried
    const hasProblems = problems.length > 0
    const token = stageChange(context, { action: 'apply', code, fileName, text, hasProblems })
    return {
      ...{ token, action: 'apply', fileName, replaces: replacedBy(code, currentBook(context)) },
      ...compared(context, code, assembled, assembled),
      problems: problems.slice(0, mostProblemsShown),
      problemCount: problems.length,
    }
  },
)

export const previewWithdrawalService = serve(previewWithdrawal, (context, { fileId }): SchedulePreview => {
  const files = activeFiles(context.store)
  const file = context.store.records.find('schedule-file', fileId) ?? refuse('schedule-file.not-found')
  if (file.status !== 'active') refuse('schedule-file.not-active')
  const { code, fileName } = file
  const change: StagedChange = { action: 'withdraw', fileId, code, fileName, hasProblems: false }
  const token = stageChange(context, change)
  const without = bookWith(
    context.resources,
    files.filter(({ id }) => id !== fileId),
  )
  const now = currentBook(context)
  return {
    ...{
      token,
      action: 'withdraw',
      fileName,
      replaces: replacedBy(code, now),
      problems: [],
      problemCount: 0,
    },
    ...compared(context, code, without, now),
  }
})

function replacedBy(code: string, { fileOf }: AssembledBook): SchedulePreview['replaces'] {
  const fileId = fileOf.get(code)
  if (fileId === undefined) return 'nothing'
  return fileId === null ? 'shipped' : 'file'
}

/** Today's schedule beside the one to come, on the day on which the version matters. */
function compared(
  context: ServiceContext,
  code: string,
  after: AssembledBook | null,
  describing: AssembledBook | null,
): Pick<SchedulePreview, 'version' | 'comparedOn' | 'difference'> {
  const { today } = context
  const version = describing && (versionViews(describing, today).find(it => it.code === code) ?? null)
  if (!after || !version) return { version: null, comparedOn: today, difference: null }
  const comparedOn = dayOf(version, today)
  const before = scheduleOn(currentBook(context).book, comparedOn)
  return { version, comparedOn, difference: scheduleDifference(before, scheduleOn(after.book, comparedOn)) }
}

/** Today where the version covers it; else its first day when it is still to come, its last when it is over. */
function dayOf(
  { validFrom, validTo }: { readonly validFrom: CalendarDay; readonly validTo: CalendarDay | null },
  today: CalendarDay,
): CalendarDay {
  if (validFrom > today) return validFrom
  return validTo !== null && validTo < today ? validTo : today
}
