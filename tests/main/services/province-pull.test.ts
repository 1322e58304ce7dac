import { afterEach, describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import {
  askProvince,
  bringPerson,
  getProvinceAnswer,
  getPullStanding,
  listConflicts,
  settleConflict,
} from '../../../src/contract/arrival-calls'
import { recordHistoricalDoses, voidDose } from '../../../src/contract/dose-calls'
import { getLinkStatus, joinProvince } from '../../../src/contract/link-calls'
import { mergePersons, undoMerge } from '../../../src/contract/merge-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import { seededRandom } from '../../../src/domain/exchange/random'
import { cameFromProvince } from '../../../src/domain/journal/arrival-mark'
import { linkHere } from '../../helpers/link-runner'
import { openProvinceServer, type ProvinceServer } from '../../helpers/province-server/server'
import type { TestPoint } from '../../helpers/test-point'
import { child, on, openReadyPoint, register } from './ready-point'

const open: { stop: () => Promise<unknown> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.stop()
})

/** The clocks of the test stand still, and so does the server's; both at the same moment. */
const nowMs = Date.parse('2026-11-22T01:00:00.000Z')

async function openServer(): Promise<ProvinceServer> {
  const server = await openProvinceServer({ codes: ['mot', 'hai'], now: () => nowMs })
  open.push({ stop: server.close })
  return server
}

