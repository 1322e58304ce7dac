import { describe, expect, test } from 'vitest'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import {
  countHandbookLists,
  type HandbookFilter,
  listHandbookLines,
} from '../../../src/contract/handbook-list-calls'
import { startJob } from '../../../src/contract/job-calls'
import { undoMerge } from '../../../src/contract/merge-calls'
import { recordResidence } from '../../../src/contract/residence-calls'
import type { Person } from '../../../src/domain/person/person'
import type { HandbookList } from '../../../src/domain/report/handbook-lists'
import {
  antenatalVisit,
  birth,
  childCheck,
  note,
  postpartumVisit,
  pregnancy,
  takeBack,
} from '../../helpers/handbook-records'
import type { TestPoint } from '../../helpers/test-point'
import { twoRecords } from './merge-setting'
import { home, mother, on, openReadyPoint, register } from './ready-point'

const everybody: HandbookFilter = { place: null, text: '', lateDays: null }

/** Makes the lists anew and reads one of them. */
async function list(point: TestPoint, which: HandbookList, filter: Partial<HandbookFilter> = {}) {
  point.done(startJob, { job: { name: 'handbook.lists' } })
  expect(await point.ended('handbook.lists')).toMatchObject({ state: 'done' })
  return read(point, which, filter)
}

function read(point: TestPoint, which: HandbookList, filter: Partial<HandbookFilter> = {}) {
  return point.done(listHandbookLines, {
    list: which,
    filter: { ...everybody, ...filter },
    offset: 0,
    limit: 200,
  })
}

const namesOf = ({ lines }: Awaited<ReturnType<typeof list>>) => lines.map(({ hit }) => hit.name)
const inHamlet = (hamlet: string) => ({ addresses: { current: { ...home, hamlet } } })

function woman(point: TestPoint, name: string, changes: Partial<Person> = {}): string {
  return register(point, {
    kind: 'woman',
    name,
    birthDate: on('1998-03-04'),
    sex: 'female',
    phone: '0900012345',
    relatives: [],
    ...changes,
  })
}

describe('newborns without a birth dose', () => {
  test('those still in time first, then the late ones, the youngest first; whoever had it is not there', async () => {
    const point = openReadyPoint()
    register(point, { name: 'Lê Hôm Nay', birthDate: on('2026-11-22'), birthTime: '02:00' })
    register(point, { name: 'Lê Tuần Trước', birthDate: on('2026-11-15'), birthTime: '02:00' })
    register(point, { name: 'Trần Ba Ngày', birthDate: on('2026-11-19') })
    const given = register(point, { name: 'Phạm Đã Tiêm', birthDate: on('2026-11-21') })
    register(point, { name: 'Vũ Hai Tháng', birthDate: on('2026-09-22') })
    point.done(recordHistoricalDoses, {
      personId: given,
      doses: [
        {
          vaccineCode: 'GENEHBVAX_05',
          givenOn: on('2026-11-21'),
          statedNumber: null,
          lotNumber: null,
          placeName: null,
        },
      ],
    })
    const found = await list(point, 'birth-dose')
    expect(namesOf(found)).toEqual(['Lê Hôm Nay', 'Trần Ba Ngày', 'Lê Tuần Trước'])
    expect(found.lines.map(({ line }) => line.daysLate)).toEqual([null, 2, 6])
    expect(found.lines[0]?.hit.phone).toBe('0912345678')
  })
})

describe('mothers nobody has seen since birth', () => {
  test('listed from the day of birth to the forty-second, late from the third on, gone with the first visit', async () => {
    const point = openReadyPoint()
    const [fresh, late, seen, old] = ['Mẹ Mới', 'Mẹ Trễ', 'Mẹ Đã Khám', 'Mẹ Lâu Rồi'].map(name =>
      woman(point, name),
    )
    note(point, 'birth', birth(fresh ?? '', on('2026-11-21')))
    note(point, 'birth', birth(late ?? '', on('2026-11-10')))
    const birthId = note(point, 'birth', birth(seen ?? '', on('2026-11-10')))
    const visitId = note(point, 'postpartum-visit', postpartumVisit(seen ?? '', birthId, on('2026-11-12')))
    note(point, 'birth', birth(old ?? '', on('2026-10-10')))
    const found = await list(point, 'postpartum')
    expect(namesOf(found)).toEqual(['Mẹ Trễ', 'Mẹ Mới'])
    expect(found.lines.map(({ line }) => line.daysLate)).toEqual([10, null])
    takeBack(point, 'postpartum-visit', visitId)
    expect(read(point, 'postpartum').made.isStale).toBe(true)
    expect(namesOf(await list(point, 'postpartum')).toSorted()).toEqual(['Mẹ Mới', 'Mẹ Trễ', 'Mẹ Đã Khám'])
  })

  test('a voided birth and a mother who died ask for nobody', async () => {
    const point = openReadyPoint()
    const voided = note(point, 'birth', birth(woman(point, 'Mẹ Ghi Nhầm'), on('2026-11-15')))
    takeBack(point, 'birth', voided)
    note(point, 'birth', birth(woman(point, 'Mẹ Đã Mất'), on('2026-11-15'), { motherState: 'died' }))
    expect((await list(point, 'postpartum')).total).toBe(0)
  })
})

