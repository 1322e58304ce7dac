import { type CalendarDay, daysBetween, type Instant } from '../calendar/calendar-day'
import type { Birth, Newborn } from './birth'
import { type BirthData, type BirthMeasure, isPossible } from './birth-data'

/** Why a birth cannot have been so. Codes only: the renderer owns the sentences. */
export type BirthProblemCode =
  | 'birth.in-future'
  | 'birth.bad-time'
  | 'birth.out-of-range'
  | 'birth.bad-apgar'
  | 'birth.order'
  | 'birth.days-apart'
  | 'birth.before-pregnancy'
  | 'birth.gestation-impossible'
  | 'birth.gestation-mismatch'
  | 'birth.already-recorded'
  | 'birth.unknown-code'

/** `field` is a path into the request, such as `children.1.weightG`. */
export type BirthProblem = {
  readonly code: BirthProblemCode
  readonly field: string | null
  readonly params: Readonly<Record<string, string | number | null>>
}

type Common = Pick<Birth, 'gestationWeeks' | 'gestationDays' | 'bloodLossMl' | 'complications'>
export type BornChild = Pick<
  Newborn,
  'bornOn' | 'bornAt' | 'weightG' | 'lengthCm' | 'headCm' | 'apgar1' | 'apgar5' | 'apgar10' | 'screenings'
>

export type BirthFacts = {
  readonly data: BirthData
  readonly now: Instant
  /** First day of the last period, or the day the dated pregnancy began; null when not known. */
  readonly periodOn: CalendarDay | null
  /** Births of the mother that stand, this one left out. */
  readonly otherBirths: readonly CalendarDay[]
}

/** Everything that speaks against a birth, together; an empty list means it may be stored. */
export function birthProblems(
  birth: Common,
  children: readonly BornChild[],
  facts: BirthFacts,
): readonly BirthProblem[] {
  return [
    ...commonProblems(birth, facts),
    ...children.flatMap((child, index) => childProblems(child, `children.${index}`, facts)),
    ...orderProblems(children, facts),
    ...dateProblems(birth, children, facts),
  ]
}

function commonProblems(birth: Common, { data }: BirthFacts): readonly BirthProblem[] {
  const known = new Set(data.complications.map(({ code }) => code))
  const unknown = birth.complications.filter(code => !known.has(code))
  const weeks: readonly BirthProblem[] = isPossible(data.limits.gestationWeeks, birth.gestationWeeks)
    ? []
    : [rangeProblem('birth.gestation-impossible', 'gestationWeeks', birth.gestationWeeks, data)]
  return [
    ...weeks,
    ...measureProblems({ bloodLossMl: birth.bloodLossMl }, '', data),
    ...unknown.map(code => problem('birth.unknown-code', 'complications', { code })),
  ]
}

/** What speaks against one child alone; `at` is where the child stands in the request. */
export function childProblems(
  child: BornChild,
  at: string,
  { data, now }: Pick<BirthFacts, 'data' | 'now'>,
): readonly BirthProblem[] {
  const { weightG, lengthCm, headCm, bornAt, bornOn } = child
  const dot = at === '' ? '' : `${at}.`
  const problems: BirthProblem[] = [...measureProblems({ weightG, lengthCm, headCm }, dot, data)]
  if (bornAt !== null && !isTime(bornAt)) problems.push(problem('birth.bad-time', `${dot}bornAt`, { bornAt }))
  else if (isAhead(child, now)) {
    problems.push(problem('birth.in-future', `${dot}${bornAt === null ? 'bornOn' : 'bornAt'}`, { bornOn }))
  }
  for (const field of ['apgar1', 'apgar5', 'apgar10'] as const) {
    const score = child[field]
    if (score !== null && !(Number.isInteger(score) && score >= 0 && score <= 10))
      problems.push(problem('birth.bad-apgar', `${dot}${field}`, { score }))
  }
  const known = new Set(data.screenings.map(({ code }) => code))
  for (const code of Object.keys(child.screenings))
    if (!known.has(code)) problems.push(problem('birth.unknown-code', `${dot}screenings`, { code }))
  return problems
}

/** Values outside what a body may measure, as problems at their fields. */
export function measureProblems(
  values: Readonly<Partial<Record<BirthMeasure, number | null>>>,
  dot: string,
  data: BirthData,
): readonly BirthProblem[] {
  return (Object.entries(values) as [BirthMeasure, number | null][])
    .filter(([measure, value]) => !isPossible(data.limits[measure], value))
    .map(([measure, value]) => rangeProblem('birth.out-of-range', measure, value, data, `${dot}${measure}`))
}

/** The second is born after the first, and not much later. */
function orderProblems(children: readonly BornChild[], { data }: BirthFacts): readonly BirthProblem[] {
  return children.flatMap((child, index): readonly BirthProblem[] => {
    const before = children[index - 1]
    if (!before) return []
    const at = `children.${index}.${child.bornOn === before.bornOn ? 'bornAt' : 'bornOn'}`
    if (isBefore(child, before)) return [problem('birth.order', at, { number: index + 1 })]
    const days = daysBetween(before.bornOn, child.bornOn)
    return days > data.daysBetweenChildren ? [problem('birth.days-apart', at, { days })] : []
  })
}

function dateProblems(
  birth: Common,
  children: readonly BornChild[],
  { data, periodOn, otherBirths }: BirthFacts,
): readonly BirthProblem[] {
  const bornOn = children[0]?.bornOn
  if (!bornOn) return []
  const near = otherBirths.find(other => Math.abs(daysBetween(other, bornOn)) < data.daysBetweenBirths)
  const problems: BirthProblem[] = near
    ? [problem('birth.already-recorded', 'children.0.bornOn', { bornOn: near })]
    : []
  if (periodOn === null) return problems
  const weeks = Math.floor(daysBetween(periodOn, bornOn) / 7)
  const [least, most] = data.limits.gestationWeeks.possible
  if (weeks < least || weeks > most) {
    const params = { periodOn, weeks, least, most }
    problems.push(problem('birth.before-pregnancy', 'children.0.bornOn', params))
  } else if (birth.gestationWeeks !== null && Math.abs(birth.gestationWeeks - weeks) > weeksOff) {
    problems.push(
      problem('birth.gestation-mismatch', 'gestationWeeks', { typed: birth.gestationWeeks, weeks }),
    )
  }
  return problems
}

/** A scan may date a pregnancy otherwise than the period, but not by more than this; set by this project. */
const weeksOff = 4

/** `HH:mm` of the wall clock. */
export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text)
}

/** Vietnam has no summer time, so a wall clock is a moment. */
export function momentOf(on: CalendarDay, time: string): number {
  return Date.parse(`${on}T${time}:00.000+07:00`)
}

function isAhead({ bornOn, bornAt }: Pick<BornChild, 'bornOn' | 'bornAt'>, now: Instant): boolean {
  return momentOf(bornOn, bornAt ?? '00:00') > Date.parse(now)
}

function isBefore(child: BornChild, before: BornChild): boolean {
  if (child.bornOn !== before.bornOn) return child.bornOn < before.bornOn
  return child.bornAt !== null && before.bornAt !== null && child.bornAt < before.bornAt
}

function rangeProblem(
  code: BirthProblemCode,
  measure: BirthMeasure,
  value: number | null,
  { limits }: BirthData,
  field: string = measure,
): BirthProblem {
  const [least, most] = limits[measure].possible
  return problem(code, field, { measure, value, least, most })
}

function problem(code: BirthProblemCode, field: string | null, params: BirthProblem['params']): BirthProblem {
  return { code, field, params }
}
