import { type Problem, type ProblemParams, refuseAll } from '../../../src/contract/errors'
import { daysBetween } from '../../../src/domain/calendar/calendar-day'
import { type CheckDoubt, checkDoubts, checkProblems } from '../../../src/domain/child/check-problems'
import type { ChildCheck } from '../../../src/domain/child/child-check'
import { measuredBy } from '../../../src/domain/child/growth-history'
import { lastWeightBefore } from '../../../src/domain/child/growth-records'
import type { GrowthIndicator } from '../../../src/domain/child/growth-scores'
import type { Person } from '../../../src/domain/person/person'
import { doubtsAbout, growthAt, possibleWeightKg } from '../../../src/domain/screening/plausible'
import type { Stored } from '../../db/record-store'
import { dayOfDeath } from '../family/residence'
import type { ServiceContext } from '../service'
import { type ChildCase, childCaseOf, rowsOf } from './child-case'

/** Refuses what cannot be; and what is odd, as long as nobody says that it was measured again. */
export function refuseUnfit(
  context: ServiceContext,
  person: Stored<Person>,
  check: ChildCheck,
  { except, measuredAgain }: { readonly except: string | null; readonly measuredAgain: boolean },
): void {
  const known = childCaseOf(context, person, except)
  const ageDays = daysBetween(person.birthDate, check.checkedOn)
  const growth = growthAt(context.resources.plausible, context.resources.growth, Math.max(0, ageDays))
  const problems = checkProblems(context.resources.childHandbook, check, {
    bornOn: person.birthDate,
    diedOn: dayOfDeath(context, person.id),
    today: context.today,
    weightRange: possibleWeightKg(growth, { sex: person.sex, ageDays }),
    given: known.given,
  })
  refuseAll(problems.map(({ code, field, ...params }) => ({ code, field: at(field), params })))
  if (measuredAgain) return
  const { weightKg, checkedOn: on } = check
  const last = lastWeightBefore(known.days, on)
  const weight = doubtsAbout(growth, { temperatureC: null, weightKg }, { sex: person.sex, ageDays, on, last })
  refuseAll([
    ...weight.flatMap(({ code, ...params }) =>
      code === 'temperature-odd' ? [] : [again(weightAgain[code], 'weightKg', params)],
    ),
    ...oddMeasures(context, known, check),
  ])
}

/** What the rules of the screening find odd about a weight. */
const weightAgain = {
  'weight-low': 'child-check.again-weight-low',
  'weight-high': 'child-check.again-weight-high',
  'weight-lost': 'child-check.again-weight-lost',
  'weight-gained': 'child-check.again-weight-gained',
} as const

function oddMeasures(context: ServiceContext, known: ChildCase, check: ChildCheck): readonly Problem[] {
  const { person, days } = known
  const [row] = rowsOf(context, person, [measuredBy({ ...check, id: 'new' })])
  if (!row) return []
  const { childHandbook, growthRules } = context.resources
  const rules = { limits: childHandbook.limits, growth: growthRules }
  return checkDoubts(rules, row, rowsOf(context, person, days)).map(problemOf)
}

/** The field that is measured again when a score is odd. */
const fieldOf: Readonly<Record<GrowthIndicator, keyof ChildCheck>> = {
  'weight-for-age': 'weightKg',
  'length-for-age': 'lengthHeightCm',
  'weight-for-length': 'lengthHeightCm',
  'bmi-for-age': 'weightKg',
  'head-for-age': 'headCm',
  'arm-for-age': 'armCm',
}

function problemOf(doubt: CheckDoubt): Problem {
  if (doubt.code === 'score-odd') {
    const { indicator, z } = doubt
    return again('child-check.again-score', fieldOf[indicator], { indicator, z })
  }
  const { code, lastCm, on } = doubt
  return code === 'length-shorter'
    ? again('child-check.again-length', 'lengthHeightCm', { lastCm, on })
    : again('child-check.again-head', 'headCm', { lastCm, on })
}

function again(code: Problem['code'], field: keyof ChildCheck, params: ProblemParams): Problem {
  return { code, field: at(field), params }
}

const at = (field: keyof ChildCheck | null) => (field === null ? null : `check.${field}`)
