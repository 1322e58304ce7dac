import { addDays, type CalendarDay, day } from '../domain/calendar/calendar-day'
import { addOffset, type Offset } from '../domain/calendar/offset'
import type { Series, SeriesDoseRule } from '../domain/schedule/schedule-types'
import type { ScheduleProblem } from './schedule-problems'

type Path = ScheduleProblem['path']

/** The first must not lie after the second. */
const spans = [
  ['absMin', 'min'],
  ['min', 'earliestRec'],
  ['absMin', 'earliestRec'],
  ['earliestRec', 'latestRec'],
  ['earliestRec', 'max'],
  ['min', 'max'],
  ['absMin', 'max'],
  ['beginAge', 'endAge'],
  ['minAgeToStart', 'maxAgeToStart'],
] as const
const days = [
  ['effectiveOn', 'cessationOn'],
  ['startOn', 'endOn'],
  ['validFrom', 'validTo'],
] as const

/** Whatever carries limits: rows of ages, intervals, products, conditions, campaigns, a version itself. */
export type Limits = { readonly [Name in (typeof spans)[number][number]]?: Offset | null } & {
  readonly [Name in (typeof days)[number][number]]?: CalendarDay | null
}

/** A day in the middle of a long month, from which months and days compare as they do in most lives. */
const sampleDay: CalendarDay = day('2021-07-15')
/** Months differ in length by so many days. */
const monthSlack = 3

/** Ages and intervals that contradict each other in the series of one antigen, at `path`. */
export function orderProblems(all: readonly Series[], path: Path): readonly ScheduleProblem[] {
  return all.flatMap((series, index) => [
    ...contradictions(series, [...path, index]),
    ...rows(series.indications, [...path, index, 'indications']),
    ...series.doses.flatMap((dose, number) => doseProblems(dose, [...path, index, 'doses', number])),
  ])
}

function doseProblems(dose: SeriesDoseRule, path: Path): readonly ScheduleProblem[] {
  const { age, intervals, allowableIntervals, preferableVaccines, allowableVaccines, skips, season } = dose
  const lists = { age, intervals, allowableIntervals, preferableVaccines, allowableVaccines }
  return [
    ...Object.entries(lists).flatMap(([name, limits]) => rows(limits, [...path, name])),
    ...skips.flatMap(({ sets }, at) =>
      sets.flatMap((set, index) => {
        const place = [...path, 'skips', at, 'sets', index]
        return [...contradictions(set, place), ...rows(set.conditions, [...place, 'conditions'])]
      }),
    ),
    ...(season ? contradictions(season, [...path, 'season']) : []),
  ]
}

function rows(limits: readonly object[], path: Path): readonly ScheduleProblem[] {
  return limits.flatMap((limit, row) => contradictions(limit, [...path, row]))
}

/** Limits of one row that contradict each other: each later one is named once, at the first limit it falls below. */
export function contradictions(limits: Limits, path: Path): readonly ScheduleProblem[] {
  const wrong = [
    ...spans.filter(([first, second]) => isLonger(limits[first], limits[second])),
    ...days.filter(([first, second]) => {
      const [from, to] = [limits[first], limits[second]]
      return from && to && from > to
    }),
  ]
  return wrong
    .filter(([, second], index) => wrong.findIndex(([, other]) => other === second) === index)
    .map(([first, second]) => ({ path: [...path, second], code: 'order', detail: `${first} > ${second}` }))
}

function isLonger(before: Offset | null | undefined, after: Offset | null | undefined): boolean {
  if (!before || !after) return false
  return addDays(addOffset(sampleDay, after), monthSlack) < addOffset(sampleDay, before)
}
