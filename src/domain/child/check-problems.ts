import type { CalendarDay } from '../calendar/calendar-day'
import { isGrowing } from './ask-today'
import type { ChildCheck } from './child-check'
import type { ChildHandbook, MeasureLimits } from './child-handbook'
import { type GrowthFinding, type GrowthRules, growthFindings } from './growth-findings'
import type { GrowthRow } from './growth-history'
import type { GrowthIndicator } from './growth-scores'
import { type SupplementGiven, supplementRefusals } from './supplements'

type Bounds = { readonly lowest: number; readonly highest: number }

/** Why a check cannot be written; `field` names the field of the form. */
export type CheckProblem =
  | { readonly code: 'child-check.before-birth'; readonly field: 'checkedOn'; readonly bornOn: CalendarDay }
  | { readonly code: 'child-check.in-future'; readonly field: 'checkedOn'; readonly today: CalendarDay }
  | { readonly code: 'child-check.after-death'; readonly field: 'checkedOn'; readonly diedOn: CalendarDay }
  | { readonly code: 'child-check.grown-up'; readonly field: 'checkedOn'; readonly years: number }
  | { readonly code: 'child-check.empty'; readonly field: null }
  | ({ readonly code: 'child-check.bad-weight'; readonly field: 'weightKg' } & Bounds)
  | ({ readonly code: 'child-check.bad-length'; readonly field: 'lengthHeightCm' } & Bounds)
  | ({ readonly code: 'child-check.bad-head'; readonly field: 'headCm' } & Bounds)
  | ({ readonly code: 'child-check.bad-arm'; readonly field: 'armCm' } & Bounds)
  | { readonly code: 'child-check.unknown-code'; readonly field: keyof ChildCheck; readonly unknown: string }
  | {
      readonly code: 'child-check.feeding-contradicts'
      readonly field: 'feeding'
      readonly one: string
      readonly other: string
    }
  | { readonly code: 'child-check.supplement-age'; readonly field: 'supplements'; readonly dose: string }
  | { readonly code: 'child-check.supplement-twice'; readonly field: 'supplements'; readonly dose: string }
  | {
      readonly code: 'child-check.supplement-too-soon'
      readonly field: 'supplements'
      readonly dose: string
      readonly lastOn: CalendarDay
      readonly days: number
    }
  | { readonly code: 'child-check.next-not-after'; readonly field: 'nextVisitOn' }

/** What is asked again: measured once more, it may stand. */
export type CheckDoubt =
  | { readonly code: 'length-shorter' | 'head-smaller'; readonly lastCm: number; readonly on: CalendarDay }
  | { readonly code: 'score-odd'; readonly indicator: GrowthIndicator; readonly z: number }

export type CheckWho = {
  readonly bornOn: CalendarDay
  readonly diedOn: CalendarDay | null
  readonly today: CalendarDay
  readonly weightRange: Bounds
  /** Supplements of the other checks. */
  readonly given: readonly SupplementGiven[]
}

/** Every reason against writing a check; all come together, so that the form is corrected once. */
export function checkProblems(
  handbook: ChildHandbook,
  check: ChildCheck,
  who: CheckWho,
): readonly CheckProblem[] {
  const ofDay = dayProblems(handbook, check, who)
  if (ofDay.length > 0) return ofDay
  const { bornOn, given } = who
  const asked = { bornOn, on: check.checkedOn, given }
  return [
    ...(isEmpty(check) ? [{ code: 'child-check.empty', field: null } as const] : []),
    ...measureProblems(handbook.limits, check, who.weightRange),
    ...codeProblems(handbook, check),
    ...feedingProblems(handbook, check),
    ...supplementRefusals(handbook.supplements, check.supplements, asked).map(
      refusal => ({ ...refusal, field: 'supplements' }) as const,
    ),
    ...(check.nextVisitOn !== null && check.nextVisitOn <= check.checkedOn
      ? [{ code: 'child-check.next-not-after', field: 'nextVisitOn' } as const]
      : []),
  ]
}

function dayProblems(
  { measures }: ChildHandbook,
  { checkedOn }: ChildCheck,
  { bornOn, diedOn, today }: CheckWho,
): readonly CheckProblem[] {
  const field = 'checkedOn'
  if (checkedOn < bornOn) return [{ code: 'child-check.before-birth', field, bornOn }]
  if (checkedOn > today) return [{ code: 'child-check.in-future', field, today }]
  if (diedOn !== null && checkedOn > diedOn) return [{ code: 'child-check.after-death', field, diedOn }]
  if (isGrowing(measures, bornOn, checkedOn)) return []
  return [{ code: 'child-check.grown-up', field, years: measures.untilYears }]
}

