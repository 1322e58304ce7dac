import { expect, test } from 'vitest'
import { mergePersons } from '../../../src/contract/merge-calls'
import type { Residence, ResidenceState } from '../../../src/domain/person/residence'
import { note, takeBack } from '../../helpers/handbook-records'
import { asked, twoRecords } from './merge-setting'
import { child, on, openReadyPoint } from './ready-point'

const moved = (
  personId: string,
  state: ResidenceState,
  day: string,
  until: string | null = null,
): Residence => ({
  ...{ personId, state, on: on(day), until: until === null ? null : on(until) },
  ...{ reason: null, otherPlace: null, note: null },
})

test('people managed are those of the register who are followed today, each once', () => {
  const point = openReadyPoint()
  const add = (name: string) => note(point, 'person', child({ name, relatives: [] }))
  const people = () =>
    point.store.supervision.figures({
      today: on('2026-11-22'),
      bornAfter: on('2025-11-22'),
      monthStart: on('2026-11-01'),
    }).people
  add('Bé Thử A')
  const [leaves, returns, guest, mistake] = ['B', 'C', 'D', 'E'].map(name => add(`Bé Thử ${name}`))
  expect(people()).toBe(5)
  note(point, 'residence', moved(leaves ?? '', 'moved-out', '2026-10-01'))
  note(point, 'residence', moved(returns ?? '', 'moved-out', '2026-09-01'))
  note(point, 'residence', moved(returns ?? '', 'moved-in', '2026-10-01'))
  const stay = note(point, 'residence', moved(guest ?? '', 'temporary', '2026-09-01', '2026-11-21'))
  expect(people()).toBe(3)
  // Whoever is no longer in the register is not taken off twice.
  note(point, 'residence', moved(mistake ?? '', 'died', '2026-11-01'))
  takeBack(point, 'person', mistake ?? '')
  expect(people()).toBe(2)
  takeBack(point, 'residence', stay)
  expect(people()).toBe(3)
})

test('a record that was joined with another is nobody of its own, whatever was noted about it', () => {
  const { point, first, second } = twoRecords()
  const figures = { today: on('2026-11-22'), bornAfter: on('2025-11-22'), monthStart: on('2026-11-01') }
  const people = () => point.store.supervision.figures(figures).people
  note(point, 'residence', moved(second.personId, 'moved-out', '2026-11-01'))
  expect(people()).toBe(1)
  point.done(mergePersons, asked(first.personId, second.personId))
  expect(people()).toBe(1)
})
