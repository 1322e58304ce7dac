import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import type { ChildCheck } from '../../../src/domain/child/child-check'
import {
  asMeasurement,
  type GrowthDay,
  type GrowthPoint,
  growthDays,
} from '../../../src/domain/child/growth-points'
import { type GrowthScores, growthScores } from '../../../src/domain/child/growth-scores'
import { growthSexOf } from '../../../src/domain/child/growth-tables'
import type { SignsFound } from '../../../src/domain/child/milestones'
import type { SupplementGiven } from '../../../src/domain/child/supplements'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'
import { childChecksOf, growthPointsOf } from './child-points'

/** What the records say of one child; `except` leaves a check out that is being corrected. */
export type ChildCase = {
  readonly person: Stored<Person>
  readonly checks: readonly Stored<ChildCheck>[]
  readonly points: readonly GrowthPoint[]
  readonly days: readonly GrowthDay[]
  readonly found: readonly SignsFound[]
  readonly given: readonly SupplementGiven[]
}

export function childCaseOf(
  context: Pick<ServiceContext, 'store'>,
  person: Stored<Person>,
  except: string | null = null,
): ChildCase {
  const checks = childChecksOf(context, person.id).filter(({ id }) => id !== except)
  const points = growthPointsOf(context, person).filter(({ recordId }) => recordId !== except)
  return {
    person,
    checks,
    points,
    days: growthDays(points, person.birthDate),
    found: checks.map(({ checkedOn, signs }) => ({ on: checkedOn, signs })),
    given: checks.flatMap(({ checkedOn, supplements }) => supplements.map(code => ({ code, on: checkedOn }))),
  }
}

/** WHO's scores of one day of the curves, its age counted from `from`. */
export function scoresFrom(
  { resources }: Pick<ServiceContext, 'resources'>,
  { sex }: Person,
  day: GrowthDay,
  from: CalendarDay,
): GrowthScores {
  const ageDays = daysBetween(from, day.on)
  return growthScores(resources.growth, asMeasurement({ ...day, ageDays }, growthSexOf(sex)))
}
