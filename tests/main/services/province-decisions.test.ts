import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { getPullStanding, settleConflict } from '../../../src/contract/arrival-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import { listNotGiven } from '../../../src/contract/safety-calls'
import { seededRandom } from '../../../src/domain/exchange/random'
import type { TestPoint } from '../../helpers/test-point'
import {
  bringOver,
  conflictsAt,
  dosesAt,
  give,
  openJoined,
  serverClock,
  sync,
  twoPoints,
} from './pull-setting'
import { child } from './ready-point'

describe('what somebody decided about a possible double dose', () => {
  /** Two points that both have the alarm about one child. */
  async function alarmed() {
    const setting = await twoPoints()
    const { a, b, personId } = setting
    give(a, personId, '2026-11-10', 'L-1')
    give(b, personId, '2026-11-10', 'L-2')
    for (const point of [a, b, a]) await sync(point)
    return setting
  }
  const settle = (point: TestPoint, verdict: 'same-dose' | 'two-doses') =>
    point.done(settleConflict, {
      conflictId: conflictsAt(point)[0]?.conflictId ?? '',
      verdict,
      note: 'gọi điểm kia',
    })
  const onThatDay = (point: TestPoint, personId: string) =>
    dosesAt(point, personId)
      .filter(({ givenOn }) => givenOn === '2026-11-10')
      .map(({ id }) => id)
  const verdictsAt = (point: TestPoint, personId: string) =>
    point.store.records
      .list('conflict', { person_id: personId }, 'created_stamp')
      .map(({ kind, verdict }) => [kind, verdict])

  test('travels: the other point is not asked any more, and both count one dose', async () => {
    const { server, a, b, personId } = await alarmed()
    settle(a, 'same-dose')
    await sync(a)
    await sync(b)
    expect(conflictsAt(b)).toEqual([])
    expect(onThatDay(a, personId)).toHaveLength(1)
    expect(onThatDay(b, personId)).toEqual(onThatDay(a, personId))
    // Both records stay at the province, and who decided it stands beside them.
    const given = server.repository.all('Immunization') as readonly { status?: string }[]
    expect(given.filter(({ status }) => status === 'completed')).toHaveLength(3)
    expect(compareRebuild(b.db, seededRandom(11))).toEqual([])
  })
  test('differently at both: the later decision holds at both', async () => {
    const { a, b, personId } = await alarmed()
    settle(a, 'same-dose')
    serverClock.passedMs = 60_000
    for (const point of [a, b]) point.moveClock(60_000)
    settle(b, 'two-doses')
    for (const point of [a, b, a, b]) await sync(point)
    for (const point of [a, b]) {
      expect(onThatDay(point, personId)).toHaveLength(2)
      expect(verdictsAt(point, personId)).toEqual([['double-dose', 'two-doses']])
    }
  })
  test('is known to a point that brings the child over later', async () => {
    const { server, a, b, personId } = await alarmed()
    settle(b, 'two-doses')
    await sync(b)
    await sync(a)
    server.identity.addCode('ba')
    const c = await openJoined(server, 'ba')
    await sync(c)
    await bringOver(c, child().name)
    expect(conflictsAt(c)).toEqual([])
    expect(onThatDay(c, personId)).toHaveLength(2)
  })
})

describe('what belongs to a child beside doses', () => {
  test('weight at birth reaches the other point, and the later of two changes holds', async () => {
    const { a, b, personId } = await twoPoints()
    a.done(correctPerson, { personId, changes: { birthWeightG: 2750 }, reason: 'giấy ra viện' })
    await sync(a)
    await sync(b)
    expect(b.store.records.find('person', personId)?.birthWeightG).toBe(2750)
    b.done(correctPerson, { personId, changes: { birthWeightG: 2800 }, reason: 'cân lại theo sổ' })
    await sync(b)
    await sync(a)
    expect(a.store.records.find('person', personId)?.birthWeightG).toBe(2800)
    expect(conflictsAt(a)).toEqual([])
  })
  test('and a dose that was put off there waits here as well, until it was noted by mistake', async () => {
    const { server, a, personId } = await twoPoints()
    const [patient] = server.repository.all('Patient')
    const antigen = 'urn:diem-tiem:antigen'
    const put = (resource: object) => server.repository.createResource(resource as never)
    const theirs: object = await put({
      ...{ resourceType: 'Immunization', status: 'not-done', occurrenceDateTime: '2026-11-21' },
      patient: { reference: `Patient/${patient?.id}` },
      statusReason: {
        coding: [{ system: 'urn:diem-tiem:record:not-given', code: 'deferred' }],
        text: 'Đang sốt',
      },
      extension: [{ url: 'urn:diem-tiem:record:not-given-until', valueDate: '2026-12-05' }],
      vaccineCode: { coding: [{ system: antigen, code: 'Measles' }], text: 'Sởi mũi 1' },
    })
    await sync(a)
    expect(a.done(listNotGiven, { personId })).toMatchObject([
      { state: 'deferred', reason: 'Đang sốt', until: '2026-12-05', label: 'Sởi mũi 1' },
    ])
    serverClock.passedMs = 1_000
    await server.repository.updateResource({ ...theirs, status: 'entered-in-error' } as never)
    await sync(a)
    expect(a.done(listNotGiven, { personId })).toEqual([])
    expect(a.done(getPullStanding, {}).unreadable).toEqual([])
  })
})
