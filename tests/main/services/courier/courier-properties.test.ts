import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { digestTables } from '../../../../main/db/rebuild'
import { verifyJournal } from '../../../../main/db/verify-journal'
import { openReception } from '../../../../main/security/province-office'
import { stopStick } from '../../../../src/contract/courier-calls'
import { setUpPoint } from '../../../../src/contract/point-calls'
import {
  aMorning,
  attachDesk,
  type CourierPc,
  certifyAll,
  emptyStick,
  openTwoPcs,
  receiverAt,
  undone,
} from '../../../helpers/courier'
import { openProvince } from '../../../helpers/province'
import { openTestPoint } from '../../../helpers/test-point'
import { pointSetUp } from '../ready-point'

/** What can happen to a file of a stick on its way. */
const damage = fc.record({
  file: fc.nat({ max: 20 }),
  how: fc.oneof(
    fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({
      kind: fc.constant('flip' as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bit: fc.nat({ max: 7 }),
    }),
    fc.record({ kind: fc.constant('lose' as const) }),
    fc.record({ kind: fc.constant('zeros' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  ),
})
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never

function hurt(stick: string, { file, how }: Damage): void {
  const root = path.join(stick, 'diem-tiem-courier')
  const folder = path.join(root, readdirSync(root)[0] ?? '')
  const names = readdirSync(folder).sort()
  const name = names[file % Math.max(names.length, 1)]
  if (name === undefined) return
  const place = path.join(folder, name)
  const bytes = readFileSync(place)
  const at = how.kind === 'lose' ? 0 : Math.floor(how.at * (bytes.length - 1))
  if (how.kind === 'lose') rmSync(place)
  else if (how.kind === 'cut') writeFileSync(place, bytes.subarray(0, at))
  else if (bytes.length > 0) {
    if (how.kind === 'zeros') bytes.fill(0, at, Math.min(at + 512, bytes.length))
    else bytes[at] = (bytes[at] ?? 0) ^ (1 << how.bit)
    writeFileSync(place, bytes)
  }
}

const { a, b } = openTwoPcs()
const whole = emptyStick()
beforeAll(async () => {
  for (let morning = 0; morning < 4; morning++) {
    aMorning(a.point)
    await a.write(whole.stick, receiverAt(a))
  }
})
afterAll(() => whole.clear())

test('however a stick is hurt, what is taken is the true beginning of a journal, and a whole stick brings the rest', async () => {
  const journal = a.point.store.courier.entriesBetween(a.point.ports.stationId, 0, a.point.entries())
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async damages => {
      const { stick, clear } = emptyStick()
      cpSync(whole.stick, stick, { recursive: true })
      for (const each of damages) hurt(stick, each)
      await undone([b], async () => {
        const taken = await b.read(stick)
        const held = b.point.store.courier.entriesBetween(a.point.ports.stationId, 0, journal.length)
        expect(held).toEqual(journal.slice(0, taken.entries))
        expect(verifyJournal(b.point.db).faults).toEqual([])
        const rest = await b.read(whole.stick)
        expect(taken.entries + rest.entries).toBe(journal.length)
      })
      clear()
    }),
    { numRuns: 40, endOnFailure: true },
  )
})

function folderIn(stick: string, name: string): string {
  const folder = path.join(stick, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Somebody presses Stop after the first few entries. */
async function stopShort(pc: CourierPc, isStopped: boolean, read: () => Promise<unknown>): Promise<void> {
  let asked = 0
  pc.onAsk(name => {
    if (isStopped && name === 'courier.take-part' && ++asked === 2) void pc.desk(stopStick)
  })
  await read()
  pc.onAsk(() => undefined)
}

/** One PC writes for another, or reads what the other wrote last; any of them works on in between. */
const act = fc.record({
  from: fc.nat({ max: 2 }),
  to: fc.nat({ max: 2 }),
  what: fc.constantFrom('write', 'read', 'read', 'morning', 'stop-short'),
})

test('three PCs that hand one another sticks in any order end up with the same, entries passed on included', async () => {
  const points = [1, 2, 3].map(number => {
    const point = openTestPoint()
    point.done(setUpPoint, { ...pointSetUp, station: { name: `Máy ${number}`, number } })
    point.actAs('head', 'Trưởng trạm')
    return point
  })
  certifyAll(openReception(openProvince(), openProvince().list.issuedAt).office, points, 'DS01')
  const pcs = points.map(attachDesk)
  const kids = points.map(({ store }) => store.records.list('station-key', {}, 'created_stamp')[0]?.kid ?? '')
  const at = (index: number) => pcs[index] ?? a
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 14 }), async acts => {
      const sticks = emptyStick()
      const place = (from: number, to: number) => {
        const [one, other] = [String(from), String(to)]
        return folderIn(sticks.stick, `${one}-${other}`)
      }
      await undone(pcs, async () => {
        const write = (from: number, to: number) => at(from).write(place(from, to), { kid: kids[to] ?? '' })
        const read = (from: number, to: number) => at(to).read(place(from, to))
        for (const { from, to, what } of acts) {
          at(from).point.moveClock(1_000)
          if (what === 'morning') aMorning(at(from).point)
          if (from === to || what === 'morning') continue
          if (what === 'write') await write(from, to)
          else await stopShort(at(to), what === 'stop-short', () => read(from, to))
        }
        // In a line there and back: the first hears of the third only through the second.
        for (const [from, to] of [
          [0, 1],
          [1, 2],
          [2, 1],
          [1, 0],
        ] as const) {
          at(from).point.moveClock(1_000)
          await write(from, to)
          const { notes } = await read(from, to)
          expect(notes).toEqual([])
        }
        const [first, ...others] = pcs.map(({ point }) => digestTables(point.db))
        for (const other of others) expect(other).toEqual(first)
      })
      sticks.clear()
    }),
    { numRuns: 8, endOnFailure: true },
  )
})
