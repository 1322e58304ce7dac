import { daysBetween } from '../../../src/domain/calendar/calendar-day'
import { type GrowthChartData, growthChart, rangeFor } from '../../../src/domain/child/growth-curves'
import { growthFindings } from '../../../src/domain/child/growth-findings'
import type { GrowthRow } from '../../../src/domain/child/growth-history'
import {
  daysPerMonth,
  type GrowthIndicator,
  referenceFromMonths,
} from '../../../src/domain/child/growth-scores'
import { growthSexOf } from '../../../src/domain/child/growth-tables'
import type { DocumentPerson, Issue } from '../../../src/domain/document/facts'
import { buildGrowthChartPaper, type GrowthChartPaper } from '../../../src/domain/document/growth-chart-paper'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'
import { childCaseOf, rowsOf } from './child-case'

/** A child's growth on paper: the charts for the age of the newest measuring, and every measuring with its scores. */
export function growthOnPaper(
  context: ServiceContext,
  person: Stored<Person>,
  facts: DocumentPerson,
  issue: Issue,
): GrowthChartPaper {
  const { growthRules: rules } = context.resources
  const { gestationWeeks } = person
  const rows = rowsOf(context, person, childCaseOf(context, person).days)
  const findings = new Map(rows.map(({ id }) => [id, growthFindings(rules, rows, id)]))
  const charts = growthChartsOf(context, person, rows)
  return buildGrowthChartPaper({
    person: facts,
    gestationWeeks,
    rows,
    findings,
    rules,
    charts,
    on: context.today,
    issue,
  })
}

/** The charts for the age of the newest measuring; none without a sex. */
export function growthChartsOf(
  { resources, today }: Pick<ServiceContext, 'resources' | 'today'>,
  person: Stored<Person>,
  rows: readonly GrowthRow[],
): readonly GrowthChartData[] {
  const ageDays = rows.at(-1)?.ageDays ?? daysBetween(person.birthDate, today)
  const sex = growthSexOf(person.sex)
  if (!sex) return []
  return indicatorsFor(rows, ageDays).flatMap(indicator => {
    const range = rangeFor(indicator, ageDays)
    return range ? [growthChart(resources.growth, { indicator, range, sex }, rows)] : []
  })
}

/** Weight, length and thinness always; head and arm where somebody measured them. */
function indicatorsFor(rows: readonly GrowthRow[], ageDays: number): readonly GrowthIndicator[] {
  const isOlder = ageDays / daysPerMonth >= referenceFromMonths
  const has = (measured: (row: GrowthRow) => number | null) => rows.some(row => measured(row) !== null)
  return [
    'weight-for-age',
    'length-for-age',
    isOlder ? 'bmi-for-age' : 'weight-for-length',
    ...(has(row => row.headCm) ? (['head-for-age'] as const) : []),
    ...(has(row => row.armCm) ? (['arm-for-age'] as const) : []),
  ]
}
