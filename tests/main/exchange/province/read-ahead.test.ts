import { afterEach, describe, expect, test } from 'vitest'
import { createLinkQueue } from '../../../../main/db/link-queue'
import { ReadAhead, workingMeanwhile } from '../../../../main/exchange/province/read-ahead'
import { wireContext, wireOfRecord } from '../../../../main/services/link/wire-context'
import { seedRegister } from '../../../../main/services/point/seed-register'
import { correctPerson } from '../../../../src/contract/person-calls'
import type { RecordKey, WireContext, WireResource } from '../../../../src/domain/exchange/fhir/wire'
import type { TestPoint } from '../../../helpers/test-point'
import { openReadyPoint, register } from '../../services/ready-point'

const points: TestPoint[] = []
afterEach(() => {
  for (const point of points.splice(0)) point.close()
})

const windowEntries = 60

type WireOf = (record: RecordKey, context: WireContext) => readonly WireResource[]

function setting(wireOf: WireOf = wireOfRecord) {
  const point = openReadyPoint()
  points.push(point)
  const { store, resources, stationId } = point.ports
  const codes = resources.provinceCodes
  let asked = 0
  const queue = createLinkQueue(point.db, stationId)
  point.db.exec("INSERT INTO link_server VALUES (1, '{}', '', 0, 0, NULL)")
  const newContext = () => wireContext({ store, resources, codes })
  const ahead = new ReadAhead({
    ...queue,
    newContext,
    wireOf: (record, context) => {
      asked += 1
      return wireOf(record, context)
    },
  })
  const settle = (seq: number) => point.db.prepare('UPDATE link_server SET settled_seq = ?').run(seq)
  const plain = (record: RecordKey) => wireOfRecord(record, newContext())
  return { point, ahead, settle, plain, asked: () => asked }
}

const keysOf = (waiting: ReturnType<ReadAhead['next']>['waiting']) =>
  waiting.map(({ noun, recordId }): RecordKey => ({ noun, id: recordId }))

function workToTheEnd(ahead: ReadAhead): void {
  for (let turn = 0; ahead.work(); turn++) if (turn > 10_000) throw new Error('it never ends')
}

describe('reading ahead', () => {
  test('windows read ahead are what would be read now, and are not read twice', () => {
    const { point, ahead, settle, plain, asked } = setting()
    seedRegister(point.ports, 40, () => undefined)
    let seen = 0
    for (let { waiting, endSeq } = ahead.next(windowEntries); endSeq !== null; ) {
      const before = asked()
      for (const record of keysOf(waiting)) expect(ahead.wireOf(record)).toEqual(plain(record))
      // All but the first were read while the one before was on its way.
      expect(asked() - before).toBe(seen === 0 ? waiting.length : 0)
      seen += waiting.length
      workToTheEnd(ahead)
      settle(endSeq)
      ;({ waiting, endSeq } = ahead.next(windowEntries))
    }
    expect(seen).toBeGreaterThan(windowEntries * 2)
  })

  test('what is corrected after it was read ahead goes as it is now', () => {
    const { point, ahead, settle } = setting()
    const personId = register(point, { name: 'Mẫu Một' })
    const first = ahead.next(1)
    workToTheEnd(ahead)
    point.done(correctPerson, { personId, changes: { name: 'Mẫu Hai' }, reason: 'Ghi nhầm' })
    settle(first.endSeq ?? 0)
    ahead.next(windowEntries)
    const [patient] = ahead.wireOf({ noun: 'person', id: personId })
    expect(patient?.resource.name).toEqual([expect.objectContaining({ text: 'Mẫu Hai' })])
  })

  test('a record the mapping stumbles over stops nothing, and stumbles when its turn comes', () => {
    const stumbling = (record: RecordKey, context: WireContext) => {
      if (record.noun === 'person') throw new RangeError('unreadable')
      return wireOfRecord(record, context)
    }
    const { point, ahead, settle } = setting(stumbling)
    const first = ahead.next(windowEntries)
    settle(first.endSeq ?? 0)
    const personId = register(point)
    ahead.next(windowEntries)
    workToTheEnd(ahead)
    expect(() => ahead.wireOf({ noun: 'person', id: personId })).toThrow(RangeError)
  })
})

describe('working while an answer is awaited', () => {
  test('works until the answer is there, and hands it on', async () => {
    let turns = 0
    let answer = (_: string) => undefined as undefined
    const coming = new Promise<string>(resolve => {
      answer = text => void resolve(text)
    })
    const end = workingMeanwhile(coming, () => {
      turns += 1
      if (turns === 5) answer('đã nhận')
      return true
    })
    expect(await end).toBe('đã nhận')
    expect(turns).toBe(5)
  })

  test('an answer that never comes is told as it would be without work', async () => {
    let turns = 0
    const failing = new Promise<never>((_, reject) => setImmediate(() => reject(new Error('mất mạng'))))
    await expect(workingMeanwhile(failing, () => ++turns < 3)).rejects.toThrow('mất mạng')
  })
})
