import type { ProvinceCodes } from './codes'
import { entryExtension } from './marks'
import type {
  FhirResource,
  Json,
  RecordKey,
  RecordState,
  WireNoun,
  WireReference,
  WireResource,
} from './wire'

/** Fields of a resource; those without a value are not written. */
export type Fields = { readonly [field: string]: Json }

type Draft = {
  readonly type: string
  readonly state: Pick<RecordState, 'noun' | 'id' | 'entry'>
  /** Tells resources of one record apart: `weight`. */
  readonly part?: string
  readonly references: readonly (WireReference | null)[]
  readonly fields: Fields
}

/** A resource of a record: our identifier, the mark of the journal entry it ends with, and what it says. */
export function make(codes: ProvinceCodes, { type, state, part, references, fields }: Draft): WireResource {
  const value = part === undefined ? state.id : `${state.id}.${part}`
  const own = { system: codes.systems.record, value }
  const { identifier, extension, ...rest } = fields
  const resource: FhirResource = {
    resourceType: type,
    extension: [entryExtension(codes, state.entry), ...listOf(extension)],
    identifier: [own, ...listOf(identifier)],
    ...rest,
  }
  return {
    key: `${type}/${value}`,
    record: recordOf(state),
    search: `identifier=${own.system}|${value}`,
    references: references.filter(each => each !== null),
    entry: state.entry,
    resource,
  }
}

/** A resource of a kind that R4 lets nobody search by its identifier: it is found by a tag of the same value. */
export function makeTagged(codes: ProvinceCodes, draft: Draft): WireResource {
  const { resource, ...wire } = make(codes, draft)
  const [own] = listOf(resource.identifier)
  const code = wire.key.slice(wire.key.indexOf('/') + 1)
  const tag = { system: codes.systems.record, code }
  return {
    ...wire,
    search: `_tag=${tag.system}|${code}`,
    // An AdverseEvent has one identifier, not a list of them.
    resource: { ...resource, identifier: own, meta: { tag: [tag] } },
  }
}

/** What somebody else refers to: `Patient` of a person. */
export function toResource(type: string, noun: WireNoun, id: string, part?: string): WireReference {
  return { key: `${type}/${part === undefined ? id : `${id}.${part}`}`, record: { noun, id } }
}

/** A reference as it stands inside a resource, until the transaction knows better. */
export function reference(to: WireReference, display?: string | null): Json {
  return { reference: `wire:${to.key}`, ...(display ? { display } : {}) }
}

/** One code of one system. */
export function coding(system: string, code: string, display?: string | null): Json {
  return { system, code, ...(display ? { display } : {}) }
}

/** A concept by codes, the most widely known first, and in words. */
export function concept(codings: readonly Json[], text?: string | null): Json {
  return { ...(codings.length > 0 ? { coding: codings } : {}), ...(text ? { text } : {}) }
}

/** Says why a mandatory field is not there. */
export function absent(why: 'unknown' | 'not-applicable' | 'masked'): Json {
  return {
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: why }],
  }
}

/** A list, or nothing where it would be empty: FHIR knows no empty lists. */
export function filled(list: readonly Json[]): readonly Json[] | undefined {
  return list.length > 0 ? list : undefined
}

/** A text as FHIR takes it: NFC, no blank ends, never empty. */
export function tidy(text: string | null | undefined): string | undefined {
  return text?.normalize('NFC').trim() || undefined
}

/** Why a record was voided, where FHIR has no field for it. */
export function voidedNote(state: Pick<RecordState, 'voided' | 'reason'>): string | null {
  return state.voided ? (state.reason ?? null) : null
}

function recordOf({ noun, id }: Pick<RecordState, 'noun' | 'id'>): RecordKey {
  return { noun, id }
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : value === undefined ? [] : [value]
}
