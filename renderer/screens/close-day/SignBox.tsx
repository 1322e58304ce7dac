import { Textarea } from '@mantine/core'
import { type ClosingView, closeSession, signSession } from '../../../src/contract/close-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { SignerFields } from '../../components/SignerFields'
import { useCallMutation } from '../../data/use-call-mutation'
import { useSigner } from '../../data/use-signer'
import { text } from '../../text'
import styles from './CloseDay.module.css'
import { type Blocked, blockedBy, type ClosingDraft, type CountedLot } from './closing-draft'

const words = text.closeDay

/** Who signs, with their PIN. Says in one line what is still to be settled. */
export function SignBox(props: {
  readonly view: ClosingView
  readonly lots: readonly CountedLot[]
  readonly draft: ClosingDraft
  readonly onChange: (draft: ClosingDraft) => void
  readonly unsaved: number
  readonly onClosed: () => void
}) {
  const { view, lots, draft, onChange } = props
  const blocked = blockedBy(view, lots, props.unsaved)
  const isBlocked = Object.values(blocked).some(count => count > 0)
  const signing = useSigning(props)
  const { signer } = signing
  return (
    <Panel title={words.sign} padded>
      <form
        className={styles.sign}
        onSubmit={event => {
          event.preventDefault()
          if (!isBlocked) void signing.sign()
        }}
      >
        {isBlocked && <Missing blocked={blocked} />}
        <Textarea
          label={words.note}
          autosize
          minRows={1}
          maxLength={1000}
          value={draft.note}
          onChange={event => onChange({ ...draft, note: event.currentTarget.value })}
        />
        <SignerFields signers={view.signers} signing={signing} words={words} testId="closing-pin" />
        {signing.error && <ErrorNotice error={signing.error} />}
        <FilledButton
          type="submit"
          isDisabled={isBlocked || signer === null || signing.pin.length < 4}
          isBusy={signing.isBusy}
          testId="close-session"
        >
          {words.confirm}
        </FilledButton>
      </form>
    </Panel>
  )
}

/** The PIN first, then the closing with the signature it gave; a PIN is never kept. */
function useSigning(props: Parameters<typeof SignBox>[0]) {
  const { view, lots, draft, onClosed } = props
  const signing = useSigner(view.signers)
  const { signer, pin } = signing
  const check = useCallMutation(signSession)
  const close = useCallMutation(closeSession)

  async function sign() {
    if (!signer) return
    close.clearError()
    const checked = await check.send({ userId: signer.userId, pin })
    signing.setPin('')
    if (!checked.ok) return
    const answer = await close.send({
      on: view.on,
      lots: lots.map(({ lotId, vials, left, differsBecause }) => ({ lotId, vials, left, differsBecause })),
      note: draft.note.trim() === '' ? null : draft.note,
      signatureId: checked.value.signatureId,
    })
    if (answer.ok) onClosed()
  }
  return {
    ...signing,
    sign,
    error: check.error ?? close.error,
    isBusy: check.isSaving || close.isSaving,
  }
}

function Missing({ blocked }: { readonly blocked: Blocked }) {
  const kinds = Object.entries(blocked) as [keyof Blocked, number][]
  const left = kinds.filter(([, count]) => count > 0).map(([kind, count]) => words.blocked[kind](count))
  return (
    <p className={styles.missing} role="status" data-testid="closing-blocked">
      ▲ {words.notYet} {left.join('; ')}.
    </p>
  )
}
