import type { AntenatalVisitView, PregnancyView, TetanusState } from '../../../src/contract/pregnancy-views'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { type Dating, daysToDue, type Gestation } from '../../../src/domain/maternal/dating'
import type { FoundRisk } from '../../../src/domain/maternal/pregnancy-risks'
import type { RiskLevel } from '../../../src/domain/maternal/pregnancy-rules'
import type { ChipKind } from '../../components/Chip'
import { formatDay, formatDayShort } from '../../components/format'
import { locale, text } from '../../text'
import { writeNumber } from './typed-values'

/** "22 tuần 3 ngày". */
export function ageWords({ weeks, days }: Pick<Gestation, 'weeks' | 'days'>): string {
  return text.pregnancy.weeks(weeks, days)
}

/** "22+3"; a dash where no age is known. */
export function shortAge(gestation: Gestation | null): string {
  return gestation ? text.pregnancy.weeksShort(gestation.weeks, gestation.days) : '–'
}

/** Why the due date is the one it is. */
export function datingReason({ reason, scanLaterDays, allowedDays }: Dating): string {
  return text.pregnancy.reasons[reason](Math.abs(scanLaterDays ?? 0), allowedDays ?? 0)
}

/** "còn 123 ngày", "quá 3 ngày". */
export function countdown(dating: Dating, on: CalendarDay): string {
  const days = daysToDue(dating, on)
  if (days === 0) return text.pregnancy.dueToday
  return days > 0 ? text.pregnancy.left(days) : text.pregnancy.over(-days)
}

export const riskKinds: Readonly<Record<RiskLevel, ChipKind>> = {
  urgent: 'wrong',
  high: 'late',
  watch: 'due',
}

/** Risks whose number says more than that it is there. */
const measured: readonly FoundRisk['rule']['found']['by'][] = [
  'height-below',
  'bmi-below',
  'bmi-from',
  'pressure-from',
  'haemoglobin-below',
  'protein-from',
  'fetal-rate-outside',
]

/** "Tăng huyết áp (từ 140/90): 150/95 · 02/03". */
export function riskWords({ rule, value, on }: FoundRisk): string {
  const said = typeof value === 'number' ? writeNumber(value) : value
  const isTold = measured.includes(rule.found.by)
  const details = [isTold ? said : null, on && formatDayShort(on)].filter(Boolean).join(' · ')
  return details === '' ? rule.name[locale] : `${rule.name[locale]}: ${details}`
}

/** Why a newborn would be protected or not. */
export function protectionWords(protection: NonNullable<TetanusState['protection']>): string {
  const { reason } = protection
  const doses = 'doses' in reason ? reason.doses : 0
  return text.pregnancy.side.tetanusReasons[reason.code](doses)
}

/** "52 kg (tăng 3,5)". */
export function weightWords({ weightKg, gainKg }: AntenatalVisitView): string {
  if (weightKg === null) return ''
  const words = text.pregnancy.visits
  if (gainKg === null || gainKg === 0) return writeNumber(weightKg)
  const by = writeNumber(Math.abs(gainKg))
  return `${writeNumber(weightKg)} (${gainKg > 0 ? words.gain(by) : words.lost(by)})`
}

/** "Đang mang thai", or how and when it ended. */
export function stateWords({ outcome, endedOn }: PregnancyView): string {
  if (endedOn === null) return text.pregnancy.going
  return text.pregnancy.ended(text.pregnancy.outcomes[outcome ?? 'unknown'], formatDay(endedOn))
}
