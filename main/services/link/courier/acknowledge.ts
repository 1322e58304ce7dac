import type { OwnReceipt } from '../../../../src/contract/courier-calls'
import type { Statement } from '../../../../src/domain/courier/statement'
import { excludedPersons } from './excluded-persons'
import { isOfOurs } from './posted'
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
  const excluded = [...excludedPersons(store)]
  return store.courier
    .allReceipts()
    .filter(receipt => receipt.stationId === stationId && stands(side, receipt))
    .flatMap(({ by, seq, at }) => {
      const other = others.find(({ kid }) => kid === by)
      if (!other) return []
      // Of persons who stay local the province has got numbers, and no dose.
      const kept = other.kind === 'province' ? store.courier.dosesOf(stationId, 0, seq, excluded) : 0
      const dosesMissing = store.courier.dosesAfter(stationId, seq) + kept
      const posted = other.kind === 'province' ? postedBy(side, by) : null
      const name = nameOf(side, other.kid, other.name)
      return { kind: other.kind, name, upTo: seq, at, dosesMissing, posted }
    })
    .sort((one, another) => another.upTo - one.upTo)
}

function postedBy(side: Pick<CourierSide, 'store' | 'stationId'>, by: string): OwnReceipt['posted'] {
  const newest = side.store.posted.all().find(one => one.by === by && isOfOurs(side, one))
  if (!newest) return null
  const { number, seq, at, keptBack } = newest
  return { number, upTo: seq, at, refused: keptBack.filter(({ park }) => park !== null).length }
}

function stands({ store }: Pick<CourierSide, 'store'>, { stationId, seq, hash }: Statement): boolean {
  return store.courier.hashAt(stationId, seq) === hash
}

function nameOf({ store }: Pick<CourierSide, 'store'>, kid: string, known: string): string {
  const card = store.courier.cardOf(kid)
  return card ? card.name : known
}

/** Doses recorded at this PC that no receipt covers: were it lost now, they would be. */
export function dosesOnlyHere(
  { store, stationId }: Pick<CourierSide, 'store' | 'stationId'>,
  receipts: readonly OwnReceipt[],
): number {
  const furthest = (kinds: readonly OwnReceipt['kind'][]) =>
    Math.max(0, ...receipts.filter(({ kind }) => kinds.includes(kind)).map(({ upTo }) => upTo))
  const any = furthest(['station', 'province'])
  const kept = store.courier.dosesOf(stationId, furthest(['station']), any, [...excludedPersons(store)])
  return store.courier.dosesAfter(stationId, any) + kept
}
