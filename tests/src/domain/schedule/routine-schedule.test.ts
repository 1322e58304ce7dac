import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { assess } from '../../../../src/domain/schedule/assess'
import { buildChart } from '../../../../src/domain/schedule/chart'
import type { ImmunizationChart } from '../../../../src/domain/schedule/chart-types'
import { openTargets } from '../../../../src/domain/schedule/open-targets'
import { person, rowText } from './fixtures'

function todayOf(chart: ImmunizationChart): readonly string[] {
  return chart.today.map(({ label, vaccineCodes }) => `${label.vi}: ${vaccineCodes[0]}`)
}

describe('what is due at each age', () => {
  const upTo3Months = [
    ['2026-01-01', 'GENEHBVAX_05', 'BCG_IVAC'],
    ['2026-03-01', 'SII_PENTA', 'BOPV_POLYVAC'],
  ] as const
  test.each([
    {
      why: 'at birth',
      on: '2026-01-01',
      given: [],
      due: ['Viêm gan B sơ sinh: GENEHBVAX_05', 'BCG: BCG_IVAC'],
    },
    {
      why: 'the birth dose is no longer offered from 7 days',
      on: '2026-01-08',
      given: [],
      due: ['BCG: BCG_IVAC'],
    },
    { why: 'the day before 2 months', on: '2026-02-28', given: [upTo3Months[0]], due: [] },
    {
      why: 'at full 2 months',
      on: '2026-03-01',
      given: [upTo3Months[0]],
      due: ['5 trong 1 mũi 1: SII_PENTA', 'bOPV mũi 1: BOPV_POLYVAC'],
    },
    { why: 'a month less a day after dose 1', on: '2026-03-31', given: upTo3Months, due: [] },
    {
      why: 'a month after dose 1',
      on: '2026-04-01',
      given: upTo3Months,
      due: ['5 trong 1 mũi 2: SII_PENTA', 'bOPV mũi 2: BOPV_POLYVAC'],
    },
    {
      why: 'BCG until the day before 12 months',
      on: '2026-12-31',
      given: [['2026-01-01', 'GENEHBVAX_05']] as const,
      due: expect.arrayContaining(['BCG: BCG_IVAC']),
    },
    {
      why: 'no BCG from 12 months',
      on: '2027-01-01',
      given: [],
      due: expect.not.arrayContaining(['BCG: BCG_IVAC']),
    },
  ])('$why', ({ on, given, due }) => {
    expect(todayOf(buildChart(person('2026-01-01', on, given)))).toEqual(due)
  })

  test('one product serves several rows in one dose', () => {
    const chart = buildChart(person('2026-01-01', '2026-03-01', [['2026-01-01', 'GENEHBVAX_05', 'BCG_IVAC']]))
    expect(chart.today[0]).toMatchObject({
      rowCodes: ['HEPB', 'DTP'],
      antigens: expect.arrayContaining(['HepB', 'Hib', 'Tetanus']),
    })
  })

  test('oral and injected polio vaccine may be given on one day, whichever was typed first', () => {
    const chart = buildChart(
      person('2026-01-01', '2026-08-01', [['2026-08-01', 'IMOVAX_POLIO', 'BOPV_POLYVAC']]),
    )
    expect(rowText(chart, 'POLIO').slice(0, 2)).toEqual(['2026-08-01 IPV valid', '2026-08-01 bOPV valid'])
  })

  test('an unvaccinated child of 2 years starts every series once, with MR instead of measles alone', () => {
    const chart = buildChart(person('2024-05-18', '2026-11-22'))
    expect(todayOf(chart)).toEqual([
      '5 trong 1 mũi 1: SII_PENTA',
      'bOPV mũi 1: BOPV_POLYVAC',
      'IPV mũi 1: IMOVAX_POLIO',
      'Sởi – Rubella (MR): MRVAC',
      'Viêm não Nhật Bản mũi 1: JEVAX',
    ])
  })

  test('from 7 years Td takes the place of whole-cell vaccine', () => {
    expect(todayOf(buildChart(person('2018-05-18', '2026-11-22')))).toContain('Td mũi 1: TD_IVAC')
  })
})

