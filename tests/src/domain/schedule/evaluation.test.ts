import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { buildChart } from '../../../../src/domain/schedule/chart'
import { person, rowText, schedule } from './fixtures'

type Given = Parameters<typeof person>[2]
function lastCell(born: string, given: NonNullable<Given>, row: string) {
  const chart = buildChart(person(born, '2026-11-22', given))
  return rowText(chart, row)
    .filter(text => /^\d/.test(text))
    .at(-1)
}

describe('a dose is judged by age', () => {
  test.each([
    {
      why: '5-in-1 a day before 2 months',
      born: '2025-05-18',
      given: [['2025-07-17', 'SII_PENTA']],
      row: 'DTP',
      cell: '2025-07-17 5 trong 1 not-valid too-young vaccine-too-young',
    },
    {
      why: '5-in-1 at full 2 months',
      born: '2025-05-18',
      given: [['2025-07-18', 'SII_PENTA']],
      row: 'DTP',
      cell: '2025-07-18 5 trong 1 valid',
    },
    {
      why: 'born on the 31st: 2 months is the first of the month after',
      born: '2024-12-31',
      given: [['2025-02-28', 'SII_PENTA']],
      row: 'DTP',
      cell: '2025-02-28 5 trong 1 not-valid too-young vaccine-too-young',
    },
    {
      why: 'measles a day before 9 months',
      born: '2025-05-18',
      given: [['2026-02-17', 'MVVAC']],
      row: 'MR',
      cell: '2026-02-17 Sởi not-valid zero-dose',
    },
    {
      why: 'measles at 9 months',
      born: '2025-05-18',
      given: [['2026-02-18', 'MVVAC']],
      row: 'MR',
      cell: '2026-02-18 Sởi valid',
    },
    {
      why: 'BCG on the day before 12 months',
      born: '2025-05-18',
      given: [['2026-05-17', 'BCG_IVAC']],
      row: 'BCG',
      cell: '2026-05-17 BCG valid',
    },
    {
      why: 'BCG at 12 months',
      born: '2025-05-18',
      given: [['2026-05-18', 'BCG_IVAC']],
      row: 'BCG',
      cell: '2026-05-18 BCG extraneous too-old',
    },
    {
      why: 'rotavirus at 6 months',
      born: '2025-05-18',
      given: [['2025-11-18', 'ROTAVIN']],
      row: 'ROTA',
      cell: '2025-11-18 Rotavin extraneous too-old vaccine-too-old',
    },
    {
      why: 'rotavirus the day before',
      born: '2025-05-18',
      given: [['2025-11-17', 'ROTAVIN']],
      row: 'ROTA',
      cell: '2025-11-17 Rotavin valid',
    },
    {
      why: 'Jevax at 12 months less a day',
      born: '2025-05-18',
      given: [['2026-05-17', 'JEVAX']],
      row: 'JE',
      cell: '2026-05-17 Jevax not-valid too-young vaccine-too-young',
    },
  ] as const)('$why', ({ born, given, row, cell }) => {
    expect(lastCell(born, given, row)).toBe(cell)
  })
})

