import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { LinkageModel } from './evidence-of-names'
import type { LinkageDose, LinkageRecord } from './linkage-record'
import type { FieldEvidence } from './linkage-types'
import { levelBits } from './weights'

/** Given once in a life: two different days are two children, or one copied wrongly. */
const nearDays = 20

/**
 * What the doses say. The same product on the same day counts by how rare it is, but only in part, and each day once:
 * a session gives many children the same. Twins share every dose, so this never decides against a name (`vetoes.ts`).
 */
export function doseEvidence(a: LinkageRecord, b: LinkageRecord, model: LinkageModel): FieldEvidence {
  const [left, right] = [a.shownDoses(), b.shownDoses()]
  if (a.doses.length === 0 || b.doses.length === 0)
    return { field: 'doses', level: 'missing', bits: 0, left, right }
  const shared = a.doses.filter(dose => b.doses.some(other => isSameDose(dose, other)))
  // From both sides: a dose that one record holds twice must not count otherwise than from the other.
  const clashes = Math.max(countClashes(a.doses, b.doses), countClashes(b.doses, a.doses))
  const { doses, caps } = model.weights
  const against = -Math.min(caps.against, clashes * doses.clashBits)
  if (shared.length === 0) {
    const level = clashes > 0 ? 'different' : 'complementary'
    return { field: 'doses', level, bits: levelBits(model.weights, 'doses', level) + against, left, right }
  }
  const isAllOfOne = countDifferent(shared) === Math.min(countDifferent(a.doses), countDifferent(b.doses))
  const level = isAllOfOne ? 'same' : 'partly'
  const gain = Math.min(caps.doses, sharedBits(shared, b.doses, model))
  return { field: 'doses', level, bits: gain + against, left, right }
}

/** How many different doses there are: a card copied twice holds each of them twice. */
function countDifferent(doses: readonly LinkageDose[]): number {
  return new Set(doses.map(({ vaccineCode, on }) => `${vaccineCode} ${on}`)).size
}

function isSameDose(a: LinkageDose, b: LinkageDose): boolean {
  return a.vaccineCode === b.vaccineCode && a.on === b.on
}

/** The rarest dose of each shared day, and a little more for the same lot. */
function sharedBits(
  shared: readonly LinkageDose[],
  others: readonly LinkageDose[],
  model: LinkageModel,
): number {
  const { rarityShare, mostBitsADay, sameLotBits } = model.weights.doses
  const days = new Map<string, number>()
  for (const dose of shared) {
    const hasLot =
      dose.lot !== null && others.some(other => isSameDose(dose, other) && other.lot === dose.lot)
    const rarity = -Math.log2(model.frequencies.dose(dose)) * rarityShare + (hasLot ? sameLotBits : 0)
    days.set(dose.on, Math.max(days.get(dose.on) ?? 0, Math.min(mostBitsADay, rarity)))
  }
  return [...days.values()].reduce((sum, bits) => sum + bits, 0)
}

/** The same product twice within days of one another, not on the same day: no child gets that. */
function countClashes(a: readonly LinkageDose[], b: readonly LinkageDose[]): number {
  return a.filter(dose => {
    const same = b.filter(other => other.vaccineCode === dose.vaccineCode)
    if (same.some(other => other.on === dose.on)) return false
    return same.some(other => Math.abs(daysBetween(asDay(dose), asDay(other))) <= nearDays)
  }).length
}

function asDay({ on }: LinkageDose): CalendarDay {
  return on as CalendarDay
}
