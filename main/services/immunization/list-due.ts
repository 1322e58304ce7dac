import {
  countDue,
  type DueLine,
  type DueListDose,
  type DueRequest,
  listDue,
  type Renewal,
} from '../../../src/contract/due-calls'
import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import { isEmptySearch, parseSearch } from '../../../src/domain/person/search-query'
import { type KeptDose, keptStatusOn } from '../../../src/domain/schedule/kept-forecast'
import type { DueFilter, PlaceCount } from '../../db/due-query'
import { hitMaker } from '../person/person-hit'
import { matchingIds } from '../person/search-persons'
import { type ServiceContext, serve } from '../service'
import { scheduleOf } from './keep-forecasts'
import { renewWhatWaits } from './renew-forecasts'

/** So many persons at most a text narrows the list to. */
const mostMatches = 500

export const listDueService = serve(listDue, (context, { filter: asked, order, offset, limit }) => {
  const { store, today } = context
  renewOnNewDay(context)
  const filter = dueFilterOf(context, asked)
  const ids = store.forecasts.duePage(filter, { offset, limit, order })
  return {
    on: today,
    total: totalOf(context, filter),
    lines: linesOf(context, ids, filter),
    renewal: renewalOf(context),
  }
})

export const countDueService = serve(countDue, (context, { filter: asked }) => {
  const { store, resources, today } = context
  const filter = dueFilterOf(context, asked)
  const { forecasts } = store
  const basis = forecasts.basis()
  const isAll = isEverybody(context, filter)
  const places = isAll ? forecasts.keptPlaces(filter) : forecasts.countPlaces(filter)
  const rows = isAll ? forecasts.keptRows(filter) : forecasts.countRows(filter)
  const definitions = scheduleOf(context, today).rows
  return {
    total: sumAt(places, filter),
    waiting: basis ? forecasts.countWaiting({ ...basis, day: today }) : store.persons.count(),
    places: places.map(place => ({
      ...place,
      communeName: resources.units.communeByCode.get(place.communeCode)?.name ?? null,
    })),
    rows: definitions.flatMap(({ code, name }) => {
      const counted = rows.find(({ rowCode }) => rowCode === code)
      return counted ? [{ rowCode: code, name, persons: counted.persons }] : []
    }),
  }
})

/** The first question of a day does not wait for the clock to be looked at. */
export function renewOnNewDay(context: ServiceContext): void {
  const basis = context.store.forecasts.basis()
  if (basis?.day !== context.today) renewWhatWaits(context, context.today)
}

/** What is asked, with the day and the persons a text may mean. */
export function dueFilterOf(context: ServiceContext, asked: DueRequest): DueFilter {
  const { text, until, ...rest } = asked
  const byDay = rest.status === 'overdue' || until === null || until < context.today ? context.today : until
  return { ...rest, until: byDay, among: amongOf(context, text) }
}

/** The persons a text may mean; null where nothing was typed. */
function amongOf(context: ServiceContext, text: string): readonly string[] | null {
  const query = parseSearch(text, context.today)
  return isEmptySearch(query) ? null : matchingIds(context, query, mostMatches)
}

/** What is kept counted answers at once; narrower questions are counted out. */
function isEverybody({ today }: ServiceContext, { until, bornFrom, bornTo, among }: DueFilter): boolean {
  return until === today && bornFrom === null && bornTo === null && among === null
}

function totalOf(context: ServiceContext, filter: DueFilter): number {
  const { forecasts } = context.store
  const places = isEverybody(context, filter) ? forecasts.keptPlaces(filter) : forecasts.countPlaces(filter)
  return sumAt(places, filter)
}

function sumAt(places: readonly PlaceCount[], { place }: DueFilter): number {
  return places
    .filter(it => place === null || it.communeCode === place.communeCode)
    .filter(it => place === null || place.hamlet === null || it.hamlet === place.hamlet)
    .reduce((sum, { persons }) => sum + persons, 0)
}

function linesOf(context: ServiceContext, ids: readonly string[], filter: DueFilter): readonly DueLine[] {
  const { store, today } = context
  const toHit = hitMaker(context, ids)
  return store.persons.many(ids).map(person => ({
    hit: toHit(person, { highlights: [], group: 'here' }),
    doses: store.forecasts
      .rowsOf([person.id])
      .filter(({ rowCode }) => filter.rowCode === null || rowCode === filter.rowCode)
      .flatMap(({ rowCode, doses }) => doses.map(dose => toListDose(rowCode, dose, today)))
      .filter(({ dueOn }) => dueOn <= filter.until)
      .toSorted((a, b) => (b.daysLate ?? -1) - (a.daysLate ?? -1) || (a.dueOn < b.dueOn ? -1 : 1)),
  }))
}

function toListDose(
  rowCode: string,
  { label, doseNumber, recommendedOn, latestOn, dueOn, overdueOn }: KeptDose,
  today: CalendarDay,
): DueListDose {
  const status = keptStatusOn({ dueOn, overdueOn }, today)
  const daysLate = status === 'overdue' && overdueOn ? daysBetween(overdueOn, today) + 1 : null
  return { rowCode, label, doseNumber, recommendedOn, latestOn, status, dueOn, daysLate }
}

/** Whether some forecasts still wait to be renewed. */
export function renewalOf({ store, jobs, today }: ServiceContext): Renewal {
  const basis = store.forecasts.basis()
  return {
    isWaiting: !basis || store.forecasts.few({ ...basis, day: today }, 1).length > 0,
    job: jobs.list().find(({ name }) => name === 'forecast.renew') ?? null,
  }
}
