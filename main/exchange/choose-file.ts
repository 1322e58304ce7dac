import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type ErrorCode, refuse } from '../../src/contract/errors'

type OpenDialog = (options: {
  readonly properties: ['openFile']
  readonly filters: { name: string; extensions: string[] }[]
}) => Promise<{ readonly canceled: boolean; readonly filePaths: readonly string[] }>

/** What a user may be asked for, and how large such a file can be. */
const kinds = {
  /** Lists of people; a district's is some 10 MB. */
  extract: {
    name: 'Excel, CSV',
    extensions: ['xlsx', 'xls', 'csv', 'txt', 'tsv'],
    largestBytes: 100 * 1024 * 1024,
  },
  /** All versions together are less than 300 kB. */
  keys: { name: 'JSON', extensions: ['json'], largestBytes: 4 * 1024 * 1024 },
  /** A photograph of a phone is some 5 MB. */
  picture: { name: 'PNG, JPG', extensions: ['png', 'jpg', 'jpeg', 'bmp'], largestBytes: 20 * 1024 * 1024 },
  /** A chain of certificates is a few kB. */
  authority: { name: 'PEM, CRT, CER', extensions: ['pem', 'crt', 'cer', 'der'], largestBytes: 200_000 },
  schedule: { name: 'JSON', extensions: ['json'], largestBytes: 4 * 1024 * 1024 },
} as const

/**
 * Lets the user choose a file and reads it; null when nothing was chosen, and `unreadable` when it cannot be read or is
 * no such file by its size. The window never sees the path.
 */
export async function chooseFile(
  kind: keyof typeof kinds,
  unreadable: ErrorCode,
  showOpenDialog: OpenDialog,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array } | null> {
  const { name, extensions, largestBytes } = kinds[kind]
  const { canceled, filePaths } = await showOpenDialog({
    properties: ['openFile'],
    filters: [{ name, extensions: [...extensions] }],
  })
  const [file] = filePaths
  if (canceled || !file) return null
  const bytes = await readAtMost(file, largestBytes)
  if (bytes === 'too-large') return refuse(kind === 'extract' ? 'import.too-large' : unreadable)
  return bytes ? { fileName: path.basename(file), bytes } : refuse(unreadable)
}

/** Null for a file that is not there any more: a stick was pulled out. */
async function readAtMost(file: string, largestBytes: number): Promise<Uint8Array | 'too-large' | null> {
  try {
    return (await stat(file)).size > largestBytes ? 'too-large' : new Uint8Array(await readFile(file))
  } catch {
    return null
  }
}
