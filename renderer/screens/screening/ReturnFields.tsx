import { Select } from '@mantine/core'
import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { DateField } from '../../components/DateField'
import { QuietButton } from '../../components/QuietButton'
import { text } from '../../text'
import { choicesOf } from '../injection/choices'
import type { ChecklistDraft, ChecklistState } from './checklist'
import styles from './Holds.module.css'

/** Two-digit years of an appointment lie ahead, not behind. */
const farAheadDays = 20 * 365

/** When somebody who is not vaccinated today comes again: proposed by the rules, saved with the signature. */
export function ReturnFields(props: {
  readonly state: ChecklistState
  readonly today: CalendarDay
  readonly proposed: CalendarDay
  readonly onChange: (changes: Partial<ChecklistDraft>) => void
}) {
  const { state, today, onChange } = props
  const { next } = state
  const { morning, afternoon, 'all-day': allDay } = text.observation.slots
  const isPast = next?.on != null && next.on <= today
  return (
    <fieldset className={styles.consent}>
      <legend>{text.screening.comeAgain}</legend>
      {next && (
        <div className={styles.who}>
          <DateField
            label={text.screening.comeAgain}
            isLabelHidden
            value={next.on}
            today={addDays(today, farAheadDays)}
            error={isPast ? text.screening.afterToday : null}
            onChange={on => onChange({ next: { ...next, on } })}
          />
          <Select
            aria-label={text.observation.slot}
            data={choicesOf({ morning, afternoon, 'all-day': allDay })}
            value={next.slot}
            allowDeselect={false}
            onChange={slot => slot && onChange({ next: { ...next, slot } })}
          />
        </div>
      )}
      <QuietButton
        isSmall
        isPressed={next === null}
        onPress={() => onChange({ next: next === null ? { on: props.proposed, slot: 'morning' } : null })}
      >
        {text.screening.noReturn}
      </QuietButton>
    </fieldset>
  )
}
