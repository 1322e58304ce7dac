import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day'
import type { Dose, Programme } from '../immunization/dose'
import { imprecise } from '../immunization/dose-date'
import { nameKey } from '../person/name-key'
import type { Sex } from '../person/person'

/** Reads `dd/MM/yyyy` (also with dashes, dots, one-digit parts or a time behind, as spreadsheets write it), or ISO. */
export function readNiisDate(text: string): CalendarDay | null {
  const date = text.trim().replace(/[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/u, '')
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(date)
  const iso = found ? `${found[3]}-${pad(found[2])}-${pad(found[1])}` : date
  return isCalendarDay(iso) ? iso : null
}

/** Reads the date of a dose: a day as above, or a month (`03/2024`) or a year (`2024`) where the source had no more. */
export function readNiisDoseDate(
  text: string,
  bornOn: CalendarDay,
): Pick<Dose, 'givenOn' | 'givenOnAccuracy'> | null {
  const givenOn = readNiisDate(text)
  if (givenOn) return { givenOn, givenOnAccuracy: null }
  const [, month, year] = /^(?:(\d{1,2})[/.-])?((?:19|20)\d{2})$/u.exec(text.trim()) ?? []
  return year === undefined ? null : imprecise(year, month ?? null, bornOn)
}

function pad(part: string | undefined): string {
  return (part ?? '').padStart(2, '0')
}

/** GIOI_TINH as code (0 nam, 1 nữ, 2 không rõ) or word; null when it is none of them. */
export function readNiisSex(text: string): Sex | null {
  const sexes: Readonly<Record<string, Sex>> = {
    '0': 'male',
    nam: 'male',
    '1': 'female',
    nu: 'female',
    '2': 'unknown',
    'khong ro': 'unknown',
    '': 'unknown',
  }
  return sexes[nameKey(text)] ?? null
}

/** HINH_THUC_TIEM_CHUNG as code (1 mở rộng, 2 dịch vụ) or words; null when it is none of them. */
export function readNiisProgramme(text: string): Programme | null {
  const key = nameKey(text)
  if (key === '1' || /(?:^| )(?:mo rong|tcmr)$/u.test(key)) return 'epi'
  if (key === '2' || /(?:^| )dich vu$/u.test(key)) return 'fee'
  return /chien dich|chong dich/u.test(key) ? 'campaign' : null
}

/**
 * True when a text was read with the wrong encoding: a replacement character, or the letter pairs that UTF-8 turns
 * into when it is taken for Windows-1252. Correct Vietnamese never contains them.
 */
export function isGarbled(text: string): boolean {
  return /\uFFFD|[\u0080-\u009f]|áº|á»|Ã[\u0080-\u00bf ]|Æ[°¡]|Ä[\u0080-\u00bf‘’]/u.test(text)
}
