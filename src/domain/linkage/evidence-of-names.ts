import { isOneSlip } from '../person/slips'
import { compareNames, type NameLevel } from './compare-names'
import type { Frequencies } from './frequencies'
import type { LinkageRecord, LinkageRelative } from './linkage-record'
import type { FieldEvidence, LinkageField } from './linkage-types'
import { type LinkageWeights, levelBits } from './weights'
import type { WrittenName } from './written-name'

/** What scoring works with. */
export type LinkageModel = { readonly weights: LinkageWeights; readonly frequencies: Frequencies }

/** Levels at which both names are one name, so that a rare one says more. */
const agreeing: ReadonlySet<NameLevel> = new Set<NameLevel>([
  'same',
  'same-without-marks',
  'reordered',
  'shortened',
  'one-slip',
])

/** The person's own name. One without a name is compared by the mother instead. */
export function nameEvidence(a: LinkageRecord, b: LinkageRecord, model: LinkageModel): FieldEvidence {
  const [left, right] = [a.name.text || null, b.name.text || null]
  if (a.isNameless || b.isNameless)
    return {
      field: 'name',
      level: 'nameless',
      bits: levelBits(model.weights, 'name', 'nameless'),
      left,
      right,
    }
  const level = compareNames(a.name, b.name)
  const share = (name: WrittenName) => model.frequencies.name(name)
  return { field: 'name', level, bits: nameBits(model, 'name', level, a.name, b.name, share), left, right }
}

/**
 * The weight of the level, moved by how rare the name is: `u` of a level is that of an average name, and the average
 * name is as common as `u` of `same` says.
 */
function nameBits(
  { weights, frequencies }: LinkageModel,
  field: LinkageField,
  level: NameLevel,
  a: WrittenName,
  b: WrittenName,
  shareOf: (name: WrittenName) => number,
): number {
  const bits = levelBits(weights, field, level)
  const average = weights.levels[field].same?.u
  if (!agreeing.has(level) || average === undefined) return bits
  const shorter = a.words.length <= b.words.length ? a : b
  const share = level === 'shortened' ? frequencies.words(shorter) : Math.max(shareOf(a), shareOf(b))
  return Math.min(weights.caps.name, Math.max(0.5, bits + Math.log2(average / share)))
}

/** A parent or guardian: the name, the 12-digit number, the birth year. */
export function relativeEvidence(
  field: 'mother' | 'father' | 'guardian',
  a: LinkageRecord,
  b: LinkageRecord,
  model: LinkageModel,
): FieldEvidence {
  const [one, other] = [a[field], b[field]]
  const [left, right] = [
    one?.name.text || one?.nationalId || null,
    other?.name.text || other?.nationalId || null,
  ]
  if (!one || !other) return { field, level: 'missing', bits: 0, left, right }
  const level = compareNames(one.name, other.name)
  const share = (name: WrittenName) => model.frequencies.motherName(name)
  const named = nameBits(model, field, level, one.name, other.name, share)
  const number = compareRelativeNumbers(one, other)
  const { relativeNumber, relativeBirthYear } = model.weights
  if (number === 'same')
    return { field, level: 'same', bits: relativeNumber.same + Math.max(0, named), left, right }
  if (number === 'different')
    return { field, level: 'different', bits: Math.min(relativeNumber.different, named), left, right }
  const year = agreeing.has(level) ? compareYears(one, other) : null
  return { field, level, bits: named + (year ? relativeBirthYear[year] : 0), left, right }
}

function compareRelativeNumbers(a: LinkageRelative, b: LinkageRelative): 'same' | 'different' | null {
  if (a.nationalId === null || b.nationalId === null) return null
  if (a.nationalId === b.nationalId) return 'same'
  return isOneSlip(a.nationalId, b.nationalId) ? null : 'different'
}

function compareYears(a: LinkageRelative, b: LinkageRelative): 'same' | 'different' | null {
  if (a.birthYear === null || b.birthYear === null) return null
  return Math.abs(a.birthYear - b.birthYear) <= 1 ? 'same' : 'different'
}

/** True when mother, father or guardian is one person in both records, by name or number. */
export function isOneRelative({ level }: FieldEvidence): boolean {
  return level !== 'missing' && level !== 'different' && level !== 'partly'
}
