import { networkInterfaces } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { instantOf, vietnamDayOf } from '../src/domain/calendar/calendar-day'
import type { UploadResults } from '../src/domain/upload/upload-results'
import { createReadStore } from './db'
import { openReadOnly } from './db/open'
import type { JoinOrder } from './exchange/province/join-server'
import type { Uploader } from './exchange/province/uploader'
import { newId } from './ids'
import { joinNow, makeUploader } from './link-parts'
import { loadResources } from './resources/load'
import type { JoinEnd } from './services/link/link-port'
import type { FromLink, LinkStart, ToLink } from './worker/link-thread'
import { standBack } from './worker/thread-priority'

/*
 * The engine's thread for the province: it reads the queue with a connection that cannot write, does all the network, and
 * hands what it finds out to the engine.
 */
const start = workerData as LinkStart<JoinOrder>
const now = () => Date.now() + start.clockShiftMs
const waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = []

function send(message: FromLink<JoinEnd>): void {
  parentPort?.postMessage(message)
}

/** Resolves when the engine has written it. */
function keep(results: UploadResults): Promise<void> {
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject })
    send({ kind: 'results', results })
  })
}

function hear(message: ToLink, uploader: Uploader): void {
  if (message.kind === 'wake') uploader.wake()
  else if (message.kind === 'try-now') uploader.tryNow()
  else if (message.kind === 'stop') uploader.stop()
  else if (message.kind === 'kept') waiting.shift()?.resolve()
  else waiting.shift()?.reject(new Error('the engine did not keep the results'))
}

/** So often it looks whether the PC has another network by now. */
const lookMs = 5_000

/** A cable that was put in need not wait for the next time. */
function watchNetwork(uploader: Uploader): NodeJS.Timeout {
  const look = () =>
    Object.values(networkInterfaces())
      .flatMap(addresses => addresses?.map(({ address }) => address) ?? [])
      .toSorted()
      .join(' ')
  let last = look()
  return setInterval(() => {
    const current = look()
    if (current !== last) uploader.tryNow()
    last = current
  }, lookMs)
}

async function upload(task: Extract<typeof start.task, { readonly kind: 'upload' }>): Promise<void> {
  standBack()
  const { databaseFile, resourcesFolder, nativeBinding, keyHex, stationId } = start
  const { db } = openReadOnly(databaseFile, { nativeBinding, keyHex })
  const uploader = makeUploader({
    ...{ db, stationId, now, newId, keep },
    store: createReadStore(db),
    resources: loadResources(resourcesFolder, vietnamDayOf(instantOf(now()))),
    server: task.server,
    secrets: task.secrets,
    offsetMs: task.offsetMs,
    random: Math.random,
    onActivity: activity => send({ kind: 'activity', activity }),
    log: line => send({ kind: 'log', line }),
  })
  parentPort?.on('message', (message: ToLink) => hear(message, uploader))
  const timer = watchNetwork(uploader)
  try {
    await uploader.run()
  } finally {
    clearInterval(timer)
    db.close()
    parentPort?.close()
  }
}

async function main(): Promise<void> {
  const { task } = start
  if (task.kind === 'upload') return upload(task)
  send({ kind: 'joined', end: await joinNow(task.order, { now, newId }) })
}

// What it cannot recover from ends the thread; the engine starts another one.
void main()
