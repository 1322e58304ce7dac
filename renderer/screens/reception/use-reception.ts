import { useEffect, useState } from 'react'
import { useKeys } from '../../components/use-keys'
import { useAppState } from '../../frame/app-state'
import { type CheckedIn, type Scanned, useNavigation } from '../../frame/navigation'
import { useSearch, useSearchKeys } from '../../frame/search'
import { readSearch } from './read-search'
import { useCheckIn } from './use-check-in'
import { type PeopleToChoose, usePeopleToChoose } from './use-people-to-choose'

/** Enter pressed before the search answered: what was typed and who was chosen then. */
type Pending = { readonly text: string; readonly personId: string | null }

/** Who is chosen at the reception, and what ↑ ↓ ↵ → E do with them. */
export function useReception(query: string | null, checkedIn: CheckedIn | null, scanned: Scanned | null) {
  const search = useSearch()
  const { go } = useNavigation()
  const { today } = useAppState()
  const people = usePeopleToChoose(search.text)
  const { personId, setChosenId, isNobody } = useChosen(people, scanned)
  const checkIn = useCheckIn(checkedIn)
  const [pending, setPending] = useState<Pending | null>(null)
  const ids = people.ids

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

/** Who is chosen: whom the arrows chose in this list, or whom a scan means, or the best hit. */
function useChosen(people: PeopleToChoose, scanned: Scanned | null) {
  const search = useSearch()
  // A new search begins with its best hit, never with one chosen before.
  const [chosen, setChosen] = useState<{ readonly id: string | null; readonly typed: string } | null>(null)
  const chosenId = chosen?.typed === search.text ? chosen.id : null
  const listedId = chosenId !== null && people.ids.includes(chosenId) ? chosenId : null
  // Whom a scan means is chosen by the scan, not by what the search makes of its number.
  const scannedId = scanned !== null && search.text === scanned.number ? scanned.personId : null
  return {
    personId: listedId ?? scannedId ?? people.firstId,
    setChosenId: (id: string | null) => setChosen({ id, typed: search.text }),
    isNobody: people.kind === 'results' && !people.isStale && people.ids.length === 0 && scannedId === null,
  }
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