describe('children not weighed', () => {
  test('every month to two years, then more rarely, by the plan of the child; a chosen day goes first', async () => {
    const point = openReadyPoint()
    register(point, { name: 'Hai Tuần', birthDate: on('2026-11-08') })
    register(point, { name: 'Hai Tháng', birthDate: on('2026-09-01') })
    const weighed = register(point, { name: 'Một Năm', birthDate: on('2025-11-10') })
    note(point, 'child-check', childCheck(weighed, on('2026-11-10')))
    const older = register(point, { name: 'Ba Tuổi Rưỡi', birthDate: on('2023-05-01') })
    note(point, 'child-check', childCheck(older, on('2026-05-01')))
    const chosen = register(point, { name: 'Hẹn Sớm', birthDate: on('2022-11-10') })
    note(point, 'child-check', childCheck(chosen, on('2026-11-11'), { nextVisitOn: on('2026-11-18') }))
    register(point, { name: 'Bảy Tuổi', birthDate: on('2019-05-01') })
    const found = await list(point, 'not-weighed')
    expect(namesOf(found)).toEqual(['Hai Tháng', 'Ba Tuổi Rưỡi', 'Hẹn Sớm'])
    const [, third, fourth] = found.lines.map(({ line }) => line)
    expect(third).toMatchObject({ on: '2026-11-01', daysLate: 21, say: { lastOn: '2026-05-01' } })
    expect(fourth).toMatchObject({ on: '2026-11-18', daysLate: null })
  })

  test('a check without a weight, and one taken back, do not count', async () => {
    const point = openReadyPoint()
    const personId = register(point, { name: 'Hai Tháng', birthDate: on('2026-09-20') })
    note(point, 'child-check', childCheck(personId, on('2026-11-20'), { weightKg: null }))
    const wrong = note(point, 'child-check', childCheck(personId, on('2026-11-21')))
    expect((await list(point, 'not-weighed')).total).toBe(0)
    takeBack(point, 'child-check', wrong)
    expect((await list(point, 'not-weighed')).total).toBe(1)
  })

  test('after a merge there is one child, weighed under either record; the undone merge lists the other again', async () => {
    const { point, first, second, merge } = twoRecords({ birthDate: on('2026-06-20') })
    note(point, 'child-check', childCheck(second.personId, on('2026-11-20')))
    expect((await list(point, 'not-weighed')).lines.map(({ hit }) => hit.personId)).toEqual([first.personId])
    const mergeId = merge(first.personId, second.personId)
    expect((await list(point, 'not-weighed')).total).toBe(0)
    point.done(undoMerge, { mergeId, reason: 'hai trẻ khác nhau' })
    expect((await list(point, 'not-weighed')).total).toBe(1)
  })

  test('nobody asks for a child that moved away', async () => {
    const point = openReadyPoint()
    const personId = register(point, { birthDate: on('2026-06-20') })
    expect((await list(point, 'not-weighed')).total).toBe(1)
    const away = { state: 'moved-out', on: on('2026-11-01'), until: null } as const
    point.done(recordResidence, { personId, ...away, reason: null, otherPlace: null, note: null })
    expect((await list(point, 'not-weighed')).total).toBe(0)
  })
})

