import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FoundFile, FoundFolderFiles } from '../../../src/contract/courier-calls'
import { cardName, courierFolder, readLetter } from '../../../src/domain/courier/letter'

/** No file of ours is longer, in bytes: what is longer is not read. */
const longestFile = 64 * 1024 * 1024
const ending = '.dtc'

/** Why a file did not come onto the stick. */
export type WriteProblem = 'courier.not-saved' | 'courier.read-back-differs'

/** The courier's folder on a stick; whoever chose that folder itself meant the same. */
export function courierRoot(stick: string): string {
  return path.basename(stick) === courierFolder ? stick : path.join(stick, courierFolder)
}

/** The folders of a stick, one for each sender and receiver. Throws when the stick is gone. */
export async function listFolders(stick: string): Promise<readonly string[]> {
  // A stick nobody has written on has no folder of ours; a stick that is gone has nothing.
  await stat(stick)
  const found = await readdir(courierRoot(stick), { withFileTypes: true }).catch(nothingThere)
  return found.filter(entry => entry.isDirectory()).map(({ name }) => name)
}

/** The names of our files in a folder; none when there is no such folder. */
export async function listLetters(stick: string, folder: string): Promise<readonly string[]> {
  const names = await readdir(path.join(courierRoot(stick), folder)).catch(nothingThere)
  return names.filter(name => name.endsWith(ending))
}

function nothingThere(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}

/** The text of a file; empty for one that is too long to be ours. Throws when the stick is gone. */
export async function readStickFile(stick: string, folder: string, name: string): Promise<string> {
  const file = path.join(courierRoot(stick), folder, name)
  return (await stat(file)).size > longestFile ? '' : readFile(file, 'utf8')
}

/** One folder as it is: the card whole, of each other file its head and the digest of its box. */
export async function readStickFolder(
  stick: string,
  folder: string,
  onFile: () => void,
): Promise<FoundFolderFiles> {
  const names = await listLetters(stick, folder)
  const files: FoundFile[] = []
  for (const name of names) {
    if (name !== cardName) files.push(foundFile(name, await readStickFile(stick, folder, name)))
    onFile()
  }
  const card = names.includes(cardName) ? await readStickFile(stick, folder, cardName) : null
  return { folder, card, files }
}

function foundFile(name: string, text: string): FoundFile {
  const letter = readLetter(text)
  if (letter === null || letter === 'newer')
    return { name, signed: null, box: '', isNewer: letter === 'newer' }
  const box = createHash('sha256').update(letter.box).digest('base64url')
  return { name, signed: letter.signed, box, isNewer: false }
}

/**
 * Writes a file under another name, waits until the stick has it, gives it its name and reads it back. Null when it is
 * there; what was there before stays when it is not.
 */
export async function writeStickFile(
  stick: string,
  folder: string,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<WriteProblem | null> {
  const place = path.join(courierRoot(stick), folder)
  const file = path.join(place, name)
  try {
    // The stick itself is never made: its folder would then lie on the PC's own disk.
    await stat(stick)
    await mkdir(place, { recursive: true })
    await writeSynced(`${file}.part`, text)
    if ((await readFile(`${file}.part`, 'utf8')) !== text) return await giveUp(`${file}.part`)
    await rename(`${file}.part`, file)
    await syncFolder(place)
    return (await readFile(file, 'utf8')) === text ? null : await giveUp(file)
  } catch {
    await rm(`${file}.part`, { force: true }).catch(() => undefined)
    return 'courier.not-saved'
  }
}

async function giveUp(file: string): Promise<WriteProblem> {
  await rm(file, { force: true }).catch(() => undefined)
  return 'courier.read-back-differs'
}

async function writeSynced(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A name that is new is on the stick only when its folder is. Windows has no such call, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | null = null
  try {
    handle = await open(folder, 'r')
    await handle.sync()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (!['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP', 'EACCES'].includes(code)) throw error
  } finally {
    await handle?.close()
  }
}

/** Takes a file away that nobody needs any more; one that is gone already is no trouble. */
export async function removeStickFile(stick: string, folder: string, name: string): Promise<void> {
  await rm(path.join(courierRoot(stick), folder, name), { force: true })
}
