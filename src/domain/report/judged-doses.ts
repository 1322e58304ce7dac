import type { ChartInput } from '../schedule/chart-types'
import { belongsElsewhere, belongsTo, statusOrder } from '../schedule/given-cells'
import type {
  AntigenAssessment,
  Assessment,
  DoseEvaluation,
  EvaluationStatus,
  SeriesAssessment,
} from '../schedule/result-types'
import type { RowMember, Schedule } from '../schedule/schedule-types'

/** What a dose was judged to be for one antigen. */
export type JudgedAntigen = {
  /** Row of the matrix it is shown in; empty where no row shows it. */
  readonly rowCode: string
  /** As the schedule spells it; empty for a dose that was judged for none. */
  readonly antigen: string
  /** Which dose it was, also when it does not count: then the number it was tried as. */
  readonly number: number | null
  readonly status: EvaluationStatus | 'not-evaluated'
  readonly isLead: boolean
}

const unjudged: JudgedAntigen = {
  rowCode: '',
  antigen: '',
  number: null,
  status: 'not-evaluated',
  isLead: true,
}

type Candidate = Omit<JudgedAntigen, 'isLead'> & { readonly rank: number }

/** How each dose was judged, once for each antigen, by the same evaluations as the cells of the matrix. */
export function judgeForReports(
  { schedule, doses, vaccines }: Pick<ChartInput, 'schedule' | 'doses' | 'vaccines'>,
  { antigens }: Assessment,
): (doseId: string) => readonly JudgedAntigen[] {
  const oral = new Set(
    doses.filter(({ vaccineCode }) => vaccines.get(vaccineCode)?.route === 'PO').map(({ id }) => id),
  )
  const byDose = new Map<string, Map<string, Candidate>>()
  for (const assessed of antigens) {
    for (const series of assessed.best.length > 0 ? assessed.best : assessed.relevant) {
      for (const evaluation of series.evaluations) {
        const found = candidateOf(evaluation, { series, assessed, schedule, oral })
        const ofDose = byDose.get(evaluation.doseId) ?? new Map<string, Candidate>()
        byDose.set(evaluation.doseId, ofDose)
        const known = ofDose.get(found.antigen)
        if (!known || found.rank < known.rank) ofDose.set(found.antigen, found)
      }
    }
  }
  return doseId => withLead([...(byDose.get(doseId)?.values() ?? [])])
}

type Judging = {
  readonly series: SeriesAssessment
  readonly assessed: AntigenAssessment
  readonly schedule: Schedule
  /** Doses that were drops. */
  readonly oral: ReadonlySet<string>
}

/** A dose may be judged in several series of an antigen: the row that shows it speaks, and of two the one it counts in. */
function candidateOf(evaluation: DoseEvaluation, { series, assessed, schedule, oral }: Judging): Candidate {
  const { antigen } = evaluation
  const number = numberOf(evaluation, series, oral)
  const status = statusOf(evaluation, series, number, oral)
  const rows = rowsOf(schedule).get(antigen) ?? []
  const row = rows.find(
    ({ member }) => member.group === series.seriesGroup && belongsTo(member, evaluation, series),
  )
  const isShown = row !== undefined && !belongsElsewhere(evaluation, assessed)
  return {
    rowCode: row?.code ?? '',
    antigen,
    number,
    status,
    rank: (isShown ? 0 : 100_000) + statusOrder.indexOf(status) * 1_000 + (row?.place ?? 999),
  }
}

/**
 * Skipped targets do not count; a dose beyond the series is one more than the series has. Drops are counted among drops and
 * injections among injections: forms have a line for OPV and one for IPV, and the IPV of five months is not the third OPV.
 */
function numberOf(
  { doseId, targetDose }: DoseEvaluation,
  { targets }: SeriesAssessment,
  oral: ReadonlySet<string>,
): number {
  const before = targets.filter(
    ({ dose, status, doseId: by }) =>
      status === 'satisfied' &&
      (targetDose === null || dose < targetDose) &&
      by !== null &&
      oral.has(by) === oral.has(doseId),
  )
  return before.length + 1
}

/** The third OPV, after an IPV that had completed the series already, still is the third OPV that was due. */
function statusOf(
  { doseId, status, reasons }: DoseEvaluation,
  { targets }: SeriesAssessment,
  number: number,
  oral: ReadonlySet<string>,
): EvaluationStatus {
  const isBeyond = status === 'extraneous' && reasons.some(({ code }) => code === 'series-complete')
  const isOvertaken = targets.some(({ doseId: by }) => by !== null && oral.has(by) !== oral.has(doseId))
  return isBeyond && isOvertaken && number <= targets.length ? 'valid' : status
}

/**
 * The antigen that speaks for the whole dose: one it counts for before others, then the lowest number (the five-in-one after
 * a birth dose is DPT 1, not hepatitis B 2), then the order of the schedule.
 */
function withLead(candidates: readonly Candidate[]): readonly JudgedAntigen[] {
  if (candidates.length === 0) return [unjudged]
  const weight = ({ status, number }: Candidate) =>
    (status === 'not-evaluated' ? statusOrder.length : statusOrder.indexOf(status)) * 1_000 + (number ?? 999)
  const lead = candidates.reduce((best, each) => (weight(each) < weight(best) ? each : best))
  return candidates
    .map(({ rank: _rank, ...each }) => ({ ...each, isLead: each.antigen === lead.antigen }))
    .toSorted((a, b) => (a.antigen < b.antigen ? -1 : 1))
}

type PlacedMember = { readonly code: string; readonly place: number; readonly member: RowMember }

const known = new WeakMap<Schedule, ReadonlyMap<string, readonly PlacedMember[]>>()

/** Rows by antigen, made once: a schedule is never changed. */
function rowsOf(schedule: Schedule): ReadonlyMap<string, readonly PlacedMember[]> {
  const found = known.get(schedule)
  if (found) return found
  const rows = new Map<string, PlacedMember[]>()
  schedule.rows.forEach(({ code, members }, place) => {
    for (const member of members) {
      const list = rows.get(member.antigen) ?? []
      list.push({ code, place, member })
      rows.set(member.antigen, list)
    }
  })
  known.set(schedule, rows)
  return rows
}
