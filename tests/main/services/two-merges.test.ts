import { expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { idOfText as idOf } from '../../../main/ids'
import { listConflicts, settleConflict } from '../../../src/contract/arrival-calls'
import { mergePersons } from '../../../src/contract/merge-calls'
import { getPerson } from '../../../src/contract/person-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import { seededRandom } from '../../../src/domain/exchange/random'
import { arrivedDose, arrivedPerson, takeIn } from '../../helpers/arrivals'
import type { TestPoint } from '../../helpers/test-point'
import { child, openReadyPoint } from './ready-point'

const person = (name: string) => child({ name, birthDate: day('2026-06-01'), identifiers: [], phone: null })
const absorbed = arrivedPerson(idOf('merged twice'), person('Phạm Thử Gộp'), 1)
const here = arrivedPerson(idOf('survivor here'), person('Phạm Thử Gộp Một'), 1)
const there = arrivedPerson(idOf('survivor there'), person('Phạm Thử Gộp Hai'), 1)
const doseId = idOf('a dose of the record that was merged')

/** A record with one dose, merged here into one record and at the province into another one. */
function mergedTwice(): TestPoint {
  const point = openReadyPoint()
  const people = [absorbed, here, there]
  takeIn(
    point,
    [...people, arrivedDose(doseId, absorbed.resource, 1)],
    people.map(({ resource }) => resource),
  )
  point.done(mergePersons, {
    ...{ survivorId: here.recordId, absorbedId: absorbed.recordId, take: [], reason: 'một trẻ' },
    overrides: [{ code: 'merge.twins', reason: 'gọi mẹ: một trẻ, hai tên' }],
  })
  takeIn(point, [arrivedPerson(absorbed.recordId, absorbed.person, 2, { replacedBy: there.resource })])
  return point
}

function questionAt(point: TestPoint) {
  const { conflicts } = point.done(listConflicts, { offset: 0, limit: 50 })
  const [question, ...more] = conflicts.filter(({ kind }) => kind === 'merge')
  expect(more).toEqual([])
  if (!question) throw new Error('nothing is asked')
  return question
}

const settle = (point: TestPoint, verdict: 'here' | 'there') =>
  point.done(settleConflict, {
    ...{ conflictId: questionAt(point).conflictId, note: null },
    verdict,
  })

const survivorAt = (point: TestPoint) => point.store.links.survivorOf(absorbed.recordId)
const dosesAt = (point: TestPoint, personId: string) =>
  point.store.records.list('dose', { person_id: personId }, 'id').map(({ id }) => id)
const mergesAt = (point: TestPoint) =>
  point.store.merges
    .of([absorbed.recordId, here.recordId, there.recordId])
    .map(({ absorbedId, survivorId, voided }) => ({ absorbedId, survivorId, voided }))

test('two merges ask about the record that was merged, and name both survivors', () => {
  const point = mergedTwice()
  expect(questionAt(point)).toMatchObject({
    personId: absorbed.recordId,
    displayName: 'Phạm Thử Gộp',
    here: here.recordId,
    there: there.recordId,
    survivors: [{ displayName: 'Phạm Thử Gộp Một' }, { displayName: 'Phạm Thử Gộp Hai' }],
  })
  // Until somebody decides, ours stands.
  expect(survivorAt(point)).toBe(here.recordId)
  // What the question opens is the merged record: it leads to whoever it is joined with now.
  expect(point.done(getPerson, { personId: questionAt(point).personId }).personId).toBe(here.recordId)
})

test('"Ở đây" keeps our merge, and nothing is written but the decision', () => {
  const point = mergedTwice()
  const before = mergesAt(point)
  expect(settle(point, 'here')).toEqual({ open: 0 })
  expect(mergesAt(point)).toEqual(before)
  expect(survivorAt(point)).toBe(here.recordId)
  expect(dosesAt(point, here.recordId)).toEqual([doseId])
  expect(dosesAt(point, there.recordId)).toEqual([])
  expect(compareRebuild(point.db, seededRandom(31))).toEqual([])
})

test('"Ở tỉnh" undoes ours and merges that very record into theirs, with what belongs to it', () => {
  const point = mergedTwice()
  expect(settle(point, 'there')).toEqual({ open: 0 })
  expect(survivorAt(point)).toBe(there.recordId)
  // The survivor of our merge is a person of its own again, and was merged into nobody.
  expect(point.store.links.survivorOf(here.recordId)).toBe(here.recordId)
  expect(mergesAt(point)).toHaveLength(2)
  expect(mergesAt(point)).toEqual(
    expect.arrayContaining([
      { absorbedId: absorbed.recordId, survivorId: here.recordId, voided: true },
      { absorbedId: absorbed.recordId, survivorId: there.recordId, voided: false },
    ]),
  )
  expect(dosesAt(point, there.recordId)).toEqual([doseId])
  expect(dosesAt(point, here.recordId)).toEqual([])
  expect(compareRebuild(point.db, seededRandom(32))).toEqual([])
})

test('the same version again asks nothing more, whichever way it was decided', () => {
  for (const verdict of ['here', 'there'] as const) {
    const point = mergedTwice()
    settle(point, verdict)
    takeIn(point, [arrivedPerson(absorbed.recordId, absorbed.person, 3, { replacedBy: there.resource })])
    expect(point.done(listConflicts, { offset: 0, limit: 50 }).total).toBe(0)
    expect(survivorAt(point)).toBe(verdict === 'here' ? here.recordId : there.recordId)
  }
})
