import { getLinkStatus } from '../../src/contract/link-calls'
import { Chip } from '../components/Chip'
import { useNow } from '../components/use-now'
import { useCallQuery } from '../data/use-call-query'
import { text } from '../text'
import { useNavigation } from './navigation'
import styles from './TopBar.module.css'
import { uploadSign } from './upload-sign'

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
