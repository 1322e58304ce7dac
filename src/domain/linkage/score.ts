import { compareBirthDays } from './compare-dates'
import { compareNumbers } from './compare-identifiers'
import { doseEvidence } from './evidence-of-doses'
import { type LinkageModel, nameEvidence, relativeEvidence } from './evidence-of-names'
import { addressEvidence, phoneEvidence } from './evidence-of-places'
import type { LinkageRecord } from './linkage-record'
import {
  type Certainty,
  type FieldEvidence,
  type LinkageScore,
  type LinkageVeto,
  linkageFields,
} from './linkage-types'
import { type EvidenceByField, vetoOf } from './vetoes'
import { levelBits } from './weights'

export type { LinkageModel } from './evidence-of-names'

/**
 * How likely two records are one person (Fellegi and Sunter): the sum of the bits of all fields and of what is believed
 * before comparing. Symmetric but for the order of `left` and `right`.
 */
export function scorePair(a: LinkageRecord, b: LinkageRecord, model: LinkageModel): LinkageScore {
  const compared = compareFields(a, b, model)
  const byField = Object.fromEntries(compared.map(one => [one.field, one])) as EvidenceByField
  const veto = vetoOf(a, b, byField, model)
  const evidence = capFamily(compared, model)
  const bits = evidence.reduce((sum, one) => sum + one.bits, priorBits(model))
  const probability = 1 / (1 + 2 ** -bits)
  return { bits, probability, certainty: certaintyOf(a, b, bits, byField, veto, model), evidence, veto }
}

/** What is believed of any two records of the register before they are compared, in bits. */
export function priorBits({ weights, frequencies }: LinkageModel): number {
  return Math.log2(weights.duplicatesPerRecord / frequencies.persons)
}

function compareFields(a: LinkageRecord, b: LinkageRecord, model: LinkageModel): readonly FieldEvidence[] {
  return [
    identifierEvidence(a, b, model),
    nameEvidence(a, b, model),
    birthDateEvidence(a, b, model),
    birthOrderEvidence(a, b, model),
    sexEvidence(a, b, model),
    relativeEvidence('mother', a, b, model),
    relativeEvidence('father', a, b, model),
    relativeEvidence('guardian', a, b, model),
    phoneEvidence(a, b, model),
    addressEvidence(a, b, model),
    doseEvidence(a, b, model),
  ]
}

function identifierEvidence(a: LinkageRecord, b: LinkageRecord, { weights }: LinkageModel): FieldEvidence {
  const { level, shared } = compareNumbers(a.numbers, b.numbers)
  const own = ({ numbers }: LinkageRecord) => shared?.value ?? numbers.nationalId
  return {
    field: 'identifier',
    level,
    bits: levelBits(weights, 'identifier', level),
    left: own(a),
    right: own(b),
  }
}

function birthDateEvidence(a: LinkageRecord, b: LinkageRecord, { weights }: LinkageModel): FieldEvidence {
  const level = compareBirthDays(a.birth, b.birth)
  const bits = levelBits(weights, 'birth-date', level)
  return { field: 'birth-date', level, bits, left: a.birth.text, right: b.birth.text }
}

function birthOrderEvidence(a: LinkageRecord, b: LinkageRecord, { weights }: LinkageModel): FieldEvidence {
  const level = compareKnown(a.birthOrder, b.birthOrder)
  const bits = levelBits(weights, 'birth-order', level)
  return { field: 'birth-order', level, bits, left: a.birthOrder, right: b.birthOrder }
}

function sexEvidence(a: LinkageRecord, b: LinkageRecord, { weights }: LinkageModel): FieldEvidence {
  const known = ({ sex }: LinkageRecord) => (sex === 'unknown' ? null : sex)
  const level = compareKnown(known(a), known(b))
  return { field: 'sex', level, bits: levelBits(weights, 'sex', level), left: known(a), right: known(b) }
}

function compareKnown(a: string | null, b: string | null): 'same' | 'different' | 'missing' {
  if (a === null || b === null) return 'missing'
  return a === b ? 'same' : 'different'
}

/** One family, one phone, one house: what brothers and sisters share as well counts together up to a limit, each in part. */
const familyFields: ReadonlySet<string> = new Set(['mother', 'father', 'guardian', 'phone', 'address'])

function capFamily(evidence: readonly FieldEvidence[], { weights }: LinkageModel): readonly FieldEvidence[] {
  const isShared = ({ field, bits }: FieldEvidence) => bits > 0 && familyFields.has(field)
  const sum = evidence.filter(isShared).reduce((bits, one) => bits + one.bits, 0)
  if (sum <= weights.caps.family) return evidence
  const part = weights.caps.family / sum
  return evidence.map(one => (isShared(one) ? { ...one, bits: one.bits * part } : one))
}

function certaintyOf(
  a: LinkageRecord,
  b: LinkageRecord,
  bits: number,
  evidence: EvidenceByField,
  veto: LinkageVeto | null,
  { weights }: LinkageModel,
): Certainty {
  if (evidence.identifier.level === 'same') return isOnWrongRecord(evidence) ? 'possible' : 'certain'
  const { likely, possible } = weights.thresholds
  if (veto !== null) return isWorthALook(veto, evidence) && bits >= likely ? 'possible' : 'unlikely'
  // Twins without names look exactly like one newborn entered twice; two dates with nothing in common need a look.
  const needsLook = (a.isNameless && b.isNameless) || evidence['birth-date'].level === 'different'
  if (bits >= likely && !needsLook) return 'likely'
  return bits >= possible ? 'possible' : 'unlikely'
}

/** One number, and nothing else of the two people agrees: rather a number written on the wrong record. A person should look. */
function isOnWrongRecord(evidence: EvidenceByField): boolean {
  const fields = ['name', 'birth-date', 'mother'] as const
  return fields.every(field => evidence[field].level === 'different')
}

/** A veto may rest on one wrong letter or one wrong key for the sex: then a person should look. */
function isWorthALook(veto: LinkageVeto, { name }: EvidenceByField): boolean {
  if (veto === 'two-identities') return false
  const isNearlyOneName = name.level === 'one-slip' || name.level === 'reordered'
  return veto === 'different-sex' || isNearlyOneName
}

/** Every field in the order in which evidence is shown. */
export const fieldOrder = linkageFields
