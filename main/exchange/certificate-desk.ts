import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { refused } from '../../src/contract/answers'
import type { Answer, Call, RequestOf, ResponseOf } from '../../src/contract/call'
import { makeRevocations, saveRevocations } from '../../src/contract/card-revocation-calls'
import {
  chooseKeyList,
  makeKeyRequest,
  makeVerifier,
  previewKeyList,
  readCertificateImage,
  saveKeyRequest,
  saveVerifier,
} from '../../src/contract/certificate-calls'
import { chooseFile } from './choose-file'
import { type SaveDialog, writeWhole } from './save-file'
import { withKeyLists } from './verifier-page'

type Ask = <C extends Call>(call: C, payload: RequestOf<C>) => Promise<Answer<ResponseOf<C>>>

export type CertificateDeskParts = {
  readonly ask: Ask
  readonly showOpenDialog: Parameters<typeof chooseFile>[2]
  readonly showSaveDialog: SaveDialog
  /** The texts of the codes in a picture; null when it is no picture. */
  readonly readCodes: (picture: Uint8Array) => Promise<readonly string[] | null>
  readonly resourcesFolder: () => string
}

/** What certificates need of files and pictures: the window never sees a path. */
export function createCertificateDesk(parts: CertificateDeskParts) {
  const { ask, showOpenDialog, showSaveDialog, readCodes, resourcesFolder } = parts

  const save = (fileName: string, bytes: Uint8Array) => saveAs(showSaveDialog, fileName, bytes)
  const saveMade =
    (call: typeof makeKeyRequest | typeof makeRevocations) => async (): Promise<Answer<unknown>> => {
      const made = await ask(call, {})
      return made.ok ? save(made.value.fileName, made.value.bytes) : made
    }

  async function takeList(): Promise<Answer<unknown>> {
    const file = await chooseFile('keys', 'key-list.unreadable', showOpenDialog)
    return file ? ask(previewKeyList, file) : refused('certificate.cancelled')
  }

  async function readImage(): Promise<Answer<unknown>> {
    const file = await chooseFile('picture', 'certificate.image-unreadable', showOpenDialog)
    if (!file) return refused('certificate.cancelled')
    const texts = await readCodes(file.bytes)
    if (texts === null) return refused('certificate.image-unreadable')
    return texts.length === 0 ? refused('certificate.no-code-in-image') : { ok: true, value: { texts } }
  }

  async function savePage(): Promise<Answer<unknown>> {
    const made = await ask(makeVerifier, {})
    if (!made.ok) return made
    const page = await readFile(path.join(resourcesFolder(), 'verifier', 'verify.html'), 'utf8')
    return save(made.value.fileName, new TextEncoder().encode(withKeyLists(page, made.value.keyLists)))
  }

  return new Map<string, () => Promise<Answer<unknown>>>([
    [saveKeyRequest.name, saveMade(makeKeyRequest)],
    [saveRevocations.name, saveMade(makeRevocations)],
    [chooseKeyList.name, takeList],
    [readCertificateImage.name, readImage],
    [saveVerifier.name, savePage],
  ])
}

/** Saves where the user chooses; the window learns the name alone. */
async function saveAs(
  showSaveDialog: SaveDialog,
  fileName: string,
  bytes: Uint8Array,
): Promise<Answer<unknown>> {
  const extension = path.extname(fileName).slice(1)
  const { canceled, filePath } = await showSaveDialog({
    defaultPath: fileName,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  })
  if (canceled || !filePath) return refused('certificate.cancelled')
  const isSaved = await writeWhole(filePath, bytes)
  return isSaved
    ? { ok: true, value: { fileName: path.basename(filePath) } }
    : refused('certificate.not-saved')
}
