import { Modal, Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import {
  listTemplates,
  type TemplateView,
  takeTemplate,
  withdrawTemplate,
} from '../../../src/contract/template-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { LateSkeleton } from '../../components/LateSkeleton'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { codes } from '../../text/codes'
import styles from './SetUp.module.css'

/** The papers a province may change, and whose template counts for each. */
export function TemplatesPanel({ mayEdit }: { readonly mayEdit: boolean }) {
  const templates = useCallQuery(listTemplates, {})
  const [changed, setChanged] = useState<TemplateView | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  if (templates.error) return <ErrorNotice error={templates.error} onRetry={templates.retry} />
  if (!templates.data) return <LateSkeleton lines={4} />
  return (
    <div className={styles.list}>
      <p className={styles.soft}>{text.templates.note}</p>
      {templates.data.map(view => (
        <div key={view.kind} className={styles.item}>
          <span className={styles.itemWords}>
            <b>{codes.documents[view.kind]}</b>
            <span className={styles.soft}>{stateOf(view)}</span>
          </span>
          {mayEdit && (
            <QuietButton isSmall onPress={() => setChanged(view)} testId={`template-${view.kind}`}>
              {text.templates.change}
            </QuietButton>
          )}
        </div>
      ))}
      {said !== null && <p role="status">✓ {said}</p>}
      {changed && (
        <ChangeDialog
          view={changed}
          onClose={isDone => {
            setChanged(null)
            if (isDone) setSaid(text.templates.taken)
          }}
        />
      )}
    </div>
  )
}

function stateOf({ taken }: TemplateView): string {
  if (!taken) return text.templates.shipped
  const words = [text.templates.replaced(taken.version, taken.byName)]
  if (taken.confirmation === 'unverified') words.push(text.templates.unverified)
  return words.join(' · ')
}

/** The file as it is being changed, and the two ways out: taken, or the province's one dropped. */
function useTemplateChange(view: TemplateView, onDone: () => void) {
  const [file, setFile] = useState(view.text)
  const [reason, setReason] = useState('')
  const take = useCallMutation(takeTemplate)
  const withdraw = useCallMutation(withdrawTemplate)
  async function takeIt() {
    const answer = await take.send({ text: file, reason: reason.trim() })
    if (answer.ok) onDone()
  }
  async function drop(templateId: string) {
    const answer = await withdraw.send({ templateId, reason: reason.trim() })
    if (answer.ok) onDone()
  }
  return {
    file,
    setFile,
    reason,
    setReason,
    takeIt,
    drop,
    isWordless: reason.trim() === '',
    isSaving: take.isSaving || withdraw.isSaving,
    error: take.error ?? withdraw.error,
  }
}

function ChangeDialog(props: { readonly view: TemplateView; readonly onClose: (isDone: boolean) => void }) {
  const { view, onClose } = props
  const change = useTemplateChange(view, () => onClose(true))
  const title = codes.documents[view.kind]
  useKeys({ Escape: () => onClose(false) }, 'dialog')
  return (
    <Modal opened onClose={() => onClose(false)} title={title} closeOnEscape={false} size="44rem" centered>
      <div className={styles.list}>
        <Textarea
          label={text.templates.fileText}
          rows={14}
          value={change.file}
          spellCheck={false}
          onChange={event => change.setFile(event.currentTarget.value)}
          data-testid="template-text"
        />
        <FileReader onRead={change.setFile} />
        <TextInput
          label={text.templates.reason}
          withAsterisk
          maxLength={500}
          value={change.reason}
          onChange={event => change.setReason(event.currentTarget.value)}
          data-testid="template-reason"
        />
        {change.error && <ErrorNotice error={change.error} />}
        <Ways view={view} change={change} onClose={() => onClose(false)} />
      </div>
    </Modal>
  )
}

function Ways(props: {
  readonly view: TemplateView
  readonly change: ReturnType<typeof useTemplateChange>
  readonly onClose: () => void
}) {
  const { change, onClose } = props
  const { taken } = props.view
  return (
    <>
      <FilledButton
        level="dialog"
        isWide
        isBusy={change.isSaving}
        isDisabled={change.isWordless}
        onPress={() => void change.takeIt()}
        testId="take-template"
      >
        {text.templates.take}
      </FilledButton>
      {taken && (
        <QuietButton
          isWide
          tone="wrong"
          isDisabled={change.isWordless}
          onPress={() => void change.drop(taken.templateId)}
          testId="drop-template"
        >
          {text.templates.withdraw}
        </QuietButton>
      )}
      <QuietButton isWide hint="Esc" onPress={onClose}>
        {text.common.close}
      </QuietButton>
    </>
  )
}

function FileReader({ onRead }: { readonly onRead: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept=".json"
        hidden
        data-testid="template-file"
        onChange={event => {
          const [file] = event.currentTarget.files ?? []
          if (file) void file.text().then(onRead)
          event.currentTarget.value = ''
        }}
      />
      <QuietButton isSmall onPress={() => input.current?.click()}>
        {text.templates.chooseFile}
      </QuietButton>
    </div>
  )
}
