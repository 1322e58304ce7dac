import type { AefiCase } from '../../../src/domain/aefi/aefi-case'
import { outcomeFacts, prefillCase } from '../../../src/domain/aefi/prefill'
import { type CalendarDay, vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { reactionSignWords } from '../../../src/domain/session/reaction-sign'
import type { Reaction } from '../../../src/domain/session/visit'
import type { Stored } from '../../db/record-store'
import { actorOf, type ServiceContext } from '../service'
import { stopSession } from '../session/session-day'
import { setLotStatus } from '../stock/lots'
import { knownFacts } from './known-facts'

/**
 * Opens the case of a severe reaction, inside its write: what the program knows is filled in, the lots at this point are
 * suspended, the session of that day is stopped while it is today's, and the 24 hours begin. Thông tư 13/2026 Art. 12(3).
 */
export function openCase(context: ServiceContext, reactionId: string, reaction: Reaction): string {
  const caseId = context.newId()
  const actor = actorOf(context)
  const doses = reaction.doseIds.flatMap(doseId => context.store.records.find('dose', doseId) ?? [])
  const sessionOn = sessionOf(context, reaction, doses.at(-1)?.givenOn ?? null)
  const because = `Tai biến nặng sau tiêm: ${signWords(reaction)}`
  const lotIds = doses.flatMap(({ lotId }) => lotId ?? [])
  const suspendedLotIds = suspendLots(context, lotIds, because)
  const stoppedSession = sessionOn === context.today
  const { facts, doseFacts } = prefillCase(knownFacts(context, { caseId, reaction, doses, sessionOn }))
  const body: AefiCase = {
    personId: reaction.personId,
    reactionId,
    visitId: reaction.visitId,
    doseIds: reaction.doseIds,
    caseNumber: facts['case-number'] ?? caseId,
    step: 'open',
    knownAt: context.at,
    sessionOn,
    facts,
    doseFacts,
    toldHealthDepartment: null,
    toldProvincialCdc: null,
    suspendedLotIds,
    stoppedSession,
    openedByUserId: actor.userId,
    openedByName: actor.name,
  }
  context.write([{ noun: 'aefi-case', recordId: caseId, verb: 'recorded', body }])
  if (stoppedSession) stopSession(context, context.today, because)
  return caseId
}

function signWords({ signs }: Reaction): string {
  return signs.map(sign => reactionSignWords(sign, 'vi')).join(', ')
}

function sessionOf(
  { store }: ServiceContext,
  { visitId }: Reaction,
  givenOn: CalendarDay | null,
): CalendarDay | null {
  const visit = visitId === null ? null : store.records.find('visit', visitId)
  return visit?.sessionOn ?? givenOn
}

/** Lots that are in use are taken out of it; one that somebody took out already keeps its state and its reason. */
function suspendLots(context: ServiceContext, lotIds: readonly string[], reason: string): readonly string[] {
  const active = [...new Set(lotIds)].filter(
    lotId => context.store.records.find('lot', lotId)?.status === 'active',
  )
  for (const lotId of active) setLotStatus(context, lotId, 'suspended', reason)
  return active
}

/** A later note of the same visit tells how the open case went on; what was written by hand stays. */
export function continueCase(context: ServiceContext, known: Stored<AefiCase>, reaction: Reaction): void {
  const told = outcomeFacts(reaction.outcome)
  const news = Object.entries(told).filter(([code, value]) => known.facts[code] !== value)
  if (news.length === 0) return
  const serious = [...new Set(`${known.facts.serious ?? ''},${told.serious ?? ''}`.split(','))].filter(
    Boolean,
  )
  const facts = {
    ...known.facts,
    ...told,
    ...(serious.length > 0 ? { serious: serious.join(',') } : {}),
    ...(told.outcome === 'died' ? { 'death-date': vietnamDayOf(reaction.onsetAt) } : {}),
  }
  context.write([{ noun: 'aefi-case', recordId: known.id, verb: 'updated', body: { facts } }])
}
