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

/** Writes through the contract. One request id lives until a success, so a second click or a retry is done once. */
export function useCallMutation<C extends Call>(definition: C): CallWrite<C> {
  const requestId = useRef(crypto.randomUUID())
  const running = useRef<Promise<Answer<ResponseOf<C>>> | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<CallError | null>(null)

  async function sendOnce(payload: RequestOf<C>): Promise<Answer<ResponseOf<C>>> {
    setSaving(true)
    const answer = await call(definition, payload, requestId.current)
    setSaving(false)
    setError(answer.ok ? null : answer.error)
    if (answer.ok) {
      requestId.current = crypto.randomUUID()
      readAgain()
    }
    return answer
  }

  /** A click while a send is under way waits for that same send. */
  function send(payload: RequestOf<C>): Promise<Answer<ResponseOf<C>>> {
    running.current ??= sendOnce(payload).finally(() => {
      running.current = null
    })
    return running.current
  }

  return { send, isSaving, error, clearError: () => setError(null) }
}
