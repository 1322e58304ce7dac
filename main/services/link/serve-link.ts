import { refuse } from '../../../src/contract/errors'
import {
  getLinkStatus,
  joinProvince,
  type LinkStatus,
  leaveProvince,
  retryUpload,
  tryLinkNow,
} from '../../../src/contract/link-calls'
import { countedTo } from '../../db/link-ledger'
import { actorOf, type ServiceContext, serve } from '../service'
import { newestPosted, recallReceipts, settledByReceipt } from './courier/posted'

export const getLinkStatusService = serve(getLinkStatus, (context): LinkStatus => {
  const { store, link, stationId } = context
  const kept = store.link.findServer()
  const posted = newestPosted(context)
  const settledSeq = Math.max(kept?.settledSeq ?? 0, settledByReceipt(posted, kept?.server.baseUrl ?? null))
  return {
    server: kept && {
      baseUrl: kept.server.baseUrl,
      name: kept.server.serverName,
      software: kept.server.software,
      joinedAt: kept.server.joinedAt,
      joinedBy: kept.server.joinedBy,
      hasProxy: kept.server.hasProxy,
      hasOwnAuthority: kept.server.caPem !== null,
    },
    activity: link.activity(),
    joining: link.joining(),
    ...store.linkLedger.countOpen(stationId, settledSeq),
    countedTo,
    acceptedAt: kept?.acceptedAt ?? null,
    byCourier: posted && { number: posted.number, at: posted.at },
  }
})

export const joinProvinceService = serve(joinProvince, (context, request) => {
  const { store, safe, stationId, mode, link, at } = context
  if (mode === 'practice') return refuse('link.practice')
  if (safe.keptBy() === null) return refuse('link.safe-closed')
  const proxy = request.proxy ? proxyAddress(request.proxy) : null
  if (request.proxy && proxy === null) return refuse('link.bad-address', {}, 'proxy')
  const station = store.records.find('station', stationId)?.name ?? ''
  const clientName = [store.point()?.name ?? '', station].filter(part => part !== '').join(' – ')
  const order = { address: request.address, code: request.code, caPem: request.authorityPem || null, proxy }
  link.join({ ...order, clientName, stationId }, { name: actorOf(context).name, at })
  return {}
})

/** `proxy:3128` as people write it is `http://proxy:3128`; null where it is no address of a proxy that is spoken to plainly. */
function proxyAddress(text: string): string | null {
  const written = /^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `http://${text}`
  if (!URL.canParse(written)) return null
  const { protocol, href } = new URL(written)
  return protocol === 'http:' ? href.replace(/\/$/u, '') : null
}

export const leaveProvinceService = serve(leaveProvince, context => {
  mustBeJoined(context)
  // First the uploader, so that nothing is written down behind the end.
  context.link.leave()
  context.store.link.leave()
  recallReceipts(context, null)
  return {}
})

export const tryLinkNowService = serve(tryLinkNow, context => {
  mustBeJoined(context)
  context.link.tryNow()
  return {}
})

export const retryUploadService = serve(retryUpload, (context, { recordId }) => {
  mustBeJoined(context)
  const records = context.store.link.retry(recordId)
  context.link.wake()
  return { records }
})

function mustBeJoined({ store }: ServiceContext): void {
  if (store.link.findServer() === null) refuse('link.not-joined')
}
