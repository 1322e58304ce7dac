import { Modal } from '@mantine/core'
import { useState } from 'react'
import { endPregnancy } from '../../../src/contract/pregnancy-calls'
import type { PregnancyView } from '../../../src/contract/pregnancy-views'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { type PregnancyOutcome, pregnancyOutcomes } from '../../../src/domain/maternal/pregnancy'
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
import { Words } from './Fields'
import styles from './Pregnancy.module.css'
import { filled } from './pregnancy-draft'

/** Ends a pregnancy of which no birth is recorded here. */
export function EndDialog({ view, onClose }: { readonly view: PregnancyView; readonly onClose: () => void }) {
  const { today } = useAppState()
  const [outcome, setOutcome] = useState<PregnancyOutcome | null>(null)
  const [endedOn, setEndedOn] = useState<CalendarDay | null>(today)
  const [note, setNote] = useState('')
  const ending = useCallMutation(endPregnancy)
  useKeys({ Escape: onClose }, 'dialog')
  const words = text.pregnancy.end
  async function save() {
    if (outcome === null || endedOn === null) return
    const { pregnancyId } = view
    const answer = await ending.send({ pregnancyId, outcome, endedOn, note: filled(note) })
    if (answer.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={words.title} closeOnEscape={false} size="lg" centered>
      <div className={styles.dialog} data-testid="end-dialog">
        <div className={styles.two}>
          <Picker
            label={words.how}
            choices={pregnancyOutcomes.map(value => ({ value, label: text.pregnancy.outcomes[value] }))}
            value={outcome}
            isRequired
            autoFocus
            onChange={value => setOutcome(pregnancyOutcomes.find(each => each === value) ?? null)}
          />
          <DateField
            label={words.on}
            value={endedOn}
            today={today}
            isRequired
            error={sentenceAt(ending.error, 'endedOn')}
            onChange={setEndedOn}
          />
        </div>
        {outcome === 'birth' && <p className={styles.alarm}>▲ {words.birthHint}</p>}
        <Words label={words.note} value={note} onChange={setNote} />
        {ending.error && <ErrorNotice error={ending.error} />}
        <div className={styles.buttons}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.cancel}
          </QuietButton>
          <FilledButton
            level="dialog"
            isBusy={ending.isSaving}
            isDisabled={outcome === null || endedOn === null}
            onPress={() => void save()}
            testId="save-end"
          >
            {words.save}
          </FilledButton>
        </div>
      </div>
    </Modal>
  )
}
