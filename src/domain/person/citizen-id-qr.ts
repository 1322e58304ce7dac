import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day'
import { contradictsNationalId, readNationalId } from './identifiers'
import { nameKey, tidyName } from './name-key'
import type { Identifier, Sex } from './person'

/** What an identity card's QR says, ready for a form. Never the raw text: it is personal data and is not kept. */
export type CitizenIdReading = {
  readonly nationalId: string
  readonly oldNationalId: string | null
  /** Null when the scanner could not type Vietnamese letters; the name must then be asked for. */
  readonly name: string | null
  readonly birthDate: CalendarDay | null
  readonly sex: Sex
  /** The permanent address as printed, to be turned into units by the user. */
  readonly addressLine: string | null
  readonly issuedOn: CalendarDay | null
  readonly identifiers: readonly Identifier[]
  readonly warnings: readonly CitizenIdWarning[]
}

/** What a user should check before taking a card's data over. */
export type CitizenIdWarning =
  | 'citizen-id.contradicts-itself'
  | 'citizen-id.garbled-name'
  | 'citizen-id.bad-birth-date'

/** Why a scan is not an identity card. */
export type CitizenIdRefusal = { readonly code: 'citizen-id.not-a-card' | 'citizen-id.bad-number' }

/**
 * Reads the QR of a CCCD or Căn cước: seven fields by position, further ones ignored. The number
 * must be there; everything else may be damaged by a keyboard scanner and then comes as null with a warning.
 */
export function readCitizenIdQr(
  raw: string,
):
  | { readonly ok: true; readonly card: CitizenIdReading }
  | { readonly ok: false; readonly refusal: CitizenIdRefusal } {
  const fields = raw
    .normalize('NFC')
    .trim()
    .split('|')
    .map(field => field.trim())
  if (fields.length < 7) return { ok: false, refusal: { code: 'citizen-id.not-a-card' } }
  const [nationalId = '', oldId = '', name = '', birth = '', sexText = '', address = '', issued = ''] = fields
  if (readNationalId(nationalId) === null) return { ok: false, refusal: { code: 'citizen-id.bad-number' } }
  const oldNationalId = /^\d{9}$/u.test(oldId) ? oldId : null
  const birthDate = readCardDate(birth)
  const sex = readSex(sexText)
  const isNameClean = /^[\p{L}\p{M}\s'’.-]+$/u.test(name) && !looksGarbled(name)
  const warnings: CitizenIdWarning[] = []
  if (!isNameClean) warnings.push('citizen-id.garbled-name')
  if (birthDate === null) warnings.push('citizen-id.bad-birth-date')
  if (birthDate !== null && contradictsNationalId(nationalId, sex, birthDate))
    warnings.push('citizen-id.contradicts-itself')
  const card: CitizenIdReading = {
    nationalId,
    oldNationalId,
    name: isNameClean ? tidyName(name) : null,
    birthDate,
    sex,
    addressLine: address !== '' && !looksGarbled(address) ? address : null,
    issuedOn: readCardDate(issued),
    identifiers: [
      { system: 'national-id', value: nationalId },
      ...(oldNationalId === null ? [] : [{ system: 'old-national-id', value: oldNationalId } as const]),
    ],
    warnings,
  }
  return { ok: true, card }
}

/** True when a scan looks like the QR of an identity card, so that the search box can offer to prefill. */
export function looksLikeCitizenIdQr(raw: string): boolean {
  return /^\s*\d{12}\|/u.test(raw) && raw.split('|').length >= 7
}

/** `ddMMyyyy`, or with slashes as some programs write it; only the year on some cards gives null. */
function readCardDate(text: string): CalendarDay | null {
  const found = /^(\d{2})[/.-]?(\d{2})[/.-]?(\d{4})$/u.exec(text)
  const date = found ? `${found[3]}-${found[2]}-${found[1]}` : ''
  return isCalendarDay(date) ? date : null
}

function readSex(text: string): Sex {
  const key = nameKey(text)
  if (key === 'nam') return 'male'
  // A scanner that drops what it cannot type turns "Nữ" into "N".
  return key === 'nu' || key === 'n' ? 'female' : 'unknown'
}

/** A keyboard scanner replaces letters it cannot type by question marks, or an encoding went wrong on the way. */
function looksGarbled(text: string): boolean {
  return /[?\uFFFD]|Ã.|á[º»]|Ä[\u0080-\u00bf‘]/u.test(text)
}
