import { cpSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyJournal } from '../../../../main/db/verify-journal'
import { listFile, officeFingerprint, revoke } from '../../../../main/security/province-office'
import { trustKeyList } from '../../../../src/contract/certificate-calls'
import {
  aMorning,
  type CourierPc,
  codesOf,
  emptyStick,
  openTwoPcs,
  receiverAt,
} from '../../../helpers/courier'

const pcs = openTwoPcs()
const { a, b, office } = pcs
const elsewhere = openTwoPcs('DS02').b
const whole = emptyStick()
let stick = ''
let clear = () => undefined as unknown

/** A stick from A to B with a file for each of three mornings. */
beforeAll(async () => {
  for (let morning = 0; morning < 3; morning++) {
    aMorning(a.point)
    await a.write(whole.stick, receiverAt(a))
  }
  expect(filesOn(whole.stick).parts).toHaveLength(3)
})
beforeEach(() => {
  const made = emptyStick()
  stick = made.stick
  clear = made.clear
  cpSync(whole.stick, stick, { recursive: true })
  for (const { point } of [a, b]) point.db.exec('BEGIN IMMEDIATE')
})
afterEach(() => {
  for (const { point } of [a, b]) point.db.exec('ROLLBACK')
  clear()
})
afterAll(() => whole.clear())

/** The files of the one folder on the stick: those with entries in the order of their names, then the card. */
function filesOn(at = stick) {
  const root = path.join(at, 'diem-tiem-courier')
  const [folder = ''] = readdirSync(root)
  const names = readdirSync(path.join(root, folder)).sort()
  const file = (name: string) => path.join(root, folder, name)
  return { parts: names.filter(name => name !== 'card.dtc').map(file), card: file('card.dtc') }
}

const ready = () => ({ ...filesOn(), entries: a.point.entries() })

const held = ({ point }: CourierPc, of: CourierPc) =>
  point.store.courier.headOf(of.point.ports.stationId)?.seq ?? 0

/** Changes one sign of a field of a file. */
function changeIn(file: string, field: 'signed' | 'box', at: (length: number) => number) {
  const letter = JSON.parse(readFileSync(file, 'utf8')) as Record<'signed' | 'box', string>
  const place = at(letter[field].length)
  const sign = letter[field][place] === 'A' ? 'B' : 'A'
  const text = letter[field].slice(0, place) + sign + letter[field].slice(place + 1)
  writeFileSync(file, JSON.stringify({ ...letter, [field]: text }))
}

describe('a stick that was changed on its way', () => {
  test.each(['signed', 'box'] as const)(
    'is taken as far as its files are true (%s of the second)',
    async field => {
      const { parts, entries } = ready()
      changeIn(parts[1] ?? '', field, length => Math.floor(length / 2))
      const [folder] = (await b.look(stick)).folders
      expect(codesOf(folder?.notes ?? [])).toEqual(['courier.tampered'])
      const taken = await b.read(stick)
      expect(codesOf(taken.notes)).toEqual(['courier.tampered'])
      expect(held(b, a)).toBe(taken.entries)
      expect(taken.entries).toBeGreaterThan(0)
      expect(taken.entries).toBeLessThan(entries)
      // The sender writes what is missing again, and nothing else.
      expect(await a.write(stick, receiverAt(a))).toMatchObject({ files: 1, kept: 1 })
      expect(codesOf((await b.read(stick)).notes)).toEqual([])
      expect(held(b, a)).toBe(entries)
    },
  )

  test('is not believed about its card either', async () => {
    const { card } = ready()
    changeIn(card, 'box', length => length - 3)
    expect(codesOf((await b.read(stick)).notes)).toContain('courier.tampered')
    expect(b.point.store.courier.cards()).toEqual([])
    expect(held(b, a)).toBe(a.point.entries())
  })

  test('may have its boxes exchanged: each head names its own', async () => {
    const { parts } = ready()
    const [one = '', other = ''] = parts
    const letters = [one, other].map(file => JSON.parse(readFileSync(file, 'utf8')) as { box: string })
    writeFileSync(one, JSON.stringify({ ...letters[0], box: letters[1]?.box }))
    expect(await b.read(stick)).toMatchObject({ entries: 0 })
    expect(codesOf((await b.look(stick)).folders[0]?.notes ?? [])).toContain('courier.tampered')
  })

  test('may have its files renamed: their names count for nothing', async () => {
    const { parts, entries } = ready()
    const [one = '', , three = ''] = parts
    renameSync(one, `${one}.x`)
    renameSync(three, one)
    renameSync(`${one}.x`, three)
    expect(await b.read(stick)).toMatchObject({ entries, notes: [] })
    expect(held(b, a)).toBe(entries)
  })
})

