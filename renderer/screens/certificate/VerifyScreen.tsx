import { Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  getCertificateKeys,
  readCertificateImage,
  saveVerifier,
} from '../../../src/contract/certificate-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Certificate.module.css'
import { VerdictOf } from './VerdictOf'

/** Kiểm tra giấy xác nhận: what a scanned, photographed or pasted code is worth, without a network. */
export function VerifyScreen({ scanned }: { readonly scanned: string | null }) {
  const { go, back } = useNavigation()
  const [codes, setCodes] = useState<readonly string[]>(scanned === null ? [] : [scanned])
  const image = useCallMutation(readCertificateImage)
  useKeys({ Escape: back })
  async function choose() {
    const answer = await image.send({})
    if (answer.ok) setCodes(answer.value.texts)
  }
  function clear() {
    image.clearError()
    setCodes([])
  }
  return (
    <div className={styles.screen}>
      <Panel title={text.certificate.title} note={text.certificate.offline} scrolls padded>
        <div className={styles.verdicts} aria-live="polite">
          {image.isSaving && <p role="status">{text.certificate.reading}</p>}
          {image.error && image.error.code !== 'certificate.cancelled' && <ErrorNotice error={image.error} />}
          {codes.length === 0 && !image.isSaving && <EmptyState title={text.certificate.waiting} />}
          {codes.map((code, at) => (
            <VerdictOf
              key={code}
              code={code}
              which={codes.length > 1 ? text.certificate.severalCodes(at + 1, codes.length) : null}
            />
          ))}
        </div>
      </Panel>
      <div className={styles.side}>
        <Panel padded>
          <div className={styles.stack}>
            <p>{text.certificate.scanHint}</p>
            {codes.length > 0 && (
              <QuietButton isWide onPress={clear} testId="verify-again">
                {text.certificate.again}
              </QuietButton>
            )}
            <FilledButton isWide isBusy={image.isSaving} onPress={() => void choose()} testId="choose-image">
              {text.certificate.chooseImage}
            </FilledButton>
            <CodeField onCode={code => setCodes([code])} />
          </div>
        </Panel>
        <Believed onOpen={() => go({ name: 'certificate-keys' })} />
        <QuietButton hint="Esc" onPress={back}>
          {text.common.back}
        </QuietButton>
      </div>
    </div>
  )
}

function CodeField({ onCode }: { readonly onCode: (code: string) => void }) {
  const [typed, setTyped] = useState('')
  return (
    <div className={styles.stack}>
      <Textarea
        label={text.certificate.codeField}
        rows={3}
        autoComplete="off"
        spellCheck={false}
        data-testid="certificate-code"
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <QuietButton
        isDisabled={typed.trim() === ''}
        onPress={() => {
          onCode(typed.trim())
          setTyped('')
        }}
        testId="check-code"
      >
        {text.certificate.check}
      </QuietButton>
    </div>
  )
}

/** Whose keys a verdict rests on, and the page that does the same without this application. */
function Believed({ onOpen }: { readonly onOpen: () => void }) {
  const { data } = useCallQuery(getCertificateKeys, {})
  const saving = useCallMutation(saveVerifier)
  const [saved, setSaved] = useState<string | null>(null)
  const { keys } = text.certificate
  async function save() {
    setSaved(null)
    const answer = await saving.send({})
    if (answer.ok) setSaved(answer.value.fileName)
  }
  return (
    <Panel title={keys.authorities} padded>
      <div className={styles.stack}>
        {data?.authorities.length === 0 && <p className={styles.soft}>{keys.noAuthority}</p>}
        {data?.authorities.map(({ authorityId, name, keys: count, revoked }) => (
          <p key={authorityId}>
            {name} <span className={styles.soft}>{keys.authority(count, revoked)}</span>
          </p>
        ))}
        <div className={styles.buttons}>
          <QuietButton isSmall onPress={onOpen}>
            {keys.open}
          </QuietButton>
          <QuietButton
            isSmall
            onPress={() => void save()}
            isDisabled={saving.isSaving}
            testId="save-verifier"
          >
            {keys.saveVerifier}
          </QuietButton>
        </div>
        {saved !== null && <p role="status">{keys.saved(saved)}</p>}
        {saving.error && saving.error.code !== 'certificate.cancelled' && (
          <ErrorNotice error={saving.error} />
        )}
      </div>
    </Panel>
  )
}
