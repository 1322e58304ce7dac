import type { ProvinceCodes } from './codes'
import type { EntryStamp, Json } from './wire'

/** Says on a resource with which journal entry its state ends: the way to know an own state again after a lost answer. */
export function entryExtension(codes: ProvinceCodes, entry: EntryStamp): Json {
  return {
    url: codes.systems.entry,
    extension: [
      { url: 'id', valueString: entry.entryId },
      { url: 'station', valueString: entry.stationId },
      { url: 'seq', valueInteger: entry.seq },
      { url: 'hash', valueString: entry.hash },
    ],
  }
}

/** Resources that R4 gives no identifier are found by a tag. */
export function entryTag(codes: ProvinceCodes, { entryId }: Pick<EntryStamp, 'entryId'>): Json {
  return { system: codes.systems.entry, code: entryId }
}

/** The extension by which a RelatedPerson says which Patient it is: a link between two records, not a name in one. */
export function relatedPatientUrl({ systems }: Pick<ProvinceCodes, 'systems'>): string {
  return `${systems.record}:related-patient`
}

/** Stands for the journal entry of a version that another program wrote. */
export function versionSeen(resource: string, versionId: string): string {
  return `${resource}#${versionId}`
}

/** The entry a resource of ours ends with; null on resources of others. */
export function readEntry(
  resource: { readonly [field: string]: unknown },
  codes: ProvinceCodes,
): Pick<EntryStamp, 'entryId' | 'stationId' | 'seq' | 'hash'> | null {
  const found = list(resource.extension).find(each => each.url === codes.systems.entry)
  const part = (url: string) => list(found?.extension).find(each => each.url === url)
  const [entryId, stationId, hash] = ['id', 'station', 'hash'].map(url => part(url)?.valueString)
  const seq = part('seq')?.valueInteger
  if (typeof entryId !== 'string' || typeof stationId !== 'string') return null
  if (typeof hash !== 'string' || typeof seq !== 'number') return null
  return { entryId, stationId, seq, hash }
}

function list(value: unknown): readonly { readonly [field: string]: unknown }[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'object' && each !== null) : []
}
