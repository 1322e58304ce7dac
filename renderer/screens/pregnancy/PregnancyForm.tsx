import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { CallError } from '../../../src/contract/errors'
import { enrolPregnancy, savePregnancy } from '../../../src/contract/pregnancy-calls'
import type { PregnancyView } from '../../../src/contract/pregnancy-views'
import type { KnownBefore } from '../../../src/domain/maternal/next-pregnancy'
import type { PregnancyRules } from '../../../src/domain/maternal/pregnancy-rules'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { isAskedOnly } from './asked-only'
import { DatingFields } from './DatingFields'
import { Words } from './Fields'
import { BookFields, MoreFields, PlanFields } from './MoreFields'
import styles from './Pregnancy.module.css'
import { draftOf, fieldsOf, filled, newPregnancy, type PregnancyDraft } from './pregnancy-draft'

type Props = {
  readonly rules: PregnancyRules
  readonly personId: string
  readonly name: string
  readonly known: KnownBefore
  /** The pregnancy that is corrected; null: a new one. */
  readonly view: PregnancyView | null
  readonly onClose: () => void
}

/** Enrols a pregnancy, or corrects it: the date first, everything else may wait. */
export function PregnancyForm(props: Props) {
  const { rules, name, known, view, onClose } = props
  const { today } = useAppState()
  const [draft, setDraft] = useState<PregnancyDraft>(() =>
    view ? draftOf(view) : newPregnancy(today, known),
  )
  const { save, isSaving, error, isAsked } = useSave(props, draft)
  const change = (changes: Partial<PregnancyDraft>) => setDraft(before => ({ ...before, ...changes }))
  useKeys({ Escape: onClose }, 'dialog')
  const words = text.pregnancy.form
  const title = `${view ? text.pregnancy.edit : text.pregnancy.enrol} · ${name}`
  return (
    <Modal opened onClose={onClose} title={title} closeOnEscape={false} size="58rem" centered>
      <div className={styles.dialog} data-testid="pregnancy-form">
        <DatingFields rules={rules} draft={draft} today={today} error={error} onChange={change} />
        <MoreFields rules={rules} draft={draft} error={error} onChange={change} />
        {view === null ? (
          <BookFields draft={draft} onChange={change} />
        ) : (
          <>
            <PlanFields draft={draft} onChange={change} />
            <Words
              label={words.reason}
              hint={words.reasonHint}
              value={draft.reason}
              onChange={reason => change({ reason })}
            />
          </>
        )}
        {error && <ErrorNotice error={error} />}
        <div className={styles.buttons}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.cancel}
          </QuietButton>
          <FilledButton
            level="dialog"
            isBusy={isSaving}
            isDisabled={draft.enrolledOn === null}
            onPress={() => void save()}
            testId="save-pregnancy"
          >
            {isAsked ? words.saveAnyway : words.save}
          </FilledButton>
        </div>
      </div>
    </Modal>
  )
}

/** Saves; what is only asked about is confirmed by the second press. */
function useSave({ personId, view, onClose }: Props, draft: PregnancyDraft) {
  const enrolling = useCallMutation(enrolPregnancy)
  const saving = useCallMutation(savePregnancy)
  const error: CallError | null = view ? saving.error : enrolling.error
  const isAsked = isAskedOnly(error)
  async function save() {
    const fields = fieldsOf(draft)
    if (!fields) return
    const handbook = draft.bookKind && { kind: draft.bookKind, number: filled(draft.bookNumber) }
    const answer = view
      ? await saving.send({
          pregnancyId: view.pregnancyId,
          fields,
          reason: filled(draft.reason),
          isConfirmed: isAsked,
        })
      : await enrolling.send({ personId, fields, handbook, isConfirmed: isAsked })
    if (answer.ok) onClose()
  }
  return { save, error, isAsked, isSaving: enrolling.isSaving || saving.isSaving }
}
