import {
  type CourierState,
  getCourierState,
  judgeStick,
  makeStickCard,
  makeStickPart,
  planStick,
  type Receiver,
  takeStickCard,
  takeStickPart,
} from '../../../../src/contract/courier-calls'
import type { Instant } from '../../../../src/domain/calendar/calendar-day'
import { runSteps } from '../../../../src/domain/certificate/crypto-steps'
import { thumbprintOf } from '../../../../src/domain/certificate/key-list'
import type { Correspondent } from '../../../../src/domain/courier/correspondent'
import { type Service, type ServiceContext, serve } from '../../service'
import { dosesOnlyHere, ownReceipts } from './acknowledge'
import { judgeFound } from './look'
import { type CourierSide, findSide, sideOf } from './side'
import { takeCard, takePart } from './take'
import { countWaiting, makeCard, makePart, planStickFor, receiversOf } from './write'

const getCourierStateService = serve(getCourierState, (context): CourierState => {
  const side = findSide(context)
  const shared = { ownEntries: context.store.journal.length(), sameNumber: sameNumber(context) }
  if (typeof side === 'string') {
    const alone = dosesOnlyHere(context, [])
    return { ...shared, unable: side, dosesOnlyHere: alone, receivers: [], receipts: [] }
  }
  const receivers = receiversOf(side).map(receiver => receiverView(side, receiver))
  const receipts = ownReceipts(side)
  return { ...shared, unable: null, dosesOnlyHere: dosesOnlyHere(side, receipts), receivers, receipts }
})

/** The names of other stations that carry this one's number. */
function sameNumber({ store, stationId }: Pick<ServiceContext, 'store' | 'stationId'>): readonly string[] {
  const own = store.records.find('station', stationId)
  const others = own ? store.records.list('station', { number: own.number }, 'created_stamp') : []
  return others.filter(({ id }) => id !== stationId).map(({ name }) => name)
}

function receiverView(side: CourierSide, receiver: Correspondent): Receiver {
  const { kid, name, kind, jwk } = receiver
  const card = side.store.courier.cardOf(kid)
  const { fingerprint } = runSteps(thumbprintOf(jwk), side.answer)
  const made = side.store.records.list('station-key', { kid }, 'created_stamp')[0]
  return {
    kid,
    name,
    kind,
    stationName: card?.name ?? made?.stationName ?? null,
    digits: fingerprint.slice(0, 5),
    heardAt: card ? (card.at as Instant) : null,
    waiting: countWaiting(side, receiver),
  }
}

const judgeStickService = serve(judgeStick, (context, { folders }) => {
  const side = sideOf(context)
  return { folders: folders.map(folder => judgeFound(side, folder)) }
})

const planStickService = serve(planStick, (context, { to, found }) =>
  planStickFor(sideOf(context), to, found),
)

const makeStickPartService = serve(makeStickPart, (context, { to, ...place }) =>
  makePart(sideOf(context), to, place),
)

const makeStickCardService = serve(makeStickCard, (context, { to, parts }) =>
  makeCard(sideOf(context), to, parts),
)

const takeStickPartService = serve(takeStickPart, (context, { text }) =>
  takePart(sideOf(context), text, context.receive),
)

const takeStickCardService = serve(takeStickCard, (context, { text }) => takeCard(sideOf(context), text))

/** What the engine does about sticks; main moves the files. */
export const courierServices: readonly Service[] = [
  getCourierStateService,
  judgeStickService,
  planStickService,
  makeStickPartService,
  makeStickCardService,
  takeStickPartService,
  takeStickCardService,
]
