import { describe, expect, test } from 'vitest'
import { motherOf } from '../../../main/services/family/links'
import {
  addChildToBirth,
  findRegisteredChildren,
  getBirthForm,
  recordBirth,
} from '../../../src/contract/birth-calls'
import { getChart } from '../../../src/contract/dose-calls'
import { getPerson } from '../../../src/contract/person-calls'
import type { Person } from '../../../src/domain/person/person'
import type { TestPoint } from '../../helpers/test-point'
import {
  birthDay,
  birthOf,
  born,
  enrol,
  openBirthPoint,
  registerMother,
  tested,
  twin,
  twinsBorn,
} from './birth-setting'
import { mother, on, refusedCodes, register } from './ready-point'

const personOf = (point: TestPoint, personId: string | null | undefined): Person =>
  point.done(getPerson, { personId: personId ?? '' }).person

describe('a birth of twins', () => {
  test('makes two records, linked to their mother, with all she and the birth know', () => {
    const { point, motherId, pregnancyId, birthId, children } = twinsBorn()
    expect(children.map(({ displayName, order }) => [displayName, order])).toEqual([
      ['Con bà Trần Thị Ước Nguyện', 1],
      ['Con bà Trần Thị Ước Nguyện', 2],
    ])
    const [first, second] = children
    expect(first?.personCode).toMatch(/^\d+$/u)
    expect(first?.personCode).not.toBe(second?.personCode)
    const girl = personOf(point, first?.personId)
    expect(girl).toMatchObject({
      kind: 'child',
      name: '',
      birthDate: birthDay,
      birthTime: '02:35',
      sex: 'female',
      birthWeightG: 3100,
      gestationWeeks: 38,
      ethnicGroupCode: '02',
      alerts: [],
      relatives: [
        {
          relation: 'mother',
          name: 'Trần Thị Ước Nguyện',
          phone: '0912345678',
          birthYear: 1997,
          nationalId: '038197000123',
        },
      ],
    })
    expect(girl.addresses.current?.hamlet).toBe('Thôn 7')
    expect(personOf(point, second?.personId)).toMatchObject({ birthTime: '02:55', birthWeightG: 2650 })
    for (const { personId } of children)
      expect(motherOf(point.ports, personId ?? '', birthDay)).toBe(motherId)
    expect(point.store.records.find('pregnancy', pregnancyId)).toMatchObject({
      outcome: 'birth',
      endedOn: birthDay,
    })
    expect(personOf(point, motherId).alerts).toEqual([])
    const [birth] = point.done(getBirthForm, { motherId }).births
    expect(birth).toMatchObject({ birthId, bornOn: birthDay, gestationWeeks: 38 })
    expect(birth?.children.map(({ bornAt }) => bornAt)).toEqual(['02:35', '02:55'])
  })

  test('sent twice is done once; refused as a whole when one child is impossible', () => {
    const { point, motherId, pregnancyId } = openBirthPoint()
    const request = birthOf(motherId, pregnancyId, { children: [born(), twin()] })
    const wrong = { ...request, children: [born(), twin({ bornAt: '02:20', weightG: 31 })] }
    expect(refusedCodes(point, recordBirth, wrong)).toEqual(['birth.out-of-range', 'birth.order'])
    const requestId = point.ports.newId()
    const done = point.done(recordBirth, request, requestId)
    const entries = point.entries()
    expect(point.done(recordBirth, request, requestId)).toEqual(done)
    expect(point.entries()).toBe(entries)
    expect(refusedCodes(point, recordBirth, request)).toEqual(['birth.already-recorded'])
  })

  test('a stillborn twin is a newborn without a record; two of them end the pregnancy as a stillbirth', () => {
    const { point, motherId, pregnancyId } = openBirthPoint()
    const lost = twin({ alive: false, apgar1: 0, apgar5: 0 })
    const [living, dead] = point.done(
      recordBirth,
      birthOf(motherId, pregnancyId, { children: [born(), lost] }),
    ).children
    expect(living?.personId).not.toBeNull()
    expect(dead).toMatchObject({ alive: false, personId: null, personCode: null, displayName: '' })
    expect(point.store.records.find('pregnancy', pregnancyId)?.outcome).toBe('birth')
    const other = openBirthPoint()
    const both = [born({ alive: false }), lost]
    expect(
      refusedCodes(other.point, recordBirth, {
        ...birthOf(other.motherId, other.pregnancyId),
        children: [born({ alive: false, name: 'Lê Thị Ước' })],
      }),
    ).toEqual(['birth.stillborn-with-record'])
    other.point.done(recordBirth, birthOf(other.motherId, other.pregnancyId, { children: both }))
    expect(other.point.store.records.find('pregnancy', other.pregnancyId)?.outcome).toBe('stillbirth')
    expect(other.point.store.records.list('person', { kind: 'child' }, 'id')).toEqual([])
  })

  test('a second twin who was forgotten joins the birth', () => {
    const { point, motherId, pregnancyId } = openBirthPoint()
    const { birthId } = point.done(recordBirth, birthOf(motherId, pregnancyId))
    const early = { birthId, child: twin({ bornAt: '01:00' }) }
    expect(refusedCodes(point, addChildToBirth, early)).toEqual(['birth.order'])
    const { child } = point.done(addChildToBirth, { birthId, child: twin() })
    expect(child.order).toBe(2)
    expect(motherOf(point.ports, child.personId ?? '', birthDay)).toBe(motherId)
  })
})

