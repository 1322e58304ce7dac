import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type AckMode, isTcpAddress, type PrinterLanguage } from '../../src/domain/document/printer'
import type { PrintErrorCode, SendResult } from './print-error'
import { createStatusReader, isPaperNearEnd, isPaperOut } from './status-reader'

/** How long to wait, in milliseconds. */
export type TcpTimes = {
  /** For the connection. */
  readonly connectMs: number
  /** For an answer to the question about paper; clones stay silent. */
  readonly statusMs: number
  /** Without any byte being taken while the job is written. */
  readonly stallMs: number
  /** For the acknowledgement after the last byte. */
  readonly ackMs: number
  /** For the printer to close after we have ended, before the socket is given up. */
  readonly lingerMs: number
}

/** Times for a printer in the same room. */
export const usualTcpTimes: TcpTimes = {
  connectMs: 3_000,
  statusMs: 400,
  stallMs: 15_000,
  ackMs: 20_000,
  lingerMs: 3_000,
}

/** Where to send, in which language, and whether the printer acknowledges. */
export type TcpTarget = {
  readonly host: string
  readonly port: number
  readonly language: PrinterLanguage
  readonly ackMode: AckMode
}

/** Small enough that a slow printer's `drain` is noticed. */
const pieceBytes = 4_096
/** DLE EOT 4: paper sensors, answered at once, before anything of the job leaves. */
const askPaper = Buffer.from([0x10, 0x04, 0x04])
/** GS r 1: answered in order, so the answer means that everything before it was processed. */
const askAck = Buffer.from([0x1d, 0x72, 0x01])

/** Trouble on the wire; `started` in the caller decides whether it means failed or unknown. */
class WireTrouble extends Error {
  constructor(readonly code: PrintErrorCode) {
    super(code)
  }
}

/**
 * Sends bytes to a printer over TCP and says what is known of them. Once a byte of the job may have left, every trouble
 * is `unknown`: the paper may be out, so nobody may repeat it unasked. The socket is ended, never destroyed while data
 * may be under way: that truncates a job of a printer that talks (18 of 40 measured).
 */
export async function sendOverTcp(
  target: TcpTarget,
  bytes: Buffer,
  times: TcpTimes,
  signal: AbortSignal,
): Promise<SendResult> {
  if (!isTcpAddress(target.host, target.port)) return { state: 'failed', code: 'printer.bad-address' }
  if (signal.aborted) return { state: 'failed', code: 'print.cancelled' }
  const line = openLine(target, signal)
  let started = false
  try {
    await line.connected(times.connectMs)
    if (target.language === 'escpos') await refuseWithoutPaper(line, times.statusMs)
    started = true
    await writeInPieces(line, bytes, times.stallMs)
    return await acknowledged(line, target.ackMode, times)
  } catch (error) {
    if (!(error instanceof WireTrouble)) throw error
    return { state: started ? 'unknown' : 'failed', code: error.code }
  } finally {
    await line.hangUp(times.lingerMs)
  }
}

async function refuseWithoutPaper(line: Line, statusMs: number): Promise<void> {
  await line.write(askPaper, statusMs)
  const answer = await line.status.paper(statusMs)
  if (answer !== null && isPaperOut(answer)) throw new WireTrouble('printer.paper-out')
  line.assertHealthy()
}

async function writeInPieces(line: Line, bytes: Buffer, stallMs: number): Promise<void> {
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    await line.write(bytes.subarray(from, from + pieceBytes), stallMs)
  }
}

async function acknowledged(line: Line, ackMode: AckMode, times: TcpTimes): Promise<SendResult> {
  if (ackMode === 'none') {
    await line.end(times.stallMs)
    return { state: 'unknown', code: 'printer.acknowledgement-off' }
  }
  line.status.expectAck()
  await line.write(askAck, times.stallMs)
  // What happens to the line after the answer changes nothing that is on paper: it is closed when all is decided.
  const answer = await line.orTrouble(line.status.ack(times.ackMs))
  if (answer === null) return { state: 'unknown', code: 'printer.no-acknowledgement' }
  // Bits 2–3 of GS r 1: the roll ended while the job was processed.
  if ((answer & 0x0c) !== 0) return { state: 'unknown', code: 'printer.paper-out' }
  return { state: 'confirmed', paperLow: isPaperNearEnd(answer) || line.status.paperLow() }
}

type Line = ReturnType<typeof openLine>

function openLine(target: TcpTarget, signal: AbortSignal) {
  const socket = connect({ host: target.host, port: target.port, allowHalfOpen: true, noDelay: true })
  const status = createStatusReader()
  const trouble = watchTrouble(socket, signal)
  socket.on('data', chunk => status.take(chunk))
  return {
    status,
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
