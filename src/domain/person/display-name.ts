import { initialsOf } from './name-key'
import type { Person, Relation } from './person'

/** How a newborn without a name is called until the birth is registered: the convention on every Vietnamese ward. */
const namelessPrefix: Readonly<Partial<Record<Relation, string>>> = { mother: 'Con bà', father: 'Con ông' }

/**
 * The name shown for a person: their own, or `Con bà <tên mẹ>` (`Con ông …` when only the father is known) before the
 * birth is registered. Empty only for a record that `problemsOf` refuses with `person.no-name`.
 */
export function displayName(person: Pick<Person, 'name' | 'relatives'>): string {
  if (person.name.trim() !== '') return person.name.normalize('NFC').trim()
  for (const relation of ['mother', 'father'] as const) {
    const parent = person.relatives.find(
      relative => relative.relation === relation && relative.name.trim() !== '',
    )
    if (parent) return `${namelessPrefix[relation]} ${parent.name.normalize('NFC').trim()}`
  }
  return ''
}

/** True while the person is known only by a parent's name. */
export function isNameless(person: Pick<Person, 'name'>): boolean {
  return person.name.trim() === ''
}

/** Letters for the round picture; a newborn without a name has `CB`, so that it is not taken for the mother. */
export function avatarOf(person: Pick<Person, 'name' | 'relatives'>): string {
  return isNameless(person) ? 'CB' : initialsOf(person.name)
}
