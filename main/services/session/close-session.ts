import type { RequestOf } from '../../../src/contract/call'
import { closeSession, closingRoles, signSession } from '../../../src/contract/close-calls'
import { refuse, refuseAll } from '../../../src/contract/errors'
import { closingRefusals, type ReconciledLot, reconcile } from '../../../src/domain/session/session-closing'
import { unansweredOf } from '../../../src/domain/session/session-day'
import { checkPin } from '../point/users'
import { type ServiceContext, serve } from '../service'
import { figuresOn } from './get-closing'
import { absentOn } from './no-shows'
import { changesOf, writeChange } from './session-day'
import { usedLots, vialsToClose } from './session-usage'
import { keepSignature, takeSignature } from './signature'

/** Reading, because a wrong PIN must stay counted: a refused write leaves nothing behind. */
export const signSessionService = serve(signSession, (context, { userId, pin }) => {
  const { role } = checkPin(context, userId, pin)
  if (!closingRoles.some(allowed => allowed === role)) refuse('session.may-not-sign')
  return { signatureId: keepSignature(context, 'signature', userId) }
})

export const closeSessionService = serve(closeSession, (context, request) => {
  const { on, note } = request
  if (on > context.today) refuse('session.in-future')
  const standing = unansweredOf(changesOf(context, on))
  const closed = standing.find(({ state }) => state === 'closed')
  if (closed) refuse('session.closed', { by: closed.byName })
  const lots = reconciled(context, request)
  const inside = context.store.visits.listOn(on).filter(({ stage }) => stage !== 'done')
  const unexplainedNoShows = absentOn(context, on).filter(({ noShow }) => noShow === null).length
  refuseAll(
    closingRefusals({ inside, unexplainedNoShows, lots, openVials: vialsToClose(context, on) }).map(
      ({ code, ...params }) => ({
        code,
        field: 'lotId' in params ? `lots.${params.lotId}` : null,
        params,
      }),
    ),
  )
  const signer = takeSignature(context, 'signature', request.signatureId) ?? refuse('session.signature-old')
  // A stop that is signed with the day has been seen: the closing answers it.
  const answers = standing.map(({ changeId }) => changeId)
  const closing = { figures: figuresOn(context, on), lots, note: note || null }
  writeChange({ ...context, actor: signer }, { on, state: 'closed', reason: null, answers, closing })
  return {}
})

/** Every lot that was used, counted by somebody; one that nobody counted keeps the day open. */
function reconciled(
  context: ServiceContext,
  { on, lots }: RequestOf<typeof closeSession>,
): readonly ReconciledLot[] {
  return usedLots(context, on).map(use => {
    const counted = lots.find(({ lotId }) => lotId === use.lotId)
    return counted ? reconcile(use, counted) : refuse('session.lot-not-counted', { lot: use.lotNumber })
  })
}
