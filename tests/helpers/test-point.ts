import { fileURLToPath } from 'node:url'
import { createStore } from '../../main/db'
import type { Database } from '../../main/db/driver'
import { openDatabase } from '../../main/db/open'
import { readStationId } from '../../main/db/station-id'
import { readJson, readText } from '../../main/exchange/read-json'
import { newId } from '../../main/ids'
import { openProvinceDesk } from '../../main/pull-parts'
import { loadResources, type Resources } from '../../main/resources/load'
import { pins } from '../../main/security/pin'
import { createSafe } from '../../main/security/safe'
import { sealedBox } from '../../main/security/sealed-box'
import { signing } from '../../main/security/signing'
import { allServices } from '../../main/services'
import { createDispatcher } from '../../main/services/dispatcher'
import { allJobs } from '../../main/services/jobs/all-jobs'
import { createJobDesk } from '../../main/services/jobs/job-desk'
import { createWriteGate } from '../../main/services/jobs/write-gate'
import { createLinkDesk } from '../../main/services/link/link-desk'
import type { LinkRunner } from '../../main/services/link/link-port'
import type { Ports } from '../../main/services/service'
import { guardClock } from '../../main/services/session/guard-clock'
import type { Actor, Answer, Call, RequestOf, ResponseOf } from '../../src/contract/call'
import type { AppEvent } from '../../src/contract/events'
import type { JobName, JobView } from '../../src/contract/job-calls'
import { type CalendarDay, instantOf } from '../../src/domain/calendar/calendar-day'
import type { Role } from '../../src/domain/point/point'
import { runsHere } from './run-job-here'

const folder = fileURLToPath(new URL('../../resources', import.meta.url))
let resources: Resources | null = null

/** What the network side of a point works with. */
export type LinkSide = Pick<Ports, 'store' | 'stationId' | 'resources' | 'clock'> & { readonly db: Database }

const noNetwork: LinkRunner = {
  upload: () => {
    throw new Error('this point has no network')
  },
  join: () => Promise.reject(new Error('this point has no network')),
}

export type TestPoint = ReturnType<typeof openTestPoint>

/**
 * A whole engine without its process: real SQLite (in memory unless a file is named), real services, real
 * resources, and a clock that stands still until it is moved.
 */
export function openTestPoint(
  options: {
    readonly file?: string
    readonly at?: string
    readonly mode?: 'real' | 'practice'
    readonly upMs?: number
    /** What runs the network; without it there is none. */
    readonly runner?: (point: LinkSide) => LinkRunner
  } = {},
) {
  const { file = ':memory:', at = '2026-11-22T01:00:00.000Z', mode = 'real' } = options
  let nowMs = Date.parse(at)
  let upMs = options.upMs ?? 3_600_000
  resources ??= loadResources(folder, at.slice(0, 10) as CalendarDay)
  const db: Database = openDatabase(file, mode, { nativeBinding: null, keyHex: null })
  const stationId = readStationId(db, newId)
  const store = createStore(db, { stationId, newId })
  const clock = () => instantOf(nowMs)
  const events: AppEvent[] = []
  const logs: string[] = []
  const hearing = {
    emit: (event: AppEvent) => {
      if (event.name === 'records.changed') link.wake()
      events.push(event)
    },
    log: (line: string) => void logs.push(line),
  }
  const machine = { store, resources, clock, newId, version: '0.0.0' }
  const gate = createWriteGate()
  /** A database in memory has one connection only. */
  function begin() {
    db.exec('BEGIN IMMEDIATE')
    return { store, stationId, end: (isKept: boolean) => void db.exec(isKept ? 'COMMIT' : 'ROLLBACK') }
  }
  const whole = { gate, begin }
  const jobs = createJobDesk(machine, { jobs: allJobs, run: runsHere(machine, allJobs), whole, ...hearing })
  const safe = createSafe()
  safe.open('5a'.repeat(32), 'system')
  const security = { pins, signing, safe, box: sealedBox }
  const runner = options.runner?.({ db, store, stationId, resources, clock }) ?? noNetwork
  const link = createLinkDesk({ store, safe, mode, stationId }, { runner, gate, ...hearing })
  const province = openProvinceDesk({
    ...{ store, resources, safe, mode, clock, newId, gate, ...hearing },
    dispatch: (...request) => dispatch(...request),
    random: () => 0.5,
    http: { idleMs: 2_000, totalMs: 5_000 },
  })
  const ports: Ports = {
    ...machine,
    ...security,
    readText,
    readJson,
    jobs,
    link,
    province,
    stationId,
    mode,
    upMs: () => upMs,
  }
  const served = createDispatcher(ports, allServices, hearing)
  const guard = guardClock(ports, { ...hearing, mayWrite: () => !gate.isHeld() })
  guard.look()
  const dispatch: typeof served = (name, request) => {
    guard.look()
    return served(name, request)
  }
  let actor: Actor | null = null

  function call<C extends Call>(
    definition: C,
    payload: RequestOf<C>,
    requestId: string = newId(),
  ): Answer<ResponseOf<C>> {
    return dispatch(definition.name, { requestId, payload, actor }) as Answer<ResponseOf<C>>
  }

  return {
    db,
    ports,
    store,
    events,
    logs,
    call,
    dispatch,
    province,
    /** The value of an answer; throws with its code when it was refused. */
    done<C extends Call>(definition: C, payload: RequestOf<C>, requestId?: string): ResponseOf<C> {
      const answer = call(definition, payload, requestId)
      if (answer.ok) return answer.value
      throw new Error(`${definition.name}: ${JSON.stringify(answer.error)} ${logs.join('\n')}`)
    },
    /** The codes of the problems of an answer; empty when it was done. */
    codes<C extends Call>(definition: C, payload: RequestOf<C>): readonly string[] {
      const answer = call(definition, payload)
      return answer.ok ? [] : answer.error.problems.map(problem => problem.code)
    },
    actAs(role: Role, name = 'Người dùng thử'): Actor {
      const user = store.records.list('user', {}, 'created_stamp')[0]
      actor = { userId: user?.id ?? newId(), name, role }
      return actor
    },
    signOut(): void {
      actor = null
    },
    /** Time passes. */
    moveClock(ms: number): void {
      nowMs += ms
      upMs += ms
    },
    /** Somebody sets the PC's clock. */
    setClock(byMs: number): void {
      nowMs += byMs
    },
    entries: () => store.journal.length(),
    /** The newest job of this name once it has ended. */
    async ended(name: JobName): Promise<JobView> {
      for (;;) {
        const job = jobs.list().find(view => view.name === name)
        if (job && job.state !== 'running') return job
        await new Promise(resolve => setImmediate(resolve))
      }
    },
    close: () => db.close(),
  }
}