/** Nothing was measured, asked or noted: a row that says nothing would count as a look at the child. */
function isEmpty(check: ChildCheck): boolean {
  const values = [check.weightKg, check.lengthHeightCm, check.headCm, check.armCm, check.oedema]
  const lists = [check.feeding, check.supplements, check.dangerSigns, Object.keys(check.signs)]
  const words = [check.illness, check.advice, check.referredTo, check.nextVisitOn]
  return [...values, ...words].every(value => value === null) && lists.every(list => list.length === 0)
}

function measureProblems(
  limits: MeasureLimits,
  check: ChildCheck,
  weightRange: Bounds,
): readonly CheckProblem[] {
  const isOut = (value: number | null, { lowest, highest }: Bounds) =>
    value !== null && (value < lowest || value > highest)
  const { lengthCm, headCm, armCm } = limits
  return [
    ...(isOut(check.weightKg, weightRange)
      ? [{ code: 'child-check.bad-weight', field: 'weightKg', ...weightRange } as const]
      : []),
    ...(isOut(check.lengthHeightCm, lengthCm)
      ? [{ code: 'child-check.bad-length', field: 'lengthHeightCm', ...lengthCm } as const]
      : []),
    ...(isOut(check.headCm, headCm)
      ? [{ code: 'child-check.bad-head', field: 'headCm', ...headCm } as const]
      : []),
    ...(isOut(check.armCm, armCm)
      ? [{ code: 'child-check.bad-arm', field: 'armCm', ...armCm } as const]
      : []),
  ]
}

/** Codes that the lists of today do not have. */
function codeProblems(handbook: ChildHandbook, check: ChildCheck): readonly CheckProblem[] {
  const known = {
    feeding: handbook.feeding.map(({ code }) => code),
    supplements: handbook.supplements.flatMap(({ doses }) => doses.map(({ code }) => code)),
    signs: handbook.milestones.flatMap(({ signs }) => signs.map(({ code }) => code)),
    dangerSigns: handbook.dangerSigns.map(({ code }) => code),
  }
  const said = { ...check, signs: Object.keys(check.signs) }
  return (['feeding', 'supplements', 'signs', 'dangerSigns'] as const).flatMap(field =>
    said[field]
      .filter(code => !known[field].includes(code))
      .map(unknown => ({ code: 'child-check.unknown-code', field, unknown }) as const),
  )
}

function feedingProblems({ feeding }: ChildHandbook, check: ChildCheck): readonly CheckProblem[] {
  const ways = feeding.filter(({ code }) => check.feeding.includes(code))
  for (const way of ways) {
    const other = ways.find(({ code }) => way.excludes.includes(code))
    if (!other) continue
    const words = { one: way.text.vi, other: other.text.vi }
    return [{ code: 'child-check.feeding-contradicts', field: 'feeding', ...words }]
  }
  return []
}

/**
 * What should be measured again: shorter than last time or scores that WHO holds for slips of measuring, as the findings have
 * it, and a smaller head than last time. `earlier` in the order of the days.
 */
export function checkDoubts(
  rules: { readonly limits: MeasureLimits; readonly growth: GrowthRules },
  row: GrowthRow,
  earlier: readonly GrowthRow[],
): readonly CheckDoubt[] {
  const before = earlier.filter(({ on }) => on < row.on)
  return [
    ...growthFindings(rules.growth, [...before, row], row.id).flatMap(finding => doubtOf(finding, before)),
    ...smallerHead(rules.limits, row, before),
  ]
}

/** The weight for its age is asked about by the rules of the screening. */
function doubtOf(finding: GrowthFinding, before: readonly GrowthRow[]): readonly CheckDoubt[] {
  if (finding.kind === 'measure-again') {
    const { indicator, z } = finding
    return indicator === 'weight-for-age' ? [] : [{ code: 'score-odd', indicator, z }]
  }
  if (finding.kind !== 'got-shorter') return []
  const last = before.find(({ on, lengthCm }) => on === finding.since && lengthCm !== null)
  return last?.lengthCm == null ? [] : [{ code: 'length-shorter', lastCm: last.lengthCm, on: last.on }]
}

function smallerHead(
  limits: MeasureLimits,
  { headCm }: GrowthRow,
  before: readonly GrowthRow[],
): readonly CheckDoubt[] {
  const last = before.findLast(row => row.headCm !== null)
  if (headCm === null || !last || last.headCm === null) return []
  if (headCm >= last.headCm - limits.headSmallerByCm) return []
  return [{ code: 'head-smaller', lastCm: last.headCm, on: last.on }]
}
