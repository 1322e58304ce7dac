import { instantOf } from '../../src/domain/calendar/calendar-day'
import { type BirthDoseWait, hoursSinceBirth } from '../../src/domain/immunization/birth-dose-hours'
import { text } from '../text'
import { waitWords } from './birth-dose-words'
import { Chip } from './Chip'

/** How many hours a newborn has left for the hepatitis B birth dose, or by how many it is late. */
export function BirthDoseChip({ wait, nowMs }: { readonly wait: BirthDoseWait; readonly nowMs: number }) {
  const { kind, words } = waitWords(hoursSinceBirth(wait, wait.hours, instantOf(nowMs)))
  const title = [
    text.birthDose.within(wait.hours),
    wait.confirmation === 'unverified' && text.birthDose.unverified,
  ]
  return (
    <Chip kind={kind} title={title.filter(Boolean).join('. ')}>
      {words}
    </Chip>
  )
}
