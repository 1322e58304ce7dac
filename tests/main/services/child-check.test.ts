import { describe, expect, test } from 'vitest'
import {
  correctChildCheck,
  getChildChart,
  getChildPicture,
  voidChildCheck,
} from '../../../src/contract/child-calls'
import { getPersonHistory } from '../../../src/contract/person-calls'
import { recordResidence } from '../../../src/contract/residence-calls'
import { aGirl, type Check, refused, write } from './child-setting'
import { handsOn } from './merge-setting'
import { on, openReadyPoint, refusedCodes, register } from './ready-point'

describe('a check of a child', () => {
  test('is one row, scored as WHO does, and tells what to ask and when to come again', () => {
    const { point, personId } = aGirl()
    const before = point.done(getChildPicture, { personId })
    expect(before).toMatchObject({ days: [], checks: [], isGrowing: true, correctedFrom: null })
    expect(before.ask).toMatchObject({ ageMonths: 2, position: 'lying', asksHead: true, asksArm: false })
    expect(before.ask.signs.map(({ code }) => code)).toEqual([
      'lifts-head',
      'looks-at-face',
      'reacts-to-sound',
    ])
    expect(before.next).toEqual({ ageMonths: 2, dueOn: '2026-11-15', state: 'due' })

    const signs = { 'lifts-head': 'yes', 'looks-at-face': 'not-yet' } as const
    const measures = {
      weightKg: 5.4,
      lengthHeightCm: 58,
      position: 'lying',
      headCm: 39,
      oedema: false,
    } as const
    write(point, personId, { ...measures, feeding: ['exclusive'], signs })
    const { days, checks, ask, next } = point.done(getChildPicture, { personId })
    expect(days).toHaveLength(1)
    expect(days[0]).toMatchObject({ ageDays: 68, sources: ['child-check'], corrected: null })
    expect(days[0]?.scores['weight-for-age']?.z).toBeCloseTo(0.12, 1)
    expect(checks[0]).toMatchObject({ weightKg: 5.4, feeding: ['exclusive'], signs, byName: 'Trưởng trạm' })
    expect(ask.signs.map(({ code, isLate }) => [code, isLate])).toEqual([
      ['lifts-head', false],
      ['looks-at-face', true],
      ['reacts-to-sound', false],
    ])
    expect(next).toEqual({ ageMonths: 3, dueOn: '2026-12-15', state: 'later' })
    const chart = { personId, indicator: 'weight-for-age', range: '0-2y' } as const
    expect(point.done(getChildChart, chart)?.points).toHaveLength(1)
    handsOn(point).prove()
  })

  test('is refused where it cannot be, all reasons of one form together', () => {
    const { point, personId } = aGirl()
    expect(refused(point, personId, {})).toEqual(['child-check.empty'])
    expect(refused(point, personId, { checkedOn: on('2026-09-14'), weightKg: 3 })).toEqual([
      'child-check.before-birth',
    ])
    expect(refused(point, personId, { checkedOn: on('2026-11-23'), weightKg: 3 })).toEqual([
      'child-check.in-future',
    ])
    expect(
      refused(point, personId, {
        weightKg: 54,
        lengthHeightCm: 580,
        headCm: 3.9,
        armCm: 90,
        feeding: ['exclusive', 'formula'],
        dangerSigns: ['green-hair'],
        supplements: ['vitamin-a-100', 'vitamin-a-200'],
        nextVisitOn: on('2026-11-22'),
      }),
    ).toEqual([
      'child-check.bad-weight',
      'child-check.bad-length',
      'child-check.bad-head',
      'child-check.bad-arm',
      'child-check.unknown-code',
      'child-check.feeding-contradicts',
      'child-check.supplement-twice',
      'child-check.supplement-age',
      'child-check.supplement-age',
      'child-check.next-not-after',
    ])
    const grown = register(point, {
      kind: 'woman',
      name: 'Lê Thị Thử',
      birthDate: on('2007-11-22'),
      relatives: [],
    })
    expect(refused(point, grown, { weightKg: 50 })).toEqual(['child-check.grown-up'])
    const died = {
      state: 'died',
      on: on('2026-11-10'),
      until: null,
      reason: null,
      otherPlace: null,
      note: null,
    } as const
    point.done(recordResidence, { personId, ...died })
    expect(refused(point, personId, { weightKg: 5.4 })).toEqual(['child-check.after-death'])
  })

  test('what is odd is asked again, and written once it was measured again', () => {
    const { point, personId } = aGirl()
    write(point, personId, { checkedOn: on('2026-11-01'), weightKg: 5, lengthHeightCm: 58, headCm: 39 })
    expect(refused(point, personId, { weightKg: 2.2, lengthHeightCm: 56, headCm: 37 })).toEqual([
      'child-check.again-weight-lost',
      // For its length, and as body mass index.
      'child-check.again-score',
      'child-check.again-score',
      'child-check.again-length',
      'child-check.again-head',
    ])
    // Half a centimetre is what two tapes differ by.
    write(point, personId, { weightKg: 5.3, lengthHeightCm: 57.6, headCm: 39 })
    write(point, personId, { weightKg: 2.2, lengthHeightCm: 56, headCm: 37 }, true)
    expect(point.done(getChildPicture, { personId }).checks).toHaveLength(3)
  })

  test('a supplement is never noted twice within its interval, in whichever order it is written', () => {
    const point = openReadyPoint()
    const personId = register(point, { birthDate: on('2025-08-10') })
    write(point, personId, { supplements: ['vitamin-a-200', 'albendazole-200'], checkedOn: on('2026-09-01') })
    expect(refused(point, personId, { supplements: ['vitamin-a-200'] })).toEqual([
      'child-check.supplement-too-soon',
    ])
    expect(refused(point, personId, { supplements: ['vitamin-a-100'], checkedOn: on('2026-06-01') })).toEqual(
      ['child-check.supplement-too-soon'],
    )
    const states = point.done(getChildPicture, { personId }).ask.supplements
    expect(states.map(({ supplement, dueOn, isDue }) => [supplement, dueOn, isDue])).toEqual([
      // 120 days after 1 September lie in the campaign of December.
      ['vitamin-a', '2026-12-30', false],
      ['deworming', '2026-12-30', false],
    ])
  })
})

