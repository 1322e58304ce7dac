import { askProvince, bringPerson, getProvinceAnswer } from '../../../src/contract/arrival-calls'
import type { ResponseOf } from '../../../src/contract/call'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import { addDays, day } from '../../../src/domain/calendar/calendar-day'
import { ownEntrySql } from '../../../src/domain/journal/arrival-mark'
import type { TestPoint } from '../test-point'
import type { Neighbour, SavedDose } from './protocol'

type ProvinceAnswer = ResponseOf<typeof getProvinceAnswer>

/** So long somebody at the desk waits for the province before the next child's turn, in ms. */
const patienceMs = 3_000

export const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

async function answered(point: TestPoint, askId: string) {
  const end = Date.now() + patienceMs
  for (;;) {
    const answer = point.done(getProvinceAnswer, { askId })
    if (answer.state !== 'running' || Date.now() > end) return answer
    await pause(20)
  }
}

/** Asks up to three times, as somebody does who has the mother before them. */
async function persist(
  point: TestPoint,
  ask: () => { readonly askId: string },
  isEnough: (answer: ProvinceAnswer) => boolean,
): Promise<ProvinceAnswer | null> {
  for (let tries = 0; tries < 3; tries++) {
    const answer = await answered(point, ask().askId)
    if (isEnough(answer)) return answer
  }
  return null
}

/** Looks somebody up at the province and brings them over; null when the line was too bad. */
export async function lookUp(point: TestPoint, { name, birthDate }: Neighbour): Promise<string | null> {
  const question = { number: null, name, birthDate, phone: null }
  const found = await persist(
    point,
    () => point.done(askProvince, question),
    ({ hits }) => hits.length > 0,
  )
  const resource = found?.hits[0]?.resource
  if (resource === undefined) return null
  const isBrought = ({ personIds }: ProvinceAnswer) => personIds.length > 0
  const brought = await persist(point, () => point.done(bringPerson, { resource }), isBrought)
  return brought?.personIds[0] ?? null
}

/**
 * Two points hear the same child's name and write down two. What neither clock nor rule may decide waits for a person at
 * one of them. Answers whether anything was corrected.
 */
export function rename(point: TestPoint, { personId }: Neighbour, number: number, index: number): boolean {
  const person = point.store.records.find('person', personId)
  if (!person || person.voided) return false
  // None of the names that children are registered under: nobody new looks like somebody renamed.
  const name = `Lò Thị Nghe ${letter(number)} ${letter(index)}`
  const birthDate = number % 2 === 0 ? addDays(person.birthDate, index) : person.birthDate
  if (person.name === name && person.birthDate === birthDate) return false
  point.done(correctPerson, { personId, changes: { name, birthDate }, reason: 'nghe lại tên' })
  return true
}

const letter = (number: number) => 'ABCDEGHIKLMNOPQRSTUVXY'[number % 22] ?? 'A'

/** A child of another point comes with its card, from which a dose is copied. A bad line ends it early. */
export async function receiveNeighbour(
  point: TestPoint,
  neighbour: Neighbour,
  number: number,
): Promise<readonly SavedDose[]> {
  const { birthDate } = neighbour
  const personId = await lookUp(point, neighbour)
  if (personId === null || birthDate > day('2020-01-01')) return []
  const givenOn = addDays(birthDate, 400 + ((number * 11) % 600))
  const dose = {
    vaccineCode: 'SII_PENTA',
    givenOn,
    statedNumber: null,
    lotNumber: null,
    placeName: 'theo sổ',
  }
  const answer = point.call(recordHistoricalDoses, { personId, doses: [dose] })
  // Another point has copied the same line of the card, and it came along.
  if (!answer.ok && answer.error.code === 'dose.duplicate-same-day') return []
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value.doseIds.map(doseId => ({ doseId, personId, isTakenBack: false }))
}

/** True when something about the record was written by another point and came in. */
export function isShared(point: TestPoint, recordId: string): boolean {
  const found = point.db
    .prepare<[string], number>(
      `SELECT 1 FROM journal WHERE record_id = ? AND NOT ${ownEntrySql('request_id')} LIMIT 1`,
    )
    .pluck()
    .get(recordId)
  return found !== undefined
}

/** Everybody here with what every point that knows them has to say of them. */
export function peopleOf(point: TestPoint): readonly (readonly [string, string])[] {
  const { records } = point.store
  return records.list('person', {}, 'id').map(({ id, name, birthDate, phone }) => {
    const doses = records
      .list('dose', { person_id: id }, 'id')
      .map(dose => `${dose.id} ${dose.vaccineCode} ${dose.givenOn}`)
    return [id, JSON.stringify({ name, birthDate, phone, doses: doses.sort() })] as const
  })
}
