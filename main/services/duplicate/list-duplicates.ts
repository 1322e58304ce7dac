import { compareDuplicates, type DuplicatePair, listDuplicates } from '../../../src/contract/duplicate-calls'
import { refuse } from '../../../src/contract/errors'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import { createRecordMaker } from '../../../src/domain/linkage/linkage-record'
import type { LinkageScore } from '../../../src/domain/linkage/linkage-types'
import { scorePair } from '../../../src/domain/linkage/score'
import type { KeptDuplicate } from '../../db/duplicate-repository'
import { toHit } from '../person/person-hit'
import { type Service, type ServiceContext, serve } from '../service'
import { deskModel } from './linkage-model'

const listDuplicatesService = serve(listDuplicates, (context, { certainty, offset, limit }) => {
  const { duplicates } = context.store
  const search = duplicates.lastSearch()
  return {
    totals: duplicates.countOpen(),
    pairs: duplicates.page(certainty, limit, offset).flatMap(pair => toPair(context, pair) ?? []),
    lastSearch: search && { ...search, at: search.at as Instant },
    job: context.jobs.list().find(({ name }) => name === 'find-duplicates') ?? null,
  }
})

function toPair(context: ServiceContext, pair: KeptDuplicate): DuplicatePair | null {
  const [left, right] = [pair.leftId, pair.rightId].map(id => context.store.persons.find(id))
  if (!left || !right) return null
  const extra = { highlights: [], group: 'here' as const }
  return {
    left: toHit(context, left, extra),
    right: toHit(context, right, extra),
    score: scoreOf(pair),
    cluster: pair.cluster,
    isStale: pair.isStale,
  }
}

function scoreOf({ bits, probability, certainty, veto, evidence }: KeptDuplicate): LinkageScore {
  return { bits, probability, certainty, veto, evidence }
}

/** What the finder kept, as long as it holds, so that the list and the comparison never disagree; otherwise scored now. */
const compareDuplicatesService = serve(compareDuplicates, (context, { leftId, rightId }) => {
  const { duplicates } = context.store
  const isTurned = leftId > rightId
  const kept = isTurned ? duplicates.pair(rightId, leftId) : duplicates.pair(leftId, rightId)
  if (kept && !kept.isStale) return isTurned ? turned(scoreOf(kept)) : scoreOf(kept)
  const makeRecord = createRecordMaker()
  const recordOf = (personId: string) => {
    const row = duplicates.compared(personId) ?? refuse('person.not-found')
    return makeRecord(row.personId, row.person, row.doses)
  }
  return scorePair(recordOf(leftId), recordOf(rightId), deskModel(context))
})

function turned(score: LinkageScore): LinkageScore {
  return { ...score, evidence: score.evidence.map(one => ({ ...one, left: one.right, right: one.left })) }
}

export const duplicateServices: readonly Service[] = [listDuplicatesService, compareDuplicatesService]
