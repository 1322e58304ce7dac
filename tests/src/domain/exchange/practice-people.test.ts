import { describe, expect, test } from 'vitest'
import { day, daysBetween } from '../../../../src/domain/calendar/calendar-day'
import { inventPracticePoint } from '../../../../src/domain/exchange/practice-people'
import { between, pickWeighted, seededRandom } from '../../../../src/domain/exchange/random'
import { displayName } from '../../../../src/domain/person/display-name'
import { isBlocking, problemsOf } from '../../../../src/domain/person/validate-person'
import { nameParts, vaccines } from './resources'

const today = day('2026-11-22')
const place = { provinceCode: '38', communeCode: '16378', hamlets: ['Thôn 1', 'Thôn 2'] }
const invent = (seed: number, on = today) =>
  inventPracticePoint({
    random: seededRandom(seed),
    names: nameParts,
    place,
    placeName: 'Trạm Y tế thực hành',
    today: on,
  })

describe('inventPracticePoint', () => {
  const point = invent(1)

  test('the same seed gives the same people, another seed others', () => {
    expect(invent(1)).toEqual(point)
    expect(invent(2).people[0]).not.toEqual(point.people[0])
  })

  test('about four hundred people of all kinds', () => {
    expect(point.people).toHaveLength(400)
    expect(point.people.filter(({ person }) => person.kind === 'child').length).toBeGreaterThan(300)
    expect(point.people.filter(({ expectedBirthOn }) => expectedBirthOn !== null)).toHaveLength(32)
    expect(
      point.people.filter(({ person }) => displayName(person).startsWith('Con bà ')).length,
    ).toBeGreaterThan(10)
    expect(
      point.people.some(({ person }) => person.alerts.some(({ code }) => code === 'mother-hbsag-positive')),
    ).toBe(true)
    expect(new Set(point.people.map(({ person }) => person.ethnicGroupCode)).size).toBeGreaterThan(3)
  })

  test.each([1, 2, 3, 4, 5])(
    'seed %i: no record is refused, no dose before birth, today or later, or twice',
    seed => {
      const codes = new Set(vaccines.map(({ code }) => code))
      for (const { person, historicalDoses } of invent(seed, day('2024-02-29')).people) {
        expect(problemsOf(person, day('2024-02-29')).filter(isBlocking)).toEqual([])
        const seen = historicalDoses.map(({ vaccineCode, givenOn }) => `${vaccineCode} ${givenOn}`)
        expect(new Set(seen).size).toBe(seen.length)
        for (const dose of historicalDoses) {
          expect(codes).toContain(dose.vaccineCode)
          expect(daysBetween(person.birthDate, dose.givenOn)).toBeGreaterThanOrEqual(0)
          expect(dose.givenOn < '2024-02-29').toBe(true)
        }
      }
    },
  )

  test('nobody real is mistaken: numbers have province digits that do not exist, phones stay in their block', () => {
    for (const { person } of point.people) {
      for (const phone of [person.phone, ...person.relatives.map(relative => relative.phone)])
        expect(phone ?? '09000').toMatch(/^09000/u)
      for (const { value } of person.identifiers) expect(value).toMatch(/^000/u)
    }
  })

  test('eighty appointments today, each of somebody with something due', () => {
    expect(point.appointmentsToday).toHaveLength(80)
    for (const index of point.appointmentsToday)
      expect(point.people[index]?.dueVaccines.length).toBeGreaterThan(0)
  })

  test('every programme vaccine somebody is due for has a usable lot, and there are lots to learn from', () => {
    const usable = point.lots
      .filter(({ lot }) => lot.status === 'active' && lot.expiresOn >= today)
      .map(({ lot }) => lot.vaccineCode)
    const needed = new Set(point.appointmentsToday.flatMap(index => point.people[index]?.dueVaccines ?? []))
    for (const code of needed) if (code !== 'ADACEL') expect(usable).toContain(code)
    expect(point.lots.some(({ lot }) => lot.expiresOn < today)).toBe(true)
    expect(point.lots.some(({ lot }) => lot.status === 'suspended')).toBe(true)
    expect(new Set(point.lots.map(({ lot }) => `${lot.vaccineCode} ${lot.number}`)).size).toBe(
      point.lots.length,
    )
  })
})

describe('random', () => {
  test('stays within its bounds and follows its weights', () => {
    const random = seededRandom(7)
    const drawn = Array.from({ length: 2000 }, () => between(random, 3, 5))
    expect(new Set(drawn)).toEqual(new Set([3, 4, 5]))
    const often = Array.from({ length: 2000 }, () =>
      pickWeighted(random, [
        ['a', 9],
        ['b', 1],
      ]),
    ).filter(item => item === 'a')
    expect(often.length).toBeGreaterThan(1700)
    expect(() => pickWeighted(random, [])).toThrow(RangeError)
  })
})
