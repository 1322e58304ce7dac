import type { RequestOf } from '../../../src/contract/call'
import { refuse, refuseAll } from '../../../src/contract/errors'
import { acceptTransfer, readTransfer } from '../../../src/contract/transfer-calls'
import { type FramePart, readFrame } from '../../../src/domain/exchange/digit-frame'
import {
  decodeTransferSlip,
  type TransferDose,
  type TransferSlip,
} from '../../../src/domain/exchange/transfer-slip'
import type { TransferThread } from '../../../src/domain/exchange/transfer-thread'
import type { NewEntry } from '../../../src/domain/journal/entry'
import { displayName } from '../../../src/domain/person/display-name'
import type { Address, Person } from '../../../src/domain/person/person'
import { residenceOn } from '../../../src/domain/person/residence'
import { addressLine } from '../../../src/domain/person/units'
import { duplicatesOf } from '../duplicate/duplicates-of'
import { dayOfDeath, residencesOf } from '../family/residence'
import { problemsOfLines, toDose } from '../immunization/record-historical-doses'
import { correctOne } from '../person/correct-person'
import { toHit } from '../person/person-hit'
import { registerOne } from '../person/register-person'
import { type ServiceContext, serve } from '../service'
import { takeInThread, threadReading } from './take-in-thread'

export const readTransferService = serve(readTransfer, (context, { texts }) => {
  const { resources } = context
  const read = decodeTransferSlip(texts, resources.transferNumbers)
  if (!read.ok && read.code === 'transfer.part-missing') return partsOf(texts)
  if (!read.ok) return refuse(read.code)
  const { person, doses, from, issuedOn } = read.value
  const matches = duplicatesOf(person, null, context).map(({ candidate, score }) => ({
    hit: toHit(context, candidate, { highlights: [], group: 'similar' }),
    score,
    newDoses: unknownDoses(context, candidate.id, doses).length,
  }))
  return {
    status: 'whole' as const,
    from: from.name,
    issuedOn,
    person,
    displayName: displayName(person),
    addressLine: addressLine(resources.units, person.addresses.current) || null,
    doses: doses.map(dose => ({ ...dose, vaccineName: vaccineName(context, dose) })),
    thread: read.value.thread ? threadReading(context, read.value.thread) : null,
    matches,
  }
})

function partsOf(texts: readonly string[]) {
  const read = texts.map(readFrame).flatMap((frame): readonly FramePart[] => (frame.ok ? [frame.value] : []))
  const have = [...new Set(read.map(({ part }) => part))].toSorted((a, b) => a - b)
  return { status: 'part' as const, have, parts: read[0]?.parts ?? 0 }
}

function vaccineName({ resources }: ServiceContext, { vaccineCode }: TransferDose): string {
  return resources.vaccines.get(vaccineCode)?.shortName ?? vaccineCode
}

/** Doses of the slip that the record here does not have: another product, or another day. */
function unknownDoses({ store }: ServiceContext, personId: string, doses: readonly TransferDose[]) {
  const here = store.records.list('dose', { person_id: personId }, 'given_on')
  return doses.filter(
    ({ vaccineCode, givenOn }) =>
      !here.some(known => known.vaccineCode === vaccineCode && known.givenOn === givenOn),
  )
}

export const acceptTransferService = serve(acceptTransfer, (context, request) => {
  const read = decodeTransferSlip(request.texts, context.resources.transferNumbers)
  if (!read.ok) return refuse(read.code)
  const slip = read.value
  const personId = request.personId ?? registerFrom(context, slip, request.current, request.notDuplicateOf)
  if (request.personId !== null) updateKnown(context, request.personId, request.current)
  const { recorded, known } = recordDosesOf(context, personId, slip.doses, slip.from.name)
  noteArrival(context, personId, slip)
  const records = slip.thread ? takeThread(context, slip, slip.thread, personId, request) : 0
  return { personId, doses: recorded, known, records }
})

/** The handbook of the slip; whoever comes along with it has moved in as well. */
function takeThread(
  context: ServiceContext,
  slip: TransferSlip,
  thread: TransferThread,
  personId: string,
  { current, members }: RequestOf<typeof acceptTransfer>,
): number {
  const recordDoses = (memberPersonId: string, doses: readonly TransferDose[]) => {
    recordDosesOf(context, memberPersonId, doses, slip.from.name)
    noteArrival(context, memberPersonId, slip)
  }
  const taking = { slip, thread, personId, current, choices: members ?? [], recordDoses }
  return takeInThread(context, taking).records
}

function registerFrom(
  context: ServiceContext,
  { person }: TransferSlip,
  current: Address | null,
  notDuplicateOf: readonly string[],
): string {
  const addresses: Person['addresses'] = current ? { ...person.addresses, current } : person.addresses
  return registerOne(context, { ...person, addresses }, notDuplicateOf).personId
}

function updateKnown(context: ServiceContext, personId: string, current: Address | null): void {
  const stored = context.store.records.find('person', personId)
  if (!stored || stored.voided) throw refuse('person.not-found')
  const died = dayOfDeath(context, personId)
  if (died !== null) refuse('residence.after-death', { on: died })
  if (current === null || JSON.stringify(stored.addresses.current) === JSON.stringify(current)) return
  correctOne(context, personId, { addresses: { ...stored.addresses, current } }, 'Theo giấy chuyển nơi tiêm')
}

/** A dose of the same product and day is the same dose; one that meets another product of its kind that day is told. */
function recordDosesOf(
  context: ServiceContext,
  personId: string,
  doses: readonly TransferDose[],
  fromName: string,
) {
  const fresh = unknownDoses(context, personId, doses).map(dose => ({
    ...dose,
    placeName: dose.placeName ?? (fromName || null),
  }))
  refuseAll(problemsOfLines(context, personId, fresh))
  const entries = fresh.map(
    (line): NewEntry => ({
      noun: 'dose',
      recordId: context.newId(),
      verb: 'recorded',
      body: toDose(personId, line),
    }),
  )
  if (entries.length > 0) context.write(entries)
  return { recorded: fresh.length, known: doses.length - fresh.length }
}

/** Moved in today; who has done so already is not noted twice. */
function noteArrival(context: ServiceContext, personId: string, { from }: TransferSlip): void {
  const current = residenceOn(residencesOf(context, personId), context.today)
  if (current?.state === 'moved-in' && current.otherPlace === from.name) return
  const body = {
    personId,
    state: 'moved-in' as const,
    on: context.today,
    until: null,
    reason: null,
    otherPlace: from.name || null,
    note: null,
  }
  context.write([{ noun: 'residence', recordId: context.newId(), verb: 'recorded', body }])
}
