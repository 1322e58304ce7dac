import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { recordBirth } from '../../../src/contract/birth-calls'
import { linkFamily } from '../../../src/contract/family-calls'
import { buildDocument } from '../../../src/contract/internal-calls'
import { getPersonHistory } from '../../../src/contract/person-calls'
import {
  correctMotherVisit,
  correctNewbornVisit,
  getPostnatal,
  recordPostnatal,
  voidPostnatal,
} from '../../../src/contract/postnatal-calls'
import { getFamilyThread } from '../../../src/contract/thread-calls'
import { seededRandom } from '../../../src/domain/exchange/random'
import { birthDay, birthOf, born, enrol, openBirthPoint, twinsBorn } from './birth-setting'
import { mother, on, refusedCodes, register } from './ready-point'

const empty = { checks: {}, dangerSigns: [], advice: null, referredTo: null }
const her = {
  ...{ temperatureC: 36.8, pulse: 80, systolic: 110, diastolic: 70, vitaminA: true, contraception: null },
  ...empty,
  checks: { uterus: 'white' as const, mood: 'yellow' as const },
}
const baby = (personId: string | null | undefined) => ({
  personId: personId ?? '',
  ...{ weightKg: 3.0, temperatureC: 36.7, breathsPerMinute: 44 },
  ...empty,
  checks: { cord: 'white' as const },
})

function visited() {
  const setting = twinsBorn()
  const { point, birthId, children } = setting
  point.moveClock(2 * 86_400_000)
  const request = {
    birthId,
    visitedOn: on('2026-11-24'),
    placeName: null,
    nextVisitOn: on('2026-11-28'),
    mother: her,
    children: children.map(({ personId }) => baby(personId)),
  }
  return { ...setting, request }
}

describe('visits after a birth', () => {
  test('one form is a row of the mother and one of each child, and the schedule knows them', () => {
    const { point, motherId, birthId, children, request } = visited()
    const before = point.done(getPostnatal, { birthId })
    expect(before.schedule.map(({ code, state }) => [code, state])).toEqual([
      ['day-1-2', 'due'],
      ['week-1', 'ahead'],
      ['to-week-6', 'ahead'],
    ])
    expect(point.done(recordPostnatal, request).visitIds).toHaveLength(3)
    const view = point.done(getPostnatal, { birthId })
    expect(view.motherVisits).toMatchObject([{ visitedOn: '2026-11-24', checks: { mood: 'yellow' } }])
    expect(view.children.map(({ visits }) => visits.map(({ weightKg }) => weightKg))).toEqual([[3], [3]])
    expect(view.children[0]?.schedule[0]?.state).toBe('done')
    const nouns = (personId: string | null | undefined) =>
      point.done(getPersonHistory, { personId: personId ?? '' }).map(({ noun }) => noun)
    expect(nouns(motherId)).toContain('postpartum-visit')
    expect(nouns(children[0]?.personId)).toContain('newborn-visit')
    const thread = point.done(getFamilyThread, { personId: motherId })
    expect(thread.mother?.steps).toContainEqual({
      kind: 'postpartum',
      on: '2026-11-28',
      isLate: false,
      labels: ['week-1'],
    })
    expect(compareRebuild(point.db, seededRandom(5))).toEqual([])
  })

  test('what cannot be is refused, each at its field, and nothing is written', () => {
    const { point, request, children } = visited()
    const first = baby(children[0]?.personId)
    const cases: readonly (readonly [object, readonly string[]])[] = [
      [{ visitedOn: on('2026-11-25') }, ['postnatal.in-future']],
      [{ visitedOn: on('2026-11-20') }, ['postnatal.before-birth']],
      [{ nextVisitOn: on('2026-11-24') }, ['postnatal.next-not-ahead']],
      [{ mother: { ...her, temperatureC: 52 }, children: [] }, ['birth.out-of-range']],
      [
        { mother: null, children: [{ ...first, dangerSigns: ['no-feeding'] }] },
        ['postnatal.danger-unanswered'],
      ],
      [{ mother: { ...her, checks: { gone: 'white' } }, children: [] }, ['postnatal.unknown-code']],
    ]
    for (const [changes, codes] of cases)
      expect([...new Set(refusedCodes(point, recordPostnatal, { ...request, ...changes }))]).toEqual(codes)
    const referred = { ...first, dangerSigns: ['no-feeding'], referredTo: 'Bệnh viện huyện' }
    expect(point.done(recordPostnatal, { ...request, children: [referred] }).visitIds).toHaveLength(2)
  })

  test('a row is corrected with a reason, or taken back', () => {
    const { point, birthId, request } = visited()
    const [motherVisit = '', childVisit = ''] = point.done(recordPostnatal, request).visitIds
    const reason = 'Ghi nhầm'
    point.done(correctMotherVisit, { visitId: motherVisit, changes: { pulse: 92 }, reason })
    point.done(correctNewbornVisit, { visitId: childVisit, changes: { weightKg: 2.95 }, reason })
    const wrong = { visitId: childVisit, changes: { weightKg: 29 }, reason }
    expect(refusedCodes(point, correctNewbornVisit, wrong)).toEqual(['birth.out-of-range'])
    const { motherVisits, children } = point.done(getPostnatal, { birthId })
    expect([motherVisits[0]?.pulse, children[0]?.visits[0]?.weightKg]).toEqual([92, 2.95])
    point.done(voidPostnatal, { visitId: motherVisit, who: 'mother', reason })
    expect(point.done(getPostnatal, { birthId }).motherVisits).toEqual([])
    const gone = { visitId: motherVisit, who: 'mother' as const, reason }
    expect(refusedCodes(point, voidPostnatal, gone)).toEqual(['postnatal.not-found'])
  })
})