describe('a check is put right', () => {
  test('with a reason: only what changed is written, the old version is read in the history', () => {
    const { point, personId } = aGirl()
    const { checkId } = write(point, personId, { weightKg: 5.4, signs: { 'lifts-head': 'not-yet' } })
    const change = (changes: Partial<Check>) => ({
      checkId,
      changes,
      measuredAgain: false,
      reason: 'Đọc nhầm cân',
    })
    expect(refusedCodes(point, correctChildCheck, change({ weightKg: 5.4 }))).toEqual([
      'child-check.nothing-changed',
    ])
    expect(refusedCodes(point, correctChildCheck, change({ weightKg: 45 }))).toEqual([
      'child-check.bad-weight',
    ])
    point.done(correctChildCheck, change({ weightKg: 4.5, signs: { 'lifts-head': 'yes' } }))
    const { checks } = point.done(getChildPicture, { personId })
    expect(checks[0]).toMatchObject({ weightKg: 4.5, versions: 2 })
    const items = point.done(getPersonHistory, { personId }).filter(({ noun }) => noun === 'child-check')
    expect(items[0]).toMatchObject({ verb: 'corrected', reason: 'Đọc nhầm cân' })
    expect(items[0]?.changes).toContainEqual({ field: 'weightKg', before: '5.4', after: '4.5' })
    expect(items[0]?.changes).toContainEqual({
      field: 'signs',
      before: '▲ Nằm sấp ngẩng đầu được chốc lát',
      after: '✓ Nằm sấp ngẩng đầu được chốc lát',
    })
    handsOn(point).prove()
  })

  test('taken back, it counts for nothing, and cannot be taken back twice', () => {
    const { point, personId } = aGirl()
    const { checkId } = write(point, personId, { weightKg: 5.4 })
    point.done(voidChildCheck, { checkId, reason: 'Ghi nhầm trẻ' })
    expect(point.done(getChildPicture, { personId })).toMatchObject({ days: [], checks: [] })
    expect(refusedCodes(point, voidChildCheck, { checkId, reason: 'lại' })).toEqual(['child-check.not-found'])
  })
})
