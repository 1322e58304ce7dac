import type { Address, AddressUse, Alert, Identifier, IdentifierSystem, Person, Relation } from './person'

/** Fields of a person that have one value; the compiler asks for every new one. */
const plain: Readonly<Record<PlainPart, true>> = {
  name: true,
  kind: true,
  birthDate: true,
  birthTime: true,
  sex: true,
  ethnicGroupCode: true,
  nationalityCode: true,
  bloodGroup: true,
  phone: true,
  protectedAtBirth: true,
  gestationWeeks: true,
  birthWeightG: true,
  note: true,
  managedBy: true,
}
type PlainPart = Exclude<keyof Person, 'identifiers' | 'addresses' | 'relatives' | 'alerts'>

/** Numbers of which a person has one at a time. Codes on paper and of the national system are all kept. */
export type SingleSystem = Exclude<IdentifierSystem, 'person-code' | 'niis-code'>

/** A part of a record that is taken from one of two records as a whole. */
export type MergePart =
  | PlainPart
  | `identifiers.${SingleSystem}`
  | `relatives.${Relation}`
  | `addresses.${AddressUse}`

export const plainParts = Object.keys(plain) as readonly PlainPart[]
const systems: readonly SingleSystem[] = [
  'national-id',
  'old-national-id',
  'health-insurance',
  'passport',
  'birth-certificate',
]
const relations: readonly Relation[] = ['mother', 'father', 'guardian']
const uses: readonly AddressUse[] = ['current', 'permanent', 'origin', 'birth-registration', 'birth']

/** Every part there is, in the order in which they are reviewed. */
export const mergeParts: readonly MergePart[] = [
  ...plainParts,
  ...systems.map(system => `identifiers.${system}` as const),
  ...relations.map(relation => `relatives.${relation}` as const),
  ...uses.map(use => `addresses.${use}` as const),
]

/** What a merge wrote into the survivor, and what stood there before. */
export type MergeChange =
  | {
      readonly part: 'identifiers'
      readonly before: readonly Identifier[]
      readonly after: readonly Identifier[]
    }
  | { readonly part: 'relatives'; readonly before: Person['relatives']; readonly after: Person['relatives'] }
  | { readonly part: 'alerts'; readonly before: readonly Alert[]; readonly after: readonly Alert[] }
  | {
      readonly part: `addresses.${AddressUse}`
      readonly before: Address | null
      readonly after: Address | null
    }
  | { readonly part: PlainPart; readonly before: Person[PlainPart]; readonly after: Person[PlainPart] }

/**
 * "The absorbed record is the same person as the survivor", as FHIR's Patient.link `replaced-by`. Clinical records keep
 * the id they were written under; whoever reads takes both. Undone by voiding.
 */
export type Merge = {
  readonly survivorId: string
  readonly absorbedId: string
  readonly changes: readonly MergeChange[]
  /** Warnings that somebody answered, with the answer. */
  readonly overrides: readonly { readonly code: string; readonly reason: string }[]
  readonly reason: string
  readonly byUserId: string
  readonly byName: string
}

/** "These two are two people": remembered, so that nobody is asked twice. Withdrawn by voiding. `leftId` is the smaller. */
export type PairDecision = {
  readonly leftId: string
  readonly rightId: string
  readonly decision: 'different'
  readonly reason: string
  readonly byUserId: string
  readonly byName: string
}
