import { getLinkStatus, type LinkStatus } from '../../src/contract/link-calls'
import { Chip, type ChipKind } from '../components/Chip'
import { formatCount, formatTime } from '../components/format'
import { useNow } from '../components/use-now'
import { useCallQuery } from '../data/use-call-query'
import { text } from '../text'
import { useNavigation } from './navigation'
import styles from './TopBar.module.css'

/** Where this PC stands with the province, in a word: what waits and how long, what was refused. Leads to the ledger. */
export function UploadChip() {
  // Entries grow older by themselves, and more of them wait while no server is joined.
  const { data } = useCallQuery(getLinkStatus, {}, { everyMs: 10_000 })
  const { go } = useNavigation()
  useNow(30_000)
  if (!data) return null
  const { kind, words } = uploadSign(data, Date.now())
  return (
    <button
      type="button"
      className={styles.bare}
      title={text.link.chipHint}
      data-testid="upload-chip"
      onClick={() => go({ name: 'link' })}
    >
      <Chip kind={kind}>{words}</Chip>
    </button>
  )
}

/** After so many minutes a waiting entry is not timely any more. */
const lateMinutes = 15

/** What the chip says. `nowMs` is this PC's clock, by which entries are saved. */
export function uploadSign(
  status: LinkStatus,
  nowMs: number,
): { readonly kind: ChipKind; readonly words: string } {
  const { server, waiting, countedTo, oldestAt, refused, conflicts, acceptedAt } = status
  const count = waiting >= countedTo ? `${formatCount(countedTo)}+` : formatCount(waiting)
  if (!server) return { kind: 'wait', words: text.frame.notJoined(count) }
  if (refused + conflicts > 0) return { kind: 'wrong', words: text.link.chipRefused(refused + conflicts) }
  if (waiting === 0) {
    return { kind: 'ok', words: text.link.chipSent(acceptedAt === null ? null : formatTime(acceptedAt)) }
  }
  const minutes = oldestAt === null ? 0 : Math.max(0, Math.floor((nowMs - Date.parse(oldestAt)) / 60_000))
  return { kind: minutes >= lateMinutes ? 'late' : 'wait', words: text.link.chipWaiting(count, minutes) }
}
