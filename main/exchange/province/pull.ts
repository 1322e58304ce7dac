import type { ArrivedFact, Unreadable } from '../../../src/domain/exchange/fhir/arrived'
import {
  changesFrom,
  changesSince,
  type PulledType,
  pageSize,
  pagesOfPerson,
  peopleByRecord,
  pulledTypes,
} from '../../../src/domain/exchange/fhir/ask-province'
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

/** What the register made of facts. */
export type Taken = {
  readonly taken: number
  readonly held: readonly { readonly resource: string; readonly needs: string | null }[]
  readonly personIds: readonly string[]
}

export type PullPorts = {
  /** JSON under a path behind the server's base, or at a whole address. Throws ProvinceTrouble. */
  readonly get: (path: string) => Promise<unknown>
  readonly context: ReadContext
  /** Writes facts by the rules; people not of this register only when their resource is wanted. */
  readonly takeIn: (facts: readonly ArrivedFact[], wanted: readonly string[]) => Promise<Taken>
  /** What this PC remembers of the last pull. */
  readonly memory: {
    readonly checkpoint: (type: PulledType) => string | null
    readonly setCheckpoint: (type: PulledType, lastUpdated: string) => void
    /** Resources to be brought again: what they wait for was not there. */
    readonly again: () => readonly string[]
    readonly setAgain: (resources: readonly string[]) => void
    /** Some people of this register of whom nobody knows yet whether the server has them; asking marks them. */
    readonly takeUnasked: (limit: number) => readonly string[]
  }
}

export type PullReport = {
  readonly pages: number
  readonly taken: number
  readonly personIds: readonly string[]
  readonly unreadable: readonly Unreadable[]
}

type Tally = {
  pages: number
  taken: number
  personIds: Set<string>
  unreadable: Unreadable[]
  again: Set<string>
}

/** So many people are looked up in one request. */
const askedAtOnce = 50

export type Puller = ReturnType<typeof createPuller>

/** Brings in what others changed about this register's people, and whoever is asked for by name. Decision 0029. */
export function createPuller(ports: PullPorts) {
  let hasEverything = true
  const { get, context, takeIn, memory } = ports

  async function pageAt(path: string): Promise<ReadPage> {
    const page = readPage(await get(path), context)
    if (!page) throw new ProvinceTrouble('province.bad-answer')
    return page
  }

  async function keep(page: ReadPage, wanted: readonly string[], tally: Tally): Promise<readonly string[]> {
    const result = await takeIn(page.facts, wanted)
    tally.pages += 1
    tally.taken += result.taken
    for (const personId of result.personIds) tally.personIds.add(personId)
    tally.unreadable.push(...page.unreadable)
    for (const { resource } of result.held) tally.again.add(resource)
    // At once: a checkpoint that has moved on must not leave behind what still waits.
    if (result.held.length > 0) memory.setAgain([...new Set([...memory.again(), ...tally.again])])
    return result.held.flatMap(({ needs }) => needs ?? [])
  }

  /** The survivor of a merge belongs to this register as the one who was merged does. */
  async function keepWithNeeds(page: ReadPage, wanted: readonly string[], tally: Tally): Promise<void> {
    const needs = await keep(page, wanted, tally)
    for (const resource of new Set(needs)) await bringAll(resource, tally, needs.length > 0)
    if (needs.length > 0) await keep(page, wanted, tally)
  }

  async function pullType(type: PulledType, tally: Tally): Promise<void> {
    let path: string | null = changesSince(type, memory.checkpoint(type))
    let from = ''
    while (path !== null) {
      const page: ReadPage = await pageAt(path)
      await keepWithNeeds(page, [], tally)
      if (page.lastUpdated !== null && page.lastUpdated > (memory.checkpoint(type) ?? ''))
        memory.setCheckpoint(type, page.lastUpdated)
      const isFull = page.matches >= pageSize
      const goesOn = isFull && page.lastUpdated !== null && page.lastUpdated > from
      path = page.next ?? (goesOn ? changesFrom(type, page.lastUpdated ?? '') : null)
      from = page.lastUpdated ?? from
    }
  }

  /** Everything of one person, by `$everything` where the server has it. */
  async function pagesOf(resource: string): Promise<readonly ReadPage[]> {
    const paths = hasEverything ? [`${resource}/$everything?_count=${pageSize}`] : pagesOfPerson(resource)
    const pages: ReadPage[] = []
    try {
      for (const start of paths)
        for (let path: string | null = start; path !== null; path = pages.at(-1)?.next ?? null)
          pages.push(await pageAt(path))
    } catch (error) {
      const lacksIt = error instanceof ProvinceTrouble && [400, 404, 405, 501].includes(error.status ?? 0)
      if (!hasEverything || !lacksIt) throw error
      hasEverything = false
      return pagesOf(resource)
    }
    return pages
  }

  async function bringAll(resource: string, tally: Tally, withMerged: boolean): Promise<void> {
    const pages = await pagesOf(resource)
    const all = pages.flatMap(page => page.facts)
    const found = all.filter(fact => fact.noun === 'person').map(fact => fact.resource)
    if (!found.includes(resource)) throw new ProvinceTrouble('province.bad-answer', 404)
    const page: ReadPage = {
      facts: all,
      unreadable: pages.flatMap(each => each.unreadable),
      lastUpdated: null,
      next: null,
      matches: all.length,
    }
    const needs = await keep(page, [resource], tally)
    // A merged record leads on to its survivor, once: a circle at the server is no reason to go round.
    if (!withMerged) for (const survivor of new Set(needs)) await bringAll(survivor, tally, true)
    if (needs.length > 0) await keep(page, [resource], tally)
  }

  /** What is not at the server any more is not waited for. */
  async function bringAgain(resource: string, tally: Tally): Promise<void> {
    try {
      await bringAll(resource, tally, false)
    } catch (error) {
      if (!(error instanceof ProvinceTrouble && error.status === 404)) throw error
    }
  }

  async function lookUnasked(tally: Tally): Promise<void> {
    const recordIds = memory.takeUnasked(askedAtOnce)
    if (recordIds.length === 0) return
    const page = await pageAt(peopleByRecord(recordIds, context.codes))
    for (const fact of page.facts) if (fact.noun === 'person') await bringAll(fact.resource, tally, false)
  }

  const newTally = (): Tally => ({
    pages: 0,
    taken: 0,
    personIds: new Set(),
    unreadable: [],
    again: new Set(),
  })
  const reportOf = ({ pages, taken, personIds, unreadable }: Tally): PullReport => ({
    pages,
    taken,
    personIds: [...personIds],
    unreadable,
  })

  return {
    /** One round: what had to wait, what changed, and some of the people nobody has asked for yet. */
    async pull(): Promise<PullReport> {
      const tally = newTally()
      for (const resource of memory.again()) await bringAgain(resource, tally)
      for (const type of pulledTypes) await pullType(type, tally)
      await lookUnasked(tally)
      memory.setAgain([...tally.again])
      return reportOf(tally)
    },
    /** One person with everything known of them, into this register. */
    async bring(resource: string): Promise<PullReport> {
      const tally = newTally()
      await bringAll(resource, tally, false)
      return reportOf(tally)
    },
    /** Who a search finds, without taking anybody in. */
    async search(paths: readonly string[]): Promise<readonly ArrivedFact[]> {
      const found = new Map<string, ArrivedFact>()
      for (const path of paths)
        for (const fact of (await pageAt(path)).facts)
          if (!found.has(fact.resource)) found.set(fact.resource, fact)
      return [...found.values()]
    },
  }
}
