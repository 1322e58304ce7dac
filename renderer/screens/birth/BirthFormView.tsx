import { useRef, useState } from 'react'
import { type BirthForm, type MadeChild, recordBirth } from '../../../src/contract/birth-calls'
import type { CallError } from '../../../src/contract/errors'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Birth.module.css'
import { type BirthDraft, missingIn, toRequest, withTwin } from './birth-draft'
import { ChildFields } from './ChildFields'
import { DeliveryFields } from './DeliveryFields'
import { KnownPanel } from './KnownPanel'

/** One page for one birth: the children on top, what is common below, what is known beside. */
export function BirthFormView(props: {
  readonly form: BirthForm
  readonly draftKey: string
  readonly initial: () => BirthDraft
  readonly onDone: (birthId: string, children: readonly MadeChild[]) => void
}) {
  const { form } = props
  const { back } = useNavigation()
  const { draft, setDraft, clear } = useDraft<BirthDraft>(props.draftKey, props.initial)
  const [isTried, setTried] = useState(false)
  const record = useCallMutation(recordBirth)
  const page = useRef<HTMLDivElement>(null)
  // What was refused is said until something else is typed.
  const change = (changed: BirthDraft) => {
    record.clearError()
    setDraft(changed)
  }

  async function save() {
    setTried(true)
    const request = toRequest(form, draft)
    if (!request) return focusFirstWrong(page.current)
    const answer = await record.send(request)
    if (!answer.ok) return focusFirstWrong(page.current)
    clear()
    props.onDone(answer.value.birthId, answer.value.children)
  }
  return (
    <div ref={page} className={styles.screen} data-testid="birth-form">
      <Panel
        title={`${text.birth.title} · ${text.birth.of(form.mother.displayName)}`}
        actions={<TwinButton onPress={() => change(withTwin(draft, form))} />}
        scrolls
        padded
      >
        <BirthFields
          form={form}
          draft={draft}
          setDraft={change}
          error={record.error}
          missing={isTried ? missingIn(draft) : []}
          isCorrection={false}
        />
      </Panel>
      <div className={styles.right}>
        <KnownPanel
          form={form}
          draft={draft}
          isCorrection={false}
          onChild={child => change(withChild(draft, child))}
        />
        {record.error && <ErrorNotice error={record.error} />}
        <div className={styles.buttons}>
          <FilledButton isWide isBusy={record.isSaving} onPress={() => void save()} testId="save-birth">
            {text.birth.save}
          </FilledButton>
          <QuietButton hint="Esc" onPress={back}>
            {text.common.back}
          </QuietButton>
        </div>
      </div>
    </div>
  )
}

/** A second twin by one key. */
export function TwinButton({ onPress }: { readonly onPress: () => void }) {
  useKeys({ 'Ctrl+b': onPress })
  return (
    <QuietButton isSmall hint="Ctrl B" onPress={onPress} testId="add-twin">
      {text.birth.addTwin}
    </QuietButton>
  )
}

/** The draft with one child as it is now. */
export function withChild(draft: BirthDraft, child: BirthDraft['children'][number]): BirthDraft {
  return { ...draft, children: draft.children.map(each => (each.key === child.key ? child : each)) }
}

/** The cursor goes where something is missing or refused, once the field says so. */
export function focusFirstWrong(page: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const wrong = page?.querySelector<HTMLElement>('input[aria-invalid="true"], [data-wrong] input')
    wrong?.focus()
  })
}

/** The fields of a birth, for recording and for correcting. */
export function BirthFields(props: {
  readonly form: BirthForm
  readonly draft: BirthDraft
  readonly setDraft: (draft: BirthDraft) => void
  readonly error: CallError | null
  readonly missing: readonly string[]
  readonly isCorrection: boolean
  readonly onVoidChild?: (newbornId: string) => void
}) {
  const { form, draft, setDraft, error, onVoidChild } = props
  const count = draft.children.length
  const removal = (child: BirthDraft['children'][number]) => {
    const { newbornId } = child
    if (count < 2) return null
    if (newbornId !== null) return onVoidChild ? () => onVoidChild(newbornId) : null
    return () => setDraft({ ...draft, children: draft.children.filter(({ key }) => key !== child.key) })
  }
  return (
    <div className={styles.form}>
      {draft.children.map((child, index) => (
        <ChildFields
          key={child.key}
          form={form}
          child={child}
          title={text.birth.child(index + 1, count)}
          error={error}
          at={`children.${index}`}
          missing={props.missing}
          isFirst={index === 0 && !props.isCorrection}
          onChange={changed => setDraft(withChild(draft, changed))}
          onRemove={removal(child)}
          removeWord={child.newbornId === null ? text.birth.removeChild : text.birth.voidChild}
        />
      ))}
      <DeliveryFields
        form={form}
        draft={draft}
        setDraft={setDraft}
        error={error}
        isCorrection={props.isCorrection}
      />
    </div>
  )
}
