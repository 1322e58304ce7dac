import { countStock, postMovement } from '../../../src/contract/ledger-calls'
import type { Place } from '../../../src/domain/stock/ledger'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import { formatCount } from '../../components/format'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { endsOf, type Way } from './ways'

/** Sends a movement or a count, and says what is left. */
export function usePosting(lot: LotOnHand, say: (sentence: string) => void) {
  const post = useCallMutation(postMovement)
  const count = useCallMutation(countStock)
  async function send(wanted: {
    readonly way: Way
    readonly place: Place
    readonly quantity: number
    readonly reason: string | null
    readonly note: string
  }): Promise<boolean> {
    const { way, place, quantity } = wanted
    const { lotId } = lot
    const note = wanted.note.trim() || null
    post.clearError()
    count.clearError()
    if (way === 'count') {
      const answer = await count.send({ lotId, place, found: quantity, note })
      if (answer.ok)
        say(
          answer.value.difference === 0
            ? text.ledger.countedSame
            : text.ledger.written(formatCount(answer.value.balance)),
        )
      return answer.ok
    }
    const reason = way === 'waste' ? wanted.reason : null
    const answer = await post.send({ lotId, ...endsOf(way, place), quantity, reason, note })
    if (answer.ok) say(text.ledger.written(formatCount(answer.value.balance)))
    return answer.ok
  }
  return { send, error: post.error ?? count.error, isSaving: post.isSaving || count.isSaving }
}
