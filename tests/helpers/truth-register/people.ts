import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { type Habit, inventHistory, inventLotNumber } from '../../../src/domain/exchange/invented-history'
import { inventNationalId } from '../../../src/domain/exchange/invented-person'
import { between, chance, pick, pickWeighted, type Random } from '../../../src/domain/exchange/random'
import {
  fullName,
  inventGivenPart,
  inventLineage,
  inventTwinPart,
  type KnownSex,
  type Lineage,
} from './names'
import { rates } from './rates'

/** A dose that was really given. */
export type TrueDose = { readonly vaccineCode: string; readonly on: CalendarDay; readonly lot: string }

export type TruePlace = {
  readonly communeCode: string
  readonly provinceCode: string
  readonly hamlet: string
}

export type TrueFamily = {
  readonly lineage: Lineage
  readonly mother: TrueParent
  readonly father: TrueParent
  readonly home: TruePlace
}

export type TrueParent = {
  readonly name: string
  readonly birthYear: number
  readonly nationalId: string
  readonly phone: string
}

/** The doses of a child of a birth day that nothing else is known of. */
export function inventOwnDoses(world: World, bornOn: CalendarDay): readonly TrueDose[] {
  return inventDoses(world, bornOn, inventHabit(world.random))
}

/** A child as it is, before anybody writes it down. */
export type TrueChild = {
  readonly family: TrueFamily
  readonly name: string
  readonly sex: KnownSex
  readonly bornOn: CalendarDay
  readonly nationalId: string
  /** 1, 2 of a twin birth; null of a single one. */
  readonly twinOrder: number | null
  /** Entered at birth without a name of its own; twins mostly alike. */
  readonly isEnteredNameless: boolean
  readonly doses: readonly TrueDose[]
}

/** The world around: places, the last day, and what belongs to several families. */
export type World = {
  readonly random: Random
  readonly today: CalendarDay
  readonly places: readonly { readonly provinceCode: string; readonly communeCode: string }[]
  /** Numbers given so far: personal numbers are unique, whatever is drawn. */
  readonly numbers: { next: number }
}

export function inventFamily(world: World): TrueFamily {
  const { random } = world
  const lineage = inventLineage(random)
  const motherLineage =
    lineage.minority === null ? inventLineage(random) : { ...lineage, ...inventSame(random, lineage) }
  return {
    lineage,
    mother: inventParent(world, motherLineage, 'female'),
    father: inventParent(world, lineage, 'male'),
    home: inventHome(world),
  }
}

/** Minorities marry within their group mostly: another family name of the same kind. */
function inventSame(random: Random, lineage: Lineage): Lineage {
  for (let tries = 0; tries < 40; tries++) {
    const other = inventLineage(random)
    if (other.minority === lineage.minority) return other
  }
  return lineage
}

/** Communes differ in size by a factor of some ten; a commune has six to fifteen hamlets. */
export function inventHome({ random, places }: World): TruePlace {
  const at = Math.floor(places.length * random() ** 1.6)
  const place = places[at] ?? pick(random, places)
  const hamlets = 6 + ((at * 7) % 10)
  return { ...place, hamlet: `Thôn ${between(random, 1, hamlets)}` }
}

function inventParent(world: World, lineage: Lineage, sex: KnownSex): TrueParent {
  const { random } = world
  const birthYear = between(random, 1983, 2004)
  return {
    name: fullName(lineage, inventGivenPart(random, lineage, sex, false)),
    birthYear,
    nationalId: uniqueNumber(world, sex, `${birthYear}-01-01` as CalendarDay),
    phone: inventLongPhone(random),
  }
}

/** Its six free digits count on in steps that spread neighbours apart, as the real ones are drawn. */
function uniqueNumber({ random, numbers }: World, sex: KnownSex, bornOn: CalendarDay): string {
  numbers.next = (numbers.next + 617_377) % 1_000_000
  return inventNationalId(random, sex, bornOn).slice(0, 6) + String(numbers.next).padStart(6, '0')
}

