import type { CalendarDay } from '../calendar/calendar-day'
import { nameKey } from './name-key'
import type { Person, Relation, Relative } from './person'

/** How a registered person belongs to another one: as mother, father or guardian, or as brother or sister. */
export const familyRelations = ['mother', 'father', 'guardian', 'sibling'] as const
export type FamilyRelation = (typeof familyRelations)[number]

/** `relativeId` is the mother (father, guardian, sibling) of `personId`. The household is who these links join. */
export type FamilyLink = {
  readonly personId: string
  readonly relativeId: string
  readonly relation: FamilyRelation
  /** First and last day on which it holds; null: always. Parents are parents for ever, a guardian need not be. */
  readonly since: CalendarDay | null
  readonly until: CalendarDay | null
}

/** How a member of the household is seen from one person. */
export type MemberRelation = FamilyRelation | 'child' | 'ward' | 'household'

export type FamilyMember = {
  readonly personId: string
  readonly relation: MemberRelation
  /** The link to end or take back; null where it follows from others (children of one mother). */
  readonly linkId: string | null
}

type StoredLink = FamilyLink & { readonly id: string }

/** Whether a link holds on a day, both ends included. */
export function holdsOn({ since, until }: Pick<FamilyLink, 'since' | 'until'>, on: CalendarDay): boolean {
  return (since === null || since <= on) && (until === null || on <= until)
}

/** The person's mother as a registered person; null while nobody is linked. The same link noted at two PCs is one. */
export function motherIn(links: readonly StoredLink[], personId: string, on: CalendarDay): string | null {
  const own = links.filter(link => link.personId === personId && link.relation === 'mother')
  return (
    own
      .filter(link => holdsOn(link, on))
      .toSorted(byId)
      .at(-1)?.relativeId ?? null
  )
}

/**
 * Who belongs to somebody, each person once, nearest first: parents and guardians, brothers and sisters (linked, or of
 * one mother or father), children, and who else lives with a parent. `links` are those of the person and of everybody
 * they lead to.
 */
export function membersOf(
  personId: string,
  links: readonly StoredLink[],
  on: CalendarDay,
): readonly FamilyMember[] {
  const holding = links.filter(link => holdsOn(link, on)).toSorted(byId)
  const found = new Map<string, FamilyMember>()
  const add = (memberId: string, relation: MemberRelation, linkId: string | null) => {
    if (memberId !== personId && !found.has(memberId))
      found.set(memberId, { personId: memberId, relation, linkId })
  }
  const up = holding.filter(link => link.personId === personId)
  for (const relation of familyRelations)
    for (const link of up.filter(known => known.relation === relation))
      add(link.relativeId, relation, link.id)
  for (const link of holding.filter(known => known.relativeId === personId))
    add(link.personId, seenFrom(link.relation), link.id)
  const elders = up.filter(({ relation }) => relation !== 'sibling')
  for (const elder of elders)
    for (const link of holding.filter(({ relativeId }) => relativeId === elder.relativeId))
      add(link.personId, areParents(elder, link) ? 'sibling' : 'household', null)
  for (const child of holding.filter(({ relativeId }) => relativeId === personId))
    for (const link of holding.filter(({ personId: of }) => of === child.personId))
      add(link.relativeId, link.relation === 'sibling' ? 'child' : 'household', null)
  return [...found.values()]
}

function byId(a: StoredLink, b: StoredLink): number {
  return a.id < b.id ? -1 : 1
}

function seenFrom(relation: FamilyRelation): MemberRelation {
  if (relation === 'sibling') return 'sibling'
  return relation === 'guardian' ? 'ward' : 'child'
}

function areParents(a: FamilyLink, b: FamilyLink): boolean {
  return [a, b].every(({ relation }) => relation === 'mother' || relation === 'father')
}

/** Why two people cannot be linked so. */
export type FamilyProblemCode =
  | 'family.same-person'
  | 'family.wrong-sex'
  | 'family.too-young'
  | 'family.already-linked'
  | 'family.circle'
  | 'family.bad-period'

