import type { UpwardPage, UpwardType } from '../../../src/domain/exchange/fhir/read-upward'
import { upwardTypes } from '../../../src/domain/exchange/fhir/read-upward'
import type { WriteGate } from '../jobs/write-gate'
import type { Ports } from '../service'
import { readAtKey } from './standing'
import { isSupervising } from './supervising'

const checkpointKey = (type: UpwardType) => `supervision.checkpoint.${type}`
const serverKey = 'supervision.server'

/** What this PC keeps of what the points below sent up. Of this PC alone: nothing of it is anybody's record. */
export function upwardMemory({ store, clock }: Pick<Ports, 'store' | 'clock'>, gate: WriteGate) {
  const { local, supervision } = store
  return {
    /** Whether anything is to be read at all. */
    isOn: () => isSupervising(store),
    /** Another server than before: what another one held is nothing of this one. */
    beginWith: (baseUrl: string): Promise<void> =>
      atGate(gate, () => {
        if (local.readMeta(serverKey) === baseUrl) return
        store.transaction(() => {
          supervision.forget()
          for (const type of upwardTypes) local.writeMeta(checkpointKey(type), '')
          local.writeMeta(readAtKey, '')
          local.writeMeta(serverKey, baseUrl)
        })
      }),
    checkpoint: (type: UpwardType) => local.readMeta(checkpointKey(type)) || null,
    keep: (type: UpwardType, page: UpwardPage): Promise<void> =>
      atGate(gate, () => store.transaction(() => keepPage({ store }, type, page))),
    done: (): Promise<void> => atGate(gate, () => local.writeMeta(readAtKey, clock())),
  }
}

function keepPage({ store }: Pick<Ports, 'store'>, type: UpwardType, page: UpwardPage): void {
  const { local, supervision, link } = store
  for (const fact of page.facts) {
    supervision.keep(fact)
    const { resource, recordId } = fact.value
    const [kind = '', serverId = ''] = resource.split('/')
    // What an answer refers to has to be known to lie at the server.
    if (link.findKnown(`${kind}/${recordId}`) === null)
      link.noteVersion(`${kind}/${recordId}`, serverId, fact.versionId)
  }
  for (const resource of page.removed) supervision.remove(resource)
  const known = local.readMeta(checkpointKey(type)) ?? ''
  if (page.lastUpdated !== null && page.lastUpdated > known)
    local.writeMeta(checkpointKey(type), page.lastUpdated)
}

/** Does a piece of work when nobody writes a whole, and hands its error on. */
function atGate(gate: WriteGate, work: () => void): Promise<void> {
  return new Promise((resolve, reject) =>
    gate.whenOpen(() => {
      try {
        resolve(work())
      } catch (error) {
        reject(error)
      }
    }),
  )
}
