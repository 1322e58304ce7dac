import type { CallError } from '../../../src/contract/errors'
import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import { datingOf, gestationOn } from '../../../src/domain/maternal/dating'
import type { PregnancyRules } from '../../../src/domain/maternal/pregnancy-rules'
import { DateField } from '../../components/DateField'
import { formatDay } from '../../components/format'
import { sentenceAt } from '../../components/sentences'
import { TypedField } from '../../components/TypedField'
import { text } from '../../text'
import { Choice } from './Fields'
import styles from './Pregnancy.module.css'
import { aYearAhead, fieldsOf, type PregnancyDraft } from './pregnancy-draft'
import { readScanAge, writeScanAge } from './typed-values'
import { ageWords, countdown, datingReason } from './words'

type Props = {
  readonly rules: PregnancyRules
  readonly draft: PregnancyDraft
  readonly today: CalendarDay
  readonly error: CallError | null
  readonly onChange: (changes: Partial<PregnancyDraft>) => void
}

/** When the pregnancy began, with what follows from it shown while it is typed. */
export function DatingFields(props: Props) {
  const { draft, today, error, onChange } = props
  const words = text.pregnancy.form
  const isKnown = draft.lastPeriodOn !== null || (draft.scanOn !== null && draft.scanAge !== null)
  return (
    <div className={styles.dating}>
      <div className={styles.three}>
        <DateField
          label={words.lastPeriodOn}
          value={draft.lastPeriodOn}
          today={today}
          autoFocus
          testId="last-period"
          error={sentenceAt(error, 'lastPeriodOn')}
          onChange={lastPeriodOn => onChange({ lastPeriodOn })}
        />
        <Choice
          label={words.sure}
          choices={[
            { value: 'sure', label: words.isSure },
            { value: 'unsure', label: words.unsure },
          ]}
          value={draft.lastPeriodOn === null ? null : draft.isSure ? 'sure' : 'unsure'}
          onChange={value => onChange({ isSure: value !== 'unsure' })}
        />
        <DateField
          label={words.enrolledOn}
          value={draft.enrolledOn}
          today={today}
          isRequired
          error={sentenceAt(error, 'enrolledOn')}
          onChange={enrolledOn => onChange({ enrolledOn })}
        />
        <ScanFields {...props} />
        {!isKnown && (
          <DateField
            label={words.statedDueOn}
            value={draft.statedDueOn}
            today={aYearAhead(today)}
            error={sentenceAt(error, 'statedDueOn')}
            onChange={statedDueOn => onChange({ statedDueOn })}
          />
        )}
      </div>
      <Computed {...props} />
    </div>
  )
}

function ScanFields({ draft, today, error, onChange }: Props) {
  const words = text.pregnancy.form
  return (
    <>
      <DateField
        label={words.scanOn}
        value={draft.scanOn}
        today={today}
        testId="scan-on"
        error={sentenceAt(error, 'scan.on')}
        onChange={scanOn => onChange({ scanOn })}
      />
      <TypedField
        label={words.scanAge}
        placeholder={words.scanAgeHint}
        bad={words.badAge}
        value={draft.scanAge}
        read={readScanAge}
        write={writeScanAge}
        testId="scan-age"
        error={sentenceAt(error, 'scan.weeks')}
        onChange={scanAge => onChange({ scanAge })}
      />
    </>
  )
}

/** Due date, age of today and the rule that gave them. */
function Computed({ rules, draft, today }: Props) {
  const words = text.pregnancy
  const fields = fieldsOf(draft)
  const dating = fields && datingOf(rules.dating, fields)
  const age = dating && gestationOn(dating, today)
  // A period of the last century is a slip of the keyboard: an age of hundreds of weeks says nothing.
  const isFar = dating !== null && daysBetween(dating.startOn, today) > 400
  return (
    <output className={styles.computed} aria-live="polite" data-testid="computed-due">
      <span className={styles.label}>{words.form.computed}</span>
      {!dating || !age || isFar ? (
        <span className={styles.soft}>{words.form.nothing}</span>
      ) : (
        <>
          <strong className={styles.figure}>{ageWords(age)}</strong>
          <span>
            {words.due} <strong>{formatDay(dating.dueOn)}</strong> · {countdown(dating, today)}
          </span>
          <span className={styles.soft}>{datingReason(dating)}</span>
        </>
      )}
    </output>
  )
}
