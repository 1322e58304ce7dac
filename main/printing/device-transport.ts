import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDevicePath } from '../../src/domain/document/printer'
import type { SendResult } from './print-error'

/** Rest before a full device is asked again, in milliseconds. */
const restMs = 20

/**
 * Writes bytes to a device file such as `/dev/usb/lp0`. The file must exist: a mistyped path must not become a file on
 * disk. A device never answers, so what was written is `unknown`.
 */
export async function sendToDevice(
  path: string,
  bytes: Buffer,
  limitMs: number,
  signal: AbortSignal,
): Promise<SendResult> {
  if (!isDevicePath(path)) return { state: 'failed', code: 'printer.bad-address' }
  if (signal.aborted) return { state: 'failed', code: 'print.cancelled' }
  return writeToFile(path, bytes, limitMs, signal)
}

/** The same for a path that is known to be right. A device that takes nothing for `limitMs` is given up. */
export async function writeToFile(
  path: string,
  bytes: Buffer,
  limitMs: number,
  signal: AbortSignal,
): Promise<SendResult> {
  // Without waiting: an open device of a printer that is off would block a thread of the pool for good.
  const file = await open(path, constants.O_WRONLY | constants.O_NONBLOCK).catch(() => null)
  if (!file) return { state: 'failed', code: 'printer.device-failed' }
  let idleMs = 0
  let written = 0
  try {
    while (written < bytes.length) {
      if (signal.aborted) return { state: 'unknown', code: 'print.cancelled' }
      const taken = await writeSome(() => file.write(bytes, written, Math.min(4_096, bytes.length - written)))
      written += taken
      idleMs = taken === 0 ? idleMs + restMs : 0
      if (idleMs > limitMs) return { state: written === 0 ? 'failed' : 'unknown', code: 'printer.stalled' }
      if (taken === 0) await sleep(restMs)
    }
    return { state: 'unknown', code: 'printer.acknowledgement-off' }
  } catch (error) {
    if (!isFileError(error)) throw error
    return { state: written === 0 ? 'failed' : 'unknown', code: 'printer.device-failed' }
  } finally {
    await file.close()
  }
}

/** A device whose buffer is full answers EAGAIN and has taken nothing. */
async function writeSome(write: () => Promise<{ readonly bytesWritten: number }>): Promise<number> {
  try {
    return (await write()).bytesWritten
  } catch (error) {
    if (isFileError(error) && error.code === 'EAGAIN') return 0
    throw error
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error
}