describe('what the mother hands on', () => {
  test('a positive HBsAg of the pregnancy and a birth before 37 weeks are alerts of the child', () => {
    const { point, motherId, pregnancyId } = openBirthPoint({}, { lastPeriodOn: on('2026-03-20') })
    tested(point, motherId, pregnancyId, [
      { code: 'hbsag', result: 'positive' },
      { code: 'hiv', result: 'negative' },
    ])
    expect(point.done(getBirthForm, { motherId }).tests).toEqual([
      { alert: 'mother-hbsag-positive', result: 'positive', on: '2026-05-11' },
      { alert: 'mother-hiv', result: 'negative', on: '2026-05-11' },
    ])
    const request = birthOf(motherId, pregnancyId, { gestationWeeks: 35, gestationDays: 2 })
    const [child] = point.done(recordBirth, request).children
    const { alerts, gestationWeeks } = personOf(point, child?.personId)
    expect(alerts.map(({ code, notedOn }) => [code, notedOn])).toEqual([
      ['mother-hbsag-positive', birthDay],
      ['preterm', birthDay],
    ])
    expect(gestationWeeks).toBe(35)
  })

  test('what was found at the birth alone reaches the child as well', () => {
    const { point, motherId } = openBirthPoint()
    const request = birthOf(motherId, null, { motherAlerts: ['mother-hiv'] })
    const [child] = point.done(recordBirth, request).children
    expect(personOf(point, child?.personId).alerts.map(({ code }) => code)).toEqual(['mother-hiv'])
  })

  test('an alert of a later pregnancy stays when an earlier birth is written down late', () => {
    const { point, motherId } = openBirthPoint()
    const children = [born({ bornOn: on('2024-05-02'), bornAt: null })]
    point.done(recordBirth, birthOf(motherId, null, { children, gestationWeeks: null, gestationDays: null }))
    expect(personOf(point, motherId).alerts.map(({ code }) => code)).toEqual(['pregnant'])
  })
})

describe('doses given at birth elsewhere', () => {
  const hepB = {
    vaccineCode: 'GENERIC_HEPB',
    givenOn: birthDay,
    givenTime: '04:10',
    lotNumber: 'LO-SINH',
    placeName: 'Bệnh viện Phụ sản tỉnh',
  }
  const bcg = { ...hepB, vaccineCode: 'BCG_IVAC', givenTime: null }

  test('are doses of the child, with the minute and the hours since birth', () => {
    const { point, motherId, pregnancyId } = openBirthPoint()
    const request = birthOf(motherId, pregnancyId, { children: [born({ doses: [hepB, bcg] })] })
    const personId = point.done(recordBirth, request).children[0]?.personId ?? ''
    const { doses, birthDose } = point.done(getChart, { personId, on: null })
    expect(doses.map(({ vaccineCode, kind, givenAt }) => [vaccineCode, kind, givenAt])).toEqual(
      expect.arrayContaining([
        ['GENERIC_HEPB', 'historical', '2026-11-21T21:10:00.000Z'],
        ['BCG_IVAC', 'historical', null],
      ]),
    )
    expect(doses.find(({ vaccineCode }) => vaccineCode === 'GENERIC_HEPB')?.birthDose).toMatchObject({
      verdict: 'in-time',
      minutes: 95,
    })
    expect(birthDose).toBeNull()
  })

  test('before birth or ahead are refused, and nothing is written', () => {
    const { point, motherId, pregnancyId } = openBirthPoint()
    const at = (givenTime: string) =>
      birthOf(motherId, pregnancyId, { children: [born({ doses: [{ ...hepB, givenTime }] })] })
    expect(refusedCodes(point, recordBirth, at('02:00'))).toEqual(['dose.before-birth'])
    expect(refusedCodes(point, recordBirth, at('23:00'))).toEqual(['dose.in-future'])
    const unknown = birthOf(motherId, pregnancyId, {
      children: [born({ doses: [{ ...hepB, vaccineCode: 'KHONG_CO' }] })],
    })
    expect(refusedCodes(point, recordBirth, unknown)).toEqual(['dose.unknown-vaccine'])
  })
})

