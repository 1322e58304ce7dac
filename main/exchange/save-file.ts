import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { refused } from '../../src/contract/answers'
import type { Answer, Call, RequestOf, ResponseOf } from '../../src/contract/call'
import { noteExport, takeExport } from '../../src/contract/export-calls'

type Ask = <C extends Call>(call: C, payload: RequestOf<C>) => Promise<Answer<ResponseOf<C>>>
export type SaveDialog = (options: {
  readonly defaultPath: string
  readonly filters: { name: string; extensions: string[] }[]
}) => Promise<{ readonly canceled: boolean; readonly filePath?: string }>

/**
 * Asks where an exported list goes and writes it there: first the note in the journal, then the file, under another name
 * until it is whole. The window never sees the path.
 */
export async function saveExportedFile(
  exportId: string,
  ask: Ask,
  showSaveDialog: SaveDialog,
): Promise<Answer<unknown>> {
  const taken = await ask(takeExport, { exportId })
  if (!taken.ok) return taken
  const { fileName, bytes } = taken.value
  const extension = path.extname(fileName).slice(1)
  const { canceled, filePath } = await showSaveDialog({
    defaultPath: fileName,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  })
  if (canceled || !filePath) return refused('export.cancelled')
  const noted = await ask(noteExport, { exportId })
  if (!noted.ok) return noted
  const isSaved = await writeWhole(filePath, bytes)
  return isSaved ? { ok: true, value: { fileName: path.basename(filePath) } } : refused('export.not-saved')
}

/** False when the place cannot be written: a stick that is full, pulled out or protected, a file open elsewhere. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<boolean> {
  const part = `${file}.${randomUUID().slice(0, 8)}.part`
  try {
    const handle = await open(part, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
    return true
  } catch {
    await rm(part, { force: true }).catch(() => undefined)
    return false
  }
}