/** What speaks against a link; all of it together. A parent is at least twelve years older, a mother is no man. */
export function familyProblems(
  link: FamilyLink,
  people: {
    readonly person: Pick<Person, 'birthDate'>
    readonly relative: Pick<Person, 'birthDate' | 'sex'>
    /** Links of both, those that do not hold any more left out. */
    readonly links: readonly FamilyLink[]
  },
): readonly FamilyProblemCode[] {
  const { person, relative, links } = people
  if (link.personId === link.relativeId) return ['family.same-person']
  const problems: FamilyProblemCode[] = []
  const wrongSex =
    (link.relation === 'mother' && relative.sex === 'male') ||
    (link.relation === 'father' && relative.sex === 'female')
  if (wrongSex) problems.push('family.wrong-sex')
  const isParent = link.relation === 'mother' || link.relation === 'father'
  const twelveLater = `${Number(relative.birthDate.slice(0, 4)) + 12}${relative.birthDate.slice(4)}`
  if (isParent && person.birthDate < twelveLater) problems.push('family.too-young')
  if (link.since !== null && link.until !== null && link.until < link.since)
    problems.push('family.bad-period')
  const own = links.filter(({ personId }) => personId === link.personId)
  const isTaken = own.some(
    known => known.relativeId === link.relativeId || (isParent && known.relation === link.relation),
  )
  const isBack = links.some(known => known.personId === link.relativeId && known.relativeId === link.personId)
  if (isTaken) problems.push('family.already-linked')
  if (isBack) problems.push(link.relation === 'sibling' ? 'family.already-linked' : 'family.circle')
  return [...new Set(problems)]
}

/** What a relative's text and a registered person have in common. */
export type RelativeMatchReason = 'same-id' | 'same-name' | 'same-phone' | 'same-birth-year'

/**
 * Whether a person may be the relative written in somebody's record: by the identity number, or by the name with a
 * phone or a birth year that fits. A different number or year is somebody else. Empty: not the same.
 */
export function matchRelative(
  relative: Pick<Relative, 'name' | 'phone' | 'nationalId' | 'birthYear' | 'relation'>,
  candidate: Pick<Person, 'name' | 'phone' | 'birthDate' | 'identifiers' | 'sex'>,
): readonly RelativeMatchReason[] {
  const numbers = candidate.identifiers
    .filter(({ system }) => system === 'national-id' || system === 'old-national-id')
    .map(({ value }) => value)
  if (!fitsSex(relative.relation, candidate.sex)) return []
  const own = relative.nationalId
  if (own !== null && numbers.includes(own)) return ['same-id']
  if (own !== null && numbers.some(number => number.length === own.length)) return []
  const bornIn = Number(candidate.birthDate.slice(0, 4))
  if (relative.birthYear !== null && relative.birthYear !== bornIn) return []
  if (nameKey(relative.name) === '' || nameKey(relative.name) !== nameKey(candidate.name)) return []
  const reasons: RelativeMatchReason[] = ['same-name']
  if (relative.phone !== null && relative.phone === candidate.phone) reasons.push('same-phone')
  if (relative.birthYear !== null) reasons.push('same-birth-year')
  return reasons.length > 1 ? reasons : []
}

function fitsSex(relation: Relation, sex: Person['sex']): boolean {
  return !((relation === 'mother' && sex === 'male') || (relation === 'father' && sex === 'female'))
}

/** Whether two records name one parent: one number, or one name with one phone. Twins and siblings are found so. */
export function shareParent(a: Pick<Person, 'relatives'>, b: Pick<Person, 'relatives'>): boolean {
  return (['mother', 'father'] as const).some(relation => {
    const [left, right] = [a, b].map(({ relatives }) => relatives.find(known => known.relation === relation))
    if (!left || !right) return false
    if (left.nationalId !== null && right.nationalId !== null) return left.nationalId === right.nationalId
    const sameName = nameKey(left.name) !== '' && nameKey(left.name) === nameKey(right.name)
    return sameName && left.phone !== null && left.phone === right.phone
  })
}
