import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { FhirRequest } from '@medplum/fhir-router'
import type { Resource } from '@medplum/fhirtypes'
import { type Ability, capabilityStatement } from './capability'
import { type ChangeLog, openChangeLog } from './change-log'
import { loadDefinitions } from './definitions'
import { type Fault, type FaultHook, noFaults } from './faults'
import { type Answer, complaint, json, readBody, send } from './http'
import { type Client, createIdentity } from './identity'
import { ProvinceRepository } from './repository'
import { createRoutes, statusOf } from './routes'

export type ProvinceServerOptions = {
  /** 0: any free one. */
  readonly port?: number
  /** Keeps everything in this file, so that the server can be killed and started again; absent: in memory only. */
  readonly file?: string
  /** One-time codes with which stations may join; none: everybody may come in without a token. */
  readonly codes?: readonly string[]
  readonly faults?: FaultHook
  /** The server's clock in milliseconds since 1970. */
  readonly now?: () => number
  readonly lacks?: readonly Ability[]
  /** False: takes what is not valid R4, for measuring the other side. */
  readonly validates?: boolean
  readonly tokenSeconds?: number
  /** Spoken to by https under this name; the certificate may be of a private authority. */
  readonly secure?: { readonly key: string; readonly cert: string; readonly name: string }
}

export type ProvinceServer = {
  /** The FHIR base, without a slash at its end: `http://127.0.0.1:40123/fhir`. */
  readonly base: string
  readonly port: number
  readonly repository: ProvinceRepository
  readonly identity: ReturnType<typeof createIdentity>
  /** Requests so far. */
  readonly requests: () => number
  readonly setFaults: (faults: FaultHook) => void
  readonly close: () => Promise<void>
}

/** A province's FHIR server on 127.0.0.1, for tests and for trying the link on one PC. Never the real one. */
export async function openProvinceServer(options: ProvinceServerOptions = {}): Promise<ProvinceServer> {
  loadDefinitions()
  const now = options.now ?? Date.now
  let log: ChangeLog | null = null
  const repository = new ProvinceRepository({
    now,
    validates: options.validates ?? true,
    keep: versions => log?.append({ versions }),
  })
  const { secure } = options
  const http: Server = secure ? createSecureServer({ key: secure.key, cert: secure.cert }) : createServer()
  await listening(http, options.port ?? 0)
  const { port } = http.address() as AddressInfo
  const root = secure ? `https://${secure.name}:${port}` : `http://127.0.0.1:${port}`
  const identity = createIdentity({
    now,
    tokenUrl: `${root}/auth/token`,
    tokenSeconds: options.tokenSeconds ?? 300,
    keep: (client, code) => log?.append({ client, code }),
  })
  log = await restored(options.file, repository, identity)
  for (const code of options.codes ?? []) identity.addCode(code)
  let faults = options.faults ?? noFaults
  let requests = 0
  const needsToken = options.codes !== undefined
  const answer = answering({ root, repository, identity, needsToken, lacks: options.lacks ?? [], now })
  http.on('request', (request, response) => {
    requests += 1
    const about = {
      method: request.method ?? 'GET',
      path: request.url ?? '',
      bytes: Number(request.headers['content-length'] ?? 0),
    }
    const isFree = about.path.startsWith('/test/')
    meet(request, response, isFree ? 'pass' : faults(about, requests), answer, now).catch(error => {
      if (!response.headersSent) send(request, response, complaint(500, 'exception', String(error)), now())
      else response.destroy()
    })
  })
  return {
    base: `${root}/fhir`,
    port,
    repository,
    identity,
    requests: () => requests,
    setFaults: hook => {
      faults = hook
    },
    close: async () => {
      http.closeAllConnections()
      await new Promise<void>(resolve => http.close(() => resolve()))
      log?.close()
    },
  }
}

async function restored(
  file: string | undefined,
  repository: ProvinceRepository,
  identity: ReturnType<typeof createIdentity>,
): Promise<ChangeLog | null> {
  if (file === undefined) return null
  const kept: { versions?: Resource[]; client?: Client; code?: string }[] = []
  const log = openChangeLog(file, change => kept.push(change as (typeof kept)[number]))
  for (const { versions, client, code } of kept) {
    if (versions) await repository.restore(versions)
    if (client) identity.restore(client, code ?? '')
  }
  return log
}

function listening(http: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })
}

type Answering = (request: IncomingMessage, body: string) => Promise<Answer>