describe('a child who is registered already', () => {
  test('is found, has to be looked at, and is taken over without losing anything', () => {
    const { point, motherId, pregnancyId } = openBirthPoint()
    const known = register(point, {
      name: '',
      birthDate: on('2026-11-22'),
      sex: 'female',
      addresses: {},
      relatives: [mother({ name: 'Trần Thị Ước Nguyện', phone: '0912345678' })],
    })
    const asked = { motherId, bornOn: birthDay, sex: 'female' as const, name: '' }
    expect(point.done(findRegisteredChildren, asked).map(({ personId }) => personId)).toEqual([known])
    expect(refusedCodes(point, recordBirth, birthOf(motherId, pregnancyId))).toEqual(['birth.child-exists'])
    const request = birthOf(motherId, pregnancyId, { children: [born({ personId: known })] })
    const [child] = point.done(recordBirth, request).children
    expect(child?.personId).toBe(known)
    expect(personOf(point, known)).toMatchObject({
      birthTime: '02:35',
      birthWeightG: 3100,
      gestationWeeks: 38,
      addresses: { current: { hamlet: 'Thôn 7' } },
    })
    expect(motherOf(point.ports, known, birthDay)).toBe(motherId)
    const again = birthOf(motherId, null, {
      children: [born({ personId: known, bornOn: on('2025-11-01'), bornAt: null })],
      gestationWeeks: null,
    })
    expect(refusedCodes(point, recordBirth, again)).toEqual(['birth.child-taken'])
  })

  test('or is another child, as somebody said', () => {
    const { point, motherId, pregnancyId } = openBirthPoint()
    const other = register(point, {
      name: '',
      birthDate: birthDay,
      relatives: [mother({ name: 'Trần Thị Ước Nguyện', phone: '0912345678' })],
    })
    const request = birthOf(motherId, pregnancyId, { children: [born({ notDuplicateOf: [other] })] })
    expect(point.done(recordBirth, request).children[0]?.personId).not.toBe(other)
  })
})

describe('what cannot be', () => {
  const refusals: readonly (readonly [string, Parameters<typeof birthOf>[2], readonly string[]])[] = [
    ['a birth ahead', { children: [born({ bornAt: '09:30' })] }, ['birth.in-future']],
    ['a time that is none', { children: [born({ bornAt: '25:61' })] }, ['birth.bad-time']],
    ['an Apgar score of 11', { children: [born({ apgar5: 11 })] }, ['birth.bad-apgar']],
    ['a child of 31 g', { children: [born({ weightG: 31 })] }, ['birth.out-of-range']],
    [
      'a birth at 12 weeks',
      { gestationWeeks: 12 },
      ['birth.gestation-impossible', 'birth.gestation-mismatch'],
    ],
    ['weeks far from the period', { gestationWeeks: 30 }, ['birth.gestation-mismatch']],
    [
      'a birth ten weeks into the pregnancy',
      { children: [born({ bornOn: on('2026-05-04') })] },
      ['birth.before-pregnancy'],
    ],
    ['a complication nobody knows', { complications: ['gone'] }, ['birth.unknown-code']],
    ['twins a week apart', { children: [born({ bornOn: on('2026-11-14') }), twin()] }, ['birth.days-apart']],
  ]
  // A refusal writes nothing, so one point serves for all of them.
  const { point, motherId, pregnancyId } = openBirthPoint()
  test.each(refusals)('%s', (_what, changes, codes) => {
    expect(refusedCodes(point, recordBirth, birthOf(motherId, pregnancyId, changes))).toEqual(codes)
  })

  test('a pregnancy of somebody else, or one that was lost', () => {
    const lost = enrol(point, motherId, { outcome: 'miscarriage', endedOn: on('2026-05-01') })
    expect(refusedCodes(point, recordBirth, birthOf(motherId, lost))).toEqual(['birth.pregnancy-ended'])
    const other = registerMother(point, { name: 'Lê Thị Thu Ước', phone: '0987654321', identifiers: [] })
    const hers = enrol(point, other)
    expect(refusedCodes(point, recordBirth, birthOf(motherId, hers))).toEqual(['birth.pregnancy-not-found'])
  })

  test('a reader may not record a birth', () => {
    point.actAs('supervisor')
    expect(refusedCodes(point, recordBirth, birthOf(motherId, null))).toEqual(['user.not-allowed'])
  })
})
