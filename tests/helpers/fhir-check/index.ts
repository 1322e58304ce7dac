import { isDeepStrictEqual } from 'node:util'
import { OperationOutcomeError, validateResource, validateTypedValue } from '@medplum/core'
import type { Resource, StructureDefinition } from '@medplum/fhirtypes'
import { loadDefinitions } from '../province-server/definitions'
import { fixedTypeOf, loadProfiles } from './profiles'
import { createCodeCheck } from './required-codes'

/** The profiles that a resource of ours is held against, beside R4 itself. */
const profilesOf: Readonly<Record<string, readonly string[]>> = {
  Patient: ['Patient-uv-ips', 'vn-core-patient'],
  Immunization: ['Immunization-uv-ips', 'vn-core-immunization'],
  Encounter: ['vn-core-encounter'],
  Practitioner: ['Practitioner-uv-ips', 'vn-core-practitioner'],
  Organization: ['Organization-uv-ips', 'vn-core-provider'],
  Location: ['vn-core-location'],
}

/** Everything that is wrong with a resource: by R4, by the profiles it is held against, by codes R4 leaves no choice in. */
export type FhirCheck = (resource: Resource) => readonly string[]

let made: FhirCheck | null = null

/** The check; definitions are read once a process. */
export function fhirCheck(): FhirCheck {
  made ??= createCheck()
  return made
}

function createCheck(): FhirCheck {
  loadDefinitions()
  const profiles = loadProfiles()
  const codes = createCodeCheck()
  const providerType = fixedTypeOf()
  const address = profiles.get('vn-core-address')
  return resource => [
    ...complaints('R4', () => void validateResource(resource)),
    ...(profilesOf[resource.resourceType] ?? []).flatMap(name => {
      const profile = profiles.get(name)
      if (!profile) throw new Error(`there is no profile ${name}`)
      return complaints(name, () => void validateResource(resource, { profile }))
    }),
    ...addressesOf(resource).flatMap(value =>
      complaints(
        'vn-core-address',
        () =>
          void validateTypedValue({ type: 'Address', value }, { profile: address as StructureDefinition }),
      ),
    ),
    ...(resource.resourceType === 'Organization' && !isDeepStrictEqual(resource.type, [providerType])
      ? ['vn-core-provider: Organization.type is not the fixed one']
      : []),
    ...codes(resource).map(({ path, code, valueSet }) => `codes: ${path} ${code} is not of ${valueSet}`),
  ]
}

function complaints(by: string, check: () => void): readonly string[] {
  try {
    check()
    return []
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    return (error.outcome.issue ?? []).map(
      ({ details, expression }) => `${by}: ${expression?.join()} ${details?.text}`,
    )
  }
}

function addressesOf(resource: Resource): readonly unknown[] {
  const { address } = resource as { address?: unknown }
  return Array.isArray(address) ? address : address === undefined ? [] : [address]
}
