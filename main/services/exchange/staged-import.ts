import { refuse } from '../../../src/contract/errors'
import type { RowLine } from '../../../src/contract/import-calls'
import type { ImportCheck } from '../../../src/contract/import-values'
import type { SheetTable } from '../../../src/domain/exchange/table'
import type { ReadStore } from '../../db'

/** The file that was chosen, with how far it has come; in memory alone, so that no copy of it lies on the disk. */
export type StagedImport = {
  readonly token: string
  readonly fileName: string
  /** In shared memory: threads read it without a copy. */
  readonly bytes: Uint8Array
  /** Its sheets as JSON in shared memory, once they were read. */
  tables: Uint8Array | null
  /** What was tried last: with which choices, which rows came of it, and what it comes to. */
  check: ImportCheck | null
  lines: RowLine[]
  digest: string | null
  /** Kinds of rows refused, as counted when the check ended. */
  refused: number
}

/** One a database; only the newest is kept, and none outlives the engine. */
const staged = new WeakMap<ReadStore['records'], StagedImport>()

/** Puts a file in the place of the one before. */
export function stageFile(
  store: ReadStore,
  token: string,
  fileName: string,
  bytes: Uint8Array,
): StagedImport {
  const file: StagedImport = {
    token,
    fileName,
    bytes: toShared(bytes),
    tables: null,
    check: null,
    lines: [],
    digest: null,
    refused: 0,
  }
  staged.set(store.records, file)
  return file
}

/** The file of this token; refuses with `import.stale` when another was chosen since, or the engine was started anew. */
export function stagedFile(store: ReadStore, token: string): StagedImport {
  const file = staged.get(store.records)
  return file?.token === token ? file : refuse('import.stale')
}

/** The file on the desk, whatever its token. */
export function anyStagedFile(store: ReadStore): StagedImport | null {
  return staged.get(store.records) ?? null
}

/** What a job about the file is sent. */
export type FileAttachment = Pick<StagedImport, 'bytes' | 'tables'>

export function attachmentOf({ bytes, tables }: StagedImport): FileAttachment {
  return { bytes, tables }
}

/** A copy that threads share. */
export function toShared(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  return shared
}

/** Sheets as bytes, and back. */
export function packTables(tables: readonly SheetTable[]): Uint8Array {
  return toShared(new TextEncoder().encode(JSON.stringify(tables)))
}

export function unpackTables(bytes: Uint8Array): readonly SheetTable[] {
  // A decoder takes no shared memory: it could change meanwhile.
  return JSON.parse(new TextDecoder().decode(new Uint8Array(bytes))) as readonly SheetTable[]
}
