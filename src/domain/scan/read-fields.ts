import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day'
import { nameKey, tidyName } from '../person/name-key'
import type { Sex } from '../person/person'

/** `ddMMyyyy`, with `/`, `-` or `.`, or `yyyy-MM-dd`; a year alone is no date and gives null. */
export function readCardDate(text: string): CalendarDay | null {
  const trimmed = text.trim()
  const parts = /^(\d{2})[/.-]?(\d{2})[/.-]?(\d{4})$/u.exec(trimmed)
  const date = parts ? `${parts[3]}-${parts[2]}-${parts[1]}` : trimmed
  return isCalendarDay(date) ? date : null
}

/** `Nam`, `Nữ`, or 1 and 2 as insurance cards have it; "Nữ" may have been hurt on the way (`N`, `N?`, `Nu`, `NÃ¯`). */
export function readCardSex(text: string): Sex {
  const key = nameKey(text)
  if (key === 'nam' || key === '1') return 'male'
  const isFemale = key === 'nu' || key === '2' || /^n(?:\?|[^ -~]){0,4}$/iu.test(text.trim())
  return isFemale ? 'female' : 'unknown'
}

/** A name as it is stored; null when it has anything but letters, or only one of them. */
export function readCardName(text: string): string | null {
  const name = text.normalize('NFC').trim()
  return /^[\p{L}\p{M}\s'’.-]{2,80}$/u.test(name) ? tidyName(name) : null
}

/** The text behind hexadecimal UTF-8; null when a single sign of it was changed on the way. */
export function readHexText(hex: string): string | null {
  const digits = hex.trim()
  if (digits === '' || digits.length % 2 === 1 || !/^[0-9a-f]+$/iu.test(digits)) return null
  try {
    return decodeURIComponent(digits.replace(/../gu, '%$&'))
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
