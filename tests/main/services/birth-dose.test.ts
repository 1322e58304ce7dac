import { expect, test } from 'vitest'
import { waitWords } from '../../../renderer/components/birth-dose-words'
import { getChart, recordDoses } from '../../../src/contract/dose-calls'
import { getBoard, openVisit, signScreening } from '../../../src/contract/visit-calls'
import { hoursSinceBirth } from '../../../src/domain/immunization/birth-dose-hours'
import { checklist, identify, on, openReadyPoint, planned, register, stockLot } from './ready-point'

/** A newborn at 08:00 of 2026-11-22 in the queue for screening. */
function newborn(birthTime: string | null) {
  const point = openReadyPoint()
  const lotId = stockLot(point, { vaccineCode: 'GENEHBVAX_05' })
  const personId = register(point, { birthDate: on('2026-11-21'), birthTime })
  const { visitId } = point.done(openVisit, { personId })
  const card = () => {
    const { screening, injection, observation } = point.done(getBoard, { on: null })
    return [...screening, ...injection, ...observation].find(each => each.personId === personId)
  }
  const chart = () => point.done(getChart, { personId, on: null })
  return { point, lotId, personId, visitId, card, chart }
}

test('the hours of a newborn who waits are on the board and beside the dose, and the dose says after how many it was given', () => {
  const { point, lotId, personId, visitId, card, chart } = newborn('13:00')
  const wait = { birthDate: '2026-11-21', birthTime: '13:00', hours: 24, confirmation: 'unverified' }
  expect(card()?.birthDose).toEqual(wait)
  const { birthDose, chart: before } = chart()
  expect(birthDose).toEqual({ ...wait, dueId: before.today.find(due => due.antigens.includes('HepB'))?.id })
  const clock = birthDose && hoursSinceBirth(birthDose, birthDose.hours, point.ports.clock())
  expect(clock && waitWords(clock)).toEqual({ kind: 'due', words: 'VGB: còn 5 giờ' })

  point.done(signScreening, checklist(point, personId, visitId, { weightKg: 3.1 }))
  identify(point, visitId)
  expect(card()?.birthDose).toEqual(wait)
  point.done(recordDoses, { visitId, doses: [planned('GENEHBVAX_05', lotId)] })
  expect(card()?.birthDose).toBeNull()
  const after = chart()
  expect(after.birthDose).toBeNull()
  expect(after.doses[0]?.birthDose).toMatchObject({ verdict: 'in-time', minutes: 19 * 60, missing: null })
})

test('without a time of birth the day is told, and nothing is guessed', () => {
  const { point, chart } = newborn(null)
  const { birthDose } = chart()
  const clock = birthDose && hoursSinceBirth(birthDose, birthDose.hours, point.ports.clock())
  expect(clock && waitWords(clock)).toEqual({
    kind: 'wait',
    words: 'VGB: sinh 1 ngày trước, không rõ giờ sinh',
  })
})

test('an older child who waits has no such clock', () => {
  const point = openReadyPoint()
  const personId = register(point)
  point.done(openVisit, { personId })
  expect(point.done(getBoard, { on: null }).screening[0]?.birthDose).toBeNull()
  expect(point.done(getChart, { personId, on: null }).birthDose).toBeNull()
})