/** Ten digits beginning `0900`, of a million: the short invented numbers would meet by chance. */
export function inventLongPhone(random: Random): string {
  return `0900${String(between(random, 0, 999_999)).padStart(6, '0')}`
}

/** One to four births, ten months apart at least, of the last seven years. */
export function inventChildren(world: World, family: TrueFamily): readonly TrueChild[] {
  const { random, today } = world
  const births = pickWeighted(random, [
    [1, 50],
    [2, 38],
    [3, 10],
    [4, 2],
  ] as const)
  const children: TrueChild[] = []
  let bornOn = addDays(today, -between(random, 0, 2_550))
  for (let birth = 0; birth < births; birth++) {
    const born = inventBirth(world, family, bornOn)
    // Nobody gives two children one name.
    if (born.every(({ name }) => children.every(older => older.name !== name))) children.push(...born)
    bornOn = addDays(bornOn, -between(random, 330, 1_400))
    if (bornOn < addDays(today, -2_550)) break
  }
  return children
}

function inventBirth(world: World, family: TrueFamily, bornOn: CalendarDay): readonly TrueChild[] {
  const { random } = world
  const isTwin = chance(random, rates.twins)
  const sex = inventSex(random)
  const givenPart = inventGivenPart(random, family.lineage, sex, true)
  const habit = inventHabit(random)
  const doses = inventDoses(world, bornOn, habit)
  const isEnteredNameless = chance(random, rates.enteredNameless)
  const first = { givenPart, sex, bornOn, doses, isEnteredNameless, twinOrder: isTwin ? 1 : null }
  const one = childOf(world, family, first)
  if (!isTwin) return [one]
  const otherSex = chance(random, 0.65) ? sex : inventSex(random)
  const otherPart = inventTwinPart(random, family.lineage, otherSex, givenPart)
  // Twins come together; now and then one was ill.
  const others = doses.filter(() => !chance(random, 0.04))
  const second = { ...first, givenPart: otherPart, sex: otherSex, doses: others, twinOrder: 2 }
  return [one, childOf(world, family, second)]
}

function childOf(
  world: World,
  family: TrueFamily,
  child: Omit<TrueChild, 'family' | 'name' | 'nationalId'> & { readonly givenPart: string },
): TrueChild {
  const { givenPart, ...rest } = child
  const nationalId = uniqueNumber(world, child.sex, child.bornOn)
  return { ...rest, family, name: fullName(family.lineage, givenPart), nationalId }
}

function inventSex(random: Random): KnownSex {
  return chance(random, 0.525) ? 'male' : 'female'
}

function inventHabit(random: Random): Habit {
  const isFee = chance(random, 0.15)
  const stops = ['3m', '9m', '18m', '24m'] as const
  return {
    kind: isFee ? 'fee' : 'national',
    jitterDays: pickWeighted(random, [
      [6, 5],
      [20, 3],
      [70, 1],
    ]),
    hasRota: false,
    hasPcv: false,
    early: null,
    stopAt: chance(random, 0.15) ? pick(random, stops) : null,
  }
}

/** Most points hold one session a month: doses fall on the session's day of the place, others on any day. */
function inventDoses({ random, today }: World, bornOn: CalendarDay, habit: Habit): readonly TrueDose[] {
  const sessionDay = chance(random, 0.7) ? pick(random, [5, 10, 15, 25]) : null
  const doses = inventHistory(random, bornOn, today, habit).doses.map(({ vaccineCode, givenOn }) => {
    const isAtBirth = givenOn < addDays(bornOn, 30)
    const on = sessionDay === null || isAtBirth ? givenOn : sessionOn(givenOn, sessionDay)
    return { vaccineCode, on, lot: inventLotNumber(vaccineCode, on) }
  })
  return doses.filter(({ on }) => on <= today)
}

/** The next session on or after a day. */
function sessionOn(on: CalendarDay, sessionDay: number): CalendarDay {
  const apart = (sessionDay - Number(on.slice(8)) + 30) % 30
  return addDays(on, apart)
}