describe('a stick that was cut off', () => {
  test('in the middle of a file', async () => {
    const { parts } = ready()
    truncateSync(parts[2] ?? '', 200)
    const taken = await b.read(stick)
    expect(codesOf(taken.notes)).toEqual(['courier.tampered'])
    expect(held(b, a)).toBe(taken.entries)
    expect(verifyJournal(b.point.db).faults).toEqual([])
  })

  test('between two files', async () => {
    const { parts } = ready()
    rmSync(parts[1] ?? '')
    const [folder] = (await b.look(stick)).folders
    expect(folder?.notes).toEqual([{ code: 'courier.cut-off', field: null, params: { missing: 1 } }])
    expect(folder?.newEntries).toBeGreaterThan(0)
  })

  test('before its card was there', async () => {
    const { card, entries } = ready()
    rmSync(card)
    expect(codesOf((await b.read(stick)).notes)).toEqual(['courier.cut-off'])
    expect(held(b, a)).toBe(entries)
    expect(b.point.store.courier.cards()).toEqual([])
  })
})

describe('a stick that was here before', () => {
  test('brings nothing the second time', async () => {
    await b.read(stick)
    const again = await b.read(stick)
    expect(again).toMatchObject({ entries: 0, receipts: [] })
    expect(codesOf(again.notes)).toEqual(['courier.already-taken'])
  })

  test('is known as old when a newer one was read', async () => {
    const old = emptyStick()
    cpSync(stick, old.stick, { recursive: true })
    aMorning(a.point)
    await a.write(stick, receiverAt(a))
    await b.read(stick)
    const before = b.point.store.courier.cards()
    expect(codesOf((await b.read(old.stick)).notes)).toEqual(['courier.stale'])
    expect(b.point.store.courier.cards()).toEqual(before)
    old.clear()
  })
})

describe('a stick in the wrong hands', () => {
  test('is for nobody but its receiver, and its own writer says so', async () => {
    expect(await a.look(stick)).toMatchObject({ folders: [{ notes: [{ code: 'courier.own-stick' }] }] })
    const [folder] = (await elsewhere.look(stick)).folders
    expect(folder).toMatchObject({ newEntries: null, notes: [{ code: 'courier.not-for-us' }] })
    const text = readFileSync(filesOn().parts[0] ?? '', 'utf8')
    expect(text).not.toContain('Bé Thử')
  })

  test('of a sender whose key was revoked counts for nothing', async () => {
    const [kid = ''] = b.state().receivers.map(receiver => receiver.kid)
    const now = a.point.ports.clock()
    const revoked = revoke(office, kid, now, 'lost')
    b.point.done(trustKeyList, { text: listFile(revoked), fingerprint: officeFingerprint(office) })
    expect(codesOf((await b.look(stick)).folders[0]?.notes ?? [])).toEqual(['courier.revoked-sender'])
    expect(await b.read(stick)).toMatchObject({ entries: 0 })
  })

  test('of a newer application is left for one', async () => {
    const { parts, card } = ready()
    for (const file of [...parts, card])
      writeFileSync(file, readFileSync(file, 'utf8').replace('courier/1', 'courier/2'))
    expect(codesOf((await b.look(stick)).folders[0]?.notes ?? [])).toEqual(['courier.newer-version'])
  })

  test('with files that are not ours', async () => {
    const { parts, card } = ready()
    for (const file of [...parts, card]) writeFileSync(file, 'một bài thơ')
    expect(codesOf((await b.look(stick)).folders[0]?.notes ?? [])).toEqual(['courier.tampered'])
  })
})
