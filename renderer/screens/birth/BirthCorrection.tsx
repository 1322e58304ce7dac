import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import {
  addChildToBirth,
  type BirthForm,
  correctBirth,
  correctNewborn,
  voidBirth,
  voidNewborn,
} from '../../../src/contract/birth-calls'
import type { CallError } from '../../../src/contract/errors'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Birth.module.css'
import { BirthFields, TwinButton, withChild } from './BirthFormView'
import { type BirthDraft, bornOf, childRequest, commonOf, draftOf, missingIn, withTwin } from './birth-draft'
import { KnownPanel } from './KnownPanel'

type Asking = 'correct' | 'void' | { readonly newbornId: string }

/** A recorded birth, to be put right with a reason; a forgotten twin is added, a mistake is taken back. */
export function BirthCorrection(props: { readonly form: BirthForm; readonly birthId: string }) {
  const { form, birthId } = props
  const birth = form.births.find(each => each.birthId === birthId)
  if (!birth) return <ErrorNotice error={{ code: 'birth.not-found', problems: [], reference: null }} />
  return <Correction form={form} birthId={birthId} before={draftOf(form, birth)} />
}

type CorrectionProps = {
  readonly form: BirthForm
  readonly birthId: string
  readonly before: BirthDraft
}

function Correction({ form, birthId, before }: CorrectionProps) {
  const { back } = useNavigation()
  const [draft, setDraft] = useState(before)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [isTried, setTried] = useState(false)
  const saving = useSaving(form, birthId, before)
  const changed = JSON.stringify(draft) !== JSON.stringify(before)
  const tryToSave = () => {
    setTried(true)
    if (missingIn(draft).length === 0) setAsking('correct')
  }
  const saveWith = (reason: string) => {
    setAsking(null)
    void saving.save(draft, reason).then(isDone => isDone && back())
  }
  const asked = (
    <BirthFields
      {...{ form, draft, setDraft }}
      missing={isTried ? missingIn(draft) : []}
      error={saving.error}
      isCorrection
      onVoidChild={newbornId => setAsking({ newbornId })}
    />
  )
  return (
    <div className={styles.screen} data-testid="birth-correction">
      <Panel
        title={titleOf(form)}
        actions={<TwinButton onPress={() => setDraft(withTwin(draft, form))} />}
        scrolls
        padded
      >
        {asked}
      </Panel>
      <div className={styles.right}>
        <Known form={form} draft={draft} setDraft={setDraft} />
        {saving.error && <ErrorNotice error={saving.error} />}
        <Buttons
          isBusy={saving.isSaving}
          isChanged={changed}
          onSave={tryToSave}
          onVoid={() => setAsking('void')}
          onBack={back}
        />
      </div>
      <Question
        asking={asking}
        birthId={birthId}
        onClose={() => setAsking(null)}
        onDone={back}
        onReason={saveWith}
      />
    </div>
  )
}

function Known(props: {
  readonly form: BirthForm
  readonly draft: BirthDraft
  readonly setDraft: (draft: BirthDraft) => void
}) {
  const { form, draft, setDraft } = props
  return (
    <KnownPanel form={form} draft={draft} isCorrection onChild={child => setDraft(withChild(draft, child))} />
  )
}

function titleOf(form: BirthForm): string {
  return `${text.birth.correctTitle} · ${text.birth.of(form.mother.displayName)}`
}

function Buttons(props: {
  readonly isBusy: boolean
  readonly isChanged: boolean
  readonly onSave: () => void
  readonly onVoid: () => void
  readonly onBack: () => void
}) {
  const { isBusy, isChanged, onSave, onVoid, onBack } = props
  return (
    <>
      <QuietButton tone="wrong" onPress={onVoid} testId="void-birth">
        {text.birth.voidBirth}
      </QuietButton>
      <div className={styles.buttons}>
        <FilledButton isWide isBusy={isBusy} isDisabled={!isChanged} testId="save-birth" onPress={onSave}>
          {isChanged ? text.birth.saveCorrection : text.birth.nothingChanged}
        </FilledButton>
        <QuietButton hint="Esc" onPress={onBack}>
          {text.common.back}
        </QuietButton>
      </div>
    </>
  )
}

