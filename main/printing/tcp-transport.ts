import { setTimeout as sleep } from 'node:timers/promises'
import { type AckMode, isTcpAddress, type PrinterLanguage } from '../../src/domain/document/printer'
import { createLabelAnswers, type LabelQuestion, labelQuestion } from './label-status'
import type { PrinterState, SendResult } from './print-error'
import {
  askOffline,
  askPaper,
  createStatusReader,
  isPaperNearEnd,
  isPaperOut,
  isRollLow,
  troubleOfOffline,
} from './status-reader'
import { type Line, openLine, WireTrouble } from './tcp-line'

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
  /** For a label printer to say that it prints, after the last byte. */
  readonly noticeMs: number
  /** For the printer to close after we have ended, before the socket is given up. */
  readonly lingerMs: number
}

/** Times for a printer in the same room. */
export const usualTcpTimes: TcpTimes = {
  connectMs: 3_000,
  statusMs: 400,
  stallMs: 15_000,
  ackMs: 20_000,
  noticeMs: 1_500,
  lingerMs: 3_000,
}

/** Where to send, in which language, and whether the printer acknowledges. */
export type TcpTarget = {
  readonly host: string
  readonly port: number
  readonly language: PrinterLanguage
  readonly ackMode: AckMode
  /**
   * Printers that did not answer a question before a job, by address: they are not waited for again while this set lives,
   * or every job of theirs would begin with a pause.
   */
  readonly silent?: Set<string>
}

/** Rest between two questions to a label printer, in milliseconds. */
const askEveryMs = 50
/** Small enough that a slow printer's `drain` is noticed. */
const pieceBytes = 4_096
/** GS r 1: answered in order, so the answer means that everything before it was processed. */
const askAck = Buffer.from([0x1d, 0x72, 0x01])

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
  const talk = openTalk(target, times, signal)
  let started = false
  try {
    await talk.line.connected(times.connectMs)
    await talk.refuseWhenNotReady()
    started = true
    await writeInPieces(talk.line, bytes, times.stallMs)
    return await talk.end()
  } catch (error) {
    if (!(error instanceof WireTrouble)) throw error
    return { state: started ? 'unknown' : 'failed', code: error.code }
  } finally {
    await talk.line.hangUp(times.lingerMs)
  }
}

/** Asks a printer how it is and prints nothing: connects, asks in its language, hangs up. */
export async function askPrinter(target: TcpTarget, times: TcpTimes = usualTcpTimes): Promise<PrinterState> {
  if (!isTcpAddress(target.host, target.port)) return { is: 'trouble', code: 'printer.bad-address' }
  const silent = new Set<string>()
  const talk = openTalk({ ...target, silent }, times, new AbortController().signal)
  try {
    await talk.line.connected(times.connectMs)
    await talk.refuseWhenNotReady()
    return { is: silent.size > 0 || !asksFirst(target.language) ? 'silent' : 'ready' }
  } catch (error) {
    if (!(error instanceof WireTrouble)) throw error
    return { is: 'trouble', code: error.code }
  } finally {
    await talk.line.hangUp(times.lingerMs)
  }
}

/** Whether there is a question in this language at all. */
function asksFirst(language: PrinterLanguage): boolean {
  return language === 'escpos' || (language !== 'page' && labelQuestion(language) !== null)
}

async function writeInPieces(line: Line, bytes: Buffer, stallMs: number): Promise<void> {
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    await line.write(bytes.subarray(from, from + pieceBytes), stallMs)
  }
}

/** What is asked before a job and after it, in the printer's language. */
type Talk = {
  readonly line: Line
  /** Throws WireTrouble when the printer says that it cannot print. Silence is no trouble: many never answer. */
  readonly refuseWhenNotReady: () => Promise<void>
  /** What is known of the job once its last byte was written. */
  readonly end: () => Promise<SendResult>
}

/** Asks unless this printer is known not to answer, and remembers one that does not. */
async function askOnce<T>(target: TcpTarget, ask: () => Promise<T | null>): Promise<T | null> {
  const { silent, host, port, language } = target
  const name = `${host} ${port} ${language}`
  if (silent?.has(name)) return null
  const answer = await ask()
  if (answer === null) silent?.add(name)
  return answer
}

