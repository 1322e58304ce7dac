import { registerPerson } from '../../../src/contract/person-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { Identifier, Person, Sex } from '../../../src/domain/person/person'
import { typedByWedge } from '../../../src/domain/scan/wedge'
import type { Desk } from './desk'

/** Somebody whose papers are scanned; everything about them is invented. */
export type Holder = {
  readonly personId: string
  readonly personCode: string
  readonly name: string
  readonly nationalId: string
  readonly niisCode: string
  readonly insurance: string
  readonly born: string
  readonly sex: Exclude<Sex, 'unknown'>
}

const given = ['Ước', 'Mơ', 'Sáu', 'Bảy', 'Thơm', 'Đượm', 'Vượng', 'Nhẫn', 'Quyên', 'Lựu'] as const
const middle = ['Thử', 'Bịa', 'Ví Dụ', 'Nháp', 'Mẫu', 'Tập'] as const

/** The facts of the n-th invented holder; every third is an adult, others are children. */
export function inventHolder(number: number): Omit<Holder, 'personId' | 'personCode'> {
  const sex = number % 2 === 0 ? 'female' : 'male'
  const isAdult = number % 3 === 0
  const year = isAdult ? 1980 + (number % 25) : 2020 + (number % 6)
  const century = (year < 2000 ? 0 : 2) + (sex === 'female' ? 1 : 0)
  const digits = String(100_000 + number * 37).slice(-6)
  return {
    name: `Quàng ${middle[number % middle.length]} ${given[number % given.length]} ${spelled(number)}`,
    nationalId: `038${century}${String(year).slice(2)}${digits}`,
    niisCode: `13815${year}${String(700_000 + number).padStart(6, '0')}`,
    insurance: `${isAdult ? 'GD' : 'TE'}138${String(3_800_000_000 + number * 7)}`,
    born: `${year}-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 27) + 1).padStart(2, '0')}`,
    sex,
  }
}

/** A number as letters, so that no two names are the same. */
function spelled(number: number): string {
  const letters = [...String(number)].map(digit => 'abcdeghikl'[Number(digit)] ?? '')
  return `Đ${letters.join('')}`
}

/** Registers the n-th holder. */
export async function registerHolder(
  desk: Desk,
  number: number,
  changes: Partial<Person> = {},
): Promise<Holder> {
  const facts = inventHolder(number)
  const identifiers: readonly Identifier[] = [
    { system: 'national-id', value: facts.nationalId },
    { system: 'niis-code', value: facts.niisCode },
    { system: 'health-insurance', value: facts.insurance },
  ]
  const person: Person = {
    kind: 'other',
    name: facts.name,
    birthDate: day(facts.born),
    birthTime: null,
    sex: facts.sex,
    ethnicGroupCode: '03',
    nationalityCode: 'VN',
    bloodGroup: null,
    phone: null,
    identifiers,
    addresses: {},
    relatives: [],
    alerts: [],
    protectedAtBirth: null,
    gestationWeeks: null,
    birthWeightG: null,
    note: null,
    ...changes,
  }
  const { personId, personCode } = await desk.ask(registerPerson, { person, notDuplicateOf: [] })
  return { ...facts, personId, personCode }
}

type Facts = Pick<Holder, 'name' | 'nationalId' | 'insurance' | 'born' | 'sex'>

const vietnameseDay = (born: string, between: string) => born.split('-').toReversed().join(between)
const hex = (text: string) => Buffer.from(text, 'utf8').toString('hex').toUpperCase()

/** The texts on somebody's papers, as a keyboard scanner types them. */
export const papers = {
  card: ({ nationalId, name, born, sex }: Facts) =>
    typedByWedge(
      `${nationalId}||${name.toUpperCase()}|${vietnameseDay(born, '')}|${sex === 'male' ? 'Nam' : 'Nữ'}|Thôn 4, Đông Sơn, Thanh Hóa|15062022`,
      'question',
    ),
  newCard: ({ nationalId, name, born, sex }: Facts) =>
    typedByWedge(
      `${nationalId}|173456789|${name.toUpperCase()}|${vietnameseDay(born, '/')}|${sex === 'male' ? 'Nam' : 'Nữ'}|Tổ 5, Thanh Hóa|15/06/2025||QUÀNG BỊA|LÒ BỊA|`,
      'dropped',
    ),
  insuranceQr: ({ insurance, name, born, sex }: Facts) =>
    `${insurance}|${hex(name)}|${vietnameseDay(born, '/')}|${sex === 'male' ? 1 : 2}|${hex('Đông Sơn, Thanh Hóa')}|38 - 001|01/01/2026|-|02/01/2026|380000|-|4|01/01/2031|1a2b-7102|4|${hex('Lò Bịa')}|$`,
  birthPaper: ({ nationalId, name, born, sex }: Facts) =>
    typedByWedge(
      JSON.stringify({
        soGKS: '123/2025',
        soDinhDanh: nationalId,
        hoTen: name,
        ngaySinh: vietnameseDay(born, '/'),
        gioiTinh: sex === 'male' ? 'Nam' : 'Nữ',
      }),
      'question',
    ),
}
