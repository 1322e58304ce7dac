import { Modal, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { recordResidence } from '../../../src/contract/residence-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { type ResidenceState, residenceStates } from '../../../src/domain/person/residence'
import { DateField } from '../../components/DateField'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { sentenceAt } from '../../components/sentences'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import styles from './Household.module.css'

/** Notes where somebody is from a day on. */
export function ResidenceDialog(props: {
  readonly personId: string
  readonly name: string
  readonly state: ResidenceState
  readonly onClose: () => void
}) {
  const { personId, name, onClose } = props
  const { today } = useAppState()
  const [state, setState] = useState<ResidenceState>(props.state)
  const [on, setOn] = useState<CalendarDay | null>(today)
  const [until, setUntil] = useState<CalendarDay | null>(null)
  const [words, setWords] = useState({ reason: '', otherPlace: '', note: '' })
  const recording = useCallMutation(recordResidence)
  useKeys({ Escape: onClose }, 'dialog')

  async function save() {
    if (on === null) return
    const lastDay = state === 'temporary' ? until : null
    const otherPlace = hasPlace(state) ? words.otherPlace : ''
    const answer = await recording.send({ ...words, personId, state, on, until: lastDay, otherPlace })
    if (answer.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={name} closeOnEscape={false} size="lg" centered>
      <div className={styles.dialog} data-testid="residence-dialog">
        <div className={styles.two}>
          <Picker
            label={text.household.state}
            choices={residenceStates.map(value => ({ value, label: text.household.states[value] }))}
            value={state}
            testId="residence-state"
            onChange={value => setState(residenceStates.find(known => known === value) ?? state)}
          />
          <DateField
            label={text.household.on}
            value={on}
            today={today}
            isRequired
            error={sentenceAt(recording.error, 'on')}
            onChange={setOn}
          />
          {state === 'temporary' && (
            <DateField label={text.household.lastDay} value={until} today={today} onChange={setUntil} />
          )}
        </div>
        <Words state={state} words={words} setWords={setWords} />
        {recording.error && <ErrorNotice error={recording.error} />}
        <div className={styles.buttons}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.cancel}
          </QuietButton>
          <FilledButton
            level="dialog"
            isBusy={recording.isSaving}
            isDisabled={on === null}
            onPress={() => void save()}
            testId="save-residence"
          >
            {text.household.save}
          </FilledButton>
        </div>
      </div>
    </Modal>
  )
}

function hasPlace(state: ResidenceState): boolean {
  return state === 'moved-in' || state === 'moved-out'
}

type WordsDraft = { readonly reason: string; readonly otherPlace: string; readonly note: string }

function Words(props: {
  readonly state: ResidenceState
  readonly words: WordsDraft
  readonly setWords: (words: WordsDraft) => void
}) {
  const { state, words, setWords } = props
  return (
    <>
      {hasPlace(state) && (
        <TextInput
          label={state === 'moved-in' ? text.household.otherPlace.in : text.household.otherPlace.out}
          autoComplete="off"
          maxLength={300}
          value={words.otherPlace}
          onChange={event => setWords({ ...words, otherPlace: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={text.household.reason}
        autoComplete="off"
        maxLength={500}
        value={words.reason}
        onChange={event => setWords({ ...words, reason: event.currentTarget.value })}
      />
      <div className={styles.chips}>
        {text.household.reasons.map(reason => (
          <QuietButton key={reason} isSmall onPress={() => setWords({ ...words, reason })}>
            {reason}
          </QuietButton>
        ))}
      </div>
      <Textarea
        label={text.household.note}
        autosize
        minRows={1}
        maxLength={2000}
        value={words.note}
        onChange={event => setWords({ ...words, note: event.currentTarget.value })}
      />
    </>
  )
}
