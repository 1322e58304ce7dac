import type { CalendarDay } from '../calendar/calendar-day'
import { campaignCounts } from './campaign'
import { conditionReasons, type Judgement, judgeDose } from './judge-dose'
import type { DoseEvaluation, GivenDose, SkipCause } from './result-types'
import { ruleOn } from './schedule-book'
import type { Series, SeriesDoseRule } from './schedule-types'
import type { Before, Progress, SeriesContext, Target } from './series-state'
import { skipCause } from './skip'

/** A progress that grows while the doses of one series are judged, and leaves as a `Progress`. */
type Growing = {
  targets: Target[]
  next: number
  evaluations: DoseEvaluation[]
  byDose: Map<string, DoseEvaluation>
}

/** Judges every record of the antigen against the targets of one series, in date order (CDSi chapter 6). */
export function evaluateSeries(context: SeriesContext): Progress {
  const progress: Growing = {
    targets: targetsOf(context.series),
    next: 0,
    evaluations: [],
    byDose: new Map(),
  }
  context.records.forEach((dose, index) => {
    evaluateDose(dose, context, progress, {
      records: index,
      all: context.history.positions.get(dose.id) ?? 0,
    })
  })
  return progress
}

function targetsOf({ doses }: Series): Target[] {
  return doses.map((rule, index) => ({
    dose: index + 1,
    rule,
    status: 'not-satisfied',
    satisfiedBy: null,
    skippedBecause: null,
  }))
}

function evaluateDose(dose: GivenDose, context: SeriesContext, progress: Growing, before: Before): void {
  const unfit = unfitness(dose, context)
  if (unfit) {
    note(progress, dose, context, unfit)
    return
  }
  skipTargets(dose.givenOn, context, progress, before)
  const target = progress.targets[progress.next]
  if (!target) {
    note(progress, dose, context, { status: 'extraneous', reasons: [{ code: 'series-complete' }] })
    return
  }
  const rule = ruleOn(target.rule, dose.givenOn)
  const judgement = judgeDose(dose, rule, context, progress, before)
  note(progress, dose, context, judgement, rule)
  if (judgement.status === 'valid') satisfy(progress, target, dose)
}

/** What keeps a dose from being judged against a target at all. */
function unfitness(dose: GivenDose, { schedule, antigen }: SeriesContext): Judgement | null {
  const damaged = conditionReasons(dose)
  if (damaged.length > 0) return { status: 'substandard', reasons: damaged }
  if (!dose.isCampaign || campaignCounts(schedule, antigen.code, dose.givenOn)) return null
  return { status: 'extraneous', reasons: [{ code: 'campaign-dose' }] }
}

function skipTargets(on: CalendarDay, context: SeriesContext, progress: Growing, before: Before): void {
  const question = { context: 'evaluation', on, count: before.records } as const
  for (let target = progress.targets[progress.next]; target; target = progress.targets[progress.next]) {
    const cause = skipCause(ruleOn(target.rule, on), context, progress, question)
    if (!cause) return
    progress.targets[progress.next] = { ...target, status: 'skipped', skippedBecause: cause }
    progress.next += 1
  }
}

/** Marks the next target as skipped and moves on. */
export function skipped(progress: Progress, cause: SkipCause): Progress {
  const targets = progress.targets.map(
    (target, index): Target =>
      index === progress.next ? { ...target, status: 'skipped', skippedBecause: cause } : target,
  )
  return { ...progress, targets, next: progress.next + 1 }
}

/** A recurring dose leaves an identical unsatisfied target behind it. */
function satisfy(progress: Growing, target: Target, dose: GivenDose): void {
  const done: Target = { ...target, status: 'satisfied', satisfiedBy: dose }
  const again = target.rule.recurs ? [target] : []
  progress.targets.splice(progress.next, 1, done, ...again)
  progress.next += 1
}

function note(
  progress: Growing,
  dose: GivenDose,
  context: SeriesContext,
  judgement: Judgement,
  rule: Pick<SeriesDoseRule, 'version' | 'confirmedBy'> | null = null,
): void {
  const evaluation: DoseEvaluation = {
    doseId: dose.id,
    antigen: context.antigen.code,
    seriesCode: context.series.code,
    targetDose: progress.targets[progress.next]?.dose ?? null,
    version: rule?.version ?? null,
    isConfirmed: rule === null || rule.confirmedBy !== null,
    ...judgement,
  }
  progress.evaluations.push(evaluation)
  progress.byDose.set(dose.id, evaluation)
}
