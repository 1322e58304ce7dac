import { useEffect, useState } from 'react'
import { ErrorNotice } from '../../components/ErrorNotice'
import { useKeys } from '../../components/use-keys'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { useSearch, useSearchKeys } from '../../frame/search'
import { text } from '../../text'
import { NobodyFound } from './NobodyFound'
import { QuickView } from './QuickView'
import styles from './Reception.module.css'
import { ResultList } from './ResultList'
import { readSearch } from './read-search'
import { TodayList } from './TodayList'
import { useCheckIn } from './use-check-in'
import { usePeopleToChoose } from './use-people-to-choose'

/** Tiếp đón: find, look, put into the queue; the search box keeps the focus all morning. */
export function ReceptionScreen() {
  const search = useSearch()
  const { go } = useNavigation()
  const { today } = useAppState()
  const people = usePeopleToChoose(search.text)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const checkIn = useCheckIn()
  const [pendingScan, setPendingScan] = useState<string | null>(null)
  const ids = people.ids
  const personId = chosenId !== null && ids.includes(chosenId) ? chosenId : people.firstId
  const isNobody = people.kind === 'results' && !people.isStale && ids.length === 0

  useEffect(() => search.focus(), [])
  // A new search begins with its best hit, never with one chosen before.
  useEffect(() => setChosenId(null), [search.text])

  function move(step: number) {
    const at = personId === null ? -1 : ids.indexOf(personId)
    setChosenId(ids[Math.min(Math.max(at + step, 0), ids.length - 1)] ?? null)
  }
  function register() {
    go({ name: 'register', prefill: readSearch(search.text, today) })
  }
  function openRecord() {
    if (personId !== null) go({ name: 'person', personId })
  }
  function enter() {
    if (people.isStale) setPendingScan(search.text)
    else if (isNobody) register()
    else if (personId !== null) void checkIn.putInQueue(personId)
  }
  // Enter that came before the answer counts only for a code that names exactly one person.
  useEffect(() => {
    if (pendingScan === null || people.isStale) return
    setPendingScan(null)
    if (pendingScan === search.text && people.isExact && people.firstId)
      void checkIn.putInQueue(people.firstId)
  }, [pendingScan, people.isStale])

  useSearchKeys(event => {
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && !event.ctrlKey) enter()
    else if (event.key === 'Escape' && search.text !== '') search.clear()
    else if (event.key === 'ArrowRight' && isAtEnd(event.currentTarget) && personId !== null) openRecord()
    else return
    event.preventDefault()
  })
  useKeys({
    e: () => personId !== null && go({ name: 'person', personId, edit: true }),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    ArrowRight: openRecord,
  })

  return (
    <div className={styles.screen}>
      <div className={styles.left}>
        {checkIn.done && (
          <p className={styles.queued} role="status" data-testid="queued">
            <strong>✓ {text.reception.queued(checkIn.done.name, checkIn.done.ticket)}</strong>{' '}
            {checkIn.done.isPrinting && text.reception.queuedPrinted}
          </p>
        )}
        {checkIn.error && <ErrorNotice error={checkIn.error} />}
        {people.error && <ErrorNotice error={people.error} onRetry={people.retry} />}
        {people.kind === 'today' && <TodayList people={people} personId={personId} onChoose={setChosenId} />}
        {people.kind === 'results' && !isNobody && (
          <ResultList people={people} personId={personId} onChoose={setChosenId} />
        )}
        {isNobody && <NobodyFound typed={search.text} onRegister={register} />}
      </div>
      <QuickView
        personId={isNobody ? null : personId}
        isBusy={checkIn.isSaving}
        onQueue={putId => void checkIn.putInQueue(putId)}
      />
    </div>
  )
}

function isAtEnd({ selectionStart, selectionEnd, value }: HTMLInputElement): boolean {
  return selectionStart === value.length && selectionEnd === value.length
}
