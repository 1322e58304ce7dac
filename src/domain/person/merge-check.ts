import { isNameless } from './display-name'
import { nameKey } from './name-key'
import type { IdentifierSystem, Person } from './person'

/** What must be answered with a reason before two records become one. */
export type MergeWarningCode =
  | 'merge.two-identities'
  | 'merge.twins'
  | 'merge.different-sex'
  | 'merge.decided-different'

/** Numbers of which nobody has two: two different ones say that these are two people, or that one is wrong. */
const identities: readonly IdentifierSystem[] = ['national-id', 'niis-code']

/**
 * What speaks against two records being one person. Twins: one mother, one birth date, two given names; nothing merges
 * them unless somebody says why. `decidedDifferent`: somebody has said so before.
 */
export function mergeWarnings(
  a: Person,
  b: Person,
  { decidedDifferent }: { readonly decidedDifferent: boolean },
): readonly MergeWarningCode[] {
  return [
    ...(identities.some(system => differIn(a, b, system)) ? (['merge.two-identities'] as const) : []),
    ...(areLikeTwins(a, b) ? (['merge.twins'] as const) : []),
    ...(a.sex !== b.sex && a.sex !== 'unknown' && b.sex !== 'unknown'
      ? (['merge.different-sex'] as const)
      : []),
    ...(decidedDifferent ? (['merge.decided-different'] as const) : []),
  ]
}

function differIn(a: Person, b: Person, system: IdentifierSystem): boolean {
  const values = (person: Person) =>
    person.identifiers.filter(identifier => identifier.system === system).map(({ value }) => value)
  const [left, right] = [values(a), values(b)]
  return left.length > 0 && right.length > 0 && !left.some(value => right.includes(value))
}

/** Same mother and birth date, two names whose last words differ. */
function areLikeTwins(a: Person, b: Person): boolean {
  if (a.birthDate !== b.birthDate || isNameless(a) || isNameless(b)) return false
  return givenKey(a.name) !== givenKey(b.name) && haveOneMother(a, b)
}

function givenKey(name: string): string {
  return nameKey(name).split(' ').at(-1) ?? ''
}

function haveOneMother(a: Person, b: Person): boolean {
  const [left, right] = [a, b].map(person => person.relatives.find(({ relation }) => relation === 'mother'))
  if (!left || !right) return false
  if (left.nationalId && right.nationalId) return left.nationalId === right.nationalId
  return nameKey(left.name) !== '' && nameKey(left.name) === nameKey(right.name)
}
