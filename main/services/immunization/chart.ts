import {
  type DoseView,
  type DueSummary,
  getChart,
  listVaccines,
  summarizeDue,
} from '../../../src/contract/dose-calls'
import { refuse } from '../../../src/contract/errors'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import {
  birthDoseWait,
  givenAfterBirth,
  isBirthDose,
} from '../../../src/domain/immunization/birth-dose-hours'
import { deferredProducts } from '../../../src/domain/immunization/deferred-doses'
import type { Dose } from '../../../src/domain/immunization/dose'
import { lastPossibleDay } from '../../../src/domain/immunization/dose-date'
import { alertEndsOn } from '../../../src/domain/person/alerts'
import type { Person } from '../../../src/domain/person/person'
import type { ChartInput, ImmunizationChart } from '../../../src/domain/schedule/chart-types'
import type { GivenDose, PersonObservation } from '../../../src/domain/schedule/result-types'
import { heldProducts } from '../../../src/domain/screening/standing-holds'
import type { ReadStore } from '../../db'
import type { Stored } from '../../db/record-store'
import type { Resources } from '../../resources/load'
import { currentSchedule } from '../schedule/current-book'
import { type ServiceContext, serve } from '../service'
import { keptChart } from './kept-charts'

/** What a chart is made from; a job has it as well as a request. */
export type ChartSources = {
  readonly store: Pick<ReadStore, 'records' | 'schedules' | 'point'>
  readonly resources: Resources
}

/** What the schedule is asked about one person as of a day; voided doses count for nothing. */
export function chartInput(
  { store, resources }: ChartSources,
  personId: string,
  person: Pick<Person, 'birthDate' | 'sex' | 'alerts'>,
  on: CalendarDay,
): ChartInput {
  return chartInputOf({ store, resources }, personId, person, on, dosesOf({ store }, personId))
}

/** Doses that count for anything: voided ones and further records of one dose are left out. */
export function dosesOf({ store }: Pick<ChartSources, 'store'>, personId: string): readonly Stored<Dose>[] {
  return store.records.list('dose', { person_id: personId }, 'given_on, created_stamp')
}

/** As `chartInput`, with doses that were read already. */
export function chartInputOf(
  { store, resources }: ChartSources,
  personId: string,
  person: Pick<Person, 'birthDate' | 'sex' | 'alerts'>,
  on: CalendarDay,
  doses: readonly Stored<Dose>[],
): ChartInput {
  const notGiven = store.records.list('not-given', { person_id: personId }, 'on_day, created_stamp')
  return {
    schedule: currentSchedule({ store, resources }, on),
    vaccines: resources.vaccines,
    person: {
      birthDate: person.birthDate,
      sex: person.sex,
      observations: observationsOf(person),
      holds: [
        ...holdsOf({ store, resources }, personId, on),
        ...deferredProducts(notGiven, doses, resources.vaccines, on),
      ],
    },
    doses: doses.map(toGiven),
    offeredAntigens: store.point()?.offeredAntigens ?? [],
    on,
  }
}

/** What the newest screening that was not taken back holds back: deferred until a day, or contraindicated. Decision 0018. */
function holdsOf({ store, resources }: ChartSources, personId: string, on: CalendarDay) {
  const newest = store.records.list('screening', { person_id: personId }, 'created_stamp').at(-1)
  const { perVaccine } = newest ?? { perVaccine: null }
  if (perVaccine === null || perVaccine.length === 0) return []
  return heldProducts(perVaccine, resources.vaccines, resources.screeningRules, on)
}

/** An alert is an observation of the same code; what follows from it stands in the schedule. */
export function observationsOf({ alerts }: Pick<Person, 'alerts'>): readonly PersonObservation[] {
  return alerts.map(alert => ({
    code: alert.code,
    on: alert.notedOn,
    until: alertEndsOn(alert),
    isActive: true,
  }))
}

/** A stored dose as the rules see it. */
export function toGiven(dose: Stored<Dose>): GivenDose {
  return {
    id: dose.id,
    vaccineCode: dose.vaccineCode,
    givenOn: dose.givenOn,
    givenUntil: lastPossibleDay(dose),
    lotExpiresOn: dose.lotExpiresOn,
    volumeMl: dose.volumeMl,
    isCampaign: dose.programme === 'campaign',
  }
}

/** The chart of one person as of a day. */
export function chartOf(
  context: ChartSources,
  personId: string,
  person: Person,
  on: CalendarDay,
): ImmunizationChart {
  return keptChart(chartInput(context, personId, person, on))
}

export const getChartService = serve(getChart, (context, { personId, on }) => {
  const person = context.store.records.find('person', personId)
  if (!person) return refuse('person.not-found')
  const doses = context.store.records.listAll('dose', 'person_id', personId)
  const rule = context.resources.birthDose
  const chart = chartOf(context, personId, person, on ?? context.today)
  const due = chart.today.find(each => isBirthDose(rule, person.birthDate, each, chart.on))
  return {
    chart,
    doses: doses.map(dose => ({
      ...toDoseView(context, dose),
      birthDose: givenAfterBirth(rule, person, dose),
    })),
    birthDose: due ? { ...birthDoseWait(rule, person), dueId: due.id } : null,
  }
})

/** A stored dose with the product's name. */
export function toDoseView({ resources }: Pick<ServiceContext, 'resources'>, dose: Stored<Dose>): DoseView {
  const { id, createdAt: _createdAt, changedAt: _changedAt, ...rest } = dose
  return {
    ...rest,
    doseId: id,
    vaccineName: resources.vaccines.get(dose.vaccineCode)?.shortName ?? dose.vaccineCode,
  }
}

/** For lists: what is due in a word or two. People no longer there are left out. */
export const summarizeDueService = serve(summarizeDue, (context, { personIds }) =>
  personIds.flatMap((personId): readonly DueSummary[] => {
    const person = context.store.records.find('person', personId)
    return person ? [summaryOf(personId, chartOf(context, personId, person, context.today))] : []
  }),
)

/** The labels of what is due and late, and the next date. */
export function summaryOf(personId: string, chart: ImmunizationChart): DueSummary {
  const labels = (status: 'due' | 'overdue') =>
    chart.today.filter(due => due.status === status).map(due => due.label.vi)
  return {
    personId,
    dueLabels: labels('due'),
    overdueLabels: labels('overdue'),
    nextOn: chart.next?.on ?? null,
    nextLabels: chart.next?.labels.map(label => label.vi) ?? [],
  }
}

export const listVaccinesService = serve(listVaccines, ({ resources }) => [...resources.vaccines.values()])
