import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const folder = new URL('../../../resources/province/server', import.meta.url).pathname
const text = (name: string) => readFileSync(join(folder, name), 'utf8')
const yaml = (name: string) => parse(text(name), { strict: true, uniqueKeys: true })

type Service = {
  readonly image: string
  readonly volumes?: readonly string[]
  readonly environment?: Record<string, string>
  readonly depends_on?: object
}
const compose = yaml('compose.yaml') as { services: Record<string, Service>; volumes: object }
const services = Object.entries(compose.services)

test('every part has an image of a named version, and leans only on parts and volumes that are there', () => {
  const named = Object.keys(compose.volumes)
  for (const [name, { image, volumes = [], depends_on = [] }] of services) {
    expect(image, name).toMatch(/^[\w./-]+:[\w.-]*\d[\w.-]*$/u)
    const needed = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on)
    for (const other of needed) expect(compose.services, name).toHaveProperty([other])
    for (const volume of volumes) {
      const [source = ''] = volume.split(':')
      // Certificates and releases are put there by whoever sets the server up.
      const isLater = source === './tls' || source === './cap-nhat'
      expect(
        source.startsWith('./') ? isLater || existsSync(join(folder, source)) : named.includes(source),
        volume,
      ).toBe(true)
    }
  }
})

test('no password stands in a file: each is asked for, and the example names it', () => {
  const asked = [...text('compose.yaml').matchAll(/\$\{(\w+):\?/gu)].map(([, name]) => name)
  expect(new Set(asked).size).toBe(3)
  for (const name of asked) expect(text('.env.example')).toContain(`\n${name}=\n`)
  for (const [, { environment = {} }] of services)
    for (const [name, value] of Object.entries(environment))
      if (name.endsWith('PASSWORD')) expect(value).toMatch(/^\$\{\w+:\?/u)
})

type Cluster = { readonly name: string }
type Route = {
  readonly match: { readonly prefix?: string; readonly path?: string }
  readonly route?: { readonly cluster: string }
  readonly direct_response?: { readonly body?: { readonly inline_string: string } }
}
const door = yaml('envoy.yaml') as {
  static_resources: {
    listeners: readonly { filter_chains: readonly { filters: readonly { typed_config: Manager }[] }[] }[]
    clusters: readonly Cluster[]
  }
}
type Manager = {
  readonly http_filters: readonly {
    readonly name: string
    readonly typed_config: {
      readonly rules?: readonly { readonly match: object; readonly requires?: object }[]
    }
  }[]
  readonly route_config: { readonly virtual_hosts: readonly { readonly routes: readonly Route[] }[] }
}
const manager = door.static_resources.listeners[0]?.filter_chains[0]?.filters[0]?.typed_config as Manager
const routes = manager.route_config.virtual_hosts[0]?.routes ?? []

test('the door leads to parts that are there, and to the records only with a token', () => {
  const clusters = door.static_resources.clusters.map(({ name }) => name)
  for (const name of clusters) expect(compose.services).toHaveProperty([name])
  for (const { route } of routes) if (route) expect(clusters).toContain(route.cluster)
  const rules = manager.http_filters.find(({ name }) => name.endsWith('jwt_authn'))?.typed_config.rules ?? []
  const free = rules.filter(({ requires }) => !requires).map(({ match }) => match)
  expect(free).toEqual([{ path: '/fhir/metadata' }, { path: '/fhir/.well-known/smart-configuration' }])
  expect(rules.at(-1)).toEqual({ match: { prefix: '/fhir' }, requires: { provider_name: 'registry' } })
})

test('a point finds there what it looks for when it joins', () => {
  const about = routes.find(({ match }) => match.path?.endsWith('smart-configuration'))?.direct_response
  const said = JSON.parse(about?.body?.inline_string ?? '') as Record<string, unknown>
  const realm = JSON.parse(text('realm.json')) as { realm: string; clientScopes: readonly { name: string }[] }
  expect(said.token_endpoint).toBe(
    `https://tinh.example/auth/realms/${realm.realm}/protocol/openid-connect/token`,
  )
  expect(said.registration_endpoint).toContain(`/realms/${realm.realm}/clients-registrations/openid-connect`)
  expect(said.scopes_supported).toEqual(realm.clientScopes.map(({ name }) => name))
  expect(said.token_endpoint_auth_signing_alg_values_supported).toContain('ES384')
})

test('the store gives its own ids, deletes nothing, and shows what is there now', () => {
  const { hapi } = yaml('hapi.yaml') as { hapi: { fhir: Record<string, unknown> } }
  expect(hapi.fhir).toMatchObject({
    fhir_version: 'R4',
    server_id_strategy: 'UUID',
    allow_multiple_delete: false,
    allow_cascading_deletes: false,
    expunge_enabled: false,
    reuse_cached_search_results_millis: 0,
  })
})

test('the guide names every file and every place where the name of the server stands', () => {
  const guide = text('HUONG-DAN.md')
  for (const name of ['compose.yaml', 'hapi.yaml', 'envoy.yaml']) {
    expect(text(name)).toContain('tinh.example')
    expect(guide).toContain(name)
  }
  expect(text('realm.json')).not.toContain('tinh.example')
})