describe('a dose is judged by interval', () => {
  test.each([
    {
      why: '5-in-1 dose 2 after 30 of 31 days',
      given: [
        ['2025-07-20', 'SII_PENTA'],
        ['2025-08-19', 'SII_PENTA'],
      ],
      row: 'DTP',
      cell: '2025-08-19 5 trong 1 not-valid interval-too-short',
    },
    {
      why: '5-in-1 dose 2 after a calendar month',
      given: [
        ['2025-07-20', 'SII_PENTA'],
        ['2025-08-20', 'SII_PENTA'],
      ],
      row: 'DTP',
      cell: '2025-08-20 5 trong 1 valid',
    },
    {
      why: 'an invalid dose is a reference too',
      given: [
        ['2025-07-20', 'SII_PENTA'],
        ['2025-08-10', 'SII_PENTA'],
        ['2025-09-01', 'SII_PENTA'],
      ],
      row: 'DTP',
      cell: '2025-09-01 5 trong 1 not-valid interval-too-short',
    },
    {
      why: 'Jevax dose 2 after 6 days',
      given: [
        ['2026-05-22', 'JEVAX'],
        ['2026-05-28', 'JEVAX'],
      ],
      row: 'JE',
      cell: '2026-05-28 Jevax not-valid interval-too-short',
    },
    {
      why: 'Jevax dose 2 after 7 days',
      given: [
        ['2026-05-22', 'JEVAX'],
        ['2026-05-29', 'JEVAX'],
      ],
      row: 'JE',
      cell: '2026-05-29 Jevax valid',
    },
    {
      why: 'live after live, 27 days',
      given: [
        ['2026-06-01', 'IMOJEV'],
        ['2026-06-28', 'MVVAC'],
      ],
      row: 'MR',
      cell: '2026-06-28 Sởi not-valid vaccine-conflict',
    },
    {
      why: 'live after live, 28 days',
      given: [
        ['2026-06-01', 'IMOJEV'],
        ['2026-06-29', 'MVVAC'],
      ],
      row: 'MR',
      cell: '2026-06-29 Sởi valid',
    },
    {
      why: 'live with live on one day',
      given: [['2026-06-01', 'IMOJEV', 'MVVAC']],
      row: 'MR',
      cell: '2026-06-01 Sởi valid',
    },
    {
      why: 'live after oral live',
      given: [
        ['2026-06-01', 'BOPV_POLYVAC'],
        ['2026-06-03', 'MVVAC'],
      ],
      row: 'MR',
      cell: '2026-06-03 Sởi valid',
    },
  ] as const)('$why', ({ given, row, cell }) => {
    expect(lastCell('2025-05-18', given, row)).toBe(cell)
  })

  test('where "01 tháng" is set to 28 days, 28 days are enough', () => {
    const input = person('2025-05-18', '2026-11-22', [
      ['2025-07-20', 'SII_PENTA'],
      ['2025-08-17', 'SII_PENTA'],
    ])
    expect(rowText(buildChart(input), 'DTP')[1]).toContain('not-valid')
    const antigens = schedule.antigens.map(antigen => ({
      ...antigen,
      series: antigen.series.map(series => ({
        ...series,
        doses: series.doses.map(dose => ({
          ...dose,
          intervals: dose.intervals.map(it =>
            it.absMin?.months === 1 ? { ...it, absMin: { years: 0, months: 0, days: 28 } } : it,
          ),
        })),
      })),
    }))
    expect(rowText(buildChart({ ...input, schedule: { ...schedule, antigens } }), 'DTP')[1]).toContain(
      ' valid',
    )
  })
})

describe('a dose that cannot count', () => {
  const input = person('2025-05-18', '2026-11-22', [['2025-07-20', 'SII_PENTA']])
  test.each([
    {
      why: 'lot expired the day before',
      more: { lotExpiresOn: day('2025-07-19') },
      status: 'substandard',
      code: 'lot-expired',
    },
    { why: 'cold chain broken', more: { isFlagged: true }, status: 'substandard', code: 'dose-flagged' },
    { why: 'campaign', more: { isCampaign: true }, status: 'extraneous', code: 'campaign-dose' },
  ])('$why', ({ more, status, code }) => {
    const chart = buildChart({ ...input, doses: input.doses.map(dose => ({ ...dose, ...more })) })
    const row = chart.rows.find(it => it.code === 'DTP')
    expect(row?.cells[0]).toMatchObject({ status, reasons: [{ code }] })
    expect(row?.cells[1]).toMatchObject({ label: { vi: '5 trong 1 mũi 1' } })
  })

  test('a lot is good on the day it expires', () => {
    const doses = input.doses.map(dose => ({ ...dose, lotExpiresOn: dose.givenOn }))
    expect(rowText(buildChart({ ...input, doses }), 'DTP')[0]).toContain(' valid')
  })

  test('doses before birth, in the future or of an unknown product are reported and left out', () => {
    const doses = [
      { id: 'before', vaccineCode: 'BCG_IVAC', givenOn: day('2025-05-17') },
      { id: 'after', vaccineCode: 'BCG_IVAC', givenOn: day('2026-11-23') },
      { id: 'unknown', vaccineCode: 'NO_SUCH', givenOn: day('2026-01-01') },
    ]
    const chart = buildChart({ ...input, doses })
    expect(chart.problems.map(({ code }) => code)).toEqual([
      'before-birth',
      'after-assessment',
      'unknown-vaccine',
    ])
    expect(rowText(chart, 'BCG')).toEqual(['aged-out - -'])
    expect(rowText(chart, 'OTHER')).toEqual(['2026-01-01 NO_SUCH not-evaluated'])
  })
})
