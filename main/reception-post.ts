import { userStateOf } from '../src/domain/courier/staff'
import type { WireContext } from '../src/domain/exchange/fhir/wire'
import type { LinkTrouble } from '../src/domain/upload/judge-answer'
import type { LinkActivity } from '../src/domain/upload/link-activity'
import type { UploadResults } from '../src/domain/upload/upload-results'
import type { Store } from './db'
import type { Database } from './db/driver'
import type { OpenRecord } from './db/posted-store'
import { newId } from './ids'
import { uploaderTo } from './link-parts'
import type { ReceptionServer } from './reception-server'
import type { Resources } from './resources/load'
import type { CourierSide } from './services/link/courier/side'

/** So often it comes back after trouble before it leaves the rest for the next time. */
const mostPauses = 4
const serverKey = 'courier-server'

export type PostParts = {
  readonly db: Database
  readonly store: Store
  readonly others: CourierSide['others']
  readonly resources: Pick<
    Resources,
    'vaccines' | 'units' | 'provinceCodes' | 'pregnancy' | 'birth' | 'childHandbook' | 'reportForms'
  >
  readonly server: ReceptionServer
  readonly now: () => number
  readonly log: (line: string) => void
}

/** How the posting of one station's journal went. `trouble`: it ended before all was looked at. */
export type PostedStation = {
  readonly stationId: string
  readonly accepted: number
  readonly trouble: LinkTrouble | null
  /** What the server has not taken. */
  readonly open: readonly OpenRecord[]
}

/** The same for people who read a terminal: no names, the server's own words. */
export function wordsOf({ stationId, accepted, trouble, open }: PostedStation): readonly string[] {
  const why = trouble === null ? '' : `  ${trouble}`
  const lines = open.map(({ noun, recordId, problem }) =>
    `  ${noun} ${recordId}  ${problem?.reason ?? 'waiting'} ${problem?.words ?? ''}`.trimEnd(),
  )
  return [`${stationId}  ${accepted} records posted, ${open.length} not taken${why}`, ...lines]
}

/**
 * Puts what the journals of sticks add up to onto the province's server, station by station, through the same upload as a
 * point's: what is there already is not written again, what was refused before is tried again. Decision 0030.
 */
export async function postJournals(parts: PostParts): Promise<readonly PostedStation[]> {
  const { store, server } = parts
  store.transaction(() => {
    if (store.local.readMeta(serverKey) !== server.baseUrl) store.posted.startAnew()
    store.local.writeMeta(serverKey, server.baseUrl)
    store.link.retry(null)
  })
  const posted: PostedStation[] = []
  for (const { stationId } of store.courier.heads()) {
    posted.push(await postStation(parts, stationId))
    // Where one does not get through, the next would not either.
    if (posted.at(-1)?.trouble) break
  }
  return posted
}

async function postStation(parts: PostParts, stationId: string): Promise<PostedStation> {
  const { db, store, resources, server, now, log } = parts
  const done = new Set<string>()
  const run = createRun(() => uploader.stop())
  const { baseUrl, caPem, credentials, offsetMs } = server
  const uploader = uploaderTo({
    ...{ db, store, stationId, resources, now, newId, baseUrl, credentials, offsetMs, log },
    route: { caPem, proxy: null },
    rule: {
      settledSeq: () => store.posted.settledSeq(stationId),
      isDone: (noun, recordId) => done.has(`${noun} ${recordId}`),
    },
    knowing: knowing(parts, stationId),
    derived: null,
    random: Math.random,
    keep: async results => {
      keepResults(store, stationId, results)
      for (const { noun, recordId } of recordsIn(results)) done.add(`${noun} ${recordId}`)
      run.count(results.accepted.length)
    },
    onActivity: run.hear,
  })
  await uploader.run()
  const open = store.posted.openRecords(stationId).filter(({ state }) => state !== 'local')
  return { stationId, ...run.end(), open }
}

/** Ends the uploader when nothing waits any more, or when there is no way through for long. */
function createRun(stop: () => void) {
  let accepted = 0
  let pauses = 0
  let isBegun = false
  let trouble: LinkTrouble | null = null
  return {
    count: (more: number) => {
      accepted += more
    },
    hear({ phase, trouble: why }: LinkActivity): void {
      if (phase === 'pausing') {
        pauses += 1
        trouble = why
        if (pauses > mostPauses) stop()
      } else if (phase === 'idle') {
        // Its first word is that it rests, before it has looked at anything.
        if (isBegun) trouble = null
        if (isBegun) stop()
        isBegun = true
      }
    },
    end: () => ({ accepted, trouble }),
  }
}

function recordsIn({ accepted, parked, local }: UploadResults) {
  return [...accepted.map(({ record }) => record), ...parked.map(({ record }) => record), ...local]
}

function keepResults(store: Store, stationId: string, results: UploadResults): void {
  store.transaction(() => {
    store.link.keepResults(results)
    if (results.settledSeq !== null) store.posted.settle(stationId, results.settledSeq)
  })
}

/** What a station's records lean on here: its own point among many, and its staff, whose entries stayed there. */
function knowing({ store, others }: PostParts, stationId: string): (context: WireContext) => WireContext {
  const pointId = pointOf(store, others, stationId)
  return context => {
    const find = (noun: string, id: string) => {
      const staff = noun === 'user' ? store.posted.findStaff(id) : null
      return staff ? userStateOf(staff) : context.find(noun as 'person', id)
    }
    return { ...context, pointId, find: find as WireContext['find'] }
  }
}

/** The point of a station: the one that was set up first among the PCs that the province certified for one address. */
function pointOf(store: Store, others: CourierSide['others'], stationId: string): string | null {
  const issOf = (id: string) => {
    const [seal] = store.courier.sealsAfter(id, 0)
    return others.find(({ kid }) => kid === seal?.by)?.iss ?? id
  }
  const own = issOf(stationId)
  const isOurs = (id: string) => {
    const [first] = store.entriesOf(id)
    return first !== undefined && issOf(first.stationId) === own
  }
  return store.records.list('point', {}, 'created_stamp').find(({ id }) => isOurs(id))?.id ?? null
}
