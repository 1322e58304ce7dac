import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { correctBirth, recordBirth, voidBirth } from '../../../src/contract/birth-calls'
import { listResidences, recordResidence } from '../../../src/contract/residence-calls'
import { seededRandom } from '../../../src/domain/exchange/random'
import type { TestPoint } from '../../helpers/test-point'
import { birthOf, born, openBirthPoint, twin, twinsBorn } from './birth-setting'
import { give } from './pull-setting'
import { on, refusedCodes } from './ready-point'

const staysOf = (point: TestPoint, personId: string) =>
  point
    .done(listResidences, { personId })
    .entries.map(({ state, on: day, voided }) => ({ state, day, voided }))
const died = (day: string) => ({ state: 'died', day: on(day), voided: false })

describe('a mother who died at the birth', () => {
  test('is dead from the day the last child was born, in the transaction of the birth', () => {
    const { point, motherId, pregnancyId } = openBirthPoint()
    const children = [born({ bornOn: on('2026-11-21'), bornAt: '23:50' }), twin({ bornAt: '00:10' })]
    const before = point.entries()
    point.done(recordBirth, birthOf(motherId, pregnancyId, { children, motherState: 'died' }))
    expect(staysOf(point, motherId)).toEqual([died('2026-11-22')])
    expect(point.done(listResidences, { personId: motherId }).mark).toMatchObject({ isFollowed: false })
    expect(point.entries()).toBeGreaterThan(before)
    expect(compareRebuild(point.db, seededRandom(41))).toEqual([])
  })
  test('and one who lives has no such entry', () => {
    const { point, motherId } = twinsBorn()
    expect(staysOf(point, motherId)).toEqual([])
  })
  test('whose death was noted before the birth was written down is not noted twice', () => {
    const { point, motherId, pregnancyId } = openBirthPoint()
    const noted = { state: 'died' as const, until: null, reason: null, otherPlace: null, note: null }
    point.done(recordResidence, { personId: motherId, on: on('2026-11-22'), ...noted })
    point.done(recordBirth, birthOf(motherId, pregnancyId, { motherState: 'died' }))
    expect(staysOf(point, motherId)).toEqual([died('2026-11-22')])
  })
  test('against a dose given later is refused, and no birth is written', () => {
    const { point, motherId, pregnancyId } = openBirthPoint()
    give(point, motherId, '2026-11-22')
    const children = [born({ bornOn: on('2026-11-20') })]
    const request = birthOf(motherId, pregnancyId, { children, motherState: 'died' })
    expect(refusedCodes(point, recordBirth, request)).toEqual(['residence.dose-after-death'])
    expect(point.store.records.list('birth', { person_id: motherId }, 'id')).toEqual([])
    expect(staysOf(point, motherId)).toEqual([])
  })
})

describe('a birth put right afterwards', () => {
  test('tells of her death as well, once', () => {
    const { point, motherId, birthId } = twinsBorn()
    point.done(correctBirth, { birthId, changes: { motherState: 'died' }, reason: 'Giấy báo tử' })
    expect(staysOf(point, motherId)).toEqual([died('2026-11-22')])
  })
  test('or taken back does not make her alive: the entry about her stay is taken back by itself', () => {
    const { point, motherId, birthId } = twinsBorn({ motherState: 'died' })
    point.done(correctBirth, { birthId, changes: { motherState: 'well' }, reason: 'Ghi nhầm' })
    expect(staysOf(point, motherId)).toEqual([died('2026-11-22')])
    point.done(voidBirth, { birthId, keepChildren: false, reason: 'Ghi nhầm người' })
    expect(staysOf(point, motherId)).toEqual([died('2026-11-22')])
  })
})
