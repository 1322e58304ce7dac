import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { revokeCard } from '../../../src/contract/card-revocation-calls'
import { getCertificateKeys } from '../../../src/contract/certificate-calls'
import {
  type CardRevocationReason,
  cardRevocationReasons,
} from '../../../src/domain/certificate/revoked-card'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { useMay } from '../duplicates/use-may'
import styles from './Certificate.module.css'

/** Takes one certificate of this point back; nothing is shown to whoever may not, or for the card of another point. */
export function TakeBack({ code, kid }: { readonly code: string; readonly kid: string }) {
  const may = useMay(revokeCard)
  const { data } = useCallQuery(getCertificateKeys, {})
  const [isOpen, setOpen] = useState(false)
  const isOurs = data?.keys.some(key => key.kid === kid) ?? false
  if (!may || !isOurs) return null
  if (isOpen) return <Reasons code={code} onClose={() => setOpen(false)} />
  return (
    <div className={styles.buttons}>
      <QuietButton isSmall onPress={() => setOpen(true)} testId="take-back">
        {text.certificate.takeBack.open}
      </QuietButton>
    </div>
  )
}

function Reasons({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const words = text.certificate.takeBack
  const taking = useCallMutation(revokeCard)
  const [why, setWhy] = useState<CardRevocationReason | null>(null)
  const [note, setNote] = useState('')
  async function take() {
    if (why === null) return
    // The verdict above is read anew: it shows what became of the card.
    const answer = await taking.send({ text: code, why, note: note.trim() === '' ? null : note })
    if (answer.ok) onClose()
  }
  return (
    <div className={styles.stack} data-testid="take-back-form">
      <p className={styles.soft}>{words.hint}</p>
      <Picker
        label={words.ask}
        choices={cardRevocationReasons.map(value => ({ value, label: words.why[value] }))}
        value={why}
        onChange={value => setWhy(cardRevocationReasons.find(reason => reason === value) ?? null)}
        isRequired
        autoFocus
        testId="take-back-why"
      />
      <TextInput
        label={words.note}
        autoComplete="off"
        maxLength={300}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      {taking.error && <ErrorNotice error={taking.error} />}
      <div className={styles.buttons}>
        <FilledButton
          isBusy={taking.isSaving}
          isDisabled={why === null}
          onPress={() => void take()}
          testId="take-back-confirm"
        >
          {words.confirm}
        </FilledButton>
        <QuietButton onPress={onClose}>{words.keep}</QuietButton>
      </div>
    </div>
  )
}
