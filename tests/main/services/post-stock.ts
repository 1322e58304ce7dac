import { postMovement } from '../../../src/contract/ledger-calls'
import type { TestPoint } from '../../helpers/test-point'
import { refusedCodes } from './ready-point'

type Spot = 'store' | 'session' | 'quarantine'
type Way = readonly [from: Spot, to: Spot | 'wasted' | 'province' | 'used']

/** A movement to be tried. */
export function post(
  point: TestPoint,
  lotId: string,
  [from, to]: Way,
  quantity: number,
  said: { readonly reason?: string; readonly note?: string } = {},
) {
  const { reason = null, note = null } = said
  return { point, request: { lotId, from, to, quantity, reason, note } }
}

export const done = ({ point, request }: ReturnType<typeof post>) => point.done(postMovement, request)

export const refused = ({ point, request }: ReturnType<typeof post>) =>
  refusedCodes(point, postMovement, request)
