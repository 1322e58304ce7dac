import type { Person, Relation, Sex } from '../person/person'
import { normalizePhone } from '../person/phone'
import { readBirthName } from './birth-name'
import { type BirthDay, birthDayOf } from './compare-dates'
import { type ComparedNumbers, comparedNumbers } from './compare-identifiers'
import { createNameWriter, type WrittenName } from './written-name'

/** A dose as evidence: product, day and lot. Doses whose day is not known say too little. */
export type LinkageDose = {
  readonly vaccineCode: string
  readonly on: string
  readonly lot: string | null
}

export type LinkageRelative = {
  readonly name: WrittenName
  readonly nationalId: string | null
  readonly birthYear: number | null
}

export type LinkagePlace = { readonly communeCode: string; readonly hamlet: string; readonly shown: string }

/** What two records are compared by, made ready once for many comparisons. */
export type LinkageRecord = {
  readonly id: string
  readonly name: WrittenName
  /** A newborn without a name of its own. */
  readonly isNameless: boolean
  readonly birth: BirthDay
  /** '1', '2', … where the record says which of several children it is. */
  readonly birthOrder: string | null
  readonly sex: Sex
  readonly mother: LinkageRelative | null
  readonly father: LinkageRelative | null
  readonly guardian: LinkageRelative | null
  readonly phones: readonly string[]
  readonly places: readonly LinkagePlace[]
  readonly numbers: ComparedNumbers
  readonly doses: readonly LinkageDose[]
  /** The doses as evidence shows them, written out once when first asked for. */
  readonly shownDoses: () => string | null
}

/** The fields of a person that are compared. */
export type ComparedPerson = Pick<
  Person,
  'name' | 'birthDate' | 'sex' | 'phone' | 'identifiers' | 'addresses' | 'relatives'
>

export type RecordMaker = (id: string, person: ComparedPerson, doses: readonly LinkageDose[]) => LinkageRecord

/** Makes the function that prepares records; one maker for a whole register, because it remembers words. */
export function createRecordMaker(): RecordMaker {
  const writeName = createNameWriter()
  const noName = writeName('')

  return function makeRecord(id, person, doses) {
    const birthName = readBirthName(person.name)
    const relative = (relation: Relation): LinkageRelative | null => {
      const known = person.relatives.find(one => one.relation === relation)
      if (!known || (known.name.trim() === '' && known.nationalId === null)) return null
      return { name: writeName(known.name), nationalId: known.nationalId, birthYear: known.birthYear }
    }
    return {
      id,
      name: birthName ? noName : writeName(person.name),
      isNameless: birthName !== null,
      birth: birthDayOf(person.birthDate),
      birthOrder: birthName?.order ?? null,
      sex: person.sex,
      mother: relative('mother') ?? motherInName(birthName?.parentName ?? '', writeName),
      father: relative('father'),
      guardian: relative('guardian'),
      phones: phonesOf(person),
      places: placesOf(person, text => writeName(text).key),
      numbers: comparedNumbers(person),
      doses,
      shownDoses: once(() => shown(doses)),
    }
  }
}

function motherInName(name: string, writeName: (text: string) => WrittenName): LinkageRelative | null {
  return name === '' ? null : { name: writeName(name), nationalId: null, birthYear: null }
}

function phonesOf({ phone, relatives }: ComparedPerson): readonly string[] {
  const all = [phone, ...relatives.map(relative => relative.phone)]
  return [...new Set(all.flatMap(one => (one === null ? [] : (normalizePhone(one) ?? []))))]
}

function placesOf({ addresses }: ComparedPerson, key: (text: string) => string): readonly LinkagePlace[] {
  const places = new Map<string, LinkagePlace>()
  for (const use of ['current', 'permanent', 'birth', 'birth-registration'] as const) {
    const address = addresses[use]
    if (!address?.communeCode) continue
    const hamlet = key(address.hamlet ?? '')
    const shown = [address.hamlet, address.communeCode].filter(Boolean).join(', ')
    places.set(`${address.communeCode} ${hamlet}`, { communeCode: address.communeCode, hamlet, shown })
  }
  return [...places.values()]
}

function shown(doses: readonly LinkageDose[]): string | null {
  return doses.length === 0 ? null : doses.map(({ vaccineCode, on }) => `${vaccineCode} ${on}`).join(', ')
}

function once(make: () => string | null): () => string | null {
  let kept: { readonly text: string | null } | null = null
  return () => {
    kept ??= { text: make() }
    return kept.text
  }
}