/** The reason of a correction, or what is to be taken back. */
function Question(props: {
  readonly asking: Asking | null
  readonly birthId: string
  readonly onClose: () => void
  readonly onDone: () => void
  readonly onReason: (reason: string) => void
}) {
  const { asking, birthId, onClose } = props
  if (asking === null) return null
  if (asking === 'correct')
    return (
      <ReasonDialog
        title={text.birth.correctionReason}
        action={text.birth.saveCorrection}
        suggestions={text.birth.correctionReasons}
        onClose={onClose}
        onConfirm={props.onReason}
      />
    )
  const newbornId = asking === 'void' ? null : asking.newbornId
  return <TakeBack birthId={birthId} newbornId={newbornId} onClose={onClose} onDone={props.onDone} />
}

/** Writes what differs: the birth, each child, and children who were forgotten. Stops at the first refusal. */
function useSaving(form: BirthForm, birthId: string, before: BirthDraft) {
  const birth = useCallMutation(correctBirth)
  const child = useCallMutation(correctNewborn)
  const added = useCallMutation(addChildToBirth)
  const [error, setError] = useState<CallError | null>(null)

  async function save(draft: BirthDraft, reason: string): Promise<boolean> {
    setError(null)
    const [is, was] = [commonOf(form, draft), commonOf(form, before)]
    if (JSON.stringify(is) !== JSON.stringify(was)) {
      const answer = await birth.send({ birthId, changes: is, reason })
      if (!answer.ok) return refused(answer.error)
    }
    for (const [index, each] of draft.children.entries()) {
      const answer = await saveChild(each, reason)
      if (answer && !answer.ok) return refused(moved(answer.error, `children.${index}`))
    }
    return true
  }
  function saveChild(each: BirthDraft['children'][number], reason: string) {
    const old = before.children.find(({ newbornId }) => newbornId === each.newbornId)
    if (each.newbornId === null) {
      const request = childRequest(each, before.placeName)
      return request ? added.send({ birthId, child: request }) : null
    }
    const changes = bornOf(each)
    const isSame = old !== undefined && JSON.stringify(bornOf(old)) === JSON.stringify(changes)
    return isSame || !changes ? null : child.send({ newbornId: each.newbornId, changes, reason })
  }
  function refused(problem: CallError): false {
    setError(problem)
    return false
  }
  return { save, error, isSaving: birth.isSaving || child.isSaving || added.isSaving }
}

/** Problems of one child's call as problems of the page. */
function moved(error: CallError, at: string): CallError {
  const problems = error.problems.map(problem => ({
    ...problem,
    field: problem.field?.replace(/^(?:changes|child|person)\b/u, at) ?? null,
  }))
  return { ...error, problems }
}

/** The whole birth, or one child of it, taken back with a reason. */
function TakeBack(props: {
  readonly birthId: string
  readonly newbornId: string | null
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { birthId, newbornId, onClose, onDone } = props
  const all = useCallMutation(voidBirth)
  const one = useCallMutation(voidNewborn)
  const [isKept, setKept] = useState(false)
  async function confirm(reason: string) {
    const answer =
      newbornId === null
        ? await all.send({ birthId, keepChildren: isKept, reason })
        : await one.send({ newbornId, keepChild: isKept, reason })
    if (answer.ok) onDone()
  }
  return (
    <ReasonDialog
      title={newbornId === null ? text.birth.voidTitle : text.birth.voidChild}
      action={newbornId === null ? text.birth.voidBirth : text.birth.voidChild}
      suggestions={text.birth.voidReasons}
      error={newbornId === null ? all.error : one.error}
      isBusy={all.isSaving || one.isSaving}
      onClose={onClose}
      onConfirm={reason => void confirm(reason)}
    >
      <p>{text.birth.voidNote}</p>
      <Checkbox
        label={text.birth.keepChildren}
        checked={isKept}
        onChange={event => setKept(event.currentTarget.checked)}
      />
    </ReasonDialog>
  )
}
