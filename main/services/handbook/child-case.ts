import type { ChildCheck } from '../../../src/domain/child/child-check'
import { type GrowthRow, growthRows, type MeasuredOnce } from '../../../src/domain/child/growth-history'
import { type GrowthDay, type GrowthRecord, growthDays } from '../../../src/domain/child/growth-records'
import type { SignsFound } from '../../../src/domain/child/milestones'
import type { SupplementGiven } from '../../../src/domain/child/supplements'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'
import { childChecksOf, growthRecordsOf } from './child-records'

/** What the records say of one child. */
export type ChildCase = {
  readonly person: Stored<Person>
  readonly checks: readonly Stored<ChildCheck>[]
  readonly records: readonly GrowthRecord[]
  readonly days: readonly GrowthDay[]
  readonly found: readonly SignsFound[]
  readonly given: readonly SupplementGiven[]
}

/** Reads it; `except` leaves a check out that is being corrected. */
export function childCaseOf(
  context: Pick<ServiceContext, 'store'>,
  person: Stored<Person>,
  except: string | null = null,
): ChildCase {
  const checks = childChecksOf(context, person.id).filter(({ id }) => id !== except)
  const records = growthRecordsOf(context, person).filter(({ recordId }) => recordId !== except)
  return {
    person,
    checks,
    records,
    days: growthDays(records, person.birthDate),
    found: checks.map(({ checkedOn, signs }) => ({ on: checkedOn, signs })),
    given: checks.flatMap(({ checkedOn, supplements }) => supplements.map(code => ({ code, on: checkedOn }))),
  }
}

/** Days of the curves with WHO's scores. */
export function rowsOf(
  { resources }: Pick<ServiceContext, 'resources'>,
  { sex, birthDate, gestationWeeks }: Person,
  days: readonly MeasuredOnce[],
): readonly GrowthRow[] {
  return growthRows(resources.growth, { sex, birthDate, gestationWeeks }, days)
}
