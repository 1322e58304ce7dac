import { type ImportProblem, problem } from '../../../src/domain/exchange/import-problems'
import type { ImportedDose, ImportedPerson } from '../../../src/domain/exchange/niis-import'
import type { Dose } from '../../../src/domain/immunization/dose'
import { lastPossibleDay, partialDate } from '../../../src/domain/immunization/dose-date'
import type { JournalEntry } from '../../../src/domain/journal/entry'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'

/** What one person of a file would bring. */
export type Planned = {
  readonly imported: ImportedPerson
  /** The person already registered whom the file speaks of; null for somebody new. */
  readonly personId: string | null
  /** The doses not known yet. */
  readonly doses: readonly ImportedDose[]
}

export type ImportPlan = { readonly people: readonly Planned[]; readonly problems: readonly ImportProblem[] }

/** Numbers of the file under which somebody may be registered already. */
const uniqueSystems = ['niis-code', 'national-id', 'old-national-id'] as const

/**
 * Holds a file against the register. Doses already known, by product and day, are left out: a file taken twice changes
 * nothing. One number that leads to two people, and a dose before the birth date registered here, stop the file.
 */
export function planImport(context: ServiceContext, imported: readonly ImportedPerson[]): ImportPlan {
  const problems: ImportProblem[] = []
  const rowOf = new Map<string, number>()
  const people = imported.map(person => {
    problems.push(...takenTwice(person, rowOf))
    const owners = ownersOf(context, person.person)
    const [owner = null] = owners
    problems.push(...ownerProblems(person, owners))
    const known = owner ? knownDoses(context, owner.id) : new Set<string>()
    const doses = person.doses.filter(dose => !known.has(keyOf(dose)))
    if (owner) problems.push(...dosesBeforeBirth(doses, owner))
    return { imported: person, personId: owner?.id ?? null, doses }
  })
  return { people, problems }
}

/** A personal number that stands in the file under two different codes. */
function takenTwice({ person, row }: ImportedPerson, rowOf: Map<string, number>): readonly ImportProblem[] {
  return person.identifiers.flatMap(({ system, value }) => {
    if (system === 'niis-code') return []
    const isTaken = rowOf.has(value)
    rowOf.set(value, row)
    return isTaken ? [conflict(row, value)] : []
  })
}

/** Everybody registered under a number of this person, the owner of the national system's code first. */
function ownersOf({ store }: ServiceContext, person: Person): readonly Stored<Person>[] {
  const ids = uniqueSystems.flatMap(system =>
    person.identifiers
      .filter(identifier => identifier.system === system)
      .flatMap(({ value }) => store.persons.byIdentifier(system, value)),
  )
  return store.persons.many([...new Set(ids)])
}

/** Two owners, or one who is known by the personal number alone and was born another day. */
function ownerProblems(
  { person, row, sourceCode }: ImportedPerson,
  owners: readonly Stored<Person>[],
): readonly ImportProblem[] {
  const [owner] = owners
  if (!owner) return []
  const isByCode = owner.identifiers.some(
    ({ system, value }) => system === 'niis-code' && value === sourceCode,
  )
  const isSame = isByCode || owner.birthDate === person.birthDate
  return owners.length === 1 && isSame ? [] : [conflict(row, sourceCode)]
}

function dosesBeforeBirth(doses: readonly ImportedDose[], { birthDate }: Person): readonly ImportProblem[] {
  return doses
    .filter(dose => (lastPossibleDay(dose) ?? dose.givenOn) < birthDate)
    .map(({ row, givenOn }) => problem('import.dose-before-birth', { row, column: null, text: givenOn }))
}

function conflict(row: number, text: string): ImportProblem {
  return problem('import.person-conflict', { row, column: null, text })
}

function keyOf(dose: Pick<ImportedDose, 'vaccineCode' | 'givenOn' | 'givenOnAccuracy'>): string {
  return `${dose.vaccineCode} ${partialDate(dose)}`
}

/** Every version of every dose, voided ones as well: what people put right here, a file does not bring back. */
function knownDoses({ store }: ServiceContext, personId: string): ReadonlySet<string> {
  const doses = store.records.listAll('dose', 'person_id', personId)
  return new Set(
    doses.flatMap(dose => [
      keyOf(dose),
      ...(dose.versions > 1 ? versionKeys(store.journal.entriesOf(dose.id)) : []),
    ]),
  )
}

function versionKeys(entries: readonly JournalEntry[]): readonly string[] {
  let fields: JournalEntry['body'] = {}
  return entries.map(({ body }) => {
    fields = { ...fields, ...body }
    return keyOf({ givenOnAccuracy: null, ...fields } as Dose)
  })
}