describe('partial roll-out', () => {
  test.each([
    { why: 'is not forecast where the point does not offer it', more: {}, given: [], due: false },
    {
      why: 'is forecast where the point offers it',
      more: { offeredAntigens: ['Rotavirus'] },
      given: [],
      due: true,
    },
    { why: 'is continued once begun', more: {}, given: [['2026-03-01', 'ROTAVIN']] as const, due: true },
  ])('rotavirus $why', ({ more, given, due }) => {
    const chart = buildChart(person('2026-01-01', '2026-04-05', given, more))
    expect(chart.today.some(({ groupCode }) => groupCode === 'ROTA')).toBe(due)
  })

  test('HPV is for girls of 11 years', () => {
    const more = { offeredAntigens: ['HPV'] }
    const girl = buildChart(person('2015-05-18', '2026-11-22', [], more))
    const boy = buildChart(person('2015-05-18', '2026-11-22', [], { ...more, sex: 'male' }))
    expect(todayOf(girl)).toContain('HPV mũi 1: HPV_EPI')
    expect(boy.rows.some(({ code }) => code === 'HPV')).toBe(false)
  })
})

describe('fee-based products', () => {
  const chart = buildChart(
    person('2025-05-18', '2026-11-22', [
      ['2025-05-18', 'ENGERIX_05'],
      ['2025-05-20', 'BCG_IVAC'],
      ['2025-07-20', 'HEXAXIM', 'PREVENAR13'],
      ['2025-08-20', 'HEXAXIM', 'PREVENAR13'],
      ['2025-09-20', 'HEXAXIM', 'PREVENAR13'],
      ['2026-02-20', 'PRIORIX', 'IMOJEV'],
      ['2026-06-20', 'MMR_II', 'VARIVAX'],
      ['2026-09-20', 'HEXAXIM', 'PREVENAR13'],
    ]),
  )

  test.each(['HEPB', 'DTP', 'POLIO', 'MR', 'PCV'])('complete row %s', code => {
    expect(chart.rows.find(row => row.code === code)?.status).toBe('complete')
  })

  test('the second varicella dose is late; the second live JE dose waits a year', () => {
    expect(todayOf(chart)).toEqual(['Thủy đậu mũi 2: VARIVAX'])
    expect(chart.next).toMatchObject({ on: '2027-02-20' })
  })

  test('a product without rules is shown and not judged', () => {
    const born = buildChart(person('2026-01-01', '2026-01-02', [['2026-01-01', 'HBIG']]))
    expect(rowText(born, 'OTHER')).toEqual(['2026-01-01 HBIG not-evaluated'])
    expect(born.problems).toEqual([{ doseId: '2026-01-01 HBIG', code: 'not-in-schedule' }])
  })

  test('after 6 in 1 a child goes on with 6 in 1, in one dose for every antigen', () => {
    const moved = buildChart(
      person('2026-01-01', '2026-04-10', [
        ['2026-01-01', 'ENGERIX_05', 'BCG_IVAC'],
        ['2026-03-05', 'HEXAXIM'],
      ]),
    )
    expect(todayOf(moved)).toEqual(['6 trong 1 mũi 2: HEXAXIM'])
    expect(moved.today[0]?.antigens).toEqual(expect.arrayContaining(['HepB', 'Hib', 'Polio', 'Tetanus']))
  })

  test('after 6 in 1 and then 5 in 1 the programme goes on, and polio is counted apart', () => {
    const moved = buildChart(
      person('2026-01-01', '2026-05-10', [
        ['2026-01-01', 'ENGERIX_05', 'BCG_IVAC'],
        ['2026-03-05', 'HEXAXIM'],
        ['2026-04-10', 'SII_PENTA', 'BOPV_POLYVAC'],
      ]),
    )
    expect(todayOf(moved)).toEqual(['5 trong 1 mũi 3: SII_PENTA', 'bOPV mũi 3: BOPV_POLYVAC'])
  })

  test('5 in 1 with polio leaves hepatitis B to a vaccine of its own on the same day', () => {
    const begun = buildChart(
      person('2026-01-01', '2026-04-10', [
        ['2026-01-01', 'ENGERIX_05', 'BCG_IVAC'],
        ['2026-03-05', 'PENTAXIM'],
      ]),
    )
    expect(todayOf(begun)).toEqual([
      'Viêm gan B mũi 2: GENEHBVAX_05',
      '5 trong 1 (có bại liệt) mũi 2: PENTAXIM',
    ])
  })

  test('nothing is proposed on top of a dose of the same antigen given today', () => {
    const given = buildChart(
      person('2020-01-31', '2021-07-31', [
        ['2021-01-31', 'TWINRIX'],
        ['2021-07-31', 'SII_PENTA'],
      ]),
    )
    expect(given.today.some(({ vaccineCodes }) => vaccineCodes.includes('TWINRIX'))).toBe(false)
  })

  test('a Tdap of an adult is followed by the next after ten years; childhood doses are not shown as too early', () => {
    const adult = buildChart(
      person('2000-01-01', '2026-11-22', [
        ['2000-03-01', 'DPT_IVAC'],
        ['2020-04-01', 'BOOSTRIX'],
      ]),
    )
    expect(rowText(adult, 'TD-NL')).toEqual([
      '2020-04-01 Boostrix valid',
      'later Td, Tdap nhắc (người lớn) 2030-04-01',
    ])
  })

  test('RotaTeq begun is finished with RotaTeq', () => {
    const begun = buildChart(person('2026-01-01', '2026-04-10', [['2026-03-05', 'ROTATEQ']]))
    expect(todayOf(begun)).toContain('Rota mũi 2: ROTATEQ')
  })
})

