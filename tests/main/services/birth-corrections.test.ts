import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { motherOf } from '../../../main/services/family/links'
import {
  correctBirth,
  correctNewborn,
  getBirthForm,
  recordBirth,
  voidBirth,
  voidNewborn,
} from '../../../src/contract/birth-calls'
import { mergePersons } from '../../../src/contract/merge-calls'
import { getPerson, getPersonHistory } from '../../../src/contract/person-calls'
import { openVisit } from '../../../src/contract/visit-calls'
import { seededRandom } from '../../../src/domain/exchange/random'
import type { Person } from '../../../src/domain/person/person'
import type { TestPoint } from '../../helpers/test-point'
import { birthDay, registerMother, twinsBorn } from './birth-setting'
import { on, refusedCodes } from './ready-point'

const personOf = (point: TestPoint, personId: string | null | undefined): Person =>
  point.done(getPerson, { personId: personId ?? '' }).person

describe('putting a birth right', () => {
  test('a corrected weight, minute and day reach the child, with the reason', () => {
    const { point, motherId, pregnancyId, birthId, children } = twinsBorn()
    const [first] = children
    const newbornId = first?.newbornId ?? ''
    const changes = { weightG: 3010, bornAt: '23:50', bornOn: on('2026-11-21') }
    point.done(correctNewborn, { newbornId, changes, reason: 'Theo giấy chứng sinh' })
    expect(personOf(point, first?.personId)).toMatchObject({
      birthDate: '2026-11-21',
      birthTime: '23:50',
      birthWeightG: 3010,
    })
    expect(point.store.records.find('birth', birthId)?.bornOn).toBe('2026-11-21')
    expect(point.store.records.find('pregnancy', pregnancyId)?.endedOn).toBe('2026-11-21')
    const history = point.done(getPersonHistory, { personId: first?.personId ?? '' })
    expect(history.filter(({ reason }) => reason === 'Theo giấy chứng sinh').map(({ noun }) => noun)).toEqual(
      expect.arrayContaining(['newborn', 'person']),
    )
    expect(point.done(getPersonHistory, { personId: motherId }).map(({ noun }) => noun)).toEqual(
      expect.arrayContaining(['birth', 'pregnancy', 'person']),
    )
    const same = { newbornId, changes, reason: 'lần nữa' }
    expect(refusedCodes(point, correctNewborn, same)).toEqual(['birth.nothing-changed'])
  })

  test('corrected weeks make the children preterm, and take it back', () => {
    const { point, birthId, children } = twinsBorn()
    const codes = () =>
      children.map(({ personId }) => personOf(point, personId).alerts.map(({ code }) => code))
    point.done(correctBirth, { birthId, changes: { gestationWeeks: 36 }, reason: 'Theo siêu âm' })
    expect(codes()).toEqual([['preterm'], ['preterm']])
    point.done(correctBirth, { birthId, changes: { gestationWeeks: 38 }, reason: 'Gõ nhầm' })
    expect(codes()).toEqual([[], []])
    expect(
      refusedCodes(point, correctBirth, { birthId, changes: { gestationWeeks: 12 }, reason: 'x' }),
    ).toContain('birth.gestation-impossible')
  })

  test('a birth taken back takes its children along, and she is pregnant again', () => {
    const { point, motherId, pregnancyId, birthId, request, children } = twinsBorn()
    const back = { birthId, keepChildren: false, reason: 'Ghi nhầm người' }
    point.done(voidBirth, back)
    expect(point.store.records.list('person', { kind: 'child' }, 'id')).toEqual([])
    expect(point.store.records.find('pregnancy', pregnancyId)).toMatchObject({ outcome: null, endedOn: null })
    expect(personOf(point, motherId).alerts.map(({ code }) => code)).toEqual(['pregnant'])
    expect(point.done(getBirthForm, { motherId }).births).toEqual([])
    expect(refusedCodes(point, voidBirth, back)).toEqual(['birth.not-found'])
    expect(point.done(recordBirth, request).children).toHaveLength(children.length)
  })

  test('a child with a visit of its own stays, or is kept on purpose', () => {
    const { point, birthId, children } = twinsBorn()
    const [first, second] = children
    point.done(openVisit, { personId: first?.personId ?? '' })
    const back = { birthId, keepChildren: false, reason: 'Ghi nhầm' }
    expect(refusedCodes(point, voidBirth, back)).toEqual(['birth.child-has-records'])
    const one = { newbornId: second?.newbornId ?? '', keepChild: false, reason: 'Không phải sinh đôi' }
    point.done(voidNewborn, one)
    const last = { newbornId: first?.newbornId ?? '', keepChild: false, reason: 'Ghi nhầm' }
    expect(refusedCodes(point, voidNewborn, last)).toEqual(['birth.last-child'])
    point.done(voidBirth, { ...back, keepChildren: true })
    expect(personOf(point, first?.personId).birthWeightG).toBe(3100)
  })
})

describe('what the journal adds up to', () => {
  test('the same in any order of arrival, and after the mother was merged', () => {
    const { point, motherId, birthId, children } = twinsBorn()
    point.done(correctNewborn, {
      newbornId: children[1]?.newbornId ?? '',
      changes: { weightG: 2600 },
      reason: 'Cân lại',
    })
    const double = registerMother(point, {
      name: 'Đỗ Ý Nhi',
      identifiers: [],
      phone: '0987654321',
      alerts: [],
    })
    const merge = {
      survivorId: double,
      absorbedId: motherId,
      take: [],
      overrides: [],
      reason: 'Cùng một người',
    }
    point.done(mergePersons, merge)
    const { births, mother: her } = point.done(getBirthForm, { motherId: double })
    expect(her.personId).toBe(double)
    expect(births.map(birth => [birth.birthId, birth.personId])).toEqual([[birthId, double]])
    expect(motherOf(point.ports, children[0]?.personId ?? '', birthDay)).toBe(double)
    expect(compareRebuild(point.db, seededRandom(7))).toEqual([])
  })
})
