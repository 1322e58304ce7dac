import type { CalendarDay } from '../calendar/calendar-day'
import { addOffset, latestOf } from '../calendar/offset'
import { lastDayOf } from './history'
import type { DoseEvaluation, GivenDose } from './result-types'
import { indexOf } from './schedule-index'
import type { ConflictRule, IntervalFrom, Schedule } from './schedule-types'
import type { Before, Progress, SeriesContext } from './series-state'

/** What an interval counts from; of an imprecise date the first and the last possible day. */
export type Reference = {
  readonly on: CalendarDay
  readonly until: CalendarDay
  /** Number of the target that the reference dose was judged against; null for an observation or an unjudged dose. */
  readonly targetDose: number | null
}

/**
 * The day an interval counts from, looking only at the doses in `before`; null when there is none, and the interval
 * does not apply. An observation counts even where it was made after the dose: what was given before it came too soon.
 * An invalid dose is a reference too; extraneous, substandard and inadvertent ones are not (CALCDTINT-1, -2, -8, -9).
 */
export function referenceOf(
  from: IntervalFrom,
  context: SeriesContext,
  progress: Pick<Progress, 'targets' | 'byDose'>,
  before: Before,
): Reference | null {
  switch (from.kind) {
    case 'previous':
      return previousOf(context.records, progress, before.records)
    case 'target': {
      const dose = progress.targets.find(it => it.dose === from.dose && it.satisfiedBy)?.satisfiedBy
      return dose ? referenceTo(dose, from.dose, progress.byDose.get(dose.id)) : null
    }
    case 'most-recent': {
      const dose = lastAmong(context.history.all, before.all, from.vaccines)
      return dose ? referenceTo(dose, null) : null
    }
    case 'observation': {
      const on = observedOn(from.code, context)
      return on && { on, until: on, targetDose: null }
    }
  }
}

/** Of an imprecise dose that counts, the days on which it counts: what follows it may not lean on any other. */
function referenceTo(dose: GivenDose, targetDose: number | null, evaluation?: DoseEvaluation): Reference {
  const imprecise = evaluation?.reasons.find(reason => reason.code === 'date-imprecise')
  return { on: imprecise?.countsFrom ?? dose.givenOn, until: lastDayOf(dose), targetDose }
}

function previousOf(
  records: readonly GivenDose[],
  { byDose }: Pick<Progress, 'byDose'>,
  count: number,
): Reference | null {
  for (let index = count - 1; index >= 0; index--) {
    const dose = records[index]
    const evaluation = dose && byDose.get(dose.id)
    if (!dose || !evaluation) continue
    const { status, reasons, targetDose } = evaluation
    const isReference = status === 'valid' || status === 'not-valid'
    if (isReference && !reasons.some(({ code }) => code === 'inadvertent-vaccine')) {
      return referenceTo(dose, targetDose, evaluation)
    }
  }
  return null
}

function lastAmong(
  all: readonly GivenDose[],
  count: number,
  vaccines: readonly string[],
): GivenDose | undefined {
  for (let index = count - 1; index >= 0; index--) {
    const dose = all[index]
    if (dose && vaccines.includes(dose.vaccineCode)) return dose
  }
  return undefined
}

function observedOn(code: string, { person, on: today }: SeriesContext): CalendarDay | null {
  const found = (person.observations ?? []).filter(
    it => it.code === code && it.isActive && it.on !== null && it.on <= today,
  )
  return latestOf(found.map(({ on }) => on))
}

/** A conflict between an earlier dose and a product, with the days between which it holds (the end exclusive). */
export type Conflict = {
  readonly other: GivenDose
  readonly beginOn: CalendarDay
  readonly endOn: CalendarDay
}

/**
 * Conflict windows that the given doses open for a product; `endOf` chooses the short or the full end. With
 * `countFrom: 'last'` an imprecise dose counts from its last possible day, as a forecast must; else from its first.
 */
export function conflictsFor(
  schedule: Schedule,
  vaccineCode: string,
  earlier: readonly GivenDose[],
  endOf: (rule: ConflictRule, dose: GivenDose) => ConflictRule['endInterval'],
  countFrom: 'first' | 'last' = 'last',
): readonly Conflict[] {
  const rules = indexOf(schedule).conflictsOf.get(vaccineCode)
  if (!rules || earlier.length === 0) return []
  const found: Conflict[] = []
  for (const { rule, previous } of rules) {
    for (const other of earlier) {
      if (!previous.has(other.vaccineCode)) continue
      const endFrom = countFrom === 'last' ? lastDayOf(other) : other.givenOn
      found.push({
        other,
        beginOn: addOffset(lastDayOf(other), rule.beginInterval),
        endOn: addOffset(endFrom, endOf(rule, other)),
      })
    }
  }
  return found
}
