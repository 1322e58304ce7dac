import { ageOf } from '../calendar/age'
import type { CalendarDay } from '../calendar/calendar-day'
import type { PlaceLookup } from '../exchange/place-names'
import type { Address, Identifier, PersonKind, Sex } from '../person/person'
import type { CardReading, ScanReading } from './scan-types'

/** What a scan of somebody unknown puts into the form. Everything may be changed; nothing is stored by it. */
export type ScanDraft = {
  readonly from: CardReading['kind'] | 'number'
  readonly kind: PersonKind
  readonly name: string | null
  readonly birthDate: CalendarDay | null
  readonly sex: Sex
  readonly identifiers: readonly Identifier[]
  /** The address of the card, in the units of today where its words decide them. */
  readonly permanent: Address | null
  readonly motherName: string | null
  readonly fatherName: string | null
  /** What the person at the desk must ask or compare. */
  readonly checks: readonly ScanCheck[]
}

/** `name` did not arrive and must be asked; `number` stands alone and must be compared with the paper; `layout` is unconfirmed. */
export type ScanCheck = 'name' | 'birth-date' | 'number' | 'layout'

/** The form for somebody of whom only a scan is known. A bare number goes to the list it most likely comes from. */
export function draftOf(
  scan: CardReading | Extract<ScanReading, { readonly kind: 'number' }>,
  today: CalendarDay,
  find: PlaceLookup,
): ScanDraft {
  if (scan.kind === 'number') {
    const [system = 'niis-code'] = scan.systems
    return {
      ...emptyDraft,
      from: 'number',
      identifiers: [{ system, value: scan.value }],
      checks: ['name', 'number'],
    }
  }
  const { name, birthDate, sex, identifiers, motherName, fatherName } = scan
  const checks: readonly (ScanCheck | false)[] = [
    name === null && 'name',
    birthDate === null && 'birth-date',
    scan.isUnverified && scan.kind !== 'citizen-card' && 'layout',
  ]
  return {
    from: scan.kind,
    kind: kindOf(birthDate, sex, today),
    name,
    birthDate,
    sex,
    identifiers,
    permanent: scan.addressLine === null ? null : placeOf(scan.addressLine, find),
    motherName,
    fatherName,
    checks: checks.filter(check => check !== false),
  }
}

const emptyDraft = {
  kind: 'child',
  name: null,
  birthDate: null,
  sex: 'unknown',
  permanent: null,
  motherName: null,
  fatherName: null,
} as const

/** Women of child-bearing age are followed for tetanus; below 15 everybody is a child. */
function kindOf(birthDate: CalendarDay | null, sex: Sex, today: CalendarDay): PersonKind {
  if (birthDate === null || birthDate > today) return 'child'
  const { years } = ageOf(birthDate, today)
  if (years < 15) return 'child'
  return sex === 'female' && years < 50 ? 'woman' : 'other'
}

/**
 * `Thôn 4, Đông Sơn, Thanh Hóa`, with or without a district. Read as two levels and as three; where both fit different
 * communes, or none fits, the words stay a line and only the province is taken.
 */
export function placeOf(line: string, find: PlaceLookup): Address {
  const words = line.normalize('NFC').trim()
  const parts = words
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)
  const province = parts.at(-1) ?? ''
  const inTwo = parts.length >= 2 ? find(province, '', parts.at(-2) ?? '') : null
  const inThree = parts.length >= 3 ? find(province, parts.at(-2) ?? '', parts.at(-3) ?? '') : null
  const provinceCode =
    inTwo?.provinceCode ?? inThree?.provinceCode ?? find(province, '', '')?.provinceCode ?? null
  const two = inTwo?.communeCode ?? null
  const three = inThree?.communeCode ?? null
  const communeCode = two !== null && three !== null && two !== three ? null : (three ?? two)
  if (communeCode === null) return { provinceCode, communeCode, hamlet: null, line: words || null }
  const rest = parts.slice(0, three === null ? -2 : -3)
  const hamletAt = rest.findLastIndex(part => isHamlet.test(part))
  const hamlet = hamletAt === -1 ? null : (rest[hamletAt] ?? null)
  const street = rest.filter((_, at) => at !== hamletAt).join(', ')
  return { provinceCode, communeCode, hamlet, line: street || null }
}

const isHamlet = /^(?:thôn|xóm|ấp|bản|làng|tổ|khu phố|khu|khóm|buôn|tổ dân phố|tdp)\s/iu
