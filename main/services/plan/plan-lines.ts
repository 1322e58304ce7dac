import type { PlanDose, PlanLine } from '../../../src/contract/plan-calls'
import { monthsBetween } from '../../../src/domain/calendar/age'
import { addDays, type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import { earliestOf } from '../../../src/domain/calendar/offset'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person } from '../../../src/domain/person/person'
import { addressLine } from '../../../src/domain/person/units'
import { type KeptDose, keptStatusOn } from '../../../src/domain/schedule/kept-forecast'
import { ageGroupOf } from '../../../src/domain/session-plan/attendance'
import { type FamilyTie, familiesOf } from '../../../src/domain/session-plan/families'
import type { Invitation, InvitationOrigin } from '../../../src/domain/session-plan/plan'
import { urgencyRank } from '../../../src/domain/session-plan/urgency'
import type { Stored } from '../../db/record-store'
import { contactOf } from '../person/person-hit'
import type { ServiceContext } from '../service'
import type { PlanFacts } from './plan-facts'

/** What is known of somebody before a line is made. */
export type LineSource = {
  readonly personId: string
  readonly invitation: Stored<Invitation> | null
  readonly origin: InvitationOrigin
  readonly slotAt: number | null
}

/** The doses due by a day, those of one product together. */
export function dosesDue(
  { store }: ServiceContext,
  facts: PlanFacts,
  { id: personId, birthDate }: Pick<Stored<Person>, 'id' | 'birthDate'>,
  on: CalendarDay,
): readonly PlanDose[] {
  const due = store.forecasts
    .rowsOf([personId])
    .flatMap(({ doses }) => doses)
    .filter(({ dueOn }) => dueOn <= on)
  const byProduct = new Map<string, PlanDose>()
  for (const dose of due) {
    const made = planDose(dose, facts.productOf(dose, birthDate, on), on)
    const key = made.vaccineCode ?? made.label
    const known = byProduct.get(key)
    byProduct.set(key, known ? sooner(known, made) : made)
  }
  return [...byProduct.values()]
}

function planDose(
  { label, dueOn, overdueOn, latestOn }: KeptDose,
  product: string | null,
  on: CalendarDay,
): PlanDose {
  const status = keptStatusOn({ dueOn, overdueOn }, on)
  return {
    label: label.vi,
    vaccineCode: product,
    inTimeUntil: overdueOn && addDays(overdueOn, -1),
    latestOn,
    status,
    daysLate: status === 'overdue' && overdueOn ? daysBetween(overdueOn, on) + 1 : null,
  }
}

/** One shot for two rows of the matrix: the nearer bounds hold. */
function sooner(a: PlanDose, b: PlanDose): PlanDose {
  const late = Math.max(a.daysLate ?? 0, b.daysLate ?? 0)
  return {
    ...a,
    inTimeUntil: earliestOf([a.inTimeUntil, b.inTimeUntil]),
    latestOn: earliestOf([a.latestOn, b.latestOn]),
    status: a.status === 'overdue' || b.status === 'overdue' ? 'overdue' : a.status,
    daysLate: late === 0 ? null : late,
  }
}

/** The lines of these people, families named, in the order given. */
export function linesOf(
  context: ServiceContext,
  facts: PlanFacts,
  sources: readonly LineSource[],
  on: CalendarDay,
): readonly PlanLine[] {
  const here = new Set(context.store.visits.listOn(on).map(({ personId }) => personId))
  const lines = sources.flatMap(source => lineOf(context, facts, source, on, here.has(source.personId)) ?? [])
  const families = familiesOf(
    lines.map(({ personId }) => personId),
    [...context.store.plans.familyTies(lines.map(({ personId }) => personId)), ...lines.flatMap(tieByPhone)],
  )
  return lines.map(line => ({ ...line, family: families.get(line.personId) ?? line.personId }))
}

/** The same telephone in the same hamlet is one family. */
function tieByPhone({ personId, phone, hamlet }: PlanLine): readonly FamilyTie[] {
  return phone === null ? [] : [[personId, `phone ${hamlet} ${phone}`]]
}

/** One line, its family still unnamed; null: the person is gone from the register. */
export function lineOf(
  context: ServiceContext,
  facts: PlanFacts,
  { personId, invitation, origin, slotAt }: LineSource,
  on: CalendarDay,
  isHere: boolean,
): PlanLine | null {
  const { store } = context
  const person = store.persons.find(personId)
  if (!person || person.voided) return null
  const doses = dosesDue(context, facts, person, on)
  const known = store.plans.candidate(person.id)
  const place = placeOf(person)
  const ageMonths = Math.max(0, monthsBetween(person.birthDate, on))
  const urgent = {
    personId,
    birthDate: person.birthDate,
    overdueOn: known?.overdueOn ?? null,
    latestOn: earliestOf(doses.map(({ latestOn }) => latestOn)),
  }
  return {
    personId: person.id,
    displayName: displayName(person),
    birthDate: person.birthDate,
    sex: person.sex,
    personCode: identifierOf(person, 'person-code'),
    contact: contactOf(person),
    phone: phoneOf(person),
    ...place,
    address: addressLine(context.resources.units, person.addresses.current),
    family: person.id,
    rank: urgencyRank(urgent, on),
    origin,
    slotAt,
    doses,
    chance: facts.attendance.chanceOf(place.hamlet, ageGroupOf(ageMonths)),
    state: invitation === null ? 'proposed' : invitation.status,
    removedBecause: invitation?.removedBecause ?? null,
    ...standing(context, person.id, on, isHere),
  }
}

/** What the days around say: here already, asked for another day, sent home before. */
function standing({ store, today }: ServiceContext, personId: string, on: CalendarDay, isHere: boolean) {
  return {
    isHere,
    otherAppointmentOn: store.plans.otherAppointment(personId, today, on),
    sentHome: store.plans.timesSentHome(personId),
  }
}

export const phoneOf = (person: Person): string | null =>
  person.phone ?? person.relatives.find(({ phone }) => phone)?.phone ?? null

export function placeOf(person: Person): { readonly communeCode: string; readonly hamlet: string } {
  const current = person.addresses.current
  return { communeCode: current?.communeCode ?? '', hamlet: current?.hamlet ?? '' }
}
