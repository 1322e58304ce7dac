import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { between, chance, type Random } from '../../../src/domain/exchange/random'
import type { Identifier, Person, Relative } from '../../../src/domain/person/person'
import { ethnicGroupOf, fullName, inventGivenPart, inventLineage } from './names'
import type { TrueChild, TrueDose, TrueParent, TruePlace } from './people'
import { rates, slips } from './rates'
import { otherDigit, slipDate, slipName, withoutMiddle } from './slips'

/** How one record of a child is written. */
export type Writing = {
  readonly isNameless: boolean
  readonly home: TruePlace
  readonly phones: { readonly mother: string; readonly father: string }
  readonly doses: readonly TrueDose[]
}

/** Writes a child down, with the errors of a hand in a hurry. */
export function writeRecord(random: Random, child: TrueChild, writing: Writing, today: CalendarDay): Person {
  const isWithoutMarks = chance(random, slips.allMarksLost)
  const mother = writeMother(random, child, writing, isWithoutMarks)
  const relatives = [...mother, ...writeFather(random, child, writing, isWithoutMarks)]
  return {
    kind: 'child',
    name: writing.isNameless ? birthName(random, child, relatives) : ownName(random, child, isWithoutMarks),
    birthDate: slipDate(random, child.bornOn, today),
    birthTime: null,
    sex: writeSex(random, child),
    ethnicGroupCode: ethnicGroupOf(child.family.lineage),
    nationalityCode: 'VN',
    bloodGroup: null,
    phone: null,
    identifiers: writeNumbers(random, child, writing),
    addresses: { current: writeHome(random, writing.home) },
    relatives,
    alerts: [],
    protectedAtBirth: null,
    gestationWeeks: null,
    birthWeightG: null,
    note: null,
  }
}

function ownName(random: Random, child: TrueChild, isWithoutMarks: boolean): string {
  const { lineage } = child.family
  const name = chance(random, slips.renamed)
    ? fullName(lineage, inventGivenPart(random, lineage, child.sex, true))
    : child.name
  return slipName(random, name, isWithoutMarks)
}

/** Empty as the program wants it, or "Con bà …" in the field of the name; twins mostly with their order. */
function birthName(random: Random, { family, twinOrder }: TrueChild, relatives: readonly Relative[]): string {
  const hasMother = relatives.some(({ relation, name }) => relation === 'mother' && name !== '')
  if (hasMother && !chance(random, rates.birthNameInField)) return ''
  const order = twinOrder !== null && chance(random, 0.7) ? ` ${twinOrder}` : ''
  return `Con bà ${family.mother.name}${order}`
}

function writeMother(
  random: Random,
  child: TrueChild,
  writing: Writing,
  isWithoutMarks: boolean,
): readonly Relative[] {
  if (chance(random, slips.motherMissing)) return []
  const { mother } = child.family
  const lineage = inventLineage(random)
  const isOther = chance(random, slips.motherOther)
  const name = isOther ? fullName(lineage, inventGivenPart(random, lineage, 'female', false)) : mother.name
  const short = chance(random, slips.motherMiddleMissing) ? withoutMiddle(random, name) : name
  const birthYear = isOther ? mother.birthYear - 25 : writeYear(random, mother)
  const nationalId = isOther || !chance(random, 0.35) ? null : writeNumber(random, mother.nationalId)
  return [
    {
      relation: 'mother',
      name: slipName(random, short, isWithoutMarks),
      nationalId,
      phone: writePhone(random, writing.phones.mother),
      birthYear: chance(random, 0.7) ? birthYear : null,
    },
  ]
}

function writeYear(random: Random, { birthYear }: TrueParent): number {
  return chance(random, slips.motherYearWrong) ? birthYear + between(random, -5, 5) : birthYear
}

function writeFather(
  random: Random,
  child: TrueChild,
  writing: Writing,
  isWithoutMarks: boolean,
): readonly Relative[] {
  if (chance(random, slips.fatherMissing)) return []
  const { father } = child.family
  return [
    {
      relation: 'father',
      name: slipName(random, father.name, isWithoutMarks),
      nationalId: chance(random, 0.15) ? writeNumber(random, father.nationalId) : null,
      phone: chance(random, 0.3) ? writePhone(random, writing.phones.father) : null,
      birthYear: chance(random, 0.5) ? father.birthYear : null,
    },
  ]
}

function writePhone(random: Random, phone: string): string | null {
  if (chance(random, slips.phoneMissing)) return null
  return chance(random, slips.phoneDigit) ? `09${otherDigit(random, phone.slice(2))}` : phone
}

function writeNumber(random: Random, number: string): string {
  return chance(random, slips.idDigit) ? otherDigit(random, number) : number
}

function writeSex(random: Random, { sex }: TrueChild): Person['sex'] {
  if (chance(random, slips.sexUnknown)) return 'unknown'
  if (!chance(random, slips.sexWrong)) return sex
  return sex === 'male' ? 'female' : 'male'
}

/** A newborn without a name has no personal number yet; of the others half have theirs entered. */
function writeNumbers(random: Random, child: TrueChild, { isNameless }: Writing): readonly Identifier[] {
  const niis: Identifier = {
    system: 'niis-code',
    value: `9${between(random, 10 ** 6, 10 ** 7)}${between(random, 10 ** 6, 10 ** 7)}`,
  }
  const codes = chance(random, 0.6) ? [niis] : []
  if (isNameless || !chance(random, 0.5)) return codes
  return [...codes, { system: 'national-id', value: writeNumber(random, child.nationalId) }]
}

function writeHome(random: Random, { provinceCode, communeCode, hamlet }: TruePlace) {
  return {
    provinceCode,
    communeCode,
    hamlet: chance(random, slips.hamletMissing) ? null : hamlet,
    line: null,
  }
}
