import type { CaseLine, CaseView } from '../../../src/contract/aefi-calls'
import { refuse } from '../../../src/contract/errors'
import { type AefiCase, reportClock, stateOf, waitingFor } from '../../../src/domain/aefi/aefi-case'
import { missingFacts } from '../../../src/domain/aefi/case-form'
import { instantOf } from '../../../src/domain/calendar/calendar-day'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'

/** The case, or a refusal a user can read. */
export function caseOrRefuse({ store }: Pick<ServiceContext, 'store'>, caseId: string): Stored<AefiCase> {
  return store.records.find('aefi-case', caseId) ?? refuse('aefi.not-found')
}

function personOf({ store }: Pick<ServiceContext, 'store'>, personId: string): Stored<Person> {
  const person = store.records.find('person', personId)
  if (!person) throw new Error('a case belongs to a person')
  return person
}

/** How many critical values are not there. */
export function missingCritical(
  { resources }: Pick<ServiceContext, 'resources'>,
  of: Pick<AefiCase, 'facts' | 'doseFacts' | 'doseIds'>,
): number {
  return missingFacts(resources.caseForm, of).filter(({ critical }) => critical).length
}

export function caseLine(context: ServiceContext, of: Stored<AefiCase>): CaseLine {
  const person = personOf(context, of.personId)
  const clock = reportClock(of, Date.parse(context.at))
  return {
    caseId: of.id,
    personId: of.personId,
    displayName: displayName(person),
    birthDate: person.birthDate,
    caseNumber: of.facts['case-number'] ?? of.caseNumber,
    state: stateOf(of),
    knownAt: of.knownAt,
    dueAt: instantOf(clock.dueAtMs),
    waiting: clock.waiting,
    signs: context.store.records.find('reaction', of.reactionId)?.signs ?? [],
    missingCritical: missingCritical(context, of),
  }
}

export function caseView(context: ServiceContext, of: Stored<AefiCase>): CaseView {
  const { store, resources } = context
  const { id, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...fields } = of
  const person = personOf(context, of.personId)
  const doses = dosesOf(context, of)
  const lotIds = doses.flatMap(({ lotId }) => lotId ?? [])
  return {
    ...fields,
    caseId: id,
    displayName: displayName(person),
    birthDate: person.birthDate,
    personCode: identifierOf(person, 'person-code'),
    now: context.at,
    state: stateOf(of),
    dueAt: instantOf(reportClock(of, Date.parse(context.at)).dueAtMs),
    waiting: waitingFor(of),
    missing: missingFacts(resources.caseForm, of),
    reactions: reactionsOf(context, of),
    doses,
    lots: [...new Set(lotIds)].flatMap(lotId => lotOf(context, of, lotId)),
    beside: store.after.countBeside(lotIds, of.sessionOn, of.personId),
    history: historyOf(context, id),
  }
}

function dosesOf({ store, resources }: ServiceContext, of: AefiCase): CaseView['doses'] {
  return of.doseIds.flatMap(doseId => {
    const dose = store.records.find('dose', doseId)
    if (!dose) return []
    const { lotId, lotNumber, givenOn, voided, vaccineCode } = dose
    const vaccineName = resources.vaccines.get(vaccineCode)?.shortName ?? vaccineCode
    return [{ doseId, vaccineName, lotId, lotNumber, givenOn, voided }]
  })
}

function lotOf({ store, resources }: ServiceContext, of: AefiCase, lotId: string): CaseView['lots'] {
  const lot = store.records.find('lot', lotId)
  if (!lot) return []
  const vaccineName = resources.vaccines.get(lot.vaccineCode)?.shortName ?? lot.vaccineCode
  const wasSuspendedHere = of.suspendedLotIds.includes(lotId)
  return [{ lotId, number: lot.number, vaccineName, status: lot.status, wasSuspendedHere }]
}

/** Every reaction that belongs to the case: its own, and those of the same visit. */
function reactionsOf({ store }: ServiceContext, of: AefiCase): CaseView['reactions'] {
  const ofVisit =
    of.visitId === null ? [] : store.records.list('reaction', { visit_id: of.visitId }, 'created_stamp')
  const own = ofVisit.some(({ id }) => id === of.reactionId) ? [] : [of.reactionId]
  const alone = own.flatMap(id => store.records.find('reaction', id) ?? [])
  return [...alone, ...ofVisit].map(reaction => ({ ...reaction, reactionId: reaction.id }))
}

function historyOf({ store }: ServiceContext, caseId: string): CaseView['history'] {
  return store
    .entriesOf(caseId)
    .map(({ at, userId, verb, body, reason }) => ({
      at,
      byName: (userId && store.records.find('user', userId)?.name) || null,
      verb,
      fields: Object.keys(body),
      reason,
    }))
    .toReversed()
}
