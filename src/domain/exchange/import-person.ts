import type { CalendarDay } from '../calendar/calendar-day'
import { tidyName } from '../person/name-key'
import type { Address, Identifier, Person, PersonKind, Relation, Relative, Sex } from '../person/person'
import { readPersonCode } from '../person/person-code'
import { normalizePhone } from '../person/phone'
import { type DateReading, readDay, readDigits, readPhoneText } from './cell-values'
import type { EthnicGroupLookup } from './ethnic-groups'
import type { ImportField } from './import-fields'
import { type CellText, type ImportProblem, problem } from './import-problems'
import { readNiisSex } from './niis-values'
import type { PlaceLookup } from './place-names'
import type { Cell } from './table'

/** One cell of a row under its field; an absent column reads as empty. */
export type RowCell = CellText & { readonly cell: Cell }
export type RowCells = (field: ImportField) => RowCell

export type PersonReading = {
  readonly today: CalendarDay
  readonly birthDates: DateReading
  readonly findPlace: PlaceLookup
  readonly findEthnicGroup: EthnicGroupLookup
}

/** Reads the person of a row. Null beside blocking problems; warnings leave a field empty. */
export function readImportPerson(
  cells: RowCells,
  reading: PersonReading,
): { readonly person: Person | null; readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = []
  const birthDate = readDay(cells('birthDate').cell, reading.birthDates)
  const sex = readNiisSex(cells('sex').text)
  const { name, motherName } = readNames(cells)
  const identifiers = readIdentifiers(cells, problems)
  if (birthDate === null) problems.push(problem('import.bad-date', cells('birthDate')))
  else if (birthDate > reading.today) problems.push(problem('import.birth-in-future', cells('birthDate')))
  if (sex === null) problems.push(problem('import.bad-sex', cells('sex')))
  if (name === '' && motherName === '') problems.push(problem('import.no-name', cells('name')))
  if (birthDate === null || sex === null || problems.some(it => it.severity === 'blocking'))
    return { person: null, problems }
  const phone = readPhone(cells('phone'), problems)
  const person: Person = {
    kind: kindOf(birthDate, sex, reading.today),
    name,
    birthDate,
    birthTime: null,
    sex,
    ethnicGroupCode: readEthnicGroup(cells('ethnicGroup'), reading, problems),
    nationalityCode: null,
    bloodGroup: null,
    phone,
    identifiers,
    addresses: readAddresses(cells, reading.findPlace, problems),
    relatives: readRelatives(cells, motherName, phone, problems),
    alerts: [],
    protectedAtBirth: null,
    gestationWeeks: null,
    birthWeightG: null,
    note: cells('note').text.slice(0, 500) || null,
  }
  return { person, problems }
}

function readNames(cells: RowCells): { readonly name: string; readonly motherName: string } {
  const motherName = tidyName(cells('motherName').text)
  const text = tidyName(cells('name').text)
  const newborn = /^(?:con bà|con ba|cb\.?)\s+(.+)$/iu.exec(text)
  if (!newborn) return { name: text, motherName }
  return { name: '', motherName: motherName === '' ? tidyName(newborn[1] ?? '') : motherName }
}

function readPhone(cell: RowCell, problems: ImportProblem[]): string | null {
  if (cell.text === '') return null
  const phone = normalizePhone(readPhoneText(cell.cell))
  if (phone === null) problems.push(problem('import.bad-phone', cell))
  return phone
}

function readRelatives(
  cells: RowCells,
  motherName: string,
  phone: string | null,
  problems: ImportProblem[],
): readonly Relative[] {
  const motherPhone = readPhone(cells('motherPhone'), problems) ?? phone
  const named: readonly (readonly [Relation, string, string | null])[] = [
    ['mother', motherName, motherPhone],
    ['father', tidyName(cells('fatherName').text), null],
    ['guardian', tidyName(cells('guardianName').text), null],
  ]
  return named
    .filter(([, name]) => name !== '')
    .map(([relation, name, own]) => ({ relation, name, nationalId: null, phone: own, birthYear: null }))
}

function kindOf(birthDate: CalendarDay, sex: Sex, today: CalendarDay): PersonKind {
  const eighteenth = `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}`
  if (today < eighteenth) return 'child'
  return sex === 'female' ? 'woman' : 'other'
}

function readEthnicGroup(cell: RowCell, reading: PersonReading, problems: ImportProblem[]): string | null {
  if (cell.text === '') return null
  const code = reading.findEthnicGroup(cell.text)
  if (code === null) problems.push(problem('import.unknown-ethnic-group', cell))
  return code
}

