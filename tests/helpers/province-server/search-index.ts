import type { Filter } from '@medplum/core'
import type { Resource } from '@medplum/fhirtypes'

/** Finds resources by identifier, tag and reference without looking at all of them. */
export function createSearchIndex() {
  const byTerm = new Map<string, Set<string>>()
  const termsById = new Map<string, readonly string[]>()

  function remove(resource: Pick<Resource, 'resourceType' | 'id'>) {
    const id = `${resource.resourceType}/${resource.id}`
    for (const term of termsById.get(id) ?? []) byTerm.get(term)?.delete(id)
    termsById.delete(id)
  }

  return {
    remove,
    put(resource: Resource) {
      remove(resource)
      const id = `${resource.resourceType}/${resource.id}`
      const terms = termsOf(resource)
      termsById.set(id, terms)
      for (const term of terms) {
        const ids = byTerm.get(term) ?? new Set()
        byTerm.set(term, ids.add(id))
      }
    },
    /** The ids that can match a filter; null: the index does not know, all can. */
    find(type: string, { code, operator, value }: Filter): ReadonlySet<string> | null {
      if (operator !== 'eq' || value.includes(',')) return null
      if (code === 'identifier' || code === '_tag')
        return value.includes('|') ? (byTerm.get(`${type} ${code} ${value}`) ?? none) : null
      if (code === 'patient' || code === 'subject')
        return byTerm.get(`${type} reference ${value.includes('/') ? value : `Patient/${value}`}`) ?? none
      return null
    },
    /** Everything that refers to a resource. */
    referringTo(reference: string, types: readonly string[]): readonly string[] {
      return types.flatMap(type => [...(byTerm.get(`${type} reference ${reference}`) ?? none)])
    },
  }
}

const none: ReadonlySet<string> = new Set()

function termsOf(resource: Resource): readonly string[] {
  const terms = new Set<string>()
  const type = resource.resourceType
  const identifiers = (resource as { identifier?: unknown }).identifier
  for (const each of Array.isArray(identifiers) ? identifiers : [identifiers]) {
    const { system, value } = (each ?? {}) as { system?: string; value?: string }
    if (value !== undefined) terms.add(`${type} identifier ${system ?? ''}|${value}`)
  }
  for (const { system, code } of resource.meta?.tag ?? []) terms.add(`${type} _tag ${system ?? ''}|${code}`)
  for (const reference of referencesIn(resource)) terms.add(`${type} reference ${reference}`)
  return [...terms]
}

function* referencesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* referencesIn(each)
  else if (typeof value === 'object' && value !== null)
    for (const [field, inner] of Object.entries(value))
      if (field === 'reference' && typeof inner === 'string') yield inner
      else yield* referencesIn(inner)
}
