import { nobodyNamed, provenanceOf, type Speaker } from './provenance'
import type { KnownResource, WireContext, WireKey, WireReference, WireResource } from './wire'

/** What one transaction may hold: servers and thin lines ask for small ones (platform.md §6.2). */
export const transactionLimits = { entries: 50, bytes: 200_000 } as const
export type TransactionLimits = { readonly entries: number; readonly bytes: number }

/** A transaction ready to be posted. */
export type Transaction = {
  /** The R4 bundle as text: what is posted, and what `readTransactionResponse` answers about. */
  readonly body: string
  /** Keys in the order of the bundle's entries; the last one is the Provenance. */
  readonly keys: readonly WireKey[]
  /** What this transaction settles, resources that stand twice among them included. */
  readonly sent: readonly WireResource[]
  /** Keys that are put over a version known when this was made; the others are created unless they are there. */
  readonly puts: ReadonlySet<WireKey>
  /** What did not fit: goes into the next transaction, after this one's answer was read. */
  readonly rest: readonly WireResource[]
}

/** What can be asked of the server side of the link while a transaction is made. */
export type Known = (key: WireKey) => KnownResource | null

/**
 * What the resources refer to that the server is not known to hold and that is not among them. It has to be sent as
 * well, before or together with them.
 */
export function missingReferences(
  resources: readonly WireResource[],
  known: Known,
): readonly WireReference[] {
  const here = new Set(resources.map(({ key }) => key))
  const missing = new Map<WireKey, WireReference>()
  for (const { references } of resources)
    for (const reference of references)
      if (!here.has(reference.key) && known(reference.key) === null) missing.set(reference.key, reference)
  return [...missing.values()]
}

/**
 * The next transaction out of resources, which stand in the order in which they are to be sent; what is referred to
 * stands before what refers to it. New ones are created unless our identifier is there already (a repeat changes
 * nothing), known ones are put with `If-Match`. Null when there is nothing to send, or when the first one refers to
 * something that `missingReferences` names.
 */
export function transactionOf(
  resources: readonly WireResource[],
  known: Known,
  codes: WireContext['codes'],
  limits: TransactionLimits = transactionLimits,
  speaker: Speaker = nobodyNamed,
): Transaction | null {
  const texts = new Map<WireResource, string>()
  const sent = fitting(resources, known, limits, texts)
  if (sent.length === 0) return null
  const taken = new Set(sent)
  const single = squashed(sent)
  const here = new Map(single.map(({ key }, at) => [key, placeholder(at)]))
  const isThere = (key: WireKey) => here.has(key) || known(key) !== null
  const provenance = provenanceOf(sent, codes, isThere, speaker)
  const all = [...single, provenance]
  texts.set(provenance, JSON.stringify(provenance.resource))
  const entries = all.map((wire, at) => entryText(wire, texts.get(wire) ?? '', placeholder(at), known, here))
  const body = `{"resourceType":"Bundle","type":"transaction","entry":[${entries.join(',')}]}`
  return {
    body,
    keys: all.map(({ key }) => key),
    sent,
    puts: new Set(single.flatMap(({ key }) => (known(key) === null ? [] : key))),
    rest: resources.filter(wire => !taken.has(wire)),
  }
}

/** Two records can change one resource (a person and a merge): the later state goes, in the place of the first. */
function squashed(sent: readonly WireResource[]): readonly WireResource[] {
  return [...new Map(sent.map(wire => [wire.key, wire])).values()]
}

/** What a resource takes beside itself: its request, and its part of the Provenance. */
const besides = 1200

/** What fits from the front, keeping room for the Provenance; at least one, however large it is. Fills in their texts. */
function fitting(
  resources: readonly WireResource[],
  known: Known,
  limits: TransactionLimits,
  texts: Map<WireResource, string>,
): readonly WireResource[] {
  const sent: WireResource[] = []
  const keys = new Set<WireKey>()
  let bytes = besides
  for (const wire of resources) {
    if (wire.references.some(({ key }) => !keys.has(key) && key !== wire.key && known(key) === null)) continue
    const text = JSON.stringify(wire.resource)
    bytes += utf8Length(text) + besides
    if (sent.length > 0 && (sent.length + 1 >= limits.entries || bytes > limits.bytes)) break
    sent.push(wire)
    texts.set(wire, text)
    keys.add(wire.key)
  }
  return sent
}

/** A name inside one bundle only, so it need not be random. */
function placeholder(at: number): string {
  return `urn:uuid:00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
}

/** Our own references, as `JSON.stringify` writes them; inside a text the quotes would be escaped. */
const referencePattern = /"reference":"wire:([^"]+)"/gu

function entryText(
  wire: WireResource,
  text: string,
  fullUrl: string,
  known: Known,
  here: ReadonlyMap<WireKey, string>,
): string {
  const held = known(wire.key)
  const type = wire.resource.resourceType
  const request = held
    ? { method: 'PUT', url: `${type}/${held.serverId}`, ifMatch: `W/"${held.versionId}"` }
    : { method: 'POST', url: type, ifNoneExist: wire.search }
  const start = `{"resourceType":"${type}"`
  const identified = held ? `${start},"id":${JSON.stringify(held.serverId)}${text.slice(start.length)}` : text
  const resource = identified.replace(
    referencePattern,
    (_, key: WireKey) => `"reference":"${referenceTo(key, known, here)}"`,
  )
  const name = held ? '' : `"fullUrl":"${fullUrl}",`
  return `{${name}"resource":${resource},"request":${JSON.stringify(request)}}`
}

function referenceTo(key: WireKey, known: Known, here: ReadonlyMap<WireKey, string>): string {
  const held = known(key)
  if (held) return `${key.slice(0, key.indexOf('/'))}/${held.serverId}`
  const inside = here.get(key)
  if (inside === undefined) throw new Error(`a reference to ${key} was neither sent nor known`)
  return inside
}

/** Length in UTF-8, as it goes over the line. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) continue
    // A surrogate pair is four bytes: two of its two units each; half of one alone is written as three.
    bytes += unit < 0x800 || isPaired(text, at) ? 1 : 2
  }
  return bytes
}

/** Whether the unit belongs to a pair of surrogates. */
function isPaired(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdfff) return false
  const isHigh = unit < 0xdc00
  const other = text.charCodeAt(isHigh ? at + 1 : at - 1)
  return isHigh ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other < 0xdc00
}

/** Servers of this kind refuse more entries in a transaction with conditional creates. */
const smallTransactions = { entries: 8, bytes: transactionLimits.bytes } as const

/** What a transaction may hold on a server, by the name it gives itself in its CapabilityStatement. */
export function limitsOf(softwareName: string | null): TransactionLimits {
  return /medplum/iu.test(softwareName ?? '') ? smallTransactions : transactionLimits
}
