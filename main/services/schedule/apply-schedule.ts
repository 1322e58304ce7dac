import { refuse } from '../../../src/contract/errors'
import { applySchedule } from '../../../src/contract/schedule-calls'
import { actorOf, type ServiceContext, serve } from '../service'
import { activeFiles, bookWith, currentBook } from './current-book'
import { tryFile } from './read-file'
import { getStagedChange, type StagedChange } from './staged-change'

type Staged<Action> = Extract<StagedChange, { action: Action }>

/**
 * Applies or withdraws what was previewed. Either is a record of its own kind of day: it holds at every station that
 * hears of it, and can be taken back. Both are checked again, because the book may have changed since the preview.
 */
export const applyScheduleService = serve(applySchedule, (context, { token, reason }) => {
  const change = getStagedChange(context, token)
  const fileId =
    change.action === 'apply' ? apply(context, change, reason) : withdraw(context, change, reason)
  return { fileId }
})

function apply(context: ServiceContext, { code, fileName, text }: Staged<'apply'>, reason: string): string {
  if (tryFile(context, text).problems.length > 0) refuse('schedule-file.has-problems')
  const inUse = currentBook(context).fileOf.get(code)
  const isSame = activeFiles(context.store).some(file => file.id === inUse && file.text === text)
  if (isSame) refuse('schedule-file.already-active', { code })
  const fileId = context.newId()
  const { userId: byUserId, name: byName } = actorOf(context)
  const body = { code, fileName, text, status: 'active', reason, byUserId, byName } as const
  context.write([{ noun: 'schedule-file', recordId: fileId, verb: 'recorded', body }])
  return fileId
}

function withdraw(context: ServiceContext, { fileId }: Staged<'withdraw'>, reason: string): string {
  const { store, resources } = context
  const files = activeFiles(store)
  if (!files.some(({ id }) => id === fileId)) refuse('schedule-file.not-active')
  const remaining = files.filter(({ id }) => id !== fileId)
  const refusedNow = new Set(currentBook(context).refused.map(refusal => refusal.fileId))
  const stranded = bookWith(resources, remaining).refused.find(refusal => !refusedNow.has(refusal.fileId))
  if (stranded) {
    const other = remaining.find(({ id }) => id === stranded.fileId)
    refuse('schedule-file.needed', { code: other?.code ?? '', fileName: other?.fileName ?? '' })
  }
  const { userId: byUserId, name: byName } = actorOf(context)
  const body = { status: 'withdrawn', reason, byUserId, byName } as const
  context.write([{ noun: 'schedule-file', recordId: fileId, verb: 'updated', body }])
  return fileId
}
