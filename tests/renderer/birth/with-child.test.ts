import { expect, test } from 'vitest'
import type { BirthDraft, ChildDraft } from '../../../renderer/screens/birth/birth-draft'
import { withChild } from '../../../renderer/screens/birth/with-child'
import { day } from '../../../src/domain/calendar/calendar-day'

type Known = Pick<ChildDraft, 'key' | 'bornOn' | 'newbornId' | 'personId'>
const child = (key: string, changes: Partial<Known> = {}) =>
  ({ key, bornOn: null, newbornId: null, personId: null, ...changes }) as ChildDraft
const days = (draft: BirthDraft) => draft.children.map(({ bornOn }) => bornOn)
const draftOf = (...children: readonly ChildDraft[]) => ({ children }) as Partial<BirthDraft> as BirthDraft

const [evening, night] = [day('2026-09-23'), day('2026-09-24')]

test('the day of the first twin is the day of the second, as long as nobody says another one', () => {
  const typed = withChild(draftOf(child('1'), child('2')), child('1', { bornOn: evening }))
  expect(days(typed)).toEqual([evening, evening])
  const corrected = withChild(typed, child('1', { bornOn: night }))
  expect(days(corrected)).toEqual([night, night])
})

test('twins on two sides of midnight keep their days', () => {
  const typed = withChild(draftOf(child('1'), child('2')), child('1', { bornOn: evening }))
  const apart = withChild(typed, child('2', { bornOn: night }))
  expect(days(apart)).toEqual([evening, night])
  expect(days(withChild(apart, child('1', { bornOn: day('2026-09-22') })))).toEqual(['2026-09-22', night])
})

test('a child that has a record already keeps its day', () => {
  const registered = child('2', { personId: 'known', bornOn: evening })
  const draft = draftOf(child('1', { bornOn: evening }), registered)
  expect(days(withChild(draft, child('1', { bornOn: night })))).toEqual([night, evening])
})
