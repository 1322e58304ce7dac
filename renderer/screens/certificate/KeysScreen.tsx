import { useState } from 'react'
import {
  type CertificateKeys,
  chooseKeyList,
  getCertificateKeys,
  type KeyListPreview,
  type StationKeyView,
} from '../../../src/contract/certificate-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Certificate.module.css'
import { KeyActions } from './KeyActions'
import { TakeList } from './TakeList'

/** Giấy xác nhận có chữ ký: the key of this PC, and whose keys are believed here. */
export function KeysScreen() {
  const { back } = useNavigation()
  const { signedIn } = useAppState()
  const { data, error, retry } = useCallQuery(getCertificateKeys, {})
  const choosing = useCallMutation(chooseKeyList)
  const [preview, setPreview] = useState<KeyListPreview | null>(null)
  useKeys({ Escape: back })
  const mayChange = signedIn?.role === 'head' || signedIn?.role === 'admin'
  async function choose() {
    const answer = await choosing.send({})
    if (answer.ok) setPreview(answer.value)
  }
  return (
    <div className={styles.screen}>
      <Panel title={text.certificate.keys.title} scrolls padded>
        {error && <ErrorNotice error={error} onRetry={retry} />}
        {data && <Keys keys={data} />}
      </Panel>
      <div className={styles.side}>
        {mayChange && (
          <Panel padded>
            <KeyActions
              hasKey={data?.keys.some(key => key.isOfThisStation) ?? false}
              onTakeList={() => void choose()}
            />
            {choosing.error && choosing.error.code !== 'certificate.cancelled' && (
              <ErrorNotice error={choosing.error} />
            )}
          </Panel>
        )}
        {preview && <TakeList key={preview.text} preview={preview} onClose={() => setPreview(null)} />}
        <QuietButton hint="Esc" onPress={back}>
          {text.common.back}
        </QuietButton>
      </div>
    </div>
  )
}

function Keys({ keys }: { readonly keys: CertificateKeys }) {
  const words = text.certificate.keys
  return (
    <div className={styles.stack}>
      <p data-testid="signing-state">
        <Chip kind={keys.unsigned === null ? 'ok' : 'late'}>
          {keys.unsigned === null ? words.signs : words.unsigned[keys.unsigned]}
        </Chip>
      </p>
      {keys.keptBy !== null && <p className={styles.soft}>{words.keptBy[keys.keptBy]}</p>}
      <h3>{words.ownKeys}</h3>
      {keys.keys.map(key => (
        <OwnKey key={key.kid} view={key} />
      ))}
      <h3>{words.authorities}</h3>
      {keys.authorities.length === 0 && <p className={styles.soft}>{words.noAuthority}</p>}
      {keys.authorities.map(({ authorityId, name, keys: count, revoked, issuedAt }) => (
        <div key={authorityId} className={styles.item} data-testid="authority">
          <strong>{name}</strong>
          <span className={styles.soft}>
            {words.authority(count, revoked)} · {words.issued(formatDay(vietnamDayOf(issuedAt)))}
          </span>
        </div>
      ))}
    </div>
  )
}

function OwnKey({ view }: { readonly view: StationKeyView }) {
  const words = text.certificate.keys
  const { standing, certified, stationName, isOfThisStation, madeAt, madeBy, fingerprint } = view
  const kind = standing === 'signs' ? 'ok' : standing === 'not-certified' ? 'wait' : 'late'
  return (
    <div className={styles.item} data-testid="own-key">
      <div className={styles.line}>
        <strong>{stationName}</strong>
        {isOfThisStation && <span className={styles.soft}>{words.thisStation}</span>}
        <Chip kind={kind}>{words.standing[standing]}</Chip>
        {certified && (
          <span className={styles.soft}>{words.until(formatDay(vietnamDayOf(certified.notAfter)))}</span>
        )}
      </div>
      <span className={styles.soft}>{words.madeAt(formatDay(vietnamDayOf(madeAt)), madeBy)}</span>
      <span className={`${styles.soft} ${styles.digits}`}>
        {words.fingerprint}: {fingerprint}
      </span>
    </div>
  )
}
