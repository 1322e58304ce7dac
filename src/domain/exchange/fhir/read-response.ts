import type { KnownResource, WireKey } from './wire'

/** What the server did with one resource. */
export type EntryReceipt = KnownResource & {
  readonly key: WireKey
  /** False: it was there already, from an answer that was lost or from somebody else. */
  readonly created: boolean
  readonly lastModified: string | null
}

/** One complaint of a server, as its OperationOutcome says it. */
export type OutcomeIssue = {
  readonly severity: string
  readonly code: string
  readonly text: string
  readonly expression: readonly string[]
}

export type TransactionAnswer =
  | { readonly kind: 'accepted'; readonly receipts: readonly EntryReceipt[] }
  /** Not the answer to this transaction: half of it, or a page of somebody between us and the server. */
  | {
      readonly kind: 'unreadable'
      readonly why: 'not-json' | 'not-a-response' | 'wrong-length' | 'no-location'
    }

/** Reads the answer (status 200) to a transaction: one receipt for every key, in the order of `keys`. Never throws. */
export function readTransactionResponse(keys: readonly WireKey[], body: string): TransactionAnswer {
  const bundle = parsed(body)
  if (bundle === null) return { kind: 'unreadable', why: 'not-json' }
  if (bundle.resourceType !== 'Bundle' || bundle.type !== 'transaction-response')
    return { kind: 'unreadable', why: 'not-a-response' }
  const entries = listOf(bundle.entry)
  if (entries.length !== keys.length) return { kind: 'unreadable', why: 'wrong-length' }
  const receipts = keys.flatMap((key, at) => receiptOf(key, entries[at] ?? {}) ?? [])
  if (receipts.length !== keys.length) return { kind: 'unreadable', why: 'no-location' }
  return { kind: 'accepted', receipts }
}

function receiptOf(key: WireKey, entry: Fields): EntryReceipt | null {
  const response = fieldsOf(entry.response)
  const resource = fieldsOf(entry.resource)
  const type = key.slice(0, key.indexOf('/'))
  const parts = typeof response.location === 'string' ? response.location.split('/') : []
  const at = parts.lastIndexOf(type)
  const serverId = textOf(resource.id) ?? (at < 0 ? null : (parts[at + 1] ?? null))
  const inLocation = at >= 0 && parts[at + 2] === '_history' ? (parts[at + 3] ?? null) : null
  const inEtag = textOf(response.etag)?.replace(/^W\/|"/gu, '') ?? null
  const versionId = textOf(fieldsOf(resource.meta).versionId) ?? inLocation ?? inEtag
  if (!serverId || !versionId) return null
  const created = textOf(response.status)?.startsWith('201') ?? false
  const lastModified = textOf(response.lastModified) ?? textOf(fieldsOf(resource.meta).lastUpdated)
  return { key, serverId, versionId, created, lastModified }
}

/** The complaints in an answer that is no success; empty when the body says nothing of the kind. Never throws. */
export function readOutcome(body: string): readonly OutcomeIssue[] {
  const outcome = parsed(body)
  if (outcome?.resourceType !== 'OperationOutcome') return []
  return listOf(outcome.issue).map(issue => ({
    severity: textOf(issue.severity) ?? 'error',
    code: textOf(issue.code) ?? 'unknown',
    text: textOf(fieldsOf(issue.details).text) ?? textOf(issue.diagnostics) ?? '',
    expression: [issue.expression, issue.location].flatMap(each =>
      Array.isArray(each) ? each.map(String) : [],
    ),
  }))
}

type Fields = Readonly<Record<string, unknown>>

function parsed(body: string): Fields | null {
  try {
    const value: unknown = JSON.parse(body)
    return isFields(value) ? value : null
  } catch {
    return null
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : []
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
