/** What happens to a request on its way. */
export type Fault =
  | 'pass'
  /** The line is dead: the connection ends before anything was read. */
  | 'refuse'
  /** Read, and lost before the server did anything. */
  | 'drop-before'
  /** Done, and the answer lost. */
  | 'drop-after'
  /** The line brings it twice; the second answer is the one that arrives. */
  | 'duplicate'
  /** Done, and the answer breaks off in the middle. */
  | 'half'
  /** The page of a hotel or a cashier in front of the internet: 200, and no FHIR. */
  | 'html'
  | { readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly delayMs: number }

export type FaultRequest = {
  readonly method: string
  /** Behind the host, with the query. */
  readonly path: string
  readonly bytes: number
}

/** Decides about the n-th request of this server, from 1. */
export type FaultHook = (request: FaultRequest, n: number) => Fault

export const noFaults: FaultHook = () => 'pass'
