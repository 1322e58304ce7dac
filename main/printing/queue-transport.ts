import { spawn } from 'node:child_process'
import { isQueueName } from '../../src/domain/document/printer'
import type { SendResult } from './print-error'
import { sendToWindowsQueue } from './windows-queue'

/** How long the system may take to take a page, in milliseconds. */
const trayLimitMs = 15_000

/**
 * Hands bytes to a queue unchanged: of CUPS (`lp -o raw`), or of Windows (a raw job of its spooler). The best known end is
 * that the system took them: a queue takes jobs for a printer that is switched off as well.
 */
export async function sendToQueue(
  queueName: string,
  bytes: Buffer,
  limitMs: number,
  signal: AbortSignal,
  command = 'lp',
): Promise<SendResult> {
  if (!isQueueName(queueName)) return { state: 'failed', code: 'printer.bad-address' }
  if (signal.aborted) return { state: 'failed', code: 'print.cancelled' }
  if (process.platform === 'win32')
    return sendToWindowsQueue({ queueName, title: 'diem-tiem', bytes }, limitMs, signal)
  return handOver(['-d', queueName, '-o', 'raw', '-t', 'diem-tiem'], bytes, limitMs, signal, command)
}

/** A page for one tray of a printer: Chromium cannot name a tray, CUPS can. */
export type TrayOrder = {
  readonly queue: string
  readonly tray: string
  readonly paper: string
  readonly copies: number
}

/** Hands a PDF to a queue of CUPS for a certain tray. On Windows a tray is a printer of its own, and this is refused. */
export async function sendPdfToTray(
  { queue, tray, paper, copies }: TrayOrder,
  pdf: Buffer,
  signal: AbortSignal,
  command = 'lp',
): Promise<SendResult> {
  if (process.platform === 'win32') return { state: 'failed', code: 'printer.unsupported-here' }
  if (!isQueueName(queue) || !/^[\w.-]+$/u.test(tray)) return { state: 'failed', code: 'printer.bad-address' }
  const options = ['-o', `media=${paper}`, '-o', `InputSlot=${tray}`, '-n', String(copies)]
  return handOver(['-d', queue, ...options, '-t', 'diem-tiem'], pdf, trayLimitMs, signal, command)
}

function handOver(
  args: readonly string[],
  bytes: Buffer,
  limitMs: number,
  signal: AbortSignal,
  command: string,
): Promise<SendResult> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(limitMs)])
  return new Promise(resolve => {
    const child = spawn(command, [...args], {
      signal: limit,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    child.on('error', () => {
      if (!limit.aborted) resolve({ state: 'failed', code: 'printer.queue-refused' })
      else resolve({ state: 'unknown', code: signal.aborted ? 'print.cancelled' : 'printer.stalled' })
    })
    child.on('close', status => {
      if (status === 0) resolve({ state: 'unknown', code: 'print.handed-to-system' })
      else resolve({ state: 'failed', code: 'printer.queue-refused' })
    })
    // A queue that refuses stops reading; its exit status is what counts.
    child.stdin.on('error', () => child.stdin.destroy())
    child.stdin.end(bytes)
  })
}
