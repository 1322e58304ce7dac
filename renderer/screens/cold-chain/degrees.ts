import { type Instant, vietnamDayOf, vietnamTimeOf } from '../../../src/domain/calendar/calendar-day'
import { locale } from '../../text'

/** `−0,5`: a temperature as people write it, to a tenth. */
export function formatDegrees(celsius: number): string {
  const text = celsius.toFixed(1).replace('-', '−')
  return locale === 'en' ? text : text.replace('.', ',')
}

/** A typed temperature to a tenth of a degree; null while it is none. */
export function readDegrees(typed: string): number | null {
  const clean = typed.trim().replace('−', '-').replace(',', '.')
  if (!/^[+-]?\d{1,2}(\.\d)?$/u.test(clean)) return null
  const celsius = Number(clean)
  return celsius >= -60 && celsius <= 60 ? celsius : null
}

/** `07:30 22/11`: a moment of the last weeks. */
export function formatMoment(at: Instant): string {
  const [, month = '', date = ''] = vietnamDayOf(at).split('-')
  return `${vietnamTimeOf(at)} ${date}/${month}`
}
