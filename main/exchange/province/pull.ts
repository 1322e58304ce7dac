import type { ArrivedFact, ArrivedPerson, Unreadable } from '../../../src/domain/exchange/fhir/arrived'
import {
  changesFrom,
  changesSince,
  decisionsAbout,
  type ProvinceSearch,
  type PulledType,
  pageSize,
  peopleByRecord,
  pulledTypes,
} from '../../../src/domain/exchange/fhir/ask-province'
import { type Author, authorIn, unnamed } from '../../../src/domain/exchange/fhir/read-author'
import type { ReadPage } from '../../../src/domain/exchange/fhir/read-bundle'
import type { ReadContext } from '../../../src/domain/exchange/fhir/read-fields'
import { createPageReader, type GetJson, type PageReader, ProvinceTrouble } from './read-pages'

/** What the register made of facts. */
export type Taken = {
  readonly taken: number
  readonly held: readonly { readonly resource: string; readonly needs: string | null }[]
  readonly personIds: readonly string[]
}

export type PullPorts = {
  readonly get: GetJson
  readonly context: ReadContext
  /** Writes facts by the rules; people not of this register only when their resource is wanted. */
  readonly takeIn: (facts: readonly ArrivedFact[], wanted: readonly string[]) => Promise<Taken>
  /** What this PC remembers of the last pull. */
  readonly memory: {
    readonly checkpoint: (type: PulledType) => string | null
    readonly setCheckpoint: (type: PulledType, lastUpdated: string) => Promise<void>
    /** Resources to be brought again: what they wait for was not there. */
    readonly again: () => readonly string[]
    readonly setAgain: (resources: readonly string[]) => Promise<void>
    /** Some people of this register of whom nobody knows yet whether the server has them; asking marks them. */
    readonly takeUnasked: (limit: number) => Promise<readonly string[]>
    /** Questions that do not say yet who wrote the other side, with the resource and the entry it ends with. */
    readonly unnamed: () => readonly Unnamed[]
  }
  /** Writes who wrote the other side. */
  readonly nameAuthors: (authors: readonly (Author & { readonly conflictId: string })[]) => Promise<void>
}

/** The other side of a question, as the server holds it. */
export type Unnamed = {
  readonly conflictId: string
  readonly resource: string
  readonly entryId: string
}

/** One version of a resource, and who wrote it. */
export type HistoryVersion = { readonly fact: ArrivedFact; readonly author: Author }

export type PullReport = {
  readonly taken: number
  readonly personIds: readonly string[]
  readonly unreadable: readonly Unreadable[]
}

/** One round, or one question. */
type Round = PullPorts & {
  readonly pages: PageReader
  readonly personIds: Set<string>
  readonly unreadable: Unreadable[]
  readonly held: Set<string>
  taken: number
}

/** So many people are looked up in one request. */
const askedAtOnce = 50

export type Puller = ReturnType<typeof createPuller>

/** Brings in what others changed about this register's people, and whoever is asked for by name. Decision 0029. */
export function createPuller(ports: PullPorts) {
  const pages = createPageReader(ports.get, ports.context)
  const asked = new Set<string>()
  const begin = (): Round => ({
    ...ports,
    pages,
    personIds: new Set(),
    unreadable: [],
    held: new Set(),
    taken: 0,
  })
  return {
    /** One round: what had to wait, what changed, and some of the people nobody has asked for yet. */
    async pull(): Promise<PullReport> {
      const round = begin()
      for (const resource of ports.memory.again()) await bringAgain(round, resource)
      for (const type of pulledTypes) await pullOffered(round, type)
      await lookUnasked(round)
      await nameAuthors(round, asked)
      await ports.memory.setAgain([...round.held])
      return reportOf(round)
    },
    /** One person with everything known of them, into this register. */
    async bring(resource: string): Promise<PullReport> {
      const round = begin()
      await bringOne(round, resource)
      return reportOf(round)
    },
    /** What a resource said in each of its versions, newest first, and who wrote them. */
    async history(resource: string): Promise<readonly HistoryVersion[]> {
      const { facts } = await pages.pageAt(`${resource}/_history?_count=${versionsShown}`)
      const provenances = await ports.get(provenancesOf(resource))
      return facts.map(fact => ({
        fact,
        author: fact.entryId === null ? unnamed : authorIn(provenances, fact.entryId, ports.context.codes),
      }))
    },
    /** Who a search finds, without taking anybody in. */
    async search(searches: readonly ProvinceSearch[]): Promise<readonly ArrivedPerson[]> {
      const found = new Map<string, ArrivedPerson>()
      for (const { path, means } of searches)
        for (const fact of (await pages.pageAt(path)).facts)
          if (fact.noun === 'person' && means(fact.person) && !found.has(fact.resource))
            found.set(fact.resource, fact)
      return [...found.values()]
    },
  }
}

