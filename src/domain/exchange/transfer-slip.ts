import type { CalendarDay } from '../calendar/calendar-day'
import type { Person } from '../person/person'
import { type ByteReader, createByteReader, createByteWriter, UnreadableBytes } from './compact-bytes'
import { type FrameAnswer, framesOf, joinFrames } from './digit-frame'
import {
  readDoses,
  readPerson,
  type TransferDose,
  type TransferNumbers,
  UnknownNumber,
  writeDoses,
  writePerson,
} from './transfer-person'
import { readThread, type TransferThread, writeThread } from './transfer-thread'

export { isTransferSlip } from './digit-frame'
export type { TransferDose, TransferNumbers } from './transfer-person'

/** Giấy chuyển nơi tiêm: a person and all doses, from one point to another. */
export type TransferSlip = {
  readonly issuedOn: CalendarDay
  readonly from: { readonly name: string; readonly communeCode: string | null }
  /** Without our own code, which means somebody else at another point, and without the note. */
  readonly person: Person
  readonly doses: readonly TransferDose[]
  /** The mother-and-child handbook of the person, with those who belong to it. Absent: nothing of it was recorded. */
  readonly thread?: TransferThread
}

/** Version 2 has the handbook behind the doses; what has none of it is still written as version 1, which older builds read. */
const versions = { doses: 1, thread: 2 } as const

/** The digits of the QR codes, one as a rule. Throws RangeError for a product or alert without a number. */
export function encodeTransferSlip(slip: TransferSlip, numbers: TransferNumbers): readonly string[] {
  const to = createByteWriter()
  to.day(slip.issuedOn)
  to.text(slip.from.name)
  to.code(slip.from.communeCode)
  writePerson(to, slip.person, numbers)
  writeDoses(to, slip.person.birthDate, slip.doses, numbers)
  if (slip.thread) writeThread(to, slip.thread, numbers)
  return framesOf(to.bytes(), slip.thread ? versions.thread : versions.doses)
}

/**
 * The slip that these codes carry, in any order. Never throws: a wrong or exchanged digit, a missing code, codes of two
 * slips and what a newer version wrote are each refused by a code of their own.
 */
export function decodeTransferSlip(
  texts: readonly string[],
  numbers: TransferNumbers,
): FrameAnswer<TransferSlip> {
  const joined = joinFrames(texts, versions.thread)
  if (!joined.ok) return joined
  const { version, bytes } = joined.value
  try {
    const value = readSlip(createByteReader(bytes), numbers, version === versions.thread)
    return { ok: true, value }
  } catch (error) {
    if (error instanceof UnknownNumber) return { ok: false, code: 'transfer.newer-version' }
    if (error instanceof UnreadableBytes) return { ok: false, code: 'transfer.damaged' }
    throw error
  }
}

function readSlip(from: ByteReader, numbers: TransferNumbers, hasThread: boolean): TransferSlip {
  const issuedOn = from.day()
  const point = { name: from.text(300), communeCode: from.code(5) }
  const person = readPerson(from, numbers)
  const doses = readDoses(from, person.birthDate, numbers)
  const slip = { issuedOn, from: point, person, doses }
  const whole = hasThread ? { ...slip, thread: readThread(from, numbers) } : slip
  from.end()
  return whole
}
