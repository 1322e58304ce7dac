import type { Offset } from '../../../src/domain/calendar/offset'
import type { ForecastReason } from '../../../src/domain/schedule/chart-types'
import { formatDay, formatDoseDay } from '../../components/format'
import { text } from '../../text'

/** Why a dose is due, in the few words of the quick view; the visit shows the whole sentence. */
export function dueReason(reason: ForecastReason): string {
  const words = text.reception.reasons
  switch (reason.code) {
    case 'age-reached':
      return words.ageReached(ageWords(reason.age), formatDay(reason.on))
    case 'since-previous':
      return words.sincePrevious(
        reason.months > 0 ? text.common.age.months(reason.months, 0) : text.common.age.days(reason.days),
      )
    case 'overdue':
      return words.overdue(formatDay(reason.since))
    case 'repeat-dose':
      return words.repeat(formatDoseDay(reason.givenOn, reason.givenUntil))
    case 'last-chance':
      return words.lastChance(formatDay(reason.latestOn))
    case 'wait-age':
    case 'wait-interval':
    case 'wait-conflict':
    case 'wait-season':
      return words.from(formatDay(reason.on))
    case 'held':
      return reason.on === null ? words.heldOpen : words.held(formatDay(reason.on))
    default:
      return words[reason.code]
  }
}

function ageWords({ years, months, days }: Offset): string {
  const words = text.common.age
  const parts = [
    years > 0 && words.years(years, 0),
    (months > 0 || (years === 0 && days === 0)) && words.months(months, 0),
    days > 0 && words.days(days),
  ]
  return parts.filter(Boolean).join(' ')
}
