import { useState } from 'react'
import { saveRevocations } from '../../../src/contract/card-revocation-calls'
import { makeCertificateKey, saveKeyRequest, saveVerifier } from '../../../src/contract/certificate-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './Certificate.module.css'

/** What the head of the point does with keys. A key that exists is asked about before another is made. */
export function KeyActions(props: { readonly hasKey: boolean; readonly onTakeList: () => void }) {
  const { hasKey, onTakeList } = props
  const words = text.certificate.keys
  const making = useCallMutation(makeCertificateKey)
  const request = useCallMutation(saveKeyRequest)
  const verifier = useCallMutation(saveVerifier)
  const revocations = useCallMutation(saveRevocations)
  const [isAsked, setAsked] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)

  async function make() {
    if (hasKey && !isAsked) return setAsked(true)
    setAsked(false)
    await making.send({})
  }
  async function save(what: Pick<typeof request, 'send'>) {
    setSaved(null)
    const answer = await what.send({})
    if (answer.ok) setSaved(answer.value.fileName)
  }
  const errors = [making.error, request.error, verifier.error, revocations.error].filter(
    error => error !== null && error.code !== 'certificate.cancelled',
  )
  return (
    <div className={styles.stack}>
      <QuietButton onPress={() => void make()} isDisabled={making.isSaving} testId="make-key">
        {words.make}
      </QuietButton>
      {isAsked && <p role="alert">{words.makeAsk}</p>}
      <QuietButton onPress={() => void save(request)} isDisabled={!hasKey} testId="save-request">
        {words.saveRequest}
      </QuietButton>
      <QuietButton onPress={onTakeList} testId="take-key-list">
        {words.takeList}
      </QuietButton>
      <QuietButton onPress={() => void save(verifier)} testId="save-verifier">
        {words.saveVerifier}
      </QuietButton>
      <QuietButton onPress={() => void save(revocations)} isDisabled={!hasKey} testId="save-revocations">
        {text.certificate.takeBack.save}
      </QuietButton>
      {saved !== null && <p role="status">{words.saved(saved)}</p>}
      {errors.map(error => error && <ErrorNotice key={error.code} error={error} />)}
    </div>
  )
}
