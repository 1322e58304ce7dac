import type { MatchRule } from '../../../src/contract/import-calls'
import { addDays } from '../../../src/domain/calendar/calendar-day'
import { haveTwoCodes, isSurelyOne, type Likeness } from '../../../src/domain/exchange/join-alike'
import { createRecordMaker } from '../../../src/domain/linkage/linkage-record'
import { rankCandidates } from '../../../src/domain/linkage/rank-candidates'
import type { LinkageModel } from '../../../src/domain/linkage/score'
import { displayName, isNameless } from '../../../src/domain/person/display-name'
import { nameKey } from '../../../src/domain/person/name-key'
import type { Person } from '../../../src/domain/person/person'
import type { ReadStore } from '../../db'
import type { Stored } from '../../db/record-store'

/** Numbers under which somebody may be registered already, the surest first. */
export const uniqueSystems = ['niis-code', 'national-id', 'person-code', 'old-national-id'] as const

/** What the register says of somebody of a list. */
export type Sameness =
  | { readonly kind: 'same'; readonly person: Stored<Person>; readonly rule: MatchRule }
  | { readonly kind: 'possible'; readonly matches: readonly Likeness<Stored<Person>>[] }
  /** Numbers lead to two people, or to somebody born another day. */
  | { readonly kind: 'conflict'; readonly people: readonly Stored<Person>[] }
  | { readonly kind: 'nobody' }

export type LikenessJudge = <P extends Person>(
  person: Person,
  candidates: readonly P[],
) => readonly Likeness<P>[]

/**
 * Judges candidates for one person of a list. The one place where an import decides what makes two records alike: the
 * scorer of the registration form and of the finder does the comparing.
 */
export function createLikenessJudge(model: LinkageModel): LikenessJudge {
  const makeRecord = createRecordMaker()
  return (person, candidates) => {
    const byId = new Map(candidates.map((candidate, at) => [String(at), candidate]))
    const records = candidates.map((candidate, at) => makeRecord(String(at), candidate, []))
    return rankCandidates(makeRecord('', person, []), records, model).flatMap(({ candidate, score }) => {
      const found = byId.get(candidate.id)
      return found ? [{ candidate: found, score }] : []
    })
  }
}

/** How far apart birth dates may lie and still be a slip. */
const slipDays = 366

/**
 * Holds one person of a list against the register: first by numbers, then by name, birth date and family. Every question
 * is answered from an index, and newborns of a day are read once.
 */
export function createSameFinder(store: ReadStore, judge: LikenessJudge) {
  const nameless = new Map<string, readonly Stored<Person>[]>()

  function bornNameless(on: Person['birthDate']): readonly Stored<Person>[] {
    const known = nameless.get(on)
    if (known) return known
    const found = store.persons.many(store.personMatches.nameless(on))
    nameless.set(on, found)
    return found
  }

  function alike(person: Person): readonly Stored<Person>[] {
    const from = addDays(person.birthDate, -slipDays)
    const to = addDays(person.birthDate, slipDays)
    const ids = store.personMatches.namesakes(nameKey(displayName(person)), from, to)
    // A newborn without a name may have been registered by name since: whoever was born that day.
    const sameDay = isNameless(person)
      ? store.persons.bornOn(person.birthDate, 500)
      : bornNameless(person.birthDate)
    const people = new Map([...store.persons.many(ids), ...sameDay].map(found => [found.id, found]))
    return [...people.values()].filter(({ voided }) => !voided)
  }

  return function findSame(person: Person): Sameness {
    const byNumber = findByNumber(store, person)
    if (byNumber) return byNumber
    const matches = judge(person, alike(person))
    const likely = matches.filter(({ score }) => isSurelyOne(score))
    const [only] = likely
    if (only && likely.length === 1 && !haveTwoCodes(person, only.candidate))
      return { kind: 'same', person: only.candidate, rule: 'name-and-family' }
    return matches.length > 0 ? { kind: 'possible', matches } : { kind: 'nobody' }
  }
}

function findByNumber(store: ReadStore, person: Person): Sameness | null {
  const found = uniqueSystems.flatMap(system =>
    person.identifiers
      .filter(identifier => identifier.system === system)
      .flatMap(({ value }) => store.persons.byIdentifier(system, value))
      .map(personId => ({ system, personId })),
  )
  const [first] = found
  if (!first) return null
  const people = store.persons
    .many([...new Set(found.map(({ personId }) => personId))])
    .filter(it => !it.voided)
  const [owner] = people
  if (!owner) return null
  const isSame = first.system === 'niis-code' || owner.birthDate === person.birthDate
  if (people.length > 1 || !isSame) return { kind: 'conflict', people }
  return { kind: 'same', person: owner, rule: first.system }
}
