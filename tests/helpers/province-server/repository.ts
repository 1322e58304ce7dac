import {
  allOk,
  badRequest,
  created,
  type Filter,
  globalSchema,
  matchesSearchRequest,
  multipleMatches,
  notFound,
  OperationOutcomeError,
  type SearchRequest,
  validateResource,
  type WithId,
} from '@medplum/core'
import { type CreateResourceOptions, getExtraEntries, MemoryRepository } from '@medplum/fhir-router'
import type { Bundle, BundleEntry, OperationOutcome, Resource } from '@medplum/fhirtypes'
import { createSearchIndex } from './search-index'

type Version = WithId<Resource>
type Stored = Map<string, Map<string, Version>>

/** What happens to a repository beside the library's own store. */
export type RepositoryOptions = {
  readonly now: () => number
  /** Whether what is written must be valid R4. */
  readonly validates: boolean
  /** Told of every version that is there to stay, transactions as a whole, before anybody is answered. */
  readonly keep: (versions: readonly Resource[]) => void
}

/**
 * The library's repository with what a province's server has and this one lacks: transactions that happen as a whole or
 * not at all, numbered versions, search by index and by time, validation, and refusal of a search it does not know.
 */
export class ProvinceRepository extends MemoryRepository {
  private readonly index = createSearchIndex()
  private readonly options: RepositoryOptions
  private lastMs = 0
  /** Versions written in the open transaction, and what stood there before; null: none is open. */
  private open: { readonly versions: Version[]; readonly before: Map<string, readonly Version[]> } | null =
    null

  constructor(options: RepositoryOptions) {
    super()
    this.options = options
  }

  override async createResource<T extends Resource>(
    resource: T,
    options?: CreateResourceOptions,
    update = false,
  ): Promise<WithId<T>> {
    const key = { resourceType: resource.resourceType, id: resource.id ?? this.generateId() }
    const versions = this.versionsOf(key.resourceType, key.id)
    if (update && versions.length === 0) throw new OperationOutcomeError(notFound)
    if (!update && resource.id !== undefined && !options?.assignedId)
      throw new OperationOutcomeError(badRequest('This server gives the ids', `${resource.resourceType}.id`))
    const meta = { ...resource.meta, versionId: String(versions.length + 1), lastUpdated: this.nextInstant() }
    const version = { ...resource, id: key.id, meta }
    if (this.options.validates) check(version)
    this.open?.before.set(
      `${key.resourceType}/${key.id}`,
      this.open.before.get(`${key.resourceType}/${key.id}`) ?? [...versions],
    )
    const stored = await this.withSeeding(() => super.createResource(version, { assignedId: true }, update))
    this.index.put(stored)
    if (this.open) this.open.versions.push(stored)
    else this.options.keep([stored])
    return stored
  }

  override async conditionalCreate<T extends Resource>(
    resource: T,
    search: SearchRequest<T>,
    options?: CreateResourceOptions,
  ): Promise<{ resource: WithId<T>; outcome: OperationOutcome }> {
    const [match, second] = this.matching(search)
    if (second) throw new OperationOutcomeError(multipleMatches)
    if (match) return { resource: match as WithId<T>, outcome: allOk }
    return { resource: await this.createResource(resource, options), outcome: created }
  }

