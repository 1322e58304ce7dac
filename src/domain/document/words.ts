import type { SpokenAge } from '../calendar/age'
import { type CalendarDay, toEpochDays } from '../calendar/calendar-day'
import { dayOnPaper } from '../calendar/on-paper'
import type { Relation, Sex } from '../person/person'
import type { DocumentAppointment } from './facts'

export { dayOnPaper, momentOnPaper } from '../calendar/on-paper'

/** A caption of a paper in both languages; only Vietnamese is printed unless the paper is bilingual. */
export type Caption = { readonly vi: string; readonly en: string }

/** The mark of practice mode on every paper. */
export const practiceMark: Caption = { vi: 'THỰC HÀNH – KHÔNG CÓ GIÁ TRỊ', en: 'PRACTICE – NOT VALID' }

const sexWords: Readonly<Record<Sex, Caption>> = {
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  unknown: { vi: 'Chưa rõ', en: 'Unknown' },
}
const relationWords: Readonly<Record<Relation, Caption>> = {
  mother: { vi: 'Mẹ', en: 'Mother' },
  father: { vi: 'Cha', en: 'Father' },
  guardian: { vi: 'Người giám hộ', en: 'Guardian' },
}
const weekdays = ['Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư']
const slotWords = { morning: 'buổi sáng', afternoon: 'buổi chiều', 'all-day': 'cả ngày', time: '' }

export const sexWord = (sex: Sex): Caption => sexWords[sex]
export const relationWord = (relation: Relation): Caption => relationWords[relation]

/** `Thứ Hai, 12/01/2026`. The epoch began on a Thursday. */
export function weekdayOnPaper(on: CalendarDay): string {
  const weekday = weekdays[((toEpochDays(on) % 7) + 7) % 7]
  return `${weekday}, ${dayOnPaper(on)}`
}

/** `9 ngày tuổi`, `18 tháng 4 ngày`, `5 tuổi 2 tháng`. */
export function ageOnPaper(age: SpokenAge): string {
  switch (age.unit) {
    case 'days':
      return `${age.days} ngày tuổi`
    case 'months':
      return age.days === 0 ? `${age.months} tháng` : `${age.months} tháng ${age.days} ngày`
    case 'years':
      return age.months === 0 ? `${age.years} tuổi` : `${age.years} tuổi ${age.months} tháng`
  }
}

/** `buổi sáng`, `08:30`. */
export function slotOnPaper(appointment: Pick<DocumentAppointment, 'slot' | 'time'>): string {
  return appointment.slot === 'time' ? (appointment.time ?? '') : slotWords[appointment.slot]
}

/** The code in groups of four digits, for eyes. */
export function codeOnPaper(code: string): string {
  return code.replace(/(\d{4})(?=\d)/gu, '$1 ')
}

/** Text as papers need it: composed letters, no control characters, no doubled spaces. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .trim()
}

/** `từ 38 °C trở lên` for `≥ 38 °C`: the fonts of our papers have no such signs, and another font is not ours to check. */
export function signsInWords(text: string): string {
  const amount = '(\\d+(?:[.,]\\d+)?(?: ?(?:°C|kg|giờ|phút|g(?!\\p{L})|tuần|tháng|tuổi|ngày))*)'
  return text
    .replaceAll(new RegExp(`≥ ?${amount}`, 'gu'), 'từ $1 trở lên')
    .replaceAll(new RegExp(`≤ ?${amount}`, 'gu'), 'từ $1 trở xuống')
}

/** `Hồi 08 giờ 20 phút, ngày 14 tháng 01 năm 2026` for `08:20 14/01/2026`, as official forms are dated; else the text itself. */
export function spokenMoment(moment: string): string {
  const [, hour, minute, day, month, year] = /^(\d\d):(\d\d) (\d\d)\/(\d\d)\/(\d{4})$/u.exec(moment) ?? []
  return hour === undefined
    ? moment
    : `Hồi ${hour} giờ ${minute} phút, ngày ${day} tháng ${month} năm ${year}`
}

/** The same for a fact that may be absent; a blank fact is absent. */
export function cleanOrNull(text: string | null): string | null {
  const cleaned = text === null ? '' : cleanText(text)
  return cleaned === '' ? null : cleaned
}