describe('tetanus in pregnancy', () => {
  const woman = person('1996-05-18', '2026-11-22', [['2026-10-01', 'TT_IVAC']])
  const pregnant = {
    ...woman,
    person: { ...woman.person, observations: [{ code: 'pregnant', on: day('2026-09-01'), isActive: true }] },
  }

  test('is forecast for a pregnant woman only', () => {
    expect(todayOf(buildChart(pregnant))).toEqual(['Uốn ván (thai phụ) mũi 2: TT_IVAC'])
    expect(buildChart(woman).today).toEqual([])
  })

  test('dose 3 comes 6 months after dose 2', () => {
    expect(buildChart(pregnant).next).toMatchObject({ on: '2027-05-22' })
  })
  test('doses of her childhood are not shown as wrong in the row of her pregnancy, and spare her two doses', () => {
    const childhood = person('1998-03-15', '2026-11-22', [
      ['1998-05-20', 'DPT_IVAC'],
      ['1998-06-20', 'DPT_IVAC'],
      ['1998-07-20', 'DPT_IVAC'],
      ['2026-10-01', 'TT_IVAC'],
    ])
    const chart = buildChart({
      ...childhood,
      person: { ...childhood.person, ...pregnant.person, birthDate: day('1998-03-15') },
    })
    expect(rowText(chart, 'TETANUS-PREGNANCY')).toEqual([
      '2026-10-01 Uốn ván (VAT) valid',
      'due Uốn ván (thai phụ) mũi 2 2026-11-01',
      'later Uốn ván (thai phụ) mũi 3 2027-11-22 projected',
    ])
    expect(rowText(chart, 'DTP').slice(0, 3)).toEqual([
      '1998-05-20 DPT valid',
      '1998-06-20 DPT valid',
      '1998-07-20 DPT valid',
    ])
  })
})

test('a fee-based booster after the programme is asked for only where the point offers it', () => {
  const jevax = [
    ['2022-01-10', 'JEVAX'],
    ['2022-01-18', 'JEVAX'],
    ['2023-01-18', 'JEVAX'],
  ] as const
  const boosters = (offeredAntigens: readonly string[]) =>
    openTargets(assess(person('2021-01-01', '2026-11-22', jevax, { offeredAntigens })))
      .filter(({ antigen }) => antigen === 'JE')
      .map(({ dates }) => dates.recommendedOn)
  expect(boosters([])).toEqual([])
  expect(boosters(['JE-Jevax-nhac'])).toEqual(['2026-01-18'])
})
