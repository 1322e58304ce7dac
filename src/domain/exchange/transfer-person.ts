import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { Programme } from '../immunization/dose'
import type { DateAccuracy } from '../immunization/dose-date'
import { addressUses } from '../person/address-uses'
import type { Address, AlertCode, Identifier, Person, Relative } from '../person/person'
import { type ByteReader, type ByteWriter, UnreadableBytes } from './compact-bytes'

/** One dose as another point may copy it: what a card says. */
export type TransferDose = {
  readonly vaccineCode: string
  readonly givenOn: CalendarDay
  readonly givenOnAccuracy: DateAccuracy
  readonly programme: Programme
  readonly statedNumber: number | null
  readonly lotNumber: string | null
  readonly placeName: string | null
}

/** `resources/codes/transfer-numbers.json`: numbers that never change and are never given again. */
export type TransferNumbers = {
  readonly vaccines: Readonly<Record<string, number>>
  readonly alerts: Readonly<Record<string, number>>
}

const kinds = ['child', 'woman', 'other'] as const
const sexes = ['male', 'female', 'unknown'] as const
const relations = ['mother', 'father', 'guardian'] as const
const accuracies = [null, 'month', 'year'] as const
const programmes = ['epi', 'fee', 'campaign'] as const
const protections = [null, true, false] as const
const systems = [
  'niis-code',
  'national-id',
  'old-national-id',
  'health-insurance',
  'passport',
  'birth-certificate',
] as const

/** Days are counted from the dose before, and the small marks share one number: most doses take four bytes and a lot. */
export function writeDoses(
  to: ByteWriter,
  bornOn: CalendarDay,
  doses: readonly TransferDose[],
  numbers: TransferNumbers,
): void {
  const places = [...new Set(doses.flatMap(({ placeName }) => placeName ?? []))]
  writeList(to, places, place => to.text(place))
  let before = bornOn
  writeList(to, doses, dose => {
    to.count(numberIn(numbers.vaccines, dose.vaccineCode))
    to.signed(daysBetween(before, dose.givenOn))
    const marks = accuracies.indexOf(dose.givenOnAccuracy) * 3 + programmes.indexOf(dose.programme)
    const place = dose.placeName === null ? 0 : places.indexOf(dose.placeName) + 1
    const stated = dose.statedNumber === null ? 0 : dose.statedNumber + 1
    to.count(marks + 9 * (place + (places.length + 1) * stated))
    to.text(dose.lotNumber)
    before = dose.givenOn
  })
}

/** How many, then each. */
export function writeList<T>(to: ByteWriter, items: readonly T[], write: (item: T) => void): void {
  to.count(items.length)
  for (const item of items) write(item)
}

function numberIn(numbers: Readonly<Record<string, number>>, code: string): number {
  const number = numbers[code]
  if (number === undefined) throw new RangeError(`${code} has no number for transfer slips`)
  return number
}

/** A person as a slip carries them: without our own code and without the note. */
export function writePerson(to: ByteWriter, person: Person, numbers: TransferNumbers): void {
  to.count(kinds.indexOf(person.kind) * 3 + sexes.indexOf(person.sex))
  to.text(person.name)
  to.day(person.birthDate)
  to.text(person.birthTime)
  to.code(person.ethnicGroupCode)
  for (const text of [person.nationalityCode, person.bloodGroup, person.phone]) to.text(text)
  writeList(to, transferable(person.identifiers), ({ system, value }) => {
    to.count(systems.indexOf(system as (typeof systems)[number]))
    to.text(value)
  })
  writeAddresses(to, person.addresses)
  writeList(to, person.relatives, relative => {
    to.count(relations.indexOf(relative.relation))
    for (const text of [relative.name, relative.nationalId, relative.phone]) to.text(text)
    to.maybe(relative.birthYear)
  })
  writeList(to, person.alerts, alert => {
    to.count(numberIn(numbers.alerts, alert.code))
    to.text(alert.note)
    to.day(alert.notedOn)
  })
  to.count(protections.indexOf(person.protectedAtBirth))
  to.maybe(person.gestationWeeks)
  to.maybe(person.birthWeightG)
}

function transferable(identifiers: readonly Identifier[]): readonly Identifier[] {
  return identifiers.filter(({ system }) => systems.some(known => known === system))
}

