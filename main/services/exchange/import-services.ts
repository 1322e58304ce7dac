import { refuse } from '../../../src/contract/errors'
import {
  type ChosenFile,
  checkImport,
  listImportRows,
  lookAtImportFile,
  type RowLine,
  runImport,
  saveImportProfile,
  stageImportFile,
} from '../../../src/contract/import-calls'
import { headerKey } from '../../../src/domain/exchange/import-fields'
import { actorOf, serve } from '../service'
import { attachmentOf, stagedFile, stageFile } from './staged-import'

/** Takes a file that main has opened, and begins to look at it. */
export const stageImportFileService = serve(
  stageImportFile,
  ({ store, jobs, newId }, { fileName, bytes }): ChosenFile => {
    const file = stageFile(store, newId(), fileName, bytes)
    const look = { token: file.token }
    const job = jobs.start({ name: 'import.look', look }, { attachment: attachmentOf(file) })
    return { token: file.token, fileName, job }
  },
)

export const lookAtImportFileService = serve(lookAtImportFile, ({ store, jobs }, look) =>
  jobs.start({ name: 'import.look', look }, { attachment: attachmentOf(stagedFile(store, look.token)) }),
)

export const checkImportService = serve(checkImport, ({ store, jobs }, check) => {
  const file = stagedFile(store, check.token)
  const has = (...meanings: readonly string[]) =>
    check.meanings.some(it => it !== null && meanings.includes(it))
  if (!has('birthDate')) refuse('import.missing-column', { column: 'birthDate' })
  if (!has('name', 'motherName')) refuse('import.missing-column', { column: 'name' })
  return jobs.start({ name: 'import.check', check }, { attachment: attachmentOf(file) })
})

export const listImportRowsService = serve(listImportRows, ({ store }, { token, kind, offset, limit }) => {
  const { lines } = stagedFile(store, token)
  const wanted = kind === null ? lines : lines.filter(line => isOf(line, kind))
  return { total: wanted.length, lines: wanted.slice(offset, offset + limit) }
})

function isOf(line: RowLine, kind: RowLine['kind'] | 'noted'): boolean {
  return kind === 'noted' ? line.problems.some(({ severity }) => severity === 'warning') : line.kind === kind
}

/** Begins to write what was tried last. A second press while it runs is the same job. */
export const runImportService = serve(runImport, (context, { token, isLeavingOut }) => {
  const { store, jobs } = context
  const file = stagedFile(store, token)
  const { check, digest, refused } = file
  if (!check || digest === null) return refuse('import.stale')
  if (refused > 0 && !isLeavingOut) refuse('import.has-problems', { problems: refused })
  const request = { name: 'import.write', check, digest } as const
  const running = jobs.list().find(({ name, state }) => name === 'import.write' && state === 'running')
  if (running) return running
  return jobs.start(request, { attachment: attachmentOf(file), userId: actorOf(context).userId })
})

/** A name used again is the same kind of list: the record is renewed. */
export const saveImportProfileService = serve(saveImportProfile, (context, { name, columns }) => {
  const body = { name, columns: columns.filter(({ header }) => headerKey(header) !== '') }
  const known = context.store.records.list('import-profile', { name }, 'created_stamp')[0]
  const recordId = known?.id ?? context.newId()
  const by = actorOf(context)
  context.write([
    known
      ? { noun: 'import-profile', recordId, verb: 'updated', body: { ...body, byUserId: by.userId } }
      : { noun: 'import-profile', recordId, verb: 'recorded', body: { ...body, byUserId: by.userId } },
  ])
  return { profileId: recordId }
})