async function until(what: () => boolean): Promise<void> {
  const end = Date.now() + 20_000
  while (!what()) {
    if (Date.now() > end) throw new Error('it never came to that')
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

async function openJoined(server: ProvinceServer, code: string): Promise<TestPoint> {
  const point = openReadyPoint({ runner: linkHere })
  open.push({
    stop: async () => {
      await Promise.all([point.ports.link.stop(), point.province.stop()])
      point.close()
    },
  })
  point.done(joinProvince, { address: server.base, code, authorityPem: null, proxy: null })
  await until(() => point.done(getLinkStatus, {}).joining?.state !== 'running')
  expect(point.done(getLinkStatus, {})).toMatchObject({ joining: null })
  return point
}

async function sent(point: TestPoint): Promise<void> {
  await until(() => {
    const { waiting, activity } = point.done(getLinkStatus, {})
    return waiting === 0 && activity.phase === 'idle'
  })
}

/** Both directions, as they run by themselves: up, in, and what the server refused once more. */
async function sync(point: TestPoint): Promise<void> {
  await sent(point)
  await point.province.pullOnce()
  expect(point.done(getPullStanding, {}).trouble).toBeNull()
  await sent(point)
}

function give(
  point: TestPoint,
  personId: string,
  givenOn = '2026-11-20',
  lotNumber: string | null = null,
): string {
  const dose = {
    vaccineCode: 'SII_PENTA',
    givenOn: on(givenOn),
    statedNumber: null,
    lotNumber,
    placeName: 'theo sổ',
  }
  return point.done(recordHistoricalDoses, { personId, doses: [dose] }).doseIds[0] ?? ''
}

async function answered(point: TestPoint, askId: string) {
  await until(() => point.done(getProvinceAnswer, { askId }).state !== 'running')
  return point.done(getProvinceAnswer, { askId })
}

/** Looks for somebody at the province and brings the one who is found over. */
async function bringOver(point: TestPoint, name: string): Promise<string> {
  const question = { number: null, name, birthDate: child().birthDate, phone: null }
  const { hits } = await answered(point, point.done(askProvince, question).askId)
  expect(hits).toHaveLength(1)
  const brought = await answered(point, point.done(bringPerson, { resource: hits[0]?.resource ?? '' }).askId)
  expect(brought).toMatchObject({ state: 'done', trouble: null })
  return brought.personIds[0] ?? ''
}

/** Two points of one province; the child is registered at the first and brought over to the second. */
async function twoPoints() {
  const server = await openServer()
  const [a, b] = [await openJoined(server, 'mot'), await openJoined(server, 'hai')]
  const personId = register(a)
  const doseId = give(a, personId)
  await sync(a)
  expect(await bringOver(b, child().name)).toBe(personId)
  return { server, a, b, personId, doseId }
}

const nameAt = (point: TestPoint, personId: string) => point.store.records.find('person', personId)?.name
const dosesAt = (point: TestPoint, personId: string) =>
  point.store.records.list('dose', { person_id: personId }, 'id')
const conflictsAt = (point: TestPoint) => point.done(listConflicts, { offset: 0, limit: 50 }).conflicts

describe('somebody not found here', () => {
  test('is found at the province and brought over whole: record, relatives and doses with their source', async () => {
    const { a, b, personId, doseId } = await twoPoints()
    const {
      id: _a,
      createdAt: _ca,
      changedAt: _ch,
      versions: _v,
      ...here
    } = a.store.records.find('person', personId) ?? { id: '', createdAt: '', changedAt: '', versions: 0 }
    expect(b.store.records.find('person', personId)).toMatchObject(here)
    expect(dosesAt(b, personId)).toMatchObject([
      { id: doseId, vaccineCode: 'SII_PENTA', placeName: 'theo sổ' },
    ])
    expect(compareRebuild(b.db, seededRandom(5))).toEqual([])
  })
  test('what came in is not sent back', async () => {
    const { server, b, personId } = await twoPoints()
    const before = server.repository.all('Patient').map(({ meta }) => meta?.versionId)
    await sync(b)
    expect(server.repository.all('Patient').map(({ meta }) => meta?.versionId)).toEqual(before)
    expect(server.repository.all('Immunization')).toHaveLength(1)
    expect(b.store.entriesOf(personId).every(cameFromProvince)).toBe(true)
  })
  test('a question that would find half the province is not asked', async () => {
    const a = await openJoined(await openServer(), 'mot')
    const question = { number: null, name: 'Nguyễn', birthDate: null, phone: null }
    expect(a.codes(askProvince, question)).toEqual(['province.search-too-wide'])
  })
  test('a server that is not there is said, and nothing changes', async () => {
    const { server, b } = await twoPoints()
    server.setFaults(() => 'refuse')
    const question = { number: null, name: child().name, birthDate: child().birthDate, phone: null }
    const answer = await answered(b, b.done(askProvince, question).askId)
    expect(answer).toMatchObject({ state: 'failed', trouble: 'province.unreachable' })
  })
})

describe('what one point changes', () => {
  test('reaches the other: a name, a new dose, a dose taken back', async () => {
    const { a, b, personId, doseId } = await twoPoints()
    a.done(correctPerson, { personId, changes: { name: 'Nguyễn Thử Đổi Tên' }, reason: 'giấy khai sinh' })
    a.done(voidDose, { doseId, reason: 'ghi nhầm trẻ' })
    const second = give(a, personId, '2026-11-21')
    await sync(a)
    await sync(b)
    expect(nameAt(b, personId)).toBe('Nguyễn Thử Đổi Tên')
    expect(dosesAt(b, personId).map(({ id }) => id)).toEqual([second])
  })
  test('in different fields at both: each keeps its change, and nobody is asked', async () => {
    const { a, b, personId } = await twoPoints()
    a.done(correctPerson, { personId, changes: { name: 'Nguyễn Thử Đổi Tên' }, reason: 'giấy khai sinh' })
    await sync(a)
    b.done(correctPerson, { personId, changes: { phone: '0900000123' }, reason: 'số mới' })
    // The server has another version than B knows: 412, pull, and once more.
    await sync(b)
    await sync(a)
    for (const point of [a, b])
      expect(point.store.records.find('person', personId)).toMatchObject({
        name: 'Nguyễn Thử Đổi Tên',
        phone: '0900000123',
      })
    expect([...conflictsAt(a), ...conflictsAt(b)]).toEqual([])
  })
  test('in the same field at both: a person decides, and the decision travels', async () => {
    const { a, b, personId } = await twoPoints()
    a.done(correctPerson, { personId, changes: { name: 'Nguyễn Thử Một' }, reason: 'giấy khai sinh' })
    await sync(a)
    b.done(correctPerson, { personId, changes: { name: 'Nguyễn Thử Hai' }, reason: 'giấy khai sinh' })
    await sync(b)
    const [conflict] = conflictsAt(b)
    expect(conflict).toMatchObject({ field: 'name', here: 'Nguyễn Thử Hai', there: 'Nguyễn Thử Một' })
    expect(nameAt(b, personId)).toBe('Nguyễn Thử Một')
    b.done(settleConflict, { conflictId: conflict?.conflictId ?? '', verdict: 'here', note: null })
    await sync(b)
    await sync(a)
    expect([nameAt(a, personId), nameAt(b, personId)]).toEqual(['Nguyễn Thử Hai', 'Nguyễn Thử Hai'])
    expect(conflictsAt(a)).toEqual([])
  })
  test('twice in a row, before the other has read the first: no false question', async () => {
    const { a, b, personId } = await twoPoints()
    a.done(correctPerson, { personId, changes: { name: 'Nguyễn Thử Một' }, reason: 'giấy khai sinh' })
    await sent(a)
    await sync(b)
    b.done(correctPerson, { personId, changes: { name: 'Nguyễn Thử Hai' }, reason: 'xem lại' })
    await sent(b)
    // A has sent its own name and never read it back.
    await sync(a)
    expect(nameAt(a, personId)).toBe('Nguyễn Thử Hai')
    expect(conflictsAt(a)).toEqual([])
  })
})

describe('one dose at two points', () => {
  test('copied from the card at both: one fact with two sources, at both', async () => {
    const { a, b, personId } = await twoPoints()
    const [atA, atB] = [give(a, personId, '2026-11-10', 'L-1'), give(b, personId, '2026-11-10')]
    await sync(a)
    await sync(b)
    await sync(a)
    for (const point of [a, b]) {
      const kept = dosesAt(point, personId).filter(({ givenOn }) => givenOn === '2026-11-10')
      expect(kept.map(({ id }) => id)).toEqual([[atA, atB].toSorted()[0]])
      expect(conflictsAt(point)).toEqual([])
    }
  })
  test('under two lots: an alarm at both', async () => {
    const { a, b, personId } = await twoPoints()
    give(a, personId, '2026-11-10', 'L-1')
    give(b, personId, '2026-11-10', 'L-2')
    await sync(a)
    await sync(b)
    await sync(a)
    for (const point of [a, b])
      expect(conflictsAt(point)).toMatchObject([{ kind: 'double-dose', verdict: null, personId }])
  })
})

describe('merges', () => {
  test('and un-merges travel', async () => {
    const { a, b, personId } = await twoPoints()
    const again = register(a, { name: 'Nguyễn Thử Trùng', phone: null, identifiers: [], relatives: [] })
    await sync(a)
    expect(await bringOver(b, 'Nguyễn Thử Trùng')).toBe(again)
    const merge = { survivorId: personId, absorbedId: again, take: [], overrides: [], reason: 'một trẻ' }
    const { mergeId } = a.done(mergePersons, merge)
    await sync(a)
    await sync(b)
    expect(b.store.links.survivorOf(again)).toBe(personId)
    a.done(undoMerge, { mergeId, reason: 'hai trẻ' })
    await sync(a)
    await sync(b)
    expect(b.store.links.survivorOf(again)).toBe(again)
    expect(compareRebuild(b.db, seededRandom(7))).toEqual([])
  })
})
