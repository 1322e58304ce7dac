import { addDays, type CalendarDay, day } from '../domain/calendar/calendar-day'
import { addOffset, type Offset } from '../domain/calendar/offset'
import type { Series } from '../domain/schedule/schedule-types'
import type { ScheduleProblem } from './schedule-problems'

/** The first must not lie after the second. */
const pairs = [
  ['absMin', 'min'],
  ['min', 'earliestRec'],
  ['earliestRec', 'latestRec'],
  ['min', 'max'],
  ['absMin', 'max'],
  ['beginAge', 'endAge'],
] as const

type Limits = { readonly [Name in (typeof pairs)[number][number]]?: Offset | null }

/** A day in the middle of a long month, from which months and days compare as they do in most lives. */
const sampleDay: CalendarDay = day('2021-07-15')
/** Months differ in length by so many days. */
const monthSlack = 3

/** Ages and intervals that contradict each other in the series of one antigen, at `path`. */
export function orderProblems(
  all: readonly Series[],
  path: ScheduleProblem['path'],
): readonly ScheduleProblem[] {
  return all.flatMap((series, index) =>
    series.doses.flatMap((dose, number) => {
      const place = [...path, index, 'doses', number]
      const rows = { age: dose.age, intervals: dose.intervals, preferableVaccines: dose.preferableVaccines }
      return Object.entries(rows).flatMap(([name, limits]) =>
        limits.flatMap((limit, row) => contradictions(limit, [...place, name, row])),
      )
    }),
  )
}

function contradictions(limits: Limits, path: ScheduleProblem['path']): readonly ScheduleProblem[] {
  return pairs.flatMap(([first, second]): readonly ScheduleProblem[] => {
    const [before, after] = [limits[first], limits[second]]
    if (!before || !after) return []
    if (addDays(addOffset(sampleDay, after), monthSlack) >= addOffset(sampleDay, before)) return []
    return [{ path: [...path, second], code: 'order', detail: `${first} > ${second}` }]
  })
}
