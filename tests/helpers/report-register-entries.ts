import { type CalendarDay, day, type Instant } from '../../src/domain/calendar/calendar-day'
import type { NewEntry } from '../../src/domain/journal/entry'
import { child, home } from '../main/services/ready-point'
import type { RegisterFile } from './report-register-file'

/** The id of a record by its name in the fixture. */
export type IdOf = (name: string) => string
/** What is written on one day. */
export type Step = { readonly on: string; readonly write: () => readonly NewEntry[] }

/** Everything of the register, each with the day on which it was written down. */
export function stepsOf(file: RegisterFile, idOf: IdOf): readonly Step[] {
  return [
    ...file.persons.map(each => ({ on: each.enteredOn, write: () => [personEntry(each, idOf)] })),
    ...file.lots.map(each => ({ on: each.receivedOn, write: () => lotEntries(each, idOf) })),
    ...file.residences.map(each => ({ on: each.enteredOn, write: () => [residenceEntry(each, idOf)] })),
    ...file.doses.flatMap(each => doseSteps(each, file, idOf)),
    ...file.notGiven.map(each => ({ on: each.on, write: () => [notGivenEntry(each, idOf)] })),
    ...file.reactions.map(each => ({
      on: each.onset.slice(0, 10),
      write: () => reactionEntries(each, idOf),
    })),
    ...file.movements.map(each => ({ on: each.on, write: () => [movementEntry(each, idOf)] })),
  ]
}

function personEntry(each: RegisterFile['persons'][number], idOf: IdOf): NewEntry {
  const { id, name, birthDate, birthTime, sex, kind, communeCode, pregnantSince, protectedAtBirth } = each
  const body = {
    ...child({ name, birthDate: day(birthDate), birthTime, sex, kind, relatives: [] }),
    addresses: { current: { ...home, communeCode } },
    protectedAtBirth: protectedAtBirth ?? null,
    alerts: pregnantSince ? [{ code: 'pregnant' as const, note: null, notedOn: day(pregnantSince) }] : [],
  }
  return { noun: 'person', recordId: idOf(id), verb: 'recorded', body }
}

function lotEntries(each: RegisterFile['lots'][number], idOf: IdOf): readonly NewEntry[] {
  const { id, vaccineCode, receivedOn, doses, programme } = each
  const lot = {
    vaccineCode,
    number: id,
    expiresOn: day('2027-12-31'),
    manufacturer: null,
    programme,
    status: 'active' as const,
    statusReason: null,
    diluentLot: null,
    diluentExpiresOn: null,
  }
  const received = {
    ...posting(id, idOf),
    kind: 'received' as const,
    doses,
    quantity: doses,
    at: `${receivedOn}T03:00:00.000Z` as Instant,
    from: 'supplier' as const,
    to: 'store' as const,
  }
  return [
    { noun: 'lot', recordId: idOf(id), verb: 'recorded', body: lot },
    { noun: 'movement', recordId: idOf(`${id}-received`), verb: 'recorded', body: received },
  ]
}

const posting = (lot: string, idOf: IdOf) => ({ lotId: idOf(lot), note: null })

function movementEntry(each: RegisterFile['movements'][number], idOf: IdOf): NewEntry {
  const { lot, on, doses, to, reason } = each
  const body = {
    ...posting(lot, idOf),
    kind: to === 'wasted' ? ('wasted' as const) : ('returned' as const),
    doses: -doses,
    quantity: doses,
    at: `${on}T09:00:00.000Z` as Instant,
    from: 'store' as const,
    to,
    reason,
  }
  return { noun: 'movement', recordId: idOf(`${lot}-${to}-${on}`), verb: 'recorded', body }
}

function residenceEntry(each: RegisterFile['residences'][number], idOf: IdOf): NewEntry {
  const { person, state, on } = each
  const body = {
    personId: idOf(person),
    state,
    on: day(on),
    until: null,
    reason: null,
    otherPlace: null,
    note: null,
  }
  return { noun: 'residence', recordId: idOf(`${person}-${state}`), verb: 'recorded', body }
}

