import { assess } from './assess'
import type { ChartInput, DoseCheck, DoseRefusal, DoseWarning, PlannedDose } from './chart-types'
import { groupBy } from './group-by'
import { antigensOf, lastDayOf } from './history'
import { conflictsFor } from './interval'
import { conflictReason, isRemark } from './judge-dose'
import type { Assessment, EvaluationReason, EvaluationStatus } from './result-types'
import { doubledAntigens } from './same-day'
import { shownEvaluations, type Trial, trialDoseId, tryDose } from './trial'

/**
 * What stands against recording a dose. Refusals stop it; warnings may be passed with a written reason, because a dose
 * that was given must be recordable even when it was given too early.
 */
export function checkDose(input: ChartInput, planned: PlannedDose): DoseCheck {
  const refusals = refusalsFor(input, planned)
  return { refusals, warnings: refusals.length > 0 ? [] : warningsFor(input, planned) }
}

function refusalsFor(
  { vaccines, person, doses, on }: ChartInput,
  planned: PlannedDose,
): readonly DoseRefusal[] {
  const vaccine = vaccines.get(planned.vaccineCode)
  if (!vaccine) return [{ code: 'dose.unknown-vaccine' }]
  const refusals: DoseRefusal[] = []
  if (lastDayOf(planned) < person.birthDate)
    refusals.push({ code: 'dose.before-birth', bornOn: person.birthDate })
  if (planned.givenOn > on) refusals.push({ code: 'dose.in-future', today: on })
  for (const dose of doses.filter(dose => isSameDay(dose, planned))) {
    const other = vaccines.get(dose.vaccineCode)
    const antigens = other ? doubledAntigens(vaccine, other) : []
    const isDouble = antigens.length > 0 || dose.vaccineCode === planned.vaccineCode
    if (isDouble) refusals.push({ code: 'dose.duplicate-same-day', doseId: dose.id, antigens })
  }
  return refusals
}

/** Two doses of one month may be of two days; only where both days are known is it the same one. */
function isSameDay(dose: ChartInput['doses'][number], planned: PlannedDose): boolean {
  return dose.givenOn === planned.givenOn && !dose.givenUntil && !planned.givenUntil
}

function warningsFor(input: ChartInput, planned: PlannedDose): readonly DoseWarning[] {
  const codes = antigensOf(input, planned)
  if (codes.length === 0) return unscheduledWarnings(input, planned)
  const before = assess({ ...input, doses: withoutDay(input.doses, planned), on: planned.givenOn }, codes)
  const trial = tryDose(input, { ...planned, isCampaign: false })
  const barred = before.antigens.filter(({ best }) => best.some(({ status }) => status === 'contraindicated'))
  return [
    ...merge(failuresOf(trial, planned).map(({ antigen, reasons }) => notValid(antigen, reasons))),
    ...(barred.length > 0 ? [{ code: 'dose.contraindicated', antigens: codesOf(barred) } as const] : []),
    ...conflictsWithLater(input, planned),
    ...(planned.isCampaign
      ? []
      : [...surplusWarnings(trial), ...earlyWarnings(before, trial.valid, planned)]),
  ]
}

/**
 * What was due that day is asked before anything of that day was given: doses of one visit never wait for one another
 * (two live vaccines, oral and injected polio vaccine).
 */
function withoutDay(doses: ChartInput['doses'], { givenOn }: PlannedDose): ChartInput['doses'] {
  return doses.filter(dose => dose.givenOn !== givenOn)
}

/** A campaign sets its own ages and products; only gaps to other doses are still held against it. */
function failuresOf({ spoiled, tooOld, valid }: Trial, { isCampaign }: PlannedDose): Trial['spoiled'] {
  const isGap = ({ code }: EvaluationReason) => code === 'vaccine-conflict' || code === 'interval-too-short'
  return [...spoiled, ...(valid.length === 0 ? tooOld : [])]
    .map(({ antigen, reasons }) => ({
      antigen,
      reasons: isCampaign ? reasons.filter(isGap) : saidOnce(reasons),
    }))
    .filter(({ reasons }) => reasons.length > 0)
}