/** A code of the national system that cannot be one stops the row: a spreadsheet has rounded it, and it means another child. */
function readIdentifiers(cells: RowCells, problems: ImportProblem[]): readonly Identifier[] {
  const found: Identifier[] = []
  const niis = cells('niisCode')
  const niisCode = readDigits(niis.cell, null)
  const isRounded = typeof niis.cell === 'number' && !Number.isSafeInteger(niis.cell)
  if (niisCode !== '' && (isRounded || !/^\d{10,20}$/u.test(niisCode)))
    problems.push(problem('import.bad-source-code', niis))
  else if (niisCode !== '') found.push({ system: 'niis-code', value: niisCode })
  const own = cells('ownCode')
  const ownCode = readDigits(own.cell, 16)
  if (ownCode !== '' && readPersonCode(ownCode) !== null)
    found.push({ system: 'person-code', value: ownCode })
  found.push(...readNationalId(cells('nationalId'), problems))
  const insurance = cells('healthInsurance')
  const card = insurance.text.toUpperCase().replace(/[\s.-]/gu, '')
  if (/^(?:\d{10}|[A-Z]{2}\d{13})$/u.test(card)) found.push({ system: 'health-insurance', value: card })
  else if (card !== '') problems.push(problem('import.bad-identifier', insurance))
  return found
}

/** As a number, 12 digits lose zeros in front; 9 digits are the card before, and are taken so only where they are text. */
function readNationalId(cell: RowCell, problems: ImportProblem[]): readonly Identifier[] {
  if (cell.text === '') return []
  const digits = readDigits(cell.cell, 12)
  if (/^\d{12}$/u.test(digits) && !/^0{4}/u.test(digits)) return [{ system: 'national-id', value: digits }]
  if (/^\d{9}$/u.test(readDigits(cell.text, null)))
    return [{ system: 'old-national-id', value: readDigits(cell.text, null) }]
  if (/^\d{12}$/u.test(cell.text)) return [{ system: 'national-id', value: cell.text }]
  problems.push(problem('import.bad-identifier', cell))
  return []
}

/** The place of registration is where the person lives now; the other places of QĐ 3891 are in no list seen so far. */
function readAddresses(
  cells: RowCells,
  findPlace: PlaceLookup,
  problems: ImportProblem[],
): Person['addresses'] {
  const [province, district, commune] = [cells('province'), cells('district'), cells('commune')]
  const hamlet = cells('hamlet').text || null
  if (province.text === '' && commune.text === '') return readWritten(cells('address'), hamlet, findPlace)
  const place = findPlace(province.text, district.text, commune.text)
  const line = cells('address').text || null
  if (place?.communeCode) return { current: { ...emptyAddress(hamlet), ...place, line } }
  const written = [commune.text, district.text, province.text].filter(text => text !== '').join(', ')
  problems.push(problem('import.unknown-place', { ...commune, text: written }))
  // What was written is kept, so that the commune can be chosen later.
  const former = { provinceCode: null, districtCode: null, communeCode: null, asWritten: written }
  const provinceCode = place?.provinceCode ?? null
  return { current: { provinceCode, communeCode: null, hamlet, line: null, former } }
}

/** An address in one cell, hamlet first: its last parts may name units; what they do not decide stays as written. */
function readWritten(cell: RowCell, hamlet: string | null, findPlace: PlaceLookup): Person['addresses'] {
  if (cell.text === '') return hamlet ? { current: emptyAddress(hamlet) } : {}
  const parts = cell.text.split(/\s*[,;]\s*|\s+-\s+/u).filter(part => part !== '')
  const [province = '', second = '', third = ''] = parts.toReversed()
  const three = third === '' ? null : findPlace(province, second, third)
  const found = three?.communeCode
    ? { place: three, used: 3 }
    : { place: findPlace(province, '', second), used: 2 }
  if (!found.place?.communeCode) return { current: { ...emptyAddress(hamlet), line: cell.text } }
  const rest = parts.slice(0, -found.used).join(', ')
  const isHamlet = hamlet === null && rest !== ''
  return {
    current: { ...found.place, hamlet: isHamlet ? rest : hamlet, line: isHamlet ? null : rest || null },
  }
}

function emptyAddress(hamlet: string | null): Address {
  return { provinceCode: null, communeCode: null, hamlet, line: null }
}