describe('one thread', () => {
  test('the same from the mother and from each child: pregnancies, births, children with what comes next', () => {
    const { point, motherId, pregnancyId } = openBirthPoint()
    const earlier = enrol(point, motherId, {
      enrolledOn: on('2023-09-01'),
      lastPeriodOn: on('2023-07-20'),
    })
    const older = register(point, {
      name: 'Lê Minh Triết',
      sex: 'male',
      birthDate: on('2021-05-05'),
      relatives: [mother({ name: 'Trần Thị Ước Nguyện' })],
    })
    point.done(linkFamily, { personId: older, relativeId: motherId, relation: 'mother', since: null })
    const second = born({ bornOn: on('2024-04-25'), bornAt: null })
    point.done(
      recordBirth,
      birthOf(motherId, earlier, { children: [second], gestationWeeks: 40, gestationDays: 0 }),
    )
    const { children: made } = point.done(recordBirth, birthOf(motherId, pregnancyId))
    const thread = point.done(getFamilyThread, { personId: motherId })
    expect(thread.pregnancies.map(each => [each.pregnancyId, each.outcome])).toEqual([
      [pregnancyId, 'birth'],
      [earlier, 'birth'],
    ])
    expect(thread.births.map(({ bornOn }) => bornOn)).toEqual([birthDay, '2024-04-25'])
    expect(thread.children.map(({ hit, birthId }) => [hit.birthDate, birthId !== null])).toEqual([
      ['2021-05-05', false],
      ['2024-04-25', true],
      [birthDay, true],
    ])
    const newest = thread.children.at(-1)
    expect(newest).toMatchObject({ weight: { on: birthDay, kg: 3.1 }, length: { on: birthDay, cm: 49.5 } })
    expect(newest?.steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['dose', 'newborn-visit']))
    const fromChild = point.done(getFamilyThread, { personId: made[0]?.personId ?? '' })
    expect(fromChild.children).toEqual(thread.children)
    expect(fromChild.mother).toEqual(thread.mother)
  })

  test('a pregnancy that goes on says when the next visit and the birth are due', () => {
    const { point, motherId } = openBirthPoint()
    const { mother: woman, pregnancies } = point.done(getFamilyThread, { personId: motherId })
    expect(pregnancies[0]).toMatchObject({ dueOn: '2026-11-30', gestation: { weeks: 38, days: 6 } })
    expect(woman?.steps.map(({ kind, on: day }) => [kind, day])).toContainEqual(['due-date', '2026-11-30'])
  })

  test('a child whose mother is not registered stands alone', () => {
    const { point } = openBirthPoint()
    const alone = register(point, { relatives: [mother({ name: 'Đỗ Thị Ý', phone: '0987654321' })] })
    const thread = point.done(getFamilyThread, { personId: alone })
    expect(thread.mother).toBeNull()
    expect(thread.children.map(({ hit }) => hit.personId)).toEqual([alone])
    expect(thread.phones).toEqual([{ name: 'Đỗ Thị Ý', relation: 'mother', phone: '0987654321' }])
  })
})

