import { postMovement } from '../../../src/contract/ledger-calls'
import type { TestPoint } from '../../helpers/test-point'
import { move, newestMovement, type Outcome, type Shelf, ways } from './ledger-shelf'

/** The second screen takes out all it saw, whatever the first has done since. */
export function takeAsSeen(point: TestPoint, lotId: string, shelf: Shelf, which: number): Outcome {
  const quantity = shelf.seen[which] ?? 0
  if (quantity === 0) return null
  const expected = (shelf.sealed[which]?.store ?? 0) >= quantity
  const ends = { from: 'store' as const, to: 'session' as const }
  const was = point.call(postMovement, { lotId, ...ends, quantity, reason: null, note: null }).ok
  if (was) move(shelf, { id: newestMovement(point, lotId), lot: which, ...ends, doses: quantity })
  return { expected, was }
}

/** One request that arrives twice: an answer was lost, and the screen asked again. It is done once. */
export function sendTwice(
  point: TestPoint,
  lotId: string,
  shelf: Shelf,
  act: { readonly lot: number; readonly doses: number; readonly way: number },
): Outcome {
  const [from, to] = ways[act.way] ?? ways[0]
  const expected = (shelf.sealed[act.lot]?.[from] ?? 0) >= act.doses
  const requestId = `0190a1b2-0000-7000-8000-${String(point.entries()).padStart(12, '0')}`
  const send = () =>
    point.call(postMovement, { lotId, from, to, quantity: act.doses, reason: null, note: 'Thử' }, requestId)
      .ok
  const was = send()
  if (was) move(shelf, { id: newestMovement(point, lotId), lot: act.lot, from, to, doses: act.doses })
  return send() === was ? { expected, was } : { expected, was: !expected }
}