/** One request on a line that may do to it what `fault` says. */
async function meet(
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault,
  answer: Answering,
  now: () => number,
): Promise<void> {
  if (fault === 'refuse') return void request.socket.destroy()
  const body = await readBody(request)
  if (fault === 'drop-before') return void request.socket.destroy()
  if (fault === 'html')
    return send(
      request,
      response,
      { status: 200, type: 'text/html', body: '<html><body>Đăng nhập WiFi</body></html>' },
      now(),
    )
  if (typeof fault === 'object' && 'status' in fault) {
    const headers =
      fault.retryAfterSeconds === undefined ? undefined : { 'retry-after': String(fault.retryAfterSeconds) }
    return send(
      request,
      response,
      complaint(fault.status, 'transient', 'Lỗi dựng sẵn để thử', headers),
      now(),
    )
  }
  if (typeof fault === 'object') await pause(fault.delayMs)
  const first = await answer(request, body)
  if (fault === 'drop-after') return void request.socket.destroy()
  const last = fault === 'duplicate' ? await answer(request, body) : first
  send(request, response, last, now(), fault === 'half')
}

type Setting = {
  readonly root: string
  readonly repository: ProvinceRepository
  readonly identity: ReturnType<typeof createIdentity>
  readonly needsToken: boolean
  readonly lacks: readonly Ability[]
  readonly now: () => number
}

function answering({ root, repository, identity, needsToken, lacks, now }: Setting): Answering {
  const routes = createRoutes(repository)
  /** Writes happen one after the other: a database that locks. */
  let last: Promise<unknown> = Promise.resolve()
  async function fhir(request: IncomingMessage, path: string, text: string): Promise<Answer> {
    if (path === 'metadata')
      return json(200, capabilityStatement(`${root}/fhir`, lacks, new Date(now()).toISOString()))
    if (path === '.well-known/smart-configuration') return json(200, smartConfiguration(root))
    if (needsToken && !identity.isAllowed(request.headers.authorization))
      return complaint(401, 'login', 'Cần mã truy cập', { 'www-authenticate': 'Bearer' })
    const body = parsed(text)
    if (body === undefined) return complaint(400, 'structure', 'Body is no JSON')
    const work = () => routes(requestOf(request, path, body))
    const isWrite = request.method !== 'GET' && !/\/_search(\?|$)/u.test(path)
    const done = isWrite ? last.then(work, work) : work()
    if (isWrite) last = done
    const [outcome, resource] = await done
    const status = statusOf(outcome)
    return json(status, resource ?? outcome, headersOf(resource, status))
  }
  return async (request, text) => {
    const path = (request.url ?? '').replace(/^\//u, '')
    if (path.startsWith('fhir')) return fhir(request, path.slice(5), text)
    if (request.method === 'POST' && path === 'auth/token')
      return plain(await identity.token(new URLSearchParams(text)))
    if (request.method === 'POST' && path === 'auth/register') {
      const code = /^Bearer (.+)$/iu.exec(request.headers.authorization ?? '')?.[1] ?? ''
      return plain(identity.register(code, parsed(text)))
    }
    return complaint(404, 'not-found', 'Không có trang này')
  }
}

function plain({ status, body }: { readonly status: number; readonly body: unknown }): Answer {
  return { ...json(status, body), type: 'application/json' }
}

function smartConfiguration(root: string) {
  return {
    token_endpoint: `${root}/auth/token`,
    registration_endpoint: `${root}/auth/register`,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['ES384', 'RS384'],
    grant_types_supported: ['client_credentials'],
    scopes_supported: ['system/*.read', 'system/*.write'],
    capabilities: ['client-confidential-asymmetric'],
  }
}

/** Undefined where the text is no JSON; an empty text is an empty body. */
function parsed(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function requestOf(request: IncomingMessage, path: string, body: unknown): FhirRequest {
  return {
    method: (request.method ?? 'GET') as FhirRequest['method'],
    url: path.replace(/^\//u, ''),
    pathname: '',
    params: {},
    query: {},
    body,
    headers: request.headers,
    // Transactions go another way, see `routes.ts`; this keeps the library from counting their entries.
    config: { transactions: false },
  }
}

function headersOf(resource: Resource | undefined, status: number): Readonly<Record<string, string>> {
  const { versionId, lastUpdated } = resource?.meta ?? {}
  if (!versionId || !lastUpdated) return {}
  const location = `${resource?.resourceType}/${resource?.id}/_history/${versionId}`
  return {
    etag: `W/"${versionId}"`,
    'last-modified': new Date(lastUpdated).toUTCString(),
    ...(status === 201 ? { location } : {}),
  }
}
