import type { ProvinceCodes } from './codes'
import { tidy } from './make'
import { entryExtension, entryTag } from './marks'
import type { EntryStamp, FhirResource, Json, WireKey, WireReference, WireResource } from './wire'

const participantTypes = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type'

/** Names of who speaks: of users by id, and of the point they speak for. */
export type Speaker = {
  readonly userName: (id: string) => string | null
  readonly point: { readonly id: string; readonly name: string } | null
}

export const nobodyNamed: Speaker = { userName: () => null, point: null }

/**
 * Who says so: the users and the station behind the resources of one transaction, with number and hash of their journal
 * entries. It goes by the newest entry, so the same transaction sent twice leaves one.
 */
export function provenanceOf(
  sent: readonly WireResource[],
  codes: ProvinceCodes,
  isThere: (key: WireKey) => boolean,
  speaker: Speaker = nobodyNamed,
): WireResource {
  const entries = entriesOf(sent)
  const [newest] = entries.toSorted((a, b) => compare(b.at, a.at) || compare(b.entryId, a.entryId))
  if (!newest) throw new Error('a transaction without entries has no provenance')
  const targets = [
    ...new Map(sent.map(({ key, record }): [WireKey, WireReference] => [key, { key, record }])).values(),
  ]
  const users = [...new Set(entries.flatMap(({ userId }) => userId ?? []))].toSorted(compare)
  const authors = users.map(
    (id): WireReference => ({ key: `Practitioner/${id}`, record: { noun: 'user', id } }),
  )
  const [first] = sent
  if (!first) throw new Error('a transaction without resources has no provenance')
  const resource: FhirResource = {
    resourceType: 'Provenance',
    meta: { tag: [entryTag(codes, newest)] },
    target: targets.map(({ key }) => ({ reference: `wire:${key}` })),
    recorded: newest.at,
    agent: [
      ...authors.map(({ key }) => ({
        ...agent('author', whoIs(key, codes, isThere, speaker)),
        ...onBehalfOf(speaker, isThere),
      })),
      ...stationsOf(entries).map(id =>
        agent('assembler', { type: 'Device', identifier: { system: codes.systems.station, value: id } }),
      ),
    ],
    entity: entries.map(entry => ({
      role: 'source',
      what: {
        identifier: { system: `${codes.systems.journal}:${entry.stationId}`, value: String(entry.seq) },
        extension: [entryExtension(codes, entry)],
      },
      ...(entry.userId === null
        ? {}
        : { agent: [agent('author', whoIs(`Practitioner/${entry.userId}`, codes, isThere, speaker))] }),
    })),
  }
  return {
    key: `Provenance/${newest.entryId}`,
    record: first.record,
    search: `_tag=${codes.systems.entry}|${newest.entryId}`,
    references: [...targets, ...authors.filter(({ key }) => isThere(key))],
    entry: newest,
    resource,
  }
}

function entriesOf(sent: readonly WireResource[]): readonly EntryStamp[] {
  return [...new Map(sent.map(({ entry }) => [entry.entryId, entry])).values()]
}

function stationsOf(entries: readonly EntryStamp[]): readonly string[] {
  return [...new Set(entries.map(({ stationId }) => stationId))].toSorted(compare)
}

function agent(code: string, who: Json) {
  return { type: { coding: [{ system: participantTypes, code }] }, who }
}

/** A user by reference where the server holds it, by our number otherwise. */
function whoIs(
  key: WireKey,
  codes: ProvinceCodes,
  isThere: (key: WireKey) => boolean,
  { userName }: Speaker,
): { readonly [field: string]: Json } {
  const id = key.slice(key.indexOf('/') + 1)
  const name = tidy(userName(id))
  const display = name === undefined ? {} : { display: name }
  if (isThere(key)) return { reference: `wire:${key}`, ...display }
  return { type: 'Practitioner', identifier: { system: codes.systems.record, value: id }, ...display }
}

/** The point for which somebody speaks, by name and, where the server holds it, by reference. */
function onBehalfOf(
  { point }: Speaker,
  isThere: (key: WireKey) => boolean,
): { readonly [field: string]: Json } {
  const display = tidy(point?.name)
  if (!point || display === undefined) return {}
  const key = `Organization/${point.id}`
  return { onBehalfOf: isThere(key) ? { reference: `wire:${key}`, display } : { display } }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
