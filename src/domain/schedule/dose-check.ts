import { assess } from './assess'
import type { ChartInput, DoseCheck, DoseRefusal, DoseWarning, PlannedDose } from './chart-types'
import { groupBy } from './group-by'
import { antigensOf, isInSchedule } from './history'
import type { Assessment } from './result-types'
import { doubledAntigens } from './same-day'
import { shownEvaluations, tryDose } from './trial'

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
  if (planned.givenOn < person.birthDate)
    refusals.push({ code: 'dose.before-birth', bornOn: person.birthDate })
  if (planned.givenOn > on) refusals.push({ code: 'dose.in-future', today: on })
  for (const dose of doses.filter(({ givenOn }) => givenOn === planned.givenOn)) {
    const other = vaccines.get(dose.vaccineCode)
    const antigens = other ? doubledAntigens(vaccine, other) : []
    const isDouble = antigens.length > 0 || dose.vaccineCode === planned.vaccineCode
    if (isDouble) refusals.push({ code: 'dose.duplicate-same-day', doseId: dose.id, antigens })
  }
  return refusals
}

function warningsFor(input: ChartInput, planned: PlannedDose): readonly DoseWarning[] {
  const codes = antigensOf(input, planned)
  if (codes.length === 0)
    return isInSchedule(input.schedule, planned.vaccineCode) ? [] : [{ code: 'dose.not-in-schedule' }]
  const before = assess({ ...input, on: planned.givenOn }, codes)
  const trial = tryDose(input, planned)
  const warnings: DoseWarning[] = trial.spoiled.map(({ antigen, reasons }) => ({
    code: 'dose.not-valid',
    antigens: [antigen],
    reasons,
  }))
  if (trial.valid.length === 0 && trial.surplus.length > 0)
    warnings.push({ code: 'dose.not-needed', antigens: trial.surplus })
  const barred = before.antigens.filter(({ best }) => best.some(({ status }) => status === 'contraindicated'))
  if (barred.length > 0)
    warnings.push({ code: 'dose.contraindicated', antigens: barred.map(({ antigen }) => antigen) })
  const changed = laterDosesSpoiled(input, planned)
  if (changed.length > 0) warnings.push({ code: 'dose.conflicts-with-later', doseIds: changed })
  return [...merge(warnings), ...earlyWarnings(before, trial.valid, planned)]
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
function laterDosesSpoiled(input: ChartInput, planned: PlannedDose): readonly string[] {
  const before = assess(input).antigens
  const after = assess({ ...input, doses: [...input.doses, { id: 'planned', ...planned }] }).antigens
  return input.doses
    .filter(({ givenOn }) => givenOn > planned.givenOn)
    .filter(({ id }) => isValidAnywhere(before, id) && !isValidAnywhere(after, id))
    .map(({ id }) => id)
}

function isValidAnywhere(antigens: Assessment['antigens'], doseId: string): boolean {
  return antigens.some(antigen => shownEvaluations(antigen, doseId).some(({ status }) => status === 'valid'))
}