test('by hamlet, by text, by days late; counts say the same as the lists', async () => {
  const point = openReadyPoint()
  register(point, { name: 'Lê Thị Một', birthDate: on('2026-09-20'), ...inHamlet('Thôn 1') })
  const second = register(point, {
    name: 'Trần Văn Hai',
    birthDate: on('2026-06-20'),
    relatives: [mother({ name: 'Hồ Thị Khác' })],
    ...inHamlet('Thôn 2'),
  })
  note(point, 'child-check', childCheck(second, on('2026-07-20')))
  const place = { communeCode: home.communeCode, hamlet: 'Thôn 2' }
  expect(namesOf(await list(point, 'not-weighed', { place }))).toEqual(['Trần Văn Hai'])
  expect(namesOf(read(point, 'not-weighed', { text: 'le thi mot' }))).toEqual(['Lê Thị Một'])
  expect(namesOf(read(point, 'not-weighed', { lateDays: 60 }))).toEqual(['Trần Văn Hai'])
  expect(namesOf(read(point, 'not-weighed'))).toEqual(['Trần Văn Hai', 'Lê Thị Một'])
  const counts = point.done(countHandbookLists, { list: 'not-weighed', filter: { ...everybody, place } })
  expect(counts.lists.find(({ list: each }) => each === 'not-weighed')).toMatchObject({ lines: 1, late: 1 })
  expect(counts.places.map(({ hamlet, persons }) => [hamlet, persons])).toEqual([
    ['Thôn 2', 1],
    ['Thôn 1', 1],
  ])
})

test('before they are made lists are empty and say so; midnight makes them old', async () => {
  const point = openReadyPoint()
  register(point, { birthDate: on('2026-09-20') })
  expect(read(point, 'not-weighed')).toMatchObject({ total: 0, made: { at: null, isStale: true } })
  const found = await list(point, 'not-weighed')
  expect(found).toMatchObject({ total: 1, made: { isStale: false } })
  point.moveClock(24 * 3_600_000)
  expect(read(point, 'not-weighed').made.isStale).toBe(true)
})

describe('pregnant women', () => {
  test('one woman on both lists; after the birth, a miscarriage or a void on none', async () => {
    const point = openReadyPoint()
    const dated = { lastPeriodOn: on('2026-02-20'), lastPeriodSure: true, enrolledOn: on('2026-04-20') }
    const stays = woman(point, 'Mẹ Sắp Sinh')
    const pregnancyId = note(point, 'pregnancy', pregnancy(stays, dated))
    note(
      point,
      'antenatal-visit',
      antenatalVisit(stays, pregnancyId, on('2026-10-20'), { nextVisitOn: on('2026-11-17') }),
    )
    const gave = woman(point, 'Mẹ Đã Sinh')
    const ended = note(point, 'pregnancy', pregnancy(gave, dated))
    note(point, 'birth', birth(gave, on('2026-11-20'), { pregnancyId: ended }))
    note(point, 'pregnancy', pregnancy(woman(point, 'Mẹ Sẩy'), { ...dated, outcome: 'miscarriage' }))
    takeBack(point, 'pregnancy', note(point, 'pregnancy', pregnancy(woman(point, 'Mẹ Nhầm'), dated)))
    const due = await list(point, 'antenatal')
    expect(namesOf(due)).toEqual(['Mẹ Sắp Sinh'])
    expect(due.lines[0]?.line).toMatchObject({ on: '2026-11-17', daysLate: 5 })
    const expected = read(point, 'expected-births')
    expect(namesOf(expected)).toEqual(['Mẹ Sắp Sinh'])
    expect(expected.lines[0]?.line).toMatchObject({ on: '2026-11-27', daysLate: null })
  })
})

test('a child whose newest weight is much too low is found by the tables; an older low one is forgotten', async () => {
  const point = openReadyPoint()
  const light = register(point, { name: 'Nhẹ Cân', birthDate: on('2025-11-22'), sex: 'male' })
  note(point, 'child-check', childCheck(light, on('2026-09-20'), { weightKg: 9 }))
  note(point, 'child-check', childCheck(light, on('2026-11-20'), { weightKg: 6.6, lengthHeightCm: 74 }))
  const better = register(point, {
    name: 'Đã Khá',
    birthDate: on('2025-11-20'),
    relatives: [mother({ name: 'Hồ Thị Khác' })],
  })
  note(point, 'child-check', childCheck(better, on('2026-09-20'), { weightKg: 5.5 }))
  note(point, 'child-check', childCheck(better, on('2026-11-20'), { weightKg: 9 }))
  const found = await list(point, 'underweight')
  expect(namesOf(found)).toEqual(['Nhẹ Cân'])
  const say = found.lines[0]?.line.say
  expect(found.lines[0]?.line).toMatchObject({ on: '2026-11-20', say: { weightKg: 6.6 } })
  const codes = say?.list === 'underweight' ? say.findings.map(it => ('code' in it ? it.code : it.kind)) : []
  expect(codes.toSorted()).toEqual(['no-gain', 'severely-underweight', 'severely-wasted', 'weight-fell'])
})
