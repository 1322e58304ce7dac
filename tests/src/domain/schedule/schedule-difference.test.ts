import { describe, expect, test } from 'vitest'
import { offset } from '../../../../src/domain/calendar/offset'
import {
  isSameSchedule,
  type ScheduleDifference,
  scheduleDifference,
} from '../../../../src/domain/schedule/schedule-difference'
import type { Antigen, Schedule, Series, SeriesDose } from '../../../../src/domain/schedule/schedule-types'
import { schedule } from './fixtures'

/** The shipped schedule with one antigen changed. */
function withAntigen(code: string, change: (antigen: Antigen) => Antigen): Schedule {
  return { ...schedule, antigens: schedule.antigens.map(it => (it.code === code ? change(it) : it)) }
}

function withDose(
  antigen: string,
  place: number,
  change: (dose: SeriesDose) => Partial<SeriesDose>,
): Schedule {
  const changed = (series: Series): Series => ({
    ...series,
    doses: series.doses.map((dose, index) => (index === place ? { ...dose, ...change(dose) } : dose)),
  })
  return withAntigen(antigen, it => ({
    ...it,
    series: it.series.map((one, index) => (index === 0 ? changed(one) : one)),
  }))
}

const changesIn = ({ antigens }: ScheduleDifference) =>
  antigens.flatMap(({ antigen, series }) =>
    series.flatMap(({ doses }) =>
      doses.flatMap(({ number, kind, changes }) =>
        changes.map(change => ({ antigen, number, of: kind, change })),
      ),
    ),
  )

describe('the difference between two schedules', () => {
  test('a schedule does not differ from a copy of itself', () => {
    const difference = scheduleDifference(schedule, structuredClone(schedule))
    expect(difference).toEqual({ antigens: [], campaignDosesCount: null })
    expect(isSameSchedule(difference)).toBe(true)
  })

  test('name, sources and signature of a version are no rules', () => {
    const signed: Schedule = {
      ...schedule,
      name: { vi: 'Khác', en: 'Other' },
      sources: ['another'],
      confirmation: 'confirmed',
      confirmedBy: 'BS. A',
    }
    expect(isSameSchedule(scheduleDifference(schedule, signed))).toBe(true)
  })

  test('an age that moved is named with both values', () => {
    const after = withDose('Measles', 0, ({ age }) => ({
      age: age.map(rule => ({ ...rule, min: offset('8 months') })),
    }))
    expect(changesIn(scheduleDifference(schedule, after))).toEqual([
      {
        antigen: 'Measles',
        number: 1,
        of: 'changed',
        change: { kind: 'age', field: 'min', old: offset('9 months'), new: offset('8 months') },
      },
    ])
  })

  test('an interval that moved, came or went is named by the dose it counts from', () => {
    const longer = withDose('HepB', 2, ({ intervals }) => ({
      intervals: intervals.map(rule => ({ ...rule, min: offset('2 months') })),
    }))
    expect(changesIn(scheduleDifference(schedule, longer)).map(({ change }) => change)).toEqual([
      {
        kind: 'interval',
        from: { kind: 'previous' },
        isAllowable: false,
        field: 'min',
        old: offset('1 month'),
        new: offset('2 months'),
      },
    ])
    const none = withDose('HepB', 2, () => ({ intervals: [] }))
    expect(changesIn(scheduleDifference(schedule, none)).map(({ change }) => change)).toEqual([
      { kind: 'interval-removed', from: { kind: 'previous' }, isAllowable: false },
    ])
    const back = changesIn(scheduleDifference(none, schedule)).map(({ change }) => change)
    expect(back).toMatchObject([
      { kind: 'interval', field: 'absMin', old: null },
      { kind: 'interval', field: 'min', old: null },
    ])
  })

  test('a product that is accepted now, or no longer, is named with its role and ages', () => {
    const after = withDose('BCG', 0, dose => ({
      preferableVaccines: [],
      allowableVaccines: [
        { vaccine: 'BCG_IVAC', beginAge: null, endAge: offset('12 months') },
        ...dose.allowableVaccines,
      ],
    }))
    const use = { beginAge: null, isForecast: false }
    expect(changesIn(scheduleDifference(schedule, after)).map(({ change }) => change)).toEqual([
      {
        kind: 'product',
        vaccine: 'BCG_IVAC',
        old: { ...use, role: 'preferable', endAge: null, isForecast: true },
        new: { ...use, role: 'allowable', endAge: offset('12 months') },
      },
    ])
  })

  test('a skip that came or went is given whole', () => {
    const [skip] = schedule.antigens.find(({ code }) => code === 'HepB')?.series[0]?.doses[0]?.skips ?? []
    const after = withDose('HepB', 0, ({ skips }) => ({ skips: skips.slice(1) }))
    const removed = changesIn(scheduleDifference(schedule, after)).map(({ change }) => change)
    expect(removed).toEqual([{ kind: 'skip-removed', skip }])
    const added = changesIn(scheduleDifference(after, schedule)).map(({ change }) => change)
    expect(added).toEqual([{ kind: 'skip-added', skip }])
  })

  test('a dose at the end of a series comes and goes as a dose', () => {
    const shorter = withAntigen('Measles', it => ({
      ...it,
      series: it.series.map(one => ({ ...one, doses: one.doses.slice(0, 1) })),
    }))
    const gone = scheduleDifference(schedule, shorter).antigens[0]?.series[0]?.doses
    expect(gone).toMatchObject([{ number: 2, kind: 'removed', changes: [] }])
    const come = scheduleDifference(shorter, schedule).antigens[0]?.series[0]?.doses[0]
    expect(come).toMatchObject({ number: 2, kind: 'added' })
    expect(come?.changes).toContainEqual({
      kind: 'age',
      field: 'earliestRec',
      old: null,
      new: offset('18 months'),
    })
  })

  test('antigens and series that came or went', () => {
    const without: Schedule = {
      ...schedule,
      antigens: schedule.antigens.filter(({ code }) => code !== 'HPV'),
    }
    expect(scheduleDifference(schedule, without).antigens).toMatchObject([
      { antigen: 'HPV', kind: 'removed', series: [] },
    ])
    expect(scheduleDifference(without, schedule).antigens).toMatchObject([
      { antigen: 'HPV', kind: 'added', rollOut: { old: null, new: 'partial' } },
    ])
    const renamed = withAntigen('BCG', it => ({
      ...it,
      series: it.series.map(one => ({ ...one, code: 'BCG-KHAC' })),
    }))
    expect(
      scheduleDifference(schedule, renamed).antigens[0]?.series.map(({ code, kind }) => [code, kind]),
    ).toEqual([
      ['BCG-KHAC', 'added'],
      ['BCG-TCMR', 'removed'],
    ])
  })

  test('roll-out, the choice between series, and whether campaign doses count', () => {
    const wide = withAntigen('Rotavirus', it => ({ ...it, rollOut: 'nationwide' }))
    expect(scheduleDifference(schedule, wide).antigens[0]?.rollOut).toEqual({
      old: 'partial',
      new: 'nationwide',
    })
    const chosen = withAntigen('BCG', it => ({
      ...it,
      series: it.series.map(one => ({ ...one, preference: 9 })),
    }))
    expect(scheduleDifference(schedule, chosen).antigens[0]?.series[0]?.changes).toEqual([
      { field: 'selection' },
    ])
    const counting = { ...schedule, campaignDosesCount: !schedule.campaignDosesCount }
    expect(scheduleDifference(schedule, counting).campaignDosesCount).toBe(true)
  })
})
