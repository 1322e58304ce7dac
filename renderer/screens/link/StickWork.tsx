import type { StickTaken } from '../../../src/contract/courier-calls'
import { formatCount } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { sentenceOf } from '../../components/sentences'
import { text } from '../../text'
import styles from './Courier.module.css'
import type { StickProgress, StickResult } from './use-courier'

/** How far it is, and the way out. */
export function StickProgressBar(props: {
  readonly progress: StickProgress | null
  readonly onStop: () => void
}) {
  const { progress, onStop } = props
  const words = text.courier
  return (
    <div className={styles.busy} role="status" data-testid="stick-progress">
      <progress
        className={styles.progress}
        {...(progress && progress.total > 0 ? { max: progress.total, value: progress.done } : {})}
        aria-hidden="true"
      />
      <span>
        {progress
          ? words.steps[progress.step](formatCount(progress.done), formatCount(progress.total))
          : words.starting}
      </span>
      <QuietButton isSmall tone="wrong" onPress={onStop} testId="stop-stick">
        {words.stop}
      </QuietButton>
    </div>
  )
}

/** What came of it, and every sentence about what was left out. */
export function StickResultNote({ result }: { readonly result: StickResult }) {
  const notes = result.did === 'read' ? result.taken.notes : []
  const refused = result.did === 'read' ? (result.taken.ledger?.refused ?? 0) : 0
  const isSound = notes.length === 0 && refused === 0 && !stoppedIn(result)
  return (
    <div className={isSound ? styles.done : styles.partly} role="status" data-testid="stick-result">
      <p>
        <span aria-hidden="true">{isSound ? '✓' : '▲'}</span> {sentenceFor(result)}
      </p>
      {result.did === 'read' && <Closed taken={result.taken} />}
      {notes.map(note => (
        <p key={note.code}>{sentenceOf(note)}</p>
      ))}
      {result.did === 'read' && result.taken.entries > 0 && !result.taken.isStopped && (
        <p className={styles.soft}>{text.courier.answerHint}</p>
      )}
    </div>
  )
}

/** What the province's word did to the ledger. */
function Closed({ taken }: { readonly taken: StickTaken }) {
  const { ledger, keepsOnly } = taken
  return (
    <>
      {ledger && <p>{text.courier.closed(formatCount(ledger.accepted))}</p>}
      {ledger && ledger.refused > 0 && <p>{text.courier.notTaken(formatCount(ledger.refused))}</p>}
      {keepsOnly && <p>{text.courier.keepsOnly}</p>}
    </>
  )
}

function stoppedIn(result: StickResult): boolean {
  return result.did === 'read' ? result.taken.isStopped : result.written.isStopped
}

function sentenceFor(result: StickResult): string {
  const words = text.courier
  if (result.did === 'write') {
    const { isStopped, entries } = result.written
    if (isStopped) return words.stoppedWriting
    return entries === 0 ? words.writtenReceipt : words.written(formatCount(entries))
  }
  const { isStopped, entries } = result.taken
  if (isStopped) return words.stoppedTaking(formatCount(entries))
  return entries === 0 ? words.takenNothing : words.taken(formatCount(entries))
}
