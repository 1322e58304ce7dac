import { Select, TextInput } from '@mantine/core'
import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { DateField } from '../../components/DateField'
import { QuietButton } from '../../components/QuietButton'
import { text } from '../../text'
import { choicesOf } from '../injection/choices'
import { type NextDraft, nextProblem } from './next-appointment'
import styles from './Observation.module.css'

/** Two-digit years of an appointment lie ahead, not behind. */
const farAheadDays = 20 * 365

/** The next appointment: proposed from the chart, the date and the time of day are the user's. */
export function NextFields(props: {
  readonly draft: NextDraft
  readonly today: CalendarDay
  readonly notGiven: readonly string[]
  readonly onChange: (draft: NextDraft) => void
}) {
  const { draft, today, notGiven, onChange } = props
  const problem = nextProblem(draft, today)
  return (
    <section className={styles.next}>
      <div className={styles.nextHead}>
        <h3>{text.observation.next}</h3>
        <QuietButton
          isSmall
          isPressed={!draft.isWanted}
          onPress={() => onChange({ ...draft, isWanted: !draft.isWanted })}
        >
          {text.observation.noAppointment}
        </QuietButton>
      </div>
      {notGiven.length > 0 && (
        <p className={styles.noted}>▲ {text.observation.notGivenToday(notGiven.join(', '))}</p>
      )}
      {draft.isWanted ? (
        <>
          <p className={styles.soft}>
            {draft.labels.length > 0 ? draft.labels.join(', ') : text.observation.nextEmpty}
          </p>
          <div className={styles.nextFields}>
            <DateField
              label={text.observation.nextOn}
              value={draft.on}
              today={addDays(today, farAheadDays)}
              error={daySentence(problem)}
              onChange={on => onChange({ ...draft, on })}
            />
            <Select
              label={text.observation.slot}
              data={choicesOf(text.observation.slots)}
              value={draft.slot}
              allowDeselect={false}
              onChange={slot => slot && onChange({ ...draft, slot })}
            />
            {draft.slot === 'time' && (
              <TextInput
                label={text.observation.time}
                placeholder={text.observation.timeHint}
                maxLength={5}
                value={draft.time}
                error={problem === 'missing-time' ? text.observation.missingTime : undefined}
                onChange={event => onChange({ ...draft, time: event.currentTarget.value })}
              />
            )}
          </div>
        </>
      ) : (
        <p className={styles.soft}>{draft.labels.length === 0 ? text.observation.nextEmpty : ''}</p>
      )}
    </section>
  )
}

function daySentence(problem: ReturnType<typeof nextProblem>): string | null {
  if (problem === 'missing-day') return text.observation.missingDay
  return problem === 'not-after' ? text.observation.afterOn : null
}
