import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import type { AntenatalVisit } from '../../../../src/domain/maternal/antenatal-visit'
import { newbornPlanOf } from '../../../../src/domain/maternal/newborn-plan'
import type { Pregnancy } from '../../../../src/domain/maternal/pregnancy'
import { needsReferral, type RiskFacts, risksOf } from '../../../../src/domain/maternal/pregnancy-risks'
import { plainPregnancy, plainVisit, shippedRules } from '../../../helpers/pregnancies'

const facts = (given: {
  readonly pregnancy?: Partial<Pregnancy>
  readonly visits?: readonly Partial<AntenatalVisit>[]
  readonly bornOn?: string
  readonly on?: string
}): RiskFacts => ({
  pregnancy: { ...plainPregnancy, ...given.pregnancy },
  bornOn: day(given.bornOn ?? '2000-05-01'),
  visits: (given.visits ?? []).map(visit => ({ ...plainVisit, ...visit })),
  dating: {
    by: 'period',
    reason: 'period-only',
    startOn: day('2026-01-01'),
    dueOn: day('2026-10-08'),
    periodDueOn: null,
    scanDueOn: null,
    scanLaterDays: null,
    allowedDays: null,
  },
  on: day(given.on ?? '2026-06-01'),
})
const codesOf = (given: Parameters<typeof facts>[0]) =>
  risksOf(shippedRules, facts(given)).map(({ code }) => code)

const cases: readonly (Parameters<typeof facts>[0] & {
  readonly why: string
  readonly is: readonly string[]
})[] = [
  { why: 'nothing is known', is: [] },
  { why: 'the day before 18', bornOn: '2008-06-02', is: ['age-under-18'] },
  { why: '18 today', bornOn: '2008-06-01', is: [] },
  { why: '35 today', bornOn: '1991-06-01', is: ['age-from-35'] },
  { why: '144.5 cm', pregnancy: { heightCm: 144.5 }, is: ['height-under-145'] },
  { why: '145 cm', pregnancy: { heightCm: 145 }, is: [] },
  { why: 'third pregnancy', pregnancy: { gravida: 3 }, is: [] },
  { why: 'fourth pregnancy', pregnancy: { gravida: 4 }, is: ['gravida-from-4'] },
  {
    why: 'an earlier preterm birth and two losses',
    pregnancy: { para: { term: 0, preterm: 1, lost: 2, living: 1 } },
    is: ['earlier-preterm', 'losses-from-2'],
  },
  { why: 'twins', pregnancy: { fetuses: 2 }, is: ['twins'] },
  { why: 'BMI 17.6', pregnancy: { heightCm: 160, weightBeforeKg: 45 }, is: ['thin'] },
  {
    why: 'an earlier caesarean was said',
    pregnancy: { riskCodes: ['earlier-caesarean'] },
    is: ['earlier-caesarean'],
  },
  { why: '139/89', visits: [{ systolic: 139, diastolic: 89 }], is: [] },
  { why: 'diastolic 90 alone', visits: [{ systolic: 120, diastolic: 90 }], is: ['high-pressure'] },
  { why: 'very high: said once', visits: [{ systolic: 165, diastolic: 100 }], is: ['severe-pressure'] },
  {
    why: 'it was high and is not any more',
    visits: [
      { visitedOn: day('2026-03-02'), systolic: 150, diastolic: 95 },
      { visitedOn: day('2026-04-02'), systolic: 120, diastolic: 80 },
    ],
    is: ['high-pressure'],
  },
  {
    why: 'anaemia is cured',
    visits: [
      { visitedOn: day('2026-03-02'), haemoglobin: 98 },
      { visitedOn: day('2026-05-02'), haemoglobin: 115 },
    ],
    is: [],
  },
  {
    why: 'the later visit did not measure it',
    visits: [{ visitedOn: day('2026-03-02'), haemoglobin: 98 }, { visitedOn: day('2026-05-02') }],
    is: ['anaemia'],
  },
  { why: 'severe anaemia', visits: [{ haemoglobin: 68 }], is: ['severe-anaemia'] },
  { why: 'protein 1+', visits: [{ urineProtein: '1+' }], is: ['protein'] },
  { why: 'protein trace', visits: [{ urineProtein: 'trace' }], is: [] },
  { why: 'the second twin’s heart', visits: [{ fetalHeartRates: [140, 175] }], is: ['fetal-rate'] },
  { why: 'breech at 20 weeks', visits: [{ visitedOn: day('2026-05-25'), presentation: 'breech' }], is: [] },
  {
    why: 'breech at 36 weeks',
    on: '2026-09-15',
    visits: [{ visitedOn: day('2026-09-10'), presentation: 'breech' }],
    is: ['not-cephalic'],
  },
  { why: '41+0', on: '2026-10-15', is: ['over-41-weeks'] },
  {
    why: 'tests',
    visits: [
      {
        tests: [
          { code: 'hbsag', result: 'positive', note: null },
          { code: 'hiv', result: 'negative', note: null },
          { code: 'glucose', result: 'positive', note: null },
        ],
      },
    ],
    is: ['hbsag-positive', 'diabetes'],
  },
]

