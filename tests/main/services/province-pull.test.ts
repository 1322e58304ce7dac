import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { askProvince, settleConflict } from '../../../src/contract/arrival-calls'
import { voidDose } from '../../../src/contract/dose-calls'
import { mergePersons, undoMerge } from '../../../src/contract/merge-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import { seededRandom } from '../../../src/domain/exchange/random'
import { cameFromProvince } from '../../../src/domain/journal/arrival-mark'
import {
  answered,
  bringOver,
  conflictsAt,
  dosesAt,
  give,
  nameAt,
  openJoined,
  openServer,
  sent,
  sync,
  twoPoints,
} from './pull-setting'
import { child, register } from './ready-point'

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
