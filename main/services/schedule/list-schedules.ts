import type { AssembledBook } from '../../../src/contract/assemble-book'
import {
  listSchedules,
  type ScheduleFileProblem,
  type ScheduleFileView,
} from '../../../src/contract/schedule-calls'
import type { ScheduleFile } from '../../../src/domain/schedule/schedule-file'
import type { Stored } from '../../db/record-store'
import { type ServiceContext, serve } from '../service'
import { currentBook } from './current-book'
import { problemsOfRefused } from './read-file'
import { versionViews } from './version-view'

export const listSchedulesService = serve(listSchedules, context => {
  const assembled = currentBook(context)
  const files = context.store.records.list('schedule-file', {}, 'created_stamp DESC')
  return {
    versions: versionViews(assembled, context.today),
    files: files.map(file => fileView(file, assembled, context)),
  }
})

function fileView(
  file: Stored<ScheduleFile>,
  assembled: AssembledBook,
  context: ServiceContext,
): ScheduleFileView {
  const { id: fileId, code, fileName, reason, byName, changedAt } = file
  const state = stateOf(file, assembled)
  const problems = state === 'refused' ? refusals(file, assembled, context) : []
  return { fileId, code, fileName, reason, byName, changedAt, state, problems }
}

function stateOf({ id, code, status }: Stored<ScheduleFile>, { fileOf, refused }: AssembledBook) {
  if (status === 'withdrawn') return 'withdrawn'
  if (refused.some(({ fileId }) => fileId === id)) return 'refused'
  return fileOf.get(code) === id ? 'in-use' : 'replaced'
}

function refusals(
  { id, text }: Stored<ScheduleFile>,
  assembled: AssembledBook,
  context: ServiceContext,
): readonly ScheduleFileProblem[] {
  const refusal = assembled.refused.find(({ fileId }) => fileId === id)
  return refusal ? problemsOfRefused(context, text, refusal, assembled) : []
}
