import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { nextSlot, slotsOn, type VisitSlot } from '../maternal/antenatal-schedule'
import { type Dating, gestationOn } from '../maternal/dating'
import type { AntenatalSchedule } from '../maternal/pregnancy-rules'
import { daysPast, type HandbookLine, type Placed } from './handbook-lists'
import type { HandbookLimits } from './handbook-programme'

type LastVisit = PregnantRow['visits'][number]

export type PregnantRow = Placed & {
  readonly pregnancyId: string
  readonly fetuses: number | null
  readonly hasRisks: boolean
  /** Null where nothing dates the pregnancy. */
  readonly dating: Dating | null
  /** Visits so far, oldest first, each with the day the next one was agreed for. */
  readonly visits: readonly { readonly visitedOn: CalendarDay; readonly nextVisitOn: CalendarDay | null }[]
}

/**
 * A woman whose visit is due or late. A day that was agreed at the last visit goes before the schedule's, unless it lies
 * behind the weeks of that visit. Without a date she is to be seen from the day she was enrolled.
 */
export function antenatalLine(
  woman: PregnantRow & { readonly enrolledOn: CalendarDay },
  schedule: Pick<AntenatalSchedule, 'visits'>,
  { soonDays }: HandbookLimits['antenatal'],
  today: CalendarDay,
): HandbookLine | null {
  const { dating, visits, pregnancyId, enrolledOn, personId, communeCode, hamlet } = woman
  const last = visits.at(-1) ?? null
  const age = dating ? gestationOn(dating, today) : null
  const slot = dating ? nextSlot(slotsOn(schedule, dating, visits, today)) : null
  const due = agreedDays(last, slot) ?? (dating ? slotDays(slot) : undated(last, enrolledOn))
  if (!due || due.on > addDays(today, soonDays)) return null
  const say = {
    list: 'antenatal',
    pregnancyId,
    age: age && { weeks: age.weeks, days: age.days },
    visit: slot?.number ?? null,
    lastVisitOn: last?.visitedOn ?? null,
  } as const
  return { personId, communeCode, hamlet, on: due.on, daysLate: daysPast(due.until, today), say }
}

type DueDays = { readonly on: CalendarDay; readonly until: CalendarDay } | null

/** A visit of the schedule is in time until the end of its week. */
function slotDays(slot: VisitSlot | null): DueDays {
  return slot && { on: slot.dueOn, until: slot.dueUntil }
}

function agreedDays(last: LastVisit | null, slot: VisitSlot | null): DueDays {
  const on = last?.nextVisitOn ?? null
  return on === null || (slot && on >= slot.endsOn) ? null : { on, until: on }
}

/** Nobody knows how far she is: she is to be seen at once. */
function undated(last: LastVisit | null, enrolledOn: CalendarDay): DueDays {
  const on = last?.visitedOn ?? enrolledOn
  return { on, until: on }
}

/** A woman who is to give birth this month or soon after, or should have and nobody wrote it down. */
export function expectedBirthLine(
  woman: PregnantRow,
  { soonDays, unknownAfterDays }: HandbookLimits['expectedBirths'],
  today: CalendarDay,
): HandbookLine | null {
  const { dating, pregnancyId, fetuses, hasRisks, personId, communeCode, hamlet } = woman
  if (!dating) return null
  const isThisMonth = dating.dueOn.slice(0, 7) <= today.slice(0, 7)
  if (!isThisMonth && dating.dueOn > addDays(today, soonDays)) return null
  const daysLate = daysPast(dating.dueOn, today)
  const isForgotten = (daysLate ?? 0) > unknownAfterDays
  return {
    personId,
    communeCode,
    hamlet,
    on: dating.dueOn,
    daysLate,
    say: { list: 'expected-births', pregnancyId, fetuses, hasRisks, isForgotten },
  }
}

export type DeliveryRow = Placed & {
  readonly birthId: string
  readonly bornOn: CalendarDay
  readonly hasVisit: boolean
  readonly hasDied: boolean
}

/** A mother nobody has seen since birth; of one who died nothing is asked. */
export function postpartumLine(
  delivery: DeliveryRow,
  { firstWithinDays, untilDays }: HandbookLimits['postpartum'],
  today: CalendarDay,
): HandbookLine | null {
  const { birthId, bornOn, hasVisit, hasDied, personId, communeCode, hamlet } = delivery
  if (hasVisit || hasDied || bornOn > today || daysBetween(bornOn, today) > untilDays) return null
  const on = addDays(bornOn, firstWithinDays)
  return {
    personId,
    communeCode,
    hamlet,
    on,
    daysLate: daysPast(on, today),
    say: { list: 'postpartum', birthId, bornOn },
  }
}
