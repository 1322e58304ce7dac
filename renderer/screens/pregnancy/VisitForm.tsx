import { Modal } from '@mantine/core'
import { correctAntenatalVisit, recordAntenatalVisit } from '../../../src/contract/pregnancy-calls'
import type { AntenatalVisitView, PregnancyView } from '../../../src/contract/pregnancy-views'
import { gestationOn } from '../../../src/domain/maternal/dating'
import type { PregnancyRules } from '../../../src/domain/maternal/pregnancy-rules'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { QuietButton } from '../../components/QuietButton'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { locale, text } from '../../text'
import { isAskedOnly } from './asked-only'
import { Ticks, Words } from './Fields'
import { Measures } from './Measures'
import { NextFields } from './NextFields'
import styles from './Pregnancy.module.css'
import { filled } from './pregnancy-draft'
import { TestFields } from './TestFields'
import { newVisit, type VisitDraft, visitDraftOf, visitFieldsOf } from './visit-draft'
import { ageWords } from './words'

type Props = {
  readonly rules: PregnancyRules
  readonly view: PregnancyView
  readonly name: string
  /** The visit that is corrected; null: a new one. */
  readonly visit: AntenatalVisitView | null
  readonly onClose: () => void
  /** A visit that was saved and asks for a referral slip. */
  readonly onRefer: (visitId: string) => void
  readonly onVoid: (visit: AntenatalVisitView) => void
}

/** One row of the handbook: what was measured, asked, found and said. */
export function VisitForm(props: Props) {
  const { rules, view, name, visit, onClose } = props
  const { today } = useAppState()
  const { draft, setDraft, clear } = useDraft<VisitDraft>(
    `antenatal ${view.personId} ${view.pregnancyId} ${visit?.visitId ?? ''}`,
    () => (visit ? visitDraftOf(visit) : newVisit(rules, view, today)),
  )
  const saving = useSave(props, draft, clear)
  const change = (changes: Partial<VisitDraft>) => setDraft({ ...draft, ...changes })
  useKeys({ Escape: onClose }, 'dialog')
  const words = text.pregnancy.visit
  const age = draft.visitedOn && view.dating && gestationOn(view.dating, draft.visitedOn)
  const heading = visit ? words.correctTitle(visit.number) : words.title(view.visits.length + 1)
  const title = [heading, name, age && ageWords(age)].filter(Boolean).join(' · ')
  const shared = { rules, view, draft, today, error: saving.error, onChange: change }
  return (
    <Modal opened onClose={onClose} title={title} closeOnEscape={false} size="72rem" centered yOffset="1rem">
      <div className={styles.dialog} data-testid="visit-form">
        <div className={styles.visitColumns}>
          <Measures {...shared} />
          <div className={styles.stack}>
            <Ticks
              label={words.signs}
              hint={words.signsAsk}
              items={rules.dangerSigns.map(sign => ({ code: sign.code, name: sign.name[locale] }))}
              chosen={draft.dangerSigns}
              onChange={dangerSigns => change({ dangerSigns })}
              testId="danger-signs"
            />
            <TestFields {...shared} />
          </div>
        </div>
        <NextFields {...shared} />
        {visit && <Words label={words.reason} value={draft.reason} onChange={reason => change({ reason })} />}
        {saving.error && <ErrorNotice error={saving.error} />}
        <Buttons {...props} draft={draft} saving={saving} />
      </div>
    </Modal>
  )
}

function Buttons({ visit, onClose, onVoid, draft, saving }: Props & { draft: VisitDraft; saving: Saving }) {
  const words = text.pregnancy.visit
  const label = draft.dangerSigns.length > 0 && !visit ? words.saveAndRefer : words.save
  return (
    <div className={styles.buttons}>
      {visit && (
        <QuietButton tone="wrong" onPress={() => onVoid(visit)} testId="void-visit">
          {text.pregnancy.visits.voidVisit}
        </QuietButton>
      )}
      <QuietButton hint="Esc" onPress={onClose}>
        {text.common.cancel}
      </QuietButton>
      <FilledButton
        level="dialog"
        isBusy={saving.isSaving}
        isDisabled={draft.visitedOn === null || (visit !== null && draft.reason.trim() === '')}
        onPress={() => void saving.save()}
        testId="save-visit"
      >
        {saving.isAsked ? text.pregnancy.form.saveAnyway : label}
      </FilledButton>
    </div>
  )
}

type Saving = ReturnType<typeof useSave>

/** Saves; what is only asked about is confirmed by the second press. */
function useSave({ view, visit, onClose, onRefer }: Props, draft: VisitDraft, clear: () => void) {
  const recording = useCallMutation(recordAntenatalVisit)
  const correcting = useCallMutation(correctAntenatalVisit)
  const error = visit ? correcting.error : recording.error
  const isAsked = isAskedOnly(error)
  async function save() {
    const fields = visitFieldsOf(draft)
    if (!fields) return
    const isConfirmed = isAsked
    if (visit) {
      const reason = filled(draft.reason) ?? ''
      const answer = await correcting.send({ visitId: visit.visitId, fields, reason, isConfirmed })
      if (answer.ok) close()
      return
    }
    const answer = await recording.send({ pregnancyId: view.pregnancyId, fields, isConfirmed })
    if (!answer.ok) return
    close()
    if (fields.dangerSigns.length > 0) onRefer(answer.value.visitId)
  }
  function close() {
    clear()
    onClose()
  }
  return { save, error, isAsked, isSaving: recording.isSaving || correcting.isSaving }
}
