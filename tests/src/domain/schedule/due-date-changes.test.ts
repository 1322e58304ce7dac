import { describe, expect, test } from 'vitest'
import { offset } from '../../../../src/domain/calendar/offset'
import { countImpact, dueDateChanges, noImpact } from '../../../../src/domain/schedule/due-date-changes'
import { differingAntigens } from '../../../../src/domain/schedule/schedule-difference'
import type { Schedule, SeriesDose } from '../../../../src/domain/schedule/schedule-types'
import { person, schedule } from './fixtures'

/** The shipped schedule with the ages of one dose of the first measles series set by hand. */
function measles(place: number, ages: Partial<SeriesDose['age'][number]>): Schedule {
  return {
    ...schedule,
    antigens: schedule.antigens.map(antigen => ({
      ...antigen,
      series: antigen.series.map((series, index) => ({
        ...series,
        doses: series.doses.map((dose, at) =>
          antigen.code === 'Measles' && index === 0 && at === place
            ? { ...dose, age: dose.age.map(rule => ({ ...rule, ...ages })) }
            : dose,
        ),
      })),
    })),
  }
}

const months = (count: number) => offset(`${count} months`)
const earlier = measles(0, { absMin: months(8), min: months(8), earliestRec: months(8) })
const child = person('2026-05-10', '2026-11-22')

describe('due dates that move with the schedule', () => {
  test('nothing moves between equal schedules', () => {
    expect(dueDateChanges(child, { ...child, schedule: structuredClone(schedule) })).toEqual([])
  })

  test('an earlier age brings the due date forward, and back again', () => {
    const changed = { ...child, schedule: earlier }
    expect(dueDateChanges(child, changed)).toEqual([
      { antigen: 'Measles', move: 'earlier', oldOn: '2027-02-10', newOn: '2027-01-10' },
    ])
    expect(dueDateChanges(changed, child)).toEqual([
      { antigen: 'Measles', move: 'later', oldOn: '2027-01-10', newOn: '2027-02-10' },
    ])
  })

  test('whoever has the dose already is not touched', () => {
    const given = person('2025-05-10', '2026-11-22', [['2026-02-12', 'MVVAC']])
    expect(dueDateChanges(given, { ...given, schedule: earlier })).toEqual([])
  })

  test('an antigen that leaves the schedule takes its due date along', () => {
    const without = { ...schedule, antigens: schedule.antigens.filter(({ code }) => code !== 'Measles') }
    expect(dueDateChanges(child, { ...child, schedule: without })).toEqual([
      { antigen: 'Measles', move: 'gone', oldOn: '2027-02-10', newOn: null },
    ])
    expect(dueDateChanges({ ...child, schedule: without }, child)).toEqual([
      { antigen: 'Measles', move: 'new', oldOn: null, newOn: '2027-02-10' },
    ])
  })

  test('where the recommended day stays, the earliest one decides', () => {
    const sooner = { ...child, schedule: measles(0, { absMin: months(6), min: months(6) }) }
    expect(dueDateChanges(child, sooner)).toEqual([
      { antigen: 'Measles', move: 'earlier', oldOn: '2027-02-10', newOn: '2027-02-10' },
    ])
  })

  test('to look at the antigens that differ is enough', () => {
    const given = person('2025-05-10', '2026-11-22', [
      ['2025-05-10', 'BCG_IVAC', 'GENEHBVAX_05'],
      ['2025-07-10', 'SII_PENTA', 'BOPV_POLYVAC'],
    ])
    const without = { ...schedule, antigens: schedule.antigens.filter(({ code }) => code !== 'JE') }
    for (const other of [earlier, without, { ...schedule, campaignDosesCount: true }, schedule]) {
      const changed = { ...given, schedule: other }
      const only = differingAntigens(schedule, other)
      expect(dueDateChanges(given, changed, only)).toEqual(dueDateChanges(given, changed))
    }
    expect(differingAntigens(schedule, earlier)).toEqual(['Measles'])
    expect(differingAntigens(schedule, structuredClone(schedule))).toEqual([])
  })

  test('people are counted once, their antigens apart', () => {
    const move = { oldOn: null, newOn: null }
    const impact = [
      { id: 'a', changes: [{ antigen: 'Measles', move: 'earlier', ...move } as const] },
      { id: 'b', changes: [] },
      {
        id: 'c',
        changes: [
          { antigen: 'Measles', move: 'later', ...move } as const,
          { antigen: 'JE', move: 'gone', ...move } as const,
        ],
      },
    ].reduce((sum, { id, changes }) => countImpact(sum, id, changes), noImpact)
    expect(impact).toMatchObject({ persons: 3, changedPersons: 2 })
    expect(impact.antigens).toEqual([
      { antigen: 'Measles', earlier: 1, later: 1, new: 0, gone: 0 },
      { antigen: 'JE', earlier: 0, later: 0, new: 0, gone: 1 },
    ])
    expect(impact.sample.map(({ personId }) => personId)).toEqual(['a', 'c'])
  })
})
