import { addDays, type CalendarDay } from '../calendar/calendar-day'
import type { Person } from '../person/person'
import { inventChild, inventNationalId } from './invented-person'
import { newFamily, type PracticePerson, type PracticeSetting, toDose } from './practice-setting'
import { between, chance, pick } from './random'

/** A pregnant woman with none, one or two tetanus doses. */
export function inventPregnantWoman(setting: PracticeSetting): PracticePerson {
  const { random, today } = setting
  const birthDate = addDays(today, -between(random, 19 * 365, 40 * 365))
  const expectedBirthOn = addDays(today, between(random, 20, 220))
  const firstOn = addDays(today, -between(random, 35, 400))
  const doseCount = between(random, 0, 2)
  const historicalDoses = [firstOn, addDays(firstOn, 31)]
    .slice(0, doseCount)
    .filter(givenOn => givenOn < today)
    .map(givenOn => toDose(setting, 'TT_IVAC', givenOn))
  const person: Person = {
    ...grownUp(setting, birthDate, 'female'),
    kind: 'woman',
    note: `Mang thai, dự kiến sinh ${spoken(expectedBirthOn)}`,
  }
  return {
    person,
    historicalDoses,
    dueVaccines: historicalDoses.length < 2 ? ['TT_IVAC'] : [],
    expectedBirthOn,
  }
}

/** A grown-up with a history of products the point sells. */
export function inventAdult(setting: PracticeSetting): PracticePerson {
  const { random, today } = setting
  const birthDate = addDays(today, -between(random, 20 * 365, 78 * 365))
  const person = grownUp(setting, birthDate, chance(random, 0.5) ? 'male' : 'female')
  const vaccines = pick(random, [
    ['VAXIGRIP_TETRA'],
    ['VERORAB', 'VERORAB', 'VERORAB'],
    ['ENGERIX_1', 'ENGERIX_1'],
    ['TT_IVAC'],
  ])
  const firstOn = addDays(today, -between(random, 40, 900))
  const historicalDoses = vaccines.map((code, index) =>
    toDose(setting, code, addDays(firstOn, index * (code === 'VERORAB' ? 4 : 31))),
  )
  return {
    person,
    historicalDoses: historicalDoses.filter(({ givenOn }) => givenOn < today),
    dueVaccines: [],
    expectedBirthOn: null,
  }
}

function grownUp(setting: PracticeSetting, birthDate: CalendarDay, sex: 'male' | 'female'): Person {
  const family = newFamily(setting, birthDate)
  return {
    ...inventChild(setting.random, family, birthDate, false),
    kind: sex === 'female' ? 'woman' : 'other',
    sex,
    name: family.childName(sex),
    birthTime: null,
    phone: family.mother.phone,
    identifiers: [{ system: 'national-id', value: inventNationalId(setting.random, sex, birthDate) }],
    relatives: [],
    protectedAtBirth: null,
    gestationWeeks: null,
    birthWeightG: null,
  }
}

function spoken(on: CalendarDay): string {
  return on.split('-').reverse().join('/')
}
