import type { ProvinceCodes } from './codes'
import { readEntry } from './marks'
import { partOf, partsOf, type Read, textOf } from './read-fields'

/** Who wrote something: the person and the point, in words; null where the server does not say. */
export type Author = { readonly byName: string | null; readonly placeName: string | null }

export const unnamed: Author = { byName: null, placeName: null }

/** Who is behind a journal entry, by the provenances in the body of a search. Never throws. */
export function authorIn(body: unknown, entryId: string, codes: ProvinceCodes): Author {
  for (const { resource } of partsOf(partOf(body).entry)) {
    const provenance = partOf(resource)
    const source = partsOf(provenance.entity).find(
      ({ what }) => readEntry(partOf(what) as Read, codes)?.entryId === entryId,
    )
    if (source) return authorOf(provenance, source)
  }
  return unnamed
}

/** The one the entry itself names; where it names nobody, the only author of the whole. */
function authorOf(provenance: Read, source: Read): Author {
  const authors = partsOf(provenance.agent).filter(({ who }) => partOf(who).type !== 'Device')
  const [own] = partsOf(source.agent)
  const agent = own ?? (authors.length === 1 ? authors[0] : undefined)
  const places = authors.flatMap(({ onBehalfOf }) => textOf(partOf(onBehalfOf).display) ?? [])
  return { byName: textOf(partOf(agent?.who).display), placeName: places[0] ?? null }
}
