/** A stamp: wall clock in ms (13 digits), counter (4 hex digits), station. Sorts as text. */
export type Stamp = string

/**
 * The next stamp of a station: never before one it has made or seen, even when the PC's clock jumps back.
 * `previous` is the greatest stamp known, or null.
 */
export function nextStamp(previous: Stamp | null, nowMs: number, stationId: string): Stamp {
  const seen = previous ? Number(previous.slice(0, 13)) : 0
  const counter = previous ? Number.parseInt(previous.slice(14, 18), 16) : 0
  if (nowMs > seen) return format(nowMs, 0, stationId)
  return counter < 0xffff ? format(seen, counter + 1, stationId) : format(seen + 1, 0, stationId)
}

function format(ms: number, counter: number, stationId: string): Stamp {
  return `${String(ms).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}-${stationId}`
}
