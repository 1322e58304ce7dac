import type { AppEvent } from '../../../src/contract/events'
import type { JoiningView } from '../../../src/contract/link-calls'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import { type LinkActivity, offActivity } from '../../../src/domain/upload/link-activity'
import type { LinkSecrets, LinkServer } from '../../../src/domain/upload/link-server'
import { partsOf } from '../../../src/domain/upload/result-parts'
import type { UploadResults } from '../../../src/domain/upload/upload-results'
import type { WriteGate } from '../jobs/write-gate'
import type { Ports } from '../service'
import { recallReceipts } from './courier/posted'
import type { JoinEnd, JoinOrder, LinkDesk, LinkRunner, RunningUpload } from './link-port'

export type LinkDeskOptions = {
  readonly runner: LinkRunner
  readonly gate: Pick<WriteGate, 'whenOpen'>
  readonly emit: (event: AppEvent) => void
  /** Hears of bugs: never with personal data. */
  readonly log: (line: string) => void
}

/** An uploader that died is started again after this, in ms. */
const restMs = 10_000

type DeskPorts = Pick<Ports, 'store' | 'safe' | 'mode' | 'stationId'>

/** Keeps one uploader running while a server is joined, and writes down what it finds out. */
export function createLinkDesk(ports: DeskPorts, options: LinkDeskOptions): LinkDesk {
  const teller = createTeller(options)
  const upload = createUploadSwitch(ports, options, teller)
  const joiner = createJoiner(ports, options, upload)
  return {
    activity: teller.activity,
    joining: joiner.joining,
    join: joiner.join,
    start: upload.start,
    wake: () => upload.running()?.wake(),
    tryNow: () => upload.running()?.tryNow(),
    leave() {
      void upload.end()
      joiner.forget()
      teller.tell(offActivity)
    },
    stop: upload.stopForGood,
  }
}

/** Knows what the uploader does, and tells the window when it does something else. */
function createTeller({ emit }: LinkDeskOptions) {
  let activity: LinkActivity = offActivity
  return {
    activity: () => activity,
    tell(next: LinkActivity): void {
      const isSame = next.phase === activity.phase && next.nextTryAt === activity.nextTryAt
      activity = next
      if (!isSame) emit({ name: 'link.changed' })
    },
  }
}

type Teller = ReturnType<typeof createTeller>
type UploadSwitch = ReturnType<typeof createUploadSwitch>

function createUploadSwitch(ports: DeskPorts, options: LinkDeskOptions, { tell }: Teller) {
  const { store, mode } = ports
  const { runner, log } = options
  const onResults = createKeeper(ports, options, () => running !== null)
  const hooks = { onActivity: tell, onResults, onEnd: restart, log }
  let running: RunningUpload | null = null
  let again: ReturnType<typeof setTimeout> | null = null
  let isStopped = false

  function start(): void {
    if (running || isStopped || mode === 'practice') return
    const kept = store.link.findServer()
    const secrets = kept && readSecrets(ports, kept.locked)
    if (!kept) tell(offActivity)
    else if (!secrets) tell({ ...offActivity, phase: 'pausing', trouble: 'link.key-lost' })
    else running = runner.upload(kept.server, secrets, kept.offsetMs, hooks)
  }

  function restart(error: unknown): void {
    running = null
    log(`the uploader ended: ${error instanceof Error ? error.name : String(error)}`)
    tell({ ...offActivity, phase: 'pausing', trouble: 'link.server-error' })
    again = setTimeout(start, restMs)
    again.unref()
  }

  async function end(): Promise<void> {
    if (again) clearTimeout(again)
    const stopped = running?.stop()
    running = null
    await stopped
  }

  function stopForGood(): Promise<void> {
    isStopped = true
    return end()
  }

  return { start, end, stopForGood, running: () => running }
}

/** Writes what was found out, a part at a time: whoever saves meanwhile waits for one of them and not for all. */
function createKeeper({ store }: DeskPorts, { gate, emit }: LinkDeskOptions, isRunning: () => boolean) {
  function write(part: UploadResults): void {
    // Of a server that was left meanwhile nothing is written down any more.
    if (!isRunning()) throw new Error('the uploader was stopped')
    store.transaction(() => store.link.keepResults(part))
  }
  return async (results: UploadResults): Promise<void> => {
    for (const part of partsOf(results)) {
      await inTurn(gate, () => write(part))
      await new Promise(resolve => setImmediate(resolve))
    }
    emit({ name: 'link.changed' })
  }
}

/** Does a write when others let it, and hands its error on. */
function inTurn(gate: LinkDeskOptions['gate'], work: () => void): Promise<void> {
  return new Promise((resolve, reject) =>
    gate.whenOpen(() => {
      try {
        work()
        resolve()
      } catch (error) {
        reject(error)
      }
    }),
  )
}

function createJoiner(ports: DeskPorts, { runner, gate, emit, log }: LinkDeskOptions, upload: UploadSwitch) {
  let joining: JoiningView | null = null
  function tell(next: JoiningView | null): void {
    joining = next
    emit({ name: 'link.changed' })
  }
  async function join(order: JoinOrder, by: { readonly name: string; readonly at: Instant }): Promise<void> {
    const found = await runner.join(order)
    if (found.state === 'refused') return tell(found)
    await upload.end()
    await inTurn(gate, () => ports.store.transaction(() => keepJoined(ports, order, found, by)))
    tell(null)
    upload.start()
  }
  return {
    joining: () => joining,
    forget(): void {
      joining = null
    },
    join(order: JoinOrder, by: { readonly name: string; readonly at: Instant }): void {
      tell({ state: 'running' })
      join(order, by).catch((error: unknown) => {
        log(`joining stumbled: ${error instanceof Error ? error.name : String(error)}`)
        tell({ state: 'refused', code: 'link.server-error', lacks: [] })
      })
    },
  }
}

function readSecrets({ safe }: DeskPorts, locked: string): LinkSecrets | null {
  const text = safe.keptBy() === null ? null : safe.unlock(locked)
  return text === null ? null : (JSON.parse(text) as LinkSecrets)
}

function keepJoined(
  ports: DeskPorts,
  order: JoinOrder,
  { server, privateKey }: Extract<JoinEnd, { readonly state: 'joined' }>,
  by: { readonly name: string; readonly at: Instant },
): void {
  const { store, safe } = ports
  const isOther = store.link.findServer()?.server.baseUrl !== server.baseUrl
  const hasProxy = order.proxy !== null
  const kept: LinkServer = { ...server, caPem: order.caPem, hasProxy, joinedAt: by.at, joinedBy: by.name }
  const secrets: LinkSecrets = { privateKey, proxy: order.proxy }
  store.link.keepServer(kept, safe.lock(JSON.stringify(secrets)), isOther)
  if (isOther) recallReceipts(ports, server.baseUrl)
}
