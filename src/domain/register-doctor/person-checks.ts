import { addDays, daysBetween } from '../calendar/calendar-day'
import { lastPossibleDay } from '../immunization/dose-date'
import { isNameless } from '../person/display-name'
import type { Person, PersonKind } from '../person/person'
import { type PersonProblem, problemsOf } from '../person/validate-person'
import type { CheckTools, Examined } from './examined'
import type { Finding, FindingCode, Repair } from './finding'
import { likelyDays } from './likely-day'

/** What is odd about a record by itself: the rules of the form, held against what is stored, and what care needs. */
export function personFindings(examined: Examined, tools: CheckTools): readonly Finding[] {
  const { person } = examined
  return [
    ...problemsOf(person, tools.today).flatMap(problem => ofProblem(examined, problem, tools)),
    ...withoutCommune(examined),
    ...withoutName(examined, tools),
  ]
}

/** Problems of a record that have a check of their own; all others are one. */
const codesOf: Partial<Record<PersonProblem['code'], FindingCode>> = {
  'person.birth-in-future': 'birth-impossible',
  'person.birth-too-early': 'birth-impossible',
  'person.birth-weight-odd': 'birth-weight-odd',
  'person.kind-mismatch': 'kind-mismatch',
}

function ofProblem(examined: Examined, problem: PersonProblem, tools: CheckTools): readonly Finding[] {
  const { code: problemCode, field, value } = problem
  // A newborn without a name is asked about by its age.
  if (problemCode === 'person.no-name') return []
  const isOwnNumber = problemCode === 'person.id-mismatch' && field.startsWith('identifiers.')
  const code = isOwnNumber ? 'number-contradicts' : (codesOf[problemCode] ?? 'record-odd')
  const facts = { problem: problemCode, field, value }
  return [{ ...about(examined, code, field), facts, repairs: repairsOf(code, examined, tools) }]
}

function about({ personId }: Examined, code: FindingCode, field: string) {
  return { code, personId, recordId: null, otherIds: [], form: { form: 'person', field } as const }
}

function repairsOf(code: FindingCode, examined: Examined, { today }: CheckTools): readonly Repair[] {
  if (code === 'kind-mismatch') return [{ kind: 'correct-kind', personKind: kindFor(examined.person) }]
  if (code !== 'birth-impossible') return []
  const first = examined.doses.map(dose => lastPossibleDay(dose) ?? dose.givenOn).toSorted()[0]
  const until = first !== undefined && first < today ? first : today
  return likelyDays(examined.person.birthDate, addDays(until, -110 * 365), until).map(birthDate => ({
    kind: 'correct-birth',
    birthDate,
  }))
}

/** Whoever is grown up is a woman or somebody else; a man is never of the women's group. */
function kindFor({ sex, kind }: Pick<Person, 'sex' | 'kind'>): PersonKind {
  return kind === 'child' && sex === 'female' ? 'woman' : 'other'
}

/** Without a commune nobody is invited, and no report counts them. */
function withoutCommune(examined: Examined): readonly Finding[] {
  const { addresses } = examined.person
  const { current, permanent } = addresses
  if (current?.communeCode) return []
  const repairs: readonly Repair[] = permanent?.communeCode
    ? [{ kind: 'take-address', addresses: { ...addresses, current: permanent } }]
    : []
  return [{ ...about(examined, 'no-commune', 'addresses.current.communeCode'), facts: {}, repairs }]
}

function withoutName(examined: Examined, { today, limits }: CheckTools): readonly Finding[] {
  const { person } = examined
  const ageDays = daysBetween(person.birthDate, today)
  if (!isNameless(person) || ageDays < limits.namelessDays) return []
  return [{ ...about(examined, 'no-name', 'name'), facts: { birthDate: person.birthDate }, repairs: [] }]
}
