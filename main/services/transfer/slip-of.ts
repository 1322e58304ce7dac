import { longestCode } from '../../../src/domain/exchange/digit-frame'
import { fitThread, type LeftOut } from '../../../src/domain/exchange/fit-thread'
import {
  encodeTransferSlip,
  type TransferDose,
  type TransferSlip,
} from '../../../src/domain/exchange/transfer-slip'
import type { TransferThread } from '../../../src/domain/exchange/transfer-thread'
import type { Dose } from '../../../src/domain/immunization/dose'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'
import { threadOnSlip, unstored } from './thread-on-slip'

/** Nobody scans more codes than these at a desk. */
export const mostCodes = 6

/** What a person's transfer slip carries in its codes as of now. */
export type SlipCodes = {
  readonly codes: readonly string[]
  /** The handbook that went along; null: there is none, or no room for it. */
  readonly thread: TransferThread | null
  readonly leftOut: readonly LeftOut[]
}

/** The digits of a person's transfer slip. The handbook is cut down to what fits; the person and all doses always go. */
export function transferCodes(context: ServiceContext, stored: Stored<Person>): SlipCodes {
  const { store, resources, today } = context
  const point = store.point()
  const slip: TransferSlip = {
    issuedOn: today,
    from: { name: point?.name ?? '', communeCode: point?.address.communeCode ?? null },
    person: unstored(stored),
    doses: transferDoses(context, stored.id),
  }
  const encode = (thread: TransferThread | null) =>
    encodeTransferSlip(thread ? { ...slip, thread } : slip, resources.transferNumbers)
  const thread = threadOnSlip(context, stored, personId => transferDoses(context, personId))
  if (thread === null) return { codes: encode(null), thread: null, leftOut: [] }
  const fitted = fitThread(thread, less => isWithin(() => encode(less)))
  return { ...fitted, codes: encode(fitted.thread) }
}

/** Whether so much fits into the codes; far too much does not fit into a frame at all. */
function isWithin(encode: () => readonly string[]): boolean {
  try {
    const codes = encode()
    return codes.length <= mostCodes && codes.every(code => code.length <= longestCode)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function transferDoses({ store }: ServiceContext, personId: string): readonly TransferDose[] {
  return store.records.list('dose', { person_id: personId }, 'given_on, created_stamp').map(toTransfer)
}

function toTransfer(dose: Dose): TransferDose {
  const { vaccineCode, givenOn, givenOnAccuracy, programme, statedNumber, lotNumber, placeName } = dose
  return { vaccineCode, givenOn, givenOnAccuracy, programme, statedNumber, lotNumber, placeName }
}
