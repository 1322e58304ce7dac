import type { ProvinceCodes } from '../../../src/domain/exchange/fhir/codes'
import { readEntry, versionSeen } from '../../../src/domain/exchange/fhir/marks'
import type { KnownResource, WireResource } from '../../../src/domain/exchange/fhir/wire'
import type { FhirClient } from './fhir-client'
import { NoAnswer } from './http-client'

/**
 * How what a server holds stands to what we would send. `same`: it ends with the same entry of a journal. `older`: with an
 * entry our state contains. `foreign`: somebody changed it whom we have not heard yet.
 */
export type Held =
  | { readonly relation: 'none' }
  | (KnownResource & { readonly relation: 'same' | 'older' | 'foreign'; readonly storedAt: string | null })

type Fields = Readonly<Record<string, unknown>>

export type HeldPorts = {
  readonly client: FhirClient
  readonly codes: ProvinceCodes
  /** True when the journal here holds this entry, whoever wrote it, or when what ends with it was taken in. */
  readonly hasEntry: (entryId: string) => boolean
}

/** Reads what the server holds of a resource: by its id, and by our identifier where that leads nowhere. */
export async function readHeld(
  wire: WireResource,
  known: KnownResource | null,
  ports: HeldPorts,
): Promise<Held> {
  const type = wire.resource.resourceType
  if (known) {
    const { judgement, answer } = await ports.client.get(`${type}/${known.serverId}`)
    if (judgement.kind === 'taken') return heldOf(wire, fieldsOf(answer.body), ports)
    if (judgement.kind !== 'gone') throw new NoAnswer('link.server-error')
  }
  const { judgement, answer } = await ports.client.get(`${type}?${encodeSearch(wire.search)}`)
  if (judgement.kind !== 'taken') throw new NoAnswer('link.server-error')
  const [first] = resourcesOf(answer.body, type)
  return first ? heldOf(wire, first, ports) : { relation: 'none' }
}

/** Reads many that are known by id, a few searches for all of them. Those that do not come are not in the answer. */
export async function readManyHeld(
  wires: readonly { readonly wire: WireResource; readonly serverId: string }[],
  ports: HeldPorts,
): Promise<ReadonlyMap<string, Held>> {
  const found = new Map<string, Held>()
  for (const [type, group] of groupedByType(wires))
    for (let from = 0; from < group.length; from += 40) {
      const part = group.slice(from, from + 40)
      const ids = part.map(({ serverId }) => serverId).join(',')
      const { judgement, answer } = await ports.client.get(`${type}?_id=${ids}&_count=${part.length}`)
      if (judgement.kind !== 'taken') throw new NoAnswer('link.server-error')
      const byId = new Map(resourcesOf(answer.body, type).map(each => [each.id, each]))
      for (const { wire, serverId } of part) {
        const resource = byId.get(serverId)
        if (resource) found.set(wire.key, heldOf(wire, resource, ports))
      }
    }
  return found
}

function groupedByType<T extends { readonly wire: WireResource }>(wires: readonly T[]) {
  const groups = new Map<string, T[]>()
  for (const each of wires) {
    const type = each.wire.resource.resourceType
    groups.set(type, [...(groups.get(type) ?? []), each])
  }
  return groups
}

function heldOf(wire: WireResource, resource: Fields, { codes, hasEntry }: HeldPorts): Held {
  const { versionId, lastUpdated } = (resource.meta ?? {}) as Fields
  if (typeof resource.id !== 'string' || typeof versionId !== 'string') throw new NoAnswer('link.half-answer')
  // A version that another program wrote ends with no entry of a journal; its own name stands for one.
  const mark = readEntry(resource, codes)?.entryId ?? versionMark(resource, versionId)
  const relation = mark === wire.entry.entryId ? 'same' : hasEntry(mark) ? 'older' : 'foreign'
  const storedAt = typeof lastUpdated === 'string' ? lastUpdated : null
  return { relation, serverId: resource.id, versionId, storedAt }
}

function versionMark({ resourceType, id }: Fields, versionId: string): string {
  return versionSeen(`${String(resourceType)}/${String(id)}`, versionId)
}

function fieldsOf(body: string): Fields {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null) return value as Fields
  } catch {
    // Half an answer: said below.
  }
  throw new NoAnswer('link.half-answer')
}

/** The resources of a search in the order of the answer; the oldest first, where an identifier is held twice. */
function resourcesOf(body: string, type: string): readonly Fields[] {
  const { entry } = fieldsOf(body)
  if (!Array.isArray(entry)) return []
  const resources = entry.map(each => ((each as Fields).resource ?? {}) as Fields)
  return resources
    .filter(({ resourceType }) => resourceType === type)
    .toSorted((a, b) => (updatedOf(a) < updatedOf(b) ? -1 : 1))
}

function updatedOf(resource: Fields): string {
  return String(((resource.meta ?? {}) as Fields).lastUpdated ?? '')
}

function encodeSearch(search: string): string {
  const [name = '', value = ''] = search.split(/=(.*)/su)
  return `${name}=${encodeURIComponent(value)}`
}
