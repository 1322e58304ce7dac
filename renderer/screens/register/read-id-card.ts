import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { nameKey, tidyName } from '../../../src/domain/person/name-key'
import { parseTypedDay } from '../../components/format'

/** What the QR of an identity card (CCCD) says; the address is free text and stays with the person who reads it. */
export type IdCard = {
  readonly nationalId: string
  readonly oldNationalId: string | null
  readonly name: string
  readonly birthDate: CalendarDay | null
  readonly sex: 'male' | 'female' | null
  readonly addressText: string
}

/**
 * Reads `number|old number|name|ddmmyyyy|Nam/Nữ|address|issued`. Null when the text is not such a QR, so that it can be
 * searched as it is.
 */
export function readIdCard(scanned: string): IdCard | null {
  const [number = '', oldNumber = '', name = '', born = '', sex = '', address = ''] = scanned
    .normalize('NFC')
    .trim()
    .split('|')
  if (!/^\d{12}$/u.test(number) || name.trim() === '') return null
  const sexes: Readonly<Record<string, 'male' | 'female'>> = { nam: 'male', nu: 'female' }
  return {
    nationalId: number,
    oldNationalId: /^\d{9}$/u.test(oldNumber) ? oldNumber : null,
    name: tidyName(name),
    birthDate: parseTypedDay(born, latestDay),
    sex: sexes[nameKey(sex)] ?? null,
    addressText: address.trim(),
  }
}

/** The year on a card has four digits, so the day that two-digit years are read by does not matter. */
const latestDay = '2999-12-31' as CalendarDay
