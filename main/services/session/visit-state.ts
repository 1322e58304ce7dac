import { refuse } from '../../../src/contract/errors'
import type { Stage, Visit } from '../../../src/domain/session/visit'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'

/** The visit, or a refusal a user can read. */
export function visitOrRefuse({ store }: Pick<ServiceContext, 'store'>, visitId: string): Stored<Visit> {
  const visit = store.records.find('visit', visitId)
  if (!visit || visit.voided) return refuse('visit.not-found')
  return visit
}

/** The visit, when it stands in one of these stages. */
export function visitInStage(
  context: Pick<ServiceContext, 'store'>,
  visitId: string,
  stages: readonly Stage[],
): Stored<Visit> {
  const visit = visitOrRefuse(context, visitId)
  if (!stages.includes(visit.stage)) refuse('visit.wrong-stage', { stage: visit.stage })
  return visit
}
