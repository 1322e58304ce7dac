import type { Language } from '../../src/domain/document/printer'
import { createAnswers } from './answers'
import type { PrintErrorCode } from './print-error'

/** How a label printer is asked how it is, and what its answer says; `null` from `trouble` is a printer that is ready. */
export type LabelQuestion = {
  readonly ask: Buffer
  /** The whole answer at the head of these bytes, or null while some of it is missing. */
  readonly complete: (bytes: Buffer) => Buffer | null
  readonly trouble: (answer: Buffer) => PrintErrorCode | null
  readonly isPrinting: (answer: Buffer) => boolean
}

/**
 * TSPL `ESC ! ?`: one byte. Bit 0 head open, 1 jam, 2 paper out, 3 ribbon out, 4 pause, 5 printing (manual of the Gprinter
 * GP-2120T).
 */
const tspl: LabelQuestion = {
  ask: Buffer.from([0x1b, 0x21, 0x3f]),
  complete: bytes => (bytes.length >= 1 ? bytes.subarray(0, 1) : null),
  trouble(answer) {
    const state = answer[0] ?? 0
    if ((state & 0x01) !== 0) return 'printer.cover-open'
    if ((state & 0x04) !== 0) return 'printer.paper-out'
    return (state & 0x1a) !== 0 ? 'printer.in-error' : null
  },
  isPrinting: answer => ((answer[0] ?? 0) & 0x20) !== 0,
}

/** The fields of the strings of `~HS` that matter, counted from 0 (ZPL II manual; not tried on a printer). */
const hostStatus = { paperOut: 1, pause: 2, headUp: 2, ribbonOut: 3, labelsLeft: 8 } as const

const startOfText = 0x02
const endOfText = 0x03

/** ZPL `~HS`: three strings between STX and ETX, each ended by CR LF. */
const zpl: LabelQuestion = {
  ask: Buffer.from('~HS', 'ascii'),
  complete(bytes) {
    let end = 0
    for (let strings = 0; strings < 3; strings++) {
      end = bytes.indexOf(endOfText, end) + 1
      if (end === 0) return null
    }
    return bytes.subarray(0, end)
  },
  trouble(answer) {
    const [first, second] = stringsOf(answer)
    if (second?.[hostStatus.headUp] === '1') return 'printer.cover-open'
    if (first?.[hostStatus.paperOut] === '1') return 'printer.paper-out'
    const isStopped = first?.[hostStatus.pause] === '1' || second?.[hostStatus.ribbonOut] === '1'
    return isStopped ? 'printer.in-error' : null
  },
  isPrinting: answer => Number(stringsOf(answer)[1]?.[hostStatus.labelsLeft] ?? 0) > 0,
}

function stringsOf(answer: Buffer): readonly (readonly string[])[] {
  const parts = answer.toString('latin1').split(String.fromCharCode(endOfText))
  return parts.map(part => part.slice(part.indexOf(String.fromCharCode(startOfText)) + 1).split(','))
}

/** EPL printers have no question that every one of them answers at once. */
export function labelQuestion(language: Language): LabelQuestion | null {
  if (language === 'tspl') return tspl
  return language === 'zpl' ? zpl : null
}

/** Cuts what a label printer sends into whole answers. */
export function createLabelAnswers(question: LabelQuestion | null) {
  const answers = createAnswers<Buffer>()
  let pending = Buffer.alloc(0)
  return {
    take(chunk: Buffer): void {
      pending = Buffer.concat([pending, chunk])
      for (let whole = question?.complete(pending); whole; whole = question?.complete(pending)) {
        answers.give(whole)
        pending = pending.subarray(whole.length)
      }
    },
    next: answers.wait,
  }
}
