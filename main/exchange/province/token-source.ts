import type { HttpClient } from './http-client'
import { NoAnswer } from './http-client'
import { signedToken } from './link-key'
import type { ServerClock } from './server-clock'

/** What a point needs to be let in. */
export type Credentials = {
  readonly clientId: string
  readonly tokenUrl: string
  readonly scope: string
  /** PKCS #8 in base64. */
  readonly privateKey: string
}

/** SMART Backend Services wants an end at most five minutes away. */
const assertionSeconds = 240
/** A token is renewed so long before its end. */
const earlySeconds = 30

const grant = {
  grant_type: 'client_credentials',
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
}

/**
 * Tokens of the server (SMART Backend Services, `private_key_jwt`), kept until shortly before their end. Signed with the
 * server's own time. Throws NoAnswer, with `link.not-let-in` when the server does not know this key any more.
 */
export function createTokenSource(
  credentials: Credentials,
  {
    http,
    clock,
    newId,
  }: { readonly http: HttpClient; readonly clock: ServerClock; readonly newId: () => string },
) {
  let kept: { readonly token: string; readonly untilMs: number } | null = null

  async function ask(): Promise<{ readonly token: string; readonly untilMs: number }> {
    const form = new URLSearchParams({ ...grant, scope: credentials.scope, client_assertion: assertion() })
    const answer = await http.exchange({
      method: 'POST',
      url: credentials.tokenUrl,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: form.toString(),
    })
    clock.hear(answer.serverMs)
    if (answer.status === 400 || answer.status === 401 || answer.status === 403)
      throw new NoAnswer('link.not-let-in')
    if (answer.status === 429) throw new NoAnswer('link.server-busy')
    if (answer.status >= 500) throw new NoAnswer('link.server-error')
    return { token: tokenOf(answer.body), untilMs: clock.nowMs() + secondsOf(answer.body) * 1000 }
  }

  function assertion(): string {
    const now = Math.floor(clock.nowMs() / 1000)
    const { clientId, tokenUrl, privateKey } = credentials
    const times = { iat: now, nbf: now - 30, exp: now + assertionSeconds }
    return signedToken(privateKey, { iss: clientId, sub: clientId, aud: tokenUrl, jti: newId(), ...times })
  }

  return {
    /** A token that still holds; asks for a new one when needed. */
    async get(): Promise<string> {
      if (kept && clock.nowMs() < kept.untilMs - earlySeconds * 1000) return kept.token
      const before = clock.offsetMs()
      try {
        kept = await ask()
      } catch (error) {
        // The first answer tells what time it is at the server: with that, once more.
        const wasClock = error instanceof NoAnswer && error.why === 'link.not-let-in'
        if (!wasClock || clock.offsetMs() === before) throw error
        kept = await ask()
      }
      return kept.token
    },
    /** The server did not take the token: the next one is new. */
    drop(): void {
      kept = null
    },
  }
}
export type TokenSource = ReturnType<typeof createTokenSource>

function fieldsOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  } catch {
    // No JSON is no token: said below.
  }
  throw new NoAnswer('link.captive-portal')
}

function tokenOf(body: string): string {
  const { access_token: token } = fieldsOf(body)
  if (typeof token !== 'string' || token === '') throw new NoAnswer('link.captive-portal')
  return token
}

function secondsOf(body: string): number {
  const { expires_in: seconds } = fieldsOf(body)
  return typeof seconds === 'number' && seconds > 0 ? seconds : 60
}
