import type { CalendarDay } from '../calendar/calendar-day'
import { earliestOf } from '../calendar/offset'
import type { Vaccine } from '../immunization/vaccine'
import { assess } from './assess'
import type { ChartInput, DueDose, ForecastReason } from './chart-types'
import { reasonsFor } from './forecast-reasons'
import { mostUrgent, type OpenTarget, openTargets, statusOn } from './open-targets'
import { isHeldOn } from './product-holds'
import type { Assessment } from './result-types'
import { doubledAntigens } from './same-day'
import { type Trial, tryDose, withDoses } from './trial'

type Candidate = {
  readonly vaccineCode: string
  readonly trial: Trial
  /** Every open target the dose would satisfy. */
  readonly covers: readonly OpenTarget[]
  /** Those of them whose series offers this product by name; it is chosen for their sake. */
  readonly offeredFor: readonly OpenTarget[]
}

/**
 * Products to give on the assessment day, one dose for all the antigens a product serves. A product is proposed only
 * if a trial by the rules counts it for each antigen it is given for and spoils none it also contains.
 */
export function dueDoses(input: ChartInput, assessment: Assessment = assess(input)): readonly DueDose[] {
  let open = openTargets(assessment).filter(target => statusOn(target, input.on) !== 'later')
  const chosen: DueDose[] = []
  for (let best = bestCandidate(input, open, chosen); best; best = bestCandidate(input, open, chosen)) {
    chosen.push(toDueDose(best, input, open, chosen))
    const covered = new Set(best.covers)
    open = open.filter(target => !covered.has(target))
  }
  return chosen.toSorted((a, b) => rowOrder(input, a) - rowOrder(input, b))
}

function bestCandidate(
  input: ChartInput,
  open: readonly OpenTarget[],
  chosen: readonly DueDose[],
): Candidate | null {
  const offered = [...new Set(open.flatMap(({ series }) => series.vaccineCodes))]
  const candidates = offered
    .flatMap(code => candidate(code, input, open, chosen))
    .filter(({ offeredFor }) => offeredFor.length > 0)
  return candidates.toSorted((a, b) => compareCandidates(a, b, input)).at(0) ?? null
}

function candidate(
  vaccineCode: string,
  input: ChartInput,
  open: readonly OpenTarget[],
  chosen: readonly DueDose[],
): readonly Candidate[] {
  const vaccine = input.vaccines.get(vaccineCode)
  const given = chosen.map(({ vaccineCodes }) => vaccineCodes.at(0) ?? '')
  if (!vaccine || vaccine.programmes.length === 0 || isDoubled(vaccine, given, input)) return []
  if (isHeldOn(input.person, vaccineCode, input.on)) return []
  const trial = tryDose(withDoses(input, given, input.on), { vaccineCode, givenOn: input.on })
  const covers = open.filter(({ antigen }) => trial.valid.includes(antigen))
  const offeredFor = covers.filter(({ series }) => series.vaccineCodes.includes(vaccineCode))
  return covers.length > 0 && trial.spoiled.length === 0 ? [{ vaccineCode, trial, covers, offeredFor }] : []
}

/** Whether the day already has an antigen of the vaccine, planned or given: such a dose is refused when it is recorded. */
function isDoubled(
  vaccine: Vaccine,
  planned: readonly string[],
  { vaccines, doses, on }: ChartInput,
): boolean {
  const given = doses.filter(({ givenOn }) => givenOn === on).map(({ vaccineCode }) => vaccineCode)
  return [...planned, ...given].some(code => {
    const other = vaccines.get(code)
    return other !== undefined && doubledAntigens(vaccine, other).length > 0
  })
}

/**
 * What serves most antigens by the series that are followed, then EPI before fee, then what brings least beyond need. A
 * child on a 6-in-1 path is thus not given the programme's 5-in-1 for the one antigen the programme still counts for it.
 */
function compareCandidates(a: Candidate, b: Candidate, { vaccines }: ChartInput): number {
  const feeRank = ({ vaccineCode }: Candidate) =>
    vaccines.get(vaccineCode)?.programmes.includes('epi') ? 0 : 1
  return b.offeredFor.length - a.offeredFor.length || feeRank(a) - feeRank(b) || excess(a) - excess(b)
}

