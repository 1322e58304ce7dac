import type { SendResult } from './print-error'

/** The calls of the Windows spooler that a raw job needs; false, null and 0 are its refusals. */
export type SpoolerApi = {
  /** Opens a printer by its name; null when there is none. */
  readonly open: (queueName: string) => unknown
  /** Begins a document of raw bytes and gives the number of the job, 0 when it was refused. */
  readonly startDocument: (handle: unknown, title: string) => number
  readonly startPage: (handle: unknown) => boolean
  /** Gives how many bytes were taken. */
  readonly write: (handle: unknown, bytes: Buffer) => number
  readonly endPage: (handle: unknown) => boolean
  readonly endDocument: (handle: unknown) => boolean
  /** Takes back what has not been printed yet. */
  readonly abort: (handle: unknown) => boolean
  readonly close: (handle: unknown) => boolean
}

/** Small enough that a spooler on a slow disk answers between two of them. */
const pieceBytes = 65_536

/**
 * Hands bytes unchanged to a printer of Windows. Refused before the first byte, the job has failed; after it, it is
 * unknown: the spooler may print while it still takes. Taken whole, it is unknown as well: a queue takes jobs for a printer
 * that is off.
 */
export function spoolRaw(api: SpoolerApi, queueName: string, title: string, bytes: Buffer): SendResult {
  const handle = api.open(queueName)
  if (!handle) return { state: 'failed', code: 'printer.queue-refused' }
  try {
    if (api.startDocument(handle, title) === 0) return { state: 'failed', code: 'printer.queue-refused' }
    return writeDocument(api, handle, bytes)
  } finally {
    api.close(handle)
  }
}

function writeDocument(api: SpoolerApi, handle: unknown, bytes: Buffer): SendResult {
  let written = 0
  const isBegun = api.startPage(handle)
  while (isBegun && written < bytes.length) {
    const taken = api.write(handle, bytes.subarray(written, written + pieceBytes))
    if (taken <= 0) break
    written += taken
  }
  if (written < bytes.length) {
    api.abort(handle)
    return { state: written === 0 ? 'failed' : 'unknown', code: 'printer.queue-refused' }
  }
  const isEnded = [api.endPage(handle), api.endDocument(handle)].every(Boolean)
  return { state: 'unknown', code: isEnded ? 'print.handed-to-system' : 'printer.queue-refused' }
}
