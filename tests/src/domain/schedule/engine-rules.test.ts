import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { forecastGroups } from '../../../../src/domain/schedule/vaccine-groups'
import { assessed, name, statuses } from './one-antigen'

describe('intervals', () => {
  const interval = { from: 'previous', absMin: '8 weeks', min: '8 weeks' }

  test('an allowable interval excuses a preferable one that fails', () => {
    const doses = [
      {},
      { intervals: [interval], allowableIntervals: [{ from: 'previous', absMin: '4 weeks' }] },
    ]
    const given = [
      ['2021-01-01', 'JEVAX'],
      ['2021-02-01', 'JEVAX'],
    ] as const
    expect(statuses(assessed([{ code: 'S', doses }], given, '2022-01-01'))).toEqual(['valid', 'valid'])
    const strict = [{}, { intervals: [interval] }]
    expect(statuses(assessed([{ code: 'S', doses: strict }], given, '2022-01-01'))).toEqual([
      'valid',
      'not-valid',
    ])
  })

  test('an interval may count from an earlier target', () => {
    const doses = [{}, {}, { intervals: [{ from: { target: 1 }, absMin: '6 months', min: '6 months' }] }]
    const given = [
      ['2021-01-01', 'JEVAX'],
      ['2021-05-01', 'JEVAX'],
      ['2021-06-30', 'JEVAX'],
    ] as const
    const result = assessed([{ code: 'S', doses }], given, '2021-06-30')
    expect(statuses(result)).toEqual(['valid', 'valid', 'not-valid'])
    expect(result.best[0]?.dates?.earliestOn).toBe('2021-07-01')
  })

  test('an inadvertent dose does not count and is no reference, but nothing is forecast before it', () => {
    const doses = [{}, { intervals: [interval], inadvertentVaccines: ['JEEV'] }]
    const result = assessed(
      [{ code: 'S', doses }],
      [
        ['2021-01-01', 'JEVAX'],
        ['2021-04-01', 'JEEV'],
      ],
      '2021-04-02',
    )
    expect(result.best[0]?.evaluations[1]).toMatchObject({
      status: 'not-valid',
      reasons: [{ code: 'inadvertent-vaccine' }],
    })
    expect(result.best[0]?.dates).toMatchObject({ earliestOn: '2021-04-01' })
  })

  test('rules are those of the day a dose was given, forecasts those of today', () => {
    const age = [
      { min: '12 months', absMin: '12 months', cessationOn: '2020-12-31' },
      { min: '6 months', absMin: '6 months', effectiveOn: '2021-01-01' },
    ]
    const before = assessed([{ code: 'S', doses: [{ age }] }], [['2020-10-01', 'JEVAX']], '2021-02-01')
    expect(statuses(before)).toEqual(['not-valid'])
    expect(before.best[0]?.dates?.candidates).toContainEqual(
      expect.objectContaining({ rule: 'minimum-age', on: '2020-07-01' }),
    )
  })
})

describe('skips, recurrence and seasons', () => {
  test('a second dose is skipped when the first came at 5 years or later', () => {
    const count = {
      type: 'vaccine-count',
      beginAge: '5 years',
      comparison: 'greater than',
      count: 0,
      doseType: 'valid',
    }
    const doses = [{}, { skips: [{ context: 'both', sets: [{ conditions: [count] }] }] }]
    expect(assessed([{ code: 'S', doses }], [['2025-02-01', 'JEVAX']], '2026-01-01').best[0]?.status).toBe(
      'complete',
    )
    expect(assessed([{ code: 'S', doses }], [['2021-02-01', 'JEVAX']], '2026-01-01').best[0]?.status).toBe(
      'not-complete',
    )
  })

  test('a forecast is validated: a target that may be skipped on its earliest day is not forecast', () => {
    const skips = [{ context: 'forecast', sets: [{ conditions: [{ type: 'age', beginAge: '2 years' }] }] }]
    const doses = [{}, { age: [{ min: '2 years' }], skips }, { age: [{ min: '4 years' }] }]
    const result = assessed([{ code: 'S', doses }], [['2021-01-01', 'JEVAX']], '2021-02-01')
    expect(result.best[0]).toMatchObject({
      targetDose: 3,
      doseNumber: 2,
      dates: { earliestOn: '2024-01-01' },
    })
  })

  test('a recurring dose comes back', () => {
    const doses = [{ recurs: true, intervals: [{ from: 'previous', absMin: '3 years', min: '3 years' }] }]
    const result = assessed([{ code: 'S', doses }], [['2021-01-01', 'JEVAX']], '2021-02-01')
    expect(result.best[0]).toMatchObject({
      status: 'not-complete',
      doseNumber: 2,
      dates: { earliestOn: '2024-01-01' },
    })
  })

  test.each([
    ['2021-06-01', 'not-complete'],
    ['2021-10-01', 'not-recommended'],
  ])('a season: on %s %s', (on, status) => {
    const doses = [{ season: { startOn: '2021-07-01', endOn: '2021-09-30' } }]
    expect(assessed([{ code: 'S', doses }], [], on).best[0]?.status).toBe(status)
  })
})

