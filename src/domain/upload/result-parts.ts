import type { UploadResults } from './upload-results'

/** So many keys or records of results are written in one go: a few milliseconds, then whoever saves comes first. */
const atOnce = { keys: 80, records: 30 } as const

/**
 * What the upload found out, in parts that can be written one after the other and broken off between any two: first what the
 * server holds, then which records that settles, and behind everything up to where the queue is settled. What was not
 * written by then is found out again.
 */
export function partsOf(results: UploadResults): readonly UploadResults[] {
  const { at, offsetMs, known, forgotten, accepted, parked, local, settledSeq, derived } = results
  const nothing: UploadResults = {
    ...{ accepted: [], parked: [], local: [], known: [], forgotten: [] },
    ...{ settledSeq: null, at, offsetMs },
  }
  const isEnd = settledSeq !== null || derived !== undefined
  const end = derived ? { ...nothing, settledSeq, derived } : { ...nothing, settledSeq }
  return [
    ...slices(forgotten, atOnce.keys).map(part => ({ ...nothing, forgotten: part })),
    ...slices(known, atOnce.keys).map(part => ({ ...nothing, known: part })),
    ...slices(accepted, atOnce.records).map(part => ({ ...nothing, accepted: part })),
    ...slices(parked, atOnce.records).map(part => ({ ...nothing, parked: part })),
    ...slices(local, atOnce.records).map(part => ({ ...nothing, local: part })),
    ...(isEnd ? [end] : []),
  ]
}

function slices<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / size)
  return Array.from({ length: count }, (_, at) => all.slice(at * size, (at + 1) * size))
}
