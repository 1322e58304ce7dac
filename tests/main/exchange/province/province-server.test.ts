import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterEach, expect, test } from 'vitest'
import type { Fault } from '../../../helpers/province-server/faults'
import {
  openProvinceServer,
  type ProvinceServer,
  type ProvinceServerOptions,
} from '../../../helpers/province-server/server'

let server: ProvinceServer
afterEach(() => server.close())

const open = async (options?: ProvinceServerOptions) => {
  server = await openProvinceServer(options)
  return server
}
const record = 'urn:diem-tiem:record'
const fhir = { 'content-type': 'application/fhir+json' }
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.base}${path}`, {
    method: 'POST',
    headers: { ...fhir, ...headers },
    body: JSON.stringify(body),
  })
const read = async (path: string) => (await fetch(`${server.base}${path}`)).json()

function bundle(...ids: readonly string[]) {
  const entry = ids.map((value, at) => ({
    fullUrl: `urn:uuid:00000000-0000-4000-8000-00000000000${at}`,
    resource: {
      resourceType: 'Patient',
      identifier: [{ system: record, value }],
      ...(at > 0
        ? {
            link: [
              { type: 'seealso', other: { reference: 'urn:uuid:00000000-0000-4000-8000-000000000000' } },
            ],
          }
        : {}),
    },
    request: { method: 'POST', url: 'Patient', ifNoneExist: `identifier=${record}|${value}` },
  }))
  return { resourceType: 'Bundle', type: 'transaction', entry }
}

test('a transaction sent twice creates once, and the references lead to what is there', async () => {
  await open()
  const first = await (await post('', bundle('a', 'b'))).json()
  const second = await (await post('', bundle('a', 'b'))).json()
  const locations = (of: typeof first) =>
    of.entry.map((each: { response: { location: string } }) => each.response.location)
  expect(locations(second)).toEqual(locations(first))
  const found = await read(`/Patient?identifier=${record}%7Cb`)
  expect(found.total).toBe(1)
  expect(`${found.entry[0].resource.link[0].other.reference}/_history/1`).toBe(locations(first)[0])
})

test('a transaction with one bad entry leaves nothing, and says which it was', async () => {
  await open()
  const bad = bundle('a', 'b')
  Object.assign(bad.entry[1]?.resource ?? {}, { birthDate: 'gestern' })
  const answer = await post('', bad)
  expect(answer.status).toBe(422)
  expect((await answer.json()).issue[0].expression[0]).toBe('Bundle.entry[1]')
  expect(server.repository.all('Patient')).toEqual([])
})

test('a later state goes through with the version it was made from, and not with an older one', async () => {
  await open()
  await post('', bundle('a'))
  const [patient] = server.repository.all('Patient')
  const put = (version: string, active: boolean) =>
    fetch(`${server.base}/Patient/${patient?.id}`, {
      method: 'PUT',
      headers: { ...fhir, 'if-match': `W/"${version}"` },
      body: JSON.stringify({ ...patient, active }),
    })
  expect((await put('1', true)).status).toBe(200)
  expect((await put('1', false)).status).toBe(412)
  const history = await read(`/Patient/${patient?.id}/_history`)
  expect(
    history.entry.map((each: { resource: { meta: { versionId: string } } }) => each.resource.meta.versionId),
  ).toEqual(['2', '1'])
  expect((await read(`/Patient/${patient?.id}/_history`)).entry).toEqual(history.entry)
})

test('what changed since a moment comes in the order in which it changed', async () => {
  await open()
  for (const id of ['a', 'b', 'c']) await post('', bundle(id))
  const all = await read('/Patient?_sort=_lastUpdated&_count=200')
  const [, second] = all.entry.map(
    (each: { resource: { meta: { lastUpdated: string } } }) => each.resource.meta.lastUpdated,
  )
  const since = await read(`/Patient?_lastUpdated=ge${second}&_sort=_lastUpdated&_count=200`)
  expect(since.entry.map((each: { resource: unknown }) => each.resource)).toEqual(
    all.entry.slice(1).map((each: { resource: unknown }) => each.resource),
  )
  const everything = await read(`/Patient/${all.entry[0].resource.id}/$everything`)
  expect(everything.entry).toHaveLength(1)
})

test('a search it does not know is refused, not taken for "nothing found"', async () => {
  await open()
  expect((await fetch(`${server.base}/AdverseEvent?identifier=${record}%7Ca`)).status).toBe(400)
})

test('a server that was killed knows what it had confirmed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-province-'))
  const file = join(folder, 'province.ndjson')
  await open({ file })
  await post('', bundle('a', 'b'))
  const before = server.repository.all('Patient')
  await server.close()
  await open({ file })
  expect(server.repository.all('Patient')).toEqual(before)
  expect((await (await post('', bundle('a'))).json()).entry[0].response.status).toBe('200')
  rmSync(folder, { recursive: true })
})

test.each<[Fault, number]>([
  ['refuse', 0],
  ['drop-before', 0],
  ['drop-after', 1],
  ['half', 1],
  ['duplicate', 1],
  ['html', 0],
  [{ status: 503, retryAfterSeconds: 3 }, 0],
])('the line does %o, and the server then holds %i', async (fault, held) => {
  await open({ faults: (_, n) => (n === 1 ? fault : 'pass') })
  const outcome = await post('', bundle('a'))
    .then(
      async answer =>
        `${answer.status} ${answer.headers.get('content-type')} ${(await answer.text()).length > 0}`,
    )
    .catch(() => 'broken')
  const lost: readonly Fault[] = ['refuse', 'drop-before', 'drop-after', 'half']
  expect(outcome === 'broken').toBe(lost.includes(fault))
  expect(server.repository.all('Patient')).toHaveLength(held)
})

test('a station joins once with its code, and comes in with an assertion that it signs', async () => {
  await open({ codes: ['MA-MOT-LAN'] })
  expect((await post('', bundle('a'))).status).toBe(401)
  const about = await read('/.well-known/smart-configuration')
  const keys = await generateKeyPair('ES384')
  const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES384' }] }
  const join = (code: string) =>
    fetch(about.registration_endpoint, {
      method: 'POST',
      headers: { authorization: `Bearer ${code}`, 'content-type': 'application/json' },
      body: JSON.stringify({ client_name: 'Trạm Thử', jwks }),
    })
  expect((await join('SAI')).status).toBe(401)
  const { client_id } = await (await join('MA-MOT-LAN')).json()
  expect((await join('MA-MOT-LAN')).status).toBe(401)
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: 'ES384', kid: 'k1' })
    .setIssuer(client_id)
    .setSubject(client_id)
    .setAudience(about.token_endpoint)
    .setJti('1')
    .setExpirationTime('4 minutes')
    .sign(keys.privateKey)
  const ask = () =>
    fetch(about.token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      }),
    })
  const { access_token } = await (await ask()).json()
  expect((await post('', bundle('a'), { authorization: `Bearer ${access_token}` })).status).toBe(200)
  expect((await ask()).status).toBe(401)
})
