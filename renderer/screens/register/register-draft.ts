import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { normalizeIdentifier } from '../../../src/domain/person/identifiers'
import { tidyName } from '../../../src/domain/person/name-key'
import type {
  Address,
  AddressUse,
  AlertCode,
  IdentifierSystem,
  ManagedBy,
  Person,
  PersonKind,
  Relation,
  Sex,
} from '../../../src/domain/person/person'
import { normalizePhone } from '../../../src/domain/person/phone'
import type { RegisterPrefill } from '../../frame/navigation'

export type OtherUse = Exclude<AddressUse, 'current'>
export const otherUses: readonly OtherUse[] = ['permanent', 'birth', 'birth-registration', 'origin']

/** The systems a user types a number of; our own code is minted. */
export const typedSystems = [
  'national-id',
  'niis-code',
  'health-insurance',
  'birth-certificate',
  'passport',
  'old-national-id',
] as const satisfies readonly IdentifierSystem[]
export type TypedSystem = (typeof typedSystems)[number]

export type RelativeDraft = {
  readonly relation: Relation
  readonly name: string
  readonly phone: string
  readonly birthYear: string
  readonly nationalId: string
}

/** A relative who is in the register already. */
export type RelativeLink = {
  readonly relation: Relation
  readonly personId: string
  readonly name: string
}

/** A person as typed so far; texts stay as typed until the record is made. */
export type RegisterDraft = {
  readonly kind: PersonKind
  readonly sex: Sex | null
  readonly name: string
  readonly isNewborn: boolean
  readonly birthDate: CalendarDay | null
  readonly birthTime: string
  readonly phone: string
  readonly relatives: readonly RelativeDraft[]
  readonly ethnicGroupCode: string | null
  readonly current: Address
  /** 'unknown', 'same' as the current one, as the 'permanent' one, or another place. */
  readonly others: Readonly<Record<OtherUse, 'unknown' | 'same' | 'permanent' | Address>>
  readonly identifiers: Readonly<Record<TypedSystem, string>>
  readonly birthWeightG: string
  readonly gestationWeeks: string
  readonly protectedAtBirth: boolean | null
  readonly alerts: Readonly<Partial<Record<AlertCode, string>>>
  readonly note: string
  /** Whose data stay at the point, because the police or the army manages them. */
  readonly managedBy: ManagedBy | null
  /** Registered people to link when the record is stored: the mother found by what was typed of her. */
  readonly links: readonly RelativeLink[]
}

/** An address of which nothing is known. */
export const emptyAddress: Address = { provinceCode: null, communeCode: null, hamlet: null, line: null }

/** A fresh form: the point's own commune, Kinh, a child with its mother; and whatever the search knew. */
export function newDraft(prefill: RegisterPrefill | null, point: Address | null): RegisterDraft {
  const isChild = prefill?.nationalId == null
  return {
    kind: 'child',
    sex: prefill?.sex ?? null,
    name: prefill?.name ?? '',
    isNewborn: false,
    birthDate: prefill?.birthDate ?? null,
    birthTime: '',
    phone: isChild ? '' : (prefill?.phone ?? ''),
    relatives: [
      {
        relation: 'mother',
        name: '',
        phone: isChild ? (prefill?.phone ?? '') : '',
        birthYear: '',
        nationalId: '',
      },
    ],
    ethnicGroupCode: '01',
    current: {
      ...emptyAddress,
      provinceCode: point?.provinceCode ?? null,
      communeCode: point?.communeCode ?? null,
    },
    others: { birth: 'unknown', 'birth-registration': 'unknown', origin: 'unknown', permanent: 'unknown' },
    identifiers: {
      'national-id': prefill?.nationalId ?? '',
      'niis-code': '',
      'health-insurance': '',
      'birth-certificate': '',
      passport: '',
      'old-national-id': '',
    },
    birthWeightG: '',
    gestationWeeks: '',
    protectedAtBirth: null,
    alerts: {},
    note: '',
    managedBy: null,
    links: [],
  }
}

/** Fields without which nobody can be told from anybody else. */
export function missingIn(draft: RegisterDraft): readonly ('sex' | 'birthDate' | 'name' | 'relative')[] {
  const missing: ('sex' | 'birthDate' | 'name' | 'relative')[] = []
  if (draft.sex === null) missing.push('sex')
  if (draft.birthDate === null) missing.push('birthDate')
  if (!draft.isNewborn && draft.name.trim() === '') missing.push('name')
  if (draft.isNewborn && !draft.relatives.some(found => found.name.trim() !== '')) missing.push('relative')
  return missing
}

/** The record as it will be stored; null while sex or birth date are missing. Wrong numbers stay, so that they are told. */
export function toPerson(draft: RegisterDraft, today: CalendarDay): Person | null {
  if (draft.birthDate === null || draft.sex === null) return null
  return {
    kind: draft.kind,
    name: draft.isNewborn ? '' : tidyName(draft.name),
    birthDate: draft.birthDate,
    birthTime: toTime(draft.birthTime),
    sex: draft.sex,
    ethnicGroupCode: draft.ethnicGroupCode,
    nationalityCode: null,
    bloodGroup: null,
    phone: toPhone(draft.phone),
    identifiers: typedSystems
      .filter(system => draft.identifiers[system].trim() !== '')
      .map(system => normalizeIdentifier({ system, value: draft.identifiers[system] })),
    addresses: addressesOf(draft),
    relatives: draft.relatives
      .filter(({ name, phone }) => name.trim() !== '' || phone.trim() !== '')
      .map(toRelative),
    alerts: Object.entries(draft.alerts).map(([code, note]) => ({
      code: code as AlertCode,
      note: orNull(note),
      notedOn: today,
    })),
    protectedAtBirth: draft.protectedAtBirth,
    gestationWeeks: toNumber(draft.gestationWeeks),
    birthWeightG: toNumber(draft.birthWeightG),
    note: orNull(draft.note),
    managedBy: draft.managedBy,
  }
}

function addressesOf(draft: RegisterDraft): Person['addresses'] {
  const addresses: Partial<Record<AddressUse, Address>> = { current: draft.current }
  for (const use of otherUses) {
    const other = draft.others[use]
    const meant = other === 'permanent' ? draft.others.permanent : other
    if (meant === 'same') addresses[use] = draft.current
    else if (typeof meant !== 'string') addresses[use] = meant
  }
  return addresses
}

function toRelative(relative: RelativeDraft): Person['relatives'][number] {
  return {
    relation: relative.relation,
    name: tidyName(relative.name),
    nationalId: orNull(relative.nationalId.replace(/[\s.-]/gu, '')),
    phone: toPhone(relative.phone),
    birthYear: toNumber(relative.birthYear),
  }
}

/** `830`, `0830`, `8:30`, `8h30` → `08:30`; anything else as typed, so that the rule can refuse it. */
export function toTime(typed: string): string | null {
  const parts = /^(\d{1,2})\s*[:h.]?\s*(\d{2})$/iu.exec(typed.trim())
  return parts ? `${(parts[1] ?? '').padStart(2, '0')}:${parts[2]}` : orNull(typed)
}

function toPhone(typed: string): string | null {
  return typed.trim() === '' ? null : (normalizePhone(typed) ?? typed.trim())
}

function toNumber(typed: string): number | null {
  const digits = typed.replace(/\D/gu, '')
  return digits === '' ? null : Number(digits)
}

function orNull(typed: string | undefined): string | null {
  const trimmed = typed?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
