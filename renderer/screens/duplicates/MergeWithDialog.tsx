import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type PersonHit, searchPersons } from '../../../src/contract/person-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { PersonLine } from '../../components/PersonLine'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Duplicates.module.css'

const mostHits = 12

/** "Gộp với…": finds the other record of this person, then shows both side by side. */
export function MergeWithDialog(props: {
  readonly personId: string
  readonly name: string
  readonly onClose: () => void
}) {
  const { personId, name, onClose } = props
  const { go } = useNavigation()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const others = useOthers(typed.trim(), personId)
  const { hits } = others
  function open(hit: PersonHit | undefined) {
    if (hit) go({ name: 'merge-review', leftId: personId, rightId: hit.personId })
  }
  const move = (step: number) => setAt(Math.min(Math.max(at + step, 0), Math.max(hits.length - 1, 0)))
  const keys = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => open(hits[at]) }
  useKeys({ Escape: onClose, ...keys }, 'dialog')
  const title = text.duplicates.mergeWith.title(name)
  return (
    <Modal opened onClose={onClose} title={title} closeOnEscape={false} size="56rem" centered>
      <TextInput
        label={text.duplicates.mergeWith.search}
        description={text.duplicates.mergeWith.hint}
        value={typed}
        maxLength={200}
        data-autofocus
        data-testid="merge-with-search"
        onChange={event => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
      />
      {others.error && <ErrorNotice error={others.error} onRetry={others.retry} />}
      <Hits hits={hits} at={at} onOpen={open} />
      {others.isNobody && <EmptyState title={text.duplicates.mergeWith.nobody} />}
    </Modal>
  )
}

/** Whom a text may mean besides this person. */
function useOthers(wanted: string, personId: string) {
  const found = useCallQuery(
    searchPersons,
    { text: wanted, limit: mostHits },
    { isOn: wanted !== '', keep: true },
  )
  const all = wanted === '' ? [] : (found.data?.hits ?? [])
  const hits = all.filter(hit => hit.personId !== personId)
  const isNobody = wanted !== '' && found.data !== null && !found.isStale && hits.length === 0
  return { hits, isNobody, error: found.error, retry: found.retry }
}

function Hits(props: {
  readonly hits: readonly PersonHit[]
  readonly at: number
  readonly onOpen: (hit: PersonHit) => void
}) {
  const { hits, at, onOpen } = props
  const { today } = useAppState()
  return (
    <div className={styles.found} role="listbox" aria-label={text.duplicates.mergeWith.search} tabIndex={-1}>
      {hits.map((hit, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys and Enter of the dialog do the same
        <div
          key={hit.personId}
          role="option"
          aria-selected={index === at}
          tabIndex={-1}
          className={styles.hit}
          data-testid="merge-with-hit"
          onClick={() => onOpen(hit)}
        >
          <PersonLine hit={hit} today={today} />
        </div>
      ))}
    </div>
  )
}
