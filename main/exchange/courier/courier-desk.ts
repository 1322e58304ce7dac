import path from 'node:path'
import { refused } from '../../../src/contract/answers'
import type { Answer, RequestOf } from '../../../src/contract/call'
import {
  chooseStick,
  lookAtStick,
  readStick,
  type Stick,
  stopStick,
  writeStick,
} from '../../../src/contract/courier-calls'
import type { AppEvent } from '../../../src/contract/events'
import { type Noun, verbsOf } from '../../../src/domain/journal/entry'
import { judgeAll, readFrom } from './read-stick'
import type { Ask, StickWork } from './stick-work'
import { writeTo } from './write-stick'

export type CourierDeskParts = {
  readonly ask: Ask
  readonly showOpenDialog: (options: {
    readonly properties: ['openDirectory', 'createDirectory']
  }) => Promise<{ readonly canceled: boolean; readonly filePaths: string[] }>
  readonly tell: (event: AppEvent) => void
}

/** A stick may bring anything. */
const allNouns = Object.keys(verbsOf) as Noun[]

/** The window hears of progress so often at most, in milliseconds. */
const tellEveryMs = 200

/** Tells how far it is, not too often. */
function teller(tell: CourierDeskParts['tell']): StickWork['progress'] {
  let toldMs = 0
  return (step, done, total) => {
    const now = Date.now()
    if (now - toldMs < tellEveryMs && done < total) return
    toldMs = now
    tell({ name: 'courier.progressed', step, done, total })
  }
}

/** The stick that was chosen, and the one work on it that may be under way. */
function createBench(shared: Pick<StickWork, 'ask' | 'progress' | 'changed'>) {
  let stick: string | null = null
  let isBusy = false
  let isStopped = false
  return {
    isBusy: () => isBusy,
    choose: (chosen: string) => {
      stick = chosen
    },
    stop: () => {
      isStopped = true
    },
    /** Runs one work on the chosen stick; a stick that is pulled out meanwhile is no bug. */
    async work<T>(what: (work: StickWork) => Promise<Answer<T>>): Promise<Answer<T>> {
      if (stick === null) return refused('courier.no-stick')
      if (isBusy) return refused('courier.busy')
      isBusy = true
      isStopped = false
      try {
        return await what({ ...shared, stick, isStopped: () => isStopped })
      } catch (error) {
        if (error instanceof Error && 'syscall' in error) return refused('courier.stick-gone')
        throw error
      } finally {
        isBusy = false
      }
    },
  }
}

/** What courier sticks need of files: the window chooses once, and never sees a path. One work at a time. */
export function createCourierDesk({ ask, showOpenDialog, tell }: CourierDeskParts) {
  const changed = () => tell({ name: 'records.changed', nouns: allNouns, personIds: [] })
  const bench = createBench({ ask, progress: teller(tell), changed })
  const look = () =>
    bench.work(async (it): Promise<Answer<Stick>> => {
      const judged = await judgeAll(it)
      if (!judged.ok) return judged
      return { ok: true, value: { name: path.basename(it.stick) || it.stick, folders: judged.value } }
    })

  async function choose(): Promise<Answer<Stick>> {
    if (bench.isBusy()) return refused('courier.busy')
    const { canceled, filePaths } = await showOpenDialog({ properties: ['openDirectory', 'createDirectory'] })
    const [chosen] = filePaths
    if (canceled || !chosen) return refused('courier.cancelled')
    bench.choose(chosen)
    return look()
  }
  async function stop(): Promise<Answer<unknown>> {
    bench.stop()
    return { ok: true, value: {} }
  }

  return new Map<string, (payload: unknown) => Promise<Answer<unknown>>>([
    [chooseStick.name, choose],
    [lookAtStick.name, look],
    [writeStick.name, payload => bench.work(it => writeTo(it, (payload as RequestOf<typeof writeStick>).to))],
    [readStick.name, () => bench.work(readFrom)],
    [stopStick.name, stop],
  ])
}
