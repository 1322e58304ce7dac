import { contradictsNationalId, normalizeIdentifier } from '../person/identifiers'
import type { Identifier, IdentifierSystem, Person } from '../person/person'
import { isOneSlip } from '../person/slips'
import type { EvidenceLevel } from './linkage-types'

/** Numbers that belong to exactly one person; an insurance number of a newborn may be the mother's. */
const uniqueSystems: ReadonlySet<IdentifierSystem> = new Set<IdentifierSystem>([
  'national-id',
  'niis-code',
  'person-code',
  'passport',
  'old-national-id',
])

/** The numbers of one record that say who it is. */
export type ComparedNumbers = {
  readonly unique: readonly Identifier[]
  /** Insurance and birth-certificate numbers: telling, but shared or repeated between places. */
  readonly weak: readonly Identifier[]
  /** The 12-digit number, when it is the person's own. */
  readonly nationalId: string | null
  /** True when its digits agree with sex and birth year, so that it can be trusted. */
  readonly isNationalIdTrusted: boolean
}

/** A number that stands for a relative as well is the relative's, entered for a newborn who has none. */
export function comparedNumbers(
  person: Pick<Person, 'identifiers' | 'relatives' | 'sex' | 'birthDate'>,
): ComparedNumbers {
  if (person.identifiers.length === 0) return noNumbers
  const ofRelatives = new Set(person.relatives.map(relative => relative.nationalId))
  const own = person.identifiers.map(normalizeIdentifier).filter(({ value }) => !ofRelatives.has(value))
  const nationalId = own.find(({ system }) => system === 'national-id')?.value ?? null
  const isShaped = nationalId !== null && /^\d{12}$/u.test(nationalId)
  return {
    unique: own.filter(({ system }) => uniqueSystems.has(system)),
    weak: own.filter(({ system }) => system === 'health-insurance' || system === 'birth-certificate'),
    nationalId,
    isNationalIdTrusted: isShaped && !contradictsNationalId(nationalId, person.sex, person.birthDate),
  }
}

const noNumbers: ComparedNumbers = { unique: [], weak: [], nationalId: null, isNationalIdTrusted: false }

export type IdentifierLevel = Extract<EvidenceLevel, 'same' | 'one-slip' | 'partly' | 'missing' | 'different'>

/** What the numbers of two records say; `shared` is the number both have. */
export type IdentifierComparison = { readonly level: IdentifierLevel; readonly shared: Identifier | null }

/**
 * `same`: one unique number in both. `partly`: a number that two people may share. `different`: two 12-digit numbers.
 * Two codes of the national system or of our own are usual when somebody was registered twice, and say nothing.
 */
export function compareNumbers(a: ComparedNumbers, b: ComparedNumbers): IdentifierComparison {
  const unique = sharedOf(a.unique, b.unique)
  if (unique) return { level: 'same', shared: unique }
  if (a.nationalId !== null && b.nationalId !== null) {
    if (isOneSlip(a.nationalId, b.nationalId)) return { level: 'one-slip', shared: null }
    return { level: 'different', shared: null }
  }
  const weak = sharedOf(a.weak, b.weak)
  return weak ? { level: 'partly', shared: weak } : { level: 'missing', shared: null }
}

function sharedOf(a: readonly Identifier[], b: readonly Identifier[]): Identifier | null {
  if (a.length === 0 || b.length === 0) return null
  return a.find(own => b.some(other => other.system === own.system && other.value === own.value)) ?? null
}