describe('immunity and contraindication', () => {
  const seen = (code: string) => ({ code, on: day('2021-01-01'), isActive: true })

  test.each([
    {
      why: 'immune by history',
      antigen: { immunity: [{ observationCode: 'had-je', text: name }] },
      code: 'had-je',
      status: 'immune',
    },
    {
      why: 'against the antigen',
      antigen: { contraindications: [{ observationCode: 'no', text: name }] },
      code: 'no',
      status: 'contraindicated',
    },
    {
      why: 'against its only product',
      antigen: { contraindications: [{ observationCode: 'no', text: name, vaccines: ['JEVAX'] }] },
      code: 'no',
      status: 'contraindicated',
    },
    {
      why: 'against another product',
      antigen: { contraindications: [{ observationCode: 'no', text: name, vaccines: ['JEEV'] }] },
      code: 'no',
      status: 'not-complete',
    },
    {
      why: 'an observation nobody made',
      antigen: { immunity: [{ observationCode: 'had-je', text: name }] },
      code: 'other',
      status: 'not-complete',
    },
  ])('$why: $status', ({ antigen, code, status }) => {
    const result = assessed([{ code: 'S', doses: [{}] }], [], '2022-01-01', {
      antigen,
      observations: [seen(code)],
    })
    expect(result.best[0]?.status).toBe(status)
  })
})

describe('the series shown', () => {
  const two = { code: 'TWO', default: true, preference: 1, doses: [{}, {}] }
  const one = {
    code: 'ONE',
    productPath: true,
    preference: 2,
    doses: [{ preferableVaccines: [{ vaccine: 'JEEV', forecast: true }] }],
  }

  test.each([
    { why: 'the default before the first dose', given: [], code: 'TWO' },
    { why: 'the one that is begun', given: [['2021-01-01', 'JEVAX']] as const, code: 'TWO' },
    { why: 'the one that is complete', given: [['2021-01-01', 'JEEV']] as const, code: 'ONE' },
  ])('$why', ({ given, code }) => {
    expect(assessed([two, one], given, '2022-01-01').best.map(({ seriesCode }) => seriesCode)).toEqual([code])
  })

  test('a series begun too late to start does not win', () => {
    const late = { ...two, code: 'LATE', default: false, maxAgeToStart: '1 year' }
    const catchUp = { code: 'CATCH-UP', preference: 3, doses: [{}] }
    const result = assessed([late, catchUp], [['2021-06-01', 'JEVAX']], '2022-01-01')
    expect(result.best.map(({ seriesCode }) => seriesCode)).toEqual(['CATCH-UP'])
  })

  test('a risk series stands beside the standard one only for those it is meant for', () => {
    const risk = {
      code: 'RISK',
      type: 'risk',
      group: 2,
      indications: [{ observationCode: 'travel', text: name }],
      doses: [{}],
    }
    const travel = [{ code: 'travel', on: day('2021-01-01'), isActive: true }]
    expect(assessed([two, risk], [], '2022-01-01').best.map(({ seriesCode }) => seriesCode)).toEqual(['TWO'])
    const both = assessed([two, risk], [], '2022-01-01', { observations: travel })
    expect(both.best.map(({ seriesCode }) => seriesCode)).toEqual(['TWO', 'RISK'])
    expect(forecastGroups(both.assessment, both.schedule).map(({ type }) => type)).toEqual([
      'standard',
      'risk',
    ])
  })
})
