import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { inventPracticePoint } from '../../../src/domain/exchange/practice-people'
import type { PracticePerson } from '../../../src/domain/exchange/practice-setting'
import { seededRandom } from '../../../src/domain/exchange/random'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { Person } from '../../../src/domain/person/person'
import { communesOf } from '../../../src/domain/person/units'
import type { User } from '../../../src/domain/point/point'
import { mintCode } from '../person/register-person'
import type { Ports } from '../service'
import { handbookEntries } from './handbook-entries'

type SeedPorts = Pick<Ports, 'store' | 'resources' | 'clock' | 'newId' | 'stationId'>

/** The PIN of every user of a seeded database, and a ready hash of it, so that two seedings are equal to the byte. */
export const seededPin = '2580'
const storedPin: User['pin'] = {
  algorithm: 'scrypt',
  salt: '5eed5eed5eed5eed5eed5eed5eed5eed',
  hash: 'e39a11c4070a6eab0b999d2cfc7e62753cbac6cc1ec3667dd0df43a3cfe1daf3',
}

/** How many people are invented at a time, and how many of their earlier doses are kept. */
const peopleAtATime = 400
const dosesKept = 3
const placeName = 'Trạm Y tế xã Đông Sơn'

/**
 * Fills an empty database with a point, its users and lots, and this many invented people with up to three historical
 * doses each, all through the journal, with pages of the mother-and-child handbook where asked for. For measuring: the same ports and number give the same entries.
 */
export function seedRegister(
  ports: SeedPorts,
  persons: number,
  onProgress: (done: number) => void,
  { withHandbook = false }: { readonly withHandbook?: boolean } = {},
): void {
  const { store, clock } = ports
  const context = { at: clock(), userId: null, requestId: null }
  const append = (entries: readonly NewEntry[]) => store.journal.append(entries, context)
  for (let done = 0; done < persons || done === 0; done += peopleAtATime) {
    const { people, lots, appointmentsToday } = invent(ports, done / peopleAtATime)
    store.transaction(() => {
      if (done === 0) append([...setUpEntries(ports), ...lotEntries(ports, lots)])
      const kept = people.slice(0, persons - done)
      const personIds = kept.map((invented, index) => {
        const isExpected = done === 0 && appointmentsToday.includes(index)
        const [first, ...rest] = personEntries(ports, invented, done + index, isExpected)
        append([first, ...rest])
        return first.recordId
      })
      if (withHandbook) append(pagesOf(ports, kept, personIds, done))
    })
    onProgress(Math.min(done + peopleAtATime, persons))
  }
}

/** The handbook's pages of these people; some mothers of small children become persons beside the number asked for. */
function pagesOf(
  ports: SeedPorts,
  people: readonly PracticePerson[],
  personIds: readonly string[],
  seed: number,
): readonly NewEntry[] {
  const about = { random: seededRandom(seed + 7), today: vietnamDayOf(ports.clock()), births: 0.3 }
  return people.flatMap((invented, index) => handbookEntries(ports, personIds[index] ?? '', invented, about))
}

/** One person in ten lives in the point's own commune, the others anywhere in its province. */
function invent({ resources, clock }: SeedPorts, part: number) {
  const home = homeCommune(resources)
  const communes = communesOf(resources.units, home.provinceCode)
  const commune = part % 10 === 0 ? home : (communes[part % communes.length] ?? home)
  const hamlets = Array.from({ length: 8 }, (_, index) => `Thôn ${index + 1}`)
  return inventPracticePoint({
    random: seededRandom(part + 1),
    names: resources.practiceNames,
    place: { provinceCode: commune.provinceCode, communeCode: commune.code, hamlets },
    placeName,
    today: vietnamDayOf(clock()),
  })
}

function homeCommune(resources: Ports['resources']) {
  const commune = [...resources.units.communeByCode.values()].find(({ name }) => name === 'Đông Sơn')
  if (!commune) throw new Error('the seeded commune is not among the units')
  return commune
}

function setUpEntries({ newId, stationId, resources }: SeedPorts): readonly NewEntry[] {
  const { provinceCode, code: communeCode } = homeCommune(resources)
  const address = { provinceCode, communeCode, hamlet: null, line: null }
  const point = {
    name: placeName,
    code: null,
    kind: 'commune-station' as const,
    address,
    phone: null,
    offeredAntigens: [],
  }
  const user = { name: 'Quản trị', role: 'admin' as const, pin: storedPin, active: true }
  return [
    { noun: 'point', recordId: newId(), verb: 'recorded', body: point },
    { noun: 'station', recordId: stationId, verb: 'recorded', body: { name: 'Máy 1', number: 1 } },
    { noun: 'user', recordId: newId(), verb: 'recorded', body: user },
  ]
}

function lotEntries(
  { newId, clock }: SeedPorts,
  lots: ReturnType<typeof inventPracticePoint>['lots'],
): readonly NewEntry[] {
  return lots.flatMap(({ lot, doses }): NewEntry[] => {
    const lotId = newId()
    const movement = { lotId, kind: 'received' as const, doses, at: clock(), note: null }
    return [
      { noun: 'lot', recordId: lotId, verb: 'recorded', body: lot },
      { noun: 'movement', recordId: newId(), verb: 'recorded', body: movement },
    ]
  })
}

function personEntries(
  ports: SeedPorts,
  { person, historicalDoses, dueVaccines }: PracticePerson,
  index: number,
  isExpected: boolean,
): readonly [NewEntry, ...NewEntry[]] {
  const { newId, clock } = ports
  const personId = newId()
  const code = { system: 'person-code' as const, value: mintCode(ports, person) }
  const body = { ...person, identifiers: [...uniqueNumbers(person, index), code] }
  const appointment = {
    personId,
    on: vietnamDayOf(clock()),
    slot: 'morning' as const,
    time: null,
    labels: dueVaccines,
    status: 'planned' as const,
  }
  return [
    { noun: 'person', recordId: personId, verb: 'recorded', body },
    ...historicalDoses.slice(0, dosesKept).map(
      (dose): NewEntry => ({
        noun: 'dose',
        recordId: newId(),
        verb: 'recorded',
        body: { ...dose, personId },
      }),
    ),
    ...(isExpected
      ? [{ noun: 'appointment', recordId: newId(), verb: 'recorded', body: appointment } satisfies NewEntry]
      : []),
  ]
}

/** Among many invented people the random part of their numbers would meet; the place in the row never does. */
function uniqueNumbers(person: Person, index: number): Person['identifiers'] {
  return person.identifiers.map(({ system, value }) => ({
    system,
    value:
      system === 'national-id' ? `${value.slice(0, 6)}${String(index % 1_000_000).padStart(6, '0')}` : value,
  }))
}
