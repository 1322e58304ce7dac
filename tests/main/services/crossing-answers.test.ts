import { describe, expect, test } from 'vitest'
import { idOfText } from '../../../main/ids'
import { readContext } from '../../../main/services/link/pull-ports'
import { settleConflict } from '../../../src/contract/arrival-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import { readPage } from '../../../src/domain/exchange/fhir/read-bundle'
import type { Person } from '../../../src/domain/person/person'
import { arrivedPerson, takeIn } from '../../helpers/arrivals'
import type { ProvinceServer } from '../../helpers/province-server/server'
import type { TestPoint } from '../../helpers/test-point'
import { conflictsAt, nameAt, sent, sync, twoPoints } from './pull-setting'
import { accepted, openAt, personAt, stranger, strangerId, withStranger } from './take-in-setting'

/** What the pull of a point would make of the people at the server at this moment, without a line in between. */
function takeInNow(point: TestPoint, { repository }: ProvinceServer): void {
  const entry = repository.all('Patient').map(resource => ({ resource }))
  const page = readPage({ resourceType: 'Bundle', entry }, readContext(point.ports.resources, idOfText))
  const people = (page?.facts ?? []).filter(fact => fact.noun === 'person')
  expect(takeIn(point, people).taken).toBe(1)
}

/** Does something once, at the moment in which a request of this kind arrives. */
function onceAt(
  server: ProvinceServer,
  isMeant: (method: string, path: string) => boolean,
  what: () => void,
) {
  const seen = { isDone: false }
  server.setFaults(({ method, path }) => {
    if (seen.isDone || !isMeant(method, path)) return 'pass'
    seen.isDone = true
    what()
    return 'pass'
  })
  return seen
}

const isLookAtPatient = (method: string, path: string) =>
  method === 'GET' && /\/Patient(?:\/|\?_id=)/u.test(path)

test('what comes in while the upload looks why it was refused is not undone by what the upload had read before', async () => {
  const { server, a, b, personId } = await twoPoints()
  a.done(correctPerson, { personId, changes: { name: 'Nguyễn Thử Đổi Tên' }, reason: 'giấy khai sinh' })
  await sync(a)
  // B's number is put into FHIR with the old name, refused for A's version, and looked at: now A's name comes in.
  const seen = onceAt(server, isLookAtPatient, () => takeInNow(b, server))
  b.done(correctPerson, { personId, changes: { phone: '0900000123' }, reason: 'số mới' })
  await sent(b)
  expect(seen.isDone).toBe(true)
  await sync(b)
  await sync(a)
  for (const point of [a, b]) {
    expect(nameAt(point, personId)).toBe('Nguyễn Thử Đổi Tên')
    expect(point.store.records.find('person', personId)?.phone).toBe('0900000123')
    expect(conflictsAt(point)).toEqual([])
  }
  expect(server.repository.all('Patient')).toMatchObject([
    { name: [{ text: 'Nguyễn Thử Đổi Tên' }], telecom: [{ value: '0900000123' }] },
  ])
})

describe('two names, when answers cross', () => {
  const named = (name: string, version: number, more: Partial<Person> = {}) =>
    arrivedPerson(strangerId, { ...stranger, name, ...more }, version)
  const rename = (point: TestPoint, name: string) =>
    point.done(correctPerson, { personId: strangerId, changes: { name }, reason: 'giấy khai sinh' })
  const choose = (point: TestPoint, verdict: 'here' | 'there') =>
    point.done(settleConflict, { conflictId: openAt(point)[0]?.conflictId ?? '', verdict, note: null })
  const standingOf = (point: TestPoint) =>
    point.db.prepare('SELECT state FROM link_record WHERE record_id = ?').pluck().get(strangerId)

  test('a receipt that is written down after a later version came in sends what stands here once more', () => {
    const point = withStranger()
    rename(point, 'Trần Thử Gần')
    // Version 2 was ours; version 3 is of somebody who knew it and gave the child its first name back.
    takeIn(point, [named(stranger.name, 3, { phone: '0900000009' })])
    expect(personAt(point, strangerId).name).toBe('Trần Thử Gần')
    accepted(point, 2)
    expect(standingOf(point)).toBe('waiting')
    accepted(point, 4)
    expect(standingOf(point)).toBe('accepted')
  })
  test('when everything written here is at the server, its newest version holds as it is', () => {
    const point = withStranger()
    const [first] = point.store.entriesOf(strangerId)
    rename(point, 'Trần Thử Gần')
    accepted(point, 2)
    // Whatever entry it ends with: no base that is no longer true keeps another name here.
    takeIn(point, [{ ...named(stranger.name, 3), entryId: first?.id ?? null }])
    expect(personAt(point, strangerId).name).toBe(stranger.name)
    expect(openAt(point)).toEqual([])
  })
  test('what was taken over and sent on is the ground of the next comparison, not what was written before it', () => {
    const point = withStranger()
    rename(point, 'Trần Thử Gần')
    takeIn(point, [named('Trần Thử Khác', 2)])
    // What went up is the name that stands: the server's.
    accepted(point, 3)
    choose(point, 'here')
    // Meanwhile somebody else changed something else.
    takeIn(point, [named('Trần Thử Khác', 4, { phone: '0900000009' })])
    expect(personAt(point, strangerId)).toMatchObject({ name: 'Trần Thử Gần', phone: '0900000009' })
    expect(openAt(point)).toEqual([])
  })
  test('a question that comes up again after it was decided is asked again: nothing is undone in silence', () => {
    const point = withStranger()
    rename(point, 'Trần Thử Gần')
    takeIn(point, [named('Trần Thử Khác', 2)])
    choose(point, 'here')
    takeIn(point, [named('Trần Thử Ba', 3)])
    choose(point, 'here')
    takeIn(point, [named('Trần Thử Khác', 4)])
    expect(openAt(point)).toMatchObject([
      { field: 'name', here: 'Trần Thử Gần', there: 'Trần Thử Khác', stands: 'Trần Thử Khác' },
    ])
  })
})
