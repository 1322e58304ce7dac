import { Agent, type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { type ConnectionOptions, getCACertificates, rootCertificates } from 'node:tls'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { LinkTrouble } from '../../../src/domain/upload/judge-answer'
import { openTunnel, ProxyTrouble, proxyHeader } from './tunnel'

/** How the server is reached from this place. */
export type Route = {
  /** Certificates of a private authority (PEM), believed beside those of the operating system. */
  readonly caPem: string | null
  /** `http://user:password@host:port`; null: straight. */
  readonly proxy: string | null
}

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export type HttpAnswer = {
  readonly status: number
  readonly contentType: string
  readonly retryAfter: string | null
  /** The server's clock, in ms; null when it says nothing of it. */
  readonly serverMs: number | null
  readonly etag: string | null
  readonly location: string | null
  readonly body: string
  /** Bytes of the body on the wire, out and in. */
  readonly sentBytes: number
  readonly receivedBytes: number
}

/** No whole answer came. What was sent may have arrived all the same. */
export class NoAnswer extends Error {
  constructor(
    readonly why: LinkTrouble,
    cause?: unknown,
    /** How long the server asks us to stay away, in ms. */
    readonly askedMs: number | null = null,
  ) {
    super(why, { cause })
  }
}

/** Bodies below this gain nothing. */
const smallestZipped = 1_024
const largestAnswer = 32 * 1024 * 1024

export type HttpOptions = {
  /** Nothing heard for so long, in ms: given up. */
  readonly idleMs: number
  /** Longest for one request in all, in ms; a slow line needs its time. */
  readonly totalMs: number
}
const patience: HttpOptions = { idleMs: 30_000, totalMs: 180_000 }

export type HttpClient = ReturnType<typeof createHttpClient>

/** A client that keeps its connection, zips what it sends, and never follows where it is sent on to. */
export function createHttpClient(route: Route, options: HttpOptions = patience) {
  const trust = trustOf(route.caPem)
  const agents = {
    plain: new Agent({ keepAlive: true, maxSockets: 4 }),
    secure: new SecureAgent({ keepAlive: true, maxSockets: 4, ...trust }),
  }
  let maySendZipped = true

  async function exchange(request: HttpRequest): Promise<HttpAnswer> {
    const isZipped = maySendZipped && (request.body?.length ?? 0) >= smallestZipped
    const answer = await once(request, isZipped, { route, agents, options, trust })
    if (answer.status !== 415 || !isZipped) return answer
    // Some gateways do not open zipped requests; this one is not asked again.
    maySendZipped = false
    return once(request, false, { route, agents, options, trust })
  }

  return {
    exchange,
    close(): void {
      agents.plain.destroy()
      agents.secure.destroy()
    },
  }
}

type Trust = Pick<ConnectionOptions, 'ca'>
type Means = {
  readonly route: Route
  readonly agents: { readonly plain: Agent; readonly secure: SecureAgent }
  readonly options: HttpOptions
  readonly trust: Trust
}

/** Reading the system's list takes a while, so only where the built-in one is not enough. */
function trustOf(caPem: string | null): Trust {
  return caPem === null ? { ca: systemAuthorities() } : { ca: [...systemAuthorities(), caPem] }
}

let authorities: string[] | null = null
function systemAuthorities(): string[] {
  authorities ??=
    typeof getCACertificates === 'function'
      ? [...new Set([...getCACertificates('default'), ...getCACertificates('system')])]
      : [...rootCertificates]
  return authorities
}

async function once(request: HttpRequest, isZipped: boolean, means: Means): Promise<HttpAnswer> {
  const body = request.body === undefined ? null : Buffer.from(request.body, 'utf8')
  const sent = body && isZipped ? gzipSync(body) : body
  const headers: Record<string, string> = {
    accept: 'application/fhir+json',
    'accept-encoding': 'gzip',
    ...request.headers,
    ...(sent ? { 'content-length': String(sent.length) } : {}),
    ...(sent && isZipped ? { 'content-encoding': 'gzip' } : {}),
  }
  try {
    const message = await begin(request, headers, sent, means)
    return await read(message, sent?.length ?? 0)
  } catch (error) {
    throw error instanceof NoAnswer ? error : new NoAnswer(troubleOf(error), error)
  }
}

async function begin(
  { method, url }: HttpRequest,
  headers: Record<string, string>,
  body: Buffer | null,
  { route, agents, options, trust }: Means,
): Promise<IncomingMessage> {
  const to = new URL(url)
  const signal = AbortSignal.timeout(options.totalMs)
  const common = { method, headers, signal }
  const outgoing =
    to.protocol === 'http:'
      ? route.proxy === null
        ? plainRequest(to, { ...common, agent: agents.plain })
        : plainRequest(new URL(route.proxy), {
            ...common,
            path: to.href,
            headers: { ...headers, host: to.host, ...proxyHeader(route.proxy) },
          })
      : route.proxy === null
        ? secureRequest(to, { ...common, agent: agents.secure })
        : secureRequest(to, {
            ...common,
            ...trust,
            agent: false,
            ...(await openTunnel(route.proxy, to, trust, options.idleMs)),
          })
  outgoing.setTimeout(options.idleMs, () => outgoing.destroy(new NoAnswer('link.timeout')))
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve)
    outgoing.once('error', reject)
    outgoing.end(body ?? undefined)
  })
}

async function read(message: IncomingMessage, sentBytes: number): Promise<HttpAnswer> {
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of message) {
      length += (part as Buffer).length
      if (length > largestAnswer) throw new NoAnswer('link.half-answer')
      parts.push(part as Buffer)
    }
  } catch (error) {
    const trouble = error instanceof NoAnswer ? error.why : 'link.half-answer'
    throw new NoAnswer(trouble, error)
  }
  // A connection that ended early ends the stream as well.
  if (!message.complete) throw new NoAnswer('link.half-answer')
  const { headers, statusCode = 0 } = message
  return {
    ...factsOf(headers),
    status: statusCode,
    body: textOf(parts, headers),
    sentBytes,
    receivedBytes: length,
  }
}

function textOf(parts: readonly Buffer[], headers: IncomingHttpHeaders): string {
  const bytes = Buffer.concat(parts)
  if (headers['content-encoding'] !== 'gzip') return bytes.toString('utf8')
  try {
    return gunzipSync(bytes, { maxOutputLength: largestAnswer }).toString('utf8')
  } catch (error) {
    throw new NoAnswer('link.half-answer', error)
  }
}

function factsOf(headers: IncomingHttpHeaders) {
  const dateMs = Date.parse(headers.date ?? '')
  return {
    contentType: headers['content-type'] ?? '',
    retryAfter: headers['retry-after'] ?? null,
    serverMs: Number.isNaN(dateMs) ? null : dateMs,
    etag: headers.etag ?? null,
    location: headers.location ?? null,
  }
}

const untrusted: ReadonlySet<string> = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

const proxyTroubles = {
  unreachable: 'link.proxy-unreachable',
  refused: 'link.proxy-refused',
  'no-way-on': 'link.no-connection',
} as const

function troubleOf(error: unknown): LinkTrouble {
  if (error instanceof ProxyTrouble) return proxyTroubles[error.why]
  const { code, name } = error as { readonly code?: string; readonly name?: string }
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ETIMEDOUT') return 'link.timeout'
  // By this PC's clock: it may be the clock that is wrong.
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return 'link.certificate-date'
  return code !== undefined && untrusted.has(code) ? 'link.certificate-untrusted' : 'link.no-connection'
}
