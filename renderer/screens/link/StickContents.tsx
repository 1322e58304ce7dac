import type { Stick, StickFolder } from '../../../src/contract/courier-calls'
import type { ErrorCode } from '../../../src/contract/errors'
import { Chip, type ChipKind } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { formatCount, formatMoment } from '../../components/format'
import { sentenceOf } from '../../components/sentences'
import { text } from '../../text'
import styles from './Courier.module.css'

const signs = { calm: '○', late: '▲', wrong: '✕' } as const

/** What is as it should be, what asks for another step, and what somebody must be called about. */
const calm: readonly ErrorCode[] = [
  'courier.own-stick',
  'courier.not-for-us',
  'courier.already-taken',
  'courier.stale',
]
const wrong: readonly ErrorCode[] = [
  'courier.cloned-self',
  'courier.cloned-sender',
  'courier.forked',
  'courier.revoked-sender',
  'courier.unknown-sender',
]
function toneOf(code: ErrorCode): keyof typeof signs {
  if (calm.includes(code)) return 'calm'
  return wrong.includes(code) ? 'wrong' : 'late'
}

/** What lies on the stick: from whom, for whom, what is new here, and what is wrong with it. */
export function StickContents({ stick }: { readonly stick: Stick }) {
  const words = text.courier
  return (
    <section className={styles.stack} aria-label={words.onStick(stick.name)} data-testid="stick-contents">
      <h3 className={styles.heading}>{words.onStick(stick.name)}</h3>
      {stick.folders.length === 0 && <EmptyState title={words.emptyStick} />}
      {inOrder(stick.folders).map(folder => (
        <Folder key={folder.folder} folder={folder} />
      ))}
    </section>
  )
}

/** What can be taken here first. */
function inOrder(folders: readonly StickFolder[]): readonly StickFolder[] {
  const isFor = ({ newEntries }: StickFolder) => (newEntries === null ? 1 : 0)
  return folders.toSorted((one, other) => isFor(one) - isFor(other))
}

function Folder({ folder }: { readonly folder: StickFolder }) {
  const words = text.courier
  const { fromName, toName, at, notes } = folder
  const { kind, label } = stateOf(folder)
  return (
    <article className={styles.item} data-testid="stick-folder">
      <div className={styles.line}>
        <strong>{words.fromTo(fromName ?? words.unknownPlace, toName ?? words.unknownPlace)}</strong>
        <Chip kind={kind}>{label}</Chip>
        {at !== null && <span className={styles.soft}>{words.writtenAt(formatMoment(at))}</span>}
      </div>
      {notes.map(note => (
        <p key={note.code} className={`${styles.note} ${styles[toneOf(note.code)]}`} data-note={note.code}>
          <span aria-hidden="true">{signs[toneOf(note.code)]}</span> {sentenceOf(note)}
        </p>
      ))}
    </article>
  )
}

function stateOf({ newEntries, hasNewCard, notes }: StickFolder): {
  readonly kind: ChipKind
  readonly label: string
} {
  const words = text.courier
  if (newEntries === null) {
    const isOurs = notes.some(({ code }) => code === 'courier.own-stick' || code === 'courier.not-for-us')
    return { kind: isOurs ? 'wait' : 'wrong', label: words.notHere }
  }
  if (newEntries > 0) return { kind: 'due', label: words.newEntries(formatCount(newEntries)) }
  return hasNewCard ? { kind: 'due', label: words.newReceipt } : { kind: 'ok', label: words.nothingNew }
}
