import type { CalendarDay } from '../calendar/calendar-day'
import type { Address, Person, Relative, Sex } from '../person/person'
import { between, chance, pick, pickWeighted, type Random } from './random'

/** `resources/practice/names.json`: name parts with how often they occur. */
export type NamePartsFile = {
  readonly familyNames: readonly (readonly [string, number])[]
  readonly middleNames: SexedParts
  readonly givenNames: SexedParts
  readonly minorityNames: readonly {
    readonly ethnicGroupCode: string
    readonly family: readonly string[]
    readonly male: readonly string[]
    readonly female: readonly string[]
  }[]
}

type SexedParts = Readonly<Record<'male' | 'female', readonly (readonly [string, number])[]>>
type KnownSex = Exclude<Sex, 'unknown'>

/** A family that does not exist: one family name, one ethnic group, one home. */
export type InventedFamily = {
  readonly ethnicGroupCode: string
  readonly mother: Relative
  readonly childName: (sex: KnownSex) => string
  readonly home: Address
}

/** Where invented people live. */
export type InventedPlace = {
  readonly provinceCode: string
  readonly communeCode: string
  readonly hamlets: readonly string[]
}

/** Invents a family; about one in eight belongs to an ethnic minority, whose names look different. */
export function inventFamily(
  random: Random,
  names: NamePartsFile,
  place: InventedPlace,
  motherBirthYear: number,
): InventedFamily {
  const minority = chance(random, 0.13) ? pick(random, names.minorityNames) : null
  const familyName = minority ? pick(random, minority.family) : pickWeighted(random, names.familyNames)
  const givenPart = (sex: KnownSex) =>
    minority
      ? pick(random, minority[sex])
      : `${middleName(random, names, sex)} ${pickWeighted(random, names.givenNames[sex])}`
  const motherFamilyName = minority ? pick(random, minority.family) : pickWeighted(random, names.familyNames)
  return {
    ethnicGroupCode: minority?.ethnicGroupCode ?? '01',
    mother: {
      relation: 'mother',
      name: `${motherFamilyName} ${givenPart('female')}`.trim(),
      nationalId: null,
      phone: inventPhone(random),
      birthYear: motherBirthYear,
    },
    childName: sex => `${familyName} ${givenPart(sex)}`.trim(),
    home: {
      provinceCode: place.provinceCode,
      communeCode: place.communeCode,
      hamlet: pick(random, place.hamlets),
      line: null,
    },
  }
}

function middleName(random: Random, names: NamePartsFile, sex: KnownSex): string {
  // Half of the women and a third of the men have the traditional middle name.
  if (sex === 'female' && chance(random, 0.5)) return 'Thị'
  if (sex === 'male' && chance(random, 0.35)) return 'Văn'
  return pickWeighted(random, names.middleNames[sex])
}

/** A mobile number beginning `09000`, where no subscriber is known to us: practice mode must never call anybody, and sends no messages either. */
export function inventPhone(random: Random): string {
  return `09000${String(between(random, 0, 99_999)).padStart(5, '0')}`
}

/** Invents a child of a family, complete but for what is not known at many points: about half have a personal number. */
export function inventChild(
  random: Random,
  family: InventedFamily,
  birthDate: CalendarDay,
  isNameless: boolean,
): Person {
  const sex: KnownSex = chance(random, 0.52) ? 'male' : 'female'
  const isPreterm = chance(random, 0.04)
  return {
    kind: 'child',
    name: isNameless ? '' : family.childName(sex),
    birthDate,
    birthTime: chance(random, 0.6) ? `${two(between(random, 0, 23))}:${two(between(random, 0, 59))}` : null,
    sex,
    ethnicGroupCode: family.ethnicGroupCode,
    nationalityCode: 'VN',
    bloodGroup: null,
    phone: null,
    identifiers:
      isNameless || chance(random, 0.4)
        ? []
        : [{ system: 'national-id', value: inventNationalId(random, sex, birthDate) }],
    addresses: { current: family.home, permanent: family.home },
    relatives: [family.mother],
    alerts: [],
    protectedAtBirth: chance(random, 0.9) ? true : null,
    gestationWeeks: isPreterm ? between(random, 32, 36) : between(random, 37, 41),
    birthWeightG: isPreterm ? between(random, 170, 240) * 10 : between(random, 250, 390) * 10,
    note: null,
  }
}

/** A 12-digit number of the right shape for the person; its province digits 000 exist nowhere. */
export function inventNationalId(random: Random, sex: KnownSex, birthDate: CalendarDay): string {
  const century = (Number(birthDate.slice(0, 2)) - 19) * 2 + (sex === 'female' ? 1 : 0)
  return `000${century}${birthDate.slice(2, 4)}${String(between(random, 0, 999_999)).padStart(6, '0')}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
