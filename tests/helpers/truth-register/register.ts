import { addDays, type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import { between, chance, pick, type Random, seededRandom } from '../../../src/domain/exchange/random'
import type { Person } from '../../../src/domain/person/person'
import {
  inventChildren,
  inventFamily,
  inventHome,
  inventLongPhone,
  inventOwnDoses,
  type TrueChild,
  type TrueDose,
  type World,
} from './people'
import { anew, rates } from './rates'
import { writeRecord } from './write-record'

/** A record and whose it really is. */
export type TruthRecord = {
  /** The same for all records of one child, and for nobody else's. */
  readonly childNumber: number
  readonly person: Person
  readonly doses: readonly TrueDose[]
  /** 1 or 2 of a twin birth. */
  readonly twinOrder: number | null
}

type Setting = {
  readonly persons: number
  readonly seed: number
  readonly today: CalendarDay
  readonly places: World['places']
}

/**
 * Invents a register of this many records in which it is known which records are one child. The same seed gives the same
 * register; records of one child do not stand together.
 */
export function inventTruthRegister({ persons, seed, today, places }: Setting): readonly TruthRecord[] {
  const random = seededRandom(seed)
  const world: World = { random, today, places, numbers: { next: 0 } }
  const workers = places.map(() => inventLongPhone(random))
  const records: TruthRecord[] = []
  const named: TrueChild[] = []
  let childNumber = 0
  let lastPhone = inventLongPhone(random)
  while (records.length < persons) {
    const family = inventFamily(world)
    const isShared = chance(random, rates.sharedPhone)
    const phone = isShared ? lastPhone : family.mother.phone
    lastPhone = family.mother.phone
    for (const born of inventChildren(world, { ...family, mother: { ...family.mother, phone } })) {
      const child = chance(random, rates.namesakes) ? namesakeOf(world, born, named) : born
      childNumber++
      for (const written of writeChild(world, child, workers))
        records.push({ ...written, childNumber, twinOrder: child.twinOrder })
      named[named.length < 5_000 ? named.length : between(random, 0, 4_999)] = child
    }
  }
  return shuffle(records.slice(0, persons), random)
}

/** Another family's child of the same name, born the same day. Twins stay as they are. */
function namesakeOf(world: World, child: TrueChild, named: readonly TrueChild[]): TrueChild {
  if (named.length === 0 || child.twinOrder !== null) return child
  const { name, sex, bornOn } = pick(world.random, named)
  return { ...child, name, sex, bornOn, doses: inventOwnDoses(world, bornOn) }
}

type Written = Pick<TruthRecord, 'person' | 'doses'>

/** All records of one child: the first, and those made anew instead of found. */
function writeChild(world: World, child: TrueChild, workers: readonly string[]): readonly Written[] {
  const { random, today } = world
  const isStillNameless = child.isEnteredNameless && daysBetween(child.bornOn, today) < between(random, 5, 60)
  const isNamedAnew = child.isEnteredNameless && !isStillNameless && chance(random, rates.namedAnew)
  const phones = { mother: phoneOf(world, child, workers), father: child.family.father.phone }
  const at = { isNameless: isStillNameless || isNamedAnew, home: child.family.home, phones }
  const others = isNamedAnew ? ['named' as const] : entriesAnew(random, isStillNameless)
  const split = splitDoses(random, child.doses, others.length + 1)
  const write = (writing: typeof at, doses: readonly TrueDose[]): Written => ({
    person: writeRecord(random, child, { ...writing, doses }, today),
    doses,
  })
  return [
    write(at, split[0] ?? []),
    ...others.map((kind, index) => {
      const isMoved = kind === 'moved'
      const home = isMoved ? inventHome(world) : at.home
      const isOther = chance(random, isMoved ? anew.otherPhoneAfterMove : anew.otherPhone)
      const mother = isOther ? pick(random, [phones.father, inventLongPhone(random)]) : phones.mother
      return write(
        { isNameless: isStillNameless, home, phones: { ...phones, mother } },
        split[index + 1] ?? [],
      )
    }),
  ]
}

function phoneOf({ random, places }: World, { family }: TrueChild, workers: readonly string[]): string {
  if (!chance(random, rates.workerPhone)) return family.mother.phone
  const at = places.findIndex(({ communeCode }) => communeCode === family.home.communeCode)
  return workers[at] ?? family.mother.phone
}

function entriesAnew(random: Random, isNameless: boolean): readonly ('moved' | 'again')[] {
  const kind = random()
  const first = kind < rates.movedAnew ? 'moved' : 'again'
  // A newborn is seldom entered twice before it has a name.
  const share = isNameless ? rates.enteredAnew / 4 : rates.movedAnew + rates.enteredAnew
  if (kind >= share) return []
  return chance(random, rates.enteredThrice) ? [first, 'again'] : [first]
}

/**
 * The doses each record holds: each was entered where it was given; the places came one after the other. Earlier doses
 * are copied from the child's book as often as that happens, now and then with a wrong day.
 */
function splitDoses(
  random: Random,
  doses: readonly TrueDose[],
  records: number,
): readonly (readonly TrueDose[])[] {
  if (records === 1) return [doses]
  const cuts = Array.from({ length: records - 1 }, () => between(random, 1, Math.max(1, doses.length))).sort(
    (a, b) => a - b,
  )
  const edges = [0, ...cuts, doses.length]
  return Array.from({ length: records }, (_, record) => {
    const own = doses.slice(edges[record], edges[record + 1])
    const copied = doses.slice(0, edges[record]).flatMap(dose => copy(random, dose))
    const twice = doses.slice(edges[record + 1]).filter(() => chance(random, anew.doseTwice))
    return [...copied, ...own, ...twice]
  })
}

function copy(random: Random, dose: TrueDose): readonly TrueDose[] {
  if (!chance(random, anew.doseCopied)) return []
  if (!chance(random, anew.doseDaySlip)) return [dose]
  return [{ ...dose, on: addDays(dose.on, between(random, -10, -1)) }]
}

function shuffle<T>(items: readonly T[], random: Random): readonly T[] {
  const shuffled = [...items]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = between(random, 0, last)
    const [a, b] = [shuffled[last], shuffled[other]]
    if (a === undefined || b === undefined) continue
    shuffled[last] = b
    shuffled[other] = a
  }
  return shuffled
}

/** The pairs of records that are one child, as `i < j` positions. */
export function truePairs(records: readonly TruthRecord[]): readonly (readonly [number, number])[] {
  const places = new Map<number, number[]>()
  records.forEach(({ childNumber }, at) => {
    const known = places.get(childNumber)
    if (known) known.push(at)
    else places.set(childNumber, [at])
  })
  return [...places.values()].flatMap(group =>
    group.flatMap((first, at) => group.slice(at + 1).map(second => [first, second] as const)),
  )
}
