import { join } from 'node:path'
import type { SendResult } from './print-error'

/** What the process of a raw job is told. */
export type RawOrder = { readonly queueName: string; readonly title: string; readonly bytes: Uint8Array }

/** The part of Electron's utility process that is needed here. */
export type RawProcess = {
  readonly postMessage: (order: RawOrder) => void
  readonly once: (event: 'message' | 'exit', heard: (value: unknown) => void) => void
  readonly kill: () => void
}

/**
 * Hands bytes to a queue of Windows in a process of its own, because a fault in the spooler's library would take the
 * application with it. A process that ends or stays silent without an answer leaves the job unknown.
 */
export async function sendToWindowsQueue(
  order: RawOrder,
  limitMs: number,
  signal: AbortSignal,
  start: () => Promise<RawProcess> = startRawProcess,
): Promise<SendResult> {
  if (signal.aborted) return { state: 'failed', code: 'print.cancelled' }
  const child = await start()
  return new Promise(resolve => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(limitMs)])
    const end = (result: SendResult) => {
      limit.removeEventListener('abort', cut)
      child.kill()
      resolve(result)
    }
    const cut = () => end({ state: 'unknown', code: signal.aborted ? 'print.cancelled' : 'printer.stalled' })
    limit.addEventListener('abort', cut, { once: true })
    child.once('message', result => end(result as SendResult))
    child.once('exit', () => end({ state: 'unknown', code: 'print.interrupted' }))
    child.postMessage(order)
  })
}

async function startRawProcess(): Promise<RawProcess> {
  const { utilityProcess } = await import('electron')
  return utilityProcess.fork(join(__dirname, 'raw-spooler.cjs')) as RawProcess
}
