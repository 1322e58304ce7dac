import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { offset } from '../../../../src/domain/calendar/offset'
import { type ProtectionRule, protectedAtBirth } from '../../../../src/domain/schedule/protected-at-birth'

type Row = { doses: number; lastBefore: string; within: string | null; source: string; confirmedBy: null }
const file: { readonly protectedAtBirth: readonly Row[] } = JSON.parse(
  readFileSync(new URL('../../../../resources/schedules/vn/uon-van-phu-nu.json', import.meta.url), 'utf8'),
)
const rules: readonly ProtectionRule[] = file.protectedAtBirth.map(({ lastBefore, within, ...row }) => ({
  ...row,
  lastBefore: offset(lastBefore),
  within: within === null ? null : offset(within),
}))

function judged(born: string, ...doses: readonly string[]) {
  return protectedAtBirth(rules, doses.map(day), day(born))
}

/** WHO's counting with the month before delivery of QĐ 845/2010. */
describe('protected at birth', () => {
  test.each([
    { why: 'no dose', born: '2026-06-15', doses: [], reason: { code: 'no-dose' } },
    {
      why: 'one dose is not enough',
      born: '2026-06-15',
      doses: ['2026-01-10'],
      reason: { code: 'too-few-doses', doses: 1, required: 2 },
    },
    {
      why: 'dose 2 a month less a day before birth comes too late',
      born: '2026-06-15',
      doses: ['2026-03-10', '2026-05-16'],
      reason: { code: 'last-dose-too-late', lastOn: '2026-05-16', protectsFrom: '2026-06-16' },
    },
    {
      why: 'dose 2 exactly a month before birth',
      born: '2026-06-15',
      doses: ['2026-03-10', '2026-05-15'],
      reason: { code: 'protected', doses: 2, lastOn: '2026-05-15', endsOn: '2029-05-15' },
    },
    {
      why: 'dose 2 on 31 January protects from 1 March, for 31 February does not exist',
      born: '2026-02-28',
      doses: ['2025-12-20', '2026-01-31'],
      reason: { code: 'last-dose-too-late', lastOn: '2026-01-31', protectsFrom: '2026-03-01' },
    },
    {
      why: 'two doses, birth on the last day of three years',
      born: '2026-05-14',
      doses: ['2023-03-10', '2023-05-15'],
      reason: { code: 'protected', doses: 2, lastOn: '2023-05-15', endsOn: '2026-05-15' },
    },
    {
      why: 'two doses, birth three years later',
      born: '2026-05-15',
      doses: ['2023-03-10', '2023-05-15'],
      reason: { code: 'protection-ended', doses: 2, lastOn: '2023-05-15', endedOn: '2026-05-15' },
    },
    {
      why: 'three doses protect for five years',
      born: '2026-05-14',
      doses: ['2020-01-01', '2020-02-01', '2021-05-15'],
      reason: { code: 'protected', doses: 3, lastOn: '2021-05-15', endsOn: '2026-05-15' },
    },
    {
      why: 'three doses, five years later',
      born: '2026-05-15',
      doses: ['2020-01-01', '2020-02-01', '2021-05-15'],
      reason: { code: 'protection-ended', doses: 3, lastOn: '2021-05-15', endedOn: '2026-05-15' },
    },
    {
      why: 'four doses protect for ten years',
      born: '2026-05-14',
      doses: ['2013-01-01', '2013-02-01', '2014-05-15', '2016-05-15'],
      reason: { code: 'protected', doses: 4, lastOn: '2016-05-15', endsOn: '2026-05-15' },
    },
    {
      why: 'five doses protect for life',
      born: '2046-05-15',
      doses: ['2013-01-01', '2013-02-01', '2014-05-15', '2016-05-15', '2017-05-15'],
      reason: { code: 'protected', doses: 5, lastOn: '2017-05-15', endsOn: null },
    },
    {
      why: 'a third dose a week before birth is not counted, the two before it protect',
      born: '2026-06-15',
      doses: ['2024-03-10', '2024-05-15', '2026-06-08'],
      reason: { code: 'protected', doses: 2, lastOn: '2024-05-15', endsOn: '2027-05-15' },
    },
    {
      why: 'doses after the birth play no part',
      born: '2026-06-15',
      doses: ['2026-01-10', '2026-06-16', '2026-07-20'],
      reason: { code: 'too-few-doses', doses: 1, required: 2 },
    },
  ])('$why', ({ born, doses, reason }) => {
    const result = judged(born, ...doses)
    expect(result.reason).toEqual(reason)
    expect(result.isProtected).toBe(reason.code === 'protected')
  })

  test('names the strongest rule that protects, with its source and that nobody confirmed it', () => {
    const { rule } = judged('2026-06-15', '2024-01-01', '2024-02-01', '2024-08-01')
    expect(rule).toMatchObject({ doses: 3, confirmedBy: null, source: expect.stringContaining('WHO') })
    expect(judged('2026-06-15').rule).toBeNull()
  })

  test('without rules nobody is called protected', () => {
    expect(protectedAtBirth([], [day('2026-01-01')], day('2026-06-15')).isProtected).toBe(false)
  })
})
