import { type CalendarDay, type Instant, vietnamDayOf } from '../calendar/calendar-day'
import type { PointStatus } from './point-status'

/** What only people know of their point. */
export type PointAnswers = Pick<
  PointStatus,
  | 'computer'
  | 'printer'
  | 'internet'
  | 'power'
  | 'internetKind'
  | 'trainedStaff'
  | 'births'
  | 'dosesOnPaper'
  | 'lastSupervisedOn'
  | 'answeredAt'
>

/** What the program sees by itself where nobody has said anything. */
export type SeenReadiness = { readonly hasPrinter: boolean; readonly hasServer: boolean }

type Known = PointAnswers & { readonly id: string }

/**
 * What holds of what the PCs of a point were told: the newest answer, whichever PC it was given at. What the paper book says
 * of a month is no answer about the next one.
 */
export function answersOf(
  known: readonly Known[],
  { hasPrinter, hasServer }: SeenReadiness,
  on: CalendarDay,
): PointAnswers {
  const [newest] = known
    .filter(({ answeredAt }) => answeredAt !== null)
    .toSorted((a, b) => compare(b.answeredAt ?? '', a.answeredAt ?? '') || compare(a.id, b.id))
  if (!newest) return { ...nothingSaid, printer: seen(hasPrinter), internet: seen(hasServer) }
  const { answeredAt, computer, printer, internet, power, internetKind, trainedStaff, births } = newest
  const isOfThisMonth = answeredAt !== null && monthOf(vietnamDayOf(answeredAt)) === monthOf(on)
  return {
    ...{ answeredAt, computer, printer, internet, power, internetKind, trainedStaff, births },
    dosesOnPaper: isOfThisMonth ? newest.dosesOnPaper : null,
    lastSupervisedOn: newest.lastSupervisedOn,
  }
}

/** The program runs, so there is a computer; of the rest nothing is known. */
const nothingSaid: PointAnswers = {
  computer: 'yes',
  printer: 'unknown',
  internet: 'unknown',
  power: 'unknown',
  internetKind: null,
  trainedStaff: null,
  births: null,
  dosesOnPaper: null,
  lastSupervisedOn: null,
  answeredAt: null,
}

const seen = (is: boolean) => (is ? 'yes' : 'unknown')
const monthOf = (on: CalendarDay) => on.slice(0, 7)

/** What is said again as soon as it is different. */
const told = [
  'on',
  'appVersion',
  'computer',
  'printer',
  'internet',
  'power',
  'internetKind',
  'accounts',
  'trainedStaff',
  'startedOn',
  'births',
  'dosesOnPaper',
  'hasStock',
  'reportsDue',
  'reportsLate',
  'openDifficulties',
  'lastSupervisedOn',
  'answeredAt',
] as const satisfies readonly (keyof PointStatus)[]

/** What grows with every dose, and is said again after an hour at the earliest. */
const counted = [
  'people',
  'infants',
  'doses',
  'suspectedDuplicates',
] as const satisfies readonly (keyof PointStatus)[]
const restMs = 3_600_000
/** What has waited longer is said by itself. */
const longWaitMs = 24 * 3_600_000

/** Whether it is time to say how the point stands: the first time, once a day, and when something of it is different. */
export function isWorthSaying(before: PointStatus | null, now: PointStatus): boolean {
  if (before === null || told.some(field => before[field] !== now[field])) return true
  if (waitsLong(before) !== waitsLong(now)) return true
  const isRested = Math.abs(Date.parse(now.at) - Date.parse(before.at)) >= restMs
  return isRested && counted.some(field => before[field] !== now[field])
}

function waitsLong({
  oldestUnsentAt,
  at,
}: {
  readonly oldestUnsentAt: Instant | null
  readonly at: Instant
}) {
  return oldestUnsentAt !== null && Date.parse(at) - Date.parse(oldestUnsentAt) > longWaitMs
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