  override async search<T extends Resource>(request: SearchRequest<T>): Promise<Bundle<WithId<T>>> {
    const found = this.matching(request)
    const [sort, ...more] = request.sortRules ?? []
    if (more.length > 0 || (sort && sort.code !== '_lastUpdated'))
      throw new OperationOutcomeError(badRequest('This server sorts by _lastUpdated only'))
    if (sort)
      found.sort((a, b) => compare(a.meta?.lastUpdated, b.meta?.lastUpdated) * (sort.descending ? -1 : 1))
    const from = request.offset ?? 0
    const page = found.slice(from, from + (request.count ?? 20))
    const entry = page.map(
      (resource): BundleEntry => ({
        fullUrl: `${resource.resourceType}/${resource.id}`,
        resource: structuredClone(resource),
        search: { mode: 'match' },
      }),
    )
    if (request.include || request.revInclude)
      await getExtraEntries(this, request, [...page] as WithId<T>[], entry)
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      total: found.length,
      entry: entry as BundleEntry<WithId<T>>[],
    }
  }

  override async readHistory<T extends Resource>(resourceType: string, id: string): Promise<Bundle<T>> {
    const versions = this.versionsOf(resourceType, id)
    if (versions.length === 0) throw new OperationOutcomeError(notFound)
    const entry = versions.toReversed().map(resource => ({
      fullUrl: `${resourceType}/${id}`,
      resource: structuredClone(resource) as unknown as T,
      request: {
        method: resource.meta?.versionId === '1' ? ('POST' as const) : ('PUT' as const),
        url: resourceType,
      },
    }))
    return { resourceType: 'Bundle', type: 'history', total: entry.length, entry }
  }

  /** A person and everything that refers to them. */
  everythingOf(id: string, types: readonly string[]): readonly Resource[] {
    const patient = this.stored().get('Patient')?.get(id)
    if (!patient) throw new OperationOutcomeError(notFound)
    const others = this.index.referringTo(`Patient/${id}`, types)
    return [patient, ...others.flatMap(each => this.stored().get(typeIn(each))?.get(idIn(each)) ?? [])]
  }

  /** Everything of a type, for those who count afterwards. */
  all(resourceType: string): readonly Resource[] {
    return [...(this.stored().get(resourceType)?.values() ?? [])]
  }

  override async withTransaction<TResult>(callback: (repo: this) => Promise<TResult>): Promise<TResult> {
    this.open = { versions: [], before: new Map() }
    try {
      const result = await callback(this)
      this.options.keep(this.open.versions)
      return result
    } catch (error) {
      for (const [key, versions] of this.open.before) await this.putBack(key, versions)
      throw error
    } finally {
      this.open = null
    }
  }

  /** Takes over what was kept before the server stopped. */
  async restore(versions: readonly Resource[]): Promise<void> {
    for (const version of versions) {
      const stored = await this.withSeeding(() => super.createResource(version, undefined, true))
      this.index.put(stored)
      this.lastMs = Math.max(this.lastMs, Date.parse(stored.meta?.lastUpdated ?? ''))
    }
  }

  private async putBack(key: string, versions: readonly Version[]): Promise<void> {
    await this.expungeResource(typeIn(key), idIn(key))
    this.index.remove({ resourceType: typeIn(key), id: idIn(key) } as Resource)
    await this.restore(versions)
  }

  private matching(request: SearchRequest): Version[] {
    const { resourceType, filters = [] } = request
    const known = globalSchema.types[resourceType]?.searchParams ?? {}
    const strange = filters.find(({ code }) => known[code] === undefined)
    if (strange)
      throw new OperationOutcomeError(badRequest(`Unknown search parameter ${resourceType}?${strange.code}`))
    const kept = this.stored().get(resourceType) ?? new Map<string, Version>()
    const sets = filters.flatMap(filter => this.index.find(resourceType, filter) ?? [])
    const [smallest] = sets.toSorted((a, b) => a.size - b.size)
    const candidates = smallest ? [...smallest].flatMap(key => kept.get(idIn(key)) ?? []) : [...kept.values()]
    const times = filters.filter(({ code }) => code === '_lastUpdated')
    const rest = filters.filter(
      filter => filter.code !== '_lastUpdated' && this.index.find(resourceType, filter) === null,
    )
    const inAll = candidates.filter(each => sets.every(set => set.has(`${resourceType}/${each.id}`)))
    return inAll.filter(
      resource =>
        times.every(filter => isInTime(resource.meta?.lastUpdated ?? '', filter)) &&
        (rest.length === 0 || matchesSearchRequest(resource, { resourceType, filters: rest })),
    )
  }

  /** Time of writing: never twice the same, never back, so that nobody who asks "since" misses one. */
  private nextInstant(): string {
    this.lastMs = Math.max(this.options.now(), this.lastMs + 1)
    return new Date(this.lastMs).toISOString()
  }

  private versionsOf(resourceType: string, id: string): readonly Version[] {
    // The library keeps its store to itself, and its own reading of a history turns that history round.
    const history = Reflect.get(this, 'history') as Map<string, Map<string, Version[]>>
    return history.get(resourceType)?.get(id) ?? []
  }

  private stored(): Stored {
    return Reflect.get(this, 'resources') as Stored
  }
}

function check(resource: Resource): void {
  try {
    validateResource(resource)
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    throw new OperationOutcomeError({ ...error.outcome, id: 'business-rule' })
  }
}

function isInTime(lastUpdated: string, { operator, value }: Filter): boolean {
  const difference = Date.parse(lastUpdated) - Date.parse(value)
  if (Number.isNaN(difference)) throw new OperationOutcomeError(badRequest(`No instant: ${value}`))
  switch (operator) {
    case 'ge':
      return difference >= 0
    case 'gt':
    case 'sa':
      return difference > 0
    case 'le':
      return difference <= 0
    case 'lt':
    case 'eb':
      return difference < 0
    default:
      return difference === 0
  }
}

const typeIn = (key: string) => key.slice(0, key.indexOf('/'))
const idIn = (key: string) => key.slice(key.indexOf('/') + 1)

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}
