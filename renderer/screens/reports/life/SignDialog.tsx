import { Modal } from '@mantine/core'
import { confirmReportSigner, type ReportLife, signReport } from '../../../../src/contract/report-life-calls'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FilledButton } from '../../../components/FilledButton'
import { QuietButton } from '../../../components/QuietButton'
import { SignerFields } from '../../../components/SignerFields'
import { useKeys } from '../../../components/use-keys'
import { useCallMutation } from '../../../data/use-call-mutation'
import { useSigner } from '../../../data/use-signer'
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
        <SignerFields signers={signers} signing={signing} words={words} testId="report-pin" isFirst />
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
  const signing = useSigner(signers)
  const confirm = useCallMutation(confirmReportSigner)
  const sign = useCallMutation(signReport)
  const { signer, pin } = signing
  return {
    ...signing,
    async sign() {
      if (!signer) return
      sign.clearError()
      const confirmed = await confirm.send({ userId: signer.userId, pin })
      signing.setPin('')
      if (!confirmed.ok) return
      const answer = await sign.send({ reportId, signatureId: confirmed.value.signatureId })
      if (answer.ok) onClose()
    },
    error: confirm.error ?? sign.error,
    isBusy: confirm.isSaving || sign.isSaving,
  }
}
