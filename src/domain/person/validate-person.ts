import type { CalendarDay } from '../calendar/calendar-day'
import { addressUses } from './address-uses'
import { isNameless } from './display-name'
import {
  contradictsNationalId,
  type IdentifierProblemCode,
  identifierOf,
  problemOfIdentifier,
  readNationalId,
} from './identifiers'
import type { AddressUse, Person } from './person'
import { normalizePhone } from './phone'

/** What stands in the way of storing a record, or should be looked at. The renderer owns the sentences. */
export type PersonProblemCode =
  | IdentifierProblemCode
  | 'person.birth-in-future'
  | 'person.birth-too-early'
  | 'person.bad-birth-time'
  | 'person.no-name'
  | 'person.bad-phone'
  | 'person.identifier-twice'
  | 'person.id-mismatch'
  | 'person.id-of-relative'
  | 'person.name-odd'
  | 'person.kind-mismatch'
  | 'person.birth-weight-odd'
  | 'person.gestation-odd'
  | 'person.relative-too-young'

/** `field` is a path into the record, such as `birthDate`, `identifiers.national-id` or `relatives.mother.phone`. */
export type PersonProblem = {
  readonly severity: 'blocking' | 'warning'
  readonly code: PersonProblemCode
  readonly field: string
  readonly value: string | null
}

/**
 * Everything wrong with a record on this day, blocking problems first, so that a form is corrected once. A record with
 * a blocking problem is not stored; warnings may be passed by the user. Mandatory fields of QĐ 3891 are not asked
 * here: care comes before paperwork, see `missingForUpload`.
 */
export function problemsOf(person: Person, today: CalendarDay): readonly PersonProblem[] {
  const problems = [
    ...birthProblems(person, today),
    ...nameProblems(person),
    ...identifierProblems(person),
    ...phoneProblems(person),
    ...relativeProblems(person),
    ...plausibilityProblems(person, today),
  ]
  return [...problems.filter(isBlocking), ...problems.filter(problem => !isBlocking(problem))]
}

/** True when the record cannot be stored while this problem stands. */
export function isBlocking(problem: PersonProblem): boolean {
  return problem.severity === 'blocking'
}

function blocking(code: PersonProblemCode, field: string, value: string | null): PersonProblem {
  return { severity: 'blocking', code, field, value }
}

function warning(code: PersonProblemCode, field: string, value: string | null): PersonProblem {
  return { severity: 'warning', code, field, value }
}

function birthProblems({ birthDate, birthTime }: Person, today: CalendarDay): PersonProblem[] {
  const problems: PersonProblem[] = []
  if (birthDate > today) problems.push(blocking('person.birth-in-future', 'birthDate', birthDate))
  if (birthDate < '1900-01-01') problems.push(blocking('person.birth-too-early', 'birthDate', birthDate))
  if (birthTime !== null && !/^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(birthTime)) {
    problems.push(blocking('person.bad-birth-time', 'birthTime', birthTime))
  }
  return problems
}

