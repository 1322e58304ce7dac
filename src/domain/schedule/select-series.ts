import { type CalendarDay, toEpochDays } from '../calendar/calendar-day'
import { addOffset, latestOf } from '../calendar/offset'
import { maximumDay, type PatientSeries } from './forecast-series'
import type { SeriesChoice } from './result-types'
import { isEffective } from './series-state'

/** The best series of an antigen, and why each group's series speaks for it. */
export type Selection = {
  readonly best: readonly PatientSeries[]
  readonly choices: readonly SeriesChoice[]
}

/** One prioritized series per group, then the best across groups (CDSi chapter 9); several may remain. */
export function selectBest(all: readonly PatientSeries[]): Selection {
  const groups = [...new Set(all.map(({ context }) => context.series.group))].toSorted((a, b) => a - b)
  const chosen = groups
    .map(group => prioritize(all.filter(({ context }) => context.series.group === group)))
    .filter(choice => choice !== null)
  const prioritized = chosen.map(({ series }) => series)
  return {
    best: prioritized.filter(series => isBest(series, prioritized)),
    choices: chosen.map(({ series: { context }, because, scores }) => ({
      group: context.series.group,
      seriesCode: context.series.code,
      because,
      scores,
    })),
  }
}

/** Table 8-14. */
function isBest(series: PatientSeries, prioritized: readonly PatientSeries[]): boolean {
  if (isComplete(series)) return true
  const { type, equivalentGroups } = series.context.series
  const equivalent = prioritized.filter(
    other => other !== series && equivalentGroups.includes(other.context.series.group),
  )
  if (equivalent.some(isComplete) || type === 'evaluation-only') return false
  return type === 'risk' || !equivalent.some(({ context }) => context.series.type === 'risk')
}

type Choice = Pick<SeriesChoice, 'because' | 'scores'> & { readonly series: PatientSeries }

/** The series of one group to be shown; null only when the group has none that may be shown. */
function prioritize(group: readonly PatientSeries[]): Choice | null {
  const open = group.filter(({ assessment }) => assessment.status !== 'contraindicated')
  const candidates = open.length > 0 ? open : group
  const scorable = candidates.filter(series => isScorable(series, group))
  const standing = standsOut(scorable, candidates)
  if (standing) return { ...standing, scores: [] }
  const pool = poolOf(scorable)
  const scores = new Map(pool.map(series => [series, scoreOf(series, pool)]))
  const first = pool
    .toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || byPreference(a, b))
    .at(0)
  if (!first) return fallback(candidates)
  return {
    series: first,
    because: 'score',
    scores: [...scores].map(([{ context }, score]) => ({ seriesCode: context.series.code, score })),
  }
}

/** A group whose data has neither default nor scorable series still owes an answer: its best preference. */
function fallback(candidates: readonly PatientSeries[]): Choice | null {
  const first = candidates
    .filter(({ context }) => context.series.type !== 'evaluation-only')
    .toSorted(byPreference)
    .at(0)
  return first ? { series: first, because: 'preference', scores: [] } : null
}

/** SELECTSCORE-2. */
function isScorable(series: PatientSeries, group: readonly PatientSeries[]): boolean {
  const { type, priority, maxAgeToStart } = series.context.series
  if (type === 'evaluation-only') return isComplete(series)
  if (type === 'risk') {
    const priorities = group.map(({ context }) => context.series).filter(it => it.type === 'risk')
    return priorities.every(other => priority <= other.priority)
  }
  const firstOn = firstValidDay(series)
  if (firstOn) {
    const limit = maxAgeToStart && addOffset(series.context.person.birthDate, maxAgeToStart)
    return limit === null || firstOn < limit
  }
  const hasDefault = group.some(({ context }) => context.series.isDefault)
  return !hasDefault && group.every(other => firstValidDay(other) === null)
}

/** Table 8-3: the series that needs no scores, or null. */
function standsOut(
  scorable: readonly PatientSeries[],
  candidates: readonly PatientSeries[],
): Omit<Choice, 'scores'> | null {
  const defaults = candidates.filter(({ context }) => context.series.isDefault)
  const [theDefault] = defaults.length === 1 ? defaults : []
  const byDefault = theDefault ? ({ series: theDefault, because: 'default' } as const) : null
  const [first, ...others] = scorable
  if (!first) return byDefault
  if (others.length === 0) return { series: first, because: 'only-scorable' }
  const [complete, ...alsoComplete] = scorable.filter(isComplete)
  if (complete) return alsoComplete.length === 0 ? { series: complete, because: 'only-complete' } : null
  const [inProcess, ...alsoInProcess] = scorable.filter(isInProcess)
  if (inProcess) return alsoInProcess.length === 0 ? { series: inProcess, because: 'only-in-process' } : null
  return byDefault
}

