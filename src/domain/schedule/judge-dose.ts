import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { addOffset, dayBefore, latestOf } from '../calendar/offset'
import { lastDayOf } from './history'
import { type Conflict, conflictsFor, referenceOf } from './interval'
import type { EvaluationReason, EvaluationStatus, GivenDose } from './result-types'
import { indexOf } from './schedule-index'
import type { AgeRule, IntervalRule, PreferableVaccine, SeriesDoseRule } from './schedule-types'
import { type Before, effectiveOn, isWithinAges, type Progress, type SeriesContext } from './series-state'

/** The outcome for one record against one target, with every reason. */
export type Judgement = { readonly status: EvaluationStatus; readonly reasons: readonly EvaluationReason[] }

type Judged = Pick<Progress, 'targets' | 'byDose'>

const remarks: ReadonlySet<EvaluationReason['code']> = new Set([
  'grace-age',
  'grace-interval',
  'low-volume',
  'date-imprecise',
])

/** A remark leaves a dose valid. */
export function isRemark({ code }: EvaluationReason): boolean {
  return remarks.has(code)
}

/**
 * Judges one record against one target (CDSi 6.3 to 6.10). A dose of which a card names only the month or the year has
 * the benefit of the doubt: it is valid if it would be on some day of that time (a reading).
 */
export function judgeDose(
  dose: GivenDose,
  rule: SeriesDoseRule,
  context: SeriesContext,
  progress: Judged,
  before: Before,
): Judgement {
  const { givenOn, givenUntil } = dose
  const judged = judgeTime(dose, rule, context, progress, before)
  if (!givenUntil) return judged
  const onDay = (on: CalendarDay) =>
    judgeTime({ ...dose, givenOn: on, givenUntil: null }, rule, context, progress, before)
  const validOn = judged.status === 'valid' ? firstValidDay(givenOn, givenUntil, onDay) : null
  const { status, reasons } = judged.status === 'valid' && !validOn ? onDay(givenUntil) : judged
  const remark = {
    code: 'date-imprecise',
    from: givenOn,
    until: givenUntil,
    countsFrom: validOn ?? givenOn,
  } as const
  return { status, reasons: [...reasons, remark] }
}

/** Goes from one day that a failing rule names as its earliest to the next, so that few days are judged. */
function firstValidDay(
  from: CalendarDay,
  until: CalendarDay,
  onDay: (on: CalendarDay) => Judgement,
): CalendarDay | null {
  for (let on = from; on <= until; ) {
    const { status, reasons } = onDay(on)
    if (status === 'valid') return on
    const next = latestOf(reasons.map(reason => ('earliestOn' in reason ? reason.earliestOn : null)))
    if (next === null || next <= on) return null
    on = next
  }
  return null
}

const none: readonly EvaluationReason[] = []
const faultless: Judgement = { status: 'valid', reasons: none }

/** All reasons are collected; too old outweighs every other, because such a dose need not be repeated. */
function judgeTime(
  dose: GivenDose,
  rule: SeriesDoseRule,
  context: SeriesContext,
  progress: Judged,
  before: Before,
): Judgement {
  if (rule.inadvertentVaccines.includes(dose.vaccineCode)) {
    return { status: 'not-valid', reasons: [{ code: 'inadvertent-vaccine' }] }
  }
  const byAge = ageReasons(dose, rule, context)
  const byInterval = intervalReasons(dose, rule, context, progress, before)
  const byConflict = conflictReasons(dose, context, progress, before)
  const byVaccine = vaccineReasons(dose, rule, context)
  if (byAge.length + byInterval.length + byConflict.length + byVaccine.length === 0) return faultless
  const found = [...byAge, ...byInterval, ...byConflict, ...byVaccine]
  const failures = found.filter(reason => !isRemark(reason))
  const reasons = [...failures, ...found.filter(isRemark)]
  if (reasons.some(({ code }) => code === 'too-old')) return { status: 'extraneous', reasons }
  return { status: failures.length > 0 ? 'not-valid' : 'valid', reasons }
}

/** A dose that cannot protect, whatever the schedule says (CDSi 6.1). */
export function conditionReasons({
  givenOn,
  lotExpiresOn,
  isFlagged,
}: GivenDose): readonly EvaluationReason[] {
  const reasons: EvaluationReason[] = []
  if (lotExpiresOn && givenOn > lotExpiresOn) reasons.push({ code: 'lot-expired', expiredOn: lotExpiresOn })
  if (isFlagged) reasons.push({ code: 'dose-flagged' })
  return reasons
}

function ageReasons(
  dose: GivenDose,
  rule: SeriesDoseRule,
  { person }: SeriesContext,
): readonly EvaluationReason[] {
  return effectiveOn(rule.age, dose.givenOn).flatMap(age => ageReason(dose, age, rule, person.birthDate))
}

function ageReason(
  dose: GivenDose,
  { absMin, min, max }: AgeRule,
  { zeroDose }: SeriesDoseRule,
  bornOn: CalendarDay,
): readonly EvaluationReason[] {
  const until = lastDayOf(dose)
  const maxOn = max && addOffset(bornOn, max)
  if (maxOn && dose.givenOn >= maxOn) return [{ code: 'too-old', age: max, latestOn: dayBefore(maxOn) }]
  const absMinOn = absMin && addOffset(bornOn, absMin)
  if (absMinOn && until < absMinOn) {
    if (zeroDose && until >= addOffset(bornOn, zeroDose.from)) {
      return [{ code: 'zero-dose', label: zeroDose.label, earliestOn: absMinOn }]
    }
    const daysEarly = daysBetween(until, absMinOn)
    return [{ code: 'too-young', age: absMin, earliestOn: absMinOn, daysEarly }]
  }
  const minimumOn = min === absMin ? absMinOn : min && addOffset(bornOn, min)
  return minimumOn && until < minimumOn ? [{ code: 'grace-age', minimumOn }] : none
}

