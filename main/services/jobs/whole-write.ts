import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { Store } from '../../db'
import type { Resources } from '../../resources/load'
import type { WriteGate } from './write-gate'

/** A connection of its own with a transaction that has begun. */
export type OpenTransaction = {
  readonly store: Store
  readonly stationId: string
  /** Ends it: all of it is there, or nothing. */
  readonly end: (isKept: boolean) => void
}

/** How the engine writes what takes many turns: on a second connection, so that reads see nothing of it until it is whole. */
export type WholeWriting = { readonly gate: WriteGate; readonly begin: () => OpenTransaction }

/** Who asked for a job, for the journal. */
export type JobAuthor = { readonly userId: string | null }

/** What the engine works with while it takes in the parts of one whole. */
export type WholeContext = {
  readonly store: Store
  readonly stationId: string
  readonly resources: Resources
  readonly newId: () => string
  readonly write: (entries: readonly NewEntry[]) => void
}

/** A write in parts that is under way. */
export type WholeWrite = { readonly context: WholeContext; readonly end: (isKept: boolean) => void }

/** Closes the gate and begins. Ending opens the gate, even when the end fails. */
export function beginWhole(
  { gate, begin }: WholeWriting,
  ports: { readonly resources: Resources; readonly newId: () => string },
  at: Instant,
  { userId }: JobAuthor,
): WholeWrite {
  const open = gate.hold()
  try {
    const { store, stationId, end } = begin()
    const write = (entries: readonly NewEntry[]) =>
      void store.journal.append(entries, { at, userId, requestId: null })
    return {
      context: { store, stationId, resources: ports.resources, newId: ports.newId, write },
      end(isKept) {
        try {
          end(isKept)
        } finally {
          open()
        }
      },
    }
  } catch (error) {
    open()
    throw error
  }
}
