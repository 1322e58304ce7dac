import { expect, test } from 'vitest'
import { hashEntry } from '../../../../main/db/journal'
import { newId } from '../../../../main/ids'
import { sealedBox } from '../../../../main/security/sealed-box'
import { signing } from '../../../../main/security/signing'
import { takeStickPart } from '../../../../src/contract/courier-calls'
import { toUtf8 } from '../../../../src/domain/certificate/base64url'
import { runSteps, sha256 } from '../../../../src/domain/certificate/crypto-steps'
import { letterFileOf } from '../../../../src/domain/courier/letter'
import { partText } from '../../../../src/domain/courier/part'
import { type Head, stateHead } from '../../../../src/domain/courier/statement'
import type { JournalEntry } from '../../../../src/domain/journal/entry'
import { aMorning, type CourierPc, emptyStick, openTwoPcs, receiverAt } from '../../../helpers/courier'
import { pictureOf } from '../ready-point'

const { a, b } = openTwoPcs()

/** The key of a PC, as somebody who sits at it could use it. */
function signerAt({ point }: CourierPc) {
  const { safe, stationId, store } = point.ports
  const key = store.records.list('station-key', { station_id: stationId }, 'created_stamp')[0]
  const privateKey = safe.unlock(store.certificates.findPrivate(key?.kid ?? '') ?? '') ?? ''
  return { kid: key?.kid ?? '', sign: (bytes: Uint8Array) => signing.sign(privateKey, bytes) }
}

/** An entry of a station made out of nothing, in its place after a head. */
function madeUp(
  from: JournalEntry,
  stationId: string,
  head: Head,
  change: Partial<JournalEntry> = {},
): JournalEntry {
  const { hash: _hash, ...rest } = {
    ...from,
    id: newId(),
    stationId,
    seq: head.seq + 1,
    stamp: `9000000000000-0000-${stationId}`,
    prevHash: head.hash,
    ...change,
  }
  return { ...rest, hash: hashEntry(rest) }
}

/** A file with these entries from B to A, sealed and signed by B. */
function letterWith(lines: readonly JournalEntry[], seal: Partial<Head> = {}): string {
  const signer = signerAt(b)
  const at = a.point.ports.clock()
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) throw new Error('a letter has entries')
  const { stationId } = first
  const sealed = stateHead({ stationId, seq: last.seq, hash: last.hash, ...seal }, at, signer)
  const to = receiverAt(b)
  const jwk = a.point.store.records.list('station-key', { kid: to.kid }, 'created_stamp')[0]?.jwk
  if (!jwk) throw new Error('A has a key')
  const box = sealedBox.lock(partText({ seal: sealed, lines }), jwk)
  const digest = runSteps(sha256(toUtf8(box)), signing.answer)
  const place = { kind: 'part', stationId, after: first.seq - 1, upTo: last.seq } as const
  const address = { from: signer.kid, to: to.kid, at, practice: false }
  return letterFileOf({ ...place, ...address }, { text: box, digest }, signer.sign).text
}

test('a PC adds nothing to the journal of another, breaks no chain, and seals nothing else than it sends', async () => {
  const { stick, clear } = emptyStick()
  aMorning(b.point)
  await b.write(stick, receiverAt(b))
  await a.read(stick)
  clear()
  const ownId = b.point.ports.stationId
  const head = a.point.store.courier.headOf(ownId)
  const [, sample] = a.point.store.courier.entriesBetween(ownId, 0, 2)
  const mine = a.point.store.courier.headOf(a.point.ports.stationId)
  if (!head || !sample || !mine) throw new Error('B was read')
  const before = pictureOf(a.point)
  const refused = (text: string) => a.point.codes(takeStickPart, { text })

  const good = madeUp(sample, ownId, head)
  const stranger = madeUp(sample, newId(), { stationId: '', seq: 0, hash: '0'.repeat(64) })
  expect(refused(letterWith([madeUp(sample, mine.stationId, mine)]))).toEqual(['courier.tampered'])
  expect(refused(letterWith([stranger]))).toEqual(['courier.tampered'])
  expect(refused(letterWith([{ ...good, body: { name: 'Khác' } }]))).toEqual(['courier.tampered'])
  expect(refused(letterWith([good], { hash: 'f'.repeat(64) }))).toEqual(['courier.tampered'])
  expect(refused(letterWith([madeUp(sample, ownId, head, { prevHash: 'f'.repeat(64) })]))).toEqual([
    'courier.forked',
  ])
  expect(refused(letterWith([madeUp(sample, ownId, { ...head, seq: head.seq + 5 })]))).toEqual([
    'courier.gap',
  ])
  expect(
    refused(letterWith([madeUp(sample, ownId, head, { stamp: `9000000000000-0000-${newId()}` })])),
  ).toEqual(['courier.tampered'])
  const unheard = { noun: 'weather' } as unknown as Partial<JournalEntry>
  expect(refused(letterWith([madeUp(sample, ownId, head, unheard)]))).toEqual(['courier.newer-version'])
  expect(pictureOf(a.point)).toEqual(before)

  // The same file with an entry that B may write is taken: nothing but the lies was refused.
  expect(refused(letterWith([good]))).toEqual([])
})
