import type { CalendarDay } from '../calendar/calendar-day'
import { nameKey, tidyName } from '../person/name-key'
import type { Address, Person, PersonKind, Relative, Sex } from '../person/person'
import { normalizePhone } from '../person/phone'
import { type ImportCell, type ImportProblem, problem } from './import-problems'
import type { NiisField } from './niis-columns'
import { readNiisDate, readNiisSex } from './niis-values'
import type { PlaceLookup } from './place-names'

/** `resources/codes/ethnic-groups.json`. */
export type EthnicGroupsFile = {
  readonly ethnicGroups: readonly {
    readonly code: string
    readonly name: string
    readonly otherNames: readonly string[]
  }[]
}

/** Finds the two-digit code of a group by code or name; null when it is unknown. */
export type EthnicGroupLookup = (text: string) => string | null

/** Builds the lookup; spaces and hyphens do not matter (Ba na, Ba-na, Bana), the first group with a name keeps it. */
export function createEthnicGroupLookup(file: EthnicGroupsFile): EthnicGroupLookup {
  const codes = new Map<string, string>()
  const put = (text: string, code: string) => {
    const key = nameKey(text).replaceAll(' ', '')
    if (!codes.has(key)) codes.set(key, code)
  }
  for (const { code, name } of file.ethnicGroups) {
    put(code, code)
    put(name, code)
  }
  for (const { code, otherNames } of file.ethnicGroups) for (const name of otherNames) put(name, code)
  return text => codes.get(nameKey(text).replaceAll(' ', '')) ?? null
}

type PersonContext = {
  readonly today: CalendarDay
  readonly findPlace: PlaceLookup
  readonly findEthnicGroup: EthnicGroupLookup
}

/** Reads the person of a row. Null beside blocking problems; warnings leave a field empty. */
export function readNiisPerson(
  cell: ImportCell,
  context: PersonContext,
): { readonly person: Person | null; readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = []
  const birthDate = readNiisDate(cell('birthDate').text)
  const sex = readNiisSex(cell('sex').text)
  const { name, motherName } = readNames(cell)
  if (birthDate === null) problems.push(problem('import.bad-date', cell('birthDate')))
  else if (birthDate > context.today) problems.push(problem('import.birth-in-future', cell('birthDate')))
  if (sex === null) problems.push(problem('import.bad-sex', cell('sex')))
  if (name === '' && motherName === '') problems.push(problem('import.no-name', cell('name')))
  if (birthDate === null || sex === null || problems.length > 0) return { person: null, problems }
  const phone = warnOn(cell('phone'), 'import.bad-phone', normalizePhone, problems)
  const person: Person = {
    kind: kindOf(birthDate, sex, context.today),
    name,
    birthDate,
    birthTime: null,
    sex,
    ethnicGroupCode: warnOn(
      cell('ethnicGroup'),
      'import.unknown-ethnic-group',
      context.findEthnicGroup,
      problems,
    ),
    nationalityCode: null,
    bloodGroup: null,
    phone,
    identifiers: readIdentifiers(cell, problems),
    addresses: readAddresses(cell, context.findPlace, problems),
    relatives: readMother(motherName, phone),
    alerts: [],
    protectedAtBirth: null,
    gestationWeeks: null,
    birthWeightG: null,
    note: null,
  }
  return { person, problems }
}

/** A field in which two rows of one person disagree; null when they agree. Telling which row is right is up to people. */
export function personsDiffer(first: Person, second: Person): NiisField | null {
  if (first.birthDate !== second.birthDate) return 'birthDate'
  if (first.sex !== second.sex) return 'sex'
  return nameKey(first.name) === nameKey(second.name) ? null : 'name'
}

function readNames(cell: ImportCell): { readonly name: string; readonly motherName: string } {
  const motherName = tidyName(cell('motherName').text)
  const text = tidyName(cell('name').text)
  const newborn = /^(?:con bà|con ba|cb\.?)\s+(.+)$/iu.exec(text)
  if (!newborn) return { name: text, motherName }
  return { name: '', motherName: motherName === '' ? tidyName(newborn[1] ?? '') : motherName }
}

function readMother(name: string, phone: string | null): readonly Relative[] {
  return name === '' ? [] : [{ relation: 'mother', name, nationalId: null, phone, birthYear: null }]
}

function kindOf(birthDate: CalendarDay, sex: Sex, today: CalendarDay): PersonKind {
  const eighteenth = `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}`
  if (today < eighteenth) return 'child'
  return sex === 'female' ? 'woman' : 'other'
}

function readIdentifiers(cell: ImportCell, problems: ImportProblem[]): Person['identifiers'] {
  const own = cell('nationalId')
  const niis = { system: 'niis-code', value: cell('sourceCode').text } as const
  if (own.text === '') return [niis]
  if (/^\d{12}$/u.test(own.text)) return [niis, { system: 'national-id', value: own.text }]
  if (/^\d{9}$/u.test(own.text)) return [niis, { system: 'old-national-id', value: own.text }]
  problems.push(problem('import.bad-identifier', own))
  return [niis]
}

/** The place of registration is where the person lives now; the other places of QĐ 3891 are not in an extract. */
function readAddresses(
  cell: ImportCell,
  findPlace: PlaceLookup,
  problems: ImportProblem[],
): Person['addresses'] {
  const [province, district, commune] = [cell('province'), cell('district'), cell('commune')]
  const hamlet = cell('hamlet').text || null
  if (province.text === '' && commune.text === '') return hamlet ? { current: emptyAddress(hamlet) } : {}
  const place = findPlace(province.text, district.text, commune.text)
  if (place?.communeCode) return { current: { ...emptyAddress(hamlet), ...place } }
  const written = [commune.text, district.text, province.text].filter(text => text !== '').join(', ')
  problems.push(problem('import.unknown-place', { ...commune, text: written }))
  // What was written is kept, so that the commune can be chosen later.
  const former = { provinceCode: null, districtCode: null, communeCode: null, asWritten: written }
  const provinceCode = place?.provinceCode ?? null
  return { current: { provinceCode, communeCode: null, hamlet, line: null, former } }
}

function emptyAddress(hamlet: string | null): Address {
  return { provinceCode: null, communeCode: null, hamlet, line: null }
}

function warnOn(
  cell: ReturnType<ImportCell>,
  code: 'import.bad-phone' | 'import.unknown-ethnic-group',
  read: (text: string) => string | null,
  problems: ImportProblem[],
): string | null {
  if (cell.text === '') return null
  const value = read(cell.text)
  if (value === null) problems.push(problem(code, cell))
  return value
}
