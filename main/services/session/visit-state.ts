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

/** As `visitInStage`, for work that belongs to today: a checklist signed yesterday says nothing about a child today. */
export function visitOfToday(
  context: Pick<ServiceContext, 'store' | 'today'>,
  visitId: string,
  stages: readonly Stage[],
): Stored<Visit> {
  const visit = visitInStage(context, visitId, stages)
  if (visit.sessionOn !== context.today)
    refuse('visit.wrong-stage', { stage: visit.stage, sessionOn: visit.sessionOn })
  return visit
}
