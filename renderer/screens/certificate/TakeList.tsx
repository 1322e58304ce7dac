import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type KeyListPreview, trustKeyList } from '../../../src/contract/certificate-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './Certificate.module.css'

/** What a file of keys would change, and taking it in. A new authority is believed only by the digits of its letter. */
export function TakeList(props: { readonly preview: KeyListPreview; readonly onClose: () => void }) {
  const { preview, onClose } = props
  const words = text.certificate.keys
  const [typed, setTyped] = useState('')
  const taking = useCallMutation(trustKeyList)
  const isFirst = preview.trust === 'first'
  async function take() {
    const answer = await taking.send({ text: preview.text, fingerprint: isFirst ? typed : null })
    if (answer.ok) onClose()
  }
  return (
    <Panel title={words.previewTitle} padded>
      <div className={styles.stack} data-testid="key-list-preview">
        <strong>{preview.authorityName}</strong>
        <span className={styles.soft}>{words.issued(formatDay(vietnamDayOf(preview.issuedAt)))}</span>
        {preview.newlyCertified.length > 0 && <p>{words.newKeys(preview.newlyCertified.length)}</p>}
        {preview.newlyRevoked.length > 0 && (
          <div>
            <p>{words.newRevoked(preview.newlyRevoked.length)}</p>
            {preview.newlyRevoked.slice(0, 20).map(({ pointName, why }) => (
              <p key={`${pointName} ${why}`}>
                <Chip kind="wrong">{`${pointName}: ${words.why[why]}`}</Chip>
              </p>
            ))}
          </div>
        )}
        {preview.certifiesThisStation && <Chip kind="ok">{words.certifies}</Chip>}
        {preview.trust === 'same' && <p>{words.same}</p>}
        {isFirst && (
          <TextInput
            label={words.fingerprint}
            description={words.first}
            inputMode="numeric"
            autoComplete="off"
            autoFocus
            maxLength={60}
            data-testid="fingerprint"
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
          />
        )}
        {taking.error && <ErrorNotice error={taking.error} />}
        {preview.trust !== 'same' && (
          <FilledButton
            isWide
            isBusy={taking.isSaving}
            isDisabled={isFirst && typed.replace(/\D/gu, '').length !== 30}
            onPress={() => void take()}
            testId="trust-key-list"
          >
            {words.trust}
          </FilledButton>
        )}
        <QuietButton onPress={onClose}>{text.common.close}</QuietButton>
      </div>
    </Panel>
  )
}
