import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { Ajv } from 'ajv'
import { compactVerify, importJWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { keySets, type Office } from '../../../main/security/province-office'
import { fromNumericCode } from '../../../src/domain/certificate/numeric-code'
import { makeReadyToSign } from '../../helpers/province'
import { childWithDoses, signedAt } from './certificate-setting'
import { openReadyPoint } from './ready-point'

/*
 * Held against others' code: signature by `jose`, shapes by the SMART Health Card schemas, FHIR by `@medplum/core`.
 */
const fhir = new URL('../../fixtures/fhir/', import.meta.url)
const fixture = (name: string) => JSON.parse(readFileSync(new URL(name, fhir), 'utf8'))
const schema = (name: string) => fixture(`smart-health-cards/${name}.json`)
const ajv = new Ajv({ strict: false })
const fits = (name: string, value: unknown) => {
  const validate = ajv.compile({ ...schema(name), $id: undefined })
  return validate(value) ? [] : validate.errors
}

type Payload = {
  readonly iss: string
  readonly vc: { readonly credentialSubject: { readonly fhirBundle: Bundle } }
}
type Bundle = { readonly resourceType: 'Bundle'; readonly entry: readonly { readonly resource: Resource }[] }
type Resource = { readonly resourceType: string } & Readonly<Record<string, unknown>>

const point = openReadyPoint()
const office = makeReadyToSign(point)
const jws = fromNumericCode(signedAt(point, childWithDoses(point)).shc[0] ?? '') ?? ''

/** What a reader elsewhere does with the published key set alone. */
async function openedByJose(text: string, from: Office): Promise<Payload> {
  const [set] = keySets(from).values()
  const { kid } = JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString())
  const jwk = set?.keys.find(key => 'kid' in key && key.kid === kid)
  if (!jwk) throw new Error('no such key')
  const { payload } = await compactVerify(text, await importJWK(jwk, 'ES256'), { algorithms: ['ES256'] })
  return JSON.parse(inflateRawSync(payload).toString())
}

describe('the signed card', () => {
  test('holds for jose with the published key, and not with another or a changed sign', async () => {
    const payload = await openedByJose(jws, office)
    expect(payload.iss).toMatch(/^https:\/\/khoa\.thu-nghiem\.example\/diem\/[\w-]+$/u)
    const other = openReadyPoint()
    const strange = makeReadyToSign(other)
    await expect(openedByJose(jws, strange)).rejects.toThrow('no such key')
    const at = jws.length - 40
    const changed = jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1)
    await expect(openedByJose(changed, office)).rejects.toThrow('signature verification failed')
  })

  test('fits the schemas of the SMART Health Card, and so does the key set', async () => {
    const payload = await openedByJose(jws, office)
    expect(fits('jws-schema', jws)).toEqual([])
    expect(fits('smart-health-card-schema', { verifiableCredential: [jws] })).toEqual([])
    expect(fits('smart-health-card-vc-schema', payload)).toEqual([])
    expect(fits('fhir-schema', payload.vc.credentialSubject.fhirBundle)).toEqual([])
    for (const set of keySets(office).values()) expect(fits('keyset-schema', set)).toEqual([])
    expect(fits('smart-health-card-vc-schema', { iss: payload.iss })).not.toEqual([])
  })

  test('says nothing that data minimisation leaves out', async () => {
    const { entry } = (await openedByJose(jws, office)).vc.credentialSubject.fhirBundle
    for (const [kind, file] of [
      ['Patient', 'patient-dm'],
      ['Immunization', 'immunization-dm'],
    ] as const) {
      const found = entry.map(each => each.resource).filter(({ resourceType }) => resourceType === kind)
      expect(found.length).toBeGreaterThan(0)
      for (const { path } of schema(file).mustNotContain as { path: string }[])
        for (const resource of found)
          expect([path, at(resource, path.split('.').slice(1))]).toEqual([path, []])
    }
  })

  test('is FHIR R4 for a validator that is not ours, with the name as it is spelt', async () => {
    indexStructureDefinitionBundle(fixture('r4-definitions.json'))
    const { fhirBundle } = (await openedByJose(jws, office)).vc.credentialSubject
    for (const resource of [fhirBundle, ...fhirBundle.entry.map(each => each.resource)])
      expect(errorsOf(resource)).toEqual([])
    expect(() => validateResource({ resourceType: 'Immunization' } as never)).toThrow(
      'Missing required property',
    )
    const [patient] = fhirBundle.entry
    expect(patient?.resource).toEqual({
      resourceType: 'Patient',
      name: [{ family: 'Nguyễn', given: ['Thị', 'Ánh', 'Ngọc'] }],
      birthDate: '2026-09-15',
    })
  })
})

/** The values at a path, lists on the way gone through. */
function at(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(item => at(item, path))
  const [name, ...rest] = path
  if (name === undefined) return value === undefined ? [] : [value]
  return typeof value === 'object' && value !== null && name in value
    ? at((value as Record<string, unknown>)[name], rest)
    : []
}

/** Problems but one: `resource:0` is how the standard writes a reference, which the library does not know. */
function errorsOf(resource: unknown) {
  const issues = validateResource(resource as never)
  return issues.filter(({ details }) => !details?.text?.startsWith('Invalid reference: got "resource:0"'))
}
