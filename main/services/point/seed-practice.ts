import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { inventPracticePoint } from '../../../src/domain/exchange/practice-people'
import type { PracticePerson } from '../../../src/domain/exchange/practice-setting'
import { seededRandom } from '../../../src/domain/exchange/random'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { Role } from '../../../src/domain/point/point'
import { mintCode } from '../person/register-person'
import type { Ports } from '../service'
import { handbookEntries } from './handbook-entries'

/** Everybody's PIN in practice mode, shown on the sign-in screen there and of no use anywhere else. */
export const practicePin = '2580'

/** Of so many children under a year the birth is in the handbook, and the mother a person of her own. */
const birthShare = 0.12

/** Roles of a small station; the names are roles, not people. */
const practiceUsers: readonly (readonly [name: string, role: Role])[] = [
  ['Trưởng trạm (thực hành)', 'head'],
  ['Y sĩ khám (thực hành)', 'screener'],
  ['Điều dưỡng tiêm (thực hành)', 'vaccinator'],
  ['Đón tiếp (thực hành)', 'receptionist'],
]

/** Fills an empty practice database with about 400 invented people around today. Does nothing when it is filled. */
export function seedPractice(ports: Ports): void {
  const { store, resources, clock, newId } = ports
  if (store.journal.length() > 0) return
  const at = clock()
  const commune = [...resources.units.communeByCode.values()].find(({ name }) => name === 'Đông Sơn')
  if (!commune) throw new Error('the practice commune is not among the units')
  const place = { provinceCode: commune.provinceCode, communeCode: commune.code }
  const hamlets = Array.from({ length: 8 }, (_, index) => `Thôn ${index + 1}`)
  const placeName = 'Trạm Y tế xã thực hành'
  const { people, lots, appointmentsToday } = inventPracticePoint({
    random: seededRandom(20_261_122),
    names: resources.practiceNames,
    place: { ...place, hamlets },
    placeName,
    today: vietnamDayOf(at),
  })
  const append = (entries: readonly NewEntry[]) =>
    store.journal.append(entries, { at, userId: null, requestId: null })
  store.transaction(() => {
    append(setUpEntries(ports, placeName, place))
    append(
      lots.flatMap(({ lot, doses }): NewEntry[] => {
        const lotId = newId()
        const movement = { lotId, kind: 'received' as const, doses, at, note: null }
        return [
          { noun: 'lot', recordId: lotId, verb: 'recorded', body: lot },
          { noun: 'movement', recordId: newId(), verb: 'recorded', body: movement },
        ]
      }),
    )
    const appointed = new Set(appointmentsToday)
    const personIds = people.map((invented, index) => {
      const [first, ...rest] = personEntries(ports, invented, appointed.has(index), at)
      append([first, ...rest])
      return first.recordId
    })
    const about = { random: seededRandom(20_261_127), today: vietnamDayOf(at), births: birthShare }
    for (const [index, invented] of people.entries())
      append(handbookEntries(ports, personIds[index] ?? '', invented, about))
  })
}

function setUpEntries(
  { newId, stationId, pins }: Ports,
  name: string,
  place: { readonly provinceCode: string; readonly communeCode: string },
): readonly NewEntry[] {
  const address = { ...place, hamlet: null, line: null }
  return [
    {
      noun: 'point',
      recordId: newId(),
      verb: 'recorded',
      body: {
        name,
        code: null,
        kind: 'commune-station',
        address,
        phone: null,
        offeredAntigens: [],
      },
    },
    { noun: 'station', recordId: stationId, verb: 'recorded', body: { name: 'Máy thực hành', number: 1 } },
    ...practiceUsers.map(
      ([userName, role]): NewEntry => ({
        noun: 'user',
        recordId: newId(),
        verb: 'recorded',
        body: { name: userName, role, pin: pins.hash(practicePin), active: true },
      }),
    ),
  ]
}

function personEntries(
  ports: Ports,
  { person, historicalDoses, dueVaccines }: PracticePerson,
  appointed: boolean,
  at: ReturnType<Ports['clock']>,
): readonly [NewEntry, ...NewEntry[]] {
  const personId = ports.newId()
  const code = { system: 'person-code' as const, value: mintCode(ports, person) }
  const labels = dueVaccines.map(vaccine => ports.resources.vaccines.get(vaccine)?.shortName ?? vaccine)
  const appointment = {
    personId,
    on: vietnamDayOf(at),
    slot: 'morning' as const,
    time: null,
    labels,
    status: 'planned' as const,
  }
  return [
    {
      noun: 'person',
      recordId: personId,
      verb: 'recorded',
      body: { ...person, identifiers: [...person.identifiers, code] },
    },
    ...historicalDoses.map(
      (dose): NewEntry => ({
        noun: 'dose',
        recordId: ports.newId(),
        verb: 'recorded',
        body: { ...dose, personId },
      }),
    ),
    ...(appointed
      ? [
          {
            noun: 'appointment' as const,
            recordId: ports.newId(),
            verb: 'recorded' as const,
            body: appointment,
          },
        ]
      : []),
  ]
}
