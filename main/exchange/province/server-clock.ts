/**
 * The server's time as far as it is known. PCs' clocks are wrong after dead batteries: what is signed for the server is
 * signed with its own time.
 */
export function createServerClock(now: () => number, known: number = 0) {
  let offsetMs = known
  return {
    /** Takes the `Date` of an answer, whole seconds, that came in at this moment. */
    hear(serverMs: number | null): void {
      if (serverMs === null) return
      const heard = serverMs + 500 - now()
      // A second more or less is the reading of whole seconds and the way here.
      if (Math.abs(heard - offsetMs) > 2_000) offsetMs = heard
    },
    nowMs: () => now() + offsetMs,
    /** Server minus this PC, in ms. */
    offsetMs: () => offsetMs,
  }
}
export type ServerClock = ReturnType<typeof createServerClock>
