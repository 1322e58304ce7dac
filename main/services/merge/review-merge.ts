import {
  type MergeReview,
  type ReviewedDose,
  type ReviewedRecord,
  reviewMerge,
} from '../../../src/contract/merge-calls'
import type { Dose } from '../../../src/domain/immunization/dose'
import { partialDate } from '../../../src/domain/immunization/dose-date'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import { differingParts, proposeParts, proposeSurvivor } from '../../../src/domain/person/merge'
import { mergeWarnings } from '../../../src/domain/person/merge-check'
import type { Person } from '../../../src/domain/person/person'
import { addressLine } from '../../../src/domain/person/units'
import type { Stored } from '../../db/record-store'
import { type ServiceContext, serve } from '../service'
import { pairOrRefuse, personOf, toDecisionView } from './record-pair'

export const reviewMergeService = serve(reviewMerge, (context, { leftId, rightId }): MergeReview => {
  const [left, right] = pairOrRefuse(context, leftId, rightId)
  const decisions = decisionsBetween(context, leftId, rightId)
  const [a, b] = [toReviewed(context, left), toReviewed(context, right)]
  return {
    left: a,
    right: b,
    survivor: proposeSurvivor(a, b),
    proposedParts: {
      left: proposeParts(a.person, b.person),
      right: proposeParts(b.person, a.person),
    },
    differing: differingParts(a.person, b.person),
    doses: dosesOfBoth(context, leftId, rightId),
    warnings: mergeWarnings(a.person, b.person, { decidedDifferent: decisions.length > 0 }),
    decisions: decisions.map(decision => toDecisionView(context, decision)),
  }
})

/** Decisions about any two records of the two people: what was said of an absorbed record holds for the survivor. */
export function decisionsBetween({ store }: Pick<ServiceContext, 'store'>, aId: string, bId: string) {
  const [mine, theirs] = [store.links.clusterOf(aId), store.links.clusterOf(bId)]
  return mine.flatMap(a => theirs.flatMap(b => store.merges.decisionsAbout(a, b)))
}

function toReviewed({ store, resources }: ServiceContext, stored: Stored<Person>): ReviewedRecord {
  const { id: personId } = stored
  return {
    personId,
    person: personOf(stored),
    displayName: displayName(stored),
    personCode: identifierOf(stored, 'person-code'),
    addressLine: addressLine(resources.units, stored.addresses.current) || null,
    registeredAt: stored.createdAt,
    doses: store.records.list('dose', { person_id: personId }, 'id').length,
    visits: store.records.list('visit', { person_id: personId }, 'id').length,
  }
}

/** Doses of both, oldest first; the same product on the same day in both records is one dose written twice, or two. */
function dosesOfBoth({ store, resources }: ServiceContext, leftId: string, rightId: string) {
  const of = (personId: string) =>
    store.records.list('dose', { person_id: personId }, 'given_on, created_stamp')
  const [left, right] = [of(leftId), of(rightId)]
  const [leftTwins, rightTwins] = [twinsOf(left, right), twinsOf(right, left)]
  const toReviewedDose =
    (side: 'left' | 'right', twins: ReadonlyMap<string, string>) =>
    (dose: Stored<Dose>): ReviewedDose => ({
      doseId: dose.id,
      side,
      vaccineCode: dose.vaccineCode,
      vaccineName: resources.vaccines.get(dose.vaccineCode)?.shortName ?? dose.vaccineCode,
      givenOn: dose.givenOn,
      givenOnAccuracy: dose.givenOnAccuracy,
      kind: dose.kind,
      lotNumber: dose.lotNumber,
      placeName: dose.placeName,
      twinDoseId: twins.get(dose.id) ?? null,
    })
  return [
    ...left.map(toReviewedDose('left', leftTwins)),
    ...right.map(toReviewedDose('right', rightTwins)),
  ].sort((a, b) => (a.givenOn < b.givenOn ? -1 : a.givenOn > b.givenOn ? 1 : 0))
}

/** Each dose with the first of the other record that has the same product and day. */
function twinsOf(
  mine: readonly Stored<Dose>[],
  theirs: readonly Stored<Dose>[],
): ReadonlyMap<string, string> {
  const key = (dose: Dose) => `${dose.vaccineCode} ${partialDate(dose)}`
  const others = new Map(theirs.toReversed().map(dose => [key(dose), dose.id]))
  return new Map(
    mine.flatMap(dose => {
      const twin = others.get(key(dose))
      return twin ? [[dose.id, twin] as const] : []
    }),
  )
}
