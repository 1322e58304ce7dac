import { Modal } from '@mantine/core'
import { useState } from 'react'
import { listReactionDoses, recordLateReaction } from '../../../src/contract/aefi-calls'
import { addDays } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { LateSkeleton } from '../../components/LateSkeleton'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { SignFields } from '../observation/SignFields'
import { emptyReaction, isSevere, signsOf, toReaction } from '../observation/signs'
import styles from './After.module.css'
import { ReactionWhen, type When } from './ReactionWhen'

/** A reaction noticed at home: the signs, the day it began, who told. A severe one leads to its case. */
export function ReactionDialog(props: {
  readonly personId: string
  readonly name: string
  readonly onClose: () => void
}) {
  const { personId, name, onClose } = props
  const { today } = useAppState()
  const { go } = useNavigation()
  const offered = useCallQuery(listReactionDoses, { personId, visitId: null })
  const record = useCallMutation(recordLateReaction)
  const [draft, setDraft] = useState(emptyReaction)
  const [when, setWhen] = useState<When>({ onsetOn: addDays(today, -1), reportedBy: '', doseIds: null })
  useKeys({ Escape: onClose }, 'dialog')
  const words = text.after.reaction
  const isReady = signsOf(draft).length > 0 && when.onsetOn !== null && when.reportedBy.trim() !== ''

  async function save() {
    const { onsetOn, reportedBy, doseIds } = when
    if (onsetOn === null) return
    const answer = await record.send({ personId, doseIds, onsetOn, reportedBy, ...toReaction(draft) })
    if (!answer.ok) return
    onClose()
    if (answer.value.caseId !== null) go({ name: 'aefi-case', caseId: answer.value.caseId })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${words.title}: ${name}`}
      closeOnEscape={false}
      size="46rem"
      centered
    >
      <div className={styles.dialog}>
        <SignFields draft={draft} onChange={part => setDraft({ ...draft, ...part })} />
        {offered.error && <ErrorNotice error={offered.error} onRetry={offered.retry} />}
        {!offered.data && !offered.error && <LateSkeleton />}
        {offered.data && <ReactionWhen offered={offered.data} when={when} today={today} onChange={setWhen} />}
        {isSevere(draft) && (
          <p className={styles.severe} role="alert">
            ▲ {words.severe}
          </p>
        )}
        {record.error && <ErrorNotice error={record.error} />}
        <div className={styles.buttons}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.cancel}
          </QuietButton>
          <FilledButton
            level="dialog"
            isBusy={record.isSaving}
            isDisabled={!isReady}
            onPress={() => void save()}
            testId="save-late-reaction"
          >
            {words.save}
          </FilledButton>
        </div>
      </div>
    </Modal>
  )
}
