import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { digestTables } from '../../../../main/db/rebuild'
import { verifyJournal } from '../../../../main/db/verify-journal'
import { aMorning, codesOf, emptyStick, openTwoPcs, receiverAt } from '../../../helpers/courier'

let stick = ''
let clear = () => undefined as unknown
beforeEach(() => {
  const made = emptyStick()
  stick = made.stick
  clear = made.clear
})
afterEach(() => clear())

describe('a stick between two PCs of a point', () => {
  test('carries everything one way, then the other, until both are the same; the receipt says how far', async () => {
    const { a, b } = openTwoPcs()
    const personId = aMorning(a.point)
    aMorning(b.point)
    expect(receiverAt(a).waiting).toBe(a.point.entries())

    expect(a.state()).toMatchObject({ dosesOnlyHere: 2, receipts: [] })
    const written = await a.write(stick, receiverAt(a))
    expect(written).toMatchObject({ entries: a.point.entries(), kept: 0, isStopped: false })
    const seen = await b.look(stick)
    expect(seen.folders).toMatchObject([
      { toName: 'Máy 2', newEntries: a.point.entries(), hasNewCard: true, notes: [] },
    ])
    const taken = await b.read(stick)
    expect(taken).toMatchObject({ entries: a.point.entries(), notes: [] })
    expect(b.point.store.records.find('person', personId)?.name).toContain('Bé Thử')
    expect(b.events.filter(({ name }) => name === 'records.changed')).toHaveLength(1)
    expect(b.events).toContainEqual({
      name: 'courier.progressed',
      step: 'read',
      done: taken.entries,
      total: taken.entries,
    })

    await b.write(stick, receiverAt(b))
    const back = await a.read(stick)
    expect(codesOf(back.notes)).toEqual([])
    expect(back.receipts).toEqual([
      expect.objectContaining({ kind: 'station', name: 'Máy 2', upTo: a.point.entries() }),
    ])
    expect(receiverAt(a)).toMatchObject({ waiting: 0, stationName: 'Máy 2' })
    expect(a.state()).toMatchObject({ dosesOnlyHere: 0, receipts: [{ dosesMissing: 0 }] })
    expect(digestTables(a.point.db)).toEqual(digestTables(b.point.db))
    for (const { point } of [a, b]) expect(verifyJournal(point.db).faults).toEqual([])
  })

  test('carries only what is new the next time', async () => {
    const { a, b } = openTwoPcs()
    await a.write(stick, receiverAt(a))
    await b.read(stick)
    await b.write(stick, receiverAt(b))
    await a.read(stick)
    const before = a.point.entries()
    aMorning(a.point)
    expect(a.state()).toMatchObject({ dosesOnlyHere: 2, receipts: [{ dosesMissing: 2 }] })
    const written = await a.write(stick, receiverAt(a))
    expect(written).toMatchObject({ entries: a.point.entries() - before, files: 1 })
    expect(await b.read(stick)).toMatchObject({ entries: a.point.entries() - before, notes: [] })
  })

  test('tells when two PCs carry one number, for their person codes may be the same', async () => {
    const { a, b } = openTwoPcs('DS01', [1, 1])
    expect(b.state().sameNumber).toEqual([])
    await a.write(stick, receiverAt(a))
    await b.read(stick)
    expect(b.state().sameNumber).toEqual(['Máy 1'])
  })
})
