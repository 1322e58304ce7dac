import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDay, day } from '../../../../src/domain/calendar/calendar-day'
import {
  isFollowed,
  type ResidenceState,
  residenceChangesOn,
  residenceOn,
  residenceProblems,
  residenceStates,
} from '../../../../src/domain/person/residence'

const entry = (state: ResidenceState, on: string, until: string | null = null, id = `${state}-${on}`) => ({
  id,
  state,
  on: day(on),
  until: until === null ? null : day(until),
  createdAt: `${on}T01:00:00.000Z`,
})
const known = {
  entries: [] as ReturnType<typeof entry>[],
  birthDate: day('2024-05-18'),
  lastGivenOn: null as CalendarDay | null,
  today: day('2026-11-22'),
}

describe('the state of a day', () => {
  const entries = [
    entry('temporary', '2026-01-10', '2026-03-31'),
    entry('moved-in', '2026-06-01'),
    entry('moved-out', '2026-09-15'),
  ]
  test.each([
    ['2025-12-31', null, true],
    ['2026-01-10', 'temporary', true],
    ['2026-03-31', 'temporary', true],
    ['2026-04-01', 'temporary', false],
    ['2026-06-01', 'moved-in', true],
    ['2026-09-15', 'moved-out', false],
  ] as const)('on %s it is %s, followed %s', (on, state, followed) => {
    const found = residenceOn(entries, day(on))
    expect(found?.state ?? null).toBe(state)
    expect(isFollowed(found, day(on))).toBe(followed)
  })

  test('does not depend on the order of entries, and a stay says when it ends by itself', () => {
    const state = fc.constantFrom(...residenceStates)
    const some = fc.array(fc.tuple(state, fc.integer({ min: 0, max: 5 })), { maxLength: 8 })
    fc.assert(
      fc.property(some, some, (list, _other) => {
        const made = list.map(([of, days], index) =>
          entry(of, addDays(day('2026-01-01'), days), null, `e${index}`),
        )
        const on = day('2026-02-01')
        expect(residenceOn(made, on)).toEqual(residenceOn([...made].reverse(), on))
      }),
    )
    const stay = entry('temporary', '2026-01-10', '2026-03-31')
    expect(residenceChangesOn(stay, day('2026-02-01'))).toBe('2026-04-01')
    expect(residenceChangesOn(stay, day('2026-04-01'))).toBeNull()
    expect(residenceChangesOn(null, day('2026-04-01'))).toBeNull()
  })
})

describe('contradictions', () => {
  test.each([
    ['tomorrow', entry('moved-out', '2026-11-23'), {}, ['residence.in-future']],
    ['before birth', entry('moved-in', '2024-05-17'), {}, ['residence.before-birth']],
    ['ends before it begins', entry('temporary', '2026-11-01', '2026-10-31'), {}, ['residence.bad-period']],
    ['an end of what has none', entry('lost', '2026-11-01', '2026-11-05'), {}, ['residence.bad-period']],
    [
      'death before the last dose',
      entry('died', '2026-11-01'),
      { lastGivenOn: day('2026-11-02') },
      ['residence.dose-after-death'],
    ],
    ['death on the day of a dose', entry('died', '2026-11-01'), { lastGivenOn: day('2026-11-01') }, []],
    [
      'anything after death',
      entry('moved-in', '2026-11-05'),
      { entries: [entry('died', '2026-11-01')] },
      ['residence.after-death'],
    ],
    [
      'death before a later entry',
      entry('died', '2026-10-01'),
      { entries: [entry('moved-in', '2026-11-01')] },
      ['residence.after-death'],
    ],
    ['resident who is resident', entry('resident', '2026-11-01'), {}, ['residence.nothing-changed']],
    [
      'moved out twice',
      entry('moved-out', '2026-11-05'),
      { entries: [entry('moved-out', '2026-11-01')] },
      ['residence.nothing-changed'],
    ],
    ['back again', entry('resident', '2026-11-05'), { entries: [entry('moved-out', '2026-11-01')] }, []],
    [
      'a stay prolonged',
      entry('temporary', '2026-11-05', '2026-12-31'),
      { entries: [entry('temporary', '2026-11-01', '2026-11-30')] },
      [],
    ],
  ])('%s', (_why, fresh, changes, codes) => {
    expect(residenceProblems(fresh, { ...known, ...changes }).map(({ code }) => code)).toEqual(codes)
  })
})