/** 0: not known; 1: follows; 2 and up: the same as the one written so many before. */
function writeAddresses(to: ByteWriter, addresses: Person['addresses']): void {
  const written: string[] = []
  for (const use of addressUses) {
    const address = addresses[use]
    const key = JSON.stringify(address ?? null)
    const at = written.indexOf(key)
    to.count(address === undefined ? 0 : at < 0 ? 1 : at + 2)
    if (address === undefined || at >= 0) continue
    written.push(key)
    to.code(address.provinceCode)
    to.code(address.communeCode)
    to.text(address.hamlet)
    to.text(address.line)
    const former = address.former ?? null
    to.count(former === null ? 0 : 1)
    if (former === null) continue
    for (const code of [former.provinceCode, former.districtCode, former.communeCode]) to.code(code)
    to.text(former.asWritten)
  }
}

/** A product or alert that this version does not know yet. */
export class UnknownNumber extends Error {}

/** Reads doses with the places they name. */
export function readDoses(
  from: ByteReader,
  bornOn: CalendarDay,
  numbers: TransferNumbers,
): readonly TransferDose[] {
  const places = readList(from, 300, () => from.text(300))
  let before = bornOn
  return readList(from, 300, (): TransferDose => {
    const vaccineCode = codeOf(numbers.vaccines, from.count(99_999))
    const givenOn = addDays(before, from.signed(60_000))
    const packed = from.count(9_999_999)
    const [marks, rest] = [packed % 9, Math.floor(packed / 9)]
    const place = rest % (places.length + 1)
    const stated = Math.floor(rest / (places.length + 1))
    before = givenOn
    return {
      vaccineCode,
      givenOn,
      givenOnAccuracy: accuracies[Math.floor(marks / 3)] ?? null,
      programme: programmes[marks % 3] ?? 'epi',
      statedNumber: stated === 0 ? null : stated - 1,
      lotNumber: from.maybeText(60),
      placeName: place === 0 ? null : (places[place - 1] ?? null),
    }
  })
}

/** Reads what `writeList` wrote; at most so many. */
export function readList<T>(from: ByteReader, most: number, read: () => T): readonly T[] {
  return Array.from({ length: from.count(most) }, read)
}

function codeOf(numbers: Readonly<Record<string, number>>, number: number): string {
  const found = Object.entries(numbers).find(([, known]) => known === number)
  if (!found) throw new UnknownNumber()
  return found[0]
}

/** One of the choices. Throws UnreadableBytes beyond them. */
export function pick<T>(values: readonly T[], at: number): T {
  const value = values[at]
  if (value === undefined) throw new UnreadableBytes('no such choice')
  return value
}

/** Reads a person. */
export function readPerson(from: ByteReader, numbers: TransferNumbers): Person {
  const marks = from.count(8)
  return {
    kind: pick(kinds, Math.floor(marks / 3)),
    sex: pick(sexes, marks % 3),
    name: from.text(200),
    birthDate: from.day(),
    birthTime: from.maybeText(5),
    ethnicGroupCode: from.code(2),
    nationalityCode: from.maybeText(20),
    bloodGroup: from.maybeText(20),
    phone: from.maybeText(20),
    identifiers: readList(from, 20, () => ({ system: pick(systems, from.count(5)), value: from.text(40) })),
    addresses: readAddresses(from),
    relatives: readList(from, 6, () => readRelative(from)),
    alerts: readList(from, 50, () => ({
      code: codeOf(numbers.alerts, from.count(999)) as AlertCode,
      note: from.maybeText(500),
      notedOn: from.day(),
    })),
    protectedAtBirth: pick(protections, from.count(2)),
    gestationWeeks: from.maybe(60),
    birthWeightG: from.maybe(20_000),
    note: null,
  }
}

function readRelative(from: ByteReader): Relative {
  return {
    relation: pick(relations, from.count(2)),
    name: from.text(200),
    nationalId: from.maybeText(20),
    phone: from.maybeText(20),
    birthYear: from.maybe(2_200),
  }
}

function readAddresses(from: ByteReader): Person['addresses'] {
  const read: Address[] = []
  const entries = addressUses.flatMap(use => {
    const what = from.count(6)
    if (what === 0) return []
    if (what === 1) read.push(readAddress(from))
    return [[use, pick(read, what === 1 ? read.length - 1 : what - 2)] as const]
  })
  return Object.fromEntries(entries)
}

function readAddress(from: ByteReader): Address {
  const place = {
    provinceCode: from.code(2),
    communeCode: from.code(5),
    hamlet: from.maybeText(200),
    line: from.maybeText(200),
  }
  if (from.count(1) === 0) return place
  const former = { provinceCode: from.code(2), districtCode: from.code(3), communeCode: from.code(5) }
  return { ...place, former: { ...former, asWritten: from.maybeText(300) } }
}
