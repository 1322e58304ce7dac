import type { BirthDoseClock } from '../../src/domain/immunization/birth-dose-hours'
import { text } from '../text'
import type { ChipKind } from './Chip'

/** What stands beside a newborn who still waits for the birth dose: "còn 5 giờ", "muộn 3 giờ". */
export function waitWords(clock: BirthDoseClock): { readonly kind: ChipKind; readonly words: string } {
  const { verdict, minutes, days, hours } = clock
  const kind = verdict === 'late' ? 'late' : verdict === 'in-time' ? 'due' : 'wait'
  if (minutes !== null) {
    const limit = hours * 60
    if (verdict === 'late') return { kind, words: text.birthDose.late(Math.floor((minutes - limit) / 60)) }
    return { kind, words: text.birthDose.left(Math.floor((limit - minutes) / 60)) }
  }
  if (verdict === 'late') return { kind, words: text.birthDose.lateByDays(days) }
  return { kind, words: days === 0 ? text.birthDose.bornToday : text.birthDose.bornDaysAgo(days) }
}

/** What the recorded dose says: whether it was in time, and after how long. */
export function givenWords({ verdict, minutes, days, missing }: BirthDoseClock): string {
  const after =
    minutes === null ? text.birthDose.afterDays(days) : text.birthDose.after(Math.floor(minutes / 60))
  return [text.birthDose.verdicts[verdict], after, missing && text.birthDose.missing[missing]]
    .filter(Boolean)
    .join(', ')
}