function poolOf(scorable: readonly PatientSeries[]): readonly PatientSeries[] {
  const complete = scorable.filter(isComplete)
  if (complete.length > 1) return complete
  const inProcess = scorable.filter(isInProcess)
  return inProcess.length > 1 ? inProcess : scorable.filter(series => firstValidDay(series) === null)
}

function byPreference(a: PatientSeries, b: PatientSeries): number {
  return preferenceOf(a) - preferenceOf(b)
}

function preferenceOf({ context }: PatientSeries): number {
  return context.series.preference ?? Number.MAX_SAFE_INTEGER
}

function scoreOf(series: PatientSeries, pool: readonly PatientSeries[]): number {
  const hasMost = rank(series, pool, it => -satisfiedCount(it))
  if (pool.every(isComplete)) return award(hasMost, 1, 0, -1)
  const completable = isCompletable(series)
  if (pool.every(isInProcess)) {
    const isPureProduct =
      series.context.series.isProductPath &&
      series.assessment.evaluations.every(({ status }) => status === 'valid')
    const finish = completable
      ? rank(series, pool.filter(isCompletable), it => dayNumber(finishDay(it)))
      : 'not'
    return (
      (isPureProduct ? 2 : -2) +
      (completable ? 3 : -3) +
      award(hasMost, 2, 0, -2) +
      award(rank(series, pool, unsatisfiedCount), 2, 0, -2) +
      award(finish, 1, 0, -1)
    )
  }
  const start = rank(series, pool, it => dayNumber(it.assessment.dates?.earliestOn ?? null))
  return award(start, 1, 0, -1) + (completable ? 1 : -1) + (series.context.series.isProductPath ? -1 : 1)
}

type Rank = 'only' | 'shared' | 'not'

/** Whether a series has the lowest measure of its pool, alone or with others. */
function rank(
  series: PatientSeries,
  pool: readonly PatientSeries[],
  measure: (it: PatientSeries) => number,
): Rank {
  const best = Math.min(...pool.map(measure))
  if (measure(series) !== best) return 'not'
  return pool.filter(it => measure(it) === best).length === 1 ? 'only' : 'shared'
}

function award(place: Rank, only: number, shared: number, not: number): number {
  return place === 'only' ? only : place === 'shared' ? shared : not
}

function isComplete({ assessment }: PatientSeries): boolean {
  return assessment.status === 'complete'
}

function isInProcess(series: PatientSeries): boolean {
  return series.assessment.status === 'not-complete' && satisfiedCount(series) > 0
}

function satisfiedCount({ progress }: PatientSeries): number {
  return progress.targets.filter(({ status }) => status === 'satisfied').length
}

function unsatisfiedCount({ progress }: PatientSeries): number {
  return progress.targets.filter(({ status }) => status === 'not-satisfied').length
}

function firstValidDay({ progress }: PatientSeries): CalendarDay | null {
  return progress.targets.find(({ satisfiedBy }) => satisfiedBy)?.satisfiedBy?.givenOn ?? null
}

/** Earliest date plus the longest single minimum interval of the remaining targets, not their sum. */
function finishDay({ assessment, progress, context }: PatientSeries): CalendarDay | null {
  const from = assessment.dates?.earliestOn ?? null
  if (from === null) return null
  const spans = progress.targets
    .slice(progress.next + 1)
    .flatMap(({ rule }) => rule.intervals.filter(it => isEffective(it, context.on)).map(({ min }) => min))
  return latestOf([from, ...spans.map(span => span && addOffset(from, span))])
}

function isCompletable(series: PatientSeries): boolean {
  const finishOn = finishDay(series)
  const last = series.progress.targets.at(-1)
  const limit = last ? maximumDay(last.rule, series.context) : null
  return finishOn !== null && (limit === null || finishOn < limit)
}

function dayNumber(on: CalendarDay | null): number {
  return on === null ? Number.MAX_SAFE_INTEGER : toEpochDays(on)
}
