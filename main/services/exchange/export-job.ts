import type { ExportRequest } from '../../../src/contract/export-values'
import type { ReadStore } from '../../db'
import { defineJob } from '../jobs/job'
import { listOf } from './export-lists'
import type { ExportScope } from './exported-list'
import { toShared } from './staged-import'

/** A file that was made and waits to be saved; in memory alone. */
export type MadeExport = {
  readonly exportId: string
  readonly request: ExportRequest
  readonly rows: number
  readonly fileName: string
  readonly filter: string
  readonly bytes: Uint8Array
}

/** One a database: only the newest is kept. */
const made = new WeakMap<ReadStore['records'], MadeExport>()

/** The file of this id; null when another was made since. */
export function findExport(store: ReadStore, exportId: string): MadeExport | null {
  const file = made.get(store.records)
  return file?.exportId === exportId ? file : null
}

export type ExportAttachment = { readonly exportId: string; readonly scope: ExportScope }

/** Reads a list, page by page, and makes a file of it in memory. */
export const exportJob = defineJob({
  name: 'export.make',
  async run(context, { request }) {
    const { exportId, scope } = context.attachment as ExportAttachment
    const list = listOf(request.of, scope)
    const { paper } = list
    const data = await list.read(context)
    // The shape of a form is a spreadsheet's; a text file has its rows alone.
    const bytes =
      paper && request.format === 'xlsx'
        ? await context.writeReport(paper)
        : await context.writeSheet(request.format, list.title, [list.header, ...data])
    const fileName = `${list.fileName}-${context.today}.${request.format}`
    const file = {
      exportId,
      request,
      rows: data.length,
      fileName,
      filter: list.filter,
      bytes: toShared(bytes),
    }
    await context.hand(file satisfies MadeExport)
    return { exportId, rows: data.length, fileName }
  },
  keep({ store }, part) {
    made.set(store.records, part as MadeExport)
  },
})
