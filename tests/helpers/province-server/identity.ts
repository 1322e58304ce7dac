import { randomBytes } from 'node:crypto'
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose'

/** A station that has joined, with its public key. */
export type Client = { readonly clientId: string; readonly name: string; readonly jwks: JSONWebKeySet }

/** What the token endpoint and the registration answer: a status and JSON, as RFC 6749 and RFC 7591 want it. */
export type IdentityAnswer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

export type IdentityOptions = {
  readonly now: () => number
  readonly tokenUrl: string
  readonly tokenSeconds: number
  /** Told of every station that joins, before it is answered. */
  readonly keep: (client: Client, code: string) => void
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const scope = 'system/*.read system/*.write'
const no = (error: string, error_description: string, status = 400): IdentityAnswer => ({
  status,
  body: { error, error_description },
})

/**
 * Who may come in: registration of a station with a one-time code as its initial access token (RFC 7591), and tokens for
 * `client_credentials` with a signed assertion (SMART Backend Services, RFC 7523).
 */
export function createIdentity(options: IdentityOptions) {
  const codes = new Map<string, { used: boolean }>()
  const clients = new Map<string, Client>()
  const tokens = new Map<string, number>()
  const seen = new Map<string, number>()

  async function token(form: URLSearchParams): Promise<IdentityAnswer> {
    const nowMs = options.now()
    const assertion = form.get('client_assertion') ?? ''
    if (form.get('grant_type') !== 'client_credentials')
      return no('unsupported_grant_type', 'client_credentials only')
    if (form.get('client_assertion_type') !== assertionType)
      return no('invalid_client', 'a signed assertion is needed', 401)
    const client = clients.get(issuerOf(assertion) ?? '')
    if (!client) return no('invalid_client', 'unknown client', 401)
    try {
      const { payload } = await jwtVerify(assertion, createLocalJWKSet(client.jwks), {
        audience: options.tokenUrl,
        subject: client.clientId,
        issuer: client.clientId,
        algorithms: ['ES384', 'RS384'],
        currentDate: new Date(nowMs),
        requiredClaims: ['exp', 'jti'],
      })
      if ((payload.exp ?? 0) * 1000 > nowMs + 300_000)
        return no('invalid_client', 'exp is more than five minutes ahead', 401)
      const jti = `${client.clientId} ${payload.jti}`
      if ((seen.get(jti) ?? 0) > nowMs) return no('invalid_client', 'jti was used before', 401)
      seen.set(jti, (payload.exp ?? 0) * 1000)
    } catch (error) {
      return no('invalid_client', error instanceof Error ? error.message : String(error), 401)
    }
    const access = randomBytes(24).toString('base64url')
    tokens.set(access, nowMs + options.tokenSeconds * 1000)
    return {
      status: 200,
      body: { access_token: access, token_type: 'bearer', expires_in: options.tokenSeconds, scope },
    }
  }

  function register(code: string, request: unknown): IdentityAnswer {
    const { client_name, jwks } = (request ?? {}) as { client_name?: unknown; jwks?: JSONWebKeySet }
    const found = codes.get(code)
    if (!found) return no('invalid_token', 'unknown code', 401)
    if (found.used) return no('invalid_token', 'the code was used before', 401)
    const isPublic =
      Array.isArray(jwks?.keys) && jwks.keys.length > 0 && jwks.keys.every(key => !('d' in key))
    if (!jwks || !isPublic) return no('invalid_client_metadata', 'jwks with public keys is needed')
    const client: Client = {
      clientId: randomBytes(12).toString('hex'),
      name: String(client_name ?? ''),
      jwks,
    }
    options.keep(client, code)
    found.used = true
    clients.set(client.clientId, client)
    const body = {
      client_id: client.clientId,
      client_name: client.name,
      token_endpoint_auth_method: 'private_key_jwt',
      grant_types: ['client_credentials'],
      scope,
      jwks,
    }
    return { status: 201, body }
  }

  return {
    token,
    register,
    /** Makes a one-time code known. */
    addCode: (code: string) => void (codes.has(code) || codes.set(code, { used: false })),
    restore(client: Client, code: string) {
      clients.set(client.clientId, client)
      codes.set(code, { used: true })
    },
    /** Takes all tokens back, as a restart does. */
    forgetTokens: () => tokens.clear(),
    isAllowed(header: string | undefined): boolean {
      const until = tokens.get(/^Bearer (.+)$/iu.exec(header ?? '')?.[1] ?? '')
      return until !== undefined && until > options.now()
    },
  }
}

function issuerOf(assertion: string): string | null {
  try {
    return decodeJwt(assertion).iss ?? null
  } catch {
    return null
  }
}
