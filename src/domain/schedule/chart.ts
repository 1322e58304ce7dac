import { addOffset } from '../calendar/offset'
import { assess } from './assess'
import { chartRow } from './chart-row'
import type { ChartInput, ChartRow, ImmunizationChart, NextVisit, PlannedDose } from './chart-types'
import { afterGiving, dueDoses } from './due-doses'
import { otherCells } from './given-cells'
import { nextVisit } from './next-visit'
import type { Assessment } from './result-types'
import type { RowDefinition } from './schedule-types'

/** Everything a screen or a paper shows of one person's immunization on one day. */
export function buildChart(input: ChartInput): ImmunizationChart {
  const { schedule, on } = input
  const assessment = assess(input)
  const today = dueDoses(input, assessment)
  const afterToday = afterGiving(input, today, on)
  const projected = assess(afterToday)
  return {
    on,
    scheduleCode: schedule.code,
    scheduleName: schedule.name,
    confirmation: schedule.confirmation,
    isOutOfForce: on < schedule.validFrom || (schedule.validTo !== null && on > schedule.validTo),
    rows: [
      ...schedule.rows
        .map(definition => ({ definition, row: chartRow(definition, input, assessment, projected, today) }))
        .filter(({ definition, row }) => isShown(definition, row, input))
        .map(({ row }) => row),
      ...otherRow(input, assessment),
    ],
    today,
    next: nextVisit(afterToday),
    problems: assessment.problems,
    series: assessment.antigens.flatMap(({ best }) => best),
  }
}

/** The next visit if these doses are given today, whatever else stays due. */
export function nextVisitAfter(input: ChartInput, given: readonly PlannedDose[]): NextVisit | null {
  const added = given.map((dose, index) => ({ id: `given-${index}`, ...dose }))
  return nextVisit({ ...input, doses: [...input.doses, ...added] })
}

function otherRow(input: ChartInput, assessment: Assessment): readonly ChartRow[] {
  const cells = otherCells(input, assessment)
  const { otherRow: name } = input.schedule
  return cells.length > 0 ? [{ code: 'OTHER', name, detail: null, status: 'not-recommended', cells }] : []
}

function isShown(
  { showFromAge, showToAge }: RowDefinition,
  row: ChartRow,
  { person, on }: ChartInput,
): boolean {
  if (row.cells.some(({ kind }) => kind === 'given')) return true
  if (showFromAge !== null && on < addOffset(person.birthDate, showFromAge)) return false
  if (showToAge !== null && on >= addOffset(person.birthDate, showToAge)) return false
  return row.cells.length > 0
}
