import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestTables, rebuildTables } from '../../../main/db/rebuild'
import { accountsOf, places, sumAccounts } from '../../../src/domain/stock/ledger'
import type { TestPoint } from '../../helpers/test-point'
import { anAct, perform, products } from './ledger-model'
import { emptyShelf, inSpot, type Shelf } from './ledger-shelf'
import { openReadyPoint, stockLot } from './ready-point'

/** Both sides of a lot's ledger, doses given among them. */
function entriesOf(point: TestPoint, lotId: string) {
  const given = point.store.ledger.givenDaysOf(lotId)
  return [
    ...point.store.ledger.movementsOf(lotId).map(accountsOf),
    ...given.map(({ takenFrom, doses }) => ({ from: takenFrom, to: 'given' as const, quantity: doses })),
  ]
}

function compare(point: TestPoint, lotIds: readonly string[], shelf: Shelf): void {
  for (const [index, lotId] of lotIds.entries()) {
    const lot = point.store.lots.find(lotId)
    const byHand = Object.fromEntries(places.map(place => [place, inSpot(shelf, index, place)]))
    const sums = sumAccounts(entriesOf(point, lotId))
    expect(lot?.places).toEqual(byHand)
    expect(Object.fromEntries(places.map(place => [place, sums.get(place) ?? 0]))).toEqual(byHand)
    expect(lot?.balance).toBe(places.reduce((sum, place) => sum + (byHand[place] ?? 0), 0))
    expect([...sums.values()].reduce((sum, doses) => sum + doses, 0)).toBe(0)
    expect(sums.get('given') ?? 0).toBe(shelf.given.filter(g => g.lot === index && !g.isVoided).length)
    for (const place of places) expect(byHand[place]).toBeGreaterThanOrEqual(0)
    expect(lot?.openDoses).toBe(
      shelf.vials.filter(v => v.isOpen && v.lot === index).reduce((sum, { left }) => sum + left, 0),
    )
  }
}

test('whatever is done in whatever order: entries, balance and a shelf kept by hand agree, and nothing is below zero', () => {
  fc.assert(
    fc.property(fc.array(anAct, { minLength: 1, maxLength: 30 }), acts => {
      const point = openReadyPoint()
      const lotIds = products.map(vaccineCode => stockLot(point, { vaccineCode, doses: 12 }))
      const shelf = emptyShelf()
      for (const sealed of shelf.sealed) sealed.store = 12
      for (const act of acts) {
        perform(point, lotIds, shelf, act)
        compare(point, lotIds, shelf)
      }
      const before = digestTables(point.db)
      rebuildTables(point.db, ids => ids.toReversed())
      expect(digestTables(point.db)).toEqual(before)
      point.close()
    }),
    { numRuns: Number(process.env.DIEM_TIEM_RUNS ?? 15) },
  )
}, 120_000)
