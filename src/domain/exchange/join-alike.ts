import type { LinkageField, LinkageScore } from '../linkage/linkage-types'
import { displayName } from '../person/display-name'
import { identifierOf } from '../person/identifiers'
import { nameKey } from '../person/name-key'
import type { Person } from '../person/person'
import type { ImportedPerson } from './read-import'
import { mergeKnown } from './same-person'

/** Somebody a person of a list may be, and how likely. */
export type Likeness<P> = { readonly candidate: P; readonly score: LinkageScore }

/** What names and dates can never be: a sign that two records are of one family. */
const familyFields: readonly LinkageField[] = ['identifier', 'mother', 'father', 'guardian', 'phone']

/**
 * Whether two records may be joined without asking. A name with a birth date alone is not enough, however rare the name:
 * nobody looks at a row that is joined.
 */
export function isSurelyOne({ certainty, evidence }: LinkageScore): boolean {
  const isLikely = certainty === 'certain' || certainty === 'likely'
  return isLikely && evidence.some(({ field, bits }) => familyFields.includes(field) && bits > 0)
}

/** How two people of a list are compared; the same rule that compares with the register. */
export type Judge = (person: Person, candidates: readonly Listed[]) => readonly Likeness<Listed>[]
/** A person of a list with the first of their rows. */
export type Listed = Person & { readonly firstRow: number }

/** What the user said of a row that looks like an earlier one. */
export type AlikeDecision = 'same' | 'new' | null

/** People of a list after those who are one were joined; `alike`: earlier rows that may be the same person. */
export type JoinedPerson = ImportedPerson & { readonly alike: readonly Likeness<Listed>[] }

/**
 * Joins people of one list who are surely one: same name, birth date and family. Where that is only possible, the later
 * one waits for a decision. Two codes of the national system are never joined.
 */
export function joinAlike(
  people: readonly ImportedPerson[],
  judge: Judge,
  decide: (firstRow: number) => AlikeDecision,
): readonly JoinedPerson[] {
  const joined: JoinedPerson[] = []
  const byKey = new Map<string, number[]>()
  for (const imported of people) {
    const { person, rows } = imported
    const key = `${nameKey(displayName(person))}|${person.birthDate}`
    const places = byKey.get(key) ?? []
    const earlier = places.flatMap(at => toListed(joined[at], person))
    const matches = earlier.length === 0 ? [] : judge(person, earlier)
    const sure = matches.filter(({ score }) => isSurelyOne(score))
    const decision = matches.length === 0 ? null : decide(rows[0] ?? 0)
    const target = sure[0] ?? (decision === 'same' ? matches[0] : undefined)
    const at = target && places.find(place => joined[place]?.rows[0] === target.candidate.firstRow)
    const other = at === undefined ? undefined : joined[at]
    if (other && at !== undefined && decision !== 'new') {
      joined[at] = { ...joinTwo(other, imported), alike: other.alike }
      continue
    }
    byKey.set(key, [...places, joined.length])
    joined.push({ ...imported, alike: decision === 'new' ? [] : matches })
  }
  return joined
}

function toListed(joined: JoinedPerson | undefined, person: Person): readonly Listed[] {
  if (!joined || haveTwoCodes(joined.person, person)) return []
  return [{ ...joined.person, firstRow: joined.rows[0] ?? 0 }]
}

/** Two codes of the national system: one person entered twice there, or two people. */
export function haveTwoCodes(a: Person, b: Person): boolean {
  const [one, other] = [identifierOf(a, 'niis-code'), identifierOf(b, 'niis-code')]
  return one !== null && other !== null && one !== other
}

function joinTwo(a: ImportedPerson, b: ImportedPerson): ImportedPerson {
  const keyOf = (dose: ImportedPerson['doses'][number]) =>
    `${dose.vaccineCode} ${dose.givenOn} ${dose.givenOnAccuracy}`
  const seen = new Set(a.doses.map(keyOf))
  return {
    rows: [...a.rows, ...b.rows],
    person: mergeKnown(a.person, b.person),
    doses: [...a.doses, ...b.doses.filter(dose => !seen.has(keyOf(dose)))],
    problems: [...a.problems, ...b.problems],
  }
}
