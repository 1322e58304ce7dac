import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '../../../main/ids'
import type { Answer, Call, RequestOf, ResponseOf } from '../../../src/contract/call'
import { getAppState, signIn } from '../../../src/contract/point-calls'
import { type LaunchedApp, launchApp } from '../../helpers/electron-app'

export type Station = Awaited<ReturnType<typeof startStation>>

/** 08:00 in Vietnam on the day of the tests, at every start: the clock of a PC may stand anywhere after a power cut. */
export const startAt = '2026-11-22T01:00:00.000Z'
export const pin = '7391'

/** Starts the real application on this folder and signs its first user in, when there is one. */
export async function startStation(userData: string) {
  const launched = await launchApp({ userData, env: { DIEM_TIEM_START_AT: startAt } })
  const call = callerOf(launched)
  const state = await done(getAppState, call(getAppState, {}))
  const user = state.users.find(({ role }) => role === 'head')
  if (user) await done(signIn, call(signIn, { userId: user.userId, pin }))
  const { main, engine, renderers } = await launched.pids()
  // Known before anything is struck, so that asking costs no time when it happens.
  const engines = new Set(engine === null ? [] : [engine])

  return {
    launched,
    state,
    call,
    /** Kills window, main and engine at once, without any warning, and waits until they are gone. */
    async killAll(): Promise<void> {
      const struck = [...engines, main, ...renderers]
      for (const pid of struck) kill(pid)
      while (struck.some(isRunning)) await sleep(5)
      await launched.close()
    },
    /** The engine's process; waits for it when it was killed and main is starting it again. */
    async engine(): Promise<number> {
      for (;;) {
        const { engine: pid } = await launched.pids()
        if (pid !== null && isRunning(pid)) {
          engines.add(pid)
          return pid
        }
        await sleep(10)
      }
    },
  }
}

function callerOf({ window }: LaunchedApp) {
  return async <C extends Call>(
    definition: C,
    payload: RequestOf<C>,
    requestId: string = newId(),
  ): Promise<Answer<ResponseOf<C>>> => {
    const answer = await window.evaluate(
      ({ name, envelope }) => {
        const page = globalThis as unknown as {
          diemTiem: { call: (name: string, envelope: unknown) => Promise<string> }
        }
        return page.diemTiem.call(name, envelope)
      },
      { name: definition.name, envelope: { requestId, payload } },
    )
    return JSON.parse(answer) as Answer<ResponseOf<C>>
  }
}

/** The value of an answer; throws with its code when it was refused. */
export async function done<C extends Call>(
  { name }: C,
  answering: Promise<Answer<ResponseOf<C>>>,
): Promise<ResponseOf<C>> {
  const answer = await answering
  if (answer.ok) return answer.value
  throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // A child of a process that was just killed may be gone already.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** A killed process that nobody has asked about yet is a zombie: it does nothing any more. */
function isRunning(pid: number): boolean {
  const file = `/proc/${pid}/stat`
  try {
    const state = readFileSync(file, 'utf8').split(') ').at(-1)
    return !state?.startsWith('Z')
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code)))
      return false
    throw error
  }
}
