import { daysBetween } from '../calendar/calendar-day'
import { isNameless } from './display-name'
import { identifierOf } from './identifiers'
import { nameKey } from './name-key'
import type { IdentifierSystem, Person, Relative } from './person'
import { phonesOf } from './search-index'

/** What two records share. The renderer owns the sentences. */
export type DuplicateReason =
  | { readonly code: 'same-identifier'; readonly system: IdentifierSystem }
  | { readonly code: 'same-name' }
  | { readonly code: 'same-birth-date' }
  | { readonly code: 'same-mother' }
  | { readonly code: 'same-phone' }
  /** One of the two still is "con bà …": the newborn may have got a name since. */
  | { readonly code: 'named-since' }

/**
 * `certain`: one identity number in two records, so the second cannot be stored. `likely`: the same person by all we
 * know. `possible`: worth a look. Never merged without a person deciding.
 */
export type DuplicateMatch<P extends Person> = {
  readonly candidate: P
  readonly likelihood: 'certain' | 'likely' | 'possible'
  readonly reasons: readonly DuplicateReason[]
}

/** Numbers that belong to exactly one person; an insurance number of a newborn may be the mother's. */
const uniqueSystems: readonly IdentifierSystem[] = [
  'national-id',
  'niis-code',
  'person-code',
  'passport',
  'old-national-id',
]

/**
 * The people a new or corrected record may already be, surest first (rule §2.6). Two different 12-digit
 * numbers, or two different sexes, are two people. Two children of one mother born the same day with different names
 * are twins and are never reported; two still without a name are only `possible`, because twins look exactly so.
 */
export function findDuplicates<P extends Person>(
  draft: Person,
  candidates: readonly P[],
): readonly DuplicateMatch<P>[] {
  const order = { certain: 0, likely: 1, possible: 2 }
  return candidates
    .flatMap(candidate => compare(draft, candidate) ?? [])
    .sort((a, b) => order[a.likelihood] - order[b.likelihood])
}

function compare<P extends Person>(draft: Person, candidate: P): DuplicateMatch<P> | null {
  const identifiers = sharedIdentifiers(draft, candidate)
  if (identifiers.length > 0) return { candidate, likelihood: 'certain', reasons: identifiers }
  if (areTwoPeople(draft, candidate)) return null
  const sameMother = shareMother(draft, candidate)
  const samePhone = sharePhone(draft, candidate)
  const family: readonly DuplicateReason[] = [
    ...(sameMother ? [{ code: 'same-mother' } as const] : []),
    ...(samePhone ? [{ code: 'same-phone' } as const] : []),
  ]
  if (isNameless(draft) || isNameless(candidate)) return compareNewborns(draft, candidate, family)
  if (nameKey(draft.name) !== nameKey(candidate.name)) return null
  const sameBirthDate = draft.birthDate === candidate.birthDate
  if (!sameBirthDate && !(family.length > 0 && isDateSlip(draft, candidate))) return null
  const reasons: readonly DuplicateReason[] = [
    { code: 'same-name' },
    ...(sameBirthDate ? [{ code: 'same-birth-date' } as const] : []),
    ...family,
  ]
  return { candidate, likelihood: sameBirthDate && family.length > 0 ? 'likely' : 'possible', reasons }
}

/** One of them has no name yet: only mother or phone with the birth date can tell. */
function compareNewborns<P extends Person>(
  draft: Person,
  candidate: P,
  family: readonly DuplicateReason[],
): DuplicateMatch<P> | null {
  if (draft.birthDate !== candidate.birthDate || family.length === 0) return null
  const bothNameless = isNameless(draft) && isNameless(candidate)
  const reasons: readonly DuplicateReason[] = [
    { code: 'same-birth-date' },
    ...family,
    ...(bothNameless ? [] : [{ code: 'named-since' } as const]),
  ]
  return { candidate, likelihood: 'possible', reasons }
}

function sharedIdentifiers(a: Person, b: Person): readonly DuplicateReason[] {
  return a.identifiers
    .filter(({ system }) => uniqueSystems.includes(system))
    .filter(own => b.identifiers.some(other => other.system === own.system && other.value === own.value))
    .map(({ system }) => ({ code: 'same-identifier', system }))
}

function areTwoPeople(a: Person, b: Person): boolean {
  const [idA, idB] = [identifierOf(a, 'national-id'), identifierOf(b, 'national-id')]
  const differInId = idA !== null && idB !== null && idA !== idB
  return differInId || (a.sex !== 'unknown' && b.sex !== 'unknown' && a.sex !== b.sex)
}

/** The day and month swapped, or a date a few days off, of two records of one family and name: a slip of the pen. */
function isDateSlip(a: Person, b: Person): boolean {
  const [year, month, day] = a.birthDate.split('-')
  const isSwapped = `${year}-${day}-${month}` === b.birthDate
  const isDigitSlip = [...a.birthDate].filter((digit, at) => digit !== b.birthDate[at]).length === 1
  return isSwapped || isDigitSlip || Math.abs(daysBetween(a.birthDate, b.birthDate)) <= 3
}

function motherOf(person: Person): Relative | null {
  return person.relatives.find(relative => relative.relation === 'mother') ?? null
}

function shareMother(a: Person, b: Person): boolean {
  const [motherA, motherB] = [motherOf(a), motherOf(b)]
  if (!motherA || !motherB) return false
  if (motherA.nationalId !== null && motherB.nationalId !== null)
    return motherA.nationalId === motherB.nationalId
  return nameKey(motherA.name) !== '' && nameKey(motherA.name) === nameKey(motherB.name)
}

function sharePhone(a: Person, b: Person): boolean {
  const phones = phonesOf(b)
  return phonesOf(a).some(phone => phones.includes(phone))
}