function reportOf({ taken, personIds, unreadable }: Round): PullReport {
  return { taken, personIds: [...personIds], unreadable }
}

/** Hands a page to the register. Answers what it still needs: the survivors of merges. */
async function keep(round: Round, page: ReadPage, wanted: readonly string[]): Promise<readonly string[]> {
  const result = await round.takeIn(page.facts, wanted)
  round.taken += result.taken
  for (const personId of result.personIds) round.personIds.add(personId)
  round.unreadable.push(...page.unreadable)
  for (const { resource } of result.held) round.held.add(resource)
  // At once: a checkpoint that has moved on must not leave behind what still waits.
  const { memory } = round
  if (result.held.length > 0) await memory.setAgain([...new Set([...memory.again(), ...round.held])])
  return [...new Set(result.held.flatMap(({ needs }) => needs ?? []))]
}

/** The survivor of a merge belongs to this register as the one who was merged does. */
async function keepWithNeeds(round: Round, page: ReadPage, wanted: readonly string[]): Promise<void> {
  const needs = await keep(round, page, wanted)
  if (needs.length === 0) return
  for (const survivor of needs) {
    // Once: a circle of merges at the server is no reason to go round.
    const found = await round.pages.person(survivor)
    await keep(round, found, [survivor])
  }
  for (const fact of page.facts) round.held.delete(fact.resource)
  await keep(round, page, wanted)
}

/** A server joined before tasks were asked of it may have none: it is asked for the rest all the same. */
async function pullOffered(round: Round, type: PulledType): Promise<void> {
  try {
    await pullType(round, type)
  } catch (error) {
    const status = error instanceof ProvinceTrouble ? error.status : null
    if (type !== 'Task' || ![400, 404, 405, 501].includes(status ?? 0)) throw error
  }
}

async function pullType(round: Round, type: PulledType): Promise<void> {
  const { memory, pages } = round
  let path: string | null = changesSince(type, memory.checkpoint(type), round.context.codes)
  let from = ''
  while (path !== null) {
    const page: ReadPage = await pages.pageAt(path)
    await keepWithNeeds(round, page, [])
    const last: string = page.lastUpdated ?? from
    if (last > (memory.checkpoint(type) ?? '')) await memory.setCheckpoint(type, last)
    // A server that names no next page is asked on from the last one it gave.
    const goesOn = page.matches >= pageSize && last > from
    path = page.next ?? (goesOn ? changesFrom(type, last, round.context.codes) : null)
    from = last
  }
}

async function bringOne(round: Round, resource: string): Promise<void> {
  const page = await round.pages.person(resource)
  if (!page.facts.some(fact => fact.resource === resource))
    throw new ProvinceTrouble('province.bad-answer', 404)
  await keepWithNeeds(round, page, [resource])
  const doses = page.facts.flatMap(fact => (fact.noun === 'dose' ? [fact.resource] : []))
  if (doses.length < 2) return
  for (const path of decisionsAbout(doses, round.context.codes))
    await keep(round, await round.pages.pageAt(path), [])
}

/** What is not at the server any more is not waited for. */
async function bringAgain(round: Round, resource: string): Promise<void> {
  try {
    await bringOne(round, resource)
  } catch (error) {
    if (!(error instanceof ProvinceTrouble && error.status === 404)) throw error
  }
}

/** So many versions, and so many transactions behind them, are looked at. */
const versionsShown = 30

function provenancesOf(resource: string): string {
  return `Provenance?target=${encodeURIComponent(resource)}&_sort=-_lastUpdated&_count=${versionsShown}`
}

/** Each question once: a server that does not say who wrote something will not say it the next time. */
async function nameAuthors(
  { memory, get, context, nameAuthors: write }: Round,
  asked: Set<string>,
): Promise<void> {
  const open = memory.unnamed().filter(({ conflictId }) => !asked.has(conflictId))
  const found: (Author & { readonly conflictId: string })[] = []
  for (const { conflictId, resource, entryId } of open) {
    const author = authorIn(await get(provenancesOf(resource)), entryId, context.codes)
    if (author.byName !== null || author.placeName !== null) found.push({ conflictId, ...author })
    asked.add(conflictId)
  }
  if (found.length > 0) await write(found)
}

async function lookUnasked(round: Round): Promise<void> {
  const recordIds = await round.memory.takeUnasked(askedAtOnce)
  if (recordIds.length === 0) return
  const page = await round.pages.pageAt(peopleByRecord(recordIds, round.context.codes))
  for (const fact of page.facts) if (fact.noun === 'person') await bringAgain(round, fact.resource)
}
