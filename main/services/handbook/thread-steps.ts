import type { ThreadStep } from '../../../src/contract/thread-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { nextSlot, slotsOn, usualScheduleOf } from '../../../src/domain/maternal/antenatal-schedule'
import type { Birth, Newborn } from '../../../src/domain/maternal/birth'
import { datingOf } from '../../../src/domain/maternal/dating'
import { type SlotState, scheduleAfterBirth } from '../../../src/domain/maternal/postnatal-rules'
import type { Pregnancy } from '../../../src/domain/maternal/pregnancy'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { residenceMark } from '../family/residence'
import { chartOf, summaryOf } from '../immunization/chart'
import type { ServiceContext } from '../service'
import type { ChildCase } from './child-case'
import { nextOf } from './child-picture'
import { newbornVisitsOf } from './postnatal'

type Step = ThreadStep

/** What comes next in a pregnancy that goes on: the visit (as agreed, or by the schedule) and the birth. */
export function pregnancySteps(context: ServiceContext, pregnancy: Stored<Pregnancy>): readonly Step[] {
  if (pregnancy.outcome !== null) return []
  const { today, resources, store } = context
  const dating = datingOf(resources.pregnancy.dating, pregnancy)
  const visits = store.records.list('antenatal-visit', { pregnancy_id: pregnancy.id }, 'visited_on')
  const agreed = visits.at(-1)?.nextVisitOn ?? null
  const slot = dating && nextSlot(slotsOn(usualScheduleOf(resources.pregnancy), dating, visits, today))
  const on = agreed ?? slot?.dueOn ?? null
  const isLate = on !== null && on < today
  const visit: readonly Step[] = on === null ? [] : [{ kind: 'antenatal', on, isLate, labels: [] }]
  const dueOn = dating?.dueOn ?? null
  return [
    ...visit,
    ...(dueOn ? [{ kind: 'due-date' as const, on: dueOn, isLate: dueOn < today, labels: [] }] : []),
  ]
}

/** The next visit of a schedule after birth, or the day that was agreed; nothing once all are over. */
export function postnatalSteps(
  kind: 'postpartum' | 'newborn-visit',
  schedule: readonly SlotState[],
  agreed: CalendarDay | null,
  today: CalendarDay,
): readonly Step[] {
  const open = schedule.find(({ state }) => state === 'due' || state === 'ahead')
  if (!open) return []
  const isAgreed = agreed !== null && agreed >= open.from && agreed <= open.to
  const on = isAgreed ? agreed : open.state === 'due' ? null : open.from
  return [{ kind, on, isLate: on !== null && on < today, labels: [open.code] }]
}

/** Doses that are due, the next ones, and an appointment; nothing for whoever is not followed here any more. */
export function doseSteps(context: ServiceContext, person: Stored<Person>): readonly Step[] {
  const { store, today } = context
  const [planned] = store.records
    .list('appointment', { person_id: person.id }, 'on_day')
    .filter(({ status, on }) => status === 'planned' && on >= today)
  const { dueLabels, overdueLabels, nextOn, nextLabels } = summaryOf(
    person.id,
    chartOf(context, person.id, person, today),
  )
  const now: readonly Step[] = [
    ...(overdueLabels.length > 0
      ? [{ kind: 'dose' as const, on: null, isLate: true, labels: overdueLabels }]
      : []),
    ...(dueLabels.length > 0 ? [{ kind: 'dose' as const, on: null, isLate: false, labels: dueLabels }] : []),
  ]
  const appointment: readonly Step[] = planned
    ? [{ kind: 'appointment', on: planned.on, isLate: false, labels: planned.labels }]
    : []
  const later: readonly Step[] =
    now.length === 0 && nextOn !== null
      ? [{ kind: 'dose', on: nextOn, isLate: false, labels: nextLabels }]
      : []
  return [...now, ...appointment, ...later]
}

/** What comes next for a child, nearest first; nothing for one who died or moved away. */
export function childSteps(
  context: ServiceContext,
  child: Stored<Person>,
  born: Newborn | null,
  known: ChildCase,
): readonly Step[] {
  if (residenceMark(context, child.id, context.today)?.isFollowed === false) return []
  const { birth: data } = context.resources
  const visits = newbornVisitsOf(context, child.id)
  const days = visits.map(({ visitedOn }) => visitedOn)
  const schedule = scheduleAfterBirth(data, born?.bornOn ?? child.birthDate, days, context.today)
  const agreed = visits.at(-1)?.nextVisitOn ?? null
  const next = nextOf(context.resources.childHandbook, known, context.today)
  const isLate = next?.state === 'late'
  const check: readonly Step[] = next ? [{ kind: 'check', on: next.dueOn, isLate, labels: [] }] : []
  const newborn = born ? postnatalSteps('newborn-visit', schedule, agreed, context.today) : []
  return inOrder([...doseSteps(context, child), ...newborn, ...check])
}

/** What comes next for a mother, nearest first. */
export function motherSteps(
  context: ServiceContext,
  mother: Stored<Person>,
  pregnancies: readonly Stored<Pregnancy>[],
  newest: { readonly birth: Stored<Birth>; readonly schedule: readonly SlotState[] } | null,
): readonly Step[] {
  if (residenceMark(context, mother.id, context.today)?.isFollowed === false) return []
  const visits = newest
    ? context.store.records.list('postpartum-visit', { birth_id: newest.birth.id }, 'visited_on')
    : []
  const agreed = visits.at(-1)?.nextVisitOn ?? null
  const after =
    newest && newest.birth.motherState !== 'died'
      ? postnatalSteps('postpartum', newest.schedule, agreed, context.today)
      : []
  const pregnant = pregnancies.flatMap(pregnancy => pregnancySteps(context, pregnancy))
  const doses = doseSteps(context, mother).filter(({ kind }) => pregnant.length > 0 || kind === 'appointment')
  return inOrder([...pregnant, ...after, ...doses])
}

/** What is due now stands first, then by day. */
function inOrder(steps: readonly Step[]): readonly Step[] {
  const key = ({ on, isLate }: Step) => `${isLate ? 0 : 1}${on ?? ''}`
  return steps.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}
