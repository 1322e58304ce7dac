import { Checkbox, TextInput } from '@mantine/core'
import type { BirthForm } from '../../../src/contract/birth-calls'
import type { CallError } from '../../../src/contract/errors'
import { attendants, birthModes, birthPlaces, motherStates } from '../../../src/domain/maternal/birth'
import { formatDay } from '../../components/format'
import { Picker } from '../../components/Picker'
import { sentenceAt } from '../../components/sentences'
import { text } from '../../text'
import styles from './Birth.module.css'
import { type BirthDraft, gestationOf } from './birth-draft'
import { wordOf } from './birth-words'
import { Choose, ShortField } from './form-fields'

export type DeliveryPart = {
  readonly form: BirthForm
  readonly draft: BirthDraft
  readonly setDraft: (draft: BirthDraft) => void
  readonly error: CallError | null
  readonly isCorrection: boolean
}

/** What is common to all children: where, how, by whom, at how many weeks, and how the mother is. */
export function DeliveryFields(part: DeliveryPart) {
  const { draft, setDraft, form, error } = part
  return (
    <fieldset className={styles.group}>
      <legend>{text.birth.delivery}</legend>
      {!part.isCorrection && <PregnancyField {...part} />}
      <div className={`${styles.row} ${styles.delivery}`}>
        <Picker
          label={text.birth.place}
          choices={birthPlaces.map(value => ({ value, label: text.birth.places[value] }))}
          value={draft.place}
          onChange={value =>
            setDraft({ ...draft, place: birthPlaces.find(known => known === value) ?? draft.place })
          }
        />
        <TextInput
          label={text.birth.placeName}
          autoComplete="off"
          value={draft.placeName}
          onChange={event => setDraft({ ...draft, placeName: event.currentTarget.value })}
        />
        <Choose
          label={text.birth.mode}
          choices={birthModes.map(value => ({ value, label: text.birth.modes[value] }))}
          value={draft.mode}
          onChange={mode => setDraft({ ...draft, mode })}
        />
      </div>
      <AttendedRow {...part} />
      <div className={`${styles.row} ${styles.mothered}`}>
        <Choose
          label={text.birth.motherState}
          choices={motherStates.map(value => ({ value, label: text.birth.motherStates[value] }))}
          value={draft.motherState}
          onChange={motherState => setDraft({ ...draft, motherState })}
        />
        <TextInput
          label={text.birth.deliveryNote}
          autoComplete="off"
          value={draft.note}
          onChange={event => setDraft({ ...draft, note: event.currentTarget.value })}
        />
      </div>
      {sentenceAt(error, 'motherState') && <p className={styles.error}>{sentenceAt(error, 'motherState')}</p>}
      <Complications form={form} draft={draft} setDraft={setDraft} />
      {!part.isCorrection && <TestsFound {...part} />}
      {sentenceAt(error, 'complications') && (
        <p className={styles.error}>{sentenceAt(error, 'complications')}</p>
      )}
    </fieldset>
  )
}

const notFollowed = 'none'

/** Asked only where she has pregnancies in the register. */
function PregnancyField({ form, draft, setDraft, error }: DeliveryPart) {
  const problem = sentenceAt(error, 'pregnancyId')
  if (form.pregnancies.length === 0) return problem ? <p className={styles.error}>{problem}</p> : null
  const choices = form.pregnancies.map(({ pregnancyId, enrolledOn, dueOn }) => ({
    value: pregnancyId,
    label: text.birth.pregnancyLine(formatDay(enrolledOn), dueOn && formatDay(dueOn)),
  }))
  return (
    <Picker
      label={text.birth.pregnancy}
      choices={[...choices, { value: notFollowed, label: text.birth.notFollowed }]}
      value={draft.pregnancyId ?? notFollowed}
      error={problem}
      testId="birth-pregnancy"
      onChange={value => setDraft({ ...draft, pregnancyId: value === notFollowed ? null : value })}
    />
  )
}

function AttendedRow({ form, draft, setDraft, error }: DeliveryPart) {
  const computed = gestationOf(form, draft)
  const isByRecord = draft.weeks === null && draft.days === null
  const shownWeeks = draft.weeks ?? (computed ? String(computed.weeks) : '')
  const shownDays = draft.days ?? (isByRecord && computed ? String(computed.days) : '')
  return (
    <div className={`${styles.row} ${styles.attended}`}>
      <Picker
        label={text.birth.attendant}
        choices={attendants.map(value => ({ value, label: text.birth.attendants[value] }))}
        value={draft.attendant}
        isClearable
        onChange={value =>
          setDraft({ ...draft, attendant: attendants.find(known => known === value) ?? null })
        }
      />
      <TextInput
        label={text.birth.attendantName}
        autoComplete="off"
        value={draft.attendantName}
        onChange={event => setDraft({ ...draft, attendantName: event.currentTarget.value })}
      />
      <ShortField
        label={text.birth.weeks}
        value={shownWeeks}
        testId="birth-weeks"
        error={sentenceAt(error, 'gestationWeeks')}
        hint={computed && !isByRecord ? text.birth.weeksFromRecord(computed.weeks, computed.days) : null}
        onChange={weeks => setDraft({ ...draft, weeks, days: draft.days ?? '' })}
      />
      <ShortField
        label={text.birth.days}
        value={shownDays}
        onChange={days => setDraft({ ...draft, weeks: shownWeeks, days })}
      />
      <ShortField
        label={text.birth.bloodLoss}
        value={draft.bloodLossMl}
        error={sentenceAt(error, 'bloodLossMl')}
        onChange={bloodLossMl => setDraft({ ...draft, bloodLossMl })}
      />
    </div>
  )
}

function Complications({ form, draft, setDraft }: Pick<DeliveryPart, 'form' | 'draft' | 'setDraft'>) {
  return (
    <div>
      <p className={styles.label}>{text.birth.complications}</p>
      <div className={styles.choices}>
        {form.data.complications.map(each => (
          <Checkbox
            key={each.code}
            label={wordOf(each)}
            checked={draft.complications.includes(each.code)}
            onChange={event => {
              const others = draft.complications.filter(code => code !== each.code)
              const complications = event.currentTarget.checked ? [...others, each.code] : others
              setDraft({ ...draft, complications })
            }}
          />
        ))}
      </div>
    </div>
  )
}

/** HBsAg and HIV are asked only where no test of hers says anything. */
function TestsFound({ form, draft, setDraft }: DeliveryPart) {
  const open = form.tests.filter(({ result }) => result === 'unknown')
  if (open.length === 0) return null
  return (
    <div>
      <p className={styles.label}>{text.birth.testsFound}</p>
      <div className={styles.choices}>
        {open.map(({ alert }) => (
          <Checkbox
            key={alert}
            label={text.birth.foundPositive[alert]}
            checked={draft.motherAlerts.includes(alert)}
            onChange={event => {
              const others = draft.motherAlerts.filter(code => code !== alert)
              setDraft({ ...draft, motherAlerts: event.currentTarget.checked ? [...others, alert] : others })
            }}
          />
        ))}
      </div>
    </div>
  )
}
