import type { OwnReceipt } from '../../../../src/contract/courier-calls'
import type { Statement } from '../../../../src/domain/courier/statement'
import type { CourierSide } from './side'

/**
 * What others have confirmed of this PC's own entries, the furthest of each first. A receipt counts only while the entry
 * it names is the one that stands here. The province's closes the ledger; another PC's says that the entries are safe in
 * two places.
 */
export function ownReceipts(
  side: Pick<CourierSide, 'store' | 'stationId' | 'others'>,
): readonly OwnReceipt[] {
  const { store, stationId, others } = side
  return store.courier
    .allReceipts()
    .filter(receipt => receipt.stationId === stationId && isOfOurs(side, receipt))
    .flatMap(({ by, seq, at }) => {
      const other = others.find(({ kid }) => kid === by)
      if (!other) return []
      const dosesMissing = store.courier.dosesAfter(stationId, seq)
      return { kind: other.kind, name: nameOf(side, other.kid, other.name), upTo: seq, at, dosesMissing }
    })
    .sort((one, another) => another.upTo - one.upTo)
}

function isOfOurs({ store }: Pick<CourierSide, 'store'>, { stationId, seq, hash }: Statement): boolean {
  return store.courier.hashAt(stationId, seq) === hash
}

function nameOf({ store }: Pick<CourierSide, 'store'>, kid: string, known: string): string {
  const card = store.courier.cardOf(kid)
  return card ? card.name : known
}

/** Doses recorded at this PC that no receipt covers: were it lost now, they would be. */
export function dosesOnlyHere(
  { store, stationId }: Pick<CourierSide, 'store' | 'stationId'>,
  [furthest]: readonly OwnReceipt[],
): number {
  return store.courier.dosesAfter(stationId, furthest?.upTo ?? 0)
}