/** Failures without remarks, and without the product's age where the schedule's age already says it. */
function saidOnce(reasons: readonly EvaluationReason[]): readonly EvaluationReason[] {
  const codes = new Set(reasons.map(({ code }) => code))
  const isTooYoung = codes.has('too-young') || codes.has('zero-dose')
  return reasons.filter(reason => {
    if (codes.has('too-old') && (reason.code === 'vaccine-too-old' || reason.code === 'vaccine-not-accepted'))
      return false
    return !isRemark(reason) && !(isTooYoung && reason.code === 'vaccine-too-young')
  })
}

function notValid(antigen: string, reasons: readonly EvaluationReason[]): DoseWarning {
  return { code: 'dose.not-valid', antigens: [antigen], reasons }
}

function codesOf(antigens: Assessment['antigens']): readonly string[] {
  return antigens.map(({ antigen }) => antigen)
}

/** A product without rules here is still held to the gap between live vaccines. */
function unscheduledWarnings(input: ChartInput, planned: PlannedDose): readonly DoseWarning[] {
  const { schedule, doses, vaccines } = input
  const earlier = doses.filter(({ givenOn }) => givenOn < planned.givenOn)
  const reasons = conflictsFor(schedule, planned.vaccineCode, earlier, rule => rule.endInterval)
    .filter(({ beginOn, endOn }) => beginOn <= planned.givenOn && planned.givenOn < endOn)
    .map(conflict => conflictReason(conflict, planned.givenOn))
  const antigens = vaccines.get(planned.vaccineCode)?.antigens ?? []
  return [
    { code: 'dose.not-in-schedule' },
    ...(reasons.length > 0 ? [{ code: 'dose.not-valid', antigens, reasons } as const] : []),
    ...conflictsWithLater(input, planned),
  ]
}

function surplusWarnings({ valid, surplus }: Trial): readonly DoseWarning[] {
  return valid.length === 0 && surplus.length > 0 ? [{ code: 'dose.not-needed', antigens: surplus }] : []
}

/** One sentence for the antigens of one product that fail for the same reasons. */
function merge(warnings: readonly DoseWarning[]): readonly DoseWarning[] {
  const keyOf = (warning: DoseWarning) => JSON.stringify({ ...warning, antigens: [] })
  return [...groupBy(warnings, keyOf).values()].flatMap(same => {
    const [first] = same
    if (!first || !('antigens' in first)) return same
    return [{ ...first, antigens: same.flatMap(it => ('antigens' in it ? it.antigens : [])) }]
  })
}

/** A dose that counts, but is given before the recommended day for everything it brings. */
function earlyWarnings(
  { antigens }: Assessment,
  valid: readonly string[],
  { givenOn }: PlannedDose,
): readonly DoseWarning[] {
  const counted = antigens.filter(({ antigen }) => valid.includes(antigen))
  const days = counted.flatMap(({ best }) =>
    best.flatMap(({ dates }) => (dates ? [dates.recommendedOn] : [])),
  )
  const recommendedOn = days.toSorted().at(0)
  if (recommendedOn === undefined || givenOn >= recommendedOn) return []
  return [{ code: 'dose.not-due', antigens: counted.map(({ antigen }) => antigen), recommendedOn }]
}

/** Later doses that were valid and would not be once this earlier dose stands in the history. */
function conflictsWithLater(input: ChartInput, planned: PlannedDose): readonly DoseWarning[] {
  const later = input.doses.filter(({ givenOn }) => givenOn > planned.givenOn)
  // A dose of today has none: the two assessments are for those entered afterwards.
  if (later.length === 0) return []
  const before = assess(input).antigens
  const after = assess({ ...input, doses: [...input.doses, { id: trialDoseId, ...planned }] }).antigens
  const doseIds = later
    .filter(({ id }) => has(before, id, 'valid') && !has(after, id, 'valid') && has(after, id, 'not-valid'))
    .map(({ id }) => id)
  return doseIds.length > 0 ? [{ code: 'dose.conflicts-with-later', doseIds }] : []
}

function has(antigens: Assessment['antigens'], doseId: string, status: EvaluationStatus): boolean {
  return antigens.some(antigen => shownEvaluations(antigen, doseId).some(it => it.status === status))
}
