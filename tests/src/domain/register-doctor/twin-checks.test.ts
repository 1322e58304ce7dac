import { describe, expect, test } from 'vitest'
import { type CalendarDay, day } from '../../../../src/domain/calendar/calendar-day'
import type { Vaccine } from '../../../../src/domain/immunization/vaccine'
import type { CheckTools, Examined, ExaminedDose } from '../../../../src/domain/register-doctor/examined'
import { likelyDays } from '../../../../src/domain/register-doctor/likely-day'
import { sharedPhoneFinding } from '../../../../src/domain/register-doctor/shared-checks'
import { twinFindings } from '../../../../src/domain/register-doctor/twin-checks'
import { weightFindings } from '../../../../src/domain/register-doctor/weight-checks'
import { child, mother } from '../../../main/services/ready-point'

const tools: CheckTools = {
  today: day('2026-11-22'),
  vaccines: new Map([['PENTA', { antigens: ['DTP', 'HIB'] } as unknown as Vaccine]]),
  limits: { phoneFamilies: 3, namelessDays: 60, twinGapDays: 20, twinLossShare: 0.1 },
  lotOf: () => null,
  // A made-up line: only what is over 20 kg or under 1 kg is held for a slip.
  weightScore: (_person, _on, weightKg) => ({ z: weightKg, isImplausible: weightKg > 20 || weightKg < 1 }),
}

function dose(givenOn: string): ExaminedDose {
  const lot = { lotId: null, lotNumber: null, lotExpiresOn: null }
  return {
    id: givenOn,
    kind: 'historical',
    vaccineCode: 'PENTA',
    givenOn: day(givenOn),
    givenOnAccuracy: null,
    ...lot,
  }
}

function twin(personId: string, changes: Partial<Examined> = {}): Examined {
  return { personId, person: child(), diedOn: null, doses: [], weights: [], ...changes }
}

const weight = (on: string, weightKg: number) => ({ id: on, from: 'check' as const, on: day(on), weightKg })

describe('twins', () => {
  test('one has a dose twice within weeks, the other none: the second was probably theirs', () => {
    const has = twin('a', { doses: [dose('2026-11-01'), dose('2026-11-08')] })
    const expected = [{ code: 'twins-doses', facts: { hasId: 'a', antigen: 'DTP', secondOn: '2026-11-08' } }]
    expect(twinFindings(has, twin('b'), tools)).toMatchObject(expected)
    expect(twinFindings(twin('b'), has, tools)).toMatchObject(expected)
  })
  test('no question where the other was vaccinated too, or the doses are a month apart', () => {
    const near = twin('a', { doses: [dose('2026-11-01'), dose('2026-11-08')] })
    expect(twinFindings(near, twin('b', { doses: [dose('2026-11-02')] }), tools)).toEqual([])
    const apart = twin('a', { doses: [dose('2026-10-01'), dose('2026-11-01')] })
    expect(twinFindings(apart, twin('b'), tools)).toEqual([])
  })
  test('weights of one day fit the other', () => {
    const a = twin('a', { weights: [weight('2026-10-15', 4.8), weight('2026-11-15', 4.1)] })
    const b = twin('b', { weights: [weight('2026-10-15', 3.6), weight('2026-11-15', 5.6)] })
    expect(twinFindings(a, b, tools)).toMatchObject([
      { code: 'twins-weights', facts: { nowA: 4.1, lastB: 3.6 } },
    ])
    const lost = twin('a', { weights: [weight('2026-10-15', 4.8), weight('2026-11-15', 4.1)] })
    const grown = twin('b', { weights: [weight('2026-10-15', 4.5), weight('2026-11-15', 5.6)] })
    expect(twinFindings(lost, grown, tools)).toEqual([])
  })
})

test('a weight with its point one place off is proposed where a look at the child noted it', () => {
  const noted = twin('a', { weights: [weight('2026-11-15', 54)] })
  expect(weightFindings(noted, tools)).toMatchObject([
    { code: 'weight-odd', repairs: [{ kind: 'correct-check', weightKg: 5.4 }] },
  ])
  const screened = twin('a', { weights: [{ ...weight('2026-11-15', 54), from: 'screening' }] })
  expect(weightFindings(screened, tools)).toMatchObject([{ code: 'weight-odd', repairs: [] }])
  const before = twin('a', { weights: [weight('2026-09-01', 4)] })
  expect(weightFindings(before, tools)).toMatchObject([{ code: 'weighed-impossible' }])
})

test('brothers, sisters and their mother are one family on a telephone', () => {
  const family = [
    { personId: '1', person: child() },
    { personId: '2', person: child({ name: 'Nguyễn Văn Em' }) },
    { personId: '3', person: child({ name: 'Trần Thị Phượng', relatives: [] }) },
  ]
  expect(sharedPhoneFinding('0912345678', family, tools.limits)).toBeNull()
  const other = (name: string) => ({ personId: name, person: child({ relatives: [mother({ name })] }) })
  const three = [...family, other('Mẹ Khác'), other('Mẹ Khác Nữa')]
  expect(sharedPhoneFinding('0912345678', three, tools.limits)?.facts).toMatchObject({ families: 3 })
})

test.each([
  ['2026-12-03', '2026-01-01', '2026-11-22', ['2026-03-12']],
  ['2025-01-20', '2025-12-20', '2026-11-22', ['2026-01-20']],
  ['2026-11-30', '2026-01-01', '2026-11-22', []],
  ['2026-05-05', '2026-01-01', '2026-11-22', []],
])('%s between %s and %s may have been meant as %j', (written, from, until, meant) => {
  expect(likelyDays(...([written, from, until].map(day) as [CalendarDay, CalendarDay, CalendarDay]))).toEqual(
    meant,
  )
})
