import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { buildChart, nextVisitAfter } from '../../../../src/domain/schedule/chart'
import { person, rowText } from './fixtures'

const history = [
  ['2025-05-18', 'GENEHBVAX_05'],
  ['2025-05-25', 'BCG_IVAC'],
  ['2025-07-20', 'SII_PENTA', 'BOPV_POLYVAC', 'ROTAVIN'],
  ['2025-08-24', 'SII_PENTA', 'BOPV_POLYVAC', 'ROTAVIN'],
  ['2025-09-26', 'SII_PENTA', 'BOPV_POLYVAC'],
  ['2025-10-18', 'IMOVAX_POLIO'],
  ['2026-02-20', 'MVVAC'],
  ['2026-05-22', 'JEVAX'],
  ['2026-05-26', 'JEVAX'],
] as const

describe('a girl of 18 months and 4 days with an early JE dose', () => {
  const input = person('2025-05-18', '2026-11-22', history)
  const chart = buildChart(input)

  test.each([
    [
      'HEPB',
      [
        '2025-05-18 VGB sơ sinh valid',
        '2025-07-20 5 trong 1 valid',
        '2025-08-24 5 trong 1 valid',
        '2025-09-26 5 trong 1 valid',
      ],
    ],
    ['BCG', ['2025-05-25 BCG valid']],
    [
      'DTP',
      [
        '2025-07-20 5 trong 1 valid',
        '2025-08-24 5 trong 1 valid',
        '2025-09-26 5 trong 1 valid',
        'due DPT mũi 4 2026-11-18',
      ],
    ],
    [
      'POLIO',
      [
        '2025-07-20 bOPV valid',
        '2025-08-24 bOPV valid',
        '2025-09-26 bOPV valid',
        '2025-10-18 IPV valid',
        'overdue IPV mũi 2 2026-02-18',
      ],
    ],
    ['MR', ['2026-02-20 Sởi valid', 'due Sởi – Rubella (MR) 2026-11-18']],
    [
      'JE',
      [
        '2026-05-22 Jevax valid',
        '2026-05-26 Jevax not-valid interval-too-short',
        'overdue Viêm não Nhật Bản mũi 2 2026-06-02',
        'later Viêm não Nhật Bản mũi 3 2027-11-22 projected',
      ],
    ],
    ['ROTA', ['2025-07-20 Rotavin valid', '2025-08-24 Rotavin valid']],
  ])('row %s', (code, cells) => {
    expect(rowText(chart, code)).toEqual(cells)
  })

  test('rows the programme does not reach, or the age does not, are not shown', () => {
    expect(chart.rows.map(({ code }) => code)).toEqual(['HEPB', 'BCG', 'DTP', 'POLIO', 'MR', 'JE', 'ROTA'])
  })

  test('the early dose says how early, and counts as reference for the repeat', () => {
    const early = chart.rows.find(({ code }) => code === 'JE')?.cells[1]
    expect(early).toMatchObject({
      status: 'not-valid',
      reasons: [{ code: 'interval-too-short', days: 4, requiredDays: 7, earliestOn: '2026-05-29' }],
    })
  })

  test('today: four doses, one product each, in the order of the matrix', () => {
    expect(chart.today.map(({ label, vaccineCodes, status }) => [label.vi, vaccineCodes[0], status])).toEqual(
      [
        ['DPT mũi 4', 'DPT_IVAC', 'due'],
        ['IPV mũi 2', 'IMOVAX_POLIO', 'overdue'],
        ['Sởi – Rubella (MR)', 'MRVAC', 'due'],
        ['Viêm não Nhật Bản mũi 2', 'JEVAX', 'overdue'],
      ],
    )
    expect(chart.today.find(({ groupCode }) => groupCode === 'JE')?.reasons[1]).toMatchObject({
      code: 'repeat-dose',
      givenOn: '2026-05-26',
    })
  })

  test('the next visit is JE dose 3 a year later; if JE is left out today, it is due again tomorrow', () => {
    expect(chart.next).toMatchObject({ on: '2027-11-22', labels: [{ vi: 'Viêm não Nhật Bản mũi 3' }] })
    const given = ['DPT_IVAC', 'IMOVAX_POLIO', 'MRVAC'].map(vaccineCode => ({
      vaccineCode,
      givenOn: day('2026-11-22'),
    }))
    expect(nextVisitAfter(input, given)).toMatchObject({
      on: '2026-11-23',
      labels: [{ vi: 'Viêm não Nhật Bản mũi 2' }],
    })
  })

  test('the schedule of the day is named, and that nobody confirmed it', () => {
    expect(chart).toMatchObject({
      confirmation: 'unconfirmed',
      isOutOfForce: false,
      scheduleCode: 'TCMR-2026B',
    })
  })

  test('the order in which doses were typed changes nothing', () => {
    expect(buildChart({ ...input, doses: input.doses.toReversed() })).toEqual(chart)
  })
})
