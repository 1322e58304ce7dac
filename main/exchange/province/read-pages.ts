import { pageSize, pagesOfPerson } from '../../../src/domain/exchange/fhir/ask-province'
import { type ReadPage, readPage } from '../../../src/domain/exchange/fhir/read-bundle'
import type { ReadContext } from '../../../src/domain/exchange/fhir/read-fields'

/** Why the province could not be asked. `status`: what it answered, where it did. */
export class ProvinceTrouble extends Error {
  constructor(
    readonly code: 'province.not-joined' | 'province.unreachable' | 'province.bad-answer',
    readonly status: number | null = null,
    cause?: unknown,
  ) {
    super(code, { cause })
  }
}

/** JSON under a path behind the server's base, or at a whole address. Throws ProvinceTrouble. */
export type GetJson = (path: string) => Promise<unknown>
export type PageReader = ReturnType<typeof createPageReader>

/** Reads pages of answers. Learns once whether the server has `$everything`. */
export function createPageReader(get: GetJson, context: ReadContext) {
  let hasEverything = true

  async function pageAt(path: string): Promise<ReadPage> {
    const page = readPage(await get(path), context)
    if (!page) throw new ProvinceTrouble('province.bad-answer')
    return page
  }

  async function pagesFrom(paths: readonly string[]): Promise<readonly ReadPage[]> {
    const pages: ReadPage[] = []
    for (const start of paths)
      for (let path: string | null = start; path !== null; path = pages.at(-1)?.next ?? null)
        pages.push(await pageAt(path))
    return pages
  }

  return {
    pageAt,
    /** Everything of one person, as one page. */
    async person(resource: string): Promise<ReadPage> {
      if (hasEverything)
        try {
          return joined(await pagesFrom([`${resource}/$everything?_count=${pageSize}`]))
        } catch (error) {
          const lacksIt = error instanceof ProvinceTrouble && [400, 404, 405, 501].includes(error.status ?? 0)
          if (!lacksIt) throw error
          hasEverything = false
        }
      return joined(await pagesFrom(pagesOfPerson(resource)))
    },
  }
}

function joined(pages: readonly ReadPage[]): ReadPage {
  const facts = pages.flatMap(page => page.facts)
  const unreadable = pages.flatMap(page => page.unreadable)
  return { facts, unreadable, matches: facts.length, lastUpdated: null, next: null }
}