function nameProblems(person: Person): PersonProblem[] {
  if (!isNameless(person)) {
    const isOdd = !/^[\p{L}\p{M}\s'’.-]+$/u.test(person.name) || person.name.length > 80
    return isOdd ? [warning('person.name-odd', 'name', person.name)] : []
  }
  const hasMother = person.relatives.some(({ relation, name }) => relation === 'mother' && name.trim() !== '')
  return hasMother ? [] : [blocking('person.no-name', 'name', null)]
}

function identifierProblems(person: Person): PersonProblem[] {
  const problems: PersonProblem[] = []
  const seen = new Map<string, string>()
  for (const identifier of person.identifiers) {
    const field = `identifiers.${identifier.system}`
    const code = problemOfIdentifier(identifier)
    if (code) problems.push(blocking(code, field, identifier.value))
    // A merged record keeps every code on paper and of the national system; of all other numbers there is one.
    const mayBeMany = identifier.system === 'niis-code' || identifier.system === 'person-code'
    const isSecond = seen.has(identifier.system) && !mayBeMany
    if (isSecond) problems.push(blocking('person.identifier-twice', field, identifier.value))
    seen.set(identifier.system, identifier.value)
  }
  const nationalId = seen.get('national-id')
  if (nationalId && contradictsNationalId(nationalId, person.sex, person.birthDate)) {
    problems.push(warning('person.id-mismatch', 'identifiers.national-id', nationalId))
  }
  return problems
}

function phoneProblems(person: Person): PersonProblem[] {
  const isBad = person.phone !== null && normalizePhone(person.phone) === null
  return isBad ? [blocking('person.bad-phone', 'phone', person.phone)] : []
}

function relativeProblems(person: Person): PersonProblem[] {
  const ownId = identifierOf(person, 'national-id')
  const bornIn = Number(person.birthDate.slice(0, 4))
  return person.relatives.flatMap(relative => {
    const problems: PersonProblem[] = []
    const field = `relatives.${relative.relation}`
    const { nationalId, phone, birthYear } = relative
    if (phone !== null && normalizePhone(phone) === null)
      problems.push(blocking('person.bad-phone', `${field}.phone`, phone))
    if (nationalId !== null && !/^(?:\d{9}|\d{12})$/u.test(nationalId)) {
      problems.push(blocking('person.bad-national-id', `${field}.nationalId`, nationalId))
    }
    if (nationalId !== null && nationalId === ownId) {
      problems.push(warning('person.id-of-relative', `${field}.nationalId`, nationalId))
    }
    const reading = nationalId === null ? null : readNationalId(nationalId)
    const wrongSex =
      (relative.relation === 'mother' && reading?.sex === 'male') ||
      (relative.relation === 'father' && reading?.sex === 'female')
    const wrongYear = reading !== null && birthYear !== null && reading.birthYear !== birthYear
    if (wrongSex || wrongYear) problems.push(warning('person.id-mismatch', `${field}.nationalId`, nationalId))
    const isParent = relative.relation !== 'guardian'
    if (isParent && birthYear !== null && birthYear > bornIn - 12) {
      problems.push(warning('person.relative-too-young', `${field}.birthYear`, String(birthYear)))
    }
    return problems
  })
}

function plausibilityProblems(person: Person, today: CalendarDay): PersonProblem[] {
  const problems: PersonProblem[] = []
  const { kind, sex, birthWeightG, gestationWeeks } = person
  const completedYears =
    Number(today.slice(0, 4)) -
    Number(person.birthDate.slice(0, 4)) -
    (today.slice(5) < person.birthDate.slice(5) ? 1 : 0)
  const isWrongKind = (kind === 'woman' && sex === 'male') || (kind === 'child' && completedYears >= 18)
  if (isWrongKind) problems.push(warning('person.kind-mismatch', 'kind', kind))
  if (birthWeightG !== null && (birthWeightG < 400 || birthWeightG > 7000)) {
    problems.push(warning('person.birth-weight-odd', 'birthWeightG', String(birthWeightG)))
  }
  if (gestationWeeks !== null && (gestationWeeks < 22 || gestationWeeks > 44)) {
    problems.push(warning('person.gestation-odd', 'gestationWeeks', String(gestationWeeks)))
  }
  return problems
}

/** One of the 15 administrative fields QĐ 3891/2025 makes mandatory, as a path into the record. */
export type UploadField =
  | 'identifiers'
  | 'name'
  | 'birthDate'
  | 'sex'
  | 'ethnicGroupCode'
  | `addresses.${AddressUse}.${'provinceCode' | 'communeCode'}`

/**
 * The mandatory administrative fields still missing, in the order of the decision. Empty means: may be uploaded.
 * The person identifier may be the personal number or a passport. Sex "không rõ" is a value of the national system,
 * so it counts as given.
 */
export function missingForUpload(person: Person): readonly UploadField[] {
  const missing: UploadField[] = []
  const hasIdentifier =
    identifierOf(person, 'national-id') !== null || identifierOf(person, 'passport') !== null
  if (!hasIdentifier) missing.push('identifiers')
  if (isNameless(person)) missing.push('name')
  if (!person.birthDate) missing.push('birthDate')
  if (!person.sex) missing.push('sex')
  if (!person.ethnicGroupCode) missing.push('ethnicGroupCode')
  for (const use of addressUses) {
    const address = person.addresses[use]
    if (!address?.communeCode) missing.push(`addresses.${use}.communeCode`)
    if (!address?.provinceCode) missing.push(`addresses.${use}.provinceCode`)
  }
  return missing
}
