import { addressUses } from './address-uses'
import { type MergeChange, type MergePart, mergeParts, plainParts, type SingleSystem } from './merge-record'
import type { AddressUse, Identifier, Person, Relation } from './person'
import { sameValue } from './same-value'

/** One part of a record; null when nothing is known. */
export type PartValue = Person[keyof Person] | Identifier | Person['addresses'][AddressUse]

/** What a record says in one part, in a form two records can be compared by. */
export function partValue(person: Person, part: MergePart): PartValue {
  const [group, key] = part.split('.')
  if (group === 'identifiers') return person.identifiers.find(({ system }) => system === key) ?? null
  if (group === 'addresses') return person.addresses[key as AddressUse] ?? null
  if (group === 'relatives') {
    const relatives = person.relatives.filter(({ relation }) => relation === key)
    return relatives.length === 0 ? null : relatives
  }
  return person[part as keyof Person] ?? null
}

/** Nothing is known: an empty part is never taken over a filled one. */
export function isEmpty(value: PartValue): boolean {
  return value === null || value === '' || value === 'unknown'
}

/** The parts in which two records differ, in the order of review. */
export function differingParts(a: Person, b: Person): readonly MergePart[] {
  return mergeParts.filter(part => !sameValue(partValue(a, part), partValue(b, part)))
}

/** What the survivor lacks and the absorbed record knows: taken unless somebody chooses otherwise. */
export function proposeParts(survivor: Person, absorbed: Person): readonly MergePart[] {
  return mergeParts.filter(part => isEmpty(partValue(survivor, part)) && !isEmpty(partValue(absorbed, part)))
}

/** What speaks for a record as the one that stays. */
export type SurvivorFacts = {
  readonly person: Person
  readonly doses: number
  readonly registeredAt: string
}

/** The record known to the national system, else the one with more doses, else the older one. */
export function proposeSurvivor(left: SurvivorFacts, right: SurvivorFacts): 'left' | 'right' {
  const [a, b] = [left, right].map(({ person }) =>
    person.identifiers.some(({ system }) => system === 'niis-code'),
  )
  if (a !== b) return a ? 'left' : 'right'
  if (left.doses !== right.doses) return left.doses > right.doses ? 'left' : 'right'
  return left.registeredAt <= right.registeredAt ? 'left' : 'right'
}

/**
 * The survivor's record after a merge: the chosen parts of the absorbed record, all codes and all alerts of both. An
 * alert is never lost by choosing.
 */
export function mergedPerson(survivor: Person, absorbed: Person, take: readonly MergePart[]): Person {
  const taken = new Set(take.filter(part => !isEmpty(partValue(absorbed, part))))
  const plain = plainParts.filter(part => taken.has(part)).map(part => [part, absorbed[part]])
  return {
    ...survivor,
    ...(Object.fromEntries(plain) as Partial<Person>),
    identifiers: mergedIdentifiers(survivor, absorbed, taken),
    addresses: mergedAddresses(survivor, absorbed, taken),
    relatives: relationsIn(absorbed.relatives)
      .filter(relation => taken.has(`relatives.${relation}`))
      .reduce((list, relation) => withRelation(list, relation, absorbed.relatives), survivor.relatives),
    alerts: union(survivor.alerts, absorbed.alerts),
  }
}

function mergedIdentifiers(survivor: Person, absorbed: Person, taken: ReadonlySet<MergePart>) {
  const isTaken = ({ system }: Identifier) => taken.has(`identifiers.${system as SingleSystem}`)
  const isCode = ({ system }: Identifier) => system === 'person-code' || system === 'niis-code'
  const replaced = new Set(absorbed.identifiers.filter(isTaken).map(({ system }) => system))
  const kept = survivor.identifiers.filter(({ system }) => !replaced.has(system))
  return union(
    kept,
    absorbed.identifiers.filter(identifier => isCode(identifier) || isTaken(identifier)),
  )
}

function mergedAddresses(survivor: Person, absorbed: Person, taken: ReadonlySet<MergePart>) {
  const chosen = addressUses.filter(use => taken.has(`addresses.${use}`) && absorbed.addresses[use])
  return { ...survivor.addresses, ...Object.fromEntries(chosen.map(use => [use, absorbed.addresses[use]])) }
}

