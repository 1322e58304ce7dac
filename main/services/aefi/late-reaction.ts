import { listReactionDoses, recordLateReaction } from '../../../src/contract/aefi-calls'
import { refuse } from '../../../src/contract/errors'
import { expectedAfter } from '../../../src/domain/aefi/expected-reactions'
import { type CalendarDay, type Instant, instantOf } from '../../../src/domain/calendar/calendar-day'
import type { Dose } from '../../../src/domain/immunization/dose'
import type { Stored } from '../../db/record-store'
import { type ServiceContext, serve } from '../service'
import { dosesBefore } from './known-facts'
import { noteReaction } from './note-reaction'

/** The first moment of a day in Vietnam. */
function startOf(on: CalendarDay): Instant {
  return instantOf(Date.parse(`${on}T00:00:00+07:00`))
}

/** A reaction that was noticed at home: the day it began, who told, and the doses it followed. */
export const recordLateReactionService = serve(recordLateReaction, (context, request) => {
  const { personId: askedId, doseIds, onsetOn, ...noted } = request
  const person = context.store.records.find('person', askedId)
  if (!person || person.voided) return refuse('person.not-found')
  if (onsetOn > context.today) refuse('reaction.onset-in-future', {}, 'onsetOn')
  const doses = doseIds ? askedDoses(context, person.id, doseIds) : dosesBefore(context, person.id, onsetOn)
  if (doses.length === 0) refuse('reaction.no-dose')
  const latest = doses.find(({ givenOn }) => givenOn > onsetOn)
  if (latest) refuse('reaction.onset-before-dose', { givenOn: latest.givenOn }, 'onsetOn')
  return noteReaction(context, {
    ...noted,
    personId: person.id,
    visitId: doses.find(({ visitId }) => visitId !== null)?.visitId ?? null,
    doseIds: doses.map(({ id }) => id),
    onsetAt: startOf(onsetOn),
    onsetAccuracy: 'day',
  })
})

function askedDoses(
  { store }: ServiceContext,
  personId: string,
  doseIds: readonly string[],
): readonly Stored<Dose>[] {
  return doseIds.map(doseId => {
    const dose = store.records.find('dose', doseId)
    return dose && !dose.voided && dose.personId === personId ? dose : refuse('dose.not-found')
  })
}

/** So many of the newest doses are offered. */
const mostDoses = 12

export const listReactionDosesService = serve(listReactionDoses, (context, { personId, visitId }) => {
  const { store, resources } = context
  const person = store.records.find('person', personId)
  if (!person || person.voided) return refuse('person.not-found')
  const doses = store.records
    .list('dose', { person_id: person.id }, 'given_on DESC, created_stamp DESC')
    .filter(dose => visitId === null || dose.visitId === visitId)
    .slice(0, mostDoses)
  return {
    source: resources.expectedReactions.source,
    doses: doses.map(dose => {
      const vaccine = resources.vaccines.get(dose.vaccineCode)
      return {
        doseId: dose.id,
        vaccineName: vaccine?.shortName ?? dose.vaccineCode,
        lotNumber: dose.lotNumber,
        givenOn: dose.givenOn,
        expected: vaccine ? expectedAfter(resources.expectedReactions, vaccine) : [],
      }
    }),
  }
})
