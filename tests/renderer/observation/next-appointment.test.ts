import { expect, test } from 'vitest'
import {
  nextProblem,
  proposeNext,
  readTime,
  toAppointment,
} from '../../../renderer/screens/observation/next-appointment'
import { emptyReaction, toReaction } from '../../../renderer/screens/observation/signs'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { ImmunizationChart } from '../../../src/domain/schedule/chart-types'

const today = day('2026-11-22')
const label = (name: string) => ({ vi: name, en: name })
const chartOf = (part: Partial<ImmunizationChart>) =>
  ({ today: [], next: null, ...part }) as unknown as ImmunizationChart

test('the next visit of the chart is proposed', () => {
  const next = { on: day('2026-12-22'), labels: [label('DPT mũi 4')], doses: [] }
  const draft = proposeNext(chartOf({ next }), 'vi')
  expect(draft).toMatchObject({ isWanted: true, on: '2026-12-22', slot: 'morning', labels: ['DPT mũi 4'] })
  expect(toAppointment(draft)).toEqual({
    on: '2026-12-22',
    slot: 'morning',
    time: null,
    labels: ['DPT mũi 4'],
  })
})

test('doses not given today get no date that nobody chose', () => {
  const due = { label: label('IPV mũi 1') } as unknown as ImmunizationChart['today'][number]
  const draft = proposeNext(chartOf({ today: [due] }), 'vi')
  expect(draft).toMatchObject({ isWanted: true, on: null, labels: ['IPV mũi 1'] })
  expect(nextProblem(draft, today)).toBe('missing-day')
})

test('without anything foreseen there is no appointment', () => {
  const draft = proposeNext(chartOf({}), 'vi')
  expect(nextProblem(draft, today)).toBeNull()
  expect(toAppointment(draft)).toBeNull()
})

test('an appointment lies after today and, at a time, has one', () => {
  const draft = { isWanted: true, on: today, slot: 'time', time: '', labels: [] } as const
  expect(nextProblem(draft, today)).toBe('not-after')
  expect(nextProblem({ ...draft, on: day('2026-11-23') }, today)).toBe('missing-time')
  expect(nextProblem({ ...draft, on: day('2026-11-23'), time: '830' }, today)).toBeNull()
  expect(toAppointment({ ...draft, on: day('2026-11-23'), time: '830' })?.time).toBe('08:30')
})

test.each([
  ['830', '08:30'],
  ['8:30', '08:30'],
  ['1415', '14:15'],
  ['24:00', null],
  ['12:60', null],
  ['', null],
])('time "%s" is %s', (typed, time) => {
  expect(readTime(typed)).toBe(time)
})

test('one severe sign makes a reaction severe; a typed sign alone is neither', () => {
  expect(toReaction({ ...emptyReaction, signs: ['fever'] }).kind).toBe('common')
  expect(toReaction({ ...emptyReaction, signs: ['fever', 'convulsion'] }).kind).toBe('severe')
  expect(toReaction({ ...emptyReaction, other: ' ngứa ' })).toMatchObject({ kind: 'other', signs: ['ngứa'] })
})
