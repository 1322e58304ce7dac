/** The first wait, and the longest one, in ms. */
const firstMs = 1_000
const longestMs = 60_000
/** What a server may ask for at most: a wrong number must not silence a point for a day. */
const longestAskedMs = 15 * 60_000

/**
 * How long to wait before trying again, in ms: doubled with each failure, and spread over its upper half by `random`
 * (0 ≤ random < 1), so that a thousand points do not come back in one second. A server that names a time is waited for.
 */
export function backOffMs(failures: number, random: number, askedMs: number | null): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(Math.max(failures - 1, 0), 10))
  const spread = Math.round(whole / 2 + (whole / 2) * random)
  if (askedMs === null) return spread
  return Math.max(spread, Math.min(longestAskedMs, askedMs) + Math.round(firstMs * random))
}

/** What `Retry-After` asks for, in ms: seconds or a moment, which is the server's, as `serverMs` is. Null: nothing readable. */
export function retryAfterMs(header: string | null, serverMs: number): number | null {
  if (header === null) return null
  const text = header.trim()
  if (/^\d{1,9}$/u.test(text)) return Number(text) * 1000
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, at - serverMs)
}