function union<T>(own: readonly T[], others: readonly T[]): readonly T[] {
  return [...own, ...others.filter(other => !own.some(known => sameValue(known, other)))]
}

function relationsIn(relatives: Person['relatives']): readonly Relation[] {
  return [...new Set(relatives.map(({ relation }) => relation))]
}

/** The list with the people of one relation taken from another list, at the place where theirs stood. */
function withRelation(
  list: Person['relatives'],
  relation: Relation,
  from: Person['relatives'],
): Person['relatives'] {
  const fresh = from.filter(relative => relative.relation === relation)
  const at = list.findIndex(relative => relative.relation === relation)
  const others = list.filter(relative => relative.relation !== relation)
  return at < 0 ? [...list, ...fresh] : [...others.slice(0, at), ...fresh, ...others.slice(at)]
}

/** What a merge changed in the survivor, part by part: kept with the merge, so that it can be undone exactly. */
export function mergeChanges(before: Person, after: Person): readonly MergeChange[] {
  const lists = (['identifiers', 'relatives', 'alerts'] as const).map(part => ({
    part,
    before: before[part],
    after: after[part],
  }))
  const addresses = addressUses.map(use => ({
    part: `addresses.${use}` as const,
    before: before.addresses[use] ?? null,
    after: after.addresses[use] ?? null,
  }))
  const plain = plainParts.map(part => ({ part, before: before[part] ?? null, after: after[part] ?? null }))
  const all = [...plain, ...lists, ...addresses] as readonly MergeChange[]
  return all.filter(change => !sameValue(change.before, change.after))
}

/**
 * The survivor's record with a merge taken back: exactly what it wrote, where that still stands. `kept` names the parts
 * that somebody changed since; they stay as they are now.
 */
export function undoneChanges(
  current: Person,
  changes: readonly MergeChange[],
): { readonly person: Person; readonly kept: readonly string[] } {
  let person = current
  const kept: string[] = []
  for (const change of changes) {
    const undone = undoOne(person, change)
    person = undone.person
    kept.push(...undone.kept)
  }
  return { person, kept }
}

type Undone = { readonly person: Person; readonly kept: readonly string[] }

function undoOne(person: Person, change: MergeChange): Undone {
  const { part, before, after } = change
  if (part === 'relatives') return undoRelatives(person, before, after)
  if (part === 'identifiers')
    return { person: { ...person, identifiers: listBefore(person.identifiers, before, after) }, kept: [] }
  if (part === 'alerts')
    return { person: { ...person, alerts: listBefore(person.alerts, before, after) }, kept: [] }
  if (!sameValue(partValue(person, part), after)) return { person, kept: [part] }
  if (!part.startsWith('addresses.')) return { person: { ...person, [part]: before }, kept: [] }
  const { [part.slice('addresses.'.length) as AddressUse]: _written, ...others } = person.addresses
  const addresses = before ? { ...others, [part.slice('addresses.'.length)]: before } : others
  return { person: { ...person, addresses }, kept: [] }
}

/** Without what was added and with what was left out; what others added since stays. */
function listBefore<T>(current: readonly T[], before: readonly T[], after: readonly T[]): readonly T[] {
  if (sameValue(current, after)) return before
  const added = after.filter(item => !before.some(known => sameValue(known, item)))
  const removed = before.filter(item => !after.some(known => sameValue(known, item)))
  const rest = current.filter(item => !added.some(known => sameValue(known, item)))
  return union(rest, removed)
}

function undoRelatives(person: Person, before: Person['relatives'], after: Person['relatives']): Undone {
  if (sameValue(person.relatives, after)) return { person: { ...person, relatives: before }, kept: [] }
  const ofRelation = (list: Person['relatives'], relation: Relation) =>
    list.filter(relative => relative.relation === relation)
  const changed = relationsIn([...before, ...after]).filter(
    relation => !sameValue(ofRelation(before, relation), ofRelation(after, relation)),
  )
  const stands = (relation: Relation) =>
    sameValue(ofRelation(person.relatives, relation), ofRelation(after, relation))
  const relatives = changed
    .filter(stands)
    .reduce((list, relation) => withRelation(list, relation, before), person.relatives)
  const kept = changed.filter(relation => !stands(relation)).map(relation => `relatives.${relation}`)
  return { person: { ...person, relatives }, kept }
}