function doseSteps(each: RegisterFile['doses'][number], file: RegisterFile, idOf: IdOf): readonly Step[] {
  const { id, enteredOn, voidedOn, correctedOn, correctedGivenOn } = each
  const recordId = idOf(id)
  const reason = 'ghi nhầm'
  const steps: Step[] = [
    {
      on: enteredOn,
      write: () => [{ noun: 'dose', recordId, verb: 'recorded', body: doseOf(each, file, idOf) }],
    },
  ]
  if (voidedOn)
    steps.push({ on: voidedOn, write: () => [{ noun: 'dose', recordId, verb: 'voided', reason }] })
  if (correctedOn && correctedGivenOn) {
    const body = { givenOn: day(correctedGivenOn) }
    steps.push({
      on: correctedOn,
      write: () => [{ noun: 'dose', recordId, verb: 'corrected', body, reason }],
    })
  }
  return steps
}

function doseOf(each: RegisterFile['doses'][number], { lots }: RegisterFile, idOf: IdOf) {
  const { person, vaccineCode, givenOn, at, where, lot, programme } = each
  const isHere = where === 'here'
  return {
    personId: idOf(person),
    visitId: null,
    kind: isHere ? ('administered' as const) : ('historical' as const),
    vaccineCode,
    lotId: lot === null ? null : idOf(lot),
    lotNumber: lot,
    lotExpiresOn: lots.some(({ id }) => id === lot) ? day('2027-12-31') : null,
    takenFrom: lot === null ? null : ('store' as const),
    givenOn: day(givenOn),
    givenOnAccuracy: null,
    givenAt: at === null ? null : instantIn(day(givenOn), at),
    statedNumber: null,
    site: null,
    route: null,
    volumeMl: null,
    programme,
    givenByUserId: null,
    givenByName: null,
    placeName: null,
    overrides: [],
    note: null,
  }
}

/** The instant of a wall clock in Vietnam. */
function instantIn(on: CalendarDay, time: string): Instant {
  return new Date(`${on}T${time}:00.000+07:00`).toISOString() as Instant
}

function notGivenEntry(each: RegisterFile['notGiven'][number], idOf: IdOf): NewEntry {
  const { id, person, on, dueId, label, antigens, state, until } = each
  const body = {
    personId: idOf(person),
    visitId: idOf(`${person}-visit-${on}`),
    on: day(on),
    dueId,
    label,
    antigens,
    state,
    reason: 'theo kết luận khám',
    until: until === null ? null : day(until),
    byUserId: idOf('nurse'),
    byName: 'Trưởng trạm',
  }
  return { noun: 'not-given', recordId: idOf(id), verb: 'recorded', body }
}

function reactionEntries(each: RegisterFile['reactions'][number], idOf: IdOf): readonly NewEntry[] {
  const { id, person, doses, kind, signs, onset, temperatureC, outcome } = each
  const doseIds = doses.map(idOf)
  const body = {
    personId: idOf(person),
    visitId: null,
    doseIds,
    kind,
    signs,
    onsetAt: onset as Instant,
    temperatureC,
    treatment: null,
    outcome,
    note: null,
  }
  const reaction = { noun: 'reaction', recordId: idOf(id), verb: 'recorded', body } as const
  return each.case
    ? [reaction, caseEntry(each.case, { reaction: id, personId: idOf(person), doseIds }, idOf)]
    : [reaction]
}

type Severe = NonNullable<RegisterFile['reactions'][number]['case']>
type Behind = { readonly reaction: string; readonly personId: string; readonly doseIds: readonly string[] }

function caseEntry(severe: Severe, { reaction, personId, doseIds }: Behind, idOf: IdOf): NewEntry {
  const { knownAt, facts, doseFacts } = severe
  const body = {
    personId,
    reactionId: idOf(reaction),
    visitId: null,
    doseIds,
    caseNumber: '26-001',
    step: 'open' as const,
    knownAt: knownAt as Instant,
    sessionOn: day(knownAt.slice(0, 10)),
    facts,
    doseFacts: Object.fromEntries(doseIds.map(doseId => [doseId, doseFacts])),
    toldHealthDepartment: null,
    toldProvincialCdc: null,
    suspendedLotIds: [],
    stoppedSession: false,
    openedByUserId: idOf('nurse'),
    openedByName: 'Trưởng trạm',
  }
  return { noun: 'aefi-case', recordId: idOf(`${reaction}-case`), verb: 'recorded', body }
}
