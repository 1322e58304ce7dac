import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { type PersonHit, searchPersons } from '../../../src/contract/person-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './Plan.module.css'
import type { usePlanLine } from './use-plan'

/** Finds somebody whom the forecast does not name, and puts them into the plan: type, ↑ ↓, ↵. */
export function AddPerson({ acts }: { readonly acts: ReturnType<typeof usePlanLine> }) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const words = typed.trim()
  const found = useCallQuery(
    searchPersons,
    { text: words, limit: 6 },
    { isOn: words.length >= 2, keep: true },
  )
  const hits = words.length >= 2 ? (found.data?.hits ?? []) : []
  async function add(index: number) {
    const hit = hits[index]
    if (!hit) return
    if (await acts.add(hit.personId)) setTyped('')
    setAt(0)
  }
  function hear(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') void add(at)
    else if (event.key === 'Escape') setTyped('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.add}>
      <Kbd>N</Kbd>
      <TextInput
        aria-label={text.plan.add}
        placeholder={`${text.plan.add}: ${text.plan.addHint.toLowerCase()}`}
        data-testid="plan-add"
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value)
          setAt(0)
          acts.forget()
        }}
        onKeyDown={hear}
      />
      {words.length >= 2 && (
        <div className={styles.hits} role="listbox" aria-label={text.plan.add}>
          {acts.adding === 'already' && <p className={styles.soft}>{text.plan.addAlready}</p>}
          {acts.adding !== null && acts.adding !== 'already' && <ErrorNotice error={acts.adding} />}
          {found.data && hits.length === 0 && <p className={styles.soft}>{text.plan.addNobody}</p>}
          {hits.map((hit, index) => (
            <Hit key={hit.personId} hit={hit} isChosen={index === at} onPress={() => void add(index)} />
          ))}
        </div>
      )}
    </div>
  )
}

function Hit(props: { readonly hit: PersonHit; readonly isChosen: boolean; readonly onPress: () => void }) {
  const { hit, isChosen, onPress } = props
  return (
    <button
      type="button"
      role="option"
      aria-selected={isChosen}
      className={styles.hit}
      data-testid="plan-hit"
      onClick={onPress}
    >
      <b>{hit.displayName}</b> <span>{formatDay(hit.birthDate)}</span>{' '}
      <span className={styles.soft}>{[hit.contact?.name, hit.hamlet].filter(Boolean).join(' · ')}</span>
    </button>
  )
}
