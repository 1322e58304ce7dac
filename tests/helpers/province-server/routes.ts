import { allOk, badRequest, getStatus, isOk, notFound, OperationOutcomeError } from '@medplum/core'
import {
  BatchProcessor,
  buildBatchResponseBundle,
  type FhirRequest,
  type FhirResponse,
  FhirRouter,
} from '@medplum/fhir-router'
import type { Bundle, BundleEntry, OperationOutcome, Resource } from '@medplum/fhirtypes'
import { servedTypes } from './definitions'
import type { ProvinceRepository } from './repository'

/** The library's router with `$everything` and without deletion: nothing that a point sent is ever deleted. */
export function createRoutes(repository: ProvinceRepository) {
  const router = new FhirRouter()
  router.add('GET', 'Patient/:id/$everything', async ({ params }) => {
    const found = repository.everythingOf(params.id ?? '', servedTypes)
    const entry = found.map(resource => ({
      fullUrl: `${resource.resourceType}/${resource.id}`,
      resource: structuredClone(resource),
      search: { mode: 'match' as const },
    }))
    return [allOk, { resourceType: 'Bundle', type: 'searchset', total: entry.length, entry }]
  })

  return async function answer(request: FhirRequest): Promise<FhirResponse> {
    if (request.method === 'DELETE') return [badRequest('Nothing is deleted here')]
    const [path = ''] = request.url.split('?')
    const type = path.split('/')[0]
    if (type && !(servedTypes as readonly string[]).includes(type)) return [notFound]
    const body = request.body as Bundle | undefined
    if (request.method === 'POST' && path === '' && body?.type === 'transaction')
      return transaction(request, repository, router, body)
    return router.handleRequest(request, repository)
  }
}

/**
 * A transaction as a whole or not at all. The library refuses conditional creates in transactions of more than eight
 * entries, because its hosted database would have to lock too much; its entry by entry interface has no such limit.
 */
async function transaction(
  request: FhirRequest,
  repository: ProvinceRepository,
  router: FhirRouter,
  bundle: Bundle,
): Promise<FhirResponse> {
  const processor = new BatchProcessor(router, repository, bundle, request)
  const results: Record<number, BundleEntry> = {}
  const take = (some: Readonly<Record<number, BundleEntry>> | undefined) => {
    for (const [at, entry] of Object.entries(some ?? {})) {
      const outcome = entry.response?.outcome as OperationOutcome | undefined
      if (outcome && !isOk(outcome)) throw new OperationOutcomeError(located(outcome, at))
      results[Number(at)] = receipt(entry)
    }
  }
  try {
    take((await processor.preprocess()).preprocessResults)
    await repository.withTransaction(async () => {
      while (processor.hasMoreEntries()) {
        await processor.processNextEntry()
        take(processor.takePendingResults())
      }
    })
  } catch (error) {
    if (error instanceof OperationOutcomeError) return [error.outcome]
    throw error
  }
  return [allOk, buildBatchResponseBundle('transaction', bundle.entry?.length ?? 0, results)]
}

/** Says in which entry it went wrong, as servers do. */
function located(outcome: OperationOutcome, at: string): OperationOutcome {
  return {
    ...outcome,
    issue: outcome.issue?.map(issue => ({
      ...issue,
      expression: [`Bundle.entry[${at}]`, ...(issue.expression ?? [])],
    })),
  }
}

/** What is answered about one entry: where it is and which version, without the resource. */
function receipt({ response, resource }: BundleEntry): BundleEntry {
  const { resourceType, id, meta } = (resource ?? {}) as Partial<Resource>
  return {
    response: {
      status: response?.status ?? '200',
      location: `${resourceType}/${id}/_history/${meta?.versionId}`,
      etag: `W/"${meta?.versionId}"`,
      lastModified: meta?.lastUpdated,
    },
  }
}

/** Status of an answer. */
export function statusOf(outcome: OperationOutcome): number {
  return getStatus(outcome)
}
