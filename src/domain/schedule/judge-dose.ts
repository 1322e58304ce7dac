import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { addOffset, dayBefore } from '../calendar/offset'
import { type Conflict, conflictsFor, referenceDay } from './interval'
import type { EvaluationReason, EvaluationStatus, GivenDose } from './result-types'
import type { PreferableVaccine, SeriesDose } from './schedule-types'
import { isEffective, isWithinAges, type Progress, recordsBefore, type SeriesContext } from './series-state'

/** The outcome for one record against one target, with every reason. */
export type Judgement = { readonly status: EvaluationStatus; readonly reasons: readonly EvaluationReason[] }

const remarks: ReadonlySet<EvaluationReason['code']> = new Set(['grace-age', 'grace-interval', 'low-volume'])

/** A remark leaves a dose valid. */
export function isRemark({ code }: EvaluationReason): boolean {
  return remarks.has(code)
}

/**
 * Judges one record against one target (CDSi 6.3 to 6.10). All reasons are collected; too old outweighs every other,
 * because such a dose need not be repeated.
 */
export function judgeDose(
  dose: GivenDose,
  rule: SeriesDose,
  context: SeriesContext,
  progress: Pick<Progress, 'targets' | 'evaluations'>,
): Judgement {
  if (rule.inadvertentVaccines.includes(dose.vaccineCode)) {
    return { status: 'not-valid', reasons: [{ code: 'inadvertent-vaccine' }] }
  }
  const found = [
    ...ageReasons(dose, rule, context),
    ...intervalReasons(dose, rule, context, progress),
    ...conflictReasons(dose, context, progress),
    ...vaccineReasons(dose, rule, context),
  ]
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
  { givenOn }: GivenDose,
  rule: SeriesDose,
  { person }: SeriesContext,
): readonly EvaluationReason[] {
  return rule.age
    .filter(age => isEffective(age, givenOn))
    .flatMap(({ absMin, min, max }): readonly EvaluationReason[] => {
      const absMinOn = absMin && addOffset(person.birthDate, absMin)
      const minimumOn = min && addOffset(person.birthDate, min)
      const maxOn = max && addOffset(person.birthDate, max)
      if (maxOn && givenOn >= maxOn) return [{ code: 'too-old', age: max, latestOn: dayBefore(maxOn) }]
      if (absMinOn && givenOn < absMinOn) {
        const daysEarly = daysBetween(givenOn, absMinOn)
        return [{ code: 'too-young', age: absMin, earliestOn: absMinOn, daysEarly }]
      }
      return minimumOn && givenOn < minimumOn ? [{ code: 'grace-age', minimumOn }] : []
    })
}

/** Either all preferable intervals hold, or all allowable ones do (CDSi 6.5, 6.6). */
function intervalReasons(
  dose: GivenDose,
  rule: SeriesDose,
  context: SeriesContext,
  progress: Pick<Progress, 'targets' | 'evaluations'>,
): readonly EvaluationReason[] {
  const { givenOn } = dose
  const before = {
    records: recordsBefore(context.records, dose),
    all: recordsBefore(context.all, dose),
    on: givenOn,
  }
  const reasons = rule.intervals
    .filter(interval => isEffective(interval, givenOn))
    .flatMap(({ from, absMin, min }): readonly EvaluationReason[] => {
      const fromOn = referenceDay(from, context, progress, before)
      if (fromOn === null) return []
      const absMinOn = absMin && addOffset(fromOn, absMin)
      const minimumOn = min && addOffset(fromOn, min)
      if (absMinOn && givenOn < absMinOn) {
        const days = daysBetween(fromOn, givenOn)
        const requiredDays = daysBetween(fromOn, absMinOn)
        return [{ code: 'interval-too-short', fromOn, days, requiredDays, earliestOn: absMinOn }]
      }
      return minimumOn && givenOn < minimumOn ? [{ code: 'grace-interval', minimumOn }] : []
    })
  if (!reasons.some(({ code }) => code === 'interval-too-short')) return reasons
  const allowable = rule.allowableIntervals.filter(interval => isEffective(interval, givenOn))
  const isAllowed = allowable.every(({ from, absMin }) => {
    const fromOn = referenceDay(from, context, progress, before)
    return fromOn === null || absMin === null || givenOn >= addOffset(fromOn, absMin)
  })
  return allowable.length > 0 && isAllowed ? [] : reasons
}

/** The short end after a dose that is valid or not judged in this series, the full one after any other (CDSi 6.7). */
function conflictReasons(
  dose: GivenDose,
  context: SeriesContext,
  { evaluations }: Pick<Progress, 'evaluations'>,
): readonly EvaluationReason[] {
  const earlier = context.all.filter(({ givenOn }) => givenOn < dose.givenOn)
  const conflicts = conflictsFor(context.schedule.conflicts, dose.vaccineCode, earlier, (rule, other) => {
    const status = evaluations.find(({ doseId }) => doseId === other.id)?.status ?? 'valid'
    return status === 'valid' ? rule.minEndInterval : rule.endInterval
  })
  return conflicts
    .filter(({ beginOn, endOn }) => beginOn <= dose.givenOn && dose.givenOn < endOn)
    .map(conflict => conflictReason(conflict, dose.givenOn))
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
  rule: SeriesDose,
  { person }: SeriesContext,
): readonly EvaluationReason[] {
  const bornOn = person.birthDate
  const preferable = rule.preferableVaccines.filter(({ vaccine }) => vaccine === dose.vaccineCode)
  const fitting = preferable.find(
    row => isSameManufacturer(row, dose) && isWithinAges(row, bornOn, dose.givenOn),
  )
  if (fitting) {
    const isLow =
      fitting.volumeMl !== null && typeof dose.volumeMl === 'number' && dose.volumeMl < fitting.volumeMl
    return isLow
      ? [{ code: 'low-volume', volumeMl: dose.volumeMl ?? 0, requiredMl: fitting.volumeMl ?? 0 }]
      : []
  }
  const rows = [
    ...preferable.filter(row => isSameManufacturer(row, dose)),
    ...rule.allowableVaccines.filter(({ vaccine }) => vaccine === dose.vaccineCode),
  ]
  if (rows.some(row => isWithinAges(row, bornOn, dose.givenOn))) return []
  const later = rows.map(({ beginAge }) => beginAge && addOffset(bornOn, beginAge)).filter(on => on !== null)
  const earliestOn = later
    .filter(on => on > dose.givenOn)
    .toSorted()
    .at(0)
  if (earliestOn)
    return [{ code: 'vaccine-too-young', earliestOn, daysEarly: daysBetween(dose.givenOn, earliestOn) }]
  const ends = rows.map(({ endAge }) => endAge && addOffset(bornOn, endAge)).filter(on => on !== null)
  const endOn = ends.toSorted().at(-1)
  return [endOn ? { code: 'vaccine-too-old', latestOn: dayBefore(endOn) } : { code: 'vaccine-not-accepted' }]
}
