import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { AntenatalVisit } from '../maternal/antenatal-visit'
import type { Birth, Newborn } from '../maternal/birth'
import type { Handbook } from '../maternal/handbook'
import type { PostpartumVisit } from '../maternal/postnatal-visit'
import type { Pregnancy } from '../maternal/pregnancy'
import type { Person } from '../person/person'
import { inventNationalId } from './invented-person'
import { between, chance, type Random } from './random'

/*
 * Made-up pages of the mother-and-child handbook for practice mode, for trying out and for measuring: pregnancies on their
 * way, births of the last months with their mothers, weights of small children. They look real and are nobody's.
 */

export type Nobodys<T> = Omit<T, 'personId'>
export type InventedPregnancy = {
  readonly pregnancy: Nobodys<Pregnancy>
  readonly visits: readonly Nobodys<Omit<AntenatalVisit, 'pregnancyId'>>[]
  readonly handbook: Nobodys<Omit<Handbook, 'pregnancyId'>> | null
}
export type InventedBirth = InventedPregnancy & {
  readonly mother: Person
  readonly birth: Nobodys<Omit<Birth, 'pregnancyId'>>
  readonly newborn: Nobodys<Omit<Newborn, 'birthId'>>
  readonly postpartum: readonly Nobodys<Omit<PostpartumVisit, 'birthId'>>[]
}

export const byNobody = { byUserId: null, byName: null }
const pregnancyDays = 280
const between4And5Weeks = 30

/** The pages of a pregnant woman, from the day she is expected to give birth; the visits end before today. */
export function inventPregnancy(
  random: Random,
  dueOn: CalendarDay,
  today: CalendarDay,
  endsOn: CalendarDay | null = null,
): InventedPregnancy {
  const lastPeriodOn = addDays(dueOn, -pregnancyDays)
  const lastDay = endsOn ?? addDays(today, -1)
  const weeks = between(random, 7, 15)
  const enrolledOn = earlier(addDays(lastPeriodOn, weeks * 7), addDays(lastDay, -1))
  const weightBeforeKg = between(random, 43, 62)
  const visits = visitDays(random, enrolledOn, lastDay).map((visitedOn, index) =>
    inventVisit(random, { visitedOn, lastPeriodOn, weightBeforeKg, isFirst: index === 0 }),
  )
  const gravida = between(random, 1, 3)
  const isGone = endsOn !== null
  return {
    pregnancy: {
      enrolledOn,
      lastPeriodOn,
      lastPeriodSure: true,
      scan: null,
      statedDueOn: null,
      gravida,
      para: { term: gravida - 1, preterm: 0, lost: 0, living: gravida - 1 },
      heightCm: between(random, 147, 163),
      weightBeforeKg,
      fetuses: 1,
      riskCodes: [],
      riskNote: null,
      birthPlan: null,
      outcome: isGone ? 'birth' : null,
      endedOn: endsOn,
      note: null,
      ...byNobody,
    },
    visits,
    handbook: chance(random, 0.8) ? { issuedOn: enrolledOn, kind: 'paper', number: null, ...byNobody } : null,
  }
}

function earlier(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a < b ? a : b
}

/** About every month; some women stay away for a while, as the list of those who are late must show. */
function visitDays(random: Random, enrolledOn: CalendarDay, lastDay: CalendarDay): readonly CalendarDay[] {
  const days: CalendarDay[] = [enrolledOn]
  const staysAwayAfter = chance(random, 0.25) ? between(random, 1, 3) : 20
  for (let on = enrolledOn; days.length <= staysAwayAfter; ) {
    on = addDays(on, between4And5Weeks + between(random, -4, 6))
    if (on > lastDay) break
    days.push(on)
  }
  return days
}

