import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PrintErrorCode } from './print-error'

/** Trouble on the wire; whether a byte of a job had left decides if it means failed or unknown. */
export class WireTrouble extends Error {
  constructor(readonly code: PrintErrorCode) {
    super(code)
  }
}

export type Line = ReturnType<typeof openLine>

/** Opens a connection; `onData` gets what the printer sends. The socket is ended, never destroyed while data is under way. */
export function openLine(
  target: { readonly host: string; readonly port: number },
  signal: AbortSignal,
  onData: (chunk: Buffer) => void,
) {
  const socket = connect({ host: target.host, port: target.port, allowHalfOpen: true, noDelay: true })
  const trouble = watchTrouble(socket, signal)
  socket.on('data', onData)
  return {
    assertHealthy: trouble.assertNone,
    orTrouble: trouble.orTrouble,
    connected: (limitMs: number) =>
      trouble.orTrouble(within(once(socket, 'connect'), limitMs, 'printer.connect-timeout')),
    async write(piece: Buffer, limitMs: number): Promise<void> {
      trouble.assertNone()
      if (socket.write(piece)) return
      await trouble.orTrouble(within(once(socket, 'drain'), limitMs, 'printer.stalled'))
    },
    async end(limitMs: number): Promise<void> {
      const finished = once(socket, 'finish')
      trouble.expectEnd()
      socket.end()
      await trouble.orTrouble(within(finished, limitMs, 'printer.stalled'))
    },
    /** Half-closes, lets the printer finish and close, and only then gives the socket up. */
    async hangUp(lingerMs: number): Promise<void> {
      trouble.stop()
      if (!socket.destroyed && !socket.writableEnded) socket.end()
      if (!socket.closed && !socket.connecting) await Promise.race([once(socket, 'close'), sleep(lingerMs)])
      socket.destroy()
    },
  }
}

/** Turns what happens to the socket, and a cancellation, into one rejection that every wait can race. */
function watchTrouble(socket: Socket, signal: AbortSignal) {
  let found: WireTrouble | null = null
  let endExpected = false
  let raise: (trouble: WireTrouble) => void = () => {}
  const raised = new Promise<never>((_, reject) => {
    raise = trouble => {
      found ??= trouble
      reject(found)
    }
  })
  // A trouble after the last wait is not lost: `found` is looked at before each write. This keeps Node from exiting.
  raised.catch(() => {})
  const cancel = () => raise(new WireTrouble('print.cancelled'))
  signal.addEventListener('abort', cancel, { once: true })
  socket.on('error', error => raise(new WireTrouble(codeOf(error))))
  socket.on('end', () => {
    if (!endExpected) raise(new WireTrouble('printer.closed-early'))
  })
  return {
    orTrouble: <T>(work: Promise<T>): Promise<T> => Promise.race([raised, work]),
    assertNone(): void {
      if (found) throw found
    },
    expectEnd(): void {
      endExpected = true
    },
    stop: () => signal.removeEventListener('abort', cancel),
  }
}

function once(socket: Socket, event: 'connect' | 'drain' | 'finish' | 'close'): Promise<void> {
  return new Promise(resolve => socket.once(event, () => resolve()))
}

async function within(work: Promise<void>, limitMs: number, code: PrintErrorCode): Promise<void> {
  const timer = new AbortController()
  const late = sleep(limitMs, 'late' as const, { signal: timer.signal }).catch(() => 'stopped' as const)
  const first = await Promise.race([work.then(() => 'done' as const), late])
  timer.abort()
  if (first === 'late') throw new WireTrouble(code)
}

function codeOf(error: NodeJS.ErrnoException): PrintErrorCode {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'printer.refused'
    case 'ECONNRESET':
    case 'EPIPE':
      return 'printer.connection-reset'
    case 'ETIMEDOUT':
      return 'printer.connect-timeout'
    default:
      return 'printer.unreachable'
  }
}
