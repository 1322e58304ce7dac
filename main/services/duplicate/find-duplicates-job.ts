import { blockingPasses, pairsOfPass } from '../../../src/domain/linkage/blocking'
import { createPairFinder, type FoundPair } from '../../../src/domain/linkage/find-pairs'
import { countRegister, createFrequencies } from '../../../src/domain/linkage/frequencies'
import { createRecordMaker, type LinkageRecord } from '../../../src/domain/linkage/linkage-record'
import { createPairList, type PairList } from '../../../src/domain/linkage/pair-list'
import type { DuplicateSearch, FoundDuplicate } from '../../db/duplicate-repository'
import { defineJob, type JobContext } from '../jobs/job'

/** What the worker hands over: that it begins to, pairs, and at the end what was gone through. */
type Part =
  | { readonly kind: 'begin' }
  | { readonly kind: 'found'; readonly found: readonly FoundDuplicate[] }
  | { readonly kind: 'end'; readonly search: DuplicateSearch }

const recordsAtATime = 500
const comparisonsAtATime = 2_000
/** Kept in one short transaction of the engine: some milliseconds. */
const pairsAtATime = 50
/** What one step of each part of the work counts as, so that progress runs evenly. */
const weightOfPass = 1 / blockingPasses.length

/**
 * Goes through the whole register for records that may be one person: reads everybody, brings together those that share
 * a key, scores the pairs. Called off, it leaves what the last complete search found.
 */
export const findDuplicatesJob = defineJob<'find-duplicates'>({
  name: 'find-duplicates',
  async run(context) {
    const result = await searchRegister(context)
    const found = result.found.map(pair => toKept(pair, result.marks))
    await context.hand({ kind: 'begin' } satisfies Part)
    for (let from = 0; from < found.length; from += pairsAtATime)
      await context.hand({ kind: 'found', found: found.slice(from, from + pairsAtATime) } satisfies Part)
    const search = { at: context.at, persons: result.persons, comparisons: result.comparisons }
    await context.hand({ kind: 'end', search } satisfies Part)
    const ofCertainty = (certainty: string) => found.filter(pair => pair.certainty === certainty).length
    return {
      persons: result.persons,
      comparisons: result.comparisons,
      certain: ofCertainty('certain'),
      likely: ofCertainty('likely'),
      possible: ofCertainty('possible'),
    }
  },
  keep({ store: { duplicateWriter } }, raw) {
    const part = raw as Part
    if (part.kind === 'begin') duplicateWriter.begin()
    else if (part.kind === 'end') duplicateWriter.finish(part.search)
    else for (const pair of part.found) duplicateWriter.keep(pair)
  },
})

/** What a search found, and how much it compared. */
export type SearchResult = {
  readonly persons: number
  readonly comparisons: number
  readonly found: readonly FoundPair[]
  /** For each record, how often it had been written about when it was read. */
  readonly marks: ReadonlyMap<string, number>
}

/** Reads, brings together and scores. Progress counts each of the three as a third. */
export async function searchRegister(
  context: Pick<JobContext, 'store' | 'resources' | 'progress' | 'breathe'>,
): Promise<SearchResult> {
  const { records, marks } = await readRegister(context)
  const list = await pairUp(context, records)
  const found = await scoreAll(context, records, list)
  return { persons: records.length, comparisons: list.comparisons, found, marks }
}

type Steps = Pick<JobContext, 'store' | 'resources' | 'progress' | 'breathe'>

async function readRegister({ store, progress, breathe }: Steps) {
  const makeRecord = createRecordMaker()
  const records: LinkageRecord[] = []
  const marks = new Map<string, number>()
  const total = store.persons.count()
  for (let place = 0; ; ) {
    await breathe()
    const rows = store.duplicates.comparedAfter(place, recordsAtATime)
    for (const row of rows) {
      records.push(makeRecord(row.personId, row.person, row.doses))
      marks.set(row.personId, row.marks)
      place = row.place
    }
    if (rows.length < recordsAtATime) return { records, marks }
    progress(Math.min(records.length, total), 3 * total)
  }
}

async function pairUp({ progress, breathe }: Steps, records: readonly LinkageRecord[]) {
  const list = createPairList(records.length)
  for (const [at, pass] of blockingPasses.entries()) {
    await breathe()
    pairsOfPass(pass, records, list.add)
    progress(Math.round(records.length * (1 + (at + 1) * weightOfPass)), 3 * records.length)
  }
  return { comparisons: list.settle(), at: list.at }
}

async function scoreAll(
  { resources, progress, breathe }: Steps,
  records: readonly LinkageRecord[],
  list: { readonly comparisons: number; readonly at: PairList['at'] },
): Promise<readonly FoundPair[]> {
  const weights = resources.linkageWeights
  const finder = createPairFinder({
    weights,
    frequencies: createFrequencies(countRegister(records), weights),
  })
  for (let pair = 0; pair < list.comparisons; pair++) {
    if (pair % comparisonsAtATime === 0) {
      await breathe()
      progress(Math.round(records.length * (2 + pair / list.comparisons)), 3 * records.length)
    }
    const [left, right] = list.at(pair)
    const [one, other] = [records[left], records[right]]
    if (one && other) finder.compare(one, other)
  }
  return finder.finish()
}

function toKept(
  { leftId, rightId, score, cluster }: FoundPair,
  marks: SearchResult['marks'],
): FoundDuplicate {
  const { bits, probability, certainty, veto, evidence } = score
  if (certainty === 'unlikely') throw new Error('the finder gives only what is worth a look')
  const [leftMarks, rightMarks] = [marks.get(leftId) ?? 0, marks.get(rightId) ?? 0]
  return { leftId, rightId, leftMarks, rightMarks, bits, probability, certainty, veto, cluster, evidence }
}