describe('a danger sign after birth', () => {
  test('is a referral slip of the mother or of the child, with what the visit found', () => {
    const { point, request, motherId, children } = visited()
    const [first, second] = children
    const sick = {
      ...her,
      dangerSigns: ['fever'],
      referredTo: 'Bệnh viện Phụ sản',
      advice: 'Uống nhiều nước',
    }
    const { visitIds } = point.done(recordPostnatal, {
      ...request,
      mother: { ...sick, temperatureC: 38.6 },
      children: [
        {
          ...baby(second?.personId),
          ...{ weightKg: 2.41, dangerSigns: ['no-feeding'], referredTo: 'Bệnh viện Nhi' },
          checks: { jaundice: 'yellow' },
        },
      ],
    })
    const [ofMother = '', ofChild = ''] = visitIds
    const paper = { kind: 'maternal-referral', printerId: null } as const
    expect(point.done(buildDocument, { ...paper, personId: motherId, visitId: ofMother })).toMatchObject({
      ...{ about: 'mother', to: 'Bệnh viện Phụ sản', visitedOn: '24/11/2026', done: 'Uống nhiều nước' },
      signs: ['Sốt'],
      measures: [
        'nhiệt độ 38,6 °C',
        'mạch 80 lần/phút',
        'huyết áp 110/70 mmHg',
        expect.stringContaining(': '),
      ],
      head: expect.arrayContaining([
        { caption: 'Sinh ngày', value: '22/11/2026', isWide: false },
        { caption: 'Ngày sau sinh', value: '2', isWide: false },
        { caption: 'Cách sinh', value: 'sinh thường', isWide: false },
      ]),
    })
    const childId = second?.personId ?? ''
    expect(point.done(buildDocument, { ...paper, personId: childId, visitId: ofChild })).toMatchObject({
      ...{ about: 'newborn', to: 'Bệnh viện Nhi', signs: ['Bỏ bú'] },
      measures: ['cân nặng 2,41 kg', 'nhiệt độ 36,7 °C', 'nhịp thở 44 lần/phút', 'Vàng da: có'],
      head: expect.arrayContaining([
        { caption: 'Ngày tuổi', value: '2', isWide: false },
        { caption: 'Cân nặng khi sinh', value: '2650 g', isWide: false },
        { caption: 'Mẹ', value: 'Trần Thị Ước Nguyện', isWide: false },
      ]),
    })
    const other = { ...paper, personId: first?.personId ?? '', visitId: ofChild }
    expect(point.codes(buildDocument, other)).toEqual(['postnatal.not-found'])
    point.done(voidPostnatal, { visitId: ofMother, who: 'mother', reason: 'Ghi nhầm người' })
    expect(point.codes(buildDocument, { ...paper, personId: motherId, visitId: ofMother })).toEqual([
      'postnatal.not-found',
    ])
  })
})
