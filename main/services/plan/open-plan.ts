import type { RequestOf } from '../../../src/contract/call'
import { refuse } from '../../../src/contract/errors'
import { getPlanLine, openPlan, type PlanLine, type PlanView } from '../../../src/contract/plan-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { isFollowed, residenceOn } from '../../../src/domain/person/residence'
import { capacityOf, type PlanSlot, problemOfSlots } from '../../../src/domain/session-plan/plan'
import { spreadOverSlots } from '../../../src/domain/session-plan/spread-slots'
import { byUrgencyOn } from '../../../src/domain/session-plan/urgency'
import { residencesOf } from '../family/residence'
import { renewalOf, renewOnNewDay } from '../immunization/list-due'
import { personOrRefuse } from '../person/person-or-refuse'
import { type ServiceContext, serve } from '../service'
import { workerViews } from './health-workers'
import { newUntil, planFacts } from './plan-facts'
import { type LineSource, lineOf, linesOf } from './plan-lines'

/** So many proposals are shown at least; a larger capacity brings a third more than it takes. */
const leastProposals = 90
const mostProposals = 300

export const openPlanService = serve(openPlan, (context, request): PlanView => {
  const { store, resources } = context
  const { on } = request
  renewOnNewDay(context)
  const saved = store.plans.planOn(on)
  const slots = request.slots ?? saved?.slots ?? resources.planning.usualSlots
  const problem = problemOfSlots(slots)
  if (problem) refuse(problem, {}, 'slots')
  const facts = planFacts(context, on)
  const nextSessionOn = request.nextSessionOn ?? saved?.nextSessionOn ?? store.plans.nextPlanAfter(on)
  const lines = proposed(
    linesOf(context, facts, sourcesOf(context, request, slots), on),
    slots,
    on,
    saved !== null,
  )
  const used = new Set(lines.flatMap(({ doses }) => doses.flatMap(({ vaccineCode }) => vaccineCode ?? [])))
  const { invited, came, overall } = facts.attendance
  return {
    on,
    plan: saved && {
      planId: saved.id,
      version: saved.versions,
      slots: saved.slots,
      nextSessionOn: saved.nextSessionOn,
      heldVaccines: saved.heldVaccines,
      byName: saved.byName,
    },
    slots,
    lines,
    totalDue: totalDue(context, on),
    renewal: renewalOf(context),
    workers: workerViews(context),
    attendance: { invited, came, overall },
    vaccines: [...facts.vaccines.values()].filter(({ code }) => used.has(code)),
    onShelf: Object.fromEntries(facts.onShelf),
    newUntilNext: Object.fromEntries(newUntil(context, facts, on, nextSessionOn)),
    nextSessionOn,
    rules: resources.planning,
  }
})

/** Everybody due by the day: counted out for another day than today, kept counted for today. */
function totalDue({ store, today }: ServiceContext, on: CalendarDay): number {
  const filter = {
    status: 'due' as const,
    until: on,
    rowCode: null,
    place: null,
    bornFrom: null,
    bornTo: null,
    among: null,
  }
  const places = on <= today ? store.forecasts.keptPlaces(filter) : store.forecasts.countPlaces(filter)
  return places.reduce((sum, { persons }) => sum + persons, 0)
}

