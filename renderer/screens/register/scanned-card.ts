import type { Address, Relation } from '../../../src/domain/person/person'
import type { ScanDraft } from '../../../src/domain/scan/card-draft'
import type { RegisterPrefill } from '../../frame/navigation'
import { newDraft, type RegisterDraft, type RelativeDraft, type TypedSystem } from './register-draft'

/** A fresh form with what the search or a scan knew. */
export function draftFor(prefill: RegisterPrefill | null, point: Address | null): RegisterDraft {
  const fresh = newDraft(prefill, point)
  return prefill?.scan ? withScan(fresh, prefill.scan) : fresh
}

/** Puts what a scanned card says of the person into the form; what it does not say stays as it was. */
export function withScan(draft: RegisterDraft, scan: ScanDraft): RegisterDraft {
  const identifiers = { ...draft.identifiers }
  for (const { system, value } of scan.identifiers)
    if (system !== 'person-code' && isFree(draft, system, value)) identifiers[system] = value
  return {
    ...draft,
    kind: scan.from === 'number' ? draft.kind : scan.kind,
    name: scan.name ?? draft.name,
    isNewborn: false,
    birthDate: scan.birthDate ?? draft.birthDate,
    sex: scan.sex === 'unknown' ? draft.sex : scan.sex,
    identifiers,
    relatives: withParents(draft.relatives, scan),
    others: scan.permanent === null ? draft.others : { ...draft.others, permanent: scan.permanent },
  }
}

/** A card has the long code and its ten digits; the one that came first is kept. */
function isFree(draft: RegisterDraft, system: TypedSystem, value: string): boolean {
  return system !== 'health-insurance' || draft.identifiers[system] === '' || value.length === 15
}

function withParents(relatives: readonly RelativeDraft[], scan: ScanDraft): readonly RelativeDraft[] {
  const [first, ...rest] = relatives
  const isEmpty = first !== undefined && first.name.trim() === ''
  if (!first || !isEmpty || scan.motherName === null) return relatives
  return [{ ...first, relation: 'mother', name: scan.motherName }, ...rest]
}

/** Puts the card of a parent or guardian where they stand in the form, and takes it out of the person's own fields. */
export function withScanAsRelative(draft: RegisterDraft, scan: ScanDraft, relation: Relation): RegisterDraft {
  const [first, ...rest] = draft.relatives
  const nationalId = numberOf(scan, 'national-id')
  const relative: RelativeDraft = {
    relation,
    name: scan.name ?? first?.name ?? '',
    phone: first?.phone ?? '',
    birthYear: scan.birthDate?.slice(0, 4) ?? first?.birthYear ?? '',
    nationalId: nationalId ?? first?.nationalId ?? '',
  }
  return { ...withoutScan(draft, scan), relatives: [relative, ...rest] }
}

function withoutScan(draft: RegisterDraft, scan: ScanDraft): RegisterDraft {
  const isHolder = scan.identifiers.some(
    ({ system, value }) => system !== 'person-code' && draft.identifiers[system] === value,
  )
  if (!isHolder) return draft
  const identifiers = { ...draft.identifiers }
  for (const { system } of scan.identifiers) if (system !== 'person-code') identifiers[system] = ''
  return {
    ...draft,
    kind: 'child',
    name: draft.name === scan.name ? '' : draft.name,
    birthDate: draft.birthDate === scan.birthDate ? null : draft.birthDate,
    sex: draft.sex === scan.sex ? null : draft.sex,
    identifiers,
  }
}

function numberOf(scan: ScanDraft, wanted: string): string | null {
  return scan.identifiers.find(({ system }) => system === wanted)?.value ?? null
}

/** True when the form already says of the person something else than the card: then the card may be a parent's. */
export function differsFrom(draft: RegisterDraft, scan: ScanDraft): boolean {
  const isOtherName = draft.name.trim() !== '' && draft.name !== scan.name
  const isOtherBirth = draft.birthDate !== null && draft.birthDate !== scan.birthDate
  const isOtherNumber =
    draft.identifiers['national-id'] !== '' &&
    draft.identifiers['national-id'] !== numberOf(scan, 'national-id')
  return draft.isNewborn || isOtherName || isOtherBirth || isOtherNumber
}
