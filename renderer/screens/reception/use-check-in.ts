import { useState } from 'react'
import type { CallError } from '../../../src/contract/errors'
import { getPerson } from '../../../src/contract/person-calls'
import { listPrinters, printDocument } from '../../../src/contract/print-calls'
import { openVisit } from '../../../src/contract/visit-calls'
import { call } from '../../api'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { type CheckedIn, useNavigation } from '../../frame/navigation'
import { useSearch } from '../../frame/search'
import { useBoard } from '../../frame/use-board'
import { visitPlaceOf } from './visit-place'

/** True when a label printer stands ready for the ticket with the person's code. */
export function useHasLabelPrinter(): boolean {
  const { data } = useCallQuery(listPrinters, {})
  return data?.printers.some(printer => printer.role === 'label') ?? false
}

/**
 * Puts a person into the queue, prints the label, and gives the search box back for the next child. `before` is who
 * came into the queue on the screen one comes from.
 */
export function useCheckIn(before: CheckedIn | null = null) {
  const search = useSearch()
  const { go } = useNavigation()
  const { board } = useBoard()
  const hasLabelPrinter = useHasLabelPrinter()
  const visit = useCallMutation(openVisit)
  const [done, setDone] = useState<CheckedIn | null>(before)
  const [printError, setPrintError] = useState<CallError | null>(null)

  async function print(personId: string, visitId: string) {
    const request = { kind: 'person-label' as const, personId, visitId, paper: null, bilingual: false }
    const printed = await call(printDocument, request)
    setPrintError(printed.ok ? null : printed.error)
  }

  /** Somebody who is in the queue already is shown where they are. Null when nobody came into the queue. */
  async function putInQueue(personId: string): Promise<CheckedIn | null> {
    const place = board && visitPlaceOf(board, personId)
    if (place) {
      go(place.screen)
      return null
    }
    // What was searched stays selected until it is saved: the next child can be typed over it at once.
    const searched = search.text
    search.focus()
    const answer = await visit.send({ personId })
    if (!answer.ok) return null
    search.clearIf(searched)
    const person = await call(getPerson, { personId })
    const name = person.ok ? person.value.displayName : ''
    const { ticket, visitId } = answer.value
    const checkedIn = { name, ticket, isPrinting: hasLabelPrinter, personId, visitId }
    setDone(checkedIn)
    if (hasLabelPrinter) void print(personId, visitId)
    return checkedIn
  }

  return { putInQueue, isSaving: visit.isSaving, error: visit.error ?? printError, done }
}
