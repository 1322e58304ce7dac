import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { neededTypes } from '../../src/domain/exchange/upload/capability'

type Resource = {
  id: string
  resourceType: string
  meta: { versionId: string; lastUpdated: string; tag?: readonly { system: string; code: string }[] }
  identifier?: unknown
}
export type Fault = 'pass' | 'drop-before' | 'drop-after' | 'half' | 'html' | number

/** The smallest server that keeps to the contract. */
export async function openFhirStub(
  options: {
    fault?: (request: { method: string; path: string; body: string }, n: number) => Fault
    code?: string
  } = {},
) {
  const stored = new Map<string, Resource>()
  const clients = new Map<string, object>()
  const requests: { method: string; path: string; zipped: boolean; bytes: number }[] = []
  let next = 1
  let n = 0
  const shift = { ms: 0 }
  let fault = options.fault ?? (() => 'pass' as Fault)

  function matches(resource: Resource, query: string): boolean {
    const [name = '', value = ''] = query.split(/=(.*)/su)
    if (name === '_count') return true
    if (name === '_id') return value.split(',').includes(resource.id)
    const [system, code] = value.split('|')
    const list =
      name === '_tag'
        ? (resource.meta.tag ?? []).map(t => ({ system: t.system, value: t.code }))
        : [resource.identifier].flat()
    return list.some(
      each => (each as { system: string }).system === system && (each as { value: string }).value === code,
    )
  }
  const search = (type: string, query: string) =>
    [...stored.values()].filter(
      r => r.resourceType === type && query.split('&').every(part => matches(r, decodeURIComponent(part))),
    )
  function save(resource: Resource, id: string, before?: Resource): Resource {
    const kept = {
      ...resource,
      id,
      meta: {
        ...resource.meta,
        versionId: String(Number(before?.meta.versionId ?? 0) + 1),
        lastUpdated: new Date(Date.now() + shift.ms).toISOString(),
      },
    }
    stored.set(`${kept.resourceType}/${id}`, kept)
    return kept
  }
  function transaction(bundle: {
    entry: {
      fullUrl?: string
      resource: Resource
      request: { method: string; url: string; ifNoneExist?: string; ifMatch?: string }
    }[]
  }): { status: number; body: object } {
    const ids = new Map<string, string>()
    const plan = bundle.entry.map(entry => {
      const type = entry.resource.resourceType
      const found = entry.request.ifNoneExist ? search(type, entry.request.ifNoneExist) : []
      if (found.length > 1) return { status: 412 }
      const id =
        entry.request.method === 'PUT'
          ? (entry.request.url.split('/')[1] ?? '')
          : (found[0]?.id ?? String(next++))
      const before = stored.get(`${type}/${id}`)
      if (entry.request.method === 'PUT' && !before) return { status: 404 }
      if (entry.request.ifMatch && entry.request.ifMatch !== `W/"${before?.meta.versionId}"`)
        return { status: 412 }
      if (entry.fullUrl) ids.set(entry.fullUrl, `${type}/${id}`)
      return {
        status: entry.request.method === 'PUT' || found[0] ? 200 : 201,
        id,
        before,
        found: found[0],
        entry,
        type,
      }
    })
    const bad = plan.find(({ status }) => status >= 400)
    if (bad)
      return {
        status: bad.status,
        body: {
          resourceType: 'OperationOutcome',
          issue: [{ severity: 'error', code: 'conflict', details: { text: 'no' } }],
        },
      }
    const entry = plan.map(({ status, id, before, found, entry: asked, type }) => {
      let kept = found
      if (!kept && asked && id) {
        const text = JSON.stringify(asked.resource).replace(
          /"reference":"(urn:uuid:[^"]+)"/gu,
          (_, urn: string) => `"reference":"${ids.get(urn)}"`,
        )
        kept = save(JSON.parse(text) as Resource, id, before)
      }
      return {
        response: {
          status: `${status}`,
          location: `${type}/${id}/_history/${kept?.meta.versionId}`,
          etag: `W/"${kept?.meta.versionId}"`,
          lastModified: kept?.meta.lastUpdated,
        },
      }
    })
    return { status: 200, body: { resourceType: 'Bundle', type: 'transaction-response', entry } }
  }
  function answer(
    method: string,
    path: string,
    body: string,
    request: IncomingMessage,
  ): { status: number; body: object; type?: string } {
    if (path === '/metadata') return { status: 200, body: statement }
    if (path === '/.well-known/smart-configuration')
      return {
        status: 200,
        type: 'application/json',
        body: { token_endpoint: `${url}/token`, registration_endpoint: `${url}/register` },
      }
    if (path === '/register') {
      if (request.headers.authorization !== `Bearer ${options.code ?? 'mot-lan'}`)
        return { status: 401, body: {} }
      const id = `client-${clients.size + 1}`
      clients.set(id, JSON.parse(body))
      return { status: 201, type: 'application/json', body: { client_id: id } }
    }
    if (path === '/token')
      return { status: 200, type: 'application/json', body: { access_token: `token-${n}`, expires_in: 300 } }
    if (!request.headers.authorization) return { status: 401, body: {} }
    if (method === 'POST' && path === '/') return transaction(JSON.parse(body))
    const [type = '', rest = ''] = path.slice(1).split(/[/?](.*)/su)
    if (path.includes('?'))
      return {
        status: 200,
        body: {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: search(type, rest).map(resource => ({ resource })),
        },
      }
    const found = stored.get(`${type}/${rest}`)
    return found
      ? { status: 200, body: found }
      : { status: 404, body: { resourceType: 'OperationOutcome', issue: [] } }
  }
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part as Buffer))
    request.on('end', () => {
      const raw = Buffer.concat(parts)
      const zipped = request.headers['content-encoding'] === 'gzip'
      const body = (zipped ? gunzipSync(raw) : raw).toString('utf8')
      const path = request.url ?? '/'
      const method = request.method ?? ''
      const isData = !/^\/(metadata|\.well-known|register|token)/u.test(path)
      if (isData) requests.push({ method, path, zipped, bytes: raw.length })
      const what = isData ? fault({ method, path, body }, n++) : 'pass'
      if (what === 'drop-before') return void request.socket.destroy()
      if (what === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
      if (typeof what === 'number')
        return void response
          .writeHead(what, {
            'content-type': 'application/fhir+json',
            ...(what === 429 ? { 'retry-after': '1' } : {}),
          })
          .end(
            JSON.stringify({
              resourceType: 'OperationOutcome',
              issue: [
                {
                  severity: 'error',
                  code: 'invalid',
                  details: { text: `bad ${what}` },
                  expression: ['Patient.name'],
                },
              ],
            }),
          )
      const got = answer(method, path, body, request)
      const text = JSON.stringify(got.body)
      if (what === 'drop-after') return void request.socket.destroy()
      response.writeHead(got.status, {
        'content-type': got.type ?? 'application/fhir+json; charset=utf-8',
        date: new Date(Date.now() + shift.ms).toUTCString(),
        'content-length': Buffer.byteLength(text),
      })
      if (what === 'half') {
        response.write(text.slice(0, text.length / 2))
        return void setTimeout(() => request.socket.destroy(), 5)
      }
      response.end(text)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    stored,
    requests,
    shift,
    setFault: (next: typeof fault) => {
      fault = next
    },
    of: (type: string) =>
      [...stored.values()].filter(r => r.resourceType === type) as (Resource & Record<string, unknown>)[],
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const statement = {
  resourceType: 'CapabilityStatement',
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  implementation: { description: 'Tỉnh Thử Nghiệm' },
  software: { name: 'stub', version: '1' },
  rest: [
    {
      mode: 'server',
      interaction: [{ code: 'transaction' }],
      resource: neededTypes.map(type => ({
        type,
        versioning: 'versioned-update',
        conditionalCreate: true,
        interaction: ['read', 'search-type', 'create', 'update'].map(code => ({ code })),
      })),
    },
  ],
}
