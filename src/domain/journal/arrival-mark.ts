import type { JournalEntry } from './entry'

/** Requests under which something is taken in from the province begin so. */
const arrivalMark = 'province:'

/** The id of a request that takes something in. */
export function arrivalRequestId(id: string): string {
  return `${arrivalMark}${id}`
}

/** True for an entry that says what came from the province: nothing of this station's own to send. Decision 0029. */
export function cameFromProvince({ requestId }: Pick<JournalEntry, 'requestId'>): boolean {
  return requestId?.startsWith(arrivalMark) ?? false
}

/** The same for a query: true in SQL for an entry of somebody's own writing, by the column of its request. */
export const ownEntrySql = (column: string) => `(${column} IS NULL OR ${column} NOT GLOB '${arrivalMark}*')`
