import { signedCard } from '../../../main/services/certificate/signed-card'
import type { ServiceContext } from '../../../main/services/service'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import type { TestPoint } from '../../helpers/test-point'
import { on, register } from './ready-point'

export const given = (vaccineCode: string, givenOn: string) => ({
  vaccineCode,
  givenOn: on(givenOn),
  statedNumber: 1,
  lotNumber: 'LO-2026/01',
  placeName: null,
})

/** An invented child with two doses from a card. */
export function childWithDoses(point: TestPoint): string {
  const personId = register(point)
  const doses = [given('GENEHBVAX_05', '2026-09-15'), given('BCG_IVAC', '2026-09-16')]
  point.done(recordHistoricalDoses, { personId, doses })
  return personId
}

/** What the paper of a person carries now. */
export function cardOf(point: TestPoint, personId: string, count = 999) {
  const { store, clock } = point.ports
  const person = store.records.find('person', personId)
  if (!person) throw new Error('nobody')
  const now = clock()
  const context: ServiceContext = {
    ...point.ports,
    actor: null,
    at: now,
    today: vietnamDayOf(now),
    write: () => undefined,
    receive: () => undefined,
  }
  const doses = store.records.list('dose', { person_id: personId }, 'given_on')
  return signedCard(context, person, doses.slice(0, count))
}

/** The same, where there is a signature; throws with the reason where not. */
export function signedAt(point: TestPoint, personId: string, count?: number) {
  const card = cardOf(point, personId, count)
  if (card.state !== 'signed') throw new Error(card.why)
  return card
}
