import { createAnswers } from './answers'
import type { PrintErrorCode } from './print-error'

/** Reads what a printer sends back: answers to DLE EOT, GS r and the label languages, and frames nobody asked for. */
export type StatusReader = {
  readonly take: (chunk: Buffer) => void
  /** From now on the next answer to a DLE EOT is waited for; null when none came in time (milliseconds). */
  readonly realTime: (limitMs: number) => Promise<number | null>
  /** From now on a byte of the shape of a GS r answer is one; before, nobody has asked. */
  readonly expectAck: () => void
  readonly ack: (limitMs: number) => Promise<number | null>
}

/** DLE EOT 4: paper sensors, answered at once, before anything of a job leaves. */
export const askPaper = Buffer.from([0x10, 0x04, 0x04])
/** DLE EOT 2: why the printer is off-line. */
export const askOffline = Buffer.from([0x10, 0x04, 0x02])

/** Automatic status frames have four bytes; the other three look like an answer and are swallowed. */
const frameRest = 3

/** What the answer to DLE EOT 2 says: bit 2 an open cover, bit 5 the end of the paper, bit 6 an error. */
export function troubleOfOffline(answer: number): PrintErrorCode | null {
  if ((answer & 0x04) !== 0) return 'printer.cover-open'
  if ((answer & 0x20) !== 0) return 'printer.paper-out'
  return (answer & 0x40) !== 0 ? 'printer.in-error' : null
}

/** DLE EOT 4, bits 5 and 6: no paper. */
export const isPaperOut = (answer: number): boolean => (answer & 0x60) !== 0

/** DLE EOT 4, bits 2 and 3: the roll is near its end. */
export const isRollLow = (answer: number): boolean => (answer & 0x0c) !== 0

/** GS r 1, bits 0 and 1: the roll is near its end. */
export const isPaperNearEnd = (answer: number): boolean => (answer & 0x03) !== 0

/** Starts a reader for one connection to an ESC/POS printer. */
export function createStatusReader(): StatusReader {
  const realTime = createAnswers<number>()
  const ack = createAnswers<number>()
  let expecting = false
  let toSwallow = 0

  function takeByte(byte: number): void {
    if (toSwallow > 0) {
      toSwallow -= 1
    } else if ((byte & 0x93) === 0x10) {
      toSwallow = frameRest
    } else if ((byte & 0x93) === 0x12) {
      realTime.give(byte)
    } else if ((byte & 0x90) === 0 && expecting) {
      ack.give(byte)
    }
  }

  return {
    take(chunk) {
      for (const byte of chunk) takeByte(byte)
    },
    realTime: realTime.wait,
    expectAck() {
      expecting = true
    },
    ack: ack.wait,
  }
}
