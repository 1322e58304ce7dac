import { conditionReasons, type Judgement, judgeDose } from './judge-dose'
import type { DoseEvaluation, GivenDose } from './result-types'
import type { Series } from './schedule-types'
import { type Progress, recordsBefore, type SeriesContext, type Target } from './series-state'
import { maySkip } from './skip'

/** Judges every record of the antigen against the targets of one series, in date order (CDSi chapter 6). */
export function evaluateSeries(context: SeriesContext): Progress {
  return context.records.reduce<Progress>((progress, dose) => evaluateDose(dose, context, progress), {
    targets: targetsOf(context.series),
    next: 0,
    evaluations: [],
  })
}

function targetsOf(series: Series): readonly Target[] {
  return series.doses.map((rule, index) => ({
    dose: index + 1,
    rule,
    status: 'not-satisfied',
    satisfiedBy: null,
  }))
}

function evaluateDose(dose: GivenDose, context: SeriesContext, before: Progress): Progress {
  const damaged = conditionReasons(dose)
  if (damaged.length > 0)
    return withJudgement(before, dose, context, { status: 'substandard', reasons: damaged })
  if (dose.isCampaign && !context.schedule.campaignDosesCount) {
    return withJudgement(before, dose, context, {
      status: 'extraneous',
      reasons: [{ code: 'campaign-dose' }],
    })
  }
  const progress = skipTargets(dose, context, before)
  const target = progress.targets[progress.next]
  if (!target) {
    return withJudgement(progress, dose, context, {
      status: 'extraneous',
      reasons: [{ code: 'series-complete' }],
    })
  }
  const judgement = judgeDose(dose, target.rule, context, progress)
  const judged = withJudgement(progress, dose, context, judgement)
  return judgement.status === 'valid' ? satisfied(judged, target, dose) : judged
}

function skipTargets(dose: GivenDose, context: SeriesContext, before: Progress): Progress {
  let progress = before
  const question = {
    context: 'evaluation',
    on: dose.givenOn,
    records: recordsBefore(context.records, dose),
  } as const
  let target = progress.targets[progress.next]
  while (target && maySkip(target.rule, context, progress, question)) {
    progress = skipped(progress)
    target = progress.targets[progress.next]
  }
  return progress
}

/** Marks the next target as skipped and moves on. */
export function skipped(progress: Progress): Progress {
  const targets = progress.targets.map((target, index) =>
    index === progress.next ? ({ ...target, status: 'skipped' } as const) : target,
  )
  return { ...progress, targets, next: progress.next + 1 }
}

/** A recurring dose leaves an identical unsatisfied target behind it. */
function satisfied(progress: Progress, target: Target, dose: GivenDose): Progress {
  const done: Target = { ...target, status: 'satisfied', satisfiedBy: dose }
  const again = target.rule.recurs ? [target] : []
  return {
    ...progress,
    targets: progress.targets.toSpliced(progress.next, 1, done, ...again),
    next: progress.next + 1,
  }
}

function withJudgement(
  progress: Progress,
  dose: GivenDose,
  context: SeriesContext,
  judgement: Judgement,
): Progress {
  const evaluation: DoseEvaluation = {
    doseId: dose.id,
    antigen: context.antigen.code,
    seriesCode: context.series.code,
    targetDose: progress.targets[progress.next]?.dose ?? null,
    ...judgement,
  }
  return { ...progress, evaluations: [...progress.evaluations, evaluation] }
}
