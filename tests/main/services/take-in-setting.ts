import { idOfText as idOf } from '../../../main/ids'
import { listConflicts } from '../../../src/contract/arrival-calls'
import { getPerson } from '../../../src/contract/person-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import { cameFromProvince } from '../../../src/domain/journal/arrival-mark'
import type { Person } from '../../../src/domain/person/person'
import { arrivedDose, arrivedPerson, takeIn } from '../../helpers/arrivals'
import type { TestPoint } from '../../helpers/test-point'
import { child, openReadyPoint } from './ready-point'

export const strangerId = idOf('a child of another point')
export const doseId = idOf('a dose of another point')
export const stranger: Person = child({ name: 'Trần Thử Xa', identifiers: [], birthDate: day('2026-08-01') })

/** A point that has brought a child over, with one dose. */
export function withStranger(): TestPoint {
  const point = openReadyPoint()
  const person = arrivedPerson(strangerId, stranger, 1)
  takeIn(point, [person, arrivedDose(doseId, person.resource, 1)], [person.resource])
  return point
}

export function personAt(point: TestPoint, personId: string): Person {
  return point.done(getPerson, { personId }).person
}

export function dosesOf(point: TestPoint, personId: string) {
  return point.store.records.list('dose', { person_id: personId }, 'id')
}

/** The server has stored the person's record as it stands here, in this version. */
export function accepted(point: TestPoint, version: number): void {
  const entries = point.store.entriesOf(strangerId)
  const last = entries.at(-1)
  // What the queue knows of a record is its newest entry of the point's own.
  const own = entries.findLast(entry => !cameFromProvince(entry))
  if (!last || !own) throw new Error('nobody was registered')
  const { seq, at } = own
  const { stamp } = last
  const resource = arrivedPerson(strangerId, stranger, version)
  const [, serverId = ''] = resource.resource.split('/')
  const receipt = { key: `Patient/${strangerId}`, serverId, versionId: String(version) }
  const receipts = [{ ...receipt, storedAt: resource.lastUpdated }]
  const record = {
    noun: 'person' as const,
    recordId: strangerId,
    seq,
    stamp,
    savedAt: at,
    personId: strangerId,
  }
  point.store.transaction(() =>
    point.store.link.keepResults({
      ...{ accepted: [{ record, receipts }], parked: [], local: [], settledSeq: null },
      ...{ known: receipts, forgotten: [], at: resource.lastUpdated, offsetMs: 0 },
    }),
  )
}

export function openAt(point: TestPoint) {
  return point.done(listConflicts, { offset: 0, limit: 50 }).conflicts
}
