import { PasswordInput, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type ClosingView, closeSession, signSession } from '../../../src/contract/close-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
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
        <Signer signers={view.signers} signing={signing} />
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

function Signer(props: Pick<ClosingView, 'signers'> & { readonly signing: ReturnType<typeof useSigning> }) {
  const { signers, signing } = props
  const { signer } = signing
  return (
    <>
      <Select
        label={words.signer}
        data={signers.map(({ userId, name, role }) => ({
          value: userId,
          label: `${name} · ${text.frame.roles[role]}`,
        }))}
        value={signer?.userId ?? null}
        onChange={value => value !== null && signing.choose(value)}
        allowDeselect={false}
      />
      <PasswordInput
        label={words.pin(signer?.name ?? '')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        data-scan="own"
        data-testid="closing-pin"
        value={signing.pin}
        onChange={event => signing.setPin(event.currentTarget.value.replace(/\D/gu, ''))}
      />
    </>
  )
}

/** The PIN first, then the closing with the signature it gave; a PIN is never kept. */
function useSigning(props: Parameters<typeof SignBox>[0]) {
  const { view, lots, draft, onClosed } = props
  const { signedIn } = useAppState()
  const own = view.signers.find(({ userId }) => userId === signedIn?.userId)
  const [signerId, setSignerId] = useState(own?.userId ?? view.signers[0]?.userId ?? null)
  const [pin, setPin] = useState('')
  const check = useCallMutation(signSession)
  const close = useCallMutation(closeSession)
  const signer = view.signers.find(({ userId }) => userId === signerId) ?? null

  async function sign() {
    if (!signer) return
    close.clearError()
    const checked = await check.send({ userId: signer.userId, pin })
    setPin('')
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
    signer,
    choose(userId: string) {
      setSignerId(userId)
      setPin('')
    },
    pin,
    setPin,
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
