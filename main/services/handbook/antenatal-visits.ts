import { refuse } from '../../../src/contract/errors'
import {
  correctAntenatalVisit,
  recordAntenatalVisit,
  voidAntenatalVisit,
} from '../../../src/contract/pregnancy-calls'
import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { AntenatalVisit } from '../../../src/domain/maternal/antenatal-visit'
import { datingOf } from '../../../src/domain/maternal/dating'
import type { DatingScan, Pregnancy } from '../../../src/domain/maternal/pregnancy'
import { type VisitFields, visitDoubts } from '../../../src/domain/maternal/visit-checks'
import type { Stored } from '../../db/record-store'
import { actorOf, type ServiceContext, serve } from '../service'
import {
  antenatalLabel,
  changedOf,
  pregnancyOrRefuse,
  refuseDoubts,
  settleAppointments,
  visitsOf,
} from './pregnancy-parts'

/** Days around an appointment within which a visit is the one it was made for. */
const keptWithinDays = 10

export const recordAntenatalVisitService = serve(recordAntenatalVisit, (context, request) => {
  const { pregnancyId, fields, isConfirmed } = request
  const pregnancy = pregnancyOrRefuse(context, pregnancyId)
  const others = visitsOf(context, pregnancyId)
  look(context, pregnancy, fields, others, isConfirmed)
  const { userId, name } = actorOf(context)
  const visitId = context.newId()
  const { personId } = pregnancy
  const body: AntenatalVisit = { personId, pregnancyId, ...fields, byUserId: userId, byName: name }
  const isNewest = !others.some(({ visitedOn }) => visitedOn > fields.visitedOn)
  const scan = scanOf(fields)
  context.write([
    { noun: 'antenatal-visit', recordId: visitId, verb: 'recorded', body },
    ...(isNewest ? appointments(context, pregnancy, fields, others.length + 1) : []),
    ...(scan && pregnancy.scan === null
      ? [{ noun: 'pregnancy', recordId: pregnancyId, verb: 'updated', body: { scan } } as const]
      : []),
  ])
  return { visitId }
})

function look(
  { resources, today }: ServiceContext,
  pregnancy: Stored<Pregnancy>,
  fields: VisitFields,
  others: readonly AntenatalVisit[],
  isConfirmed: boolean,
): void {
  const dating = datingOf(resources.pregnancy.dating, pregnancy)
  refuseDoubts(visitDoubts(resources.pregnancy, fields, { pregnancy, dating, others, today }), isConfirmed)
}

/** The age a visit's ultrasound gave, as it dates a pregnancy; null when it gave none. */
function scanOf({ visitedOn, scan }: Pick<VisitFields, 'visitedOn' | 'scan'>): DatingScan | null {
  return scan && scan.weeks !== null ? { on: visitedOn, weeks: scan.weeks, days: scan.days ?? 0 } : null
}

/** The planned visit was this one, or comes to nothing; the next one takes its place. */
function appointments(
  context: ServiceContext,
  { personId }: Pick<Pregnancy, 'personId'>,
  { visitedOn, nextVisitOn }: VisitFields,
  number: number,
): readonly NewEntry[] {
  const isThis = (on: CalendarDay) => Math.abs(daysBetween(on, visitedOn)) <= keptWithinDays
  const settled = settleAppointments(context, personId, on => (isThis(on) ? 'kept' : 'cancelled'))
  return [...settled, ...nextAppointment(context, personId, nextVisitOn, number + 1)]
}

function nextAppointment(
  context: ServiceContext,
  personId: string,
  on: CalendarDay | null,
  number: number,
): readonly NewEntry[] {
  if (on === null || on < context.today) return []
  const labels = [`${antenatalLabel} lần ${number}`]
  const body = { personId, on, slot: 'all-day', time: null, labels, status: 'planned' } as const
  return [{ noun: 'appointment', recordId: context.newId(), verb: 'recorded', body }]
}

function visitOrRefuse({ store }: ServiceContext, visitId: string): Stored<AntenatalVisit> {
  const visit = store.records.find('antenatal-visit', visitId)
  return visit && !visit.voided ? visit : refuse('antenatal.not-found')
}

export const correctAntenatalVisitService = serve(correctAntenatalVisit, (context, request) => {
  const { visitId, fields, reason, isConfirmed } = request
  const before = visitOrRefuse(context, visitId)
  const pregnancy = pregnancyOrRefuse(context, before.pregnancyId)
  const body = changedOf<AntenatalVisit>(before, fields)
  if (Object.keys(body).length === 0) refuse('pregnancy.nothing-changed')
  const all = visitsOf(context, pregnancy.id)
  const others = all.filter(({ id }) => id !== visitId)
  look(context, pregnancy, fields, others, isConfirmed)
  const isNewest = !others.some(({ visitedOn }) => visitedOn > fields.visitedOn)
  const isMoved = isNewest && body.nextVisitOn !== undefined
  context.write([
    { noun: 'antenatal-visit', recordId: visitId, verb: 'corrected', body, reason },
    ...datingAfter(pregnancy, before, scanOf(fields), reason),
    ...(isMoved ? moved(context, pregnancy.personId, fields.nextVisitOn, all.length + 1) : []),
  ])
  return {}
})

/** A scan that dates the pregnancy is corrected with the visit it was written in. */
function datingAfter(
  { id, scan }: Stored<Pregnancy>,
  before: AntenatalVisit,
  after: DatingScan | null,
  reason: string,
): readonly NewEntry[] {
  const was = scanOf(before)
  const isSame = was && scan && was.on === scan.on && was.weeks === scan.weeks && was.days === scan.days
  const isChanged = after?.on !== scan?.on || after?.weeks !== scan?.weeks || after?.days !== scan?.days
  if (scan === null && after)
    return [{ noun: 'pregnancy', recordId: id, verb: 'updated', body: { scan: after } }]
  if (!isSame || !isChanged) return []
  return [{ noun: 'pregnancy', recordId: id, verb: 'corrected', body: { scan: after }, reason }]
}

function moved(
  context: ServiceContext,
  personId: string,
  on: CalendarDay | null,
  number: number,
): readonly NewEntry[] {
  const settled = settleAppointments(context, personId, () => 'cancelled')
  return [...settled, ...nextAppointment(context, personId, on, number)]
}

export const voidAntenatalVisitService = serve(voidAntenatalVisit, (context, { visitId, reason }) => {
  const visit = visitOrRefuse(context, visitId)
  const pregnancy = pregnancyOrRefuse(context, visit.pregnancyId)
  const newest = visitsOf(context, pregnancy.id).at(-1)
  context.write([
    { noun: 'antenatal-visit', recordId: visitId, verb: 'voided', reason },
    ...datingAfter(pregnancy, visit, null, reason),
    ...(newest?.id === visitId ? settleAppointments(context, pregnancy.personId, () => 'cancelled') : []),
  ])
  return {}
})
