import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { digestTables } from '../../../../main/db/rebuild'
import { verifyJournal } from '../../../../main/db/verify-journal'
import { openReception } from '../../../../main/security/province-office'
import { setUpPoint } from '../../../../src/contract/point-calls'
import {
  aMorning,
  attachDesk,
  type CourierPc,
  certifyAll,
  codesOf,
  emptyStick,
  receiverAt,
} from '../../../helpers/courier'
import { openProvince } from '../../../helpers/province'
import { openTestPoint } from '../../../helpers/test-point'
import { pointSetUp } from '../ready-point'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'copied-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const fileOf = (name: string) => path.join(folder, `${name}.db`)

/** Two PCs of a point whose databases are files, so that somebody can copy them. */
function openOnDisk() {
  const points = ['a', 'b'].map((name, at) => {
    const point = openTestPoint({ file: fileOf(name) })
    point.done(setUpPoint, { ...pointSetUp, station: { name: `Máy ${at + 1}`, number: at + 1 } })
    point.actAs('head', 'Trưởng trạm')
    return point
  })
  certifyAll(openReception(openProvince(), openProvince().list.issuedAt).office, points, 'DS01')
  const [a, b] = points.map(attachDesk)
  if (!a || !b) throw new Error('two PCs were opened')
  return { a, b }
}

/** The whole disk of a PC as it is now, in another PC. */
function copyOf(pc: CourierPc, name: string, copy: string): CourierPc {
  pc.point.db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(fileOf(name), fileOf(copy))
  const point = openTestPoint({ file: fileOf(copy) })
  point.actAs('head', 'Trưởng trạm')
  return attachDesk(point)
}

describe('a PC that was copied', () => {
  test('is found by its second history, and neither is mixed with the other', async () => {
    const { a, b } = openOnDisk()
    const twin = copyOf(a, 'a', 'twin')
    aMorning(a.point)
    aMorning(twin.point)
    const one = emptyStick()
    const other = emptyStick()
    await a.write(one.stick, receiverAt(a))
    await twin.write(other.stick, receiverAt(twin))
    expect(codesOf((await b.read(one.stick)).notes)).toEqual([])
    const before = digestTables(b.point.db)
    const taken = await b.read(other.stick)
    expect(taken.entries).toBe(0)
    expect(codesOf(taken.notes)).toEqual(['courier.forked', 'courier.cloned-sender'])
    expect(digestTables(b.point.db)).toEqual(before)
    for (const made of [one, other]) made.clear()
  })

  test('hears of its twin from a stick that carries its own key', async () => {
    const { a } = openOnDisk()
    const twin = copyOf(a, 'a', 'twin')
    const { stick, clear } = emptyStick()
    await twin.write(stick, receiverAt(twin))
    expect(codesOf((await a.look(stick)).folders[0]?.notes ?? [])).toEqual(['courier.cloned-self'])
    clear()
  })
})

describe('a PC that was set back to an old backup', () => {
  test('reads of a gap, tells how far it is, gets all of it again, and its own entries too', async () => {
    const { a, b } = openOnDisk()
    const { stick, clear } = emptyStick()
    copyOf(b, 'b', 'backup').point.close()
    aMorning(b.point)
    aMorning(a.point)
    await a.write(stick, receiverAt(a))
    await b.read(stick)
    await b.write(stick, receiverAt(b))
    await a.read(stick)
    aMorning(a.point)
    await a.write(stick, receiverAt(a))

    const old = attachDesk(openTestPoint({ file: fileOf('backup'), at: '2026-11-22T02:00:00.000Z' }))
    old.point.actAs('head', 'Trưởng trạm')
    const [seen] = (await old.look(stick)).folders.filter(({ newEntries }) => newEntries !== null)
    expect(codesOf(seen?.notes ?? [])).toEqual(['courier.gap', 'courier.own-behind'])
    const fresh = emptyStick()
    await old.write(fresh.stick, receiverAt(old))
    expect(codesOf((await a.read(fresh.stick)).notes)).toEqual([])
    await a.write(fresh.stick, receiverAt(a))
    expect(codesOf((await old.read(fresh.stick)).notes)).toEqual(['courier.own-behind'])
    expect(digestTables(old.point.db)).toEqual(digestTables(a.point.db))
    expect(verifyJournal(old.point.db).faults).toEqual([])
    fresh.clear()
    clear()
  })
})
