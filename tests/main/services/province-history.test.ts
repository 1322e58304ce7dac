import { expect, test } from 'vitest'
import { askConflictHistory } from '../../../src/contract/conflict-history-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import { answered, conflictsAt, sync, twoPoints } from './pull-setting'

test('a question says who wrote the other side, and on demand what they changed and when', async () => {
  const { a, b, personId, doseId } = await twoPoints()
  const rename = (name: string, birthWeightG: number) =>
    a.done(correctPerson, { personId, changes: { name, birthWeightG }, reason: 'giấy khai sinh' })
  rename('Nguyễn Thử Tên Một', 3000)
  await sync(a)
  await sync(b)
  rename('Nguyễn Thử Tên Hai', 3100)
  await sync(a)
  // B has not heard of it yet.
  b.done(correctPerson, { personId, changes: { name: 'Nguyễn Thử Tên Ba' }, reason: 'thẻ bảo hiểm' })
  await sync(b)
  const [question] = conflictsAt(b)
  expect(question).toMatchObject({
    kind: 'person-field',
    therePlace: 'Trạm Y tế Phường Đông Sơn',
    thereBy: 'Trưởng trạm',
    there: 'Nguyễn Thử Tên Hai',
  })
  const { conflictId = '' } = question ?? {}
  const told = await answered(b, b.done(askConflictHistory, { conflictId }).askId)
  expect(told).toMatchObject({ state: 'done', trouble: null })
  expect(told.versions.map(({ changes }) => changes)).toEqual([
    [{ field: 'name', before: 'Nguyễn Thử Tên Một', after: 'Nguyễn Thử Tên Hai' }],
    [{ field: 'name', before: 'Nguyễn Thị Ánh Ngọc', after: 'Nguyễn Thử Tên Một' }],
    [],
  ])
  for (const { byName, placeName } of told.versions)
    expect([byName, placeName]).toEqual(['Trưởng trạm', 'Trạm Y tế Phường Đông Sơn'])
  expect(told.versions.at(-1)?.isFirst).toBe(true)
  // Nothing of it was written: looking is not changing.
  expect(conflictsAt(b)).toHaveLength(1)
  expect(b.codes(askConflictHistory, { conflictId: doseId })).toEqual(['conflict.not-found'])
})
