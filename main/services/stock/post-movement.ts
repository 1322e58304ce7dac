import { refuse } from '../../../src/contract/errors'
import type { NewEntry } from '../../../src/domain/journal/entry'
import { type Account, isPlace, type Movement } from '../../../src/domain/stock/ledger'
import type { VialOnHand } from '../../../src/domain/stock/vial'
import type { ServiceContext } from '../service'

/** What a use case says of a movement; who, when and the sign are added here. */
export type Posting = Pick<Movement, 'lotId' | 'kind'> & {
  readonly from: Account
  readonly to: Account
  readonly quantity: number
} & Partial<Omit<Movement, 'lotId' | 'kind' | 'doses' | 'from' | 'to' | 'quantity'>>

/** The ledger entry of a posting. The caller has checked it against the balance. */
export function movementEntry(
  context: ServiceContext,
  posting: Posting,
  recordId: string = context.newId(),
): NewEntry {
  const { from, to, quantity } = posting
  const change = (isPlace(to) ? quantity : 0) - (isPlace(from) ? quantity : 0)
  const body: Movement = {
    note: null,
    at: context.at,
    byUserId: context.actor?.userId ?? null,
    byName: context.actor?.name ?? null,
    ...posting,
    doses: change,
  }
  return { noun: 'movement', recordId, verb: 'recorded', body }
}

/** What is left of an open vial, thrown away for a reason of `resources/stock`. Refuses an unknown reason. */
export function wasteEntry(
  context: ServiceContext,
  vial: VialOnHand,
  because: string,
  note: string | null,
): NewEntry {
  checkReason(context, because, note)
  return movementEntry(context, {
    lotId: vial.lotId,
    kind: 'wasted',
    from: vial.place,
    to: 'wasted',
    quantity: vial.left,
    reason: because,
    note,
    vialId: vial.vialId,
    sessionOn: context.today,
  })
}

/** Refuses a reason for waste that the data does not know, and one that needs words and has none. */
export function checkReason({ resources }: ServiceContext, code: string, note: string | null): void {
  const reason = resources.wastageReasons.get(code)
  if (!reason) refuse('stock.unknown-reason', {}, 'reason')
  if (reason.needsNote && !note) refuse('reason.missing', {}, 'note')
}
