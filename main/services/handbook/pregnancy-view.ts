import type {
  AntenatalVisitView,
  HandbookView,
  PregnancyView,
  TetanusState,
} from '../../../src/contract/pregnancy-views'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { slotsOn, testsOn } from '../../../src/domain/maternal/antenatal-schedule'
import type { AntenatalVisit } from '../../../src/domain/maternal/antenatal-visit'
import {
  type Dating,
  datingOf,
  gestationOn,
  isAskedAbout,
  trimesterOf,
} from '../../../src/domain/maternal/dating'
import { newbornPlanOf } from '../../../src/domain/maternal/newborn-plan'
import type { Pregnancy } from '../../../src/domain/maternal/pregnancy'
import { bmiBefore, risksOf } from '../../../src/domain/maternal/pregnancy-risks'
import { yellowCellsOf } from '../../../src/domain/maternal/visit-boxes'
import type { Person } from '../../../src/domain/person/person'
import { protectedAtBirth } from '../../../src/domain/schedule/protected-at-birth'
import type { Stored } from '../../db/record-store'
import { protectingAntigen, tetanusDosesOf } from '../family/links'
import { chartOf } from '../immunization/chart'
import { currentSchedule } from '../schedule/current-book'
import type { ServiceContext } from '../service'
import { antenatalAppointments, visitsOf } from './pregnancy-parts'

/** A pregnancy with everything that follows from it on the day of the point, or on the day it ended. */
export function pregnancyView(
  context: ServiceContext,
  stored: Stored<Pregnancy>,
  mother: Stored<Person>,
): PregnancyView {
  const { id: pregnancyId, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...pregnancy } = stored
  const rules = context.resources.pregnancy
  const on = pregnancy.endedOn ?? context.today
  const visits = visitsOf(context, pregnancyId)
  const dating = datingOf(rules.dating, pregnancy)
  const gestation = dating && gestationOn(dating, on)
  const { store } = context
  return {
    ...pregnancy,
    pregnancyId,
    dating,
    gestation,
    trimester: gestation && trimesterOf(rules.dating, gestation),
    isAskedAbout: pregnancy.endedOn === null && gestation !== null && isAskedAbout(rules.dating, gestation),
    bmiBefore: bmiBefore(pregnancy),
    schedules: rules.schedules.map(schedule => ({
      code: schedule.code,
      slots: dating ? slotsOn(schedule, dating, visits, on) : [],
    })),
    tests: testsOn(rules, dating, visits, on),
    risks: risksOf(rules, { pregnancy, bornOn: mother.birthDate, visits, dating, on }),
    visits: visits.map((visit, index) => ({
      ...visitView(visit, index, visits, pregnancy, dating),
      yellow: yellowCellsOf(rules, visit, dating),
    })),
    tetanus: tetanusOf(context, mother, pregnancy.endedOn ?? dating?.dueOn ?? null),
    newbornPlan: newbornPlanOf(rules, visits),
    handbooks: handbooksOf(context, pregnancyId),
    nextAppointmentOn:
      antenatalAppointments(context, mother.id).find(each => each.on >= context.today)?.on ?? null,
    birthIds: store.records.list('birth', { pregnancy_id: pregnancyId }, 'born_on').map(({ id }) => id),
  }
}

function visitView(
  stored: Stored<AntenatalVisit>,
  index: number,
  all: readonly AntenatalVisit[],
  { weightBeforeKg }: Pregnancy,
  dating: Dating | null,
): Omit<AntenatalVisitView, 'yellow'> {
  const { id: visitId, voided: _v, createdAt: _c, changedAt: _ch, ...visit } = stored
  const firstKg = weightBeforeKg ?? all.find(({ weightKg }) => weightKg !== null)?.weightKg ?? null
  const gain = visit.weightKg === null || firstKg === null ? null : visit.weightKg - firstKg
  return {
    ...visit,
    visitId,
    number: index + 1,
    gestation: dating && gestationOn(dating, visit.visitedOn),
    gainKg: gain === null ? null : Math.round(gain * 10) / 10,
  }
}

/** The books that were handed out for a pregnancy. */
export function handbooksOf(
  { store }: Pick<ServiceContext, 'store'>,
  pregnancyId: string,
): readonly HandbookView[] {
  return store.records
    .list('handbook', { pregnancy_id: pregnancyId }, 'issued_on, created_stamp')
    .map(({ id, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...book }) => ({
      ...book,
      handbookId: id,
    }))
}

/** What the schedule says of her next dose, and what her doses say of a birth on `birthOn`. No rule of its own. */
function tetanusOf(
  context: ServiceContext,
  mother: Stored<Person>,
  birthOn: CalendarDay | null,
): TetanusState {
  const doses = tetanusDosesOf(context, mother)
  const chart = chartOf(context, mother.id, mother, context.today)
  const due = chart.today.find(({ antigens }) => antigens.includes(protectingAntigen))
  const later = chart.rows
    .flatMap(({ cells }) => cells)
    .find(
      cell =>
        cell.kind === 'forecast' && cell.status === 'later' && cell.antigens.includes(protectingAntigen),
    )
  const coming =
    later?.kind === 'forecast' && later.label
      ? { label: later.label, on: later.recommendedOn ?? later.earliestOn, isDue: false }
      : null
  const rules = currentSchedule(context, context.today).protectedAtBirth
  return {
    doses,
    protection: birthOn === null ? null : protectedAtBirth(rules, doses, birthOn),
    next: due ? { label: due.label, on: context.today, isDue: true } : coming,
  }
}
