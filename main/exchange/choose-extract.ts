import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { refuse } from '../../src/contract/errors'

type OpenDialog = (options: {
  readonly properties: ['openFile']
  readonly filters: { name: string; extensions: string[] }[]
}) => Promise<{ readonly canceled: boolean; readonly filePaths: readonly string[] }>

/** A province's whole extract is about 100 MB; anything much larger is not one. */
const largestBytes = 256 * 1024 * 1024

/** Lets the user choose an extract and reads it; null when nothing was chosen. The window never sees the path. */
export async function chooseExtract(
  showOpenDialog: OpenDialog,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array } | null> {
  const { canceled, filePaths } = await showOpenDialog({
    properties: ['openFile'],
    filters: [{ name: 'CSV', extensions: ['csv', 'txt'] }],
  })
  const [file] = filePaths
  if (canceled || !file) return null
  if ((await stat(file)).size > largestBytes) return refuse('import.unreadable')
  return { fileName: path.basename(file), bytes: new Uint8Array(await readFile(file)) }
}
