import { addDays, type CalendarDay } from '../calendar/calendar-day'
import { addOffset, latestOf } from '../calendar/offset'
import type { Person } from '../person/person'
import { ageOfVisit, type Habit, inventHistory, type VisitId } from './invented-history'
import { type InventedFamily, inventChild, inventNationalId } from './invented-person'
import { inventAdult, inventPregnantWoman } from './practice-adults'
import { inventLots, type PracticeLot } from './practice-lots'
import { newFamily, type PracticePerson, type PracticeSetting, toDose } from './practice-setting'
import { between, chance, pick, pickWeighted, type Random } from './random'

/** Everything a practice database begins with. Appointments are indexes into `people`, in the order of the list. */
export type PracticePoint = {
  readonly people: readonly PracticePerson[]
  readonly lots: readonly PracticeLot[]
  readonly appointmentsToday: readonly number[]
}

const childCount = 320
const newbornCount = 14
const schoolgirlCount = 10
const womanCount = 32
const adultCount = 24
const mostAppointments = 80

/**
 * Invents 400 people of all ages around a day: children up to seven with histories, newborns without a name, twins,
 * girls for HPV, pregnant women, adults. The same random source gives the same people. All of it is made up: personal
 * numbers have province digits that do not exist, phones begin with `09000`.
 */
export function inventPracticePoint(setting: PracticeSetting): PracticePoint {
  const people = [
    ...repeat(childCount - 1, () => inventPatient(setting)),
    ...repeat(1, () => inventPatient(setting)).flatMap(first => twinsOf(first)),
    ...repeat(newbornCount - 1, () => inventNewborn(setting)),
    ...repeat(schoolgirlCount, () => inventSchoolgirl(setting)),
    ...repeat(womanCount, () => inventPregnantWoman(setting)),
    ...repeat(adultCount, () => inventAdult(setting)),
  ]
  const due = people.flatMap(({ dueVaccines }, index) => (dueVaccines.length > 0 ? [index] : []))
  return { people, lots: inventLots(setting.today), appointmentsToday: due.slice(0, mostAppointments) }
}

function inventPatient(setting: PracticeSetting): PracticePerson {
  const { random, today } = setting
  const habit = inventHabit(random)
  const birthDate = inventBirthDate(random, today, habit)
  return childWith(setting, newFamily(setting, birthDate), birthDate, habit, false)
}

function inventHabit(random: Random): Habit {
  const kind = chance(random, 0.15) ? 'fee' : 'national'
  const stops: readonly VisitId[] =
    kind === 'fee'
      ? ['2m', '3m', '4m', '9m', '12m', '18m']
      : ['2m', '3m', '4m', '5m', '9m', '12m', '12m2', '18m', '24m', '7y']
  return {
    kind,
    jitterDays: pickWeighted(random, [
      [6, 5],
      [20, 3],
      [70, 1],
    ]),
    hasRota: chance(random, 0.5),
    hasPcv: chance(random, 0.2),
    early: pickWeighted(random, [
      [null, 30],
      ['five-in-one', 1],
      ['measles', 1],
    ]),
    stopAt: chance(random, 0.3) ? pick(random, stops) : null,
  }
}

/** With a stop, the visit there is due about now (two of three) or long past; otherwise any age up to seven years. */
function inventBirthDate(random: Random, today: CalendarDay, habit: Habit): CalendarDay {
  if (habit.stopAt === null)
    return addDays(
      today,
      -pickWeighted(random, [
        [between(random, 1, 60), 1],
        [between(random, 61, 730), 6],
        [between(random, 731, 2540), 5],
      ]),
    )
  const { years, months, days } = ageOfVisit(habit.stopAt, habit)
  const overdueDays = chance(random, 0.66) ? between(random, 0, 14) : between(random, 30, 200)
  return addDays(addOffset(today, { years: -years, months: -months, days: -days }), -overdueDays)
}

function childWith(
  setting: PracticeSetting,
  family: InventedFamily,
  birthDate: CalendarDay,
  habit: Habit,
  isNameless: boolean,
): PracticePerson {
  const { random, today } = setting
  const history = inventHistory(random, birthDate, today, habit)
  const person = withAlerts(random, inventChild(random, family, birthDate, isNameless), today)
  return {
    person,
    historicalDoses: history.doses.map(dose => toDose(setting, dose.vaccineCode, dose.givenOn)),
    dueVaccines: history.due.flatMap(({ vaccines }) => vaccines),
    expectedBirthOn: null,
  }
}

function withAlerts(random: Random, person: Person, today: CalendarDay): Person {
  const code = pickWeighted(random, [
    [null, 90],
    ['mother-hbsag-positive', 5],
    ['allergy', 2],
    ['severe-reaction', 1],
    ['chronic-disease', 1],
    ['immunodeficiency', 1],
  ] as const)
  const preterm =
    (person.gestationWeeks ?? 40) < 37
      ? ([{ code: 'preterm', note: null, notedOn: person.birthDate }] as const)
      : []
  if (code === null) return { ...person, alerts: preterm }
  const note = {
    'mother-hbsag-positive': null,
    allergy: 'Dị ứng trứng',
    'severe-reaction': 'Sốt cao 39,5 °C sau mũi trước',
    'chronic-disease': 'Tim bẩm sinh',
    immunodeficiency: 'Đang theo dõi',
  }[code]
  const notedOn = code === 'mother-hbsag-positive' ? person.birthDate : addDays(today, -1)
  return {
    ...person,
    alerts: [{ code, note, notedOn: latestOf([notedOn, person.birthDate]) ?? notedOn }, ...preterm],
  }
}

/** A second child of the same mother, day and history, with another name: never to be merged with the first. */
function twinsOf(first: PracticePerson): readonly PracticePerson[] {
  const familyName = first.person.name.split(' ')[0] ?? ''
  const name = `${familyName} ${first.person.sex === 'male' ? 'Gia Phúc' : 'Gia Hân'}`
  return [first, { ...first, person: { ...first.person, name, identifiers: [], birthTime: null } }]
}

const nothingYet: Habit = {
  kind: 'national',
  jitterDays: 0,
  hasRota: false,
  hasPcv: false,
  early: null,
  stopAt: null,
}

function inventNewborn(setting: PracticeSetting): PracticePerson {
  const birthDate = addDays(setting.today, -between(setting.random, 0, 20))
  return childWith(setting, newFamily(setting, birthDate), birthDate, nothingYet, true)
}

function inventSchoolgirl(setting: PracticeSetting): PracticePerson {
  const { random, today } = setting
  const birthDate = addDays(addOffset(today, { years: -11, months: 0, days: 0 }), -between(random, 0, 300))
  const family = newFamily(setting, birthDate)
  const grown = childWith(setting, family, birthDate, { ...nothingYet, jitterDays: 20 }, false)
  const identifiers = [
    { system: 'national-id', value: inventNationalId(random, 'female', birthDate) } as const,
  ]
  const person: Person = { ...grown.person, name: family.childName('female'), sex: 'female', identifiers }
  return { ...grown, person, dueVaccines: ['HPV_EPI'] }
}

function repeat<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make)
}