function openTalk(target: TcpTarget, times: TcpTimes, signal: AbortSignal): Talk {
  if (target.language === 'escpos') return talkEscpos(target, times, signal)
  const question = target.language === 'page' ? null : labelQuestion(target.language)
  return talkLabel(target, question, times, signal)
}

function talkEscpos(target: TcpTarget, times: TcpTimes, signal: AbortSignal): Talk {
  const status = createStatusReader()
  const line = openLine(target, signal, chunk => status.take(chunk))
  let rollLow = false
  async function ask(question: Buffer): Promise<number | null> {
    await line.write(question, times.statusMs)
    const answer = await status.realTime(times.statusMs)
    line.assertHealthy()
    return answer
  }
  return {
    line,
    async refuseWhenNotReady() {
      const paper = await askOnce(target, () => ask(askPaper))
      if (paper === null) return
      rollLow = isRollLow(paper)
      const offline = await ask(askOffline)
      const trouble = offline === null ? null : troubleOfOffline(offline)
      if (trouble) throw new WireTrouble(trouble)
      if (isPaperOut(paper)) throw new WireTrouble('printer.paper-out')
    },
    async end() {
      if (target.ackMode === 'none') return endUnanswered(line, times)
      status.expectAck()
      await line.write(askAck, times.stallMs)
      // What happens to the line after the answer changes nothing that is on paper: it is closed when all is decided.
      const answer = await line.orTrouble(status.ack(times.ackMs))
      if (answer === null) return { state: 'unknown', code: 'printer.no-acknowledgement' }
      // Bits 2–3 of GS r 1: the roll ended while the job was processed.
      if ((answer & 0x0c) !== 0) return { state: 'unknown', code: 'printer.paper-out' }
      return { state: 'confirmed', paperLow: isPaperNearEnd(answer) || rollLow }
    },
  }
}

async function endUnanswered(line: Line, times: TcpTimes): Promise<SendResult> {
  await line.end(times.stallMs)
  return { state: 'unknown', code: 'printer.acknowledgement-off' }
}

function talkLabel(
  target: TcpTarget,
  question: LabelQuestion | null,
  times: TcpTimes,
  signal: AbortSignal,
): Talk {
  const answers = createLabelAnswers(question)
  const line = openLine(target, signal, chunk => answers.take(chunk))
  let talks = false
  async function ask(asked: LabelQuestion): Promise<Buffer | null> {
    await line.write(asked.ask, times.statusMs)
    const answer = await line.orTrouble(answers.next(times.statusMs))
    line.assertHealthy()
    return answer
  }
  return {
    line,
    async refuseWhenNotReady() {
      const answer = question ? await askOnce(target, () => ask(question)) : null
      if (!question || !answer) return
      talks = true
      const trouble = question.trouble(answer)
      if (trouble) throw new WireTrouble(trouble)
    },
    async end() {
      if (!question || !talks) return endUnanswered(line, times)
      return watchLabel(() => ask(question), question, times)
    },
  }
}

/**
 * Asks until the label is out: a printer that was seen printing and then rests without trouble has printed it. One that
 * never says that it prints leaves it unknown.
 */
async function watchLabel(
  ask: () => Promise<Buffer | null>,
  question: LabelQuestion,
  times: TcpTimes,
): Promise<SendResult> {
  let seen = false
  for (let waitedMs = 0; waitedMs < (seen ? times.ackMs : times.noticeMs); waitedMs += askEveryMs) {
    const answer = await ask()
    const trouble = answer && question.trouble(answer)
    if (trouble) return { state: 'unknown', code: trouble }
    const prints = answer !== null && question.isPrinting(answer)
    if (seen && answer && !prints) return { state: 'confirmed', paperLow: false }
    seen ||= prints
    await sleep(askEveryMs)
  }
  return { state: 'unknown', code: seen ? 'printer.no-acknowledgement' : 'printer.acknowledgement-off' }
}