/** Who is in the plan or has an appointment that day, and then those who are due, the most urgent first. */
function sourcesOf(
  context: ServiceContext,
  { on, places }: RequestOf<typeof openPlan>,
  slots: readonly PlanSlot[],
): readonly LineSource[] {
  const { store } = context
  const slotOf = ({ slot, time }: Pick<PlanSlot, 'slot' | 'time'>) => {
    const at = slots.findIndex(each => each.slot === slot && each.time === time)
    return at < 0 ? null : at
  }
  const invited = store.plans.invitationsOn(on).map(
    (invitation): LineSource => ({
      personId: invitation.personId,
      invitation,
      origin: invitation.origin,
      slotAt: slotOf(invitation),
    }),
  )
  const appointed = store.visits
    .appointmentsOn(on)
    .filter(({ status }) => status !== 'cancelled')
    .map(
      (appointment): LineSource => ({
        personId: appointment.personId,
        invitation: null,
        origin: 'appointment',
        slotAt: slotOf(appointment),
      }),
    )
  const wanted = Math.min(mostProposals, Math.max(leastProposals, Math.ceil(capacityOf(slots) * 1.3)))
  const due = store.plans
    .candidates(on, places, wanted)
    .map(candidate => ({ ...candidate, latestOn: null }))
    .toSorted(byUrgencyOn(on))
    .slice(0, wanted)
    .map(({ personId }): LineSource => ({ personId, invitation: null, origin: 'due', slotAt: null }))
  // The last word about a person is what is saved, then an appointment, then the forecast.
  const byPerson = new Map([...due, ...appointed, ...invited].map(source => [source.personId, source]))
  return [...byPerson.values()]
}

/** Lines in the order of urgency; while nothing is saved, with a slot for as many as there is room for. */
function proposed(
  lines: readonly PlanLine[],
  slots: readonly PlanSlot[],
  on: CalendarDay,
  isSaved: boolean,
): readonly PlanLine[] {
  const order = byUrgencyOn(on)
  const urgent = (line: PlanLine) => ({
    personId: line.personId,
    birthDate: line.birthDate,
    overdueOn: line.doses.some(({ status }) => status === 'overdue') ? on : null,
    latestOn: line.doses
      .map(({ latestOn }) => latestOn)
      .reduce((a, b) => (a && b ? (a < b ? a : b) : (a ?? b)), null),
  })
  const isAsked = ({ state, origin }: PlanLine) => state === 'invited' || origin === 'appointment'
  const sorted = lines.toSorted(
    (a, b) => Number(isAsked(b)) - Number(isAsked(a)) || order(urgent(a), urgent(b)),
  )
  // A saved plan is not added to unasked.
  const isPlaced = (line: PlanLine) =>
    line.state !== 'removed' && (isAsked(line) || (!isSaved && line.doses.length > 0))
  const { slotAt, taken } = spreadOverSlots(sorted.filter(isPlaced), slots)
  // What was agreed stands, even when there is no room: the slot is shown as too full.
  const counts = [...taken]
  const squeezedIn = new Map(
    sorted
      .filter(
        line => line.state !== 'removed' && isAsked(line) && (slotAt.get(line.personId) ?? null) === null,
      )
      .map(({ personId }) => [personId, leastTaken(counts, slots)]),
  )
  const slotOf = ({ personId }: PlanLine) => slotAt.get(personId) ?? squeezedIn.get(personId) ?? null
  return sorted.map(line => ({ ...line, slotAt: slotOf(line) }))
}

/** The slot that is the least too full, and one more in it. */
function leastTaken(counts: number[], slots: readonly PlanSlot[]): number {
  const over = slots.map(({ capacity }, at) => (counts[at] ?? 0) / capacity)
  const at = over.indexOf(Math.min(...over))
  counts[at] = (counts[at] ?? 0) + 1
  return at
}

export const getPlanLineService = serve(getPlanLine, (context, { on, personId: askedId }) => {
  const person = personOrRefuse(context, askedId)
  assertFollowed(context, person.id, on)
  const source: LineSource = { personId: person.id, invitation: null, origin: 'ad-hoc', slotAt: null }
  const isHere = context.store.visits.listOn(on).some(({ personId }) => personId === person.id)
  return lineOf(context, planFacts(context, on), source, on, isHere) ?? refuse('person.not-found')
})

/** Nobody is asked to come who died or has moved away: a letter to the family of a dead child hurts. */
export function assertFollowed(context: ServiceContext, personId: string, on: CalendarDay): void {
  const entry = residenceOn(residencesOf(context, personId), on)
  if (!isFollowed(entry, on)) refuse('plan.person-not-followed', { personId, state: entry?.state ?? '' })
}
