import type { RequestOf } from '../../../src/contract/call'
import { type Problem, refuse } from '../../../src/contract/errors'
import { type AlikeView, confirmIdentity, getIdentity } from '../../../src/contract/safety-calls'
import { displayName } from '../../../src/domain/person/display-name'
import type { Person } from '../../../src/domain/person/person'
import { contradictionsOf } from '../../../src/domain/scan/match-holder'
import { readScan } from '../../../src/domain/scan/read-scan'
import type { ScanArrival } from '../../../src/domain/scan/scan-types'
import { alikeness, differencesOf } from '../../../src/domain/session/identity-check'
import type { Visit } from '../../../src/domain/session/visit'
import type { Stored } from '../../db/record-store'
import { type Named, peopleOf, scanRefusals } from '../scan/read-scan'
import { actorOf, type ServiceContext, serve } from '../service'
import { visitOfToday, visitOrRefuse } from '../session/visit-state'

/** Whether it is settled who sits here, for the user who asks. */
export const getIdentityService = serve(getIdentity, (context, { visitId }) => {
  const visit = visitOrRefuse(context, visitId)
  const check = context.store.records.list('identity-check', { visit_id: visitId }, 'created_stamp').at(-1)
  const isNewest = identityProblems(context, visit).length === 0
  return {
    confirmed: check && isNewest ? { how: check.how, at: check.createdAt, byName: check.byName } : null,
    alikes: alikesOf(context, visit),
  }
})

/**
 * Keeps that the person of the visit was identified. A code counts when it is the person's own and nothing on the card
 * contradicts the record; a relative's card does not say which child it is. Said name and birth date are not enough
 * while somebody who looks alike waits unseen.
 */
export const confirmIdentityService = serve(confirmIdentity, (context, request) => {
  const visit = visitOfToday(context, request.visitId, ['injection'])
  const person = personOf(context, visit)
  const alikes = alikesOf(context, visit)
  if (request.how === 'code') holdCode(context, visit, person, request.scan)
  else holdSaid(request, alikes)
  const { userId, name } = actorOf(context)
  const body = {
    personId: visit.personId,
    visitId: visit.id,
    how: request.how,
    toldApartFrom: alikes.map(({ personId }) => personId),
    byUserId: userId,
    byName: name,
  }
  context.write([{ noun: 'identity-check', recordId: context.newId(), verb: 'recorded', body }])
  return {}
})

/**
 * What keeps doses from being recorded for this visit: nobody settled who it is, or the user has identified somebody
 * else since. The second is how two children's doses are swapped: one is open, the other one sits here.
 */
export function identityProblems(
  context: Pick<ServiceContext, 'store' | 'actor'>,
  visit: Stored<Visit>,
): readonly Problem[] {
  const { store, actor } = context
  const checks = store.records.list('identity-check', { visit_id: visit.id }, 'created_stamp')
  if (checks.length === 0) return [{ code: 'identity.not-confirmed', field: null, params: {} }]
  const newestId = actor ? store.safety.visitIdentifiedLast(actor.userId) : null
  if (newestId === null || newestId === visit.id) return []
  const newest = store.records.find('visit', newestId)
  if (!newest || newest.sessionOn !== visit.sessionOn) return []
  const other = store.records.find('person', newest.personId)
  return [
    {
      code: 'identity.other-since',
      field: null,
      params: { name: other ? displayName(other) : '', ticket: newest.ticket },
    },
  ]
}

function personOf({ store }: Pick<ServiceContext, 'store'>, visit: Stored<Visit>): Stored<Person> {
  const person = store.records.find('person', visit.personId)
  if (!person) throw new Error('a visit belongs to a person')
  return person
}

function holdCode(
  context: ServiceContext,
  visit: Stored<Visit>,
  person: Stored<Person>,
  scan: ScanArrival | null,
): void {
  const reading = namedIn(context, scan)
  const { holders, children } = peopleOf(context, reading)
  const strong = holders.filter(({ isStrong }) => isStrong)
  const isMine = strong.some(holder => holder.person.id === person.id)
  const other = strong.find(holder => holder.person.id !== person.id)
  if (other && !isMine) refuse('identity.other-person', otherParams(context, visit, person, other.person))
  if (isMine && !other) {
    const fields = contradictionsOf(reading, person, context.today)
    if (fields.length > 0) refuse('identity.card-contradicts', { name: displayName(person) })
    return
  }
  const isNamed = holders.length > 0 || children.length > 0
  refuse(isNamed ? 'identity.code-of-relative' : 'identity.unknown-code', { name: displayName(person) })
}

/** What a scan says when it names somebody; refused when it does not, or not for certain. */
function namedIn({ resources }: ServiceContext, scan: ScanArrival | null): Named {
  if (!scan) return refuse('contract.bad-request', {}, 'scan')
  const reading = readScan(scan, resources.scanLayouts)
  if (reading.kind === 'doubtful') return refuse(scanRefusals[reading.why])
  const isNobody = reading.kind === 'unknown' || reading.kind === 'transfer-slip'
  // A certificate lies on the table of many: it tells nobody apart.
  if (isNobody || reading.kind === 'certificate') return refuse('scan.not-a-code')
  return reading
}

/** Who was scanned, and where they stand: the screen leads there. */
function otherParams(
  { store }: ServiceContext,
  visit: Stored<Visit>,
  person: Stored<Person>,
  other: Stored<Person>,
) {
  const their = store.visits.findOpen(other.id, visit.sessionOn)
  return {
    name: displayName(other),
    open: displayName(person),
    visitId: their?.stage === 'injection' ? their.id : null,
    ticket: their?.ticket ?? null,
  }
}

function holdSaid(
  { toldApartFrom }: Pick<RequestOf<typeof confirmIdentity>, 'toldApartFrom'>,
  alikes: readonly AlikeView[],
): void {
  const unseen = alikes.find(({ personId }) => !toldApartFrom.includes(personId))
  if (unseen) refuse('identity.alike-not-seen', { name: unseen.displayName, ticket: unseen.ticket })
}

/** Everybody still here this morning who could be taken for the person of the visit. */
export function alikesOf(context: Pick<ServiceContext, 'store'>, visit: Stored<Visit>): readonly AlikeView[] {
  const { store } = context
  const person = personOf(context, visit)
  return store.visits
    .listOn(visit.sessionOn)
    .filter(({ id, stage, personId }) => id !== visit.id && stage !== 'done' && personId !== visit.personId)
    .flatMap((other): readonly AlikeView[] => {
      const they = store.records.find('person', other.personId)
      const why = they ? alikeness(person, they) : null
      if (!they || why === null) return []
      return [
        {
          personId: they.id,
          visitId: other.id,
          ticket: other.ticket,
          displayName: displayName(they),
          birthDate: they.birthDate,
          sex: they.sex,
          motherName: they.relatives.find(({ relation }) => relation === 'mother')?.name ?? null,
          hamlet: they.addresses.current?.hamlet ?? null,
          why,
          differs: differencesOf(person, they),
        },
      ]
    })
}
