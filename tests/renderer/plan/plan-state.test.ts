import { describe, expect, test } from 'vitest'
import {
  hamletsOf,
  noChange,
  type PlanDraft,
  presetSlots,
  shownLines,
  slotFor,
  takenOf,
  visibleLines,
} from '../../../renderer/screens/plan/plan-state'
import type { PlanLine, PlanView } from '../../../src/contract/plan-calls'
import { day } from '../../../src/domain/calendar/calendar-day'

const line = (personId: string, changes: Partial<PlanLine> = {}): PlanLine => ({
  personId,
  displayName: personId,
  birthDate: day('2026-06-01'),
  sex: 'female',
  personCode: null,
  contact: null,
  phone: null,
  communeCode: '16378',
  hamlet: 'Thôn 1',
  address: '',
  family: personId,
  rank: 1,
  origin: 'due',
  slotAt: 0,
  doses: [
    {
      label: 'BCG',
      vaccineCode: 'BCG_IVAC',
      inTimeUntil: null,
      latestOn: null,
      status: 'due',
      daysLate: null,
    },
  ],
  chance: 0.75,
  state: 'proposed',
  removedBecause: null,
  isHere: false,
  otherAppointmentOn: null,
  sentHome: 0,
  ...changes,
})

const view = (lines: readonly PlanLine[]): PlanView =>
  ({ lines, plan: null, slots: presetSlots('morning', 10) }) as unknown as PlanView
const draft = (changes: Partial<PlanDraft>): PlanDraft => ({ ...noChange, ...changes })

describe('the plan on the screen', () => {
  test('whoever needs only what is held waits, unless placed by hand or saved', () => {
    const lines = [line('a'), line('b'), line('saved', { state: 'invited' })]
    const shown = shownLines(view(lines), draft({ held: ['BCG_IVAC'], moves: { b: 0 } }))
    expect(shown.map(({ isInvited }) => isInvited)).toEqual([false, true, true])
    expect(shown[0]).toMatchObject({ isHeld: true, slotAt: null })
  })

  test('a reason takes somebody out, and shows', () => {
    const [shown] = shownLines(
      view([line('a', { state: 'invited' })]),
      draft({ removed: { a: 'đang ốm' }, moves: { a: 0 } }),
    )
    expect(shown).toMatchObject({ state: 'removed', removedBecause: 'đang ốm', slotAt: null })
  })

  test('added by hand stands on top, and not twice once it is in the plan', () => {
    const added = line('new', { origin: 'ad-hoc' })
    expect(shownLines(view([line('a')]), draft({ added: [added] })).map(it => it.personId)).toEqual([
      'new',
      'a',
    ])
    expect(shownLines(view([line('new')]), draft({ added: [added] }))).toHaveLength(1)
  })

  test('ticked, somebody comes with the family, else where there is room', () => {
    const slots = presetSlots('hours', 8)
    const lines = shownLines(
      view([
        line('a', { slotAt: 2, family: 'f' }),
        line('b', { slotAt: null, family: 'f' }),
        line('c', { slotAt: null }),
      ]),
      noChange,
    )
    expect(slotFor(lines, 'b', slots)).toBe(2)
    expect(slotFor(lines, 'c', slots)).toBe(0)
    expect(takenOf(lines, slots)).toEqual([0, 0, 1, 0])
  })

  test('a hamlet narrows what is shown, with its own count', () => {
    const lines = shownLines(view([line('a'), line('b', { hamlet: 'Thôn 2', slotAt: null })]), noChange)
    expect(visibleLines(lines, 'all', '16378|Thôn 2').map(it => it.personId)).toEqual(['b'])
    expect(visibleLines(lines, 'invited', null).map(it => it.personId)).toEqual(['a'])
    expect(visibleLines(lines, 'open', null).map(it => it.personId)).toEqual(['b'])
    expect(hamletsOf(lines).map(({ hamlet, invited }) => [hamlet, invited])).toEqual([
      ['Thôn 1', 1],
      ['Thôn 2', 0],
    ])
  })
})
