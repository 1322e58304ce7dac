import {
  isCapabilityStatement,
  type Lack,
  lacksOf,
  nameOfServer,
} from '../../../src/domain/upload/capability'
import { isFhirJson } from '../../../src/domain/upload/judge-answer'
import { authoritiesIn } from './authority-file'
import { createHttpClient, type HttpClient, NoAnswer, type Route } from './http-client'
import { makeLinkKey } from './link-key'
import { createServerClock, type ServerClock } from './server-clock'
import { createTokenSource } from './token-source'

/** What is asked for when a point joins: address and one-time code from the province's letter. */
export type JoinOrder = Route & {
  readonly address: string
  readonly code: string
  /** How the point is called in the province's list. */
  readonly clientName: string
  readonly stationId: string
}

export type JoinRefusal =
  | 'link.bad-address'
  | 'link.insecure-address'
  | 'link.not-a-fhir-server'
  | 'link.server-lacks'
  | 'link.no-joining'
  | 'link.wrong-code'
  | 'link.certificate-unreadable'

/** Why a server was not joined; `lacks` names what the contract asks and it does not do. */
export class JoinProblem extends Error {
  constructor(
    readonly code: JoinRefusal,
    readonly lacks: readonly Lack[] = [],
  ) {
    super(code)
  }
}

export type Joined = {
  readonly baseUrl: string
  readonly serverName: string
  readonly software: string | null
  readonly tokenUrl: string
  readonly clientId: string
  readonly scope: string
  readonly privateKey: string
  readonly offsetMs: number
}

/** What a point does at the server, and no more. */
export const linkScope = 'system/*.read system/*.write'

type Fields = Readonly<Record<string, unknown>>
type Parts = { readonly http: HttpClient; readonly clock: ServerClock; readonly newId: () => string }

/**
 * Joins a server: reads what it can do, makes a key on this PC, enrols it with the one-time code (RFC 7591, the code is the
 * initial access token), and proves it by asking for a token. The private key never leaves. Throws JoinProblem, or
 * NoAnswer when nobody answers. Decision 0028.
 */
export async function joinServer(
  order: JoinOrder,
  { now, newId }: { readonly now: () => number; readonly newId: () => string },
): Promise<Joined> {
  const baseUrl = serverAddress(order.address)
  const http = openClient(order)
  const parts = { http, newId, clock: createServerClock(now) }
  try {
    const { name, software } = await readServer(baseUrl, parts)
    const { tokenUrl, enrolUrl } = await readConfiguration(baseUrl, parts)
    const { jwk, privateKey } = makeLinkKey()
    const clientId = await enrol(enrolUrl, order, jwk, parts)
    const credentials = { clientId, tokenUrl, scope: linkScope, privateKey }
    await createTokenSource(credentials, parts).get()
    const serverName = name ?? new URL(baseUrl).host
    return { baseUrl, serverName, software, ...credentials, offsetMs: parts.clock.offsetMs() }
  } finally {
    http.close()
  }
}

/**
 * Looks at a server that lets everybody in, as one inside the province's own house may. Throws as
 * `joinServer`.
 */
export async function checkServer(
  order: Route & Pick<JoinOrder, 'address'>,
  now: () => number,
): Promise<void> {
  const baseUrl = serverAddress(order.address)
  const http = openClient(order)
  try {
    await readServer(baseUrl, { http, clock: createServerClock(now) })
  } finally {
    http.close()
  }
}

function openClient({ caPem, proxy }: Route): HttpClient {
  const authorities = caPem === null ? null : authoritiesIn(Buffer.from(caPem))
  if (authorities?.length === 0) throw new JoinProblem('link.certificate-unreadable')
  return createHttpClient({ caPem, proxy })
}

/** The address without its slash. Plain http only to this very PC: children's names never cross a network unsealed. */
export function serverAddress(address: string): string {
  let url: URL
  try {
    url = new URL(address.trim())
  } catch {
    throw new JoinProblem('link.bad-address')
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new JoinProblem('link.bad-address')
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol === 'http:' && !isHere) throw new JoinProblem('link.insecure-address')
  return url.href.replace(/\/+$/u, '')
}

async function readServer(baseUrl: string, parts: Pick<Parts, 'http' | 'clock'>) {
  const statement = await getJson(`${baseUrl}/metadata`, parts)
  if (!isCapabilityStatement(statement)) throw new JoinProblem('link.not-a-fhir-server')
  const lacks = lacksOf(statement)
  if (lacks.length > 0) throw new JoinProblem('link.server-lacks', lacks)
  return nameOfServer(statement)
}

async function readConfiguration(baseUrl: string, parts: Parts) {
  const configuration = await getJson(`${baseUrl}/.well-known/smart-configuration`, parts)
  const { token_endpoint: tokenUrl, registration_endpoint: enrolUrl } = configuration
  if (typeof tokenUrl !== 'string' || typeof enrolUrl !== 'string') throw new JoinProblem('link.no-joining')
  for (const url of [tokenUrl, enrolUrl]) serverAddress(url)
  return { tokenUrl, enrolUrl }
}

async function getJson(url: string, { http, clock }: Pick<Parts, 'http' | 'clock'>): Promise<Fields> {
  const answer = await http.exchange({
    method: 'GET',
    url,
    headers: { accept: 'application/fhir+json, application/json' },
  })
  clock.hear(answer.serverMs)
  // A network that wants a sign-in sends elsewhere, or says so (RFC 6585).
  const isPortal = answer.status === 511 || (answer.status >= 300 && answer.status < 400)
  if (isPortal) throw new NoAnswer('link.captive-portal')
  if (answer.status >= 500) throw new NoAnswer('link.server-error')
  if (answer.status !== 200 || !isJson(answer.contentType)) throw new JoinProblem('link.not-a-fhir-server')
  return fieldsOf(answer.body) ?? raise('link.not-a-fhir-server')
}

const isJson = (type: string) => isFhirJson(type) || /^application\/json\s*(;|$)/iu.test(type)

function raise(code: JoinRefusal): never {
  throw new JoinProblem(code)
}

function fieldsOf(body: string): Fields | null {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Fields) : null
  } catch {
    return null
  }
}

async function enrol(url: string, order: JoinOrder, jwk: object, { http, clock }: Parts): Promise<string> {
  const body = JSON.stringify({
    client_name: order.clientName,
    software_id: 'diem-tiem',
    grant_types: ['client_credentials'],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES384',
    scope: linkScope,
    jwks: { keys: [jwk] },
  })
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    authorization: `Bearer ${order.code.trim()}`,
  }
  const answer = await http.exchange({ method: 'POST', url, headers, body })
  clock.hear(answer.serverMs)
  if (answer.status === 401 || answer.status === 403) throw new JoinProblem('link.wrong-code')
  if (answer.status >= 500) throw new NoAnswer('link.server-error')
  const clientId = fieldsOf(answer.body)?.client_id
  if (answer.status >= 300 || typeof clientId !== 'string' || clientId === '')
    throw new JoinProblem('link.no-joining')
  return clientId
}
