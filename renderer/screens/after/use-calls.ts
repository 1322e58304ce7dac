import { useState } from 'react'
import { recordContact } from '../../../src/contract/contact-calls'
import type { ContactReason, ContactState } from '../../../src/domain/aefi/contact'
import { useCallMutation } from '../../data/use-call-mutation'

type Noted = {
  readonly personId: string
  readonly name: string
  readonly about: ContactReason
  readonly aboutKey: string
  readonly state: ContactState
}

/** Notes what came of a call; "có phản ứng" opens the reaction at once, while the family is on the telephone. */
export function useCalls() {
  const record = useCallMutation(recordContact)
  const [reacting, setReacting] = useState<{ readonly personId: string; readonly name: string } | null>(null)
  async function note({ personId, name, about, aboutKey, state }: Noted) {
    const answer = await record.send({ personId, about, aboutKey, state, note: null })
    if (answer.ok && state === 'symptoms') setReacting({ personId, name })
  }
  return { note, reacting, closeReaction: () => setReacting(null), error: record.error }
}
