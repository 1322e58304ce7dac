import { useEffect, useState } from 'react'
import { useKeys } from '../../components/use-keys'
import { useAppState } from '../../frame/app-state'
import { type CheckedIn, useNavigation } from '../../frame/navigation'
import { useSearch, useSearchKeys } from '../../frame/search'
import { readSearch } from './read-search'
import { useCheckIn } from './use-check-in'
import { usePeopleToChoose } from './use-people-to-choose'

/** Enter pressed before the search answered: what was typed and who was chosen then. */
type Pending = { readonly text: string; readonly personId: string | null }

/** Who is chosen at the reception, and what ↑ ↓ ↵ → E do with them. */
export function useReception(query: string | null, checkedIn: CheckedIn | null) {
  const search = useSearch()
  const { go } = useNavigation()
  const { today } = useAppState()
  const people = usePeopleToChoose(search.text)
  // A new search begins with its best hit, never with one chosen before.
  const [chosen, setChosen] = useState<{ readonly id: string | null; readonly typed: string } | null>(null)
  const checkIn = useCheckIn(checkedIn)
  const [pending, setPending] = useState<Pending | null>(null)
  const ids = people.ids
  const chosenId = chosen?.typed === search.text ? chosen.id : null
  const setChosenId = (id: string | null) => setChosen({ id, typed: search.text })
  const personId = chosenId !== null && ids.includes(chosenId) ? chosenId : people.firstId
  const isNobody = people.kind === 'results' && !people.isStale && ids.length === 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen opens
  useEffect(() => {
    if (query !== null) search.setText(query)
    search.take()
  }, [])

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
    if (people.isStale) setPending({ text: search.text, personId })
    else if (isNobody) register()
    else if (personId !== null) void checkIn.putInQueue(personId)
  }
  // Enter that came before the answer counts for a code that names exactly one person, and for whoever was and stays chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it waits for the answer only
  useEffect(() => {
    if (pending === null || people.isStale) return
    setPending(null)
    if (pending.text !== search.text || personId === null) return
    if (people.isExact || pending.personId === personId) void checkIn.putInQueue(personId)
  }, [pending, people.isStale])
  const actions = { move, enter, openRecord, personId }
  useReceptionKeys(actions)
  return { people, personId, isNobody, setChosenId, register, checkIn }
}

type Actions = {
  readonly move: (step: number) => void
  readonly enter: () => void
  readonly openRecord: () => void
  readonly personId: string | null
}

function useReceptionKeys({ move, enter, openRecord, personId }: Actions): void {
  const search = useSearch()
  const { go } = useNavigation()
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
    e: () => personId !== null && go({ name: 'person', personId, open: 'edit' }),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    ArrowRight: openRecord,
  })
}

function isAtEnd({ selectionStart, selectionEnd, value }: HTMLInputElement): boolean {
  return selectionStart === value.length && selectionEnd === value.length
}
