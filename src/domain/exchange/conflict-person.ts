import type { Instant } from '../calendar/calendar-day'
import { type PartValue, partValue } from '../person/merge'
import { type MergePart, mergeParts } from '../person/merge-record'
import type { Address, AddressUse, Identifier, Person, Relation, Relative } from '../person/person'
import { decideField, type FieldRule, unionOf } from './conflict-fields'

/** What the server says of a person, and in which parts it says anything at all. */
export type SaidPerson = { readonly person: Person; readonly said: readonly MergePart[] }

export type PersonSides = {
  readonly here: Person
  /** What the server held when this station last saw it; null: never seen. */
  readonly base: Person | null
  readonly there: SaidPerson
  /** When somebody here changed this part last; null: never since it came in. */
  readonly hereChangedAt: (part: MergePart) => Instant | null
  /** When the server took its present version in. */
  readonly thereChangedAt: Instant
}

/** A field with two values that no rule can choose between. */
export type Dispute = { readonly part: MergePart; readonly here: PartValue; readonly there: PartValue }

export type PersonOutcome = {
  readonly person: Person
  /** Parts taken over from the server. */
  readonly taken: readonly MergePart[]
  /** Parts in which this station knows more or newer, and which its upload is to bring. */
  readonly kept: readonly MergePart[]
  readonly disputes: readonly Dispute[]
}

/** Who somebody is: never decided by the clock (platform.md §6.4). */
const identityParts: ReadonlySet<MergePart> = new Set<MergePart>([
  'name',
  'birthDate',
  'sex',
  'identifiers.national-id',
  'identifiers.old-national-id',
  'identifiers.health-insurance',
  'identifiers.passport',
  'identifiers.birth-certificate',
])

/** The rule of a part: identity waits for a person, how somebody is reached and where they live goes by the newest. */
export function ruleOfPart(part: MergePart): FieldRule {
  return identityParts.has(part) ? 'review' : 'newest'
}

/**
 * The record that a person's two versions add up to, part by part. Codes of the national system and on paper, and all
 * that warns (allergies, earlier reactions), are united and never lost by this.
 */
export function resolvePerson({
  here,
  base,
  there,
  hereChangedAt,
  thereChangedAt,
}: PersonSides): PersonOutcome {
  let person = withUnions(here, there.person)
  const taken: MergePart[] = []
  const kept: MergePart[] = []
  const disputes: Dispute[] = []
  for (const part of mergeParts.filter(each => there.said.includes(each))) {
    const values = { here: partValue(here, part), there: partValue(there.person, part) }
    const verdict = decideField(
      {
        ...values,
        base: base === null ? undefined : partValue(base, part),
        hereChangedAt: hereChangedAt(part),
        thereChangedAt,
      },
      ruleOfPart(part),
    )
    if (verdict === 'keep-here') kept.push(part)
    if (verdict === 'disputed') disputes.push({ part, ...values })
    if (verdict === 'take-there') taken.push(part)
    if (verdict === 'take-there' || verdict === 'disputed') person = withPart(person, part, values.there)
  }
  return { person, taken, kept, disputes }
}

function isCode({ system }: Identifier): boolean {
  return system === 'person-code' || system === 'niis-code'
}

/** All codes and all alerts of both. The other numbers stay as they are here until their own rule speaks. */
function withUnions(here: Person, there: Person): Person {
  const codes = unionOf(here.identifiers.filter(isCode), there.identifiers.filter(isCode))
  const numbers = here.identifiers.filter(identifier => !isCode(identifier))
  return {
    ...here,
    identifiers: inOrder([...numbers, ...codes]),
    alerts: unionOf(here.alerts, there.alerts),
  }
}

const systemOrder: readonly Identifier['system'][] = [
  'national-id',
  'old-national-id',
  'health-insurance',
  'passport',
  'birth-certificate',
  'niis-code',
  'person-code',
]
const relationOrder: readonly Relation[] = ['mother', 'father', 'guardian']

/** Lists have one order, whichever part of them came first. */
function inOrder(identifiers: readonly Identifier[]): readonly Identifier[] {
  return identifiers.toSorted((a, b) => systemOrder.indexOf(a.system) - systemOrder.indexOf(b.system))
}

/** The record with one part as given; nothing known empties it. */
export function withPart(person: Person, part: MergePart, value: PartValue): Person {
  const [group, key] = part.split('.')
  if (group === 'identifiers') {
    const others = person.identifiers.filter(({ system }) => system !== key)
    return { ...person, identifiers: inOrder(value === null ? others : [...others, value as Identifier]) }
  }
  if (group === 'addresses') {
    const { [key as AddressUse]: _before, ...others } = person.addresses
    return { ...person, addresses: value === null ? others : { ...others, [String(key)]: value as Address } }
  }
  if (group === 'relatives') {
    const others = person.relatives.filter(({ relation }) => relation !== key)
    const relatives = [...others, ...((value ?? []) as readonly Relative[])]
    const byRelation = (a: Relative, b: Relative) =>
      relationOrder.indexOf(a.relation) - relationOrder.indexOf(b.relation)
    return { ...person, relatives: relatives.toSorted(byRelation) }
  }
  return { ...person, [part]: value }
}
