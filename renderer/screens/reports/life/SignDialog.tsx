import { Modal, PasswordInput, Select } from '@mantine/core'
import { useState } from 'react'
import { confirmReportSigner, type ReportLife, signReport } from '../../../../src/contract/report-life-calls'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FilledButton } from '../../../components/FilledButton'
import { QuietButton } from '../../../components/QuietButton'
import { useKeys } from '../../../components/use-keys'
import { useCallMutation } from '../../../data/use-call-mutation'
import { useAppState } from '../../../frame/app-state'
import { text } from '../../../text'
import styles from './Life.module.css'

const words = text.reportLife.signing

/** Who signs, with their PIN; a PIN is never kept. */
export function SignDialog(props: {
  readonly reportId: string
  readonly signers: ReportLife['signers']
  readonly onClose: () => void
}) {
  const { signers, onClose } = props
  const signing = useSigning(props)
  const { signer } = signing
  useKeys({ Escape: onClose }, 'dialog')
  return (
    <Modal opened onClose={onClose} title={words.title} closeOnEscape={false} centered>
      <form
        className={styles.dialog}
        onSubmit={event => {
          event.preventDefault()
          void signing.sign()
        }}
      >
        <p>{words.hint}</p>
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
          data-autofocus
          data-scan="own"
          data-testid="report-pin"
          value={signing.pin}
          onChange={event => signing.setPin(event.currentTarget.value.replace(/\D/gu, ''))}
        />
        {signing.error && <ErrorNotice error={signing.error} />}
        <div className={styles.end}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.cancel}
          </QuietButton>
          <FilledButton
            level="dialog"
            type="submit"
            isDisabled={signer === null || signing.pin.length < 4}
            isBusy={signing.isBusy}
            testId="confirm-sign-report"
          >
            {words.confirm}
          </FilledButton>
        </div>
      </form>
    </Modal>
  )
}

function useSigning({ reportId, signers, onClose }: Parameters<typeof SignDialog>[0]) {
  const { signedIn } = useAppState()
  const own = signers.find(({ userId }) => userId === signedIn?.userId)
  const [signerId, setSignerId] = useState(own?.userId ?? signers[0]?.userId ?? null)
  const [pin, setPin] = useState('')
  const confirm = useCallMutation(confirmReportSigner)
  const sign = useCallMutation(signReport)
  const signer = signers.find(({ userId }) => userId === signerId) ?? null
  return {
    signer,
    pin,
    setPin,
    choose(userId: string) {
      setSignerId(userId)
      setPin('')
    },
    async sign() {
      if (!signer) return
      sign.clearError()
      const confirmed = await confirm.send({ userId: signer.userId, pin })
      setPin('')
      if (!confirmed.ok) return
      const answer = await sign.send({ reportId, signatureId: confirmed.value.signatureId })
      if (answer.ok) onClose()
    },
    error: confirm.error ?? sign.error,
    isBusy: confirm.isSaving || sign.isSaving,
  }
}