/** Antigens a product would bring that the person does not need or is too old for. */
function excess({ trial }: Candidate): number {
  return trial.surplus.length + trial.tooOld.length
}

function toDueDose(
  best: Candidate,
  input: ChartInput,
  open: readonly OpenTarget[],
  chosen: readonly DueDose[],
): DueDose {
  const { on, doses } = input
  const lead = leadTarget(best, input)
  const rows = rowsOf(best.covers, input)
  const status = mostUrgent(best.covers.map(target => statusOn(target, on)))
  return {
    id: `${rows.at(0) ?? lead.antigen}:${lead.antigen}:${lead.doseNumber}`,
    groupCode: rows.at(0) ?? lead.antigen,
    rowCodes: rows,
    label: lead.series.productLabels[best.vaccineCode] ?? lead.label,
    antigens: best.covers.map(({ antigen }) => antigen),
    vaccineCodes: [best.vaccineCode, ...alternatives(best, input, open, chosen)],
    doseNumber: lead.doseNumber,
    status: status === 'overdue' ? 'overdue' : 'due',
    latestOn: earliestOf(best.covers.map(({ dates }) => dates.latestOn)),
    isConfirmed: best.covers.every(({ series }) => series.isConfirmed),
    reasons: distinct(reasonsFor(lead, doses, on)),
  }
}

/** The target that names the dose: the first antigen in the order of the product's label whose series offers it. */
function leadTarget({ vaccineCode, offeredFor }: Candidate, { vaccines }: ChartInput): OpenTarget {
  const order = vaccines.get(vaccineCode)?.antigens ?? []
  const sorted = offeredFor.toSorted((a, b) => order.indexOf(a.antigen) - order.indexOf(b.antigen))
  const lead = sorted.at(0)
  if (!lead) throw new Error(`a due dose of ${vaccineCode} covers nothing`)
  return lead
}

/** Other products that would count for all the same antigens. */
function alternatives(
  best: Candidate,
  input: ChartInput,
  open: readonly OpenTarget[],
  chosen: readonly DueDose[],
): readonly string[] {
  const accepted = best.covers.map(({ series }) => [...series.vaccineCodes, ...series.allowableVaccineCodes])
  const common = [...new Set(accepted.flat())].filter(code => accepted.every(codes => codes.includes(code)))
  return common
    .filter(code => code !== best.vaccineCode)
    .flatMap(code => candidate(code, input, open, chosen))
    .filter(({ covers }) => best.covers.every(target => covers.includes(target)))
    .toSorted((a, b) => compareAlternatives(a, b, input))
    .map(({ vaccineCode }) => vaccineCode)
}

function compareAlternatives(a: Candidate, b: Candidate, input: ChartInput): number {
  const feeRank = ({ vaccineCode }: Candidate) =>
    input.vaccines.get(vaccineCode)?.programmes.includes('epi') ? 0 : 1
  return feeRank(a) - feeRank(b) || excess(a) - excess(b)
}

/** Rows of the matrix that show the targets. */
export function rowsOf(
  targets: readonly OpenTarget[],
  { schedule }: Pick<ChartInput, 'schedule'>,
): readonly string[] {
  return schedule.rows
    .filter(({ members }) => members.some(member => targets.some(target => isShownBy(member, target))))
    .map(({ code }) => code)
}

/** Whether a row's member shows a target. */
export function isShownBy(
  member: ChartInput['schedule']['rows'][number]['members'][number],
  { antigen, group, targetDose }: Pick<OpenTarget, 'antigen' | 'group' | 'targetDose'>,
): boolean {
  if (member.antigen !== antigen || member.group !== group || targetDose < member.fromDose) return false
  return member.toDose === null || targetDose <= member.toDose
}

function rowOrder({ schedule }: ChartInput, { groupCode }: DueDose): number {
  return schedule.rows.findIndex(({ code }) => code === groupCode)
}

function distinct(reasons: readonly ForecastReason[]): readonly ForecastReason[] {
  return reasons.filter((reason, index) => reasons.findIndex(({ code }) => code === reason.code) === index)
}

/** The history as if the first product of each due dose were given on the day. */
export function afterGiving(input: ChartInput, doses: readonly DueDose[], on: CalendarDay): ChartInput {
  return withDoses(
    input,
    doses.map(({ vaccineCodes }) => vaccineCodes.at(0) ?? ''),
    on,
  )
}
