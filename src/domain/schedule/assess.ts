import { canStart } from './accepted-vaccines'
import type { ChartInput } from './chart-types'
import { evaluateSeries } from './evaluate-series'
import { forecastSeries, type PatientSeries } from './forecast-series'
import { prepareHistory } from './history'
import type { AntigenAssessment, Assessment, GivenDose } from './result-types'
import type { Antigen, Series } from './schedule-types'
import { selectBest } from './select-series'
import { type History, hasObservation, isWithinAges } from './series-state'

/**
 * Evaluates and forecasts one person against one schedule (CDSi 4.6). Pure: the day is part of the input.
 * With `only`, the antigens named are assessed, as a trial of one product needs no others. Without it, an antigen that
 * the point does not offer and of which the person has no dose is named and not assessed: nobody would see the result.
 */
export function assess(input: ChartInput, only?: readonly string[]): Assessment {
  const history = prepareHistory(input)
  const antigens: AntigenAssessment[] = []
  for (const antigen of input.schedule.antigens) {
    if (only && !only.includes(antigen.code)) continue
    antigens.push(assessAntigen(antigen, input, history, only !== undefined))
  }
  return { antigens, problems: history.problems }
}

function assessAntigen(
  antigen: Antigen,
  input: ChartInput,
  history: History,
  isAsked: boolean,
): AntigenAssessment {
  const isForecast =
    antigen.rollOut === 'nationwide' ||
    history.byAntigen.has(antigen.code) ||
    (input.offeredAntigens ?? []).includes(antigen.code)
  if (!isForecast && !isAsked) {
    return { antigen: antigen.code, best: [], relevant: [], choices: [], isForecast }
  }
  const relevant = antigen.series.filter(series => isRelevant(series, input))
  const records = history.byAntigen.get(antigen.code) ?? []
  const assessed = assessAll(inQuestion(relevant, records, input), antigen, input, history)
  const { best, choices } = selectBest(assessed)
  return {
    antigen: antigen.code,
    best: best.map(({ assessment }) => assessment),
    relevant: assessed.map(({ assessment }) => assessment),
    choices,
    isForecast,
  }
}

/**
 * Leaves out the series that cannot be chosen whatever their judgement: those that no given product can start, beside a
 * default that then goes before them (SELECTSCORE-2, Table 8-3). It halves the work for most people. With observations a
 * default may be contraindicated and everything is looked at.
 */
function inQuestion(
  relevant: readonly Series[],
  records: readonly GivenDose[],
  { person }: ChartInput,
): readonly Series[] {
  if (person.observations && person.observations.length > 0) return relevant
  if (person.holds && person.holds.length > 0) return relevant
  const products = new Set(records.map(({ vaccineCode }) => vaccineCode))
  const withDefault = new Set(relevant.filter(({ isDefault }) => isDefault).map(({ group }) => group))
  return relevant.filter(
    series =>
      series.isDefault ||
      series.type === 'risk' ||
      !withDefault.has(series.group) ||
      canStart(series, products),
  )
}

/** Groups go in number order: a later one may ask whether an earlier one is complete. */
function assessAll(
  relevant: readonly Series[],
  antigen: Antigen,
  { schedule, person, on }: ChartInput,
  history: History,
): readonly PatientSeries[] {
  let completeGroups: ReadonlySet<number> = new Set()
  const records = history.byAntigen.get(antigen.code) ?? []
  return relevant
    .toSorted((a, b) => a.group - b.group)
    .map(series => {
      const context = { schedule, antigen, series, person, records, history, on, completeGroups }
      const patientSeries = forecastSeries(context, evaluateSeries(context))
      if (patientSeries.assessment.status === 'complete') {
        completeGroups = new Set([...completeGroups, series.group])
      }
      return patientSeries
    })
}

/** CDSi chapter 5; an indication that cannot be decided does not apply, nor does a series the point does not offer. */
function isRelevant(series: Series, { person, offeredAntigens = [], on }: ChartInput): boolean {
  if (series.offeredAs !== null && !offeredAntigens.includes(series.offeredAs)) return false
  if (series.requiredSex.length > 0 && !series.requiredSex.includes(person.sex)) return false
  if (series.type !== 'risk') return true
  return series.indications.some(
    indication =>
      isWithinAges(indication, person.birthDate, on) &&
      hasObservation(person, indication.observationCode, on),
  )
}
