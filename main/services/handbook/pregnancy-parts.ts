import { type Problem, refuse, refuseAll } from '../../../src/contract/errors'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { canonicalJson } from '../../../src/domain/journal/canonical-json'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { AntenatalVisit } from '../../../src/domain/maternal/antenatal-visit'
import { withoutAlert } from '../../../src/domain/maternal/birth-makes'
import type { Pregnancy, PregnancyOutcome } from '../../../src/domain/maternal/pregnancy'
import type { PregnancyDoubt } from '../../../src/domain/maternal/pregnancy-checks'
import type { Person } from '../../../src/domain/person/person'
import type { Appointment } from '../../../src/domain/session/visit'
import type { ReadStore } from '../../db'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'

type Reading = { readonly store: Pick<ReadStore, 'records'> }

/** A pregnancy that holds, or a refusal a user can read. */
export function pregnancyOrRefuse({ store }: Reading, pregnancyId: string): Stored<Pregnancy> {
  const found = store.records.find('pregnancy', pregnancyId)
  return found && !found.voided ? found : refuse('pregnancy.not-found')
}

/** The visits of a pregnancy that hold, in the order of their days. */
export function visitsOf({ store }: Reading, pregnancyId: string): readonly Stored<AntenatalVisit>[] {
  return store.records.list('antenatal-visit', { pregnancy_id: pregnancyId }, 'visited_on, created_stamp')
}

/** The pregnancies of a woman that hold, the newest first. */
export function pregnanciesOf({ store }: Reading, personId: string): readonly Stored<Pregnancy>[] {
  return store.records.list('pregnancy', { person_id: personId }, 'enrolled_on DESC, created_stamp DESC')
}

/** Refuses what is wrong; what is only unlikely is refused until somebody has said that it is so. */
export function refuseDoubts(doubts: readonly PregnancyDoubt[], isConfirmed: boolean): void {
  const stopping = doubts.filter(({ isAsked }) => !isAsked || !isConfirmed)
  refuseAll(stopping.map(({ code, field, params }): Problem => ({ code, field, params })))
}

/** The fields in which `after` differs from what was written. */
export function changedOf<T extends object>(before: T, after: Partial<T>): Partial<T> {
  const changed = Object.entries(after).filter(
    ([field, value]) => canonicalJson(before[field as keyof T]) !== canonicalJson(value),
  )
  return Object.fromEntries(changed) as Partial<T>
}

/** What the journal says of alerts that follow from a pregnancy; the person's history shows it. */
const alertReasons = { noted: 'Ghi nhận thai kỳ', over: 'Thai kỳ đã kết thúc', mistaken: 'Thai kỳ ghi nhầm' }

/** Notes the alert `pregnant` from a day; an older one is of an earlier pregnancy and makes room. */
export function notePregnant(person: Stored<Person>, enrolledOn: CalendarDay): readonly NewEntry[] {
  const alerts = [
    ...withoutAlert(person.alerts, 'pregnant'),
    { code: 'pregnant' as const, note: null, notedOn: enrolledOn },
  ]
  return alertsEntry(person, alerts, alertReasons.noted)
}

/** Takes the alert back, unless another pregnancy of hers goes on. */
export function takeBackPregnant(
  context: Reading,
  pregnancy: Stored<Pregnancy>,
  why: 'over' | 'mistaken',
): readonly NewEntry[] {
  const person = context.store.records.find('person', pregnancy.personId)
  if (
    !person ||
    isPregnantBeside(context, pregnancy) ||
    !person.alerts.some(({ code }) => code === 'pregnant')
  )
    return []
  return alertsEntry(person, withoutAlert(person.alerts, 'pregnant'), alertReasons[why])
}

/** Whether another pregnancy of hers goes on. */
function isPregnantBeside(context: Reading, { id: endedId, personId }: Stored<Pregnancy>): boolean {
  return pregnanciesOf(context, personId).some(({ id, endedOn }) => id !== endedId && endedOn === null)
}

function alertsEntry(person: Stored<Person>, alerts: Person['alerts'], reason: string): readonly NewEntry[] {
  return [{ noun: 'person', recordId: person.id, verb: 'corrected', body: { alerts }, reason }]
}

type PregnancyEnd = {
  readonly outcome: PregnancyOutcome
  readonly endedOn: CalendarDay
  readonly note?: string | null
}

/**
 * How a pregnancy ended, and the appointments nobody keeps any more: none while another pregnancy of hers goes on, which they
 * then are for. What becomes of the alert a birth says by its day.
 */
export function outcomeEntries(
  context: Pick<ServiceContext, 'store'>,
  pregnancy: Stored<Pregnancy>,
  { outcome, endedOn, note }: PregnancyEnd,
): readonly NewEntry[] {
  const body = { outcome, endedOn, ...(note ? { note } : {}) }
  return [
    { noun: 'pregnancy', recordId: pregnancy.id, verb: 'updated', body },
    ...(isPregnantBeside(context, pregnancy)
      ? []
      : settleAppointments(context, pregnancy.personId, () => 'cancelled')),
  ]
}

/** What ends a pregnancy without a birth: its outcome, its appointments and the alert. */
export function endPregnancyEntries(
  context: Pick<ServiceContext, 'store'>,
  pregnancy: Stored<Pregnancy>,
  end: PregnancyEnd,
): readonly NewEntry[] {
  return [...outcomeEntries(context, pregnancy, end), ...takeBackPregnant(context, pregnancy, 'over')]
}

/** How an appointment for an antenatal visit is labelled; by it they are told from those for doses. */
export const antenatalLabel = 'Khám thai'

/** True for the appointment of an antenatal visit. */
export function isAntenatal({ labels }: Pick<Appointment, 'labels'>): boolean {
  return labels.some(label => label.startsWith(antenatalLabel))
}

/** The planned appointments for antenatal visits, the next one first. */
export function antenatalAppointments({ store }: Pick<ServiceContext, 'store'>, personId: string) {
  return store.visits
    .appointmentsOf(personId)
    .filter(appointment => appointment.status === 'planned' && isAntenatal(appointment))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

/** Says of every planned antenatal appointment what became of it. */
export function settleAppointments(
  context: Pick<ServiceContext, 'store'>,
  personId: string,
  statusOf: (on: CalendarDay) => 'kept' | 'cancelled',
): readonly NewEntry[] {
  return antenatalAppointments(context, personId).map(({ id, on }) => ({
    noun: 'appointment',
    recordId: id,
    verb: 'updated',
    body: { status: statusOf(on) },
  }))
}
