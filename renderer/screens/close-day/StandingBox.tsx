import { useState } from 'react'
import type { ClosingView } from '../../../src/contract/close-calls'
import { getSessionDay, reopenSession, stopSession } from '../../../src/contract/session-day-calls'
import { formatTime } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { DocumentPreview } from '../documents/DocumentPreview'
import styles from './CloseDay.module.css'

const words = text.closeDay

/** Whether the day is open, stopped or signed, how it came to be, and the ways on from there. */
export function StandingBox({ view }: { readonly view: ClosingView }) {
  const { on, state, because } = view
  const { signedIn, today } = useAppState()
  const [asked, setAsked] = useState<'reopen' | 'stop' | 'print' | null>(null)
  const mayReopen = signedIn?.role === 'head' || signedIn?.role === 'admin'
  return (
    <Panel padded label={words.history}>
      {state === 'closed' && because && (
        <p className={styles.signed} data-testid="closing-signed">
          ✓ {words.signed(because.byName, text.frame.roles[because.byRole], formatTime(because.at))}
        </p>
      )}
      <History on={on} />
      <div className={styles.buttons}>
        {state === 'closed' && (
          <QuietButton onPress={() => setAsked('print')} testId="print-closing">
            {words.print}
          </QuietButton>
        )}
        {state !== 'open' &&
          (mayReopen ? (
            <QuietButton onPress={() => setAsked('reopen')} testId="reopen-session">
              {words.reopen}
            </QuietButton>
          ) : (
            <span className={styles.soft}>{words.reopenWho}</span>
          ))}
        {state === 'open' && on === today && (
          <QuietButton tone="wrong" onPress={() => setAsked('stop')} testId="stop-session">
            {words.stop}
          </QuietButton>
        )}
      </div>
      {asked === 'reopen' && <Reopen on={on} onClose={() => setAsked(null)} />}
      {asked === 'stop' && <Stop onClose={() => setAsked(null)} />}
      {asked === 'print' && (
        <DocumentPreview
          request={{
            kind: 'session-close',
            personId: null,
            visitId: null,
            on,
            paper: 'A4',
            bilingual: false,
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  )
}

function History({ on }: { readonly on: ClosingView['on'] }) {
  const { data } = useCallQuery(getSessionDay, { on }, { keep: true })
  if (!data || data.changes.length === 0) return null
  return (
    <>
      <p className={styles.soft}>{words.history}:</p>
      <ul className={styles.history}>
        {data.changes.map(({ changeId, state, at, byName, reason }) => (
          <li key={changeId}>{words.change(words.changes[state], formatTime(at), byName, reason)}</li>
        ))}
      </ul>
    </>
  )
}

function Reopen({ on, onClose }: { readonly on: ClosingView['on']; readonly onClose: () => void }) {
  const reopen = useCallMutation(reopenSession)
  return (
    <ReasonDialog
      title={words.reopenTitle}
      action={words.reopen}
      suggestions={words.reopenReasons}
      error={reopen.error}
      isBusy={reopen.isSaving}
      onConfirm={async reason => {
        if ((await reopen.send({ on, reason })).ok) onClose()
      }}
      onClose={onClose}
    />
  )
}

function Stop({ onClose }: { readonly onClose: () => void }) {
  const stop = useCallMutation(stopSession)
  return (
    <ReasonDialog
      title={words.stopTitle}
      action={words.stop}
      suggestions={words.stopReasons}
      error={stop.error}
      isBusy={stop.isSaving}
      onConfirm={async reason => {
        if ((await stop.send({ reason })).ok) onClose()
      }}
      onClose={onClose}
    />
  )
}
