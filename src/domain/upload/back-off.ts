/** Waits in ms: the first one, and the longest. */
export type Waits = { readonly firstMs: number; readonly longestMs: number }

const uploadWaits: Waits = { firstMs: 1_000, longestMs: 60_000 }
/** What a server may ask for at most: a wrong number must not silence a point for a day. */
const longestAskedMs = 15 * 60_000

/**
 * A wait in ms that doubles each time, and is spread over its upper half by `random` (0 ≤ random < 1), so that a thousand
 * points do not come back in one second.
 */
export function doubledMs(times: number, random: number, { firstMs, longestMs }: Waits): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(Math.max(times, 0), 10))
  return Math.round(whole / 2 + (whole / 2) * random)
}

/** How long to wait before sending again, in ms, after so many failures. A server that names a time is waited for. */
export function backOffMs(failures: number, random: number, askedMs: number | null): number {
  const spread = doubledMs(failures - 1, random, uploadWaits)
  if (askedMs === null) return spread
  return Math.max(spread, Math.min(longestAskedMs, askedMs) + Math.round(uploadWaits.firstMs * random))
}

/** What `Retry-After` asks for, in ms: seconds or a moment, which is the server's, as `serverMs` is. Null: nothing readable. */
export function retryAfterMs(header: string | null, serverMs: number): number | null {
  if (header === null) return null
  const text = header.trim()
  if (/^\d{1,9}$/u.test(text)) return Number(text) * 1000
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, at - serverMs)
}
