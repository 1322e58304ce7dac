import { addDays, type CalendarDay } from '../calendar/calendar-day'
import { addOffset, type Offset } from '../calendar/offset'
import type { ChartInput } from './chart-types'
import { lastDayOf } from './history'
import type { Assessment, GivenDose } from './result-types'
import type { Antigen, Effective, Series, SeriesDose, SkipCondition } from './schedule-types'

/** What in an antigen's rules is held against the assessment day, whoever the person is. */
type Bounds = {
  readonly ages: readonly Offset[]
  /** Counted from a given dose. */
  readonly intervals: readonly Offset[]
  readonly days: readonly CalendarDay[]
}

/**
 * Days on which an assessment of the same history may come out otherwise, because the assessment day itself is asked
 * for: ages at which a series, a product, a skip, a contraindication or a maximum begins or ends, observations and doses
 * dated ahead, dated rules, seasons. Days that change nothing may be among them; none that does is missing.
 */
export function daysOfChange(input: ChartInput, { antigens }: Assessment): readonly CalendarDay[] {
  const forecast = new Set(antigens.filter(({ isForecast }) => isForecast).map(({ antigen }) => antigen))
  const bounds = input.schedule.antigens.filter(({ code }) => forecast.has(code)).map(boundsOf)
  const { birthDate, observations = [], holds = [] } = input.person
  const given = [...new Set(input.doses.map(lastDayOf))]
  return [
    ...bounds.flatMap(({ ages }) => ages.map(age => addOffset(birthDate, age))),
    ...bounds.flatMap(({ intervals }) => intervals.flatMap(span => given.map(on => addOffset(on, span)))),
    ...bounds.flatMap(({ days }) => days),
    ...observations.flatMap(({ on, until }) => [on ?? [], dayAfter(until ?? null)].flat()),
    ...holds.flatMap(({ until }) => until ?? []),
    ...input.doses.flatMap(dose => daysOfDose(dose, input.on)),
  ]
}

/** A dose dated ahead joins the history on its day; of an imprecise one the days to come are ruled out day by day. */
function daysOfDose(dose: GivenDose, on: CalendarDay): readonly CalendarDay[] {
  return dose.givenOn <= on && on < lastDayOf(dose) ? [addDays(on, 1)] : [dose.givenOn]
}

const known = new WeakMap<Antigen, Bounds>()

/** The same for everybody, so it is collected once for an antigen. */
function boundsOf(antigen: Antigen): Bounds {
  const found = known.get(antigen)
  if (found) return found
  const { series, contraindications } = antigen
  const doses = series.flatMap(it => it.doses)
  const conditions = doses.flatMap(conditionsOf)
  const bounds = {
    ages: distinct([
      ...contraindications.flatMap(limitsOf),
      ...series.flatMap(agesOfSeries),
      ...conditions.flatMap(condition => (condition.type === 'age' ? limitsOf(condition) : [])),
    ]),
    intervals: distinct(
      conditions.flatMap(condition => (condition.type === 'interval' ? [condition.interval] : [])),
    ),
    days: [...new Set(doses.flatMap(datesOfDose))],
  }
  known.set(antigen, bounds)
  return bounds
}

function agesOfSeries({ indications, doses }: Series): readonly Offset[] {
  return [
    ...indications.flatMap(limitsOf),
    ...doses.flatMap(({ age }) => age.flatMap(({ max }) => max ?? [])),
    ...doses.flatMap(({ preferableVaccines }) => preferableVaccines.flatMap(limitsOf)),
  ]
}

function limitsOf({
  beginAge,
  endAge,
}: {
  readonly beginAge: Offset | null
  readonly endAge: Offset | null
}): readonly Offset[] {
  return [beginAge ?? [], endAge ?? []].flat()
}

function conditionsOf({ skips }: SeriesDose): readonly SkipCondition[] {
  return skips.flatMap(({ sets }) => sets.flatMap(({ conditions }) => conditions))
}

function datesOfDose({ age, intervals, skips, season }: SeriesDose): readonly CalendarDay[] {
  const dated: readonly Effective[] = [...age, ...intervals, ...skips.flatMap(({ sets }) => sets)]
  return [
    ...dated.flatMap(({ effectiveOn, cessationOn }) => [effectiveOn ?? [], dayAfter(cessationOn)].flat()),
    ...dayAfter(season?.endOn ?? null),
  ]
}

/** Both ends of a period count, so it is over the day after. */
function dayAfter(on: CalendarDay | null): readonly CalendarDay[] {
  return on === null ? [] : [addDays(on, 1)]
}

function distinct(offsets: readonly Offset[]): readonly Offset[] {
  return [...new Map(offsets.map(span => [`${span.years} ${span.months} ${span.days}`, span])).values()]
}
