import { useRef, useState } from 'react'
import type { Answer, Call, RequestOf, ResponseOf } from '../../src/contract/call'
import type { CallError } from '../../src/contract/errors'
import { call } from '../api'
import { readAgain } from './use-call-query'

/** What a write gives a form. */
export type CallWrite<C extends Call> = {
  readonly send: (payload: RequestOf<C>) => Promise<Answer<ResponseOf<C>>>
  readonly isSaving: boolean
  readonly error: CallError | null
  readonly clearError: () => void
}

/** A write that was begun: what it says, the id it says it under, and its answer while that is awaited. */
type Begun<C extends Call> = {
  readonly said: string
  readonly requestId: string
  running: Promise<Answer<ResponseOf<C>>> | null
}

/**
 * Writes through the contract. The same words keep one request id until a success, so a second click or a retry is
 * done once; other words are another write, never taken for the one before.
 */
export function useCallMutation<C extends Call>(definition: C): CallWrite<C> {
  const begun = useRef<Begun<C> | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<CallError | null>(null)

  async function sendOnce(payload: RequestOf<C>, requestId: string): Promise<Answer<ResponseOf<C>>> {
    setSaving(true)
    const answer = await call(definition, payload, requestId)
    setSaving(false)
    setError(answer.ok ? null : answer.error)
    if (answer.ok) readAgain()
    return answer
  }

  /** A click while the same is under way waits for that send. */
  async function send(payload: RequestOf<C>): Promise<Answer<ResponseOf<C>>> {
    const said = JSON.stringify(payload)
    const before = begun.current
    if (before?.said === said && before.running) return before.running
    const requestId = before?.said === said ? before.requestId : crypto.randomUUID()
    const mine: Begun<C> = { said, requestId, running: null }
    begun.current = mine
    mine.running = (async () => {
      await before?.running
      const answer = await sendOnce(payload, requestId)
      mine.running = null
      if (answer.ok && begun.current === mine) begun.current = null
      return answer
    })()
    return mine.running
  }

  return { send, isSaving, error, clearError: () => setError(null) }
}