/** Either all preferable intervals hold, or all allowable ones do (CDSi 6.5, 6.6). */
function intervalReasons(
  dose: GivenDose,
  rule: SeriesDoseRule,
  context: SeriesContext,
  progress: Judged,
  before: Before,
): readonly EvaluationReason[] {
  if (rule.intervals.length === 0) return none
  const reasons = effectiveOn(rule.intervals, dose.givenOn).flatMap(interval =>
    intervalReason(dose, interval, context, progress, before),
  )
  if (!reasons.some(({ code }) => code === 'interval-too-short')) return reasons
  const allowable = effectiveOn(rule.allowableIntervals, dose.givenOn)
  const isAllowed = allowable.every(({ from, absMin }) => {
    const reference = referenceOf(from, context, progress, before)
    return reference === null || absMin === null || lastDayOf(dose) >= addOffset(reference.on, absMin)
  })
  return allowable.length > 0 && isAllowed ? [] : reasons
}

function intervalReason(
  dose: GivenDose,
  { from, absMin, min }: IntervalRule,
  context: SeriesContext,
  progress: Judged,
  before: Before,
): readonly EvaluationReason[] {
  const reference = referenceOf(from, context, progress, before)
  if (reference === null) return none
  const { on: fromOn } = reference
  const until = lastDayOf(dose)
  const absMinOn = absMin && addOffset(fromOn, absMin)
  if (absMinOn && until < absMinOn) {
    const days = daysBetween(fromOn, until)
    const requiredDays = daysBetween(fromOn, absMinOn)
    return [{ code: 'interval-too-short', fromOn, days, requiredDays, earliestOn: absMinOn }]
  }
  const minimumOn = min && addOffset(fromOn, min)
  return minimumOn && until < minimumOn ? [{ code: 'grace-interval', minimumOn }] : none
}

/** The short end after a dose that is valid or not judged in this series, the full one after any other (CDSi 6.7). */
function conflictReasons(
  dose: GivenDose,
  { schedule, history }: SeriesContext,
  { byDose }: Judged,
  before: Before,
): readonly EvaluationReason[] {
  if (before.all === 0 || !indexOf(schedule).conflictsOf.has(dose.vaccineCode)) return none
  const earlier = history.all.slice(0, before.all)
  const endOf: Parameters<typeof conflictsFor>[3] = (rule, other) =>
    (byDose.get(other.id)?.status ?? 'valid') === 'valid' ? rule.minEndInterval : rule.endInterval
  return conflictsFor(schedule, dose.vaccineCode, earlier, endOf, 'first')
    .filter(({ beginOn, endOn }) => beginOn <= dose.givenOn && lastDayOf(dose) < endOn)
    .map(conflict => conflictReason(conflict, lastDayOf(dose)))
}

/** A conflict as a reason, with the days between and the days required. */
export function conflictReason({ other, endOn }: Conflict, givenOn: CalendarDay): EvaluationReason {
  return {
    code: 'vaccine-conflict',
    otherVaccineCode: other.vaccineCode,
    otherOn: other.givenOn,
    days: daysBetween(other.givenOn, givenOn),
    requiredDays: daysBetween(other.givenOn, endOn),
    earliestOn: endOn,
  }
}

/** A row that names a manufacturer means that product only; an unknown one is not the same. */
function isSameManufacturer({ manufacturer }: PreferableVaccine, { manufacturerCode }: GivenDose): boolean {
  return manufacturer === null || manufacturer === manufacturerCode
}

/** Preferable first, then allowable; one product may stand in several rows with different ages (CDSi 6.8, 6.9). */
function vaccineReasons(
  dose: GivenDose,
  rule: SeriesDoseRule,
  { person }: SeriesContext,
): readonly EvaluationReason[] {
  const until = lastDayOf(dose)
  const bornOn = person.birthDate
  const fitting = rule.preferableVaccines.find(
    row =>
      row.vaccine === dose.vaccineCode &&
      isSameManufacturer(row, dose) &&
      isWithinAges(row, bornOn, dose.givenOn, until),
  )
  if (fitting) {
    const isLow =
      fitting.volumeMl !== null && typeof dose.volumeMl === 'number' && dose.volumeMl < fitting.volumeMl
    return isLow
      ? [{ code: 'low-volume', volumeMl: dose.volumeMl ?? 0, requiredMl: fitting.volumeMl ?? 0 }]
      : none
  }
  const rows = [
    ...rule.preferableVaccines.filter(
      row => row.vaccine === dose.vaccineCode && isSameManufacturer(row, dose),
    ),
    ...rule.allowableVaccines.filter(({ vaccine }) => vaccine === dose.vaccineCode),
  ]
  if (rows.some(row => isWithinAges(row, bornOn, dose.givenOn, until))) return none
  const later = rows.map(({ beginAge }) => beginAge && addOffset(bornOn, beginAge)).filter(on => on !== null)
  const earliestOn = later
    .filter(on => on > until)
    .toSorted()
    .at(0)
  if (earliestOn)
    return [{ code: 'vaccine-too-young', earliestOn, daysEarly: daysBetween(until, earliestOn) }]
  const ends = rows.map(({ endAge }) => endAge && addOffset(bornOn, endAge)).filter(on => on !== null)
  const endOn = ends.toSorted().at(-1)
  return [endOn ? { code: 'vaccine-too-old', latestOn: dayBefore(endOn) } : { code: 'vaccine-not-accepted' }]
}