describe('risks of a pregnancy', () => {
  test.each(cases)('$why: $is', ({ is, ...given }) => {
    expect(codesOf(given)).toEqual(is)
  })

  test('the gravest stands first, with what was measured and when', () => {
    const [first, second] = risksOf(
      shippedRules,
      facts({ pregnancy: { gravida: 5 }, visits: [{ systolic: 170, diastolic: 112 }] }),
    )
    expect(first).toMatchObject({
      code: 'severe-pressure',
      level: 'urgent',
      value: '170/112',
      on: '2026-03-02',
    })
    expect(second).toMatchObject({ code: 'gravida-from-4', level: 'high', value: 5, on: null })
  })

  test('a danger sign or an urgent finding of the visit asks for a referral; an old one does not', () => {
    const urgent = { ...plainVisit, systolic: 170, diastolic: 112 }
    const risks = risksOf(shippedRules, facts({ visits: [urgent] }))
    expect(needsReferral(urgent, risks)).toBe(true)
    expect(needsReferral({ dangerSigns: ['bleeding'], visitedOn: day('2026-05-02') }, [])).toBe(true)
    expect(needsReferral({ dangerSigns: [], visitedOn: day('2026-05-02') }, risks)).toBe(false)
  })
})

describe('what the newborn gets', () => {
  const hbsag = (result: 'positive' | 'negative' | 'pending', on = '2026-03-02') => ({
    ...plainVisit,
    visitedOn: day(on),
    tests: [{ code: 'hbsag', result, note: null }],
  })

  test('of a carrier: vaccine and immunoglobulin within 24 hours at two sites, tests at a year', () => {
    const plan = newbornPlanOf(shippedRules, [hbsag('positive')])
    expect(plan.hbsag).toBe('positive')
    expect(
      plan.steps.map(({ code, withinHours, atMonths, otherSite }) => [
        code,
        withinHours,
        atMonths,
        otherSite,
      ]),
    ).toEqual([
      ['hepb-birth-dose', 24, null, false],
      ['hbig', 24, null, true],
      ['hepb-series', null, 2, false],
      ['test-child', null, 12, false],
    ])
    expect(plan.childAlerts).toEqual(['mother-hbsag-positive'])
  })

  test('of a mother who is negative: the vaccine alone', () => {
    const plan = newbornPlanOf(shippedRules, [hbsag('negative')])
    expect(plan.steps.map(({ code }) => code)).toEqual(['hepb-birth-dose'])
    expect(plan.childAlerts).toEqual([])
  })

  test('not known: the mother is tested first', () => {
    const plan = newbornPlanOf(shippedRules, [hbsag('pending')])
    expect(plan.hbsag).toBe('unknown')
    expect(plan.steps.map(({ code }) => code)).toEqual(['test-mother', 'hepb-birth-dose'])
  })

  test('once positive stays positive; HIV is told as well', () => {
    const hiv = { ...plainVisit, tests: [{ code: 'hiv', result: 'positive' as const, note: null }] }
    const plan = newbornPlanOf(shippedRules, [hbsag('positive'), hbsag('negative', '2026-05-02'), hiv])
    expect(plan.hbsag).toBe('positive')
    expect(plan.childAlerts).toEqual(['mother-hbsag-positive', 'mother-hiv'])
  })
})
