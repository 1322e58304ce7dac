import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { forecastGroups } from '../../../../src/domain/schedule/vaccine-groups'
import { assessed, statuses } from './one-antigen'

describe('immunity by birth', () => {
  const rule = { bornBefore: '2020-01-02', birthCountry: null, exclusions: ['works-with-patients'] }
  const status = (immunityByBirth: readonly object[], more: Parameters<typeof assessed>[3] = {}) =>
    assessed([{ code: 'S', doses: [{}] }], [], '2022-01-01', { ...more, antigen: { immunityByBirth } })
      .best[0]?.status

  test('the day itself is outside', () => {
    expect(status([rule])).toBe('immune')
    expect(status([{ ...rule, bornBefore: '2020-01-01' }])).toBe('not-complete')
    expect(status([])).toBe('not-complete')
  })

  test('an exclusion takes it away', () => {
    const observations = [{ code: 'works-with-patients', on: null, isActive: true }]
    expect(status([rule], { observations })).toBe('not-complete')
  })

  test('a country, where named, must be known and the same', () => {
    const local = [{ ...rule, birthCountry: 'VN' }]
    expect(status(local, { person: { birthCountry: 'VN' } })).toBe('immune')
    expect(status(local, { person: { birthCountry: 'LA' } })).toBe('not-complete')
    expect(status(local)).toBe('not-complete')
  })
})

describe('products of one manufacturer', () => {
  const doses = [{ preferableVaccines: [{ vaccine: 'JEVAX', manufacturer: 'VBT', forecast: true }] }]
  const given = [['2021-01-01', 'JEVAX']] as const

  test.each([
    { manufacturerCode: 'VBT', expected: 'valid' },
    { manufacturerCode: 'XYZ', expected: 'not-valid' },
    { manufacturerCode: undefined, expected: 'not-valid' },
  ])('made by $manufacturerCode: $expected', ({ manufacturerCode, expected }) => {
    const more = manufacturerCode === undefined ? {} : { manufacturerCode }
    expect(statuses(assessed([{ code: 'S', doses }], given, '2022-01-01', more))).toEqual([expected])
  })

  test('an allowable row without a manufacturer still takes it', () => {
    const open = doses.map(dose => ({ ...dose, allowableVaccines: [{ vaccine: 'JEVAX' }] }))
    expect(statuses(assessed([{ code: 'S', doses: open }], given, '2022-01-01'))).toEqual(['valid'])
  })
})

describe('an interval from an observation', () => {
  const interval = { from: { observation: 'treated' }, absMin: '6 months', min: '6 months' }
  const series = [{ code: 'S', doses: [{ intervals: [interval] }] }]
  const seenOn = (on: string | null) => [
    { code: 'treated', on: on === null ? null : day(on), isActive: true },
  ]
  const given = [['2021-01-01', 'JEVAX']] as const

  test.each([
    { on: '2020-07-01', expected: 'valid' },
    { on: '2020-07-02', expected: 'not-valid' },
    { on: '2021-06-01', expected: 'not-valid' },
    { on: null, expected: 'valid' },
  ])('observed on $on: $expected', ({ on, expected }) => {
    const result = assessed(series, given, '2022-01-01', { observations: seenOn(on) })
    expect(statuses(result)).toEqual([expected])
  })
})

describe('a season', () => {
  const season = { startOn: '2021-10-01', endOn: '2022-03-31' }
  const forecast = (on: string, rule: object) =>
    assessed([{ code: 'S', doses: [{ season: rule }] }], [], on).best[0]

  test('the dose waits for its start, and after its last day is not recommended', () => {
    expect(forecast('2021-06-01', season)?.dates?.earliestOn).toBe('2021-10-01')
    expect(forecast('2022-03-31', season)?.status).toBe('not-complete')
    expect(forecast('2022-04-01', season)?.status).toBe('not-recommended')
  })

  test('without an end it stays open', () => {
    expect(forecast('2030-01-01', { ...season, endOn: null })?.status).toBe('not-complete')
  })
})

test('each best series of a group with one antigen is a forecast of its own', () => {
  const child = { code: 'CHILD', default: true, doses: [{ age: [{ max: '1 year' }] }] }
  const elder = { code: 'ELDER', group: 2, default: true, doses: [{ age: [{ min: '50 years' }] }] }
  const { assessment, schedule } = assessed([child, elder], [], '2022-01-01')
  expect(forecastGroups(assessment, schedule).map(({ status, earliestOn }) => [status, earliestOn])).toEqual([
    ['aged-out', null],
    ['not-complete', '2070-01-01'],
  ])
})
