import { describe, expect, test } from 'vitest'
import { correctChildCheck, getChildPicture, voidChildCheck } from '../../../src/contract/child-calls'
import { registerPerson } from '../../../src/contract/person-calls'
import { prepareScreening } from '../../../src/contract/screening-calls'
import { openVisit, signScreening } from '../../../src/contract/visit-calls'
import { aGirl, append, planned, write } from './child-setting'
import { twoRecords } from './merge-setting'
import { checklist, child, dayMs, on, openReadyPoint, register } from './ready-point'

describe('nothing is typed twice', () => {
  test('a weight of the screening is offered to the check, and one of the check to the screening', () => {
    const { point, personId } = aGirl()
    const { visitId } = point.done(openVisit, { personId })
    point.done(signScreening, checklist(point, personId, visitId, { weightKg: 5.35 }))
    expect(point.done(getChildPicture, { personId }).weightToday).toMatchObject({ weightKg: 5.35 })
    write(point, personId, { weightKg: 5.35, lengthHeightCm: 57 })
    const { weightToday, days, records } = point.done(getChildPicture, { personId })
    expect(weightToday).toBeNull()
    // Both records are kept; the curve has one point of the day.
    expect(records.map(({ source }) => source)).toEqual(['child-check', 'screening'])
    expect(days.map(({ sources, lengthCm }) => [sources, lengthCm])).toEqual([
      [['child-check', 'screening'], 57],
    ])

    const other = register(point, { name: 'Lò Thị Thử', birthDate: on('2026-08-20'), relatives: [] })
    write(point, other, { weightKg: 5.9 })
    const prepared = point.done(prepareScreening, { personId: other, asPregnant: null })
    expect(prepared).toMatchObject({ weightToday: 5.9, lastWeight: null })
    point.moveClock(dayMs)
    const later = point.done(prepareScreening, { personId: other, asPregnant: null })
    expect(later).toMatchObject({ weightToday: null, lastWeight: { weightKg: 5.9, on: '2026-11-22' } })
  })

  test('birth weight, newborn visit, screening and check are one list; the birth is not counted twice', () => {
    const point = openReadyPoint()
    const personId = register(point, { birthWeightG: 2900 })
    expect(point.done(getChildPicture, { personId }).records.map(({ source }) => source)).toEqual(['person'])
    const by = { byUserId: null, byName: null, note: null }
    const newborn = {
      ...{ birthId: point.ports.newId(), personId, order: 1, bornOn: on('2026-09-15'), bornAt: '07:30' },
      ...{
        alive: true,
        sex: 'female' as const,
        weightG: 2900,
        lengthCm: 49,
        headCm: 34,
        defects: null,
        screenings: {},
      },
      ...{ apgar1: 9, apgar5: 10, apgar10: null, criedAtOnce: true, skinToSkin: true, vitaminK: true },
      ...{ breastfedWithinHour: true, eyeCare: null, ...by },
    } as const
    append(point, [{ noun: 'newborn', recordId: point.ports.newId(), verb: 'recorded', body: newborn }])
    const { days, records } = point.done(getChildPicture, { personId })
    expect(records.map(({ source }) => source)).toEqual(['newborn'])
    expect(days[0]).toMatchObject({ weightKg: 2.9, lengthCm: 49, headCm: 34, ageDays: 0 })
    // Weighed at birth only: nobody has looked at her since.
    expect(point.done(getChildPicture, { personId }).next).toMatchObject({ ageMonths: 2 })
  })
})

describe('the next visit', () => {
  test('is an appointment; with doses on that day the child comes once, and doses keep their own day', () => {
    const { point, personId } = aGirl()
    const dose = {
      personId,
      on: on('2026-12-20'),
      slot: 'morning',
      time: null,
      labels: ['5 trong 1 mũi 2'],
    } as const
    append(point, [
      {
        noun: 'appointment',
        recordId: point.ports.newId(),
        verb: 'recorded',
        body: { ...dose, status: 'planned' },
      },
    ])
    const { checkId } = write(point, personId, { weightKg: 5.4, nextVisitOn: on('2026-12-15') })
    expect(planned(point, personId)).toEqual([
      ['2026-12-15', 'Cân đo, khám trẻ'],
      ['2026-12-20', '5 trong 1 mũi 2'],
    ])
    expect(point.done(getChildPicture, { personId }).next).toMatchObject({
      dueOn: '2026-12-15',
      state: 'later',
    })
    const move = {
      checkId,
      changes: { nextVisitOn: on('2026-12-20') },
      measuredAgain: false,
      reason: 'Hẹn cùng ngày tiêm',
    }
    point.done(correctChildCheck, move)
    expect(planned(point, personId)).toEqual([['2026-12-20', '5 trong 1 mũi 2', 'Cân đo, khám trẻ']])
    point.done(voidChildCheck, { checkId, reason: 'Ghi nhầm trẻ' })
    expect(planned(point, personId)).toEqual([['2026-12-20', '5 trong 1 mũi 2']])
  })

  test('an appointment for doses does not take the place of the day arranged to weigh the child', () => {
    const { point, personId } = aGirl()
    write(point, personId, { weightKg: 5.4, nextVisitOn: on('2026-12-15') })
    const { visitId } = point.done(openVisit, { personId })
    const next = { on: on('2026-11-30'), slot: 'morning', time: null, labels: ['5 trong 1'] } as const
    point.done(
      signScreening,
      checklist(point, personId, visitId, {
        concluded: 'deferred',
        differsBecause: 'Gia đình xin hoãn',
        consent: null,
        next: { ...next, labels: [...next.labels] },
      }),
    )
    expect(planned(point, personId)).toEqual([
      ['2026-11-30', '5 trong 1'],
      ['2026-12-15', 'Cân đo, khám trẻ'],
    ])
  })
})

describe('whose check it is', () => {
  test('twins are told apart', () => {
    const point = openReadyPoint()
    const first = register(point)
    const second = point.done(registerPerson, {
      person: child({ name: 'Nguyễn Thị Ánh Dương' }),
      notDuplicateOf: [first],
    }).personId
    write(point, first, { weightKg: 5.4 })
    write(point, second, { weightKg: 4.1 })
    expect(point.done(getChildPicture, { personId: first }).days.map(({ weightKg }) => weightKg)).toEqual([
      5.4,
    ])
    expect(point.done(getChildPicture, { personId: second }).days.map(({ weightKg }) => weightKg)).toEqual([
      4.1,
    ])
  })

  test('two records of one child are one list of measurements after they were merged', () => {
    const { point, first, second, merge, prove } = twoRecords()
    write(point, first.personId, { weightKg: 4.4, checkedOn: on('2026-10-20') })
    write(point, second.personId, { weightKg: 5.4 })
    merge(first.personId, second.personId)
    for (const { personId } of [first, second]) {
      const { days, checks } = point.done(getChildPicture, { personId })
      expect(days.map(({ weightKg }) => weightKg)).toEqual([4.4, 5.4])
      expect(new Set(checks.map(check => check.personId))).toEqual(new Set([first.personId]))
    }
    prove()
  })
})
