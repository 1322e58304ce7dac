import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signing } from '../../../../main/security/signing'
import { getLinkStatus, listLinkLedger } from '../../../../src/contract/link-calls'
import type { Instant } from '../../../../src/domain/calendar/calendar-day'
import { type Posted, type PostedFacts, statePosted } from '../../../../src/domain/courier/posted'
import { aMorning, emptyStick, openTwoPcs, receiverAt } from '../../../helpers/courier'
import { on } from '../ready-point'

const { a, b, reception } = openTwoPcs()
const { point } = a
const { store, stationId } = point.ports
const minute = (count: number) => `2026-11-22T03:0${count}:00.000Z` as Instant

let stick = ''
let clear = () => undefined as unknown
beforeEach(() => {
  const made = emptyStick()
  stick = made.stick
  clear = made.clear
})
afterEach(() => clear())

/** What the province would say of all that A has written. */
function factsOf(changes: Partial<PostedFacts> = {}): PostedFacts {
  const head = store.courier.headOf(stationId) ?? { stationId, seq: 0, hash: '' }
  return { ...head, number: 1, server: 'https://tinh.example/fhir', keptBack: [], without: [], ...changes }
}
const signed = (facts: PostedFacts, at: Instant, key = reception) =>
  statePosted(facts, at, { kid: key.kid, sign: bytes => signing.sign(key.privateKey, bytes) })

/** B carries a receipt to A, whatever it is worth. */
async function carried(receipt: Posted) {
  b.point.store.posted.keep(receipt)
  b.point.moveClock(60_000)
  await b.write(stick, receiverAt(b))
  return a.read(stick)
}

const ledger = () =>
  point.done(listLinkLedger, { filter: 'all', from: on('2026-11-22'), to: on('2026-11-22'), after: null })
    .rows
const states = () => ledger().map(({ state }) => state)

describe('a receipt of the province that another PC carries', () => {
  test('counts only when it is true, of this history, and newer than what is known', async () => {
    aMorning(point)
    const stranger = signing.makeKey()
    const own = signed(factsOf(), minute(1), { ...reception, privateKey: stranger.privateKey })
    const other = signed(factsOf(), minute(1))
    const tampered = other.text.replace(/\.(.)/u, (_, sign: string) => `.${sign === 'e' ? 'f' : 'e'}`)
    const wrong: readonly Posted[] = [
      own,
      signed(factsOf(), minute(1), { ...reception, kid: receiverAt(a).kid }),
      { ...other, text: `${tampered}` },
      signed(factsOf({ hash: 'ab'.repeat(32) }), minute(1)),
      signed(factsOf({ seq: point.entries() + 5 }), minute(2)),
    ]
    for (const receipt of wrong) {
      b.point.db.exec('DELETE FROM courier_posted')
      expect((await carried(receipt)).ledger).toBeNull()
      expect(states()).toEqual(['saved', 'saved'])
    }
    expect(point.done(getLinkStatus, {}).byCourier).toBeNull()

    expect((await carried(signed(factsOf(), minute(5)))).ledger).toMatchObject({ refused: 0 })
    expect(states()).toEqual(['accepted', 'accepted'])
    const [dose] = ledger()
    const park = { reason: 'link.refused-by-server', words: 'cũ', fields: [], blockedBy: null } as const
    const keptBack = [{ noun: 'dose', recordId: dose?.recordId ?? '', standing: 'refused', park }] as const
    expect((await carried(signed(factsOf({ keptBack }), minute(4)))).ledger).toBeNull()
    expect(states()).toEqual(['accepted', 'accepted'])
  })

  test('does not close what was written since; the PC that carried it holds that as well, which is said and no more', async () => {
    const before = ledger().length
    aMorning(point)
    expect(states().slice(0, -before)).toEqual(['saved', 'saved'])
    expect(point.done(getLinkStatus, {})).toMatchObject({ refused: 0, waiting: 3 })
    await a.write(stick, receiverAt(a))
    await b.read(stick)
    await b.write(stick, receiverAt(b))
    const taken = await a.read(stick)
    expect(taken).toMatchObject({ ledger: null, keepsOnly: false })
    expect(ledger().slice(0, 2)).toMatchObject(
      [1, 2].map(() => ({ state: 'saved', copies: [{ kind: 'station', name: 'Máy 2' }] })),
    )
    expect(ledger()[2]).toMatchObject({
      state: 'accepted',
      byCourier: { number: 1, at: minute(5) },
      copies: [],
    })
    expect(a.state()).toMatchObject({ dosesOnlyHere: 0 })
  })
})
