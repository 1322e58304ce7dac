import type { ChartInput } from './chart-types'
import { evaluateSeries } from './evaluate-series'
import { forecastSeries, type PatientSeries } from './forecast-series'
import { prepareHistory } from './history'
import type { AntigenAssessment, Assessment } from './result-types'
import type { Antigen, Series } from './schedule-types'
import { selectBest } from './select-series'
import { type History, hasObservation, isWithinAges } from './series-state'

/**
 * Evaluates and forecasts one person against one schedule (CDSi 4.6). Pure: the day is part of the input.
 * With `only`, the antigens named are assessed, as a trial of one product needs no others.
 */
export function assess(input: ChartInput, only?: readonly string[]): Assessment {
  const history = prepareHistory(input)
  const antigens = input.schedule.antigens.filter(({ code }) => !only || only.includes(code))
  return {
    antigens: antigens.map(antigen => assessAntigen(antigen, input, history)),
    problems: history.problems,
  }
}

function assessAntigen(antigen: Antigen, input: ChartInput, history: History): AntigenAssessment {
  const relevant = antigen.series.filter(series => isRelevant(series, input))
  const assessed = assessAll(relevant, antigen, input, history)
  const hasDose = (history.byAntigen.get(antigen.code) ?? []).length > 0
  const { best, choices } = selectBest(assessed)
  return {
    antigen: antigen.code,
    best: best.map(({ assessment }) => assessment),
    relevant: assessed.map(({ assessment }) => assessment),
    choices,
    isForecast:
      antigen.rollOut === 'nationwide' || hasDose || (input.offeredAntigens ?? []).includes(antigen.code),
  }
}

/** Groups go in number order: a later one may ask whether an earlier one is complete. */
function assessAll(
  relevant: readonly Series[],
  antigen: Antigen,
  { schedule, person, on }: ChartInput,
  history: History,
): readonly PatientSeries[] {
  const completeGroups = new Set<number>()
  const records = history.byAntigen.get(antigen.code) ?? []
  return relevant
    .toSorted((a, b) => a.group - b.group)
    .map(series => {
      const context = {
        schedule,
        antigen,
        series,
        person,
        records,
        history,
        on,
        completeGroups: new Set(completeGroups),
      }
      const patientSeries = forecastSeries(context, evaluateSeries(context))
      if (patientSeries.assessment.status === 'complete') completeGroups.add(series.group)
      return patientSeries
    })
}

/** CDSi chapter 5; an indication that cannot be decided does not apply. */
function isRelevant(series: Series, { person, on }: ChartInput): boolean {
  if (series.requiredSex.length > 0 && !series.requiredSex.includes(person.sex)) return false
  if (series.type !== 'risk') return true
  return series.indications.some(
    indication =>
      isWithinAges(indication, person.birthDate, on) &&
      hasObservation(person, indication.observationCode, on),
  )
}
