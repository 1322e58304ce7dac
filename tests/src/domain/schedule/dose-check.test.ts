import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { checkDose } from '../../../../src/domain/schedule/dose-check'
import { person } from './fixtures'

const base = person('2025-05-18', '2026-06-10', [
  ['2026-02-20', 'MVVAC'],
  ['2026-06-10', 'JEVAX'],
])

describe('checkDose refuses', () => {
  test.each([
    { why: 'a day before birth', vaccineCode: 'BCG_IVAC', givenOn: '2025-05-17', code: 'dose.before-birth' },
    { why: 'tomorrow', vaccineCode: 'BCG_IVAC', givenOn: '2026-06-11', code: 'dose.in-future' },
    {
      why: 'an unknown product',
      vaccineCode: 'NO_SUCH',
      givenOn: '2026-06-10',
      code: 'dose.unknown-vaccine',
    },
    {
      why: 'the same product twice a day',
      vaccineCode: 'JEVAX',
      givenOn: '2026-06-10',
      code: 'dose.duplicate-same-day',
    },
    {
      why: 'the same antigen twice a day',
      vaccineCode: 'IMOJEV',
      givenOn: '2026-06-10',
      code: 'dose.duplicate-same-day',
    },
  ])('$why', ({ vaccineCode, givenOn, code }) => {
    const { refusals, warnings } = checkDose(base, { vaccineCode, givenOn: day(givenOn) })
    expect(refusals.map(it => it.code)).toEqual([code])
    expect(warnings).toEqual([])
  })
})

describe('checkDose warns', () => {
  test.each([
    {
      why: 'too early after the last dose',
      given: [['2026-06-05', 'JEVAX']],
      code: 'JEVAX',
      warning: {
        code: 'dose.not-valid',
        antigens: ['JE'],
        reasons: [{ code: 'interval-too-short', days: 5, requiredDays: 7 }],
      },
    },
    {
      why: 'live vaccine 10 days after another',
      given: [['2026-05-31', 'IMOJEV']],
      code: 'MVVAC',
      warning: {
        code: 'dose.not-valid',
        antigens: ['Measles'],
        reasons: [{ code: 'vaccine-conflict', days: 10, requiredDays: 28 }],
      },
    },
    {
      why: 'the same for a fee-based product',
      given: [['2026-05-31', 'MVVAC']],
      code: 'VARIVAX',
      warning: { code: 'dose.not-valid', reasons: [{ code: 'vaccine-conflict', otherVaccineCode: 'MVVAC' }] },
    },
    {
      why: 'rotavirus after 6 months',
      given: [],
      code: 'ROTAVIN',
      warning: {
        code: 'dose.not-valid',
        antigens: ['Rotavirus'],
        reasons: [{ code: 'too-old' }],
      },
    },
    {
      why: 'a second BCG',
      given: [['2025-05-20', 'BCG_IVAC']],
      code: 'BCG_IVAC',
      warning: { code: 'dose.not-needed', antigens: ['BCG'] },
    },
    { why: 'a product without rules', given: [], code: 'HBIG', warning: { code: 'dose.not-in-schedule' } },
    {
      why: 'dose 4 of 6-in-1 before a year after dose 3',
      given: [
        ['2025-07-18', 'HEXAXIM'],
        ['2025-08-18', 'HEXAXIM'],
        ['2025-09-18', 'HEXAXIM'],
      ],
      code: 'HEXAXIM',
      warning: { code: 'dose.not-due', recommendedOn: '2026-09-18' },
    },
  ] as const)('$why', ({ given, code, warning }) => {
    const input = person('2025-05-18', '2026-06-10', given)
    const check = checkDose(input, { vaccineCode: code, givenOn: day('2026-06-10') })
    expect(check.refusals).toEqual([])
    const found = check.warnings.find(it => it.code === warning.code)
    expect(found).toMatchObject(warning)
  })

  test('a forgotten dose from a card that makes a later one too early', () => {
    const input = person('2025-05-18', '2026-06-10', [['2026-05-29', 'JEVAX']])
    const { warnings } = checkDose(input, { vaccineCode: 'JEVAX', givenOn: day('2026-05-25') })
    expect(warnings).toEqual([{ code: 'dose.conflicts-with-later', doseIds: ['2026-05-29 JEVAX'] }])
  })

  test.each([
    ['bOPV with IPV on one day', [['2026-06-10', 'BOPV_POLYVAC']], 'IMOVAX_POLIO'],
    ['a second live vaccine on one day', [['2026-06-10', 'MVVAC']], 'VARIVAX'],
    ['a due dose', [], 'MVVAC'],
    ['a campaign dose beyond the series', [['2025-05-20', 'BCG_IVAC']], 'MRVAC'],
  ] as const)('not about %s', (_why, given, vaccineCode) => {
    const input = person('2025-05-18', '2026-06-10', given)
    const planned = { vaccineCode, givenOn: day('2026-06-10'), isCampaign: vaccineCode === 'MRVAC' }
    expect(checkDose(input, planned)).toEqual({ refusals: [], warnings: [] })
  })
})
