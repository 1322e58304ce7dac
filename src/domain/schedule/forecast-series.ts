import type { CalendarDay } from '../calendar/calendar-day'
import { addOffset, earliestOf } from '../calendar/offset'
import { acceptedVaccines } from './accepted-vaccines'
import { barredProducts, contraindicationsOf, productsOf } from './barred-products'
import { skipped } from './evaluate-series'
import { forecastDates } from './forecast-dates'
import { causesOfHolds, isHeldOn } from './product-holds'
import type { ForecastDates, SeriesAssessment, SeriesStatus, StatusCause } from './result-types'
import type { LocalText, PreferableVaccine, SeriesDose } from './schedule-types'
import {
  hasObservation,
  isEffective,
  isWithinAges,
  type Progress,
  type SeriesContext,
  type Target,
} from './series-state'
import { skipCause } from './skip'

/** A series of one person with the state the selection needs. */
export type PatientSeries = {
  readonly context: SeriesContext
  readonly progress: Progress
  readonly assessment: SeriesAssessment
}

/**
 * Forecasts one evaluated series (CDSi chapter 8). The skip question is asked again on the earliest date, so that the
 * forecast does not change by itself when the person returns on the day named.
 */
export function forecastSeries(context: SeriesContext, evaluated: Progress): PatientSeries {
  let progress = skipOn(context.on, context, evaluated)
  let forecast = forecastTarget(context, progress)
  while (forecast.dates) {
    const validated = skipOn(forecast.dates.earliestOn, context, progress, 1)
    if (validated.next === progress.next) break
    progress = skipOn(context.on, context, validated)
    forecast = forecastTarget(context, progress)
  }
  return { context, progress, assessment: assessmentOf(context, progress, forecast) }
}

function skipOn(
  on: CalendarDay,
  context: SeriesContext,
  before: Progress,
  limit = Number.POSITIVE_INFINITY,
): Progress {
  let progress = before
  const question = { context: 'forecast', on, count: context.records.length } as const
  while (progress.next - before.next < limit) {
    const target = progress.targets[progress.next]
    const cause = target && skipCause(target.rule, context, progress, question)
    if (!cause) break
    progress = skipped(progress, cause)
  }
  return progress
}

type Forecast = {
  readonly status: SeriesStatus
  readonly causes: readonly StatusCause[]
  readonly target: Target | null
  readonly dates: ForecastDates | null
}

/** The first line of the table that fits decides (CDSi 8.4). */
function forecastTarget(context: SeriesContext, progress: Progress): Forecast {
  const target = progress.targets[progress.next] ?? null
  const immunity = immunityOf(context)
  if (immunity.length > 0) return { status: 'immune', causes: immunity, target: null, dates: null }
  if (!target) {
    const isDone = progress.targets.some(({ status }) => status === 'satisfied')
    return { status: isDone ? 'complete' : 'not-recommended', causes: [], target: null, dates: null }
  }
  const barriers = barriersOf(context, target.rule)
  if (barriers.length > 0) return { status: 'contraindicated', causes: barriers, target, dates: null }
  const seasonEnd = target.rule.season?.endOn ?? null
  if (seasonEnd && context.on > seasonEnd) {
    const causes = [{ rule: 'season-end', on: seasonEnd }] as const
    return { status: 'not-recommended', causes, target: null, dates: null }
  }
  const maximumOn = maximumDay(target.rule, context)
  const agedOut = (on: CalendarDay): Forecast => ({
    status: 'aged-out',
    causes: [{ rule: 'maximum-age', on }],
    target,
    dates: null,
  })
  if (maximumOn && context.on >= maximumOn) return agedOut(maximumOn)
  const dates = forecastDates(target, context, progress)
  if (maximumOn && dates.earliestOn >= maximumOn) return agedOut(maximumOn)
  return { status: 'not-complete', causes: [], target, dates }
}

/** First day on which a dose is too late; null without a maximum age. */
export function maximumDay(rule: SeriesDose, { person, on }: SeriesContext): CalendarDay | null {
  const ages = rule.age.filter(age => isEffective(age, on)).map(({ max }) => max)
  return earliestOf(ages.map(max => max && addOffset(person.birthDate, max)))
}

/** Evidence by observation, or by birth before the disease became rare (CDSi 8.2). */
function immunityOf({ antigen, person, on }: SeriesContext): readonly StatusCause[] {
  const isSeen = (code: string) => hasObservation(person, code, on)
  return [
    ...antigen.immunity
      .filter(({ observationCode }) => isSeen(observationCode))
      .map((rule): StatusCause => ({ rule: 'immunity', ...rule })),
    ...antigen.immunityByBirth
      .filter(
        ({ bornBefore, birthCountry, exclusions }) =>
          person.birthDate < bornBefore &&
          (birthCountry === null || birthCountry === person.birthCountry) &&
          !exclusions.some(isSeen),
      )
      .map(({ bornBefore }): StatusCause => ({ rule: 'birth-before', bornBefore })),
  ]
}

/**
 * Rules against the antigen stop the series; rules against products, and what a screening holds back without a day, stop
 * it when no product is left.
 */