function inventVisit(
  random: Random,
  about: {
    readonly visitedOn: CalendarDay
    readonly lastPeriodOn: CalendarDay
    readonly weightBeforeKg: number
    readonly isFirst: boolean
  },
): InventedPregnancy['visits'][number] {
  const { visitedOn, lastPeriodOn, weightBeforeKg, isFirst } = about
  const weeks = Math.floor(daysBetween(lastPeriodOn, visitedOn) / 7)
  const gained = weeks < 13 ? 1 : 1 + (weeks - 13) * 0.42
  const isHeard = weeks >= 13
  const result = () => (chance(random, 0.05) ? ('positive' as const) : ('negative' as const))
  const tests = isFirst ? ['hiv', 'syphilis', 'hbsag'] : []
  return {
    visitedOn,
    placeName: null,
    weightKg: Math.round((weightBeforeKg + gained + between(random, -8, 8) / 10) * 10) / 10,
    systolic: between(random, 98, 128),
    diastolic: between(random, 60, 82),
    oedema: weeks > 30 && chance(random, 0.1),
    fundalHeightCm: weeks >= 18 ? weeks - between(random, 0, 2) : null,
    abdominalGirthCm: null,
    fetalHeartRates: isHeard ? [between(random, 125, 155)] : [],
    presentation: weeks >= 30 ? 'cephalic' : null,
    urineProtein: 'none',
    haemoglobin: isFirst ? between(random, 98, 132) : null,
    tests: tests.map(code => ({ code, result: code === 'hbsag' ? result() : 'negative', note: null })),
    scan: null,
    ironFolateTablets: 30,
    dangerSigns: [],
    diagnosis: null,
    advice: null,
    referredTo: null,
    nextVisitOn: addDays(visitedOn, between4And5Weeks),
    ...byNobody,
  }
}

/** The pages of a birth of the last months, with the mother, who was not registered so far. */
export function inventBirth(random: Random, child: Person, today: CalendarDay): InventedBirth {
  const { birthDate } = child
  const weeks = child.gestationWeeks ?? 39
  const dueOn = addDays(birthDate, pregnancyDays - weeks * 7)
  const seenOn = addDays(birthDate, between(random, 1, 12))
  return {
    ...inventPregnancy(random, dueOn, today, birthDate),
    mother: motherOf(random, child),
    birth: {
      bornOn: birthDate,
      place: 'hospital',
      placeName: 'Bệnh viện thực hành',
      mode: chance(random, 0.3) ? 'caesarean' : 'vaginal',
      attendant: 'midwife',
      attendantName: null,
      gestationWeeks: weeks,
      gestationDays: 0,
      bloodLossMl: between(random, 15, 40) * 10,
      complications: [],
      motherState: 'well',
      note: null,
      ...byNobody,
    },
    newborn: inventNewborn(random, child),
    postpartum: seenOn < today && chance(random, 0.7) ? [inventPostpartum(random, seenOn)] : [],
  }
}

function inventNewborn(
  random: Random,
  { birthDate, birthTime, sex, birthWeightG }: Person,
): InventedBirth['newborn'] {
  return {
    order: 1,
    bornOn: birthDate,
    bornAt: birthTime,
    alive: true,
    sex,
    weightG: birthWeightG,
    lengthCm: between(random, 46, 52),
    headCm: between(random, 32, 35),
    apgar1: between(random, 7, 9),
    apgar5: between(random, 8, 10),
    apgar10: null,
    criedAtOnce: true,
    skinToSkin: chance(random, 0.8),
    breastfedWithinHour: chance(random, 0.8),
    vitaminK: true,
    eyeCare: null,
    defects: null,
    screenings: {},
    note: null,
    ...byNobody,
  }
}

function inventPostpartum(random: Random, visitedOn: CalendarDay): InventedBirth['postpartum'][number] {
  return {
    visitedOn,
    placeName: null,
    temperatureC: 36.5 + between(random, 0, 7) / 10,
    pulse: between(random, 70, 92),
    systolic: between(random, 100, 125),
    diastolic: between(random, 62, 80),
    checks: {},
    vitaminA: null,
    contraception: null,
    dangerSigns: [],
    advice: null,
    referredTo: null,
    nextVisitOn: null,
    ...byNobody,
  }
}

/** The mother as her child's record names her. */
function motherOf(random: Random, child: Person): Person {
  const known = child.relatives.find(({ relation }) => relation === 'mother')
  const year = known?.birthYear ?? Number(child.birthDate.slice(0, 4)) - 27
  const birthDate = `${year}-${String(between(random, 1, 12)).padStart(2, '0')}-${String(between(random, 1, 28)).padStart(2, '0')}`
  return {
    ...child,
    kind: 'woman',
    sex: 'female',
    name: known?.name ?? '',
    birthDate: birthDate as CalendarDay,
    birthTime: null,
    phone: known?.phone ?? null,
    identifiers: [
      { system: 'national-id', value: inventNationalId(random, 'female', birthDate as CalendarDay) },
    ],
    relatives: [],
    alerts: [],
    protectedAtBirth: null,
    gestationWeeks: null,
    birthWeightG: null,
    note: null,
  }
}
