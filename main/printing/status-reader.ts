/** Reads what an ESC/POS printer sends back: answers to DLE EOT and GS r, and status frames nobody asked for. */
export type StatusReader = {
  readonly take: (chunk: Buffer) => void
  /** The answer to DLE EOT 4, or null when none came in time (milliseconds). */
  readonly paper: (limitMs: number) => Promise<number | null>
  /** From now on a byte of the shape of a GS r answer is one; before, nobody has asked. */
  readonly expectAck: () => void
  readonly ack: (limitMs: number) => Promise<number | null>
  /** Whether an answer to DLE EOT 4 said that the roll is near its end. */
  readonly paperLow: () => boolean
}

/** Automatic status frames have four bytes; the other three look like an answer and are swallowed. */
const frameRest = 3

/** DLE EOT 4, bits 5 and 6: no paper. */
export const isPaperOut = (answer: number): boolean => (answer & 0x60) !== 0

/** GS r 1, bits 0 and 1: the roll is near its end. */
export const isPaperNearEnd = (answer: number): boolean => (answer & 0x03) !== 0

/** Starts a reader for one connection. */
export function createStatusReader(): StatusReader {
  const paper = createAnswer()
  const ack = createAnswer()
  let expecting = false
  let toSwallow = 0
  let low = false

  function takeByte(byte: number): void {
    if (toSwallow > 0) {
      toSwallow -= 1
    } else if ((byte & 0x93) === 0x10) {
      toSwallow = frameRest
    } else if ((byte & 0x93) === 0x12) {
      low ||= (byte & 0x0c) !== 0
      paper.give(byte)
    } else if ((byte & 0x90) === 0 && expecting) {
      ack.give(byte)
    }
  }

  return {
    take(chunk) {
      for (const byte of chunk) takeByte(byte)
    },
    paper: paper.wait,
    expectAck() {
      expecting = true
    },
    ack: ack.wait,
    paperLow: () => low,
  }
}

function createAnswer() {
  let given: number | null = null
  let wake: (answer: number) => void = () => {}
  return {
    give(byte: number): void {
      given ??= byte
      wake(byte)
    },
    wait(limitMs: number): Promise<number | null> {
      if (given !== null) return Promise.resolve(given)
      return new Promise(resolve => {
        const timer = setTimeout(() => resolve(null), limitMs)
        wake = answer => {
          clearTimeout(timer)
          resolve(answer)
        }
      })
    },
  }
}
