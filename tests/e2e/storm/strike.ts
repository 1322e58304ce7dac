import { statSync } from 'node:fs'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { databaseOf } from './evidence'

/** When a write that is under way is struck. */
export const moments = [
  'in its first milliseconds',
  'at the first byte in the log',
  'a moment after the first byte in the log',
] as const
export type Moment = (typeof moments)[number]

/**
 * Waits for the moment. The log is watched without a pause, since a commit takes about a millisecond: between the
 * first byte and the sync lies the transaction that must be there as a whole or not at all.
 */
export async function waitFor(moment: Moment, userData: string): Promise<void> {
  if (moment === 'in its first milliseconds') return sleep(Math.random() * 5)
  const log = `${databaseOf(userData)}-wal`
  const before = touched(log)
  const deadline = Date.now() + 5_000
  while (touched(log) === before) {
    if (Date.now() > deadline) throw new Error('nothing was written')
    // The question itself is sent by this process, between two looks.
    await nextTurn()
  }
  if (moment === 'a moment after the first byte in the log') {
    const until = performance.now() + Math.random() * 3
    while (performance.now() < until) touched(log)
  }
}

function touched(log: string): string {
  const about = statSync(log, { bigint: true, throwIfNoEntry: false })
  return about ? `${about.size} ${about.mtimeNs}` : 'none'
}
