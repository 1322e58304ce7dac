import { daysBetween } from '../calendar/calendar-day'
import { latestOf } from '../calendar/offset'
import type {
  ChartInput,
  ChartRow,
  DueDose,
  ForecastCell,
  ForecastReason,
  ForecastStatus,
} from './chart-types'
import { isShownBy } from './due-doses'
import { reasonsFor } from './forecast-reasons'
import { givenCells } from './given-cells'
import { groupBy } from './group-by'
import { joinedDates, mostUrgent, type OpenTarget, openTarget, openTargets, statusOn } from './open-targets'
import type { Assessment, SeriesAssessment } from './result-types'
import type { RowDefinition, RowMember } from './schedule-types'

/** One line of the matrix: given doses, what is due or foreseen, and what follows if today's doses are given. */
export function chartRow(
  definition: RowDefinition,
  input: ChartInput,
  assessment: Assessment,
  projected: Assessment,
  today: readonly DueDose[],
): ChartRow {
  const { code, name, detail } = definition
  const open = targetsOf(definition, assessment)
  const keys = new Set(open.map(target => keyOf(target)))
  const following = targetsOf(definition, projected).filter(target => !keys.has(keyOf(target)))
  const ended = endedMembers(definition, assessment)
  const cells = [
    ...givenCells(definition, input, assessment),
    ...merged(open).map(targets => openCell(targets, input, today)),
    ...merged(following).map(targets => projectedCell(targets, input)),
    ...(open.length === 0 ? endCells(ended) : []),
  ]
  const statuses = [...open.map(target => statusOn(target, input.on)), ...ended.map(({ status }) => status)]
  return { code, name, detail, status: mostUrgent(statuses), cells }
}

function targetsOf({ members }: RowDefinition, assessment: Assessment): readonly OpenTarget[] {
  return openTargets(assessment).filter(target => members.some(member => isShownBy(member, target)))
}

function keyOf({ antigen, group, targetDose, series }: OpenTarget): string {
  return `${antigen}:${group}:${series.seriesCode}:${targetDose}`
}

/** Antigens whose next dose has the same name share a cell, in date order. */
function merged(targets: readonly OpenTarget[]): readonly (readonly OpenTarget[])[] {
  const byLabel = groupBy(targets, ({ label }) => label.vi)
  return [...byLabel.values()].toSorted((a, b) => daysBetween(recommendedDay(b), recommendedDay(a)))
}

function recommendedDay(targets: readonly OpenTarget[]) {
  const on = latestOf(targets.map(({ dates }) => dates.recommendedOn))
  if (on === null) throw new Error('a forecast cell without a target')
  return on
}

function openCell(
  targets: readonly OpenTarget[],
  input: ChartInput,
  today: readonly DueDose[],
): ForecastCell {
  const lead = leadOf(targets)
  const status = mostUrgent(targets.map(target => statusOn(target, input.on)))
  const isServed = today.some(({ antigens }) => antigens.includes(lead.antigen))
  const noProduct: readonly ForecastReason[] = status === 'later' || isServed ? [] : [{ code: 'no-product' }]
  return { ...cellOf(targets, status), reasons: [...reasonsFor(lead, input.doses, input.on), ...noProduct] }
}

function projectedCell(targets: readonly OpenTarget[], input: ChartInput): ForecastCell {
  const waits = reasonsFor(leadOf(targets), input.doses, input.on)
  return { ...cellOf(targets, 'later'), isProjected: true, reasons: [...waits, { code: 'if-given-today' }] }
}

function leadOf(targets: readonly OpenTarget[]): OpenTarget {
  const lead = targets.at(0)
  if (!lead) throw new Error('a forecast cell without a target')
  return lead
}

function cellOf(targets: readonly OpenTarget[], status: ForecastStatus): ForecastCell {
  const { label, doseNumber } = leadOf(targets)
  return {
    kind: 'forecast',
    status,
    label,
    doseNumber,
    antigens: targets.map(({ antigen }) => antigen),
    ...joinedDates(targets),
    reasons: [],
    isProjected: false,
    isConfirmed: targets.every(({ series }) => series.isConfirmed),
  }
}

type EndStatus = Exclude<ForecastStatus, 'due' | 'overdue' | 'later'>
type Ended = { readonly antigen: string; readonly status: EndStatus; readonly series: SeriesAssessment }

/** Antigens of the row that need nothing more in this row, and why. */
function endedMembers({ members }: RowDefinition, { antigens }: Assessment): readonly Ended[] {
  return members.flatMap(member =>
    antigens
      .filter(({ antigen, isForecast }) => isForecast && antigen === member.antigen)
      .flatMap(({ best }) => best.filter(({ seriesGroup }) => seriesGroup === member.group))
      .flatMap(series => endOf(series, member)),
  )
}

function endOf(series: SeriesAssessment, { antigen, fromDose, toDose }: RowMember): readonly Ended[] {
  const { status, targetDose } = series
  if (targetDose !== null && toDose !== null && targetDose > toDose)
    return [{ antigen, status: 'complete', series }]
  if (openTarget(series).length > 0 || status === 'not-complete') return []
  if (targetDose !== null && targetDose < fromDose && status === 'aged-out') return []
  return [{ antigen, status, series }]
}

/** A complete row needs no cell; the other ends are said once. */
function endCells(ended: readonly Ended[]): readonly ForecastCell[] {
  const byStatus = groupBy(ended, ({ status }) => status)
  return [...byStatus].flatMap(([status, members]) =>
    status === 'complete' ? [] : [endCell(status, members)],
  )
}

function endCell(status: Exclude<EndStatus, never>, members: readonly Ended[]): ForecastCell {
  return {
    kind: 'forecast',
    status,
    label: null,
    doseNumber: null,
    antigens: members.map(({ antigen }) => antigen),
    earliestOn: null,
    recommendedOn: null,
    pastDueOn: null,
    latestOn: null,
    reasons: [endReason(status, members)],
    isProjected: false,
    isConfirmed: members.every(({ series }) => series.isConfirmed),
  }
}

/** Why nothing more is given, with what was observed of the person. */
function endReason(status: EndStatus, members: readonly Ended[]): ForecastReason {
  if (status === 'aged-out') {
    return { code: status, since: latestOf(members.map(({ series }) => series.agedOutOn)) }
  }
  if (status !== 'contraindicated' && status !== 'immune') return { code: status }
  const causes = members.flatMap(({ series }) => series.causes)
  const held = causes.find(cause => cause.rule === 'held')
  if (held?.rule === 'held' && held.conclusion === 'deferred') {
    return { code: 'held', on: null, because: held.text }
  }
  const told = causes.find(
    ({ rule }) => rule === 'contraindication' || rule === 'immunity' || rule === 'held',
  )
  return { code: status, because: told && 'text' in told ? told.text : null }
}
