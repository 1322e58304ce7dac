import { type PlannedDoseRequest, recordDoses } from '../../../src/contract/dose-calls'
import { refuse, refuseAll } from '../../../src/contract/errors'
import type { Dose } from '../../../src/domain/immunization/dose'
import type { NewEntry } from '../../../src/domain/journal/entry'
import { dayOfDeath } from '../family/residence'
import { identityProblems } from '../safety/identity'
import { actorOf, type ServiceContext, serve } from '../service'
import { refuseUnlessOpen } from '../session/session-day'
import { visitOfToday } from '../session/visit-state'
import { closeUsedUp, type Drawn, drawDoses } from '../stock/open-vials'
import { checkPlannedDoses, openWarnings } from './check-doses'
import { afterInjection, notGivenEntries } from './not-given'

/**
 * Records what was just given, and what was due and was not: the doses, the stock they came from, and the move on, in
 * one transaction. A dose needs a signed checklist that says "đủ điều kiện" (Thông tư 13/2026 Art. 12(2)).
 */
export const recordDosesService = serve(recordDoses, (context, { visitId, doses, notGiven }) => {
  const visit = visitOfToday(context, visitId, ['injection'])
  refuseUnlessOpen(context, visit.sessionOn)
  refuseAll(identityProblems(context, visit))
  const screening = context.store.records.list('screening', { visit_id: visitId }, 'created_stamp').at(-1)
  if (!screening) return refuse('dose.not-screened')
  if (screening.concluded !== 'eligible') refuse('dose.not-eligible', { concluded: screening.concluded })
  const died = dayOfDeath(context, visit.personId)
  if (died !== null) refuse('dose.after-death', { diedOn: died })
  const checks = checkPlannedDoses(context, visit.personId, doses)
  refuseAll(checks.flatMap(check => check.refusals))
  refuseAll(checks.flatMap((check, index) => (doses[index] ? openWarnings(check, doses[index], index) : [])))
  const withheld = notGiven ? notGivenEntries(context, visit, doses, notGiven) : []
  const drawn = drawDoses(context, doses)
  const recorded = doses.map((dose, index) => ({ doseId: context.newId(), dose, from: drawn[index] }))
  context.write([
    ...recorded.map(
      ({ doseId, dose, from }): NewEntry => ({
        noun: 'dose',
        recordId: doseId,
        verb: 'recorded',
        body: toDose(context, { personId: visit.personId, visitId, dose, from }),
      }),
    ),
    ...withheld,
    {
      noun: 'visit',
      recordId: visitId,
      verb: 'updated',
      body: afterInjection(context.at, doses.length, notGiven ?? []),
    },
  ])
  closeUsedUp(context, drawn)
  return { doseIds: recorded.map(({ doseId }) => doseId) }
})

function toDose(
  context: ServiceContext,
  given: {
    readonly personId: string
    readonly visitId: string
    readonly dose: PlannedDoseRequest
    readonly from: Drawn | undefined
  },
): Dose {
  const { personId, visitId, dose: planned, from } = given
  const lot = context.store.lots.find(planned.lotId)
  if (!lot) return refuse('lot.not-found')
  const actor = actorOf(context)
  return {
    personId,
    visitId,
    kind: 'administered',
    vaccineCode: planned.vaccineCode,
    lotId: lot.lotId,
    lotNumber: lot.number,
    lotExpiresOn: lot.expiresOn,
    vialId: from?.vialId ?? null,
    takenFrom: from?.takenFrom ?? 'store',
    givenOn: context.today,
    givenOnAccuracy: null,
    givenAt: context.at,
    statedNumber: null,
    site: planned.site,
    route: planned.route,
    volumeMl: planned.volumeMl,
    programme: planned.programme,
    givenByUserId: actor.userId,
    givenByName: actor.name,
    placeName: context.store.point()?.name ?? null,
    overrides: planned.overrides,
    note: planned.note,
    labelCheck: planned.scan ? 'scanned' : 'chosen',
  }
}
