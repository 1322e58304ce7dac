import { type CalendarDay, daysBetween, type Instant } from '../calendar/calendar-day'
import type { DateAccuracy } from '../immunization/dose-date'
import {
  type TravellingDose,
  type TravellingDoseField,
  travellingDoseFields,
} from '../immunization/travelling-dose'
import { decideField } from './conflict-fields'

/** A record of a dose as the rules compare it. */
export type DoseFact = {
  readonly id: string
  readonly vaccineCode: string
  readonly antigens: readonly string[]
  readonly givenOn: CalendarDay
  readonly givenOnAccuracy: DateAccuracy
  readonly lotNumber: string | null
  /** Written by whoever gave it; else copied from a card, a book or what parents said. */
  readonly isFirstHand: boolean
  /** The point that recorded it, by a text that is the same at every station. */
  readonly recordedBy: string
}

/** `same`: two records of one dose. `double`: perhaps one dose, perhaps one too many. `apart`: two doses. */
export type DoseRelation = 'same' | 'double' | 'apart'

/** Two dates so close may be one dose, written down differently. */
const slipDays = 2

/**
 * How two records of one person stand to each other. Certain alone is: one product, one known day, lots that do not
 * contradict, and at most one of the two written by whoever gave it. Two points that both gave something against the
 * same disease within two days is an alarm (platform.md §6.4); a card that names a month alone is never compared.
 */
export function relationOf(a: DoseFact, b: DoseFact): DoseRelation {
  if (a.recordedBy === b.recordedBy) return 'apart'
  if (a.givenOnAccuracy !== null || b.givenOnAccuracy !== null) return 'apart'
  const days = Math.abs(daysBetween(a.givenOn, b.givenOn))
  const isCopied = !(a.isFirstHand && b.isFirstHand)
  if (days === 0 && a.vaccineCode === b.vaccineCode && isCopied && lotsAgree(a, b)) return 'same'
  const isAgainstOne = a.antigens.some(antigen => b.antigens.includes(antigen))
  return days <= slipDays && isAgainstOne ? 'double' : 'apart'
}

function lotsAgree(a: DoseFact, b: DoseFact): boolean {
  if (a.lotNumber === null || b.lotNumber === null) return true
  return lotKey(a.lotNumber) === lotKey(b.lotNumber)
}

/** A lot number without what differs between two hands: case, separators, O for 0, I and L for 1. */
function lotKey(lot: string): string {
  return lot
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1')
}

/** Two records that were found to be of one dose: `otherId` is a second source of the fact `doseId`. */
export type SameDose = { readonly doseId: string; readonly otherId: string }
export type DosePair = { readonly leftId: string; readonly rightId: string }

/** What a person said about a pair. */
export type DoseVerdict = DosePair & { readonly verdict: 'same-dose' | 'two-doses' }

/**
 * All of a person's dose records as facts and their sources, and the pairs somebody must look at. The same records give
 * the same answer in whatever order they arrived. What a person said about a pair holds over the rule.
 */
export function settleDoses(
  records: readonly DoseFact[],
  verdicts: readonly DoseVerdict[] = [],
): { readonly same: readonly SameDose[]; readonly alarms: readonly DosePair[] } {
  const facts: DoseFact[] = []
  const same: SameDose[] = []
  for (const record of [...records].sort(byRank)) {
    const fact = facts.find(known => judged(known, record, verdicts) === 'same')
    if (fact) same.push({ doseId: fact.id, otherId: record.id })
    else facts.push(record)
  }
  const alarms = facts.flatMap((fact, index) =>
    facts
      .slice(index + 1)
      .filter(other => judged(fact, other, verdicts) === 'double')
      .map(other => pairOf(fact.id, other.id)),
  )
  return { same, alarms }
}

/** A pair has one form, whichever of the two was seen first. */
export function pairOf(a: string, b: string): DosePair {
  return a < b ? { leftId: a, rightId: b } : { leftId: b, rightId: a }
}

function judged(a: DoseFact, b: DoseFact, verdicts: readonly DoseVerdict[]): DoseRelation {
  const { leftId, rightId } = pairOf(a.id, b.id)
  const said = verdicts.find(one => one.leftId === leftId && one.rightId === rightId)
  if (said) return said.verdict === 'same-dose' ? 'same' : 'apart'
  return relationOf(a, b)
}

/** Who gave it is asked before who copied it; then the smaller id, which is the older record. */
function byRank(a: DoseFact, b: DoseFact): number {
  if (a.isFirstHand !== b.isFirstHand) return a.isFirstHand ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

export type DoseSides = {
  readonly here: TravellingDose
  readonly base: TravellingDose | null
  readonly there: TravellingDose
  readonly thereChangedAt: Instant
}
export type DoseOutcome = {
  readonly taken: Partial<TravellingDose>
  readonly kept: readonly TravellingDoseField[]
  readonly disputes: readonly TravellingDoseField[]
}

/**
 * One record of a dose that was corrected here, there or at both. A correction of one side travels; where both corrected
 * the same field differently a person decides, and meanwhile the server's stands.
 */
export function resolveDose({ here, base, there, thereChangedAt }: DoseSides): DoseOutcome {
  const verdicts = travellingDoseFields.map(field => ({
    field,
    verdict: decideField(
      {
        here: here[field],
        base: base === null ? undefined : base[field],
        there: there[field],
        hereChangedAt: null,
        thereChangedAt,
      },
      'review',
    ),
  }))
  const of = (verdict: string) => verdicts.filter(one => one.verdict === verdict).map(({ field }) => field)
  const disputes = of('disputed')
  const taken = [...of('take-there'), ...disputes].map(field => [field, there[field]])
  return { taken: Object.fromEntries(taken) as Partial<TravellingDose>, kept: of('keep-here'), disputes }
}
