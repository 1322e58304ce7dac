import { shareParent } from '../person/family'
import { givenKey, nameKey } from '../person/name-key'
import type { Person } from '../person/person'

/** How somebody was told to be who the screen says: their code was scanned, or name and birth date were said. */
export const identityWays = ['code', 'two-identifiers'] as const
export type IdentityWay = (typeof identityWays)[number]

/** That whoever is in front of the vaccinator is the person of the visit. Kept, because it is what a dose rests on. */
export type IdentityCheck = {
  readonly personId: string
  readonly visitId: string
  readonly how: IdentityWay
  /** People of the same morning who look alike on paper, and whom the vaccinator was shown. */
  readonly toldApartFrom: readonly string[]
  readonly byUserId: string
  readonly byName: string
}

/** Why two people of one morning are easily taken for one another. */
export type AlikeWhy = 'same-name' | 'twin' | 'same-given-name-and-birth'

/** What tells two people apart who are easily taken for one another. */
export type AlikeField = 'name' | 'birthDate' | 'sex' | 'mother' | 'hamlet'

type Compared = Pick<Person, 'name' | 'birthDate' | 'sex' | 'relatives' | 'addresses'>

/** Why `other` could be taken for `one`; null when hardly. Marks on letters are not told apart: a call is misheard. */
export function alikeness(one: Compared, other: Compared): AlikeWhy | null {
  const isBornTogether = one.birthDate === other.birthDate
  const key = nameKey(one.name)
  if (key !== '' && key === nameKey(other.name)) return 'same-name'
  if (!isBornTogether) return null
  if (shareParent(one, other)) return 'twin'
  const given = givenKey(one.name)
  return given !== '' && given === givenKey(other.name) ? 'same-given-name-and-birth' : null
}

/** The fields in which two people differ, the ones a parent can say first. */
export function differencesOf(one: Compared, other: Compared): readonly AlikeField[] {
  const said: readonly (readonly [AlikeField, string, string])[] = [
    ['name', one.name, other.name],
    ['birthDate', one.birthDate, other.birthDate],
    ['sex', one.sex, other.sex],
    ['mother', motherOf(one), motherOf(other)],
    ['hamlet', one.addresses.current?.hamlet ?? '', other.addresses.current?.hamlet ?? ''],
  ]
  return said.filter(([, a, b]) => a !== b).map(([field]) => field)
}

function motherOf({ relatives }: Compared): string {
  return relatives.find(({ relation }) => relation === 'mother')?.name ?? ''
}
