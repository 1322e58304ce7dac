import { Checkbox, TextInput } from '@mantine/core'
import type { ReactionDose } from '../../../src/contract/aefi-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { DateField } from '../../components/DateField'
import { formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { text } from '../../text'
import styles from './After.module.css'
import { ExpectedNote } from './ExpectedNote'

/** When it began, who told, and after which doses; no dose chosen means those of the last day. */
export type When = {
  readonly onsetOn: CalendarDay | null
  readonly reportedBy: string
  readonly doseIds: string[] | null
}

type Props = {
  readonly offered: { readonly source: string; readonly doses: readonly ReactionDose[] }
  readonly when: When
  readonly today: CalendarDay
  readonly onChange: (when: When) => void
}

/** The day, who told, the doses, and what is to be expected after them. */
export function ReactionWhen(props: Props) {
  const { offered, when } = props
  const last = offered.doses[0]?.givenOn
  const usual = offered.doses.filter(({ givenOn }) => givenOn === last).map(({ doseId }) => doseId)
  const chosen = when.doseIds ?? usual
  const expected = offered.doses
    .filter(({ doseId }) => chosen.includes(doseId))
    .flatMap(dose => dose.expected)
  return (
    <>
      <Told {...props} />
      <Doses {...props} chosen={chosen} />
      <ExpectedNote expected={expected} />
    </>
  )
}

function Told({ when, today, onChange }: Props) {
  const words = text.after.reaction
  return (
    <>
      <div className={styles.when}>
        <DateField
          label={words.onsetOn}
          isRequired
          value={when.onsetOn}
          today={today}
          testId="onset-on"
          onChange={onsetOn => onChange({ ...when, onsetOn })}
        />
        <TextInput
          label={words.reportedBy}
          withAsterisk
          maxLength={200}
          data-testid="reported-by"
          value={when.reportedBy}
          onChange={event => onChange({ ...when, reportedBy: event.currentTarget.value })}
        />
      </div>
      <div className={styles.chips}>
        {words.reporters.map(reportedBy => (
          <QuietButton
            key={reportedBy}
            isSmall
            isPressed={when.reportedBy === reportedBy}
            onPress={() => onChange({ ...when, reportedBy })}
          >
            {reportedBy}
          </QuietButton>
        ))}
      </div>
    </>
  )
}

function Doses({ offered, when, chosen, onChange }: Props & { readonly chosen: readonly string[] }) {
  const words = text.after.reaction
  const toggle = (doseId: string) => {
    const next = chosen.includes(doseId) ? chosen.filter(id => id !== doseId) : [...chosen, doseId]
    onChange({ ...when, doseIds: next.length > 0 ? next : null })
  }
  return (
    <fieldset className={styles.doses}>
      <legend>{words.doses}</legend>
      {offered.doses.length === 0 && <p className={styles.soft}>{words.noDoses}</p>}
      {offered.doses.map(dose => (
        <Checkbox
          key={dose.doseId}
          size="xs"
          label={[dose.vaccineName, formatDay(dose.givenOn), dose.lotNumber].filter(Boolean).join(' · ')}
          checked={chosen.includes(dose.doseId)}
          onChange={() => toggle(dose.doseId)}
        />
      ))}
    </fieldset>
  )
}