function barriersOf(context: SeriesContext, rule: SeriesDose): readonly StatusCause[] {
  const { person } = context
  const applying = contraindicationsOf(context)
  const isHeld = person.holds !== undefined && person.holds.length > 0
  if (applying.length === 0 && !isHeld) return []
  const general = applying.filter(({ vaccines }) => vaccines.length === 0)
  const products = productsOf(rule)
  const barred = barredProducts(context)
  const isClosed = products.length > 0 && products.every(product => barred.has(product))
  const deciding = general.length > 0 ? general : isClosed ? applying : []
  return [
    ...deciding.map(
      ({ observationCode, text }): StatusCause => ({ rule: 'contraindication', observationCode, text }),
    ),
    ...(general.length === 0 && isClosed ? causesOfHolds(person, products) : []),
  ]
}

function assessmentOf(context: SeriesContext, progress: Progress, forecast: Forecast): SeriesAssessment {
  const { target, dates, status, causes } = forecast
  const offered = target && dates ? offeredVaccines(target, context, dates) : []
  const maximumOn = target && status === 'aged-out' ? maximumDay(target.rule, context) : null
  return {
    antigen: context.antigen.code,
    seriesCode: context.series.code,
    seriesGroup: context.series.group,
    status,
    causes,
    targets: progress.targets.map(({ dose, rule, status: targetStatus, satisfiedBy, skippedBecause }) => ({
      dose,
      status: targetStatus,
      doseId: satisfiedBy?.id ?? null,
      version: rule.version,
      skippedBecause,
    })),
    evaluations: progress.evaluations,
    targetDose: target?.dose ?? null,
    label: target && labelOf(target, offered, progress),
    doseNumber: target && doseNumber(target, progress),
    dates,
    vaccineCodes: offered.map(({ vaccine }) => vaccine),
    productLabels: target ? productLabels(target, offered, progress) : {},
    allowableVaccineCodes: target && dates ? allowableVaccines(target.rule, context, dates) : [],
    previousOn: progress.targets.findLast(({ satisfiedBy }) => satisfiedBy)?.satisfiedBy?.givenOn ?? null,
    lastDoseOn: context.records.at(-1)?.givenOn ?? null,
    agedOutOn: maximumOn,
    isConfirmed: target === null || target.rule.confirmedBy !== null,
  }
}

/** Skipped targets do not count; for a seasonal dose only this season's do (FORECASTDN-1). */
function doseNumber({ rule }: Target, { targets }: Progress): number {
  const startOn = rule.season?.startOn ?? null
  const counted = targets.filter(
    ({ satisfiedBy }) => satisfiedBy && (!startOn || satisfiedBy.givenOn >= startOn),
  )
  return counted.length + 1
}

/** "{n}" in the data stands for the dose number, which depends on what was skipped. */
function numbered({ vi, en }: LocalText, number: number): LocalText {
  return { vi: vi.replace('{n}', String(number)), en: en.replace('{n}', String(number)) }
}

/** The name of the dose: that of the first product offered, where the data names it. */
function labelOf(target: Target, offered: readonly PreferableVaccine[], progress: Progress): LocalText {
  return numbered(offered.at(0)?.label ?? target.rule.label, doseNumber(target, progress))
}

/**
 * FORECASTRECVAC-1: the product's ages cover the earliest or the recommended date. When both lie behind, what counts
 * is the assessment day (a reading): a late child is offered what may be given at its age. What fits then comes first.
 */
function offeredVaccines(
  { rule }: Target,
  context: SeriesContext,
  { earliestOn, recommendedOn }: ForecastDates,
): readonly PreferableVaccine[] {
  const barred = barredProducts(context)
  const bornOn = context.person.birthDate
  const visitOn = recommendedOn > context.on ? recommendedOn : context.on
  const offered = rule.preferableVaccines
    .filter(row => row.isForecast && !barred.has(row.vaccine))
    .filter(row => !isHeldOn(context.person, row.vaccine, visitOn))
    .filter(row => [earliestOn, recommendedOn, visitOn].some(on => isWithinAges(row, bornOn, on)))
    .filter((row, index, all) => all.findIndex(({ vaccine }) => vaccine === row.vaccine) === index)
  const fitting = offered.filter(row => isWithinAges(row, bornOn, visitOn))
  return [...fitting, ...offered.filter(row => !fitting.includes(row))]
}

/** Only products that call the dose by another name than the first one offered. */
function productLabels(
  target: Target,
  offered: readonly PreferableVaccine[],
  progress: Progress,
): SeriesAssessment['productLabels'] {
  const usual = offered.at(0)?.label
  const labels: Record<string, LocalText> = {}
  for (const row of offered) {
    if (row.label !== usual) labels[row.vaccine] = labelOf(target, [row], progress)
  }
  return labels
}

function allowableVaccines(
  rule: SeriesDose,
  context: SeriesContext,
  { recommendedOn }: ForecastDates,
): readonly string[] {
  const barred = barredProducts(context)
  const accepted = acceptedVaccines(rule)
  const visitOn = recommendedOn > context.on ? recommendedOn : context.on
  const isFree = (code: string) => !barred.has(code) && !isHeldOn(context.person, code, visitOn)
  return barred.size === 0 && !context.person.holds?.length ? accepted : accepted.filter(isFree)
}
