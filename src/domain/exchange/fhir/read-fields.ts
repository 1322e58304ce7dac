import type { Instant } from '../../calendar/calendar-day'
import type { ProvinceCodes } from './codes'
import { readEntry } from './marks'

/** A resource or a part of one, as it came: nothing in it is believed before it was looked at. */
export type Read = { readonly [field: string]: unknown }

/** What a reader needs besides the resource. */
export type ReadContext = {
  readonly codes: ProvinceCodes
  /** A record's id made of a text, for what other programs wrote: the same at every station. */
  readonly idOf: (text: string) => string
  /** The product of this register for a code of it, or the one that stands for an international code. */
  readonly vaccineOf: (codes: { readonly own: string | null; readonly cvx: string | null }) => string | null
  /** How many antigens a product has. */
  readonly antigensOf: (vaccineCode: string) => number
}

/** The part under a name; empty where there is none. */
export function partOf(value: unknown): Read {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Read) : {}
}

/** The parts of a list; empty where there is none. */
export function partsOf(value: unknown): readonly Read[] {
  return Array.isArray(value) ? value.map(partOf) : []
}

/** A text in composed form; null where there is none. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value.normalize('NFC').trim() || null : null
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** The code of one system in a CodeableConcept. */
export function codeIn(concept: unknown, system: string): string | null {
  const found = partsOf(partOf(concept).coding).find(each => each.system === system)
  return textOf(found?.code)
}

/** The extension of one address on a resource or a part of it. */
export function extensionOf(owner: unknown, url: string): Read {
  return partsOf(partOf(owner).extension).find(each => each.url === url) ?? {}
}

/** `Patient/12` of a reference, whichever base it was written with; null where it leads elsewhere. */
export function resourceOf(reference: unknown): string | null {
  const text = textOf(partOf(reference).reference)
  return (
    /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/u.exec(text ?? '')?.[1] ?? null
  )
}

/** Who and when of a resource, and the record it is about. Null for what has no id or no version. */
export function headOf(resource: Read, { codes, idOf }: ReadContext) {
  const meta = partOf(resource.meta)
  const [type, id] = [textOf(resource.resourceType), textOf(resource.id)]
  const lastUpdated = instantIn(meta.lastUpdated)
  if (type === null || id === null || lastUpdated === null) return null
  const own = identifiersOf(resource).find(each => each.system === codes.systems.record)
  const entry = readEntry(resource, codes)
  const others = identifiersOf(resource).map(({ system, value }) => `${system}|${value}`)
  return {
    resource: `${type}/${id}`,
    versionId: textOf(meta.versionId) ?? lastUpdated,
    lastUpdated,
    recordId: textOf(own?.value) ?? idOf(others[0] ?? `${type}/${id}`),
    entryId: entry?.entryId ?? null,
    recordedBy: entry?.stationId ?? 'server',
  }
}

/** The identifiers of a resource; an AdverseEvent has one, not a list. */
export function identifiersOf(resource: Read): readonly Read[] {
  return Array.isArray(resource.identifier) ? partsOf(resource.identifier) : [partOf(resource.identifier)]
}

/** A moment in UTC with milliseconds, as it is compared here; null where it is none. */
export function instantIn(value: unknown): Instant | null {
  const text = textOf(value)
  if (text === null || !text.includes('T')) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : (new Date(ms).toISOString() as Instant)
}
