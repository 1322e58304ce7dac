import { expect, test } from 'vitest'
import { getBoard, leaveVisit, openVisit } from '../../../src/contract/visit-calls'
import { twoRecords } from './merge-setting'
import { on, type openReadyPoint, register } from './ready-point'

/** Writes an appointment under this very record. */
function appoint(point: ReturnType<typeof openReadyPoint>, personId: string, day: string): void {
  const body = {
    personId,
    on: on(day),
    slot: 'morning' as const,
    time: null,
    labels: ['bOPV mũi 2'],
    status: 'planned' as const,
  }
  point.store.transaction(() =>
    point.store.journal.append(
      [{ noun: 'appointment', recordId: point.ports.newId(), verb: 'recorded', body }],
      {
        at: point.ports.clock(),
        userId: null,
        requestId: null,
      },
    ),
  )
}

test('the next appointment is found under whichever of a person’s records it was written', () => {
  const { point, first, second, merge } = twoRecords()
  appoint(point, first.personId, '2026-12-24')
  appoint(point, second.personId, '2026-12-22')
  const { visitId } = point.done(openVisit, { personId: second.personId })
  point.done(leaveVisit, { visitId, note: 'Về lấy sổ' })
  const next = () => point.done(getBoard, { on: null }).done[0]?.nextOn
  expect(next()).toBe('2026-12-22')
  merge(first.personId, second.personId)
  appoint(point, first.personId, '2026-12-01')
  expect(next()).toBe('2026-12-01')
})

test('what is due on a card is never out of date: an earlier dose that is written changes it at once', () => {
  const { point, give } = twoRecords()
  const personId = register(point, { name: 'Bé Thử Mới', phone: '0912000077', relatives: [] })
  point.done(openVisit, { personId })
  const labels = () =>
    point.done(getBoard, { on: null }).screening.find(card => card.personId === personId)?.labels
  const before = labels()
  expect(labels()).toEqual(before)
  give(personId, 'SII_PENTA', '2026-11-20')
  expect(labels()).not.toEqual(before)
})

test('whatever is written makes the board anew at once: an end, a merge', () => {
  const { point, first, second, merge } = twoRecords()
  const { visitId } = point.done(openVisit, { personId: first.personId })
  const board = () => point.done(getBoard, { on: null })
  expect(board().screening.map(({ personId }) => personId)).toEqual([first.personId])
  point.done(leaveVisit, { visitId, note: 'Về lấy sổ' })
  expect(board().screening).toEqual([])
  merge(second.personId, first.personId)
  expect(board().done.map(({ personId }) => personId)).toEqual([second.personId])
})
