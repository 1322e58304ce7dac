import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AuthorityFile } from '../../../src/contract/authority-calls'
import type { ErrorCode } from '../../../src/contract/errors'
import { joinProvince, type LinkStatus } from '../../../src/contract/link-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { AuthorityChoice } from './AuthorityChoice'
import styles from './Link.module.css'

type Draft = {
  readonly address: string
  readonly code: string
  readonly authority: AuthorityFile | null
  readonly proxy: string
}

/** Joining with the address and the one-time code of the province's letter. */
export function JoinForm(props: { readonly status: LinkStatus; readonly onClose: (() => void) | null }) {
  const { status, onClose } = props
  const join = useCallMutation(joinProvince)
  const [draft, setDraft] = useState<Draft>({
    address: status.server?.baseUrl ?? '',
    code: '',
    authority: null,
    proxy: '',
  })
  const isRunning = status.joining?.state === 'running'
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const { address, code, authority, proxy } = draft
  const send = () =>
    void join.send({ address, code, authorityPem: authority?.pem ?? null, proxy: proxy.trim() || null })
  return (
    <Panel title={text.link.join} padded>
      <div className={styles.stack}>
        <p className={styles.soft}>{text.link.joinHint}</p>
        <Fields draft={draft} onChange={change} />
        {join.error && <ErrorNotice error={join.error} />}
        {isRunning ? <p role="status">{text.link.joining}</p> : <Refusal status={status} />}
        <FilledButton
          isWide
          isBusy={join.isSaving || isRunning}
          isDisabled={address.trim() === '' || code.trim() === ''}
          onPress={send}
          testId="join-province"
        >
          {text.link.joinNow}
        </FilledButton>
        {onClose && <QuietButton onPress={onClose}>{text.common.cancel}</QuietButton>}
      </div>
    </Panel>
  )
}

function Fields(props: { readonly draft: Draft; readonly onChange: (part: Partial<Draft>) => void }) {
  const { draft, onChange } = props
  return (
    <>
      <TextInput
        label={text.link.joinAddress}
        placeholder="https://"
        value={draft.address}
        data-autofocus
        data-testid="join-address"
        onChange={event => onChange({ address: event.currentTarget.value })}
      />
      <TextInput
        label={text.link.joinCode}
        value={draft.code}
        autoComplete="off"
        spellCheck={false}
        data-testid="join-code"
        onChange={event => onChange({ code: event.currentTarget.value })}
      />
      <details>
        <summary data-testid="join-more">{text.link.joinMore}</summary>
        <div className={styles.stack}>
          <TextInput
            label={text.link.joinProxy}
            value={draft.proxy}
            data-testid="join-proxy"
            onChange={event => onChange({ proxy: event.currentTarget.value })}
          />
          <AuthorityChoice file={draft.authority} onChange={authority => onChange({ authority })} />
        </div>
      </details>
    </>
  )
}

/** Why the server was not joined, with what it lacks. */
function Refusal({ status }: { readonly status: LinkStatus }) {
  const { joining } = status
  if (joining?.state !== 'refused') return null
  const code: ErrorCode = joining.code
  return (
    <>
      <ErrorNotice error={{ code, problems: [{ code, field: null, params: {} }], reference: null }} />
      {joining.lacks.length > 0 && (
        <>
          <p>{text.link.lacksTitle}:</p>
          <ul className={styles.lacks} data-testid="server-lacks">
            {joining.lacks.map(({ what, types }) => (
              <li key={what}>{text.link.lacksFor(text.link.lacks[what], types.join(', '))}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
