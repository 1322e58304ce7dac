import type { CalendarDay } from '../calendar/calendar-day'
import { addOffset, dayBefore, earliestOf, latestOf, type Offset } from '../calendar/offset'
import { barredProducts, productsOf } from './barred-products'
import { lastDayOf } from './history'
import { conflictsFor, referenceOf } from './interval'
import { heldCandidates } from './product-holds'
import type { DateCandidate, ForecastDates } from './result-types'
import { indexOf } from './schedule-index'
import type { IntervalRule } from './schedule-types'
import { effectiveOn, type Progress, type SeriesContext, type Target } from './series-state'

const none: readonly DateCandidate[] = []

/** The dates of one target (CDSi 8.5), with every date that competed. */
export function forecastDates(target: Target, context: SeriesContext, progress: Progress): ForecastDates {
  const bounds = earliestCandidates(target, context, progress)
  const earliestOn = latestOf(bounds.map(({ on }) => on)) ?? context.person.birthDate
  const recommended = recommendedCandidates(target, context, progress)
  const pastDue = pastDueCandidates(target, context, progress)
  const maximum = ageCandidates(target, context, 'maximum-age', age => age.max)
  const pastDueOn = chosen(pastDue, 'latest-recommended-age')
  const maximumOn = earliestOf(maximum.map(({ on }) => on))
  return {
    earliestOn,
    recommendedOn: latestOf([earliestOn, chosen(recommended, 'recommended-age')]) ?? earliestOn,
    pastDueOn: pastDueOn && latestOf([earliestOn, dayBefore(pastDueOn)]),
    latestOn: maximumOn && dayBefore(maximumOn),
    candidates: [...bounds, ...recommended, ...pastDue, ...maximum],
  }
}

/** Age beats interval: the interval counts only where no age is recommended. */
function chosen(candidates: readonly DateCandidate[], ageRule: DateCandidate['rule']): CalendarDay | null {
  const byAge = candidates.filter(({ rule }) => rule === ageRule)
  return latestOf((byAge.length > 0 ? byAge : candidates).map(({ on }) => on))
}

function recommendedCandidates(target: Target, context: SeriesContext, progress: Progress) {
  return [
    ...ageCandidates(target, context, 'recommended-age', age => age.earliestRec),
    ...intervalCandidates(target, context, progress, 'recommended-interval', it => it.earliestRec),
  ]
}

function pastDueCandidates(target: Target, context: SeriesContext, progress: Progress) {
  return [
    ...ageCandidates(target, context, 'latest-recommended-age', age => age.latestRec),
    ...intervalCandidates(target, context, progress, 'latest-recommended-interval', it => it.latestRec),
  ]
}

/** All lower bounds of the candidate earliest date (FORECASTDTCAN-1); birth keeps an unbounded target in life. */
function earliestCandidates(
  target: Target,
  context: SeriesContext,
  progress: Progress,
): readonly DateCandidate[] {
  const { person, history, records } = context
  const last = progress.evaluations.length > 0 ? records.at(-1) : undefined
  return [
    { rule: 'birth', on: person.birthDate },
    ...ageCandidates(target, context, 'minimum-age', age => age.min),
    ...intervalCandidates(target, context, progress, 'minimum-interval', it => it.min),
    ...(history.all.length === 0 ? none : conflictCandidates(target, context)),
    ...heldCandidatesOf(target, context),
    ...(target.rule.season ? [{ rule: 'season', on: target.rule.season.startOn } as const] : []),
    ...progress.evaluations
      .filter(({ reasons }) => reasons.some(({ code }) => code === 'inadvertent-vaccine'))
      .flatMap(({ doseId }) => records.filter(({ id }) => id === doseId))
      .map((dose): DateCandidate => ({ rule: 'inadvertent-dose', on: lastDayOf(dose) })),
    ...(last ? [{ rule: 'last-dose', on: lastDayOf(last) } as const] : []),
  ]
}

/** The end of what a screening holds back, where no product that would be offered is free of it. */
function heldCandidatesOf({ rule }: Target, context: SeriesContext): readonly DateCandidate[] {
  const { person, on } = context
  if (!person.holds || person.holds.length === 0) return none
  const offered = rule.preferableVaccines.filter(({ isForecast }) => isForecast).map(it => it.vaccine)
  const products = offered.length > 0 ? offered : productsOf(rule)
  return heldCandidates(person, products, barredProducts(context), on)
}

/** Ends of conflicts with any product of the target: products with a gap to others are few. */
function conflictCandidates(
  { rule }: Target,
  { schedule, history }: SeriesContext,
): readonly DateCandidate[] {
  const { conflictsOf } = indexOf(schedule)
  const products = rule.preferableVaccines.flatMap(({ vaccine }) => (conflictsOf.has(vaccine) ? vaccine : []))
  return [...new Set(products)].flatMap(vaccineCode =>
    conflictsFor(schedule, vaccineCode, history.all, conflict => conflict.endInterval).map(
      ({ other, endOn }): DateCandidate => ({
        rule: 'conflict',
        on: endOn,
        fromOn: other.givenOn,
        vaccineCode: other.vaccineCode,
      }),
    ),
  )
}

type AgeRuleName = Extract<DateCandidate, { readonly age: Offset }>['rule']
type IntervalRuleName = Extract<DateCandidate, { readonly interval: Offset }>['rule']

function ageCandidates(
  { rule }: Target,
  { person, on }: SeriesContext,
  name: AgeRuleName,
  pick: (age: Target['rule']['age'][number]) => Offset | null,
): readonly DateCandidate[] {
  return effectiveOn(rule.age, on).flatMap((row): readonly DateCandidate[] => {
    const age = pick(row)
    return age ? [{ rule: name, on: addOffset(person.birthDate, age), age }] : none
  })
}

function intervalCandidates(
  { rule }: Target,
  context: SeriesContext,
  progress: Progress,
  name: IntervalRuleName,
  pick: (interval: IntervalRule) => Offset | null,
): readonly DateCandidate[] {
  const { records, history, on } = context
  const before = { records: records.length, all: history.all.length }
  return effectiveOn(rule.intervals, on).flatMap((interval): readonly DateCandidate[] => {
    const span = pick(interval)
    const reference = span && referenceOf(interval.from, context, progress, before)
    if (!reference) return []
    const { until: fromOn, targetDose: fromDose } = reference
    return [{ rule: name, on: addOffset(fromOn, span), fromOn, fromDose, interval: span }]
  })
}
