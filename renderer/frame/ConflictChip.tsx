import { countConflicts } from '../../src/contract/arrival-calls'
import { Chip } from '../components/Chip'
import { useCallQuery } from '../data/use-call-query'
import { text } from '../text'
import { useNavigation } from './navigation'
import styles from './TopBar.module.css'

/** On every screen while something waits for a person: two points say different things, or perhaps gave one dose twice. */
export function ConflictChip() {
  const { data } = useCallQuery(countConflicts, {}, { keep: true })
  const { go } = useNavigation()
  if (!data || data.open === 0) return null
  return (
    <button
      type="button"
      className={styles.bare}
      title={text.conflicts.chipHint}
      data-testid="conflict-chip"
      onClick={() => go({ name: 'conflicts' })}
    >
      <Chip kind="wrong" glyph="≠">
        {text.conflicts.chip(data.open)}
      </Chip>
    </button>
  )
}
